//! Lines of a list file, and how they are compared with those of a page.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::article::Reason;

/// What the files say of a phrase or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub reason: Reason,
    /// Enough on its own; otherwise it needs boilerplate beside it.
    pub sure: bool,
}

/// Words that say something: neither numbers nor function words.
pub fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    const FUNCTION: [&str; 40] = [
        "the", "a", "an", "of", "in", "on", "for", "to", "and", "or", "with", "by", "at", "from",
        "is", "are", "was", "be", "been", "has", "have", "it", "its", "this", "that", "as", "not",
        "no", "you", "your", "our", "we", "us", "may", "will", "can", "about", "s", "if", "i",
    ];
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.contains(char::is_alphabetic) && !FUNCTION.contains(word))
}

pub fn entries(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// How lines and list entries are compared: in small letters, with straight quotes and single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars() {
            match c {
                '“' | '”' => folded.push('"'),
                '‘' | '’' => folded.push('\''),
                '\u{200B}' | '\u{FEFF}' | '\u{AD}' => {}
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

/// A phrase without its spaces, since Korean writes 글자 크기 and 글자크기 alike.
pub fn key(text: &str) -> String {
    fold(text).split(' ').collect()
}

//! What a sentence of either language is cut into: words, numbers, dates and marks, each with its place.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// What a token says, as 64 bits that grow letter by letter, so that every prefix of a word has its key
/// on the way. Equal keys across the languages are equal numbers, dates, marks or Latin words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

impl Key {
    /// The key of the text so far and one more letter (rustc's FxHash step).
    pub fn with(self, letter: char) -> Key {
        self.joined(Key(u64::from(u32::from(letter))))
    }

    /// The key of a sequence: this, then another.
    pub fn joined(self, next: Key) -> Key {
        Key((self.0.rotate_left(5) ^ next.0).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95))
    }

    /// The key of a word, by its letters.
    pub fn of(letters: impl IntoIterator<Item = char>) -> Key {
        letters.into_iter().fold(Key::default(), Key::with)
    }

    /// Two counts below 2^32 as one; different pairs differ, as the step is a bijection.
    pub fn pair(first: usize, second: usize) -> Key {
        Key::default().joined(Key((first as u64) << 32 | second as u64))
    }

    /// A number by value, told apart to ten significant digits.
    pub fn number(value: f64) -> Key {
        Key::of(format!("#{value:.9e}").chars())
    }

    /// The number that it is.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// The key of this number.
    pub fn from_bits(bits: u64) -> Key {
        Key(bits)
    }
}

/// A map by [`Key`]. A key is a hash already.
pub type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<KeyHasher>>;
/// A set of words.
pub type KeySet = HashSet<Key, BuildHasherDefault<KeyHasher>>;

/// Keys are hashes already; what a table needs is a little mixing.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = self.0.rotate_left(5) ^ key ^ (key >> 32);
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A word of the sentence's own language.
    Word,
    /// A Latin word in a Korean sentence.
    Latin,
    /// A number, by its value.
    Number,
    /// A month or a weekday.
    Date,
    /// Punctuation that translators keep: a question mark, a quotation mark, a percent sign ...
    Mark,
    /// Several English words that the lexicon holds as one entry.
    Phrase,
}

impl Class {
    /// Numbers, dates and marks: the same thing in both languages, or a different thing.
    pub fn is_literal(self) -> bool {
        matches!(self, Class::Number | Class::Date | Class::Mark)
    }
}

/// A word, number or mark of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What counts as the same word: the stem of a word, the value of a number.
    pub key: Key,
    /// The word as it stands in the sentence.
    pub surface: Key,
    /// What it is.
    pub class: Class,
    /// Bytes of the sentence.
    pub span: Range<usize>,
}

impl Token {
    /// A token whose surface is its key.
    pub fn new(key: Key, class: Class, span: Range<usize>) -> Token {
        Token {
            key,
            surface: key,
            class,
            span,
        }
    }
}

/// The letters of a text with their places; Hangul and accents that come in pieces are put together.
pub struct Letters {
    letters: Vec<char>,
    /// Where each letter begins, and the end of the text.
    starts: Vec<usize>,
}

impl Letters {
    /// The letters of a text, with where each begins.
    pub fn of(text: &str) -> Letters {
        let mut letters: Vec<char> = Vec::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (start, letter) in text.char_indices() {
            if matches!(letter, '\u{300}'..='\u{36f}' | '\u{1161}'..='\u{11c2}')
                && let Some(last) = letters.last_mut()
                && let Some(whole) = unicode_normalization::char::compose(*last, letter)
            {
                *last = whole;
                continue;
            }
            letters.push(letter);
            starts.push(start);
        }
        starts.push(text.len());
        Letters { letters, starts }
    }

    /// The bytes of a range of letters.
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        self.starts[range.start]..self.starts[range.end]
    }

    /// The end of the run of letters from `start` on that `belongs` accepts.
    pub fn run(&self, start: usize, belongs: impl Fn(char) -> bool) -> usize {
        self.letters[start..]
            .iter()
            .position(|&letter| !belongs(letter))
            .map_or(self.letters.len(), |length| start + length)
    }
}

impl std::ops::Deref for Letters {
    type Target = [char];

    fn deref(&self) -> &[char] {
        &self.letters
    }
}

/// Whether a letter is Latin, with or without an accent.
pub fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&letter)
}

/// The end of a numeral with grouping commas and a decimal part, `8,192` or `12.3`.
pub fn numeral_end(letters: &[char], start: usize) -> usize {
    let digits = |from: usize, comma: bool| {
        letters[from..]
            .iter()
            .position(|&letter| !(letter.is_ascii_digit() || comma && letter == ','))
            .map_or(letters.len(), |length| from + length)
    };
    let whole = digits(start, true);
    if letters.get(whole) == Some(&'.')
        && letters
            .get(whole + 1)
            .is_some_and(|next| next.is_ascii_digit())
    {
        digits(whole + 1, false)
    } else {
        whole
    }
}

/// The value of a numeral as [`numeral_end`] finds it.
pub fn numeral(letters: &[char]) -> f64 {
    let digits: String = letters.iter().filter(|&&letter| letter != ',').collect();
    digits.parse().unwrap_or(0.0)
}

/// The marks of a sentence, each once.
pub fn marks(text: &str) -> impl Iterator<Item = Token> {
    const QUOTES: [char; 7] = ['"', '“', '”', '«', '»', '「', '『'];
    let one = |at: Option<usize>| {
        at.map(|at| at..at + text[at..].chars().next().map_or(0, char::len_utf8))
    };
    let any = |words: &[&'static str]| {
        words
            .iter()
            .find_map(|word| text.find(word).map(|at| at..at + word.len()))
    };
    let end = text.trim_end();
    let colon = end
        .ends_with([':', '：'])
        .then(|| end.char_indices().next_back().map(|(at, _)| at))
        .flatten();
    [
        ('?', one(text.find('?'))),
        ('!', one(text.find('!'))),
        ('"', one(text.find(QUOTES))),
        ('(', one(text.find('('))),
        ('%', any(&["%", "％", "percent", " pct", "퍼센트", "프로"])),
        ('/', any(&["http:", "https:", "www."])),
        (':', one(colon)),
    ]
    .into_iter()
    .filter_map(|(name, span)| Some(Token::new(Key::of(['#', name]), Class::Mark, span?)))
}

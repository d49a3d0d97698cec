//! The words of page furniture, as data: one file a reason under `assets/clean/`.

use super::pattern::{LineMatch, Patterns};
use crate::article::Reason;
use jjak_assets::clean as assets;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;
use std::sync::LazyLock;

/// What the files say of a phrase or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub reason: Reason,
    /// Enough on its own; otherwise it needs furniture beside it.
    pub sure: bool,
}

/// The lists cleaning goes by. [`Lists::builtin`] has the program's own; a user's are added to a copy.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    phrases: BTreeMap<String, Entry>,
    headings: HashMap<String, Reason>,
    patterns: Patterns,
    /// In how many entries each word stands.
    words: HashMap<String, u32>,
    site_words: HashSet<String>,
    roles: HashMap<String, bool>,
    never: super::never::Never,
    /// Whether datelines and credits inside paragraphs stay in their sentences.
    pub inline_marks: super::InlineMarks,
    /// Whether lines are taken for pieces of paragraphs.
    pub wrapped: super::Wrapped,
}

/// A word of fewer entries may be in them by chance.
const FEWEST_ENTRIES: u32 = 3;
/// A pattern with fewer letters would match lines of any text.
const MIN_PATTERN_LETTERS: usize = 3;

/// The longest phrase that is looked for, in words.
pub(super) const MAX_PHRASE_WORDS: usize = 8;

const FILES: [(Reason, &str); 18] = [
    (Reason::WireMark, assets::WIRE_MARK),
    (Reason::SceneBreak, assets::SCENE_BREAK),
    (Reason::Credit, assets::CREDIT),
    (Reason::Copyright, assets::COPYRIGHT),
    (Reason::Tip, assets::TIP),
    (Reason::Byline, assets::BYLINE),
    (Reason::Date, assets::DATE),
    (Reason::Advertisement, assets::ADVERTISEMENT),
    (Reason::Ranking, assets::RANKING),
    (Reason::Related, assets::RELATED),
    (Reason::Keywords, assets::KEYWORDS),
    (Reason::Hashtags, assets::HASHTAGS),
    (Reason::Reaction, assets::REACTION),
    (Reason::Subscription, assets::SUBSCRIPTION),
    (Reason::Share, assets::SHARE),
    (Reason::SiteInfo, assets::SITE_INFO),
    (Reason::Email, assets::EMAIL),
    (Reason::Navigation, assets::NAVIGATION),
];

static BUILTIN: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for (reason, file) in FILES {
        lists.add(reason, file);
    }
    lists.add_site_words(assets::NAMES);
    lists.add_roles(assets::ROLES);
    lists
});

impl Lists {
    /// The names of the list files that give a reason, without their `.txt`, in the order of their precedence.
    pub fn reasons() -> impl Iterator<Item = (&'static str, Reason)> {
        FILES.iter().map(|(reason, _)| (reason.as_str(), *reason))
    }

    /// Lines that this user never wants to see in an article.
    pub fn never(&self) -> &super::never::Never {
        &self.never
    }

    pub fn never_mut(&mut self) -> &mut super::never::Never {
        &mut self.never
    }

    /// What is wrong with a line of a list file, if it would have no effect or far too much.
    pub fn fault_of(line: &str) -> Option<&'static str> {
        let text = match line.split_once(' ') {
            Some(("?" | "+", text)) => text.trim(),
            _ => line,
        };
        let said = text.chars().filter(|c| c.is_alphanumeric()).count();
        if said == 0 {
            Some("it holds no letters or digits")
        } else if text.contains('*') && said < MIN_PATTERN_LETTERS {
            Some("the pattern would match far too many lines; give more of the words")
        } else if !text.contains('*') && text.split_whitespace().count() > MAX_PHRASE_WORDS {
            Some("a phrase has at most 8 words; end it in * to match a whole line")
        } else {
            None
        }
    }

    /// Adds words that follow a reporter's name (`? ` before those that others bear too).
    pub fn add_roles(&mut self, file: &str) {
        for line in entries(file) {
            let (role, sure) = line
                .strip_prefix("? ")
                .map_or((line, true), |role| (role, false));
            self.roles.insert(key(role), sure);
        }
    }

    /// Adds words that make the name of a site.
    pub fn add_site_words(&mut self, file: &str) {
        self.site_words.extend(entries(file).map(key));
    }

    /// The lists that come with the program.
    pub fn builtin() -> &'static Lists {
        &BUILTIN
    }

    /// Adds the lines of a list file (its form is described in `assets/clean/navigation.txt`). What stands
    /// in several files belongs to the first one added.
    pub fn add(&mut self, reason: Reason, file: &str) {
        for line in entries(file) {
            let (mark, text) = match line.split_once(' ') {
                Some((mark @ ("?" | "+"), text)) => (mark, text),
                _ => ("", line),
            };
            let entry = Entry {
                reason,
                sure: mark != "?",
            };
            let opens_list = mark == "+";
            let text = fold(text.trim());
            if text.trim_matches('*').is_empty() {
                continue;
            }
            for word in plain_words(&text) {
                *self.words.entry(word.to_owned()).or_default() += 1;
            }
            if text.contains('*') {
                self.patterns.add(&text, entry, opens_list);
                continue;
            }
            let key = key(&text);
            if opens_list {
                self.headings.entry(key.clone()).or_insert(reason);
            }
            self.phrases.entry(key).or_insert(entry);
        }
    }

    /// The phrase made of these words, given without the spaces between them.
    pub(super) fn phrase(&self, joined: &str) -> Option<Entry> {
        self.phrases.get(joined).copied()
    }

    /// The phrase of just these letters, and whether any begins with them.
    pub(super) fn phrases_from(&self, joined: &str) -> (Option<Entry>, bool) {
        let from = (Bound::Included(joined), Bound::Unbounded);
        let next = self.phrases.range::<str, _>(from).next();
        let begun = next.filter(|(phrase, _)| phrase.starts_with(joined));
        let exact = begun.filter(|(phrase, _)| phrase.len() == joined.len());
        (exact.map(|(_, entry)| *entry), begun.is_some())
    }

    /// Whether a line that says only this is the heading of a list.
    pub(super) fn heading(&self, joined: &str) -> Option<Reason> {
        self.headings.get(joined).copied()
    }

    /// The first pattern that the folded `line` matches as a whole.
    pub(super) fn pattern(&self, line: &str) -> Option<LineMatch> {
        self.patterns.find(line)
    }

    /// The share of a folded line's words that entries use, as sites do; 0 for a line of function words and numbers.
    pub(super) fn share_of_words(&self, line: &str) -> f32 {
        let (mut known, mut words) = (0, 0);
        for word in plain_words(line) {
            words += 1;
            known += usize::from(self.is_word(word));
        }
        if words == 0 {
            0.0
        } else {
            known as f32 / words as f32
        }
    }

    /// Whether entries use the word, as sites do.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.words
            .get(word)
            .is_some_and(|&entries| entries >= FEWEST_ENTRIES)
    }

    pub(super) fn is_site_word(&self, word: &str) -> bool {
        self.site_words.contains(word)
    }

    /// Endings of site names that are written in one word, such as 하늘뉴스.
    pub(super) fn ends_in_site_word(&self, word: &str) -> bool {
        (1..=4).any(|letters| {
            let at = word.char_indices().rev().nth(letters - 1);
            at.is_some_and(|(at, first)| {
                !first.is_ascii() && at > 0 && self.site_words.contains(&word[at..])
            })
        })
    }

    /// Whether `word` follows a reporter's name, and if so, whether nobody else bears it.
    pub(super) fn role(&self, word: &str) -> Option<bool> {
        self.roles.get(word).copied()
    }
}

/// Words that say something: neither numbers nor function words.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    const FUNCTION: [&str; 40] = [
        "the", "a", "an", "of", "in", "on", "for", "to", "and", "or", "with", "by", "at", "from",
        "is", "are", "was", "be", "been", "has", "have", "it", "its", "this", "that", "as", "not",
        "no", "you", "your", "our", "we", "us", "may", "will", "can", "about", "s", "if", "i",
    ];
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.contains(char::is_alphabetic) && !FUNCTION.contains(word))
}

pub(super) fn entries(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// How lines and list entries are compared: in small letters, with straight quotes and single spaces.
pub(super) fn fold(text: &str) -> String {
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
fn key(text: &str) -> String {
    fold(text).split(' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_the_whole_line_and_nothing_less() {
        let mut lists = Lists::default();
        lists.add(Reason::Share, "# words\nshare with*\n*and*friends\n? share");
        assert!(lists.pattern("share with all").is_some());
        assert!(lists.pattern("do share with all").is_none());
        assert!(lists.pattern("family and old friends").is_some());
        assert!(lists.pattern("and friends of mine").is_none());
        lists.add(Reason::Share, "*기사를 공유해 주세요*");
        assert!(lists.pattern("이 기사를 공유해주세요!").is_some());
        assert!(lists.pattern("이 기사를공유해 주세요").is_some());
        assert!(lists.phrase("share").is_some_and(|entry| !entry.sure));
    }

    #[test]
    fn every_file_is_read() {
        let lists = Lists::builtin();
        for phrase in ["backtotop", "글자크기조정", "copylink", "개인정보처리방침"] {
            assert!(lists.phrase(phrase).is_some(), "{phrase}");
        }
        assert!(lists.heading("mostpopular").is_some());
        assert!(lists.ends_in_site_word("하늘뉴스"));
        assert_eq!(lists.role("기자"), Some(true));
    }
}

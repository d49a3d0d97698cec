//! The words of page boilerplate, as data: one file a reason under `assets/clean/`. The build makes tables of them
//! (`shipped`), which are read where they lie; a user's lie on top.

mod gathered;
mod patterns;
pub(super) mod shipped;

use super::entry::{Entry, plain_words};
use super::pattern::LineMatch;
use crate::article::Reason;
use crate::packed::{Filter, Rows, Texts};
use gathered::{FILES, Gathered};
use shipped::Shipped;
use std::ops::Bound;
use std::sync::LazyLock;

/// The lists cleaning goes by. [`Lists::builtin`] has the program's own; a user's are added to a copy.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// The program's own, where they count.
    shipped: Option<Shipped>,
    /// The user's.
    own: Gathered,
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

/// A table of the build.
macro_rules! table {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/clean-", $name))
    };
}

const SHIPPED: Shipped = Shipped {
    phrases: Texts(table!("phrases")),
    words: Texts(table!("words")),
    site_words: Texts(table!("site-words")),
    roles: Texts(table!("roles")),
    anchored: Rows(table!("anchored")),
    floating: Rows(table!("floating")),
    begins: Filter(table!("begins")),
    texts: include_str!(concat!(env!("OUT_DIR"), "/clean-patterns")),
};

static BUILTIN: LazyLock<Lists> = LazyLock::new(|| Lists {
    shipped: Some(SHIPPED),
    ..Lists::default()
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

    /// The lines to exclude from every page, to add to.
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
        self.own.add_roles(file);
    }

    /// Adds words that make the name of a site.
    pub fn add_site_words(&mut self, file: &str) {
        self.own.add_site_words(file);
    }

    /// The lists that come with the program.
    pub fn builtin() -> &'static Lists {
        &BUILTIN
    }

    /// Adds the lines of a list file (its form is described in `assets/clean/navigation.txt`). What stands
    /// in several files belongs to the first one added.
    pub fn add(&mut self, reason: Reason, file: &str) {
        self.own.add(reason, file);
    }

    /// The phrase made of these words, given without the spaces between them.
    pub(super) fn phrase(&self, joined: &str) -> Option<Entry> {
        let shipped = self.shipped.and_then(|lists| lists.phrase(joined));
        let own = || self.own.phrases.get(joined).copied();
        shipped.map(|phrase| phrase.entry).or_else(own)
    }

    /// The phrase of just these letters, and whether any begins with them.
    pub(super) fn phrases_from(&self, joined: &str) -> (Option<Entry>, bool) {
        let shipped = self.shipped.map(|lists| lists.phrases_from(joined));
        let (shipped, begun) = shipped.unwrap_or_default();
        let from = (Bound::Included(joined), Bound::Unbounded);
        let next = self.own.phrases.range::<str, _>(from).next();
        let own = next.filter(|(phrase, _)| phrase.starts_with(joined));
        let exact = own.filter(|(phrase, _)| phrase.len() == joined.len());
        (
            shipped.or(exact.map(|(_, entry)| *entry)),
            begun || own.is_some(),
        )
    }

    /// Whether a line that says only this is the heading of a list.
    pub(super) fn heading(&self, joined: &str) -> Option<Reason> {
        let shipped = self.shipped.and_then(|lists| lists.phrase(joined));
        let own = || self.own.headings.get(joined).copied();
        shipped.and_then(|phrase| phrase.heading).or_else(own)
    }

    /// The first pattern that the folded `line` matches as a whole.
    pub(super) fn pattern(&self, line: &str) -> Option<LineMatch> {
        self.own.patterns.find(self.shipped, line)
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
        let shipped = self.shipped.and_then(|lists| lists.words.get(word));
        let own = self.own.words.get(word).copied();
        shipped.unwrap_or(0) + own.unwrap_or(0) >= FEWEST_ENTRIES
    }

    pub(super) fn is_site_word(&self, word: &str) -> bool {
        self.shipped
            .is_some_and(|lists| lists.site_words.get(word).is_some())
            || self.own.site_words.contains(word)
    }

    /// Endings of site names that are written in one word, such as 하늘뉴스.
    pub(super) fn ends_in_site_word(&self, word: &str) -> bool {
        (1..=4).any(|letters| {
            let at = word.char_indices().rev().nth(letters - 1);
            at.is_some_and(|(at, first)| {
                !first.is_ascii() && at > 0 && self.is_site_word(&word[at..])
            })
        })
    }

    /// Whether `word` follows a reporter's name, and if so, whether nobody else bears it.
    pub(super) fn role(&self, word: &str) -> Option<bool> {
        let shipped = || self.shipped.and_then(|lists| lists.roles.get(word));
        let own = self.own.roles.get(word).copied();
        own.or_else(|| shipped().map(|sure| sure == 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::entry::{entries, fold};

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
    fn the_tables_say_what_the_files_say() {
        let mut read = Lists::default();
        for (reason, file) in FILES {
            read.add(reason, file);
        }
        read.add_site_words(jjak_assets::clean::NAMES);
        read.add_roles(jjak_assets::clean::ROLES);
        let built = Lists::builtin();
        for (_, file) in FILES {
            // Of each beginning and kind some.
            for line in entries(file).step_by(11) {
                let line = fold(line.trim_start_matches(['?', '+']));
                let letters = line.replace([' ', '*'], "");
                for begun in [&letters, letters.get(..3).unwrap_or_default()] {
                    assert_eq!(
                        built.phrases_from(begun),
                        read.phrases_from(begun),
                        "{line}"
                    );
                }
                assert_eq!(built.heading(&letters), read.heading(&letters), "{line}");
                let said = line.replace('*', "한 one 1");
                for said in [line.replace('*', ""), format!("{said}."), said] {
                    let found = (built.pattern(&said), read.pattern(&said));
                    assert_eq!(format!("{:?}", found.0), format!("{:?}", found.1), "{said}");
                }
                for word in plain_words(&line) {
                    assert_eq!(built.is_word(word), read.is_word(word), "{word}");
                    assert_eq!(built.is_site_word(word), read.is_site_word(word), "{word}");
                    assert_eq!(built.role(word), read.role(word), "{word}");
                }
            }
        }
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

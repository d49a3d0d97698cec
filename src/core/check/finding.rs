//! What a check says of a row: what it found, in which words of both texts, and how it is told in English.

use super::kinds::{Check, Level};
use super::{Register, Slip};
use crate::article::{Lang, is_hangul};
use crate::bitext::SegmentId;
use std::fmt;

/// What a check says about a bead.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "a variant says what its fields are")]
pub enum Finding {
    /// Figures that each side alone has; one of the lists may be empty, not both.
    Numbers { en: Vec<String>, ko: Vec<String> },
    /// A name that the other rows spell in another way.
    Name {
        name: String,
        here: String,
        elsewhere: String,
    },
    /// A name that is not spelled as it usually is, or as nobody would; `usual` is empty where nobody knows.
    OtherName {
        name: String,
        here: String,
        usual: Vec<String>,
        /// It is less probable than the usual one, or another name's.
        sure: bool,
    },
    /// A term of the user's glossary, and what the glossary says it is in the other language.
    Term { term: String, wanted: Vec<String> },
    /// A word that the user's glossary forbids for a term of the source, and what it wants instead.
    Forbidden {
        term: String,
        here: String,
        wanted: Vec<String>,
    },
    /// Words of the source that stand in the translation as they were.
    Untranslated { text: String },
    /// A Latin word of the Korean that is one letter off a word of the English.
    Miscopied { here: String, english: String },
    /// A word of the English that denies, while nothing in the Korean does; or what the Korean denies and the English
    /// does not.
    Negation { word: String },
    /// A word of the English and its opposite in the Korean.
    Opposite { en: String, ko: String },
    /// A clause of the English that nothing in the Korean says, or a sentence of the Korean that nothing in the English
    /// does.
    Omitted { text: String },
    /// Tags, placeholders, addresses or signs of rights that one side alone has; one of the lists may be empty, not both.
    Markup { en: Vec<String>, ko: Vec<String> },
    /// Punctuation or spacing of one side that the other gives no reason for.
    Mark { lang: Lang, slip: Slip },
    /// A sentence that does not speak to its reader as nearly all the others do.
    Register { here: Register, usual: Register },
    /// The translation, which is in `lang`, is this many times as long as is usual for such a source.
    Length { lang: Lang, times: f64 },
    /// The same sentence of the source, which is in `lang`, is translated in another way in another row.
    Repeat { lang: Lang, elsewhere: String },
    /// Something that editing a sentence has brought in.
    Slip {
        lang: Lang,
        id: SegmentId,
        slip: Slip,
    },
}

impl Finding {
    /// How much it matters.
    pub fn level(&self) -> Level {
        match self {
            Finding::OtherName { sure: false, .. } => Level::Note,
            _ => self.check().level(),
        }
    }

    /// Whether the other, of the same row, need not be told beside it: both are about one name and its spelling. That other
    /// rows spell it otherwise is surer than what is only unusual, and that it is wrong surer than that.
    pub fn stands_for(&self, other: &Finding) -> bool {
        use Finding::{Name, OtherName};
        let pairs = match (self, other) {
            (
                Name {
                    name: a, here: b, ..
                },
                OtherName {
                    name: c,
                    here: d,
                    sure: false,
                    ..
                },
            )
            | (
                OtherName {
                    name: a,
                    here: b,
                    sure: true,
                    ..
                },
                Name {
                    name: c, here: d, ..
                },
            ) => [[a, b], [c, d]],
            _ => return false,
        };
        // From the Korean, the name is Korean and its spelling English.
        let [[a, b], [c, d]] = pairs;
        (a, b) == (c, d) || (a, b) == (d, c)
    }

    /// The check that found it.
    pub fn check(&self) -> Check {
        match self {
            Finding::Numbers { .. } => Check::Numbers,
            Finding::Name { .. } | Finding::OtherName { .. } => Check::Names,
            Finding::Term { .. } | Finding::Forbidden { .. } => Check::Terms,
            Finding::Untranslated { .. } => Check::Untranslated,
            Finding::Miscopied { .. } => Check::Miscopied,
            Finding::Negation { .. } => Check::Negation,
            Finding::Omitted { .. } => Check::Omitted,
            Finding::Opposite { .. } => Check::Opposites,
            Finding::Markup { .. } => Check::Markup,
            Finding::Mark { .. } => Check::Marks,
            Finding::Register { .. } => Check::Register,
            Finding::Length { .. } => Check::Length,
            Finding::Repeat { .. } => Check::Repeats,
            Finding::Slip { .. } => Check::Slips,
        }
    }
}

impl Finding {
    /// The words of each side that it speaks of, English first, as they stand there.
    pub fn words(&self) -> [Vec<&str>; 2] {
        fn all(words: &[String]) -> Vec<&str> {
            words.iter().map(String::as_str).collect()
        }
        match self {
            Finding::Numbers { en, ko } | Finding::Markup { en, ko } => [all(en), all(ko)],
            Finding::Name { name, here, .. } if is_korean(name) => [vec![here], vec![name]],
            Finding::Name { name, here, .. } => [vec![name], vec![here]],
            Finding::OtherName { name, here, .. } => [vec![name], vec![here]],
            Finding::Term { term, .. } if is_korean(term) => [vec![], vec![term]],
            Finding::Term { term, .. } => [vec![term], vec![]],
            Finding::Forbidden { term, here, .. } if is_korean(term) => [vec![here], vec![term]],
            Finding::Forbidden { term, here, .. } => [vec![term], vec![here]],
            Finding::Untranslated { text } if is_korean(text) => [vec![text], vec![]],
            Finding::Untranslated { text } => [vec![], vec![text]],
            Finding::Miscopied { here, english } => [vec![english], vec![here]],
            Finding::Negation { word: text } | Finding::Omitted { text } if is_korean(text) => {
                [vec![], vec![text]]
            }
            Finding::Negation { word: text } | Finding::Omitted { text } => [vec![text], vec![]],
            Finding::Opposite { en, ko } => [vec![en], vec![ko]],
            Finding::Mark { .. }
            | Finding::Register { .. }
            | Finding::Length { .. }
            | Finding::Repeat { .. }
            | Finding::Slip { .. } => [vec![], vec![]],
        }
    }
}

pub(super) fn is_korean(text: &str) -> bool {
    text.contains(is_hangul)
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Numbers { en, ko } if ko.is_empty() => {
                write!(f, "{} of the English is not in the Korean", en.join(", "))
            }
            Finding::Numbers { en, ko } if en.is_empty() => {
                write!(f, "{} of the Korean is not in the English", ko.join(", "))
            }
            Finding::Numbers { en, ko } => write!(
                f,
                "the English has {}, the Korean {}",
                en.join(", "),
                ko.join(", ")
            ),
            Finding::Name {
                name,
                here,
                elsewhere,
            } => write!(f, "{name} is {here} here and {elsewhere} elsewhere"),
            Finding::OtherName {
                name, here, usual, ..
            } if usual.is_empty() => {
                write!(f, "{name} is {here} here, which does not sound like it")
            }
            Finding::OtherName {
                name, here, usual, ..
            } => {
                write!(
                    f,
                    "{name} is {here} here and usually {}",
                    usual.join(" or ")
                )
            }
            Finding::Term { term, wanted } => {
                write!(f, "{term} is {} in the glossary", wanted.join(" or "))
            }
            Finding::Forbidden { term, here, wanted } if wanted.is_empty() => {
                write!(f, "{here} is not to be said for {term}")
            }
            Finding::Forbidden { term, here, wanted } => write!(
                f,
                "{here} is not to be said for {term}, but {}",
                wanted.join(" or ")
            ),
            Finding::Untranslated { text } => write!(f, "untranslated: {text}"),
            Finding::Miscopied { here, english } => {
                write!(f, "{here} is {english} in the English")
            }
            Finding::Negation { word } if is_korean(word) => {
                write!(f, "{word} denies what the English does not")
            }
            Finding::Negation { word } => {
                write!(
                    f,
                    "\"{word}\" of the English is denied nowhere in the Korean"
                )
            }
            Finding::Opposite { en, ko } => {
                write!(f, "\"{en}\" of the English is the opposite of {ko}")
            }
            Finding::Omitted { text } if is_korean(text) => {
                write!(f, "nothing in the English says \"{text}\"")
            }
            Finding::Omitted { text } => {
                write!(f, "nothing in the Korean says \"{text}\"")
            }
            Finding::Markup { en, ko } if ko.is_empty() => {
                write!(f, "{} of the English is not in the Korean", en.join(" "))
            }
            Finding::Markup { en, ko } if en.is_empty() => {
                write!(f, "{} of the Korean is not in the English", ko.join(" "))
            }
            Finding::Markup { en, ko } => write!(
                f,
                "the English has {}, the Korean {}",
                en.join(" "),
                ko.join(" ")
            ),
            Finding::Mark { lang, slip } => write!(f, "{lang}: {slip}"),
            Finding::Register { here, usual } => {
                write!(f, "{here} where the rest of the text has {usual}")
            }
            Finding::Length { lang, times } if *times < 1.0 => write!(
                f,
                "the {lang} is {:.0}% shorter than usual",
                (1.0 - times) * 100.0
            ),
            Finding::Length { lang, times } => write!(
                f,
                "the {lang} is {:.0}% longer than usual",
                (times - 1.0) * 100.0
            ),
            Finding::Repeat { lang, elsewhere } => {
                write!(f, "the same {lang} is elsewhere: {elsewhere}")
            }
            Finding::Slip { lang, slip, .. } => write!(f, "edited {lang}: {slip}"),
        }
    }
}

//! The main job: two imported texts in, a bitext out. The window and the command line both come through here.

use crate::custom::Custom;
use jjak_core::align::{Known, Pin, align};
use jjak_core::article::{Article, Lang, PerLang};
use jjak_core::bitext::{Bitext, Origin, Side};
use jjak_core::clean::{Kept, LostEnd, clean, kept_little, lost_end};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::{Cancelled, Progress};
use jjak_core::segment::{Rule, Segment, segment};
use jjak_formats::import::limits::MAX_SENTENCES;
use jjak_formats::import::{ImportWarning, Imported, Originals};
use std::collections::HashSet;
use std::fmt;

/// Two texts that are no pair of an English and a Korean article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PairError {
    #[error(
        "{first} and {second} are both {lang}; give an English text and its Korean counterpart"
    )]
    SameLanguage {
        first: String,
        second: String,
        lang: Lang,
    },
    #[error(
        "{name}: nothing is left of it as article text (page furniture: {excluded} of {excluded} blocks); \
         if it is a list of sentences, take each line as a sentence (--segmented)"
    )]
    NothingKept { name: String, excluded: usize },
    #[error(
        "{name}: has more than {MAX_SENTENCES} sentences (MAX_SENTENCES); split it and load the parts"
    )]
    TooManySentences { name: String },
}

/// What a person should know although the job goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The languages were given the other way round and have changed places.
    Swapped { en: String, ko: String },
    /// Without letters there is no telling the language by its script.
    NoLetters { name: String, taken_as: Lang },
    /// Next to nothing of the shorter text has a counterpart.
    Unrelated {
        en: String,
        ko: String,
        paired: usize,
        sentences: usize,
    },
    /// Of how one of the texts was read.
    Import {
        name: String,
        warning: ImportWarning,
    },
    /// Cleaning took nearly all of a text for page boilerplate.
    LittleKept { name: String, kept: Kept },
    /// Cleaning took the end of a text for page boilerplate.
    LostEnd { name: String, end: LostEnd },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::Swapped { en, ko } => write!(
                f,
                "the texts were given the other way round; {en} is taken as the English and {ko} as the Korean"
            ),
            Warning::NoLetters { name, taken_as } => {
                write!(f, "{name} holds no letters; it is taken as {taken_as}")
            }
            Warning::Unrelated {
                en,
                ko,
                paired,
                sentences,
            } => write!(
                f,
                "{en} and {ko} do not seem to belong together: {paired} of {sentences} sentences of the shorter text have a counterpart"
            ),
            Warning::Import { name, warning } => write!(f, "{name}: {warning}"),
            Warning::LittleKept { name, kept } => write!(f, "{name}: {kept}"),
            Warning::LostEnd { name, end } => write!(f, "{name}: {end}"),
        }
    }
}

/// Both sides cut into segments, ready to be aligned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub en: Side,
    pub ko: Side,
    pub originals: Originals,
    pub warnings: Vec<Warning>,
}

/// Cleans and segments two pages by the program's own lists and rules.
///
/// # Errors
/// [`PairError`] when they are no English and Korean pair.
pub fn prepare(en: Imported, ko: Imported) -> Result<Prepared, PairError> {
    prepare_with(en, ko, |imported| {
        let article = clean(imported.article);
        let segments = segment(&article);
        Side { article, segments }
    })
}

impl Custom {
    /// As [`prepare`], by the user's lists and rules.
    ///
    /// # Errors
    /// [`PairError`] when they are no English and Korean pair.
    pub fn prepare(&self, en: Imported, ko: Imported) -> Result<Prepared, PairError> {
        prepare_with(en, ko, |imported| {
            let article = self.lists.clean(imported.article);
            let segments = self.rules.segment(&article);
            Side { article, segments }
        })
    }
}

/// Takes each line of two texts as one sentence: nothing is cleaned or split, empty lines have no segment.
///
/// # Errors
/// [`PairError`] when they are no English and Korean pair.
pub fn prepare_lines(en: Imported, ko: Imported) -> Result<Prepared, PairError> {
    prepare_with(en, ko, |imported| lines(imported.article))
}

fn prepare_with(
    first: Imported,
    second: Imported,
    to_side: impl Fn(Imported) -> Side,
) -> Result<Prepared, PairError> {
    let (en, ko, mut warnings) = pair(first, second)?;
    let originals = Originals {
        en: en.original.clone(),
        ko: ko.original.clone(),
    };
    let side = |imported: Imported| {
        let side = to_side(imported);
        if side.segments.is_empty() {
            return Err(PairError::NothingKept {
                name: side.name(),
                excluded: side.article.blocks.len(),
            });
        }
        if side.segments.len() > MAX_SENTENCES {
            return Err(PairError::TooManySentences { name: side.name() });
        }
        Ok(side)
    };
    let (en, ko) = (side(en)?, side(ko)?);
    for side in [&en, &ko] {
        if let Some(kept) = kept_little(&side.article) {
            let name = side.name();
            warnings.push(Warning::LittleKept { name, kept });
        } else if let Some(end) = lost_end(&side.article) {
            let name = side.name();
            warnings.push(Warning::LostEnd { name, end });
        }
    }
    Ok(Prepared {
        en,
        ko,
        originals,
        warnings,
    })
}

/// The English and the Korean one of two texts, in this order.
fn pair(
    first: Imported,
    second: Imported,
) -> Result<(Imported, Imported, Vec<Warning>), PairError> {
    if let (Some(lang), true) = (first.detected, first.detected == second.detected) {
        return Err(PairError::SameLanguage {
            first: imported_name(&first, "the first text"),
            second: imported_name(&second, "the second text"),
            lang,
        });
    }
    let swapped = first.detected == Some(Lang::Ko) || second.detected == Some(Lang::En);
    let (mut en, mut ko) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    let mut warnings = Vec::new();
    for (imported, lang) in [(&mut en, Lang::En), (&mut ko, Lang::Ko)] {
        imported.article.lang = lang;
        let name = imported_name(imported, &format!("the {lang} text"));
        for warning in std::mem::take(&mut imported.warnings) {
            let name = name.clone();
            warnings.push(Warning::Import { name, warning });
        }
        if imported.detected.is_none() {
            warnings.push(Warning::NoLetters {
                name,
                taken_as: lang,
            });
        }
    }
    if swapped {
        warnings.push(Warning::Swapped {
            en: imported_name(&en, "the second text"),
            ko: imported_name(&ko, "the first text"),
        });
    }
    Ok((en, ko, warnings))
}

fn imported_name(imported: &Imported, pasted: &str) -> String {
    let name = imported.article.provenance.name();
    name.unwrap_or_else(|| pasted.to_owned())
}

/// Of texts that belong together at least so much of the shorter one is paired, be the other a summary of it.
const RELATED: f64 = 0.15;

/// Whether two texts were paired that hardly belong together.
pub fn unrelated(bitext: &Bitext) -> Option<Warning> {
    let both = bitext.beads.iter();
    let both = both.filter(|bead| !bead.en.is_empty() && !bead.ko.is_empty());
    let mut paired = PerLang([0, 0]);
    for bead in both {
        paired[Lang::En] += bead.en.len();
        paired[Lang::Ko] += bead.ko.len();
    }
    let of = |lang: Lang| (bitext.side(lang).segments.len(), paired[lang]);
    let (sentences, paired) = of(Lang::En).min(of(Lang::Ko));
    let is_related = paired > 0 && paired as f64 >= sentences as f64 * RELATED;
    (!is_related).then(|| Warning::Unrelated {
        en: bitext.en.name(),
        ko: bitext.ko.name(),
        paired,
        sentences,
    })
}

/// Every line that is not blank as a block of one segment.
pub fn lines(mut article: Article) -> Side {
    article.take_lines_as_blocks();
    let spans = article.blocks.iter().map(|block| block.span.clone());
    let segments = spans
        .map(|span| Segment::new(span, Rule::BlockStart))
        .collect();
    Side { article, segments }
}

impl Prepared {
    /// Pairs the segments. The beads of `pins` come back as made by a person.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn align(
        self,
        pins: &[Pin],
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<Bitext, Cancelled> {
        let known = Known {
            pins,
            lexicon,
            ..Known::default()
        };
        self.align_knowing(known, progress)
    }

    /// [`Prepared::align`] with all that people and their models have to say.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn align_knowing(self, known: Known, progress: &Progress) -> Result<Bitext, Cancelled> {
        let pins = known.pins;
        let links = {
            let texts = |side: &Side| -> Vec<String> {
                let texts = side.segments.iter();
                texts
                    .map(|segment| side.text_of(segment).into_owned())
                    .collect()
            };
            let (en, ko) = (texts(&self.en), texts(&self.ko));
            let en: Vec<&str> = en.iter().map(String::as_str).collect();
            let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
            align(&en, &ko, known, progress)?
        };
        let mut bitext = Bitext::new(self.en, self.ko, &links);
        let pins: HashSet<(&[usize], &[usize])> =
            pins.iter().map(|(en, ko)| (&en[..], &ko[..])).collect();
        for (bead, link) in bitext.beads.iter_mut().zip(&links) {
            if pins.contains(&(&link.en[..], &link.ko[..])) {
                bead.origin = Origin::Person;
            }
        }
        Ok(bitext)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jjak_core::article::Provenance;

    fn imported(text: &str, file: &str) -> Imported {
        let lang = Lang::of(text);
        Imported {
            article: Article {
                lang: lang.unwrap_or(Lang::En),
                text: text.into(),
                blocks: Vec::new(),
                provenance: Provenance {
                    file: (!file.is_empty()).then(|| file.into()),
                    ..Provenance::default()
                },
            },
            detected: lang,
            original: text.as_bytes().into(),
            warnings: Vec::new(),
            langs: Vec::new(),
            has_encoding: true,
        }
    }

    #[test]
    fn two_texts_of_one_language_are_refused_by_name() {
        let error = prepare_lines(imported("One.", "a.txt"), imported("Two.", "b.txt"));
        let message = error.unwrap_err().to_string();
        assert!(
            message.starts_with("a.txt and b.txt are both English"),
            "{message}"
        );
    }

    #[test]
    fn swapped_texts_change_places_with_a_warning() {
        let prepared = prepare_lines(imported("하나.", "a"), imported("One.", "")).unwrap();
        assert_eq!(prepared.en.article.text, "One.");
        assert_eq!(prepared.ko.article.lang, Lang::Ko);
        assert_eq!(
            prepared.warnings,
            [Warning::Swapped {
                en: "the second text".into(),
                ko: "a".into()
            }]
        );
    }

    #[test]
    fn a_text_without_letters_takes_the_place_that_is_left() {
        let prepared = prepare_lines(imported("하나.", "ko"), imported("1.", "figures")).unwrap();
        assert_eq!(prepared.en.article.lang, Lang::En);
        assert_eq!(prepared.en.article.text, "1.");
        assert_eq!(prepared.warnings.len(), 2);
    }

    #[test]
    fn lines_are_sentences_and_blank_ones_are_none() {
        let prepared = prepare_lines(
            imported("\n One. Two. \r\n\n Three.", "en"),
            imported("하나. 둘.\n셋.\n", "ko"),
        )
        .unwrap();
        let bitext = prepared
            .align(&[], Lexicon::shipped(), &Progress::default())
            .unwrap();
        let conservation = bitext.check().unwrap();
        assert_eq!(conservation.en.segments, 2);
        assert_eq!(conservation.en.excluded, 0);
        assert_eq!(bitext.en.text_of(&bitext.en.segments[0]), "One. Two.");
    }

    #[test]
    fn a_text_of_nothing_is_named() {
        let error = prepare_lines(imported("One.", "en"), imported(" \n", "ko.txt"));
        assert!(error.unwrap_err().to_string().starts_with("ko.txt: "));
    }
}

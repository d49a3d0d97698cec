//! What of a bitext is written, and in which form: one set of options for every format, the window and the command
//! line. What a format cannot hold it leaves out, see [`Format`](crate::exchange::Format).

use super::known::KnownPairs;
use super::newest::NewestWork;
use super::normal::Normal;
use crate::clock;
use crate::exchange::format::Format;
use jiff::Timestamp;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, State, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The options of an export; the window remembers them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Language codes as the receiving tool writes them; see [`is_language_code`].
    pub en_code: String,
    pub ko_code: String,
    /// Beads that a person said one of these of.
    pub states: BTreeSet<State>,
    /// Beads of these verdicts; `None` stands for those without one.
    pub verdicts: BTreeSet<Option<Verdict>>,
    /// Beads below this confidence are left out, unless a person accepted or made them.
    pub min_confidence: f32,
    /// Beads of more than one segment on a side, too.
    pub many: bool,
    /// Segments without a counterpart, too, where the format can hold them.
    pub one_sided: bool,
    /// Whole paragraphs instead of beads; see [`paragraphs`](super::paragraphs).
    pub paragraphs: bool,
    pub duplicates: Duplicates,
    pub order: UnitOrder,
    /// The language translated from, which stands first; if `None` what each work says.
    pub source: Option<Lang>,
    /// E-mail addresses, telephone and resident registration numbers are masked, and where the texts came from is not
    /// told.
    pub mask: bool,
    /// Pairs that are left out since somebody has them.
    #[serde(skip)]
    pub known: KnownPairs,
    /// Of several works those that a later one translates otherwise are left out.
    #[serde(skip)]
    pub newest: NewestWork,
    pub normal: Normal,
    /// Cells of CSV that a spreadsheet would take for formulas begin with an apostrophe.
    pub spreadsheet_safe: bool,
    /// What filters of corpora go by, of each pair ([`Quality`](jjak_core::evidence::quality::Quality)), where the format is
    /// a table or JSON lines.
    pub quality: bool,
    /// By what tools tell a match in context (101%): of each pair of TMX the segments of the source before and after it;
    /// in XLIFF, where its order tells, all of the source, be it without a counterpart.
    pub context: bool,
    /// The notes that people wrote on beads.
    pub notes: bool,
    /// The texts alone: nothing of where they come from, what was said of them or how sure anybody is.
    pub plain: bool,
    /// The language that a report ([`Format::Html`](crate::exchange::Format)) speaks.
    pub report: Lang,
    /// When the file says that it was made.
    #[serde(skip, default = "clock::now")]
    pub created: Timestamp,
}

/// What becomes of pairs that say the same on both sides as one before them, of the same project or of another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duplicates {
    #[default]
    KeepAll,
    KeepFirst,
}

/// The order of the pairs of each project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitOrder {
    /// As the rows stand: English order, with what has no English beside its Korean neighbours. In XLIFF a work from
    /// Korean has Korean order, as its units are each other's context.
    #[default]
    Document,
    /// The order of the English text; what has none comes last.
    English,
    /// The order of the Korean text; what has none comes last.
    Korean,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            en_code: "en-US".into(),
            ko_code: "ko-KR".into(),
            states: State::ALL.into(),
            verdicts: Options::all_verdicts().collect(),
            min_confidence: 0.0,
            many: true,
            one_sided: false,
            paragraphs: false,
            duplicates: Duplicates::default(),
            order: UnitOrder::default(),
            source: None,
            mask: false,
            known: KnownPairs::default(),
            newest: NewestWork::default(),
            normal: Normal::default(),
            spreadsheet_safe: true,
            quality: false,
            context: false,
            notes: true,
            plain: false,
            report: Lang::En,
            created: clock::now(),
        }
    }
}

impl Options {
    /// Every verdict that a bead can have, none among them.
    pub fn all_verdicts() -> impl Iterator<Item = Option<Verdict>> {
        let verdicts = Verdict::ALL.into_iter().map(Some);
        verdicts.chain([None])
    }

    /// The code of a language as the receiving tool writes it.
    pub fn code(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en_code,
            Lang::Ko => &self.ko_code,
        }
    }

    /// Whether sentences of the source stay without a counterpart, as what is said in context.
    pub fn keeps_sources(&self, format: Format) -> bool {
        self.context && matches!(format, Format::Xliff12 | Format::Xliff21)
    }

    /// Whether `bead` is among those asked for, whatever its shape.
    pub fn include(&self, bead: &Bead) -> bool {
        self.states.contains(&bead.state)
            && self.verdicts.contains(&bead.verdict)
            && (bead.is_pinned() || bead.confidence >= self.min_confidence)
    }
}

impl Duplicates {
    pub const ALL: [Duplicates; 2] = [Duplicates::KeepAll, Duplicates::KeepFirst];

    pub fn as_str(self) -> &'static str {
        match self {
            Duplicates::KeepAll => "keep-all",
            Duplicates::KeepFirst => "keep-first",
        }
    }
}

impl UnitOrder {
    pub const ALL: [UnitOrder; 3] = [UnitOrder::Document, UnitOrder::English, UnitOrder::Korean];

    pub fn as_str(self) -> &'static str {
        match self {
            UnitOrder::Document => "document",
            UnitOrder::English => "english",
            UnitOrder::Korean => "korean",
        }
    }
}

/// Whether `code` has the form of a language code: `en`, `en-US`, `ko-Kore-KR`.
pub fn is_language_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    matches!(language.len(), 2 | 3)
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| {
            matches!(part.len(), 1..=8) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_codes_have_a_form() {
        for good in ["en", "ko-KR", "kok", "zh-Hant-TW"] {
            assert!(is_language_code(good), "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "en-US\"", "한국"] {
            assert!(!is_language_code(bad), "{bad}");
        }
    }

    #[test]
    fn what_was_remembered_comes_back() {
        let mut options = Options {
            order: UnitOrder::Korean,
            ..Options::default()
        };
        options.verdicts.remove(&None);
        options.states.remove(&State::Flagged);
        let json = serde_json::to_string(&options).unwrap();
        let again: Options = serde_json::from_str(&json).unwrap();
        let created = options.created;
        assert_eq!(Options { created, ..again }, options);
    }
}

//! Pairs as files have them, whatever the format: cells, rows, what goes wrong with them, and how they become a bitext.

pub(super) mod bad_rows;
pub(super) mod columns;
pub(super) mod elements;
mod error;
mod hunalign_table;
pub(super) mod rows;
pub(super) mod sentences;
pub(super) mod source;

pub use bad_rows::BadRows;
pub use columns::Columns;
pub use error::{BilingualError, BilingualWarning};
pub use rows::{Chunk, Offsets};
pub(crate) use sentences::Mark;

use crate::project::Labels;
use bad_rows::Skipped;
use jjak_core::article::{BlockKind, Lang, PerLang, Provenance};
use jjak_core::bitext::{Bitext, Origin, State, Verdict};
use rows::Rows;
use source::{Fault, Source};

/// Most memory, in bytes, that the bitext of a file of pairs may take: some millions of them. A file that is kept beside
/// it, or read whole for its format or encoding, may be a quarter of it.
pub const MAX_BILINGUAL_BYTES: u64 = 4 << 30;
/// Longest row as it is written, in bytes.
pub(in crate::exchange) const MAX_ROW_BYTES: usize = 8 * MAX_CELL_BYTES;
/// Longest text of one side of a row, in bytes: no sentence, nor a paragraph.
pub const MAX_CELL_BYTES: usize = 1 << 20;
/// Deepest nesting of an XML file's elements; the standards need a dozen.
pub const MAX_XML_DEPTH: usize = 64;
/// Most pairs of texts that an alignment apart from them may speak of.
pub const MAX_TEXTS: usize = 10_000;

/// One side of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(in crate::exchange) text: String,
    /// Where its sentences stand, as far as the file tells.
    pub(in crate::exchange) marks: Vec<Mark>,
}

/// A pair as it stood in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(in crate::exchange) cells: PerLang<Cell>,
    pub(in crate::exchange) confidence: f32,
    pub(in crate::exchange) state: State,
    pub(in crate::exchange) verdict: Option<Verdict>,
    pub(in crate::exchange) note: String,
    pub(in crate::exchange) origin: Origin,
}

impl Default for Row {
    /// A file of pairs that says nothing more was made by a person, as far as we know.
    fn default() -> Row {
        Row {
            cells: Default::default(),
            confidence: 1.0,
            state: State::Unreviewed,
            verdict: None,
            note: String::new(),
            origin: Origin::Person,
        }
    }
}

impl Row {
    pub(in crate::exchange) fn cell(&mut self, lang: Lang) -> &mut Cell {
        &mut self.cells[lang]
    }

    pub(in crate::exchange) fn take_note(&mut self, note: &str) {
        add_note(&mut self.note, note);
    }

    /// Takes all of them, in whatever order another tool left them.
    pub(in crate::exchange) fn take_all(&mut self, mut facts: Vec<(String, String)>) {
        // The origin has the last word after the confidence.
        facts.sort_by_key(|(name, _)| name != "confidence");
        for (name, value) in facts {
            self.take(&name, &value);
        }
    }

    /// Takes what the field `name` of a file that Jjak wrote says; other names and values say nothing.
    pub(in crate::exchange) fn take(&mut self, name: &str, value: &str) {
        match name {
            "confidence" => {
                let number = value.parse().ok();
                let sound = number.filter(|number| (0.0..=1.0).contains(number));
                self.confidence = sound.unwrap_or(self.confidence);
                self.origin = Origin::Engine;
            }
            "state" => self.state = State::named(value).unwrap_or_default(),
            "verdict" => self.verdict = Verdict::named(value),
            "note" => value.clone_into(&mut self.note),
            "origin" => self.origin = Origin::named(value).unwrap_or_default(),
            "en-sentences" | "en_sentences" => self.cell(Lang::En).marks = Mark::all(value),
            "ko-sentences" | "ko_sentences" => self.cell(Lang::Ko).marks = Mark::all(value),
            _ => {}
        }
    }
}

/// Adds to a note.
pub(in crate::exchange) fn add_note(note: &mut String, more: &str) {
    let more = more.trim();
    if !more.is_empty() && !note.is_empty() {
        note.push_str(" / ");
    }
    note.push_str(more);
}

/// What a file of pairs holds.
#[derive(Clone, Debug, Default)]
pub struct BilingualFile {
    pub(in crate::exchange) rows: Rows,
    pub(in crate::exchange) provenance: PerLang<Provenance>,
    pub(in crate::exchange) labels: Labels,
    /// How many rows the file says were translated from English, and from Korean.
    pub(in crate::exchange) directions: PerLang<usize>,
    /// Of each side the places of sentences that begin a paragraph, in order; empty if the file does not tell.
    pub(in crate::exchange) paragraphs: PerLang<Vec<(usize, BlockKind)>>,
    pub warnings: Vec<BilingualWarning>,
    pub(in crate::exchange) bad_rows: BadRows,
    pub(in crate::exchange) skipped: Skipped,
}

/// How a file of pairs is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions<'a> {
    /// The columns of a table that are the texts, if they are not to be found.
    pub columns: Option<&'a Columns>,
    pub bad_rows: BadRows,
}

impl BilingualFile {
    /// Says how many there were, if any.
    pub(in crate::exchange) fn warn(
        &mut self,
        count: usize,
        warning: fn(usize) -> BilingualWarning,
    ) {
        if count > 0 {
            self.warnings.push(warning(count));
        }
    }

    /// Takes what the file says a row was translated from.
    pub(in crate::exchange) fn take_direction(&mut self, source: Lang) {
        self.directions[source] += 1;
    }

    /// Takes the direction of most rows for that of all.
    fn settle_direction(&mut self) {
        let [en, ko] = self.directions.0;
        if ko > en {
            self.labels.source = Some(Lang::Ko);
        }
        self.warn(en.min(ko), BilingualWarning::OtherDirection);
    }

    /// Takes what a file that Jjak wrote says of all its pairs: `en-title`, `ko-url`, `domain` ...; other names say
    /// nothing.
    pub(in crate::exchange) fn take_about(&mut self, name: &str, text: &str) {
        let [en, ko] = &mut self.provenance.0;
        let (provenance, what) = match name.split_once('-') {
            Some(("en", what)) => (en, what),
            Some(("ko", what)) => (ko, what),
            _ => {
                match name {
                    "domain" => drop(self.labels.domain.get_or_insert_with(|| text.into())),
                    "reviewer" => drop(self.labels.reviewer.get_or_insert_with(|| text.into())),
                    "licence" => drop(self.labels.licence.get_or_insert_with(|| text.into())),
                    _ => {}
                }
                return;
            }
        };
        let field = match what {
            "title" => &mut provenance.title,
            "byline" => &mut provenance.byline,
            "date" => &mut provenance.date,
            "url" => &mut provenance.url,
            "file" => {
                provenance.file.get_or_insert_with(|| text.into());
                return;
            }
            _ => return,
        };
        // Of several files in one the first tells.
        field.get_or_insert_with(|| text.to_owned());
    }
}

/// The language that a code such as `en-US` or `KO_kr` names, of those we pair.
pub(in crate::exchange) fn language(code: &str) -> Option<Lang> {
    let name = code.split(['-', '_']).next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "en" | "eng" => Some(Lang::En),
        "ko" | "kor" => Some(Lang::Ko),
        _ => None,
    }
}

pub(in crate::exchange) fn decoded(bytes: &[u8]) -> Result<String, BilingualError> {
    Source::Memory(bytes).text().map_err(Fault::of_memory)
}

impl BilingualFile {
    /// Sees that there are pairs, and says which rows were none.
    pub(in crate::exchange) fn settle(&mut self) -> Result<(), BilingualError> {
        self.tell_skipped();
        if self.rows.is_empty() {
            return Err(BilingualError::Empty);
        }
        self.settle_direction();
        self.warn(self.rows.blank(), BilingualWarning::NoText);
        self.warn(self.rows.lost(), BilingualWarning::Lost);
        self.rows.send();
        Ok(())
    }

    /// The rows as a bitext. Where the file tells where the sentences stood, those that crossed cross again.
    pub fn into_bitext(self) -> Bitext {
        self.rows.into_bitext(self.provenance, self.paragraphs)
    }
}

//! TMX of any tool: the English and the Korean text of every unit, and what Jjak noted beside them.

use crate::exchange::pairs::elements::{Elements, root_is, walk};
use crate::exchange::pairs::source::{Fault, Stream};
use crate::exchange::pairs::{
    BilingualError, BilingualFile, BilingualWarning, MAX_ROW_BYTES, Row, language,
};
use jjak_core::article::Lang;
use jjak_core::xml::{attribute, xml_attribute};
use quick_xml::events::BytesStart;

/// Elements whose content is another tool's code, not text.
const CODES: [&str; 5] = ["bpt", "ept", "ph", "it", "ut"];
const OUR_PROPS: &str = "x-jjak-";

#[derive(Default)]
struct State {
    aligned: BilingualFile,
    row: Option<Row>,
    /// What the header says was translated from, and what the unit that is open says.
    source: Option<Lang>,
    unit_source: Option<Lang>,
    /// The language of the first text of ours.
    first: Option<Lang>,
    /// Why the row that is open cannot be read.
    bad: Option<BilingualError>,
    lang: Option<Lang>,
    /// What the `prop` that is open is about.
    prop: String,
    text: String,
    codes: usize,
    other_languages: usize,
    second_texts: usize,
}

pub(in crate::exchange) fn read(
    xml: Stream,
    aligned: BilingualFile,
) -> Result<BilingualFile, Fault> {
    let mut state = State {
        aligned,
        ..State::default()
    };
    walk(xml, &mut state).map_err(|fault| fault.at_row(state.aligned.rows.next()))?;
    let mut aligned = state.aligned;
    // Where nobody says what was translated from, what stands first was.
    if let (None, [0, 0], Some(Lang::Ko)) = (state.source, aligned.directions.0, state.first) {
        aligned.take_direction(Lang::Ko);
    }
    aligned.warn(state.other_languages, BilingualWarning::OtherLanguage);
    aligned.warn(state.second_texts, BilingualWarning::SecondText);
    aligned.warn(state.codes, BilingualWarning::Codes);
    Ok(aligned)
}

/// The language that an element says its texts were translated from; `*all*` is none.
fn source_of(element: &BytesStart) -> Option<Lang> {
    attribute(element, "srclang").as_deref().and_then(language)
}

impl Elements for State {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError> {
        root_is("tmx", name, above)?;
        match name {
            "header" => self.source = source_of(element),
            "tu" => {
                self.row = Some(Row::default());
                self.unit_source = source_of(element).or(self.source);
            }
            "tuv" => {
                let code = xml_attribute(element, "lang").unwrap_or_default();
                self.lang = language(&code);
                self.first = self.first.or(self.lang);
                self.other_languages += usize::from(self.lang.is_none());
            }
            "seg" | "note" => self.text.clear(),
            "prop" => {
                self.prop = attribute(element, "type").unwrap_or_default();
                self.text.clear();
            }
            code if CODES.contains(&code) => self.codes += 1,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, above: &[String]) -> Result<(), BilingualError> {
        let within = above.last().map(String::as_str);
        let text = self.text.trim();
        match (name, within, &mut self.row) {
            ("seg", _, Some(row)) => {
                // A second text of a language is a variant; the first counts.
                let cell = self.lang.map(|lang| row.cell(lang));
                match cell {
                    Some(cell) if cell.text.is_empty() => cell.text.clone_from(&self.text),
                    Some(_) => self.second_texts += 1,
                    None => {}
                }
            }
            ("note", Some("tu" | "tuv"), Some(row)) => {
                row.take_note(text);
            }
            ("prop", Some("tu"), Some(row)) => {
                if let Some(name) = self.prop.strip_prefix(OUR_PROPS) {
                    row.take(name, text);
                }
            }
            ("prop", Some("header"), _) => {
                if let Some(name) = self.prop.strip_prefix(OUR_PROPS) {
                    self.aligned.take_about(name, text);
                }
            }
            ("tuv", ..) => self.lang = None,
            ("tu", ..) => {
                if let Some(row) = self.row.take() {
                    if let Some(source) = self.unit_source {
                        self.aligned.take_direction(source);
                    }
                    let row = self.bad.take().map_or(Ok(row), Err);
                    self.aligned.take_row(row)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn unknown(&mut self, error: BilingualError) -> Result<(), BilingualError> {
        match self.row {
            Some(_) => drop(self.bad.get_or_insert(error)),
            None => return Err(error),
        }
        Ok(())
    }

    fn text(&mut self, text: &str, open: &[String]) {
        let is_code = open.iter().any(|name| CODES.contains(&name.as_str()));
        // A text without an end needs no more of it to be refused.
        if !is_code && self.text.len() < MAX_ROW_BYTES {
            self.text.push_str(text);
        }
    }
}

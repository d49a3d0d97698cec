//! TMX of any tool: the English and the Korean text of every unit, and what Jjak noted beside them.

use super::{Aligned, AlignedError, AlignedWarning, MAX_TMX_DEPTH, Row};
use crate::article::{Lang, Provenance};
use crate::xml::{attribute, character, local};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements whose content is another tool's code, not text.
const CODES: [&str; 5] = ["bpt", "ept", "ph", "it", "ut"];
const OUR_PROPS: &str = "x-jjak-";

#[derive(Default)]
struct State {
    aligned: Aligned,
    /// Names of the open elements, without prefix.
    open: Vec<String>,
    row: Option<Row>,
    lang: Option<Lang>,
    /// What the `prop` that is open is about.
    prop: String,
    text: String,
    codes: usize,
    other_languages: usize,
}

pub(super) fn read(xml: &str) -> Result<Aligned, AlignedError> {
    let mut reader = Reader::from_str(xml);
    let mut state = State::default();
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|error| AlignedError::NotXml {
            at: reader.error_position(),
            why: error.to_string(),
        })?;
        match event {
            Event::Start(element) => state.open(&element)?,
            Event::Empty(element) => {
                state.open(&element)?;
                state.close();
            }
            Event::End(_) => state.close(),
            Event::Text(text) => state.text(&text.xml10_content()),
            Event::CData(text) => state.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let character =
                    character(&entity).map_err(|name| AlignedError::UnknownEntity { at, name })?;
                state.text(character.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if let Some(open) = state.open.last() {
        return Err(AlignedError::NotXml {
            at: xml.len() as u64,
            why: format!("<{open}> is not closed"),
        });
    }
    let mut aligned = state.aligned;
    if state.other_languages > 0 {
        let warning = AlignedWarning::OtherLanguage(state.other_languages);
        aligned.warnings.push(warning);
    }
    if state.codes > 0 {
        aligned.warnings.push(AlignedWarning::Codes(state.codes));
    }
    Ok(aligned)
}

/// The language that a code such as `en-US` or `KO_kr` names, of those we pair.
fn language(code: &str) -> Option<Lang> {
    let name = code.split(['-', '_']).next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "en" | "eng" => Some(Lang::En),
        "ko" | "kor" => Some(Lang::Ko),
        _ => None,
    }
}

impl State {
    fn open(&mut self, element: &BytesStart) -> Result<(), AlignedError> {
        let name = local(element.name().as_ref());
        if self.open.is_empty() && name != "tmx" {
            return Err(AlignedError::NotTmx(name));
        }
        if self.open.len() >= MAX_TMX_DEPTH {
            return Err(AlignedError::TooDeep);
        }
        match name.as_str() {
            "tu" => self.row = Some(Row::default()),
            "tuv" => {
                let code = attribute(element, "lang").unwrap_or_default();
                self.lang = language(&code);
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
        self.open.push(name);
        Ok(())
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        let within = self.open.last().map(String::as_str);
        let text = self.text.trim();
        match (name.as_str(), within, &mut self.row) {
            ("seg", _, Some(row)) => {
                // A second text of a language is a variant; the first counts.
                if let Some(lang) = self.lang
                    && row.cell(lang).text.is_empty()
                {
                    row.cell(lang).text = text.to_owned();
                }
            }
            ("note", Some("tu"), Some(row)) => {
                if !row.note.is_empty() {
                    row.note.push_str(" / ");
                }
                row.note.push_str(text);
            }
            ("prop", Some("tu"), Some(row)) => {
                if let Some(name) = self.prop.strip_prefix(OUR_PROPS) {
                    row.take(name, text);
                }
            }
            ("prop", Some("header"), _) => {
                if let Some(name) = self.prop.strip_prefix(OUR_PROPS) {
                    let [en, ko] = &mut self.aligned.provenance;
                    match name.split_once('-') {
                        Some(("en", what)) => take_provenance(en, what, text),
                        Some(("ko", what)) => take_provenance(ko, what, text),
                        _ if name == "domain" => self.aligned.labels.domain = Some(text.into()),
                        _ if name == "reviewer" => self.aligned.labels.reviewer = Some(text.into()),
                        _ => {}
                    }
                }
            }
            ("tuv", ..) => self.lang = None,
            ("tu", ..) => self.aligned.rows.extend(self.row.take()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let is_code = self.open.iter().any(|name| CODES.contains(&name.as_str()));
        if !is_code {
            self.text.push_str(text);
        }
    }
}

fn take_provenance(provenance: &mut Provenance, what: &str, text: &str) {
    let field = match what {
        "title" => &mut provenance.title,
        "byline" => &mut provenance.byline,
        "date" => &mut provenance.date,
        "url" => &mut provenance.url,
        _ => return,
    };
    *field = Some(text.to_owned());
}

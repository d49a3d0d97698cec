//! The reader of SRX 2.0 files. Nothing outside the file is ever looked at: entities other than XML's own are refused.

use super::{
    MAX_SRX_BYTES, MAX_SRX_DEPTH, MAX_SRX_RULES, Srx, SrxFault, SrxLanguage, SrxMap, SrxRule,
};
use crate::xml::{attribute, character, local};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A file that is no SRX at all. What is wrong with single rules is in [`Srx::faults`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum SrxError {
    #[error("the file is larger than an SRX file may be ({MAX_SRX_BYTES} bytes)")]
    TooLarge,
    #[error("the file has more rules than an SRX file may have ({MAX_SRX_RULES})")]
    TooManyRules,
    #[error("its elements are nested deeper than {MAX_SRX_DEPTH}; this is no SRX file")]
    TooDeep,
    #[error("byte {at}: this is no well-formed XML ({why})")]
    NotXml { at: u64, why: String },
    #[error(
        "byte {at}: the entity &{name}; is not known; only &amp; &lt; &gt; &quot; &apos; and numbers are"
    )]
    UnknownEntity { at: u64, name: String },
    #[error("the first element is <{0}>, not <srx>; give an SRX 2.0 file")]
    NotSrx(String),
    #[error("there is no <srx> element; give an SRX 2.0 file")]
    Empty,
}

/// What is being read.
#[derive(Default)]
struct State {
    srx: Srx,
    /// Names of the open elements, without prefix.
    open: Vec<String>,
    rule: Option<RawRule>,
    rules: usize,
}

#[derive(Default)]
struct RawRule {
    breaks: bool,
    before: String,
    after: String,
}

impl Srx {
    /// Reads an SRX file.
    ///
    /// # Errors
    /// [`SrxError`] if it is no SRX file, or larger than the limits.
    pub fn read(xml: &str) -> Result<Srx, SrxError> {
        if xml.len() > MAX_SRX_BYTES {
            return Err(SrxError::TooLarge);
        }
        let mut reader = Reader::from_str(xml);
        let mut state = State::default();
        loop {
            let at = reader.buffer_position();
            let event = reader.read_event().map_err(|error| SrxError::NotXml {
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
                        character(&entity).map_err(|name| SrxError::UnknownEntity { at, name })?;
                    state.text(character.encode_utf8(&mut [0; 4]));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        match state.open.last() {
            Some(open) => Err(SrxError::NotXml {
                at: xml.len() as u64,
                why: format!("<{open}> is not closed"),
            }),
            None if state.srx.languages.is_empty()
                && state.srx.maps.is_empty()
                && state.rules == 0 =>
            {
                Err(SrxError::Empty)
            }
            None => Ok(state.srx),
        }
    }
}

impl State {
    fn open(&mut self, element: &BytesStart) -> Result<(), SrxError> {
        let name = local(element.name().as_ref());
        if self.open.is_empty() && name != "srx" {
            return Err(SrxError::NotSrx(name));
        }
        if self.open.len() >= MAX_SRX_DEPTH {
            return Err(SrxError::TooDeep);
        }
        let value = |wanted| attribute(element, wanted).unwrap_or_default();
        match name.as_str() {
            "header" => self.srx.cascade = value("cascade").eq_ignore_ascii_case("yes"),
            "languagerule" => self.srx.languages.push(SrxLanguage {
                name: value("languagerulename"),
                rules: Vec::new(),
            }),
            "rule" => {
                self.rules += 1;
                if self.rules > MAX_SRX_RULES {
                    return Err(SrxError::TooManyRules);
                }
                self.rule = Some(RawRule {
                    // A rule breaks unless it says no.
                    breaks: !value("break").eq_ignore_ascii_case("no"),
                    ..RawRule::default()
                });
            }
            "languagemap" => self.map(&value("languagepattern"), &value("languagerulename")),
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn map(&mut self, pattern: &str, language: &str) {
        let map = SrxMap::new(pattern, language).unwrap_or_else(|why| {
            self.srx.faults.push(SrxFault {
                language: language.to_owned(),
                rule: None,
                why,
            });
            SrxMap::unusable(pattern, language)
        });
        self.srx.maps.push(map);
    }

    fn close(&mut self) {
        if self.open.pop().as_deref() == Some("rule")
            && let (Some(rule), Some(language)) = (self.rule.take(), self.srx.languages.last_mut())
        {
            let made = SrxRule::new(rule.breaks, &rule.before, &rule.after);
            let made = made.unwrap_or_else(|why| {
                self.srx.faults.push(SrxFault {
                    language: language.name.clone(),
                    rule: Some(language.rules.len() + 1),
                    why,
                });
                SrxRule::unusable(rule.breaks, &rule.before, &rule.after)
            });
            language.rules.push(made);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(rule) = &mut self.rule else { return };
        match self.open.last().map(String::as_str) {
            Some("beforebreak") => rule.before.push_str(text),
            Some("afterbreak") => rule.after.push_str(text),
            _ => {}
        }
    }
}

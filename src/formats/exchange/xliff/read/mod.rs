//! XLIFF 1.2 and 2.x of any tool, and the kinds of 1.2 that Trados (sdlxliff) and memoQ (mqxliff) write: the English
//! and the Korean text of every segment with its state, and what Jjak noted beside them.
//!
//! XLIFF 1.2 <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>, XLIFF 2.1
//! <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>.

mod inline;
mod state;
mod unit;

use crate::exchange::pairs::elements::{Elements, root_is, walk_text};
use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning, add_note, language};
use inline::{is_code, is_hidden, stands_for};
use jjak_core::article::Lang;
use jjak_core::xml::{PREFIX, attribute, is_ours, ours};
use quick_xml::events::BytesStart;
use std::collections::HashMap;
use unit::{UnitPart, XliffUnit};

/// What the text that comes belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Into {
    UnitPart(UnitPart),
    Note,
    /// A comment of Trados, kept by its number.
    Comment,
    /// The value of a `meta` of ours.
    Meta,
}

#[derive(Default)]
struct Reader {
    aligned: BilingualFile,
    /// Whether it is of version 2.
    is_two: bool,
    /// The languages of source and target; `None` where it is no language of ours.
    languages: [Option<Lang>; 2],
    unit: Option<XliffUnit>,
    /// Why the rows that are open cannot be read.
    bad: Option<BilingualError>,
    /// Where text goes, and how many elements were open when that began.
    into: Option<(Into, usize)>,
    /// How many elements were open where text that is none began.
    hidden: Option<usize>,
    text: String,
    /// Name of the open `meta`, and whether its group is ours.
    meta: String,
    is_our_group: bool,
    /// Trados' comments by their number.
    comments: HashMap<String, String>,
    comment: String,
    codes: usize,
    other_languages: usize,
    outside: usize,
    untranslatable: usize,
}

pub(in crate::exchange) fn read(
    xml: &str,
    aligned: BilingualFile,
) -> Result<BilingualFile, BilingualError> {
    let mut reader = Reader {
        aligned,
        ..Reader::default()
    };
    walk_text(xml, &mut reader)?;
    let mut aligned = reader.aligned;
    if aligned.rows.is_empty() && reader.other_languages > 0 {
        return Err(BilingualError::OtherLanguages);
    }
    aligned.warn(reader.other_languages, BilingualWarning::OtherLanguage);
    aligned.warn(reader.codes, BilingualWarning::Codes);
    aligned.warn(reader.outside, BilingualWarning::Outside);
    aligned.warn(reader.untranslatable, BilingualWarning::Untranslatable);
    Ok(aligned)
}

impl Elements for Reader {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError> {
        root_is("xliff", name, above)?;
        if let Some((Into::UnitPart(part), _)) = self.into {
            self.open_inline(element, name, part, above.len());
            return Ok(());
        }
        let within = above.last().map_or("", String::as_str);
        match name {
            "xliff" => {
                let version = attribute(element, "version").unwrap_or_default();
                self.is_two = version.starts_with('2');
                self.take_languages(element, "srclang", "trglang");
            }
            "file" if !self.is_two => {
                self.take_languages(element, "source-language", "target-language");
            }
            "trans-unit" | "unit" => self.unit = Some(XliffUnit::open(element)),
            "segment" if within == "unit" => {
                if let Some(unit) = &mut self.unit {
                    unit.open_segment(element);
                }
            }
            "source" | "target" | "seg-source" if is_of_unit(within) => {
                let part = match name {
                    "source" => UnitPart::Source,
                    "target" => UnitPart::Target,
                    _ => UnitPart::Segmented,
                };
                if let Some(unit) = &mut self.unit {
                    unit.open_part(part, element);
                    self.into = Some((Into::UnitPart(part), above.len()));
                }
            }
            "note" if is_note_of_unit(above) => self.collect(Into::Note, above.len()),
            "comment" if above.iter().any(|name| name == "comments") => {
                self.collect(Into::Comment, above.len());
            }
            "cmt-def" => self.comment = attribute(element, "id").unwrap_or_default(),
            // Trados' word on each segment.
            "seg" if within == "seg-defs" => {
                if let Some(unit) = &mut self.unit {
                    unit.take_definition(element);
                }
            }
            "metagroup" => {
                self.is_our_group = attribute(element, "category").as_deref() == Some(PREFIX);
            }
            "meta" if self.is_our_group => {
                self.meta = attribute(element, "type").unwrap_or_default();
                self.collect(Into::Meta, above.len());
            }
            // What we say of a file of 1.2.
            "about" if within == "header" && is_ours(element) => {
                for (name, value) in ours(element) {
                    self.aligned.take_about(&name, &value);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, above: &[String]) -> Result<(), BilingualError> {
        let depth = above.len();
        if self.hidden == Some(depth) {
            self.hidden = None;
        }
        match self.into {
            Some((into, at)) if at == depth => {
                self.into = None;
                self.finish(into);
            }
            Some((Into::UnitPart(part), _)) => {
                if let Some(unit) = &mut self.unit {
                    unit.close_inline(part, depth);
                }
            }
            _ => {}
        }
        match name {
            "segment" if self.is_two => self.take_rows()?,
            "trans-unit" => {
                self.take_rows()?;
                self.unit = None;
            }
            "unit" => self.unit = None,
            _ => {}
        }
        Ok(())
    }

    fn unknown(&mut self, error: BilingualError) -> Result<(), BilingualError> {
        match self.unit {
            Some(_) => drop(self.bad.get_or_insert(error)),
            None => return Err(error),
        }
        Ok(())
    }

    fn text(&mut self, text: &str, _: &[String]) {
        match self.into {
            _ if self.hidden.is_some() => {}
            Some((Into::UnitPart(part), _)) => {
                if let Some(unit) = &mut self.unit {
                    unit.push(part, text);
                }
            }
            Some(_) => self.text.push_str(text),
            None => {}
        }
    }
}

/// Whether texts in this element are a unit's own, rather than those of a match or of an older version.
fn is_of_unit(within: &str) -> bool {
    matches!(within, "trans-unit" | "segment")
}

fn is_note_of_unit(above: &[String]) -> bool {
    match above {
        // The Translate Toolkit puts them in the segment.
        [.., around, notes] if notes == "notes" => around == "unit" || around == "segment",
        [.., around] => around == "trans-unit",
        [] => false,
    }
}

impl Reader {
    fn take_languages(&mut self, element: &BytesStart, source: &str, target: &str) {
        let [source, target] = [source, target].map(|name| attribute(element, name));
        let known = |code: &Option<String>| code.as_deref().and_then(language);
        self.languages = match (known(&source), known(&target)) {
            // A file that is not translated yet need not say into what.
            (Some(lang), None) if target.is_none() => [Some(lang), Some(lang.other())],
            known => [known.0, known.1],
        };
    }

    fn collect(&mut self, into: Into, depth: usize) {
        if self.into.is_none() {
            self.text.clear();
            self.into = Some((into, depth));
        }
    }

    fn open_inline(&mut self, element: &BytesStart, name: &str, part: UnitPart, depth: usize) {
        let Some(unit) = &mut self.unit else { return };
        if self.hidden.is_some() {
            return;
        }
        if is_hidden(element, name, self.is_two) {
            self.hidden = Some(depth);
        }
        if is_code(name) {
            unit.push_code(part, stands_for(element));
        }
        if name == "mrk" {
            let kind = attribute(element, "mtype").unwrap_or_default();
            match kind.as_str() {
                "seg" => unit.open_mark(part, attribute(element, "mid"), depth),
                "x-sdl-comment" => {
                    let comment =
                        attribute(element, "sdl:cid").and_then(|id| self.comments.get(&id));
                    unit.take_comment(part, comment.map_or("", String::as_str));
                }
                _ => {}
            }
        }
    }

    /// Keeps the text that was collected.
    fn finish(&mut self, into: Into) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        match (into, &mut self.unit) {
            (Into::Note, Some(unit)) => unit.take_note(text),
            (Into::Meta, Some(unit)) => unit.take_fact(&self.meta, text),
            (Into::Meta, None) => self.aligned.take_about(&self.meta, text),
            (Into::Comment, Some(unit)) => unit.take_note(text),
            (Into::Comment, None) => {
                let comment = self.comments.entry(self.comment.clone()).or_default();
                add_note(comment, text);
            }
            _ => {}
        }
    }

    /// The rows of a segment of 2.x, or of a whole unit of 1.2.
    fn take_rows(&mut self) -> Result<(), BilingualError> {
        let Some(unit) = &mut self.unit else {
            return Ok(());
        };
        if unit.is_header {
            return Ok(());
        }
        if unit.is_untranslatable() {
            self.untranslatable += 1;
            return Ok(());
        }
        let [source, target] = self.languages;
        let bad = self.bad.take();
        let rows = unit.rows();
        self.outside += usize::from(rows.outside);
        self.codes += rows.codes;
        let (Some(source), Some(target)) = (source, target) else {
            let texts = rows
                .rows
                .iter()
                .flat_map(|(source, target, _)| [source, target]);
            self.other_languages += texts.filter(|text| !text.trim().is_empty()).count();
            return Ok(());
        };
        if source == target {
            self.other_languages += rows.rows.len();
            return Ok(());
        }
        for (from, to, mut row) in rows.rows {
            self.aligned.take_direction(source);
            row.cell(source).text = from;
            row.cell(target).text = to;
            self.aligned.take_row(bad.clone().map_or(Ok(row), Err))?;
        }
        Ok(())
    }
}

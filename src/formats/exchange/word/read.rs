//! The table as it comes back. A row that was changed or commented on is flagged, so that it is among the first that a person looks at,
//! and its note says what it was.

use super::{AUTHOR, NAMESPACE};
use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning, Row};
use crate::import::Fault;
use crate::import::word_table::{self, Cell};
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::State;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::fs::File;
use std::path::Path;
use zip::ZipArchive;

/// A pair as it went out.
#[derive(Debug, Default)]
struct Sent {
    facts: Vec<(String, String)>,
    texts: PerLang<String>,
}

/// What the part of ours says.
#[derive(Debug, Default)]
struct Part {
    about: Vec<(String, String)>,
    pairs: HashMap<usize, Sent>,
}

/// Whether a file is a table that Jjak wrote.
pub(crate) fn is_ours(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    let has_part = ZipArchive::new(file).is_ok_and(|archive| {
        let mut names = archive.file_names();
        names.any(|name| name.is_ok_and(|name| name.starts_with("customXml/item")))
    });
    has_part
        && std::fs::read(path).is_ok_and(|bytes| {
            word_table::custom_part(&bytes, NAMESPACE).is_ok_and(|part| part.is_some())
        })
}

pub(crate) fn read(
    bytes: &[u8],
    mut aligned: BilingualFile,
) -> Result<BilingualFile, BilingualError> {
    let found = word_table::read(bytes).map_err(BilingualError::Workbook)?;
    let part = word_table::custom_part(bytes, NAMESPACE).map_err(BilingualError::Workbook)?;
    let Part { about, mut pairs } = match part {
        Some(xml) => parsed(&xml).map_err(|error| {
            BilingualError::Workbook(Fault::damaged("the part of Jjak's", error))
        })?,
        None => Part::default(),
    };
    for (name, value) in about {
        aligned.take_about(&name, &value);
    }
    aligned.warn(found.elsewhere, BilingualWarning::BesideCells);
    let mut has_table = false;
    for table in found.tables {
        let mut rows = table.into_iter();
        let Some(columns) = rows.next().as_deref().and_then(Columns::of) else {
            continue;
        };
        has_table = true;
        for cells in rows {
            let number = columns.text(&cells, columns.number).trim().parse().ok();
            let sent = number.and_then(|number: usize| pairs.remove(&number));
            aligned.take_direction(if columns.texts[Lang::En] < columns.texts[Lang::Ko] {
                Lang::En
            } else {
                Lang::Ko
            });
            aligned.take_row(Ok(columns.row(&cells, sent)))?;
        }
    }
    if !has_table {
        return Err(BilingualError::NoColumns);
    }
    aligned.warn(pairs.len(), BilingualWarning::Removed);
    Ok(aligned)
}

/// Where the columns stand.
struct Columns {
    number: Option<usize>,
    /// English, Korean.
    texts: PerLang<usize>,
    state: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn of(head: &[Cell]) -> Option<Columns> {
        let at = |name: &str| {
            let is_name = |cell: &Cell| cell.text.trim().eq_ignore_ascii_case(name);
            head.iter().position(is_name)
        };
        let [number, en, ko, state, note] = super::COLUMNS.map(at);
        Some(Columns {
            number,
            texts: PerLang([en?, ko?]),
            state,
            note,
        })
    }

    fn text<'c>(&self, cells: &'c [Cell], column: Option<usize>) -> &'c str {
        let cell = column.and_then(|column| cells.get(column));
        cell.map_or("", |cell| &cell.text)
    }

    fn row(&self, cells: &[Cell], sent: Option<Sent>) -> Row {
        let mut row = Row::default();
        let is_new = sent.is_none();
        let sent = sent.unwrap_or_default();
        row.take_all(sent.facts);
        let went_as = row.state;
        let mut changes = Vec::new();
        for lang in Lang::BOTH {
            let column = self.texts[lang];
            let cell = cells.get(column).cloned().unwrap_or_default();
            let before = if is_new {
                &cell.before
            } else {
                &sent.texts[lang]
            };
            if *before != cell.text && !before.is_empty() {
                changes.push(format!("{}: {before}", lang.code()));
            }
            row.cell(lang).text = cell.text;
        }
        row.take_note(self.text(cells, self.note));
        let comments = cells.iter().flat_map(|cell| &cell.comments);
        let mut is_open = !changes.is_empty();
        for (author, said) in comments.filter(|(author, _)| author != AUTHOR) {
            row.take_note(&format!("{author}: {said}"));
            is_open = true;
        }
        let said = State::named(self.text(cells, self.state).trim());
        row.state = said.unwrap_or(row.state);
        if !changes.is_empty() {
            row.take_note(&format!("before, {}", changes.join("; ")));
        }
        // What a reviewer says of the row's state counts more.
        if is_open && row.state == went_as {
            row.state = State::Flagged;
        }
        row
    }
}

fn parsed(xml: &str) -> Result<Part, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut part = Part::default();
    let mut pair: Option<(usize, Sent)> = None;
    let mut within: Option<Lang> = None;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(part),
            Event::Empty(start) => {
                let fact = (attribute(&start, "name"), attribute(&start, "value"));
                match (start.name().as_ref(), &mut pair) {
                    ("fact", Some((_, sent))) => sent.facts.push(fact),
                    ("about", _) => part.about.push(fact),
                    _ => {}
                }
            }
            Event::Start(start) => match start.name().as_ref() {
                "pair" => {
                    let number = attribute(&start, "no").parse().unwrap_or_default();
                    pair = Some((number, Sent::default()));
                }
                name => within = Lang::BOTH.into_iter().find(|lang| lang.code() == name),
            },
            Event::End(end) => match end.name().as_ref() {
                "pair" => part.pairs.extend(pair.take()),
                _ => within = None,
            },
            event => {
                let text = match event {
                    Event::Text(text) => text.xml10_content().into_owned(),
                    Event::GeneralRef(entity) => crate::entities::Entities::default()
                        .text(&entity)
                        .unwrap_or_default(),
                    _ => continue,
                };
                if let (Some((_, sent)), Some(lang)) = (&mut pair, within) {
                    sent.texts[lang].push_str(&text);
                }
            }
        }
    }
}

fn attribute(start: &BytesStart, name: &str) -> String {
    let found = start.attributes().flatten();
    let mut found = found.filter(|attribute| attribute.key.as_ref() == name);
    let value = found.next().and_then(|attribute| {
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
        value.ok().map(|value| value.into_owned())
    });
    value.unwrap_or_default()
}

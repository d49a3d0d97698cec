//! The units of a memory, in the order in which they came into it.

use super::database::{Damage, Database, Value};
use crate::entities::Entities;
use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning, Row, language};
use crate::import::Fault;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A text with its language, and how many formatting codes are in it.
#[derive(Debug, Default)]
struct Segment {
    text: String,
    culture: String,
    codes: usize,
}

enum Stop {
    Damage(Damage),
    Row(BilingualError),
}

impl From<Damage> for Stop {
    fn from(damage: Damage) -> Stop {
        Stop::Damage(damage)
    }
}

pub(crate) fn read(
    bytes: &[u8],
    mut aligned: BilingualFile,
) -> Result<BilingualFile, BilingualError> {
    let fault = |damage: Damage| BilingualError::Workbook(Fault::damaged("the memory", damage));
    let database = Database::open(bytes).map_err(fault)?;
    let units = database.table("translation_units").map_err(fault)?;
    let at = |name: &str| units.columns.iter().position(|column| column == name);
    let (Some(source), Some(target)) = (at("source_segment"), at("target_segment")) else {
        return Err(BilingualError::NoColumns);
    };
    let (mut codes, mut others) = (0, 0);
    let walked = database.rows(&units, &mut |_, row| {
        let segment = |column: usize| {
            let text = row.get(column).and_then(Value::text);
            text.and_then(segment)
        };
        let row = match (segment(source), segment(target)) {
            (Some(source), Some(target)) => {
                let langs = [&source, &target].map(|segment| language(&segment.culture));
                let [Some(from), Some(to)] = langs else {
                    others += 1;
                    return Ok(());
                };
                if from == to {
                    others += 1;
                    return Ok(());
                }
                codes += source.codes + target.codes;
                aligned.take_direction(from);
                let mut row = Row::default();
                row.cell(from).text = source.text;
                row.cell(to).text = target.text;
                Ok(row)
            }
            _ => Err(BilingualError::Workbook(Fault::damaged(
                "a unit of the memory",
                "its texts cannot be read",
            ))),
        };
        aligned.take_row(row).map_err(Stop::Row)
    });
    walked.map_err(|stop| match stop {
        Stop::Damage(damage) => fault(damage),
        Stop::Row(error) => error,
    })?;
    aligned.warn(codes, BilingualWarning::Codes);
    aligned.warn(others, BilingualWarning::OtherLanguage);
    Ok(aligned)
}

/// A text as the memory writes it: `<Segment><Elements><Text><Value>…</Value></Text><Tag>…</Tag></Elements>
/// <CultureName>en-US</CultureName></Segment>`.
fn segment(xml: &str) -> Option<Segment> {
    let mut reader = Reader::from_str(xml);
    let mut entities = Entities::default();
    let mut segment = Segment::default();
    let mut open: Vec<String> = Vec::new();
    let mut is_whole = false;
    loop {
        let text = match reader.read_event().ok()? {
            Event::Eof => return is_whole.then_some(segment),
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                segment.codes += usize::from(name == "Tag");
                open.push(name);
                continue;
            }
            Event::End(_) => {
                is_whole |= open.pop().as_deref() == Some("Segment");
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::CData(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(entity) => entities.text(&entity).ok()?,
            _ => continue,
        };
        let within = |names: &[&str]| {
            open.iter()
                .rev()
                .zip(names)
                .all(|(open, name)| open == name)
        };
        if within(&["Value", "Text"]) {
            segment.text.push_str(&text);
        } else if within(&["CultureName"]) {
            segment.culture.push_str(&text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jjak_core::article::Lang;

    #[test]
    fn text_codes_and_language_of_a_segment_are_read() {
        let xml = "<Segment xmlns:xsi=\"x\"><Elements><Text><Value>A &amp; B </Value></Text><Tag><Type>Start</Type><Anchor>1</Anchor>\
            </Tag><Text><Value>&lt;c&gt;</Value></Text></Elements><CultureName>en-US</CultureName></Segment>";
        let found = segment(xml).unwrap();
        assert_eq!(
            (found.text.as_str(), found.culture.as_str(), found.codes),
            ("A & B <c>", "en-US", 1)
        );
        assert!(segment("<Segment><Elements>").is_none());
        assert!(segment("plain").is_none());
        assert_eq!(language(&found.culture), Some(Lang::En));
    }
}

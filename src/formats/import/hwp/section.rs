//! A section's paragraphs in reading order: a paragraph, then what stands in its tables, boxes and notes.

use super::super::document::Document;
use super::super::{Fault, Part};
use super::controls::{Control, ControlPlace, control};
use super::paragraph::{self, GIVEN};
use super::record::{Record, Records, string_at, tag, u16_at};
use super::styles::Styles;
use jjak_core::article::{BlockKind, Reason};

/// Reads the records of a section.
pub(super) fn read(records: &[u8], styles: &Styles, document: &mut Document) -> Result<(), Fault> {
    let mut section = Section {
        styles,
        document,
        within: Vec::new(),
        paragraph: None,
    };
    for record in Records(records) {
        section.take(record)?;
    }
    section.flush()
}

/// A control around the current record.
struct Within {
    level: u16,
    control: Control,
    /// Where its next paragraphs go: a table's caption stands before its cells.
    place: ControlPlace,
}

/// A paragraph whose text is known, but not yet what controls give of it.
struct Paragraph {
    level: u16,
    /// Where it goes: what stands around it where it begins. Controls of its own and the next paragraph's are around
    /// when it is complete.
    place: ControlPlace,
    style: u8,
    shape: u16,
    text: String,
}

struct Section<'a> {
    styles: &'a Styles,
    document: &'a mut Document,
    within: Vec<Within>,
    paragraph: Option<Paragraph>,
}

impl Section<'_> {
    fn take(&mut self, record: Record) -> Result<(), Fault> {
        let level = record.level;
        if matches!(record.tag, tag::PARA_HEADER | tag::LIST_HEADER) {
            self.flush()?;
        }
        while self
            .within
            .last()
            .is_some_and(|within| within.level >= level)
        {
            self.within.pop();
        }
        match record.tag {
            tag::PARA_HEADER => {
                let shape = u16_at(record.data, 8).unwrap_or(0);
                let style = record.data.get(10).copied().unwrap_or(0);
                self.paragraph = Some(Paragraph {
                    level,
                    place: self.around(),
                    style,
                    shape,
                    text: String::new(),
                });
            }
            tag::PARA_TEXT => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.text.push_str(&paragraph::text(record.data));
                }
            }
            tag::CTRL_HEADER => self.enter(level, record.data),
            tag::LIST_HEADER => {}
            tag::TABLE => self.place(ControlPlace::Cell),
            tag::SHAPE_COMPONENT => self.place(ControlPlace::Body),
            tag::SHAPE_COMPONENT_PICTURE => self.leave_out(Part::Pictures),
            tag::SHAPE_COMPONENT_OLE => self.leave_out(Part::Objects),
            tag::CHART_DATA => self.leave_out(Part::Charts),
            tag::MEMO_LIST => {
                self.leave_out(Part::Comments);
                self.within.push(Within {
                    level,
                    control: Control::Other,
                    place: ControlPlace::Skipped,
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self, level: u16, header: &[u8]) {
        let control = control(header);
        let around = self.around();
        let place = match control {
            _ if around == ControlPlace::Skipped => ControlPlace::Skipped,
            Control::Table | Control::Shape => ControlPlace::Caption,
            Control::Holds(place) => place,
            Control::LeftOut(part) => {
                self.leave_out(part);
                ControlPlace::Skipped
            }
            // The number of a note stands beside it, not in its text.
            Control::Number { is_note: true, .. } => {
                self.give(level, "");
                around
            }
            Control::Number { number, .. } => {
                self.give(level, &number.to_string());
                around
            }
            Control::Characters => {
                let characters = string_at(header, 4).map(|(characters, _)| characters);
                self.give(level, &characters.unwrap_or_default());
                around
            }
            Control::Other => around,
        };
        self.within.push(Within {
            level,
            control,
            place,
        });
    }

    fn around(&self) -> ControlPlace {
        self.within
            .last()
            .map_or(ControlPlace::Body, |within| within.place)
    }

    /// What follows in the table or shape around goes to `place`.
    fn place(&mut self, place: ControlPlace) {
        let outer = self.within.iter().rev().nth(1).map(|within| within.place);
        if let Some(within) = self.within.last_mut()
            && within.place != ControlPlace::Skipped
        {
            within.place = match (within.control, outer) {
                (Control::Table, Some(outer @ (ControlPlace::Note | ControlPlace::Head))) => outer,
                (Control::Table, _) => place,
                (Control::Shape, outer) => outer.unwrap_or(place),
                _ => within.place,
            };
        }
    }

    fn leave_out(&mut self, part: Part) {
        if self.around() != ControlPlace::Skipped {
            self.document.leave_out(part, 1);
        }
    }

    /// Fills in the text that a control gives.
    fn give(&mut self, level: u16, text: &str) {
        if let Some(paragraph) = &mut self.paragraph
            && paragraph.level < level
        {
            paragraph.text = paragraph.text.replacen(GIVEN, text, 1);
        }
    }

    /// Gives the paragraph that is complete.
    fn flush(&mut self) -> Result<(), Fault> {
        let Some(paragraph) = self.paragraph.take() else {
            return Ok(());
        };
        let text = paragraph.text.replace(GIVEN, "");
        match paragraph.place {
            ControlPlace::Body => {
                let kind = self.styles.kind(paragraph.style, paragraph.shape, &text);
                self.document.push(&text, kind)
            }
            ControlPlace::Cell => self.document.push(&text, BlockKind::Cell),
            ControlPlace::Caption => self.document.push(&text, BlockKind::Caption),
            ControlPlace::Note => self.document.push(&text, BlockKind::Footnote),
            ControlPlace::Head => {
                let (reason, rule) = (Reason::RunningHead, "header-footer");
                self.document.push_excluded(&text, reason, rule)
            }
            ControlPlace::Skipped => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Records of any kind, level and content, as a damaged stream might have them.
    fn records() -> impl Strategy<Value = Vec<u8>> {
        let record = (
            0x40u32..0x62,
            0u32..6,
            prop::collection::vec(any::<u8>(), 0..40),
        );
        prop::collection::vec(record, 0..60).prop_map(|records| {
            let bytes = records.into_iter().flat_map(|(tag, level, data)| {
                let head = tag | level << 10 | (data.len() as u32) << 20;
                head.to_le_bytes().into_iter().chain(data)
            });
            bytes.collect()
        })
    }

    fn record(tag: u16, level: u32, data: &[u16]) -> Vec<u8> {
        let head = u32::from(tag) | level << 10 | (data.len() as u32 * 2) << 20;
        let data = data.iter().flat_map(|unit| unit.to_le_bytes());
        head.to_le_bytes().into_iter().chain(data).collect()
    }

    #[test]
    fn characters_with_others_above_them_are_text() {
        let control = |name: [u16; 2]| [23, name[0], name[1], 0, 0, 0, 0, 23];
        // "tdut" and "tcps", back to front.
        let (above, within) = ([0x7574, 0x7464], [0x7073, 0x7463]);
        let text = [
            &[0xBCF8][..],
            &control(above),
            &[0x20],
            &control(within),
            &[13],
        ]
        .concat();
        let records = [
            record(tag::PARA_HEADER, 0, &[0; 11]),
            record(tag::PARA_TEXT, 1, &text),
            record(
                tag::CTRL_HEADER,
                1,
                &[above[0], above[1], 2, 0xBB38, 0xC73C, 1, 0xB36C],
            ),
            record(tag::CTRL_HEADER, 1, &[within[0], within[1], 1, 0x31]),
        ];
        let mut document = Document::default();
        read(&records.concat(), &Styles::default(), &mut document).unwrap();
        let article = document.finish(Default::default()).article;
        assert_eq!(article.text, "본문으 1");
    }

    proptest! {
        #[test]
        fn any_records_are_read(records in records()) {
            let mut document = Document::default();
            read(&records, &Styles::default(), &mut document).unwrap();
            Styles::read(&records);
        }
    }
}

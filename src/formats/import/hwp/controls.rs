//! What a control holds, and where its paragraphs go.

use super::super::Part;
use super::record::u32_at;

/// Where paragraphs within a control go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ControlPlace {
    Body,
    Cell,
    Caption,
    Note,
    /// Header or footer.
    Head,
    Skipped,
}

/// What a control is by its four letters, which are stored back to front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    Table,
    /// A picture, a drawing, a text box.
    Shape,
    Holds(ControlPlace),
    LeftOut(Part),
    /// A running number: what it numbers and which it is.
    Number {
        is_note: bool,
        number: u16,
    },
    /// Characters with others above them (덧말) or in one another (글자 겹침); they stand in the control itself.
    Characters,
    Other,
}

pub(super) fn control(header: &[u8]) -> Control {
    let Some(id) = u32_at(header, 0) else {
        return Control::Other;
    };
    match &id.to_be_bytes() {
        b"tbl " => Control::Table,
        b"gso " => Control::Shape,
        b"fn  " | b"en  " => Control::Holds(ControlPlace::Note),
        // A section may hold the text of its master pages.
        b"head" | b"foot" | b"secd" => Control::Holds(ControlPlace::Head),
        b"eqed" => Control::LeftOut(Part::Equations),
        // A comment that is only shown on demand.
        b"tcmt" => Control::LeftOut(Part::Hidden),
        b"atno" => number(header),
        b"tdut" | b"tcps" => Control::Characters,
        _ => Control::Other,
    }
}

fn number(header: &[u8]) -> Control {
    let kind = u32_at(header, 4).unwrap_or(0) & 0xF;
    let number = super::record::u16_at(header, 8).unwrap_or(0);
    match kind {
        // Of figures, tables and equations, in their captions.
        3..=5 => Control::Number {
            is_note: false,
            number,
        },
        _ => Control::Number {
            is_note: true,
            number,
        },
    }
}

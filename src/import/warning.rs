//! What a person should know although a file was read.

use std::fmt;

/// What a person should know although the file was read. The file's name stands before the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// Parts of a document that are no running text, or not read as such, and how many of each.
    LeftOut(Vec<(Part, usize)>),
}

/// A part of a document that is left out. Shown excluded in their place are running heads and speaker notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// They may hold text.
    Pictures,
    /// Spreadsheets, drawings and other documents inside the document.
    Objects,
    Charts,
    /// Drawings with text in them, such as SmartArt.
    Diagrams,
    Equations,
    Comments,
    /// What somebody deleted while changes were tracked.
    Deletions,
    /// Text that the document does not show.
    Hidden,
    HiddenSlides,
    HiddenSheets,
}

impl Part {
    /// What one of them is called, and several.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Part::Pictures => ("picture", "pictures"),
            Part::Objects => ("embedded object", "embedded objects"),
            Part::Charts => ("chart", "charts"),
            Part::Diagrams => ("diagram", "diagrams"),
            Part::Equations => ("equation", "equations"),
            Part::Comments => ("comment", "comments"),
            Part::Deletions => ("tracked deletion", "tracked deletions"),
            Part::Hidden => ("hidden text", "hidden texts"),
            Part::HiddenSlides => ("hidden slide", "hidden slides"),
            Part::HiddenSheets => ("hidden sheet", "hidden sheets"),
        }
    }
}

impl fmt::Display for ImportWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportWarning::LeftOut(parts) => {
                f.write_str("left out: ")?;
                for (at, (what, count)) in parts.iter().enumerate() {
                    let comma = if at == 0 { "" } else { ", " };
                    let (one, several) = what.names();
                    let name = if *count == 1 { one } else { several };
                    write!(f, "{comma}{count} {name}")?;
                }
                Ok(())
            }
        }
    }
}

//! What a person should know although a file was read.

use std::fmt;

/// What a person should know although the file was read. The file's name stands before the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// Parts of a document that are no running text, or not read as such, and how many of each.
    LeftOut(Vec<(Part, usize)>),
    /// A HWP document whose changes were tracked: what was deleted may still be there.
    ChangesShown,
    /// A HWP document that its author lets others look at, but not copy.
    Distribution,
    /// Lines, columns and paragraphs of a PDF are a guess.
    PdfIsGuessed,
    /// Pages of a PDF without text, counted from 1.
    ScannedPages { pages: Vec<usize> },
    /// Letters that fonts of a PDF do not tell.
    UnknownLetters {
        count: usize,
        fonts: Vec<String>,
        pages: Vec<usize>,
    },
    /// Text of a PDF that runs askew, mirrored or from top to bottom.
    TurnedText { characters: usize },
    /// Places that are no text in the encoding that was chosen or guessed.
    Undecodable {
        encoding: &'static str,
        count: usize,
    },
    /// Letters that were lost before the file was written, or that a part of it does not tell.
    Lost { count: usize },
    /// A person chose an encoding, but the format says itself what its text is in.
    EncodingUnused,
    /// The article was taken from what the page's markup keeps from its reader; the rule names what hides it.
    HiddenArticle { rule: &'static str },
    /// A page of almost no text, which its scripts would make.
    ScriptPage,
}

/// A part of a document that is left out. Shown excluded in their place are running heads and speaker notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// They may hold text.
    Pictures,
    /// Spreadsheets, drawings and other documents inside the document.
    Objects,
    Charts,
    Equations,
    Comments,
    /// What somebody deleted while changes were tracked.
    Deletions,
    /// Text that the document does not show.
    Hidden,
    HiddenSlides,
    HiddenSheets,
    /// What a form says where nobody has filled it in.
    Prompts,
}

impl Part {
    /// What one of them is called, and several.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Part::Pictures => ("picture", "pictures"),
            Part::Objects => ("embedded object", "embedded objects"),
            Part::Charts => ("chart", "charts"),
            Part::Equations => ("equation", "equations"),
            Part::Comments => ("comment", "comments"),
            Part::Deletions => ("tracked deletion", "tracked deletions"),
            Part::Hidden => ("hidden text", "hidden texts"),
            Part::HiddenSlides => ("hidden slide", "hidden slides"),
            Part::HiddenSheets => ("hidden sheet", "hidden sheets"),
            Part::Prompts => ("field not filled in", "fields not filled in"),
        }
    }
}

/// The first of many pages.
fn listed(pages: &[usize]) -> String {
    /// More are not named.
    const NAMED: usize = 10;
    let named = pages.iter().take(NAMED).map(ToString::to_string);
    let more = if pages.len() > NAMED { " ..." } else { "" };
    named.collect::<Vec<_>>().join(", ") + more
}

impl fmt::Display for ImportWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportWarning::ChangesShown => f.write_str(
                "changes were tracked in it; deleted text may be among the rest: accept the changes and save it again",
            ),
            ImportWarning::Distribution => f.write_str(
                "it is a distribution document (배포용 문서), which its author lets others look at but not copy; ask before you use its text",
            ),
            ImportWarning::PdfIsGuessed => f.write_str(
                "PDF is experimental: it knows no lines and paragraphs, so they are guessed; look through the text",
            ),
            ImportWarning::ScannedPages { pages } => {
                write!(f, "pictures without text on page {}; what they show is not read", listed(pages))
            }
            ImportWarning::UnknownLetters { count, fonts, pages } => {
                let (fonts, pages) = (fonts.join(", "), listed(pages));
                write!(f, "{count} letters on page {pages} are shown as \u{FFFD}, because a font does not tell them ({fonts})")
            }
            ImportWarning::TurnedText { characters } => {
                write!(f, "{characters} characters that run askew or from top to bottom are left out")
            }
            ImportWarning::Undecodable { encoding, count } => {
                write!(f, "{count} places are no text in {encoding} and are shown as \u{FFFD}; try another encoding")
            }
            ImportWarning::Lost { count } => {
                write!(f, "{count} letters are lost: \u{FFFD} stands in their place; see whether another copy of it still has them")
            }
            ImportWarning::EncodingUnused => f.write_str(
                "its format says itself which encoding it is in; the one you chose is not used",
            ),
            ImportWarning::HiddenArticle { rule } => {
                write!(f, "the page does not show its article, which is read from hidden text ({rule}); look through it")
            }
            ImportWarning::ScriptPage => f.write_str(
                "the page holds almost no text, only scripts that load it; open it in a browser, wait until the article shows and save it from there",
            ),
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

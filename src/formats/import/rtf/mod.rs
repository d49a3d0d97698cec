//! RTF, by Microsoft's specification 1.9.1: text per code page of its font, as its author finally meant it.

mod characters;
mod charset;
mod group;
mod paragraphs;
mod styles;
mod tokens;

use super::document::Document;
use super::{Fault, Imported, Part, limits};
use encoding_rs::{Encoding, WINDOWS_1252};
use group::{Destination, Group, destination};
use jjak_core::article::{BlockKind, Provenance, Reason, one_line};
use styles::Tables;
use tokens::{Token, Tokens};

/// An article of the RTF file `bytes`.
pub(super) fn article(bytes: &[u8], mut provenance: Provenance) -> Result<Imported, Fault> {
    let mut reader = Reader::new();
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        reader.take(token, tokens.at)?;
        if reader.is_over {
            break;
        }
    }
    reader.end_paragraph()?;
    let [title, author] = [&reader.title, &reader.author].map(|text| one_line(text).into_owned());
    provenance.title = (!title.is_empty()).then_some(title);
    provenance.byline = (!author.is_empty()).then_some(author);
    provenance.encoding = reader.page.name().to_owned();
    Ok(reader.document.finish(provenance))
}

/// Where the paragraphs of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    Body,
    /// Footnotes and endnotes: after the paragraph that they belong to.
    Note,
    /// Headers and footers.
    Head,
}

/// A text that interrupts another.
struct Interrupted {
    text: String,
    flow: Flow,
    /// How many groups were open when it was interrupted.
    depth: usize,
}

struct Reader {
    document: Document,
    tables: Tables,
    /// The document's code page.
    page: &'static Encoding,
    default_font: i32,
    groups: Vec<Group>,
    /// Bytes that are not decoded yet: a character may be two of them.
    bytes: Vec<u8>,
    /// Characters that stand for the last `\u` in other programs.
    to_skip: usize,
    /// The first half of a character beyond U+FFFF.
    surrogate: Option<u16>,
    text: String,
    flow: Flow,
    interrupted: Vec<Interrupted>,
    notes: Vec<String>,
    /// Of what was last left out, so that one deletion in several groups counts once.
    leaving: Option<Part>,
    title: String,
    author: String,
    name: String,
    starred: bool,
    is_over: bool,
}

impl Reader {
    fn new() -> Reader {
        Reader {
            document: Document::default(),
            tables: Tables::default(),
            page: WINDOWS_1252,
            default_font: 0,
            groups: vec![Group::default()],
            bytes: Vec::new(),
            to_skip: 0,
            surrogate: None,
            text: String::new(),
            flow: Flow::Body,
            interrupted: Vec::new(),
            notes: Vec::new(),
            leaving: None,
            title: String::new(),
            author: String::new(),
            name: String::new(),
            starred: false,
            is_over: false,
        }
    }

    /// The innermost group.
    fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn take(&mut self, token: Token, at: usize) -> Result<(), Fault> {
        let starred = std::mem::take(&mut self.starred);
        match token {
            Token::Open => {
                self.decode();
                self.to_skip = 0;
                if self.groups.len() > limits::MAX_RTF_DEPTH {
                    return Err(Fault::OverLimit {
                        what: "its groups are nested",
                        limit: limits::MAX_RTF_DEPTH as u64,
                        unit: "deep",
                        name: "MAX_RTF_DEPTH",
                    });
                }
                let inner = self.group().inner();
                self.groups.push(inner);
            }
            Token::Close => {
                self.decode();
                self.to_skip = 0;
                self.close()?;
            }
            Token::Byte(_) | Token::Symbol(b'~' | b'_' | b'{' | b'}' | b'\\')
                if self.to_skip > 0 =>
            {
                self.to_skip -= 1;
            }
            Token::Byte(byte) => self.bytes.push(byte),
            Token::Symbol(symbol) => match symbol {
                b'*' => self.starred = true,
                b'{' | b'}' | b'\\' => self.bytes.push(symbol),
                b'~' => self.push("\u{A0}"),
                b'_' => self.push("\u{2011}"),
                b'\r' | b'\n' => self.end_paragraph()?,
                _ => self.decode(),
            },
            Token::Word("bin", _) => {}
            Token::Word(word, number) => {
                // The specification counts a control word as a character to skip; writers do not.
                self.to_skip = 0;
                self.word(word, number, starred, at)?;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        let Some(group) = self.groups.pop() else {
            return Ok(());
        };
        match group.destination {
            Destination::Stylesheet => {
                let name = std::mem::take(&mut self.name);
                if let Some(style) = group.style {
                    self.tables.add_style(style, &name, group.outline);
                }
            }
            Destination::Fonts => self.name.clear(),
            _ => {}
        }
        let depth = self.groups.len();
        if self
            .interrupted
            .last()
            .is_some_and(|outer| outer.depth == depth)
        {
            self.end_paragraph()?;
            if let Some(outer) = self.interrupted.pop() {
                self.text = outer.text;
                self.flow = outer.flow;
            }
        }
        // What follows the outermost group is no part of the document.
        self.is_over = self.groups.len() <= 1;
        Ok(())
    }

    fn word(
        &mut self,
        word: &str,
        number: Option<i32>,
        starred: bool,
        at: usize,
    ) -> Result<(), Fault> {
        if let Some(to) = destination(word, starred) {
            self.decode();
            return self.go_to(to, word, at);
        }
        let on = number != Some(0);
        match word {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => {
                self.group().skip = number
                    .and_then(|number| usize::try_from(number).ok())
                    .unwrap_or(1)
            }
            "ansicpg" => self.page = number.and_then(charset::of_code_page).unwrap_or(self.page),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "deff" => self.default_font = number.unwrap_or(0),
            "f" => self.font(number),
            "fcharset" => {
                if let (Some(font), Some(charset)) = (self.group().font, number) {
                    self.tables.add_font(font, charset);
                }
            }
            "cpg" => {
                if let (Some(font), Some(page)) = (self.group().font, number) {
                    self.tables.add_code_page(font, page);
                }
            }
            "dbch" => self.mode(true),
            "loch" | "hich" => self.mode(false),
            "af" => {
                let group = self.group();
                if group.is_wide == Some(true) {
                    group.wide_font = number;
                }
            }
            "plain" => {
                self.decode();
                let group = self.group();
                (group.font, group.wide_font, group.is_wide) = (None, None, None);
                (group.hidden, group.deleted) = (false, false);
            }
            "v" => {
                self.decode();
                self.group().hidden = on;
            }
            "deleted" => {
                self.decode();
                self.group().deleted = on;
            }
            "pard" => {
                self.decode();
                self.group().reset_paragraph();
            }
            "s" => self.group().style = number,
            "cs" | "ds" | "ts" if self.group().destination == Destination::Stylesheet => {
                self.group().style = None;
            }
            "outlinelevel" => self.group().outline = number,
            "intbl" => self.group().in_table = on,
            "ls" => self.group().in_list = number.is_some_and(|list| list > 0),
            "par" | "sect" | "page" | "column" | "softpage" => self.end_paragraph()?,
            "cell" | "nestcell" => {
                self.group().in_table = true;
                self.end_paragraph()?;
            }
            "row" | "nestrow" | "trowd" => self.end_paragraph()?,
            _ => {
                let c = match word {
                    "line" | "softline" | "lbr" => "\n",
                    "tab" | "emspace" | "enspace" | "qmspace" => " ",
                    "emdash" => "—",
                    "endash" => "–",
                    "bullet" => "•",
                    "lquote" => "‘",
                    "rquote" => "’",
                    "ldblquote" => "“",
                    "rdblquote" => "”",
                    "zwj" => "\u{200D}",
                    "zwnj" => "\u{200C}",
                    _ => return Ok(()),
                };
                self.push(c);
            }
        }
        Ok(())
    }

    fn go_to(&mut self, to: Destination, word: &str, at: usize) -> Result<(), Fault> {
        if self.group().destination == Destination::Skipped {
            return Ok(());
        }
        if to == Destination::Unicode {
            let around = self
                .groups
                .len()
                .checked_sub(3)
                .and_then(|at| self.groups.get(at));
            self.group().destination = around.map_or(Destination::Text, |group| group.destination);
            return Ok(());
        }
        let depth = self.groups.len().saturating_sub(1);
        let flow = match to {
            Destination::Note => Flow::Note,
            Destination::Head => Flow::Head,
            _ => {
                match to {
                    Destination::Skipped => self.skipping(word),
                    Destination::ListMark => self.outer().in_list = true,
                    _ => {}
                }
                self.group().destination = to;
                return Ok(());
            }
        };
        if self.interrupted.len() > limits::MAX_RTF_NOTES_IN_NOTES {
            return Err(Fault::Damaged {
                place: format!("byte {at}"),
                why: "notes within notes within notes".into(),
            });
        }
        let text = std::mem::take(&mut self.text);
        let flow = std::mem::replace(&mut self.flow, flow);
        self.interrupted.push(Interrupted { text, flow, depth });
        let group = self.group();
        group.destination = Destination::Text;
        group.reset_paragraph();
        Ok(())
    }

    /// The group around the innermost.
    fn outer(&mut self) -> &mut Group {
        let at = self.groups.len().saturating_sub(2);
        &mut self.groups[at]
    }

    /// Counts what is skipped, where a person may miss it.
    fn skipping(&mut self, word: &str) {
        let what = match word {
            "pict" => Part::Pictures,
            "objdata" => Part::Objects,
            "annotation" => Part::Comments,
            _ => return,
        };
        self.document.leave_out(what, 1);
    }
}

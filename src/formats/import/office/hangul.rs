//! The paragraphs of a Hangul (한글) document in XML, in the order in which a person reads them: HWPX, and HWPML before it.

use super::Fault;
use super::choices::Choices;
use super::flow::{Around, Flow, Paragraph};
use super::hwpx_head::Head;
use super::markup::{Markup, Node, Tag};
use super::opc::said;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::{BlockKind, Reason};

/// How the format names what both have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// HWPX, by KS X 6101.
    Owpml,
    /// The XML of Hangul 2002 and later in one file, by Hancom's "한글 문서 파일 형식 3.0 / HWPML" (revision 1.2).
    Hwpml,
}

impl Dialect {
    /// OWPML's name of an element.
    fn element(self, name: &str) -> &str {
        if self == Dialect::Owpml {
            return name;
        }
        match name {
            "P" => "p",
            "CHAR" => "t",
            "TAB" => "tab",
            "FWSPACE" => "fwSpace",
            "NBSPACE" => "nbSpace",
            "LINEBREAK" => "lineBreak",
            "HYPEN" | "HYPHEN" => "hyphen",
            "AUTONUM" => "autoNum",
            "CELL" => "tc",
            "CAPTION" => "caption",
            "FOOTNOTE" => "footNote",
            "ENDNOTE" => "endNote",
            "HEADER" => "header",
            "FOOTER" => "footer",
            "MAINTEXT" => "mainText",
            "SUBTEXT" => "subText",
            "EQUATION" => "equation",
            "HIDDENCOMMENT" => "hiddenComment",
            "FIELDBEGIN" => "fieldBegin",
            "OLE" => "ole",
            "PICTURE" => "pic",
            "SECDEF" => "secPr",
            "SHAPECOMMENT" => "shapeComment",
            "PARAMETERSET" => "parameters",
            other => other,
        }
    }

    /// The value of an attribute by OWPML's name.
    fn attribute(self, tag: &Tag, name: &str) -> Option<String> {
        let name = match (self, name) {
            (Dialect::Owpml, name) => name,
            (_, "paraPrIDRef") => "ParaShape",
            (_, "styleIDRef") => "Style",
            (_, "numType") => "NumberType",
            (_, "num") => "Number",
            (_, "type") => "Type",
            (_, name) => name,
        };
        tag.get(name)
    }
}

/// The way through one section.
pub(super) struct Walk<'h> {
    dialect: Dialect,
    head: &'h Head,
    flow: Flow,
    /// Notes that stand after the text.
    endnotes: Flow,
    /// What the open paragraphs are.
    paragraphs: Vec<Shape>,
    /// Open stretches that were deleted while changes were tracked.
    deleted: usize,
    choices: Choices,
    /// What stands in the style of a title.
    pub title: Option<String>,
}

#[derive(Clone, Copy)]
struct Shape {
    kind: BlockKind,
    is_title: bool,
}

impl<'h> Walk<'h> {
    pub(super) fn new(dialect: Dialect, head: &'h Head) -> Walk<'h> {
        Walk {
            dialect,
            head,
            flow: Flow::default(),
            endnotes: Flow::default(),
            paragraphs: Vec::new(),
            deleted: 0,
            choices: Choices::default(),
            title: None,
        }
    }

    /// Adds what was read to `document`, and gives the notes that stand after the text.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn pour(self, document: &mut Document) -> Result<Vec<Paragraph>, Fault> {
        self.flow.pour(document)?;
        Ok(self.endnotes.finish().0)
    }

    /// Reads the rest of the section that was opened last.
    ///
    /// # Errors
    /// [`Fault`] of damaged XML.
    pub(super) fn read(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let until = markup.depth();
        let mut in_text = 0usize;
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) => {
                    in_text += usize::from(self.dialect.element(&tag.name) == "t");
                    self.open(&tag, markup)?;
                }
                Node::Close(name) => {
                    let name = self.dialect.element(&name);
                    in_text -= usize::from(name == "t");
                    self.close(name);
                }
                Node::Text(text) if in_text > 0 => self.text(&text),
                Node::Text(_) | Node::End => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let dialect = self.dialect;
        let value = |name| dialect.attribute(tag, name);
        match dialect.element(&tag.name) {
            "p" => {
                self.flow.open();
                let (shape, style) = (value("paraPrIDRef"), value("styleIDRef"));
                let (kind, is_title) = self.head.role(shape.as_deref(), style.as_deref());
                self.paragraphs.push(Shape { kind, is_title });
            }
            "tab" | "fwSpace" | "nbSpace" => self.text(" "),
            "lineBreak" => self.text("\n"),
            "hyphen" => self.text("-"),
            // Characters in one frame, such as a number in a circle.
            "compose" => {
                let characters = value("composeText").unwrap_or_default();
                self.text(&characters);
            }
            "deleteBegin" => {
                self.flow.leave_out(Part::Deletions);
                self.deleted += 1;
            }
            "deleteEnd" => self.deleted = self.deleted.saturating_sub(1),
            // A picture's or table's number is part of its caption; that of a note is its mark.
            "autoNum" => {
                let numbers = value("numType").unwrap_or_default().to_ascii_uppercase();
                if matches!(
                    numbers.as_str(),
                    "PICTURE" | "FIGURE" | "TABLE" | "EQUATION"
                ) {
                    let number = value("num").unwrap_or_default();
                    self.text(&number);
                }
                markup.skip()?;
            }
            "tc" => self.enter(Some(BlockKind::Cell), None),
            "caption" => self.enter(Some(BlockKind::Caption), None),
            "footNote" => self.enter(Some(BlockKind::Footnote), None),
            "endNote" => {
                // Its paragraphs go to a flow of their own until it ends.
                std::mem::swap(&mut self.flow, &mut self.endnotes);
                self.enter(Some(BlockKind::Footnote), None);
            }
            "header" | "footer" => {
                self.enter(None, Some((Reason::RunningHead, "running-head")));
            }
            "switch" => self.choices.begin(),
            "case" | "default" if !self.choices.take() => markup.skip()?,
            // Ruby: the text, and small letters above it.
            "mainText" => {
                let text = markup.text()?;
                self.text(&text);
            }
            _ => return self.part(tag, markup),
        }
        Ok(())
    }

    /// Parts that are no text, or not read as such.
    fn part(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let kind = self.dialect.attribute(tag, "type").unwrap_or_default();
        let what = match self.dialect.element(&tag.name) {
            "equation" => Part::Equations,
            "hiddenComment" => Part::Comments,
            "fieldBegin" if kind.eq_ignore_ascii_case("memo") => Part::Comments,
            "ole" => Part::Objects,
            "chart" => Part::Charts,
            // Its caption is read.
            "pic" => {
                self.flow.leave_out(Part::Pictures);
                return Ok(());
            }
            "secPr" | "memogroup" | "subText" | "fieldBegin" | "shapeComment" | "parameters" => {
                return markup.skip();
            }
            _ => return Ok(()),
        };
        self.flow.leave_out(what);
        markup.skip()
    }

    fn enter(&mut self, kind: Option<BlockKind>, excluded: Option<(Reason, &'static str)>) {
        self.flow.enter(Around {
            kind,
            excluded,
            hidden: false,
        });
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => {
                let shape = self.paragraphs.pop();
                let shape = shape.unwrap_or(Shape {
                    kind: BlockKind::Body,
                    is_title: false,
                });
                if shape.is_title && self.title.is_none() {
                    self.title = said(self.flow.so_far());
                }
                self.flow.close(shape.kind);
                if self.paragraphs.is_empty() {
                    self.deleted = 0;
                }
            }
            "tc" | "caption" | "footNote" | "header" | "footer" => self.flow.leave(),
            "endNote" => {
                self.flow.leave();
                std::mem::swap(&mut self.flow, &mut self.endnotes);
            }
            "switch" => self.choices.end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.deleted == 0 {
            self.flow.text(text);
        }
    }
}

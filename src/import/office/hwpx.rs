//! HWPX, the open format of Hangul (한글): sections in the order of the package's spine.

use super::choices::Choices;
use super::flow::{self, Around, Flow};
use super::hwpx_head::Head;
use super::markup::{Markup, Node, Tag};
use super::opc::{resolve, said};
use super::package::Package;
use super::{Fault, is_encrypted};
use crate::article::{BlockKind, Provenance, Reason};
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use std::collections::HashMap;

const SPINE: &str = "Contents/content.hpf";

/// An article of a HWPX document.
///
/// # Errors
/// [`Fault`] of a damaged, encrypted or too large document.
pub(super) fn article(mut package: Package, mut provenance: Provenance) -> Result<Imported, Fault> {
    if is_encrypted(&mut package)? {
        return Err(Fault::Encrypted);
    }
    let spine = Spine::read(&package.part(SPINE)?, &mut provenance)?;
    let mut head = Head::default();
    let mut document = Document::default();
    let mut title = None;
    let mut endnotes = Vec::new();
    for part in &spine.parts {
        let Some(part) = spine.place(part, &package) else {
            return Err(Fault::damaged(SPINE, format!("{part} is not there")));
        };
        let xml = package.part(&part)?;
        let mut markup = Markup::new(&xml, &part);
        let root = loop {
            match markup.next()? {
                Node::Open(tag) => break tag.name,
                Node::End => break String::new(),
                _ => {}
            }
        };
        match root.as_str() {
            "head" => head.read(&mut markup)?,
            "sec" => {
                let mut walk = Walk::new(&head);
                walk.read(&mut markup)?;
                title = title.or(walk.title.take());
                walk.flow.pour(&mut document)?;
                endnotes.extend(walk.endnotes.finish().0);
            }
            _ => {}
        }
    }
    flow::add(endnotes, &mut document)?;
    provenance.title = title.or(provenance.title);
    Ok(document.finish(provenance))
}

/// The parts of the document in reading order, the head first.
struct Spine {
    parts: Vec<String>,
}

impl Spine {
    /// Reads the order, and what the document says of itself.
    fn read(xml: &str, provenance: &mut Provenance) -> Result<Spine, Fault> {
        let mut markup = Markup::new(xml, SPINE);
        let mut names = HashMap::new();
        let mut parts = Vec::new();
        loop {
            let tag = match markup.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(Spine { parts }),
                _ => continue,
            };
            match tag.name.as_str() {
                "item" => {
                    names.insert(tag.get("id"), tag.get("href").unwrap_or_default());
                }
                "itemref" => parts.extend(names.get(&tag.get("idref")).cloned()),
                "title" => provenance.title = said(&markup.text()?),
                "meta" => {
                    let place = match tag.get("name").as_deref() {
                        Some("creator") => &mut provenance.byline,
                        Some("CreatedDate") => &mut provenance.date,
                        _ => continue,
                    };
                    let content = tag.get("content").filter(|content| content != "text");
                    *place = said(&markup.text()?).or(content);
                }
                _ => {}
            }
        }
    }

    /// Programs differ in whether a part is named from the package's root or from the spine's own folder.
    fn place(&self, part: &str, package: &Package) -> Option<String> {
        let places = [resolve("", part), resolve("Contents", part)];
        places.into_iter().find(|place| package.has(place))
    }
}

/// The way through one section.
struct Walk<'h> {
    head: &'h Head,
    flow: Flow,
    /// Notes that stand after the text.
    endnotes: Flow,
    /// What the open paragraphs are.
    paragraphs: Vec<Shape>,
    /// Open stretches that were deleted while changes were tracked.
    deleted: usize,
    choices: Choices,
    title: Option<String>,
}

#[derive(Clone, Copy)]
struct Shape {
    kind: BlockKind,
    is_title: bool,
}

impl<'h> Walk<'h> {
    fn new(head: &'h Head) -> Walk<'h> {
        Walk {
            head,
            flow: Flow::default(),
            endnotes: Flow::default(),
            paragraphs: Vec::new(),
            deleted: 0,
            choices: Choices::default(),
            title: None,
        }
    }

    fn read(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let until = markup.depth();
        let mut in_text = 0usize;
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) => {
                    in_text += usize::from(tag.name == "t");
                    self.open(&tag, markup)?;
                }
                Node::Close(name) => {
                    in_text -= usize::from(name == "t");
                    self.close(&name);
                }
                Node::Text(text) if in_text > 0 => self.text(&text),
                Node::Text(_) | Node::End => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        match tag.name.as_str() {
            "p" => {
                self.flow.open();
                let (kind, is_title) = self.head.role(
                    tag.get("paraPrIDRef").as_deref(),
                    tag.get("styleIDRef").as_deref(),
                );
                self.paragraphs.push(Shape { kind, is_title });
            }
            "tab" | "fwSpace" | "nbSpace" => self.text(" "),
            "lineBreak" => self.text("\n"),
            "hyphen" => self.text("-"),
            // Characters in one frame, such as a number in a circle.
            "compose" => self.text(&tag.get("composeText").unwrap_or_default()),
            "deleteBegin" => {
                self.flow.leave_out(Part::Deletions);
                self.deleted += 1;
            }
            "deleteEnd" => self.deleted = self.deleted.saturating_sub(1),
            // A picture's or table's number is part of its caption; that of a note is its mark.
            "autoNum" => {
                if tag
                    .get("numType")
                    .is_some_and(|what| matches!(what.as_str(), "PICTURE" | "TABLE" | "EQUATION"))
                {
                    self.text(&tag.get("num").unwrap_or_default());
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
        let what = match tag.name.as_str() {
            "equation" => Part::Equations,
            "hiddenComment" => Part::Comments,
            "fieldBegin" if tag.is("type", "MEMO") => Part::Comments,
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

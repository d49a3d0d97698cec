//! OpenDocument texts, as LibreOffice writes them.

use super::flow::{Around, Flow};
use super::markup::{Markup, Node, Tag};
use super::odf_styles::{CONTENT, STYLES, Styles};
use super::opc::said;
use super::package::Package;
use super::{Fault, flow, is_encrypted};
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::{BlockKind, Provenance, Reason};

const META: &str = "meta.xml";
/// Classes of frames that every slide has.
const RUNNING: [&str; 3] = ["date-time", "footer", "header"];
/// Most spaces that one element may stand for.
const MAX_SPACES: usize = 1_000;

/// An article of an OpenDocument text.
///
/// # Errors
/// [`Fault`] of a damaged, encrypted or too large document.
pub(super) fn article(mut package: Package, mut provenance: Provenance) -> Result<Imported, Fault> {
    describe(&mut package, &mut provenance)?;
    let content = package.part(CONTENT)?;
    let mut styles = Styles::default();
    let mut masters = String::new();
    if let Some(xml) = package.find(STYLES)? {
        styles.read(&xml, STYLES)?;
        masters = xml;
    }
    styles.read(&content, CONTENT)?;

    let mut document = Document::default();
    running_heads(&masters, &styles, "header", &mut document)?;
    let mut body = Walk::new(&styles);
    body.read(&content)?;
    provenance.title = body.title.take().or(provenance.title);
    let Walk { flow, endnotes, .. } = body;
    flow.pour(&mut document)?;
    flow::add(endnotes.finish().0, &mut document)?;
    running_heads(&masters, &styles, "footer", &mut document)?;
    Ok(document.finish(provenance))
}

/// Title, author and date of an OpenDocument file.
///
/// # Errors
/// [`Fault::Encrypted`] if it is, else that of a damaged file.
pub(super) fn describe(package: &mut Package, provenance: &mut Provenance) -> Result<(), Fault> {
    if is_encrypted(package)? {
        return Err(Fault::Encrypted);
    }
    let Some(xml) = package.find(META)? else {
        return Ok(());
    };
    let mut markup = Markup::new(&xml, META);
    loop {
        let tag = match markup.next()? {
            Node::Open(tag) => tag,
            Node::End => return Ok(()),
            _ => continue,
        };
        let place = match tag.name.as_str() {
            "title" => &mut provenance.title,
            "initial-creator" => &mut provenance.byline,
            "creation-date" => &mut provenance.date,
            _ => continue,
        };
        *place = said(&markup.text()?);
    }
}

/// Adds what stands above (`header`) or below (`footer`) the text of every page, excluded.
fn running_heads(
    xml: &str,
    styles: &Styles,
    which: &str,
    document: &mut Document,
) -> Result<(), Fault> {
    let mut markup = Markup::new(xml, STYLES);
    loop {
        match markup.next()? {
            Node::End => return Ok(()),
            Node::Open(tag) if is_running_head(&tag, which) => {
                let mut walk = Walk::new(styles);
                walk.flow.enter(Around {
                    excluded: Some((Reason::RunningHead, "running-head")),
                    ..Around::default()
                });
                walk.read_element(&mut markup)?;
                walk.flow.pour(document)?;
            }
            _ => {}
        }
    }
}

fn is_running_head(tag: &Tag, which: &str) -> bool {
    let pages = tag.name.strip_prefix(which);
    pages.is_some_and(|pages| matches!(pages, "" | "-left" | "-first"))
        && !tag.is("display", "false")
}

/// The way through the text, or through a slide.
pub(super) struct Walk<'s> {
    styles: &'s Styles,
    pub flow: Flow,
    endnotes: Flow,
    /// Titles of a slide: they come before what lies under them in the file.
    pub titles: Flow,
    /// What closes with each open element.
    open: Vec<Closing>,
    /// What the open paragraphs are.
    paragraphs: Vec<Shape>,
    /// Of each open frame, whether what it shows was counted: other forms of it may follow.
    frames: Vec<bool>,
    lists: usize,
    pub title: Option<String>,
}

struct Shape {
    kind: BlockKind,
    is_title: bool,
    is_contents: bool,
}

/// What the end of an element ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closing {
    Nothing,
    Paragraph,
    Around,
    List,
    Frame,
    Endnote,
    Contents,
    SlideTitle,
}

impl<'s> Walk<'s> {
    pub(super) fn new(styles: &'s Styles) -> Walk<'s> {
        Walk {
            styles,
            flow: Flow::default(),
            endnotes: Flow::default(),
            titles: Flow::default(),
            open: Vec::new(),
            paragraphs: Vec::new(),
            frames: Vec::new(),
            lists: 0,
            title: None,
        }
    }

    fn read(&mut self, xml: &str) -> Result<(), Fault> {
        let mut markup = Markup::new(xml, CONTENT);
        loop {
            match markup.next()? {
                Node::Open(tag) if tag.name == "body" => return self.read_element(&mut markup),
                Node::End => return Err(Fault::damaged(CONTENT, "it has no text")),
                _ => {}
            }
        }
    }

    /// Reads the rest of the element that was opened last.
    pub(super) fn read_element(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let until = markup.depth();
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) => {
                    let before = markup.depth();
                    let closing = self.open(&tag, markup)?;
                    if markup.depth() == before {
                        self.open.push(closing);
                    }
                }
                Node::Close(_) => self.close(),
                Node::Text(text) if self.flow.is_open() => self.text(&text),
                Node::Text(_) | Node::End => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag, markup: &mut Markup) -> Result<Closing, Fault> {
        match tag.name.as_str() {
            "p" | "h" => {
                self.flow.open();
                let style = tag.get("style-name");
                self.flow.enter(Around {
                    hidden: self.styles.hides("paragraph", style.as_deref()),
                    ..Around::default()
                });
                let (kind, is_title) = self.styles.role(style.as_deref());
                let is_list = self.lists > 0 && kind == BlockKind::Body;
                let in_title = self.open.contains(&Closing::SlideTitle);
                let kind = match tag.name.as_str() {
                    _ if in_title => BlockKind::Heading,
                    "h" => BlockKind::Heading,
                    _ if is_list => BlockKind::ListItem,
                    _ => kind,
                };
                self.paragraphs.push(Shape {
                    kind,
                    is_title: is_title || in_title,
                    is_contents: self.open.contains(&Closing::Contents),
                });
                return Ok(Closing::Paragraph);
            }
            "span" => {
                let hidden = self.styles.hides("text", tag.get("style-name").as_deref());
                return Ok(self.enter_hidden(hidden));
            }
            "section" => return Ok(self.enter_hidden(tag.is("display", "none"))),
            "hidden-text" | "hidden-paragraph" => {
                return Ok(self.enter_hidden(!tag.is("is-hidden", "false")));
            }
            "s" => {
                let count = tag.get("c").and_then(|count| count.parse().ok());
                let spaces = " ".repeat(count.unwrap_or(1usize).min(MAX_SPACES));
                self.flow.text(&spaces);
            }
            "tab" => self.flow.text("\t"),
            "line-break" => self.flow.text("\n"),
            "list" => {
                self.lists += 1;
                return Ok(Closing::List);
            }
            "frame" if tag.is("class", "page-number") => markup.skip()?,
            "frame" => {
                self.frames.push(false);
                return Ok(self.enter_frame(tag));
            }
            // What a frame shows besides is the picture of its table.
            "table" => self.frames.iter_mut().for_each(|shown| *shown = true),
            "custom-shape" | "rect" | "ellipse" => {
                return Ok(self.enter_hidden(tag.is("display", "none")));
            }
            "notes" => {
                self.flow.enter(Around {
                    excluded: Some((Reason::SpeakerNotes, "speaker-notes")),
                    ..Around::default()
                });
                return Ok(Closing::Around);
            }
            "table-cell" => {
                self.flow.enter(Around {
                    kind: Some(BlockKind::Cell),
                    ..Around::default()
                });
                return Ok(Closing::Around);
            }
            "note-body" => {
                self.flow.enter(Around {
                    kind: Some(BlockKind::Footnote),
                    ..Around::default()
                });
                return Ok(Closing::Around);
            }
            "note" if tag.is("note-class", "endnote") => {
                // Its paragraphs go to a flow of their own until it ends.
                std::mem::swap(&mut self.flow, &mut self.endnotes);
                return Ok(Closing::Endnote);
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index"
            | "alphabetical-index" => return Ok(Closing::Contents),
            _ => self.part(tag, markup)?,
        }
        Ok(Closing::Nothing)
    }

    /// Parts that are no text, or not read as such.
    fn part(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let what = match tag.name.as_str() {
            "tracked-changes" => return self.tracked_changes(markup),
            "annotation" => Part::Comments,
            "image" => Part::Pictures,
            "object" | "object-ole" | "plugin" | "applet" | "floating-frame" => Part::Objects,
            "title" | "desc" if tag.has_prefix("svg") => return markup.skip(),
            "ruby-text"
            | "note-citation"
            | "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "alphabetical-index-source"
            | "table-of-content-source"
            | "bibliography-source"
            | "script" => {
                return markup.skip();
            }
            _ => return Ok(()),
        };
        let counted = match self.frames.last_mut() {
            Some(counted) if what != Part::Comments => std::mem::replace(counted, true),
            _ => false,
        };
        if !counted {
            self.flow.leave_out(what);
        }
        markup.skip()
    }

    /// What was deleted stands apart, before the text; what was inserted is in it.
    fn tracked_changes(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let mut deletions = 0;
        markup.inside(|markup, tag| {
            if tag.name == "deletion" {
                deletions += 1;
                markup.skip()?;
            }
            Ok(())
        })?;
        for _ in 0..deletions {
            self.flow.leave_out(Part::Deletions);
        }
        Ok(())
    }

    /// On a slide a frame has a class that says what stands in it.
    fn enter_frame(&mut self, tag: &Tag) -> Closing {
        match tag.get("class").as_deref() {
            Some("title") => {
                std::mem::swap(&mut self.flow, &mut self.titles);
                Closing::SlideTitle
            }
            class => {
                let is_running = class.is_some_and(|class| RUNNING.contains(&class));
                self.flow.enter(Around {
                    hidden: tag.is("display", "none"),
                    excluded: is_running.then_some((Reason::RunningHead, "running-head")),
                    ..Around::default()
                });
                Closing::Frame
            }
        }
    }

    fn enter_hidden(&mut self, hidden: bool) -> Closing {
        self.flow.enter(Around {
            hidden,
            ..Around::default()
        });
        Closing::Around
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Closing::Paragraph) => self.end_paragraph(),
            Some(Closing::Around) => self.flow.leave(),
            Some(Closing::List) => self.lists -= 1,
            Some(Closing::Frame) => {
                self.frames.pop();
                self.flow.leave();
            }
            Some(Closing::SlideTitle) => {
                self.frames.pop();
                std::mem::swap(&mut self.flow, &mut self.titles);
            }
            Some(Closing::Endnote) => std::mem::swap(&mut self.flow, &mut self.endnotes),
            Some(Closing::Nothing | Closing::Contents) | None => {}
        }
    }

    /// White space of the file: every run of it is one space, and none begins a paragraph.
    fn text(&mut self, text: &str) {
        let mut folded = String::with_capacity(text.len());
        let mut after_space =
            self.flow.so_far().is_empty() || self.flow.so_far().ends_with([' ', '\n', '\t']);
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\n' | '\t' | '\r');
            if !is_space {
                folded.push(c);
            } else if !after_space {
                folded.push(' ');
            }
            after_space = is_space;
        }
        self.flow.text(&folded);
    }

    fn end_paragraph(&mut self) {
        let Some(shape) = self.paragraphs.pop() else {
            return;
        };
        self.flow.leave();
        if shape.is_title && self.title.is_none() {
            self.title = said(self.flow.so_far());
        }
        let contents = (Reason::Navigation, "contents");
        self.flow
            .close_as(shape.kind, shape.is_contents.then_some(contents));
    }
}

//! PowerPoint presentations: slide by slide, the title first.

use super::Fault;
use super::choices::Choices;
use super::flow::{self, Around, Flow, Paragraph};
use super::markup::{Markup, Node, Tag};
use super::opc::{self, Diagrams, Relations, said};
use super::package::Package;
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::{BlockKind, Provenance, Reason};

/// Elements that are shapes; each says within itself whether it is hidden.
const SHAPES: [&str; 5] = ["sp", "grpSp", "graphicFrame", "pic", "cxnSp"];

/// An article of the presentation whose main part is `main`.
///
/// # Errors
/// [`Fault`] of a damaged or too large presentation.
pub(super) fn article(
    mut package: Package,
    main: &str,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    opc::describe(&mut package, &mut provenance)?;
    let relations = Relations::read(&mut package, main)?;
    let mut document = Document::default();
    let mut title = None;
    for id in slides(&package.part(main)?, main)? {
        let Some(part) = relations.target(&id) else {
            return Err(Fault::damaged(main, format!("no slide is called {id}")));
        };
        let xml = package.part(part)?;
        let others = Relations::read(&mut package, part)?;
        let mut slide = Walk {
            diagrams: others.diagrams(&mut package)?,
            ..Walk::default()
        };
        slide.read(&xml, part)?;
        if slide.is_hidden {
            document.leave_out(Part::HiddenSlides, 1);
            continue;
        }
        title = title.or(slide.title.take());
        flow::add(slide.first, &mut document)?;
        slide.flow.pour(&mut document)?;
        if let Some(part) = others.of("notesSlide") {
            notes(&mut package, part, &mut document)?;
        }
        for part in others.all("comments") {
            let xml = package.find(part)?.unwrap_or_default();
            document.leave_out(Part::Comments, opc::count(&xml, part, "cm")?);
        }
    }
    provenance.title = title.or(provenance.title);
    Ok(document.finish(provenance))
}

/// The relations of the slides, in their order.
fn slides(xml: &str, part: &str) -> Result<Vec<String>, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut slides = Vec::new();
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == "sldId" => slides.extend(tag.prefixed("id")),
            Node::End => return Ok(slides),
            _ => {}
        }
    }
}

/// Adds what the speaker says to a slide, excluded.
fn notes(package: &mut Package, part: &str, document: &mut Document) -> Result<(), Fault> {
    let Some(xml) = package.find(part)? else {
        return Ok(());
    };
    let mut walk = Walk::default();
    walk.flow.enter(Around {
        excluded: Some((Reason::SpeakerNotes, "speaker-notes")),
        ..Around::default()
    });
    walk.read(&xml, part)?;
    walk.flow.pour(document)
}

/// What a shape is on the slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SlidePlace {
    #[default]
    Free,
    Title,
    /// The slide's text, where paragraphs are bullets.
    Body,
    /// Date, footer or number of the page, or the picture of the slide on a page of notes.
    Running,
}

/// The way through one slide.
#[derive(Default)]
struct Walk {
    flow: Flow,
    /// Titles come before what lies under them in the file.
    first: Vec<Paragraph>,
    diagrams: Diagrams,
    title: Option<String>,
    place: SlidePlace,
    /// How many shapes are open, one in another.
    shapes: usize,
    is_hidden: bool,
    no_bullet: bool,
    choices: Choices,
}

impl Walk {
    fn read(&mut self, xml: &str, part: &str) -> Result<(), Fault> {
        let mut markup = Markup::new(xml, part);
        loop {
            match markup.next()? {
                Node::Open(tag) => self.open(&tag, &mut markup)?,
                Node::Close(name) => self.close(&name),
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    fn open(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        match tag.name.as_str() {
            "sld" => self.is_hidden = tag.is("show", "0") || tag.is("show", "false"),
            name if SHAPES.contains(&name) => self.begin_shape(tag),
            "cNvPr" if self.shapes > 0 && (tag.is("hidden", "1") || tag.is("hidden", "true")) => {
                // The shape is around this element, and ends after it.
                self.flow.leave();
                self.flow.enter(Around {
                    hidden: true,
                    ..Around::default()
                });
            }
            "ph" => self.take_place(tag),
            "p" => {
                self.no_bullet = false;
                self.flow.open();
            }
            "buNone" => self.no_bullet = true,
            "t" if self.flow.is_open() => {
                let text = markup.text()?;
                self.flow.text(&text);
            }
            "br" => self.flow.text("\n"),
            "tab" => {}
            "tc" => self.flow.enter(Around {
                kind: Some(BlockKind::Cell),
                ..Around::default()
            }),
            "AlternateContent" => self.choices.begin(),
            "Choice" | "Fallback" if !self.choices.take() => markup.skip()?,
            "relIds" => opc::anchor(&mut self.diagrams, tag, &mut self.flow),
            _ => return self.part(tag, markup),
        }
        Ok(())
    }

    /// Parts that are no text, or not read as such.
    fn part(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let what = match tag.name.as_str() {
            "chart" => Part::Charts,
            "oleObj" => Part::Objects,
            "oMath" => Part::Equations,
            "lstStyle" | "timing" | "extLst" => return markup.skip(),
            "fld" if tag.is("type", "slidenum") => return markup.skip(),
            _ => return Ok(()),
        };
        self.flow.leave_out(what);
        markup.skip()
    }

    fn begin_shape(&mut self, tag: &Tag) {
        self.place = SlidePlace::Free;
        self.shapes += 1;
        self.flow.enter(Around::default());
        if tag.name == "pic" {
            self.flow.leave_out(Part::Pictures);
        }
    }

    fn take_place(&mut self, tag: &Tag) {
        self.place = match tag.get("type").as_deref() {
            Some("title" | "ctrTitle") => SlidePlace::Title,
            Some("subTitle") => SlidePlace::Free,
            Some("dt" | "ftr" | "hdr" | "sldNum" | "sldImg") => SlidePlace::Running,
            _ => SlidePlace::Body,
        };
    }

    fn close(&mut self, name: &str) {
        match name {
            name if SHAPES.contains(&name) => {
                self.place = SlidePlace::Free;
                self.shapes -= 1;
                self.flow.leave();
            }
            "tc" => self.flow.leave(),
            "p" => self.end_paragraph(),
            "AlternateContent" => self.choices.end(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        match self.place {
            SlidePlace::Title => {
                let text = self.flow.take();
                if self.title.is_none() {
                    self.title = said(&text);
                }
                self.first.push(Paragraph {
                    text,
                    kind: BlockKind::Heading,
                    excluded: None,
                });
            }
            SlidePlace::Running => {
                let head = (Reason::RunningHead, "running-head");
                self.flow.close_as(BlockKind::Body, Some(head));
            }
            SlidePlace::Body if !self.no_bullet => self.flow.close(BlockKind::ListItem),
            SlidePlace::Body | SlidePlace::Free => self.flow.close(BlockKind::Body),
        }
    }
}

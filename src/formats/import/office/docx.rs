//! Word documents: the text as its author left it, tracked changes taken.

use super::Fault;
use super::choices::Choices;
use super::docx_properties::{Properties, RunProperties, running_heads};
use super::docx_styles::{Role, Styles};
use super::flow::{self, Around, Flow, Paragraph};
use super::markup::{Markup, Node, Tag};
use super::opc::{self, Diagrams, Relations, said};
use super::package::Package;
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::{BlockKind, Provenance, Reason};
use std::collections::HashMap;

/// An article of the document whose main part is `main`.
///
/// # Errors
/// [`Fault`] of a damaged or too large document.
pub(super) fn article(
    mut package: Package,
    main: &str,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    opc::describe(&mut package, &mut provenance)?;
    let relations = Relations::read(&mut package, main)?;
    let styles = match relations.of("styles") {
        Some(part) => Styles::read(&package.find(part)?.unwrap_or_default(), part)?,
        None => Styles::default(),
    };
    let mut notes = [HashMap::new(), HashMap::new()];
    for (notes, kind) in notes.iter_mut().zip(["footnotes", "endnotes"]) {
        if let Some(part) = relations.of(kind) {
            *notes = read_notes(&package.find(part)?.unwrap_or_default(), part, &styles)?;
        }
    }
    let [footnotes, endnotes] = notes;
    let mut body = Walk::new(&styles);
    (body.footnotes, body.endnotes) = (footnotes, endnotes);
    body.diagrams = relations.diagrams(&mut package)?;
    body.chunks = relations.chunks(&mut package)?;
    body.read(&package.part(main)?, main)?;
    provenance.title = body.title.take().or(provenance.title);

    let mut document = Document::default();
    for (id, is_head) in &body.running {
        if *is_head {
            running_head(&mut package, &relations, id, &styles, &mut document)?;
        }
    }
    let Walk {
        flow,
        running,
        at_end,
        ..
    } = body;
    flow.pour(&mut document)?;
    flow::add(at_end, &mut document)?;
    for (id, is_head) in &running {
        if !is_head {
            running_head(&mut package, &relations, id, &styles, &mut document)?;
        }
    }
    Ok(document.finish(provenance))
}

/// Adds what stands above or below the text of every page, excluded.
fn running_head(
    package: &mut Package,
    relations: &Relations,
    id: &str,
    styles: &Styles,
    document: &mut Document,
) -> Result<(), Fault> {
    let Some(part) = relations.target(id) else {
        return Ok(());
    };
    let Some(xml) = package.find(part)? else {
        return Ok(());
    };
    let mut walk = Walk::new(styles);
    walk.flow.enter(Around {
        excluded: Some((Reason::RunningHead, "running-head")),
        ..Around::default()
    });
    walk.read(&xml, part)?;
    walk.flow.pour(document)
}

/// The notes of a part by their number.
fn read_notes(
    xml: &str,
    part: &str,
    styles: &Styles,
) -> Result<HashMap<String, Vec<Paragraph>>, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut notes = HashMap::new();
    loop {
        match markup.next()? {
            Node::End => return Ok(notes),
            Node::Open(tag) if matches!(tag.name.as_str(), "footnote" | "endnote") => {
                // Those with a type are the rules between text and notes.
                if tag.get("type").is_some_and(|kind| kind != "normal") {
                    markup.skip()?;
                    continue;
                }
                let mut walk = Walk::new(styles);
                walk.flow.enter(Around {
                    kind: Some(BlockKind::Footnote),
                    ..Around::default()
                });
                walk.read_element(&mut markup)?;
                let (paragraphs, _) = walk.flow.finish();
                notes.insert(tag.get("id").unwrap_or_default(), paragraphs);
            }
            _ => {}
        }
    }
}

/// A field: what it is told to do, then what it shows.
struct Field {
    in_code: bool,
}

/// The way through one part.
struct Walk<'s> {
    styles: &'s Styles,
    flow: Flow,
    footnotes: HashMap<String, Vec<Paragraph>>,
    endnotes: HashMap<String, Vec<Paragraph>>,
    diagrams: Diagrams,
    /// Files that are put in.
    chunks: Diagrams,
    /// Endnotes that were referred to, and stand after the text.
    at_end: Vec<Paragraph>,
    /// What the open paragraphs say of themselves.
    properties: Vec<Properties>,
    fields: Vec<Field>,
    choices: Choices,
    /// Of each open field of a form, whether nobody has filled it in.
    forms: Vec<bool>,
    run_hidden: bool,
    in_object: bool,
    /// Text of a paragraph that goes on in the next.
    carried: String,
    /// Relations of headers (true) and footers, each once.
    running: Vec<(String, bool)>,
    title: Option<String>,
}

impl<'s> Walk<'s> {
    fn new(styles: &'s Styles) -> Walk<'s> {
        Walk {
            styles,
            flow: Flow::default(),
            footnotes: HashMap::new(),
            endnotes: HashMap::new(),
            diagrams: Diagrams::new(),
            chunks: Diagrams::new(),
            at_end: Vec::new(),
            properties: Vec::new(),
            fields: Vec::new(),
            choices: Choices::default(),
            forms: Vec::new(),
            run_hidden: false,
            in_object: false,
            carried: String::new(),
            running: Vec::new(),
            title: None,
        }
    }

    fn read(&mut self, xml: &str, part: &str) -> Result<(), Fault> {
        let mut markup = Markup::new(xml, part);
        loop {
            match markup.next()? {
                Node::Open(tag) => self.open(&tag, &mut markup)?,
                Node::Close(name) => self.close(&name),
                Node::Text(_) => {}
                Node::End => break,
            }
        }
        self.end_carried();
        Ok(())
    }

    /// Reads the rest of the element that was opened last.
    fn read_element(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let until = markup.depth();
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) => self.open(&tag, markup)?,
                Node::Close(name) => self.close(&name),
                Node::Text(_) | Node::End => {}
            }
        }
        self.end_carried();
        Ok(())
    }

    fn open(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        match tag.name.as_str() {
            "p" => {
                self.flow.open();
                let carried = std::mem::take(&mut self.carried);
                self.flow.text(&carried);
                self.properties.push(Properties::default());
            }
            "pPr" => {
                let mut found = Properties::read(markup)?;
                self.refer(std::mem::take(&mut found.running));
                if let Some(properties) = self.properties.last_mut() {
                    *properties = found;
                }
            }
            "sectPr" => self.refer(running_heads(markup)?),
            "rPr" => self.run_hidden = self.is_hidden(&RunProperties::read(markup)?),
            "r" => self.run_hidden = self.styles.hides(self.style()),
            "t" => {
                let text = markup.text()?;
                self.text(&text);
            }
            "tab" | "ptab" => self.text("\t"),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "sym" => self.symbol(tag),
            "moveFrom" => markup.skip()?,
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field { in_code: true }),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.in_code = false;
                    }
                }
                _ => {
                    self.fields.pop();
                }
            },
            "footnoteReference" => {
                let note = self.footnotes.remove(&tag.get("id").unwrap_or_default());
                self.flow.anchor(note.unwrap_or_default());
            }
            "endnoteReference" => {
                let note = self.endnotes.remove(&tag.get("id").unwrap_or_default());
                self.at_end.extend(note.unwrap_or_default());
            }
            "sdt" => self.forms.push(false),
            "showingPlcHdr" => {
                // What a form shows before anybody has filled it in.
                if let Some(is_empty) = self.forms.last_mut() {
                    *is_empty = true;
                }
            }
            "sdtContent" if self.forms.last() == Some(&true) => {
                self.flow.leave_out(Part::Prompts);
                markup.skip()?;
            }
            "AlternateContent" => self.choices.begin(),
            "Choice" | "Fallback" if !self.choices.take() => markup.skip()?,
            "tc" => self.flow.enter(Around {
                kind: Some(BlockKind::Cell),
                ..Around::default()
            }),
            "object" => self.in_object = true,
            "relIds" => opc::anchor(&mut self.diagrams, tag, &mut self.flow),
            _ => return self.part(tag, markup),
        }
        Ok(())
    }

    /// Parts that are no text, or not read as such.
    fn part(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let chunk = (tag.name == "altChunk").then(|| tag.prefixed("id").unwrap_or_default());
        if let Some(paragraphs) = chunk.and_then(|id| self.chunks.remove(&id)) {
            self.flow.anchor(paragraphs);
            return markup.skip();
        }
        let what = match tag.name.as_str() {
            "del" => Part::Deletions,
            "commentReference" => Part::Comments,
            "pic" => Part::Pictures,
            "imagedata" if !self.in_object => Part::Pictures,
            "chart" => Part::Charts,
            "altChunk" => Part::Objects,
            "OLEObject" => match tag.get("ProgID") {
                Some(program) if program.starts_with("Equation") => Part::Equations,
                _ => Part::Objects,
            },
            "oMath" => Part::Equations,
            "rt" | "instrText" | "delText" | "delInstrText" | "pPrChange" | "rPrChange"
            | "tblPr" | "trPr" | "tcPr" | "tblGrid" => return markup.skip(),
            _ => return Ok(()),
        };
        self.flow.leave_out(what);
        markup.skip()
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => self.run_hidden = false,
            "tc" => {
                self.end_carried();
                self.flow.leave();
            }
            "sdt" => {
                self.forms.pop();
            }
            "AlternateContent" => self.choices.end(),
            "object" => self.in_object = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.fields.iter().any(|field| field.in_code) {
            return;
        }
        if self.run_hidden {
            if !text.trim().is_empty() {
                self.flow.hide();
            }
            return;
        }
        self.flow.text(text);
    }

    /// A character of a symbol font; those of its own that are no Unicode say nothing.
    fn symbol(&mut self, tag: &Tag) {
        let code = tag
            .get("char")
            .and_then(|code| u32::from_str_radix(&code, 16).ok());
        let private = '\u{E000}'..='\u{F8FF}';
        if let Some(character) = code
            .and_then(char::from_u32)
            .filter(|c| !private.contains(c))
        {
            self.text(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn end_paragraph(&mut self) {
        let properties = self.properties.pop().unwrap_or_default();
        if self.properties.is_empty() {
            // A field that is told what to do over several paragraphs is more likely damaged.
            self.fields
                .iter_mut()
                .for_each(|field| field.in_code = false);
        }
        if properties.goes_on {
            self.carried = self.flow.take();
            return;
        }
        let role = self.styles.role(properties.style.as_deref());
        if role == Role::Title && self.title.is_none() {
            self.title = said(self.flow.so_far());
        }
        let excluded = (role == Role::Contents).then_some((Reason::Navigation, "contents"));
        let numbered = properties.numbered.unwrap_or(role == Role::ListItem);
        let kind = match role {
            Role::Title | Role::Heading => BlockKind::Heading,
            _ if properties.is_heading => BlockKind::Heading,
            Role::Caption => BlockKind::Caption,
            Role::Quote => BlockKind::Quote,
            _ if numbered => BlockKind::ListItem,
            _ => BlockKind::Body,
        };
        self.flow.close_as(kind, excluded);
    }

    /// A paragraph that goes on, with none after it.
    fn end_carried(&mut self) {
        if !self.carried.is_empty() {
            self.flow.open();
            let carried = std::mem::take(&mut self.carried);
            self.flow.text(&carried);
            self.flow.close(BlockKind::Body);
        }
    }

    /// Takes the running heads that a section refers to.
    fn refer(&mut self, running: Vec<(String, bool)>) {
        for reference in running {
            if !self.running.contains(&reference) {
                self.running.push(reference);
            }
        }
    }

    /// The style of the innermost paragraph.
    fn style(&self) -> Option<&str> {
        self.properties.last()?.style.as_deref()
    }

    fn is_hidden(&self, run: &RunProperties) -> bool {
        run.hidden.unwrap_or_else(|| {
            self.styles.hides(run.style.as_deref()) || self.styles.hides(self.style())
        })
    }
}

//! What docx, pptx and xlsx share: parts that name each other, and the document's own card.

use super::flow::{Flow, Paragraph};
use super::markup::{Markup, Node, Tag};
use super::package::Package;
use super::{Fault, Format};
use crate::import;
use jjak_core::article::{Block, BlockKind, Provenance};
use std::collections::HashMap;
use std::path::Path;

/// What one part says of the others it needs.
#[derive(Debug, Default)]
pub(super) struct Relations(HashMap<String, Relation>);

#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of its type: `styles`, `slide` ...
    pub kind: String,
    /// The part's name in the package.
    pub target: String,
}

impl Relations {
    /// The relations of `part`; of the package itself when it is empty.
    ///
    /// # Errors
    /// [`Fault`] of a damaged package.
    pub(super) fn read(package: &mut Package, part: &str) -> Result<Relations, Fault> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let dash = if folder.is_empty() { "" } else { "/" };
        let name = format!("{folder}{dash}_rels/{file}.rels");
        let mut relations = HashMap::new();
        let Some(xml) = package.find(&name)? else {
            return Ok(Relations::default());
        };
        let mut markup = Markup::new(&xml, &name);
        loop {
            match markup.next()? {
                Node::End => return Ok(Relations(relations)),
                Node::Open(tag)
                    if tag.name == "Relationship" && !tag.is("TargetMode", "External") =>
                {
                    let kind = tag.get("Type").unwrap_or_default();
                    let relation = Relation {
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: resolve(folder, &tag.get("Target").unwrap_or_default()),
                    };
                    relations.insert(tag.get("Id").unwrap_or_default(), relation);
                }
                _ => {}
            }
        }
    }

    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|relation| relation.target.as_str())
    }

    /// The one of this kind.
    pub(super) fn of(&self, kind: &str) -> Option<&str> {
        let mut all = self.0.values();
        all.find(|relation| relation.kind == kind)
            .map(|relation| relation.target.as_str())
    }

    pub(super) fn all(&self, kind: &str) -> Vec<&str> {
        let all = self.0.values().filter(|relation| relation.kind == kind);
        all.map(|relation| relation.target.as_str()).collect()
    }

    /// The texts of the diagrams (SmartArt) that are anchored in this part, by their relation.
    ///
    /// # Errors
    /// [`Fault`] of a damaged package.
    pub(super) fn diagrams(&self, package: &mut Package) -> Result<Diagrams, Fault> {
        let mut diagrams = HashMap::new();
        for (id, relation) in &self.0 {
            if relation.kind == "diagramData" {
                let xml = package.find(&relation.target)?.unwrap_or_default();
                diagrams.insert(id.clone(), diagram(&xml, &relation.target)?);
            }
        }
        Ok(diagrams)
    }

    /// The texts of the files that are put in where this part names them, by their relation. Those that are packages
    /// themselves are not read.
    ///
    /// # Errors
    /// [`Fault`] of a damaged package.
    pub(super) fn chunks(&self, package: &mut Package) -> Result<Diagrams, Fault> {
        let mut chunks = HashMap::new();
        for (id, relation) in &self.0 {
            if relation.kind != "aFChunk" {
                continue;
            }
            let bytes = package.bytes(&relation.target)?.unwrap_or_default();
            let name = Path::new(&relation.target);
            // A package in a package in a package has no end.
            if !bytes.starts_with(b"PK")
                && let Ok(chunk) = import::from_bytes(&bytes, Some(name))
            {
                let article = chunk.article;
                let text = |block: &Block| article.text.get(block.span.clone());
                let paragraphs = article.blocks.iter().map(|block| Paragraph {
                    text: text(block).unwrap_or_default().to_owned(),
                    kind: block.kind,
                    excluded: None,
                });
                chunks.insert(id.clone(), paragraphs.collect());
            }
        }
        Ok(chunks)
    }
}

/// The paragraphs of diagrams by their relation.
pub(super) type Diagrams = HashMap<String, Vec<Paragraph>>;

/// Puts the diagram that `tag` names where it is anchored.
pub(super) fn anchor(diagrams: &mut Diagrams, tag: &Tag, flow: &mut Flow) {
    let diagram = diagrams.remove(&tag.prefixed("dm").unwrap_or_default());
    flow.anchor(diagram.unwrap_or_default());
}

/// The paragraphs of a diagram; it is made of a list.
fn diagram(xml: &str, part: &str) -> Result<Vec<Paragraph>, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut flow = Flow::default();
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name.as_str() {
                "p" => flow.open(),
                "t" if flow.is_open() => flow.text(&markup.text()?),
                "br" => flow.text("\n"),
                _ => {}
            },
            Node::Close(name) if name == "p" => flow.close(BlockKind::ListItem),
            Node::End => return Ok(flow.finish().0),
            _ => {}
        }
    }
}

/// The name of the part that `target` is, said in a part of `folder`.
pub(super) fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The main part of the package, and which format it is of.
///
/// # Errors
/// [`Fault`] of a damaged package.
pub(super) fn main(package: &mut Package) -> Result<(Format, String), Fault> {
    let relations = Relations::read(package, "")?;
    let usual = [
        "word/document.xml",
        "ppt/presentation.xml",
        "xl/workbook.xml",
    ];
    let main = match relations.of("officeDocument") {
        Some(main) => main.to_owned(),
        None => {
            let found = usual.into_iter().find(|name| package.has(name));
            found
                .ok_or_else(|| Fault::damaged("_rels/.rels", "no main part is named"))?
                .to_owned()
        }
    };
    let content = content_type(package, &main)?.unwrap_or_else(|| main.clone());
    let is = |words: [&str; 3]| words.iter().any(|word| content.contains(word));
    let format = if content.contains("binary") {
        None
    } else if is(["wordprocessingml", "ms-word", "word/"]) {
        Some(Format::Docx)
    } else if is(["presentationml", "ms-powerpoint", "ppt/"]) {
        Some(Format::Pptx)
    } else if is(["spreadsheetml", "ms-excel", "xl/"]) {
        Some(Format::Xlsx)
    } else {
        None
    };
    let format = format.ok_or(Fault::Unread {
        what: "an Office file of another kind",
        advice: "save it as docx, pptx or xlsx",
    })?;
    Ok((format, main))
}

/// What the package says that `part` is.
fn content_type(package: &mut Package, part: &str) -> Result<Option<String>, Fault> {
    const TYPES: &str = "[Content_Types].xml";
    let Some(xml) = package.find(TYPES)? else {
        return Ok(None);
    };
    let mut markup = Markup::new(&xml, TYPES);
    loop {
        match markup.next()? {
            Node::End => return Ok(None),
            Node::Open(tag) if tag.name == "Override" => {
                let name = tag.get("PartName").unwrap_or_default();
                if name.trim_start_matches('/').eq_ignore_ascii_case(part) {
                    return Ok(tag.get("ContentType"));
                }
            }
            _ => {}
        }
    }
}

/// How many elements of this name a part has.
pub(super) fn count(xml: &str, part: &str, name: &str) -> Result<usize, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut count = 0;
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == name => count += 1,
            Node::End => return Ok(count),
            _ => {}
        }
    }
}

/// Title, author and date from the card that most programs write.
///
/// # Errors
/// [`Fault`] of a damaged package.
pub(super) fn describe(package: &mut Package, provenance: &mut Provenance) -> Result<(), Fault> {
    let relations = Relations::read(package, "")?;
    let name = relations
        .of("core-properties")
        .unwrap_or("docProps/core.xml")
        .to_owned();
    let Some(xml) = package.find(&name)? else {
        return Ok(());
    };
    let mut markup = Markup::new(&xml, &name);
    loop {
        let place = match markup.next()? {
            Node::Open(tag) => match tag.name.as_str() {
                "title" => &mut provenance.title,
                "creator" => &mut provenance.byline,
                "created" => &mut provenance.date,
                _ => continue,
            },
            Node::End => return Ok(()),
            _ => continue,
        };
        *place = said(&markup.text()?);
    }
}

/// `text` unless it is blank.
pub(super) fn said(text: &str) -> Option<String> {
    let text = jjak_core::article::one_line(text).into_owned();
    (!text.is_empty()).then_some(text)
}

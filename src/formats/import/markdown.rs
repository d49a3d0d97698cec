//! Markdown: CommonMark with tables, footnotes and front matter.

use super::document::Document;
use super::page;
use super::{Fault, Imported, Part, limits};
use jjak_core::article::{BlockKind, Provenance, Reason, one_line};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// An article of `markdown`, which has been through [`super::text::normalize`]. Front matter says where it comes from;
/// of links the text stays, of pictures what they are said to show; code is shown, but excluded.
pub(super) fn article(markdown: &str, mut provenance: Provenance) -> Result<Imported, Fault> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, options) {
        reader.take(event)?;
    }
    reader.flush()?;
    front_matter(&reader.metadata, &mut provenance);
    let mut document = Document::default();
    match (&provenance.title, &reader.first_heading) {
        (Some(title), heading) if heading.as_ref() != Some(title) => {
            document.push(title, BlockKind::Heading)?;
        }
        (None, Some(heading)) => provenance.title = Some(heading.clone()),
        _ => {}
    }
    for block in reader.blocks {
        match block.kind {
            Some(kind) => document.push(&block.text, kind)?,
            None => document.push_excluded(&block.text, Reason::Code, "code-block")?,
        }
    }
    document.leave_out(Part::Pictures, reader.pictures);
    Ok(document.finish(provenance))
}

/// A paragraph; code has no kind.
struct Paragraph {
    text: String,
    kind: Option<BlockKind>,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Paragraph>,
    text: String,
    /// What the containers around make of a paragraph, innermost last.
    around: Vec<BlockKind>,
    /// What stands for a picture, on its way to a caption.
    picture: Option<String>,
    captions: Vec<String>,
    pictures: usize,
    in_metadata: bool,
    metadata: String,
    html: String,
    first_heading: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) if self.in_metadata => self.metadata.push_str(&text),
            Event::Text(text) | Event::Code(text) => self.running().push_str(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.running().push_str(&text),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.running().push('\n');
            }
            Event::SoftBreak | Event::HardBreak => self.running().push('\n'),
            Event::Rule => self.flush()?,
            Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag) -> Result<(), Fault> {
        match tag {
            Tag::Image { .. } => {
                self.pictures += 1;
                self.picture.get_or_insert_default();
                return Ok(());
            }
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. } => return Ok(()),
            _ => self.flush()?,
        }
        match tag {
            Tag::Heading { .. } => self.around.push(BlockKind::Heading),
            Tag::BlockQuote(_) => self.around.push(BlockKind::Quote),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.around.push(BlockKind::ListItem);
            }
            Tag::TableCell => self.around.push(BlockKind::Cell),
            Tag::FootnoteDefinition(_) => self.around.push(BlockKind::Footnote),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            _ => {}
        }
        if self.around.len() > limits::MAX_MARKDOWN_DEPTH {
            return Err(Fault::OverLimit {
                what: "its lists and quotes are nested",
                limit: limits::MAX_MARKDOWN_DEPTH as u64,
                unit: "deep",
                name: "MAX_MARKDOWN_DEPTH",
            });
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Fault> {
        match tag {
            TagEnd::Image => {
                if let Some(said) = self.picture.take() {
                    self.captions.push(said);
                }
            }
            TagEnd::CodeBlock => {
                let text = std::mem::take(&mut self.text);
                self.blocks.push(Paragraph { text, kind: None });
            }
            TagEnd::HtmlBlock => self.read_html()?,
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::Paragraph => self.flush()?,
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition => {
                self.flush()?;
                self.around.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn running(&mut self) -> &mut String {
        self.picture.as_mut().unwrap_or(&mut self.text)
    }

    /// Ends the paragraph; what its pictures show follows it.
    fn flush(&mut self) -> Result<(), Fault> {
        let kind = self.around.last().copied().unwrap_or_default();
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            if kind == BlockKind::Heading && self.first_heading.is_none() {
                self.first_heading = Some(one_line(&text).into_owned());
            }
            let kind = Some(kind);
            self.blocks.push(Paragraph { text, kind });
        }
        let captions = self.captions.drain(..);
        self.blocks.extend(captions.map(|text| Paragraph {
            text,
            kind: Some(BlockKind::Caption),
        }));
        Ok(())
    }

    /// HTML that stands by itself is read as a page is.
    fn read_html(&mut self) -> Result<(), Fault> {
        let html = std::mem::take(&mut self.html);
        if page::open_elements(&html) > limits::MAX_HTML_DEPTH {
            return Err(Fault::OverLimit {
                what: "its HTML is nested",
                limit: limits::MAX_HTML_DEPTH as u64,
                unit: "deep",
                name: "MAX_HTML_DEPTH",
            });
        }
        let pieces = page::pieces(&dom_query::Document::from(html.as_str()));
        self.blocks
            .extend(pieces.into_iter().map(|piece| Paragraph {
                text: piece.text,
                kind: Some(piece.kind),
            }));
        Ok(())
    }
}

/// Title, author, date and address of `title: ...` (YAML) or `title = ...` (TOML) lines.
fn front_matter(metadata: &str, provenance: &mut Provenance) {
    for line in metadata.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        let place = match key.trim().to_ascii_lowercase().as_str() {
            "title" => &mut provenance.title,
            "author" | "byline" => &mut provenance.byline,
            "date" => &mut provenance.date,
            "url" | "link" | "source" | "canonical" => &mut provenance.url,
            _ => continue,
        };
        if !value.is_empty() && place.is_none() {
            *place = Some(one_line(value).into_owned());
        }
    }
}

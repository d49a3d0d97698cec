//! One side of a bitext as a TEI text: its paragraphs and sentences with ids, as InterText numbers them
//! (<https://tei-c.org/release/doc/tei-p5-doc/en/html/AI.html>).

use crate::exchange::units::Options;
use crate::exchange::units::document::{ExportedWork, Source};
use crate::exchange::units::text::plain;
use crate::exchange::units::xml::{self, attribute};
use jjak_core::article::{BlockKind, Lang};
use jjak_core::bitext::{SegmentId, Side};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// What its header says of who wrote it.
const OWN: &str = concat!(
    "<encodingDesc><appInfo><application ident=\"jjak\" version=\"",
    env!("CARGO_PKG_VERSION"),
    "\"><label>Jjak</label></application></appInfo></encodingDesc>"
);
/// Where a header has said so; a page's title and address come before it.
const HEADER_BYTES: u64 = 1 << 14;

/// Whether the file at `path` is a text that Jjak wrote, of any version.
pub fn is_own(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut head));
    let ident = OWN.split("version").next().unwrap_or(OWN);
    read.is_ok() && String::from_utf8_lossy(&head).contains(ident)
}

/// The ids that the sentences of one language have, in all works.
pub(super) struct Layout(Vec<Vec<(SegmentId, String)>>);

impl Layout {
    pub(super) fn of(works: &[ExportedWork], lang: Lang) -> Layout {
        let mut numbers = Numbers::default();
        let of_work = |work: &ExportedWork| {
            let side = work.bitext.side(lang);
            let said = side
                .segments
                .iter()
                .filter(|segment| !plain(&side.text_of(segment)).is_empty());
            let ids = said.map(|segment| {
                let id = segment.id();
                (id, numbers.next(side, id).id())
            });
            let ids = ids.collect();
            numbers.end_work();
            ids
        };
        Layout(works.iter().map(of_work).collect())
    }

    /// The ids of those sentences that say something.
    pub(super) fn ids(&self, work: usize, sentences: &[SegmentId]) -> Vec<&str> {
        let of = &self.0[work];
        let found = sentences.iter().filter_map(|sentence| {
            let at = of
                .binary_search_by_key(sentence, |(start, _)| *start)
                .ok()?;
            Some(of[at].1.as_str())
        });
        found.collect()
    }
}

/// Counts paragraphs and the sentences in each, from 1.
#[derive(Default)]
struct Numbers {
    paragraph: usize,
    sentence: usize,
    block: Option<usize>,
}

impl Numbers {
    /// Goes on to a sentence.
    fn next(&mut self, side: &Side, id: SegmentId) -> &Numbers {
        let block = side.article.block_at(id.0);
        if self.sentence == 0 || block != self.block {
            self.paragraph += 1;
            self.sentence = 0;
            self.block = block;
        }
        self.sentence += 1;
        self
    }

    fn end_work(&mut self) {
        self.sentence = 0;
    }

    fn id(&self) -> String {
        format!("{}:{}", self.paragraph, self.sentence)
    }
}

/// Writes the whole text of `lang`, work after work.
pub(crate) fn write(
    works: &[ExportedWork],
    lang: Lang,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let code = match lang {
        Lang::En => &options.en_code,
        Lang::Ko => &options.ko_code,
    };
    let mut element = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"",
    );
    attribute(&mut element, "xml:lang", code);
    element.push_str(">\n");
    push_header(&mut element, works, lang);
    element.push_str("<text><body>\n");
    let mut numbers = Numbers::default();
    for work in works {
        let side = work.bitext.side(lang);
        let mut open = None;
        for segment in &side.segments {
            let text = side.text_of(segment);
            let text = options.normal.line(&text);
            if text.is_empty() {
                continue;
            }
            let numbers = numbers.next(side, segment.id());
            if numbers.sentence == 1 {
                push_end(&mut element, open.take());
                let block = numbers.block.map(|block| side.article.blocks[block].kind);
                let name = push_start(&mut element, block.unwrap_or_default(), numbers.paragraph);
                open = Some(name);
            }
            element.push_str("<s");
            attribute(&mut element, "id", &numbers.id());
            element.push('>');
            xml::push(&mut element, &text);
            element.push_str("</s>\n");
            out.write_all(element.as_bytes())?;
            element.clear();
        }
        push_end(&mut element, open);
        numbers.end_work();
    }
    element.push_str("</body></text>\n</TEI>\n");
    out.write_all(element.as_bytes())
}

/// Where the text came from; nothing of it where it is several.
fn push_header(element: &mut String, works: &[ExportedWork], lang: Lang) {
    let source = match works {
        [only] if !only.plain => Some(Source::of(only.bitext.side(lang))),
        _ => None,
    };
    let known: Vec<(&str, &str)> = source.iter().flat_map(Source::known).collect();
    let known = |wanted: &str| {
        let found = known.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| plain(value))
    };
    element.push_str("<teiHeader><fileDesc><titleStmt><title>");
    xml::push(element, &known("title").unwrap_or_default());
    element.push_str("</title>");
    if let Some(byline) = known("byline") {
        element.push_str("<author>");
        xml::push(element, &byline);
        element.push_str("</author>");
    }
    element.push_str("</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><bibl>");
    if let Some(date) = known("date") {
        element.push_str("<date>");
        xml::push(element, &date);
        element.push_str("</date>");
    }
    if let Some(url) = known("url") {
        element.push_str("<ref");
        attribute(element, "target", &url);
        element.push_str("/>");
    }
    element.push_str("</bibl></sourceDesc></fileDesc>");
    element.push_str(OWN);
    element.push_str("</teiHeader>\n");
}

/// Begins a paragraph and says the name of its element. TEI's own `head` and `item` may not stand just anywhere.
fn push_start(element: &mut String, kind: BlockKind, number: usize) -> &'static str {
    let (name, kind) = match kind {
        BlockKind::Body => ("p", None),
        BlockKind::Heading => ("ab", Some("heading")),
        BlockKind::Caption => ("ab", Some("caption")),
        BlockKind::ListItem => ("ab", Some("list-item")),
        BlockKind::Quote => ("ab", Some("quote")),
        BlockKind::Cell => ("ab", Some("cell")),
        BlockKind::Footnote => ("ab", Some("footnote")),
    };
    element.push('<');
    element.push_str(name);
    attribute(element, "id", &number.to_string());
    if let Some(kind) = kind {
        attribute(element, "type", kind);
    }
    element.push_str(">\n");
    name
}

fn push_end(element: &mut String, open: Option<&str>) {
    if let Some(name) = open {
        element.push_str(&format!("</{name}>\n"));
    }
}

//! Units of a translation memory, each as it stands.

use super::{CorpusRow, RawRow, Trouble};
use crate::exchange::pairs::elements::{Elements, walk_text};
use crate::exchange::pairs::source::{Fault, Source, Stream, allow};
use crate::exchange::pairs::{BilingualError, MAX_ROW_BYTES, language};
use jjak_core::article::Lang;
use jjak_core::xml::{attribute, xml_attribute};
use quick_xml::events::BytesStart;
use std::fs::File;
use std::io::{BufRead, Read, Seek, SeekFrom};
use std::path::Path;

const OUR_PROPS: &str = "x-jjak-";
const END: &[u8] = b"</tu>";
/// More than what closes a file after its last unit.
const TAIL_BYTES: u64 = 1 << 16;
const MAX_HEAD_BYTES: usize = 1 << 20;

/// What stands around the units.
pub(super) struct Frame {
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Frame {
    pub(super) fn of(path: &Path) -> Result<Frame, Trouble> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut head = Vec::new();
        let mut stream = Source::File(path).stream()?;
        loop {
            let start = head.len();
            allow(&mut stream, MAX_HEAD_BYTES);
            if stream.read_until(b'>', &mut head)? == 0 {
                // Not one unit is in it: all of it is head.
                is_closed(&head)?;
                return Ok(Frame {
                    head,
                    tail: Vec::new(),
                });
            }
            if let Some(at) = unit_start(&head[start..]) {
                head.truncate(start + at);
                break;
            }
            if head.len() > MAX_HEAD_BYTES {
                return Err("its header has no end".to_owned().into());
            }
        }
        let from = length.saturating_sub(TAIL_BYTES).max(head.len() as u64);
        file.seek(SeekFrom::Start(from))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        let end = tail.windows(END.len()).rposition(|window| window == END);
        let end = end.ok_or_else(|| "its last unit is not closed".to_owned())?;
        tail.drain(..end + END.len());
        if tail
            .windows(4)
            .any(|window| window == b"<tu " || window == b"<tu>")
        {
            return Err("its last unit is not closed".to_owned().into());
        }
        is_closed(&tail)?;
        Ok(Frame { head, tail })
    }

    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    pub(super) fn tail(&self) -> &[u8] {
        &self.tail
    }

    pub(super) fn rows<'a>(&self, path: &'a Path) -> Result<Rows<'a>, Trouble> {
        let mut stream = Source::File(path).stream()?;
        let head = self.head.len() as u64;
        let mut skipped = Vec::new();
        allow(&mut stream, MAX_HEAD_BYTES + TAIL_BYTES as usize);
        stream.by_ref().take(head).read_to_end(&mut skipped)?;
        Ok(Rows { stream })
    }
}

/// Sees that the end of a file is there.
fn is_closed(tail: &[u8]) -> Result<(), String> {
    if tail.windows(6).any(|window| window == b"</tmx>") {
        Ok(())
    } else {
        Err("it is no TMX file, or only the beginning of one".to_owned())
    }
}

/// Where in a piece of text that ends with a tag a unit begins, its indent included.
fn unit_start(piece: &[u8]) -> Option<usize> {
    let tag = piece.iter().rposition(|&byte| byte == b'<')?;
    let name = piece[tag..].strip_prefix(b"<tu")?;
    if !name.starts_with(b">") && !name.first()?.is_ascii_whitespace() {
        return None;
    }
    let before = piece[..tag].iter();
    let indent = before
        .rev()
        .take_while(|&&byte| matches!(byte, b' ' | b'\t'));
    Some(tag - indent.count())
}

pub(super) struct Rows<'a> {
    stream: Stream<'a>,
}

impl Rows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<CorpusRow>, Trouble> {
        let mut text = Vec::new();
        allow(&mut self.stream, MAX_ROW_BYTES);
        while !text.ends_with(END) {
            if self.stream.read_until(b'>', &mut text)? == 0 {
                return Ok(None);
            }
        }
        let text = String::from_utf8(text).map_err(|_| Fault::NotUtf8)?;
        let mut unit = Unit::default();
        walk_text(text.trim_start(), &mut unit).map_err(|error| error.to_string())?;
        Ok(Some(CorpusRow {
            raw: RawRow::Text(text),
            ..unit.row
        }))
    }
}

/// A unit that is being read.
#[derive(Default)]
struct Unit {
    row: CorpusRow,
    lang: Option<Lang>,
    prop: String,
    text: String,
}

impl Elements for Unit {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        _above: &[String],
    ) -> Result<(), BilingualError> {
        match name {
            "tuv" => {
                let code = xml_attribute(element, "lang").unwrap_or_default();
                self.lang = language(&code);
            }
            "seg" => self.text.clear(),
            "prop" => {
                self.prop = attribute(element, "type").unwrap_or_default();
                self.text.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, above: &[String]) -> Result<(), BilingualError> {
        let Unit {
            row,
            lang,
            prop,
            text,
        } = self;
        match (name, above.last().map(String::as_str)) {
            ("seg", _) => {
                let side = match lang {
                    Some(Lang::En) => &mut row.en,
                    Some(Lang::Ko) => &mut row.ko,
                    None => return Ok(()),
                };
                if side.is_empty() {
                    text.trim().clone_into(side);
                }
            }
            ("prop", Some("tu")) => {
                let value = text.trim().to_owned();
                match prop.strip_prefix(OUR_PROPS) {
                    Some("confidence") => row.confidence = value.parse().ok(),
                    Some("shape") => row.shape = value,
                    Some("state") => row.state = value,
                    Some("project") => row.document = value,
                    Some("en-url") => row.urls[0] = Some(value),
                    Some("ko-url") => row.urls[1] = Some(value),
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str, _open: &[String]) {
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::unit_start;

    #[test]
    fn a_unit_is_no_variant() {
        assert_eq!(unit_start(b"\n    <tu>"), Some(1));
        assert_eq!(unit_start(b"<tu srclang=\"en\">"), Some(0));
        assert_eq!(unit_start(b"<tuv xml:lang=\"en\">"), None);
        assert_eq!(unit_start(b"  <header>"), None);
    }
}

//! Characters: bytes of the code page of their font, or numbers of Unicode.

use super::group::Destination;
use super::{Part, Reader, charset};

impl Reader {
    pub(super) fn font(&mut self, number: Option<i32>) {
        self.decode();
        self.group().font = number;
    }

    pub(super) fn mode(&mut self, is_wide: bool) {
        self.decode();
        self.group().is_wide = Some(is_wide);
    }

    pub(super) fn unicode(&mut self, number: i32) {
        self.decode();
        self.to_skip = self.group().skip;
        // Written as a signed number of 16 bits.
        let unit = number as u16;
        let c = match (self.surrogate.take(), unit) {
            (_, 0xD800..=0xDBFF) => {
                self.surrogate = Some(unit);
                return;
            }
            (Some(high), 0xDC00..=0xDFFF) => {
                char::decode_utf16([high, unit]).next().and_then(Result::ok)
            }
            // Symbol fonts are put into the private area; what their letters look like is not known.
            (_, 0xF0B7) => Some('•'),
            (_, 0xF000..=0xF0FF) => None,
            (_, unit) => char::from_u32(u32::from(unit)),
        };
        if let Some(c) = c.filter(|c| *c != '\0') {
            self.push(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Turns the bytes so far into text.
    pub(super) fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (font, wide) = (self.group().font, self.group().wide_font);
        let font = self.tables.font(font.unwrap_or(self.default_font));
        let wide = wide.and_then(|wide| self.tables.font(wide));
        let is_wide = match self.group().is_wide {
            Some(true) => true,
            // A font that tells no encoding of its own, beside one that does.
            None => font.is_none(),
            Some(false) => font.is_none() && charset::are_pairs(&bytes),
        };
        let encoding = wide.filter(|_| is_wide).or(font);
        let text = charset::decode(&bytes, encoding, self.page);
        self.put(&text);
    }

    /// Adds what is no byte of a code page.
    pub(super) fn push(&mut self, text: &str) {
        self.decode();
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let group = self.group();
        let unseen = match () {
            () if group.deleted => Some(Part::Deletions),
            () if group.hidden => Some(Part::Hidden),
            () => None,
        };
        match group.destination {
            Destination::Text => match unseen {
                Some(part) => {
                    if self.leaving != Some(part) && !text.trim().is_empty() {
                        self.leaving = Some(part);
                        self.document.leave_out(part, 1);
                    }
                }
                None => {
                    self.leaving = None;
                    self.text.push_str(text);
                }
            },
            Destination::Title => self.title.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Stylesheet => self.name.push_str(text),
            Destination::Fonts
            | Destination::ListMark
            | Destination::Skipped
            | Destination::Ansi
            | Destination::Unicode
            | Destination::Note
            | Destination::Head => {}
        }
    }
}

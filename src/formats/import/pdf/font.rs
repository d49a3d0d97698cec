//! Fonts, as far as they tell which characters a string shows and how wide they are.

use super::cmap::CMap;
use super::names::{Base, glyph};
use super::program;
use super::stream;
use super::widths::usual_width;
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::HashMap;

/// A character of a string, as a font shows it.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    /// `None` where the font does not tell.
    pub text: Option<String>,
    /// Of the font's size.
    pub width: f64,
    /// The single byte 32, to which word spacing is added.
    pub is_space: bool,
}

pub(super) struct Font {
    pub name: String,
    pub is_bold: bool,
    /// Lines run from top to bottom.
    pub is_vertical: bool,
    to_unicode: Option<CMap>,
    kind: FontKind,
}

enum FontKind {
    /// One byte a character: text and width of each.
    Simple(Vec<(Option<String>, f64)>),
    Composite {
        codes: Codes,
        widths: HashMap<u32, f64>,
        default_width: f64,
    },
}

/// How the codes of a composite font are read.
enum Codes {
    /// Two bytes, of which only `ToUnicode` knows what they show.
    Identity,
    /// Two bytes of UTF-16.
    Utf16,
    /// One or two bytes of a national encoding.
    National(&'static Encoding),
    /// By a map in the file.
    Mapped(CMap),
}

/// Widths are given in thousandths of the font's size.
const THOUSAND: f64 = 1000.0;
/// Most characters that are given a width of their own.
const MOST_WIDTHS: u32 = 0x1_0000;

impl Font {
    pub(super) fn read(dict: &Dict) -> Font {
        let descendant = dict
            .get::<Array>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict>().next());
        let name = text_of(dict, "BaseFont").unwrap_or_default();
        // Subsets are called ABCDEF+Name.
        let name = name
            .split_once('+')
            .map_or(name.as_str(), |(_, name)| name)
            .to_owned();
        let lower = name.to_lowercase();
        let encoding = text_of(dict, "Encoding").unwrap_or_default();
        let to_unicode = dict
            .get::<Stream>("ToUnicode")
            .and_then(|map| stream::decoded(&map));
        Font {
            is_bold: ["bold", "black", "heavy", "extrabold"]
                .iter()
                .any(|bold| lower.contains(bold)),
            is_vertical: descendant.is_some() && encoding.ends_with("-V"),
            to_unicode: to_unicode.map(|bytes| CMap::parse(&bytes)),
            kind: match descendant {
                Some(descendant) => composite(dict, &descendant, &encoding),
                None => FontKind::Simple(simple(dict, &lower)),
            },
            name,
        }
    }

    /// The characters of a string.
    pub(super) fn characters(&self, string: &[u8]) -> Vec<Shown> {
        let mut rest = string;
        let mut shown = Vec::with_capacity(string.len());
        while !rest.is_empty() {
            let length = self.code_length(rest).clamp(1, rest.len());
            let (code, after) = rest.split_at(length);
            rest = after;
            let number = code
                .iter()
                .fold(0u32, |number, byte| number << 8 | u32::from(*byte));
            let mapped = self.to_unicode.as_ref().and_then(|map| map.unicode(number));
            let mapped = mapped.filter(|text| !text.is_empty() && !text.starts_with('\0'));
            let (own, width) = self.own(code, number);
            shown.push(Shown {
                text: mapped.or(own).map(|text| readable(&text)),
                width,
                is_space: code == b" ",
            });
        }
        shown
    }

    fn code_length(&self, bytes: &[u8]) -> usize {
        match &self.kind {
            FontKind::Simple(_) => 1,
            FontKind::Composite { codes, .. } => match codes {
                Codes::Identity | Codes::Utf16 => 2,
                Codes::National(_) => 1 + usize::from(bytes[0] >= 0x81 && bytes.len() > 1),
                Codes::Mapped(map) => map.code_length(bytes).unwrap_or(2),
            },
        }
    }

    /// What the font itself tells of a code.
    fn own(&self, code: &[u8], number: u32) -> (Option<String>, f64) {
        match &self.kind {
            FontKind::Simple(characters) => match characters.get(number as usize) {
                Some((text, width)) => (text.clone(), *width),
                None => (None, 0.0),
            },
            FontKind::Composite {
                codes,
                widths,
                default_width,
            } => {
                let width = |cid| widths.get(&cid).copied().unwrap_or(*default_width);
                match codes {
                    Codes::Identity => (None, width(number)),
                    Codes::Utf16 => {
                        let text = utf16(code);
                        let c = text
                            .as_ref()
                            .and_then(|text| text.chars().next())
                            .unwrap_or(' ');
                        let width = if c.is_ascii() {
                            usual_width(c, "times")
                        } else {
                            *default_width
                        };
                        (text, width)
                    }
                    Codes::National(encoding) => {
                        let (text, damaged) = encoding.decode_without_bom_handling(code);
                        let width = default_width * if code.len() == 1 { 0.5 } else { 1.0 };
                        ((!damaged).then(|| text.into_owned()), width)
                    }
                    Codes::Mapped(map) => (None, width(map.cid(number).unwrap_or(number))),
                }
            }
        }
    }
}

/// Ligatures as their letters; what is no character is a space.
fn readable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            // Symbol fonts have their bullets there.
            '\u{F020}'..='\u{F0FF}' => out.push('•'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn utf16(code: &[u8]) -> Option<String> {
    let units: Vec<u16> = code
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).ok()
}

fn composite(dict: &Dict, descendant: &Dict, encoding: &str) -> FontKind {
    let codes = match encoding.trim_end_matches("-H").trim_end_matches("-V") {
        name if name.starts_with("Uni") => Codes::Utf16,
        name if name.starts_with("KSC") => Codes::National(EUC_KR),
        name if name.starts_with("GB") => Codes::National(GBK),
        name if name.contains("RKSJ") => Codes::National(SHIFT_JIS),
        name if name.starts_with("B5") || name.starts_with("ETen") => Codes::National(BIG5),
        _ => match dict
            .get::<Stream>("Encoding")
            .and_then(|map| stream::decoded(&map))
        {
            Some(bytes) => Codes::Mapped(CMap::parse(&bytes)),
            None => Codes::Identity,
        },
    };
    let default_width = descendant
        .get::<f32>("DW")
        .map_or(1.0, |width| f64::from(width) / THOUSAND);
    let widths = descendant
        .get::<Array>("W")
        .map(|array| widths(&array))
        .unwrap_or_default();
    FontKind::Composite {
        codes,
        widths,
        default_width,
    }
}

/// `first [w w w]` and `first last w`, one after another.
fn widths(array: &Array) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let mut entries = array.iter::<Object>();
    let cid = |object: Object| {
        object
            .into_number()
            .and_then(|number| u32::try_from(number.as_i64()).ok())
    };
    while let Some(first) = entries.next().and_then(cid) {
        match entries.next() {
            Some(Object::Array(each)) => {
                for (at, width) in each.iter::<f32>().take(MOST_WIDTHS as usize).enumerate() {
                    widths.insert(first.saturating_add(at as u32), f64::from(width) / THOUSAND);
                }
            }
            Some(last) => {
                let (Some(last), Some(width)) =
                    (cid(last), entries.next().and_then(Object::into_f32))
                else {
                    break;
                };
                for at in (first..=last).take(MOST_WIDTHS as usize) {
                    widths.insert(at, f64::from(width) / THOUSAND);
                }
            }
            None => break,
        }
        if widths.len() > MOST_WIDTHS as usize {
            break;
        }
    }
    widths
}

fn simple(dict: &Dict, name: &str) -> Vec<(Option<String>, f64)> {
    let subtype = text_of(dict, "Subtype").unwrap_or_default();
    let encoding = dict.get::<Dict>("Encoding");
    let base_name =
        text_of(dict, "Encoding").or_else(|| text_of(encoding.as_ref()?, "BaseEncoding"));
    let base = match base_name.as_deref() {
        Some("WinAnsiEncoding") => Base::WinAnsi,
        Some("MacRomanEncoding") => Base::MacRoman,
        _ if subtype == "TrueType" => Base::WinAnsi,
        _ => Base::Standard,
    };
    let mut characters: Vec<(Option<String>, f64)> = (0..=u8::MAX)
        .map(|code| {
            let c = base.character(code);
            (c.map(String::from), usual_width(c.unwrap_or('n'), name))
        })
        .collect();
    // A font in the file has an order of its own, as those of TeX do.
    if base == Base::Standard
        && let Some(own) = program::encoding(dict)
    {
        for (character, name) in characters.iter_mut().zip(own) {
            character.0 = name.and_then(|name| glyph(&name));
        }
    }
    if let Some(differences) = encoding.and_then(|encoding| encoding.get::<Array>("Differences")) {
        let mut code = 0usize;
        for entry in differences.iter::<Object>() {
            match entry {
                Object::Number(number) => {
                    code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX)
                }
                Object::Name(name) => {
                    if let Some(character) = characters.get_mut(code) {
                        character.0 = glyph(name.as_str());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    let scale = match dict
        .get::<Array>("FontMatrix")
        .filter(|_| subtype == "Type3")
    {
        Some(matrix) => matrix
            .iter::<f32>()
            .next()
            .map_or(1.0 / THOUSAND, f64::from),
        None => 1.0 / THOUSAND,
    };
    if let Some(widths) = dict.get::<Array>("Widths") {
        let first = dict
            .get::<i32>("FirstChar")
            .and_then(|first| usize::try_from(first).ok());
        let characters = characters.iter_mut().skip(first.unwrap_or(0));
        for (character, width) in characters.zip(widths.iter::<f32>()) {
            character.1 = f64::from(width) * scale;
        }
    }
    characters
}

/// A name's value.
fn text_of(dict: &Dict, key: &str) -> Option<String> {
    dict.get::<Name>(key).map(|name| name.as_str().to_owned())
}

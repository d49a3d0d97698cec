//! The order of characters that a Type 1 font in the file has of its own (Adobe Type 1 Font Format, 2.2 "Encoding").

use super::stream;
use hayro_syntax::object::{Dict, Stream};

/// Codes of a simple font.
const CODES: usize = 256;
/// How much of a font's readable part is looked at (bytes).
const READABLE: usize = 1 << 16;

/// The names of the glyphs of the font `dict`, by their codes; `None` if its program is not in the file or does not say.
pub(super) fn encoding(dict: &Dict) -> Option<Vec<Option<String>>> {
    let descriptor = dict.get::<Dict>("FontDescriptor")?;
    let program = stream::decoded(&descriptor.get::<Stream>("FontFile")?)?;
    names(&program)
}

fn names(program: &[u8]) -> Option<Vec<Option<String>>> {
    let readable = String::from_utf8_lossy(&program[..program.len().min(READABLE)]);
    let (readable, _) = readable.split_once("eexec")?;
    let (_, encoding) = readable.split_once("/Encoding")?;
    // Standard order is the format's own.
    if encoding.trim_start().starts_with("StandardEncoding") {
        return None;
    }
    let mut names = vec![None; CODES];
    // `dup 34 /quotedblright put`, until `def`.
    let spaced = encoding.replace('/', " /");
    let mut words = spaced.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "def" => break,
            "dup" => {
                let code = words.next().and_then(|code| code.parse::<usize>().ok());
                let name = words.next().and_then(|name| name.strip_prefix('/'));
                if let (Some(code), Some(name)) = (code, name)
                    && let Some(place) = names.get_mut(code)
                {
                    *place = Some(name.to_owned());
                }
            }
            _ => {}
        }
    }
    names.iter().any(Option::is_some).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_of_tex_tells_its_quotes_and_ligatures() {
        let program = b"%!PS-AdobeFont-1.0: CMR10\n/FontName /CMR10 def\n/Encoding 256 array\n\
            0 1 255 {1 index exch /.notdef put} for\ndup 12 /fi put\ndup 34 /quotedblright put\n\
            dup 92 /quotedblleft put\nreadonly def\n/Private 5 def currentfile eexec \x01\xff";
        let names = names(program).unwrap();
        assert_eq!(names[12].as_deref(), Some("fi"));
        assert_eq!(names[34].as_deref(), Some("quotedblright"));
        assert_eq!(names[92].as_deref(), Some("quotedblleft"));
        assert_eq!(names[65], None);
        let standard = b"/Encoding StandardEncoding def currentfile eexec";
        assert_eq!(super::names(standard), None);
    }
}

//! Character maps: from the codes of a string to characters of a font, or to Unicode (Adobe Technical Notes #5014, #5411).

use std::collections::HashMap;

/// As much of a map as is needed to read text.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// How long codes are, by their ranges: bytes, first, last.
    spaces: Vec<(usize, u32, u32)>,
    chars: HashMap<u32, String>,
    /// First and last code, and the UTF-16 of the first.
    ranges: Vec<(u32, u32, Vec<u16>)>,
    /// First and last code, and the character of the first.
    cids: Vec<(u32, u32, u32)>,
}

enum Token<'a> {
    Hex(Vec<u8>),
    Integer(u32),
    Open,
    Close,
    Other(&'a [u8]),
}

impl CMap {
    pub(super) fn parse(bytes: &[u8]) -> CMap {
        let mut map = CMap::default();
        let mut operands: Vec<Token> = Vec::new();
        let mut rest = bytes;
        while let Some(token) = token(&mut rest) {
            if let Token::Other(word) = token {
                match word {
                    b"endcodespacerange" => map.add_spaces(&operands),
                    b"endbfchar" => map.add_chars(&operands),
                    b"endbfrange" => map.add_ranges(&operands),
                    b"endcidrange" => map.add_cids(&operands, 3),
                    b"endcidchar" => map.add_cids(&operands, 2),
                    _ => {}
                }
                operands.clear();
            } else {
                operands.push(token);
            }
        }
        map.ranges.sort_by_key(|range| range.0);
        map.cids.sort_by_key(|range| range.0);
        map
    }

    /// The length of the code that `bytes` begin with; `None` if the map does not say.
    pub(super) fn code_length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |&&(length, first, last): &&(usize, u32, u32)| {
            bytes.get(..length).is_some_and(|code| {
                (0..length).all(|at| {
                    let shift = 8 * (length - 1 - at);
                    let byte = u32::from(code[at]);
                    (first >> shift & 0xFF..=last >> shift & 0xFF).contains(&byte)
                })
            })
        };
        self.spaces.iter().find(fits).map(|space| space.0)
    }

    /// What Unicode has for a code.
    pub(super) fn unicode(&self, code: u32) -> Option<String> {
        if let Some(text) = self.chars.get(&code) {
            return Some(text.clone());
        }
        let (first, _, units) = in_range(&self.ranges, code, |range| (range.0, range.1))?;
        let mut units = units.clone();
        let last = units.last_mut()?;
        *last = last.wrapping_add((code - first) as u16);
        Some(String::from_utf16_lossy(&units))
    }

    /// The character that a code stands for in its font.
    pub(super) fn cid(&self, code: u32) -> Option<u32> {
        let (first, _, cid) = in_range(&self.cids, code, |range| (range.0, range.1))?;
        Some(cid.wrapping_add(code - first))
    }

    fn add_spaces(&mut self, operands: &[Token]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::Hex(first), Token::Hex(last)] = pair
                && (1..=4).contains(&first.len())
            {
                self.spaces.push((first.len(), number(first), number(last)));
            }
        }
        self.spaces.sort_unstable();
    }

    fn add_chars(&mut self, operands: &[Token]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::Hex(code), Token::Hex(text)] = pair {
                self.chars
                    .insert(number(code), String::from_utf16_lossy(&units(text)));
            }
        }
    }

    fn add_ranges(&mut self, operands: &[Token]) {
        let mut operands = operands.iter();
        while let (Some(Token::Hex(first)), Some(Token::Hex(last)), Some(to)) =
            (operands.next(), operands.next(), operands.next())
        {
            let (first, last) = (number(first), number(last));
            match to {
                Token::Hex(text) => self.ranges.push((first, last, units(text))),
                Token::Open => {
                    let texts = operands.by_ref().map_while(|token| match token {
                        Token::Hex(text) => Some(units(text)),
                        _ => None,
                    });
                    for (code, text) in (first..=last).zip(texts) {
                        self.chars.insert(code, String::from_utf16_lossy(&text));
                    }
                }
                _ => {}
            }
        }
    }

    fn add_cids(&mut self, operands: &[Token], size: usize) {
        for entry in operands.chunks_exact(size) {
            match entry {
                [Token::Hex(first), Token::Hex(last), Token::Integer(cid)] => {
                    self.cids.push((number(first), number(last), *cid));
                }
                [Token::Hex(code), Token::Integer(cid)] => {
                    self.cids.push((number(code), number(code), *cid));
                }
                _ => {}
            }
        }
    }
}

/// The range of sorted `ranges` that holds `code`.
fn in_range<T>(ranges: &[T], code: u32, bounds: impl Fn(&T) -> (u32, u32)) -> Option<&T> {
    let after = ranges.partition_point(|range| bounds(range).0 <= code);
    let range = ranges.get(after.checked_sub(1)?)?;
    (code <= bounds(range).1).then_some(range)
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [byte] => vec![u16::from(*byte)],
        _ => bytes
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect(),
    }
}

/// Takes the next token from `rest`.
fn token<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    loop {
        let (first, after) = rest.split_first()?;
        match first {
            b'%' => {
                let end = after.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                *rest = &after[end.unwrap_or(after.len())..];
            }
            b'<' if after.first() == Some(&b'<') => {
                *rest = &after[1..];
                return Some(Token::Other(b"<<"));
            }
            b'<' => {
                let end = after
                    .iter()
                    .position(|byte| *byte == b'>')
                    .unwrap_or(after.len());
                let mut digits: Vec<u8> = after[..end]
                    .iter()
                    .filter_map(|digit| char::from(*digit).to_digit(16))
                    .map(|digit| digit as u8)
                    .collect();
                if digits.len() % 2 == 1 {
                    digits.push(0);
                }
                *rest = after.get(end + 1..).unwrap_or_default();
                let bytes = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]);
                return Some(Token::Hex(bytes.collect()));
            }
            b'[' => {
                *rest = after;
                return Some(Token::Open);
            }
            b']' => {
                *rest = after;
                return Some(Token::Close);
            }
            byte if byte.is_ascii_whitespace()
                || *byte == 0
                || matches!(byte, b'>' | b'(' | b')' | b'{' | b'}') =>
            {
                *rest = after;
            }
            _ => {
                let is_end = |byte: &u8| {
                    byte.is_ascii_whitespace() || b"<>[](){}%/".contains(byte) || *byte == 0
                };
                let end = after.iter().position(is_end).unwrap_or(after.len()) + 1;
                let (word, after) = rest.split_at(end);
                *rest = after;
                let integer = std::str::from_utf8(word)
                    .ok()
                    .and_then(|word| word.parse().ok());
                return Some(integer.map_or(Token::Other(word), Token::Integer));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_to_unicode() {
        let map = CMap::parse(
            b"/CMapName /x def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0001> <AC00> <0002> <00660069> endbfchar % two\n\
            2 beginbfrange <0010> <0012> <B098> <0020> <0021> [<0041> <D840DC0B>] endbfrange",
        );
        let unicode = |code| map.unicode(code);
        assert_eq!(unicode(1).as_deref(), Some("가"));
        assert_eq!(unicode(2).as_deref(), Some("fi"));
        assert_eq!(
            unicode(0x12).as_deref(),
            Some("나".replace('나', "\u{B09A}").as_str())
        );
        assert_eq!(unicode(0x21).as_deref(), Some("𠀋"));
        assert_eq!(unicode(0x13), None);
        assert_eq!(map.code_length(b"\x00\x01"), Some(2));
        assert_eq!(map.code_length(b"\x00"), None);
    }

    #[test]
    fn a_map_to_characters_of_a_font() {
        let map = CMap::parse(
            b"2 begincodespacerange <00> <7F> <8141> <FEFE> endcodespacerange 1 begincidrange <20> <7E> 1 endcidrange \
            1 begincidchar <8141> 500 endcidchar",
        );
        assert_eq!(
            (map.cid(0x21), map.cid(0x8141), map.cid(0x8142)),
            (Some(2), Some(500), None)
        );
        assert_eq!(
            (map.code_length(b"A"), map.code_length(b"\x81\x41")),
            (Some(1), Some(2))
        );
    }
}

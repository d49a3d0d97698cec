//! RTF's bytes as tokens.

/// One token. Line ends of the file are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\word` with its number.
    Word(&'a str, Option<i32>),
    /// A control symbol, such as `\~`.
    Symbol(u8),
    /// A byte of text: `\'xx` or itself.
    Byte(u8),
}

pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    pub at: usize,
}

/// Longest control word that is looked at.
const LONGEST_WORD: usize = 32;

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at)?;
        self.at += 1;
        if first == b'\'' {
            let digits = self.bytes.get(self.at..self.at + 2);
            let byte = digits
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            // Without two digits there is no character.
            let Some(byte) = byte else {
                return Some(Token::Symbol(b':'));
            };
            self.at += 2;
            return Some(Token::Byte(byte));
        }
        if !first.is_ascii_alphabetic() {
            return Some(Token::Symbol(first));
        }
        let start = self.at - 1;
        let count =
            |bytes: &[u8], is: fn(&u8) -> bool| bytes.iter().take_while(|byte| is(byte)).count();
        let rest = &self.bytes[start..];
        let letters = count(
            &rest[..rest.len().min(LONGEST_WORD)],
            u8::is_ascii_alphabetic,
        );
        let word = std::str::from_utf8(&rest[..letters]).unwrap_or_default();
        self.at = start + letters;
        let rest = &self.bytes[self.at..];
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = count(
            &rest[sign..rest.len().min(LONGEST_WORD).max(sign)],
            u8::is_ascii_digit,
        );
        let number = if digits > 0 {
            let number = std::str::from_utf8(&rest[..sign + digits]).unwrap_or_default();
            self.at += sign + digits;
            Some(number.parse().unwrap_or(i32::MAX))
        } else {
            None
        };
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if word == "bin" {
            let length = number.and_then(|number| usize::try_from(number).ok());
            self.at = self
                .at
                .saturating_add(length.unwrap_or(0))
                .min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_symbols_and_bytes() {
        let tokens: Vec<Token> =
            Tokens::new(b"{\\rtf1\\b0 x\\'c7\\~\r\n\\u-20 ?\\bin3 }}}\\*}").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("rtf", Some(1)),
                Token::Word("b", Some(0)),
                Token::Byte(b'x'),
                Token::Byte(0xc7),
                Token::Symbol(b'~'),
                Token::Word("u", Some(-20)),
                Token::Byte(b'?'),
                Token::Word("bin", Some(3)),
                Token::Symbol(b'*'),
                Token::Close
            ]
        );
    }

    #[test]
    fn the_end_may_come_anywhere() {
        for file in [
            &b"\\"[..],
            b"\\'",
            b"\\'f",
            b"\\u-",
            b"\\bin99999 x",
            b"\\u99999999999 ",
        ] {
            assert!(Tokens::new(file).count() <= 2);
        }
    }
}

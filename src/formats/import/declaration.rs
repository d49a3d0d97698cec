//! The encoding that a web page or an XML file says it is in, found as browsers find it before they read anything else:
//! "prescan a byte stream to determine its encoding" and "get an XML encoding" of the HTML standard
//! <https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding>.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How far a declaration is looked for (bytes). Browsers look at the first 1,024 and then wherever one turns up; heads
/// with many scripts before it are not rare.
const WITHIN: usize = 16 << 10;

/// The encoding that the page `bytes` says it is in, in a `<meta>` or, if there is none, in an XML declaration.
pub(super) fn of_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut scan = Scan(&bytes[..bytes.len().min(WITHIN)]);
    while !scan.0.is_empty() {
        if scan.skip_prefix(b"<!--") {
            // `<!-->` is a whole comment.
            scan.0 = after(scan.0, b"-->").unwrap_or_default();
        } else if let Some(rest) = scan.element(b"<meta") {
            scan.0 = rest;
            let found = scan.meta();
            if found.is_some() {
                return found;
            }
        } else if scan.is_tag() {
            scan.skip_name();
            while scan.attribute().is_some() {}
        } else if [&b"<!"[..], b"</", b"<?"]
            .iter()
            .any(|start| scan.0.starts_with(start))
        {
            scan.0 = after(scan.0, b">").unwrap_or_default();
        } else {
            scan.0 = &scan.0[1..];
        }
    }
    of_xml(bytes)
}

/// The encoding that the XML declaration at the beginning of `bytes` names.
pub(super) fn of_xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let end = declaration.iter().position(|&byte| byte == b'>')?;
    let declaration = after(&declaration[..end], b"encoding")?;
    let value = declaration.trim_ascii_start().strip_prefix(b"=")?;
    let (&quote, value) = value.trim_ascii_start().split_first()?;
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let end = value.iter().position(|&byte| byte == quote)?;
    meant(Encoding::for_label(&value[..end])?)
}

/// UTF-16 cannot be said in ASCII and means UTF-8, as browsers know.
fn meant(encoding: &'static Encoding) -> Option<&'static Encoding> {
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

/// What of `bytes` stands behind the first `mark`.
fn after<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    let mut windows = bytes.windows(mark.len());
    windows
        .position(|window| window == mark)
        .and_then(|at| bytes.get(at + mark.len()..))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0xC | b'\r' | b' ')
}

/// The bytes still to be looked at.
struct Scan<'a>(&'a [u8]);

impl<'a> Scan<'a> {
    fn skip_prefix(&mut self, prefix: &[u8]) -> bool {
        let Some(rest) = self.0.strip_prefix(prefix) else {
            return false;
        };
        // The two hyphens that open a comment may be those that close it.
        self.0 = if prefix == b"<!--" {
            &self.0[2..]
        } else {
            rest
        };
        true
    }

    /// What stands behind the name of this element, if it begins here.
    fn element(&self, open: &[u8]) -> Option<&'a [u8]> {
        let (start, rest) = self.0.split_at_checked(open.len())?;
        let ends = rest
            .first()
            .is_some_and(|&byte| is_space(byte) || byte == b'/');
        (start.eq_ignore_ascii_case(open) && ends).then_some(rest)
    }

    fn is_tag(&self) -> bool {
        let name = self.0.strip_prefix(b"</").or(self.0.strip_prefix(b"<"));
        name.and_then(<[u8]>::first)
            .is_some_and(u8::is_ascii_alphabetic)
    }

    fn skip_name(&mut self) {
        let ends = |&byte: &u8| is_space(byte) || byte == b'>';
        let end = self.0.iter().position(ends).unwrap_or(self.0.len());
        self.0 = &self.0[end..];
    }

    /// What the attributes of a `<meta>` say: `charset`, or the `content` of a content type.
    fn meta(&mut self) -> Option<&'static Encoding> {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        let mut is_pragma = false;
        let mut needs_pragma = false;
        let mut charset = None;
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_slice() {
                b"http-equiv" => is_pragma = value == b"content-type",
                b"content" if charset.is_none() => {
                    charset = of_content(&value);
                    needs_pragma = charset.is_some();
                }
                b"charset" => {
                    charset = Encoding::for_label(&value);
                    needs_pragma = false;
                }
                _ => continue,
            }
            seen.push(name);
        }
        charset
            .filter(|_| is_pragma || !needs_pragma)
            .and_then(meant)
    }

    /// The next attribute of the tag, in small letters; at its end `None`.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.skip(|byte| is_space(byte) || byte == b'/');
        match self.0.first() {
            None => return None,
            Some(b'>') => {
                self.0 = &self.0[1..];
                return None;
            }
            Some(_) => {}
        }
        let name = self.take(|byte, at| {
            is_space(byte) || matches!(byte, b'/' | b'>') || (byte == b'=' && at > 0)
        });
        self.skip(is_space);
        let Some(rest) = self.0.strip_prefix(b"=") else {
            return Some((name, Vec::new()));
        };
        self.0 = rest;
        self.skip(is_space);
        let value = match self.0.first() {
            Some(&quote @ (b'"' | b'\'')) => {
                self.0 = &self.0[1..];
                let value = self.take(|byte, _| byte == quote);
                self.0 = self.0.get(1..).unwrap_or_default();
                value
            }
            _ => self.take(|byte, _| is_space(byte) || byte == b'>'),
        };
        Some((name, value))
    }

    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        while let Some((&byte, rest)) = self.0.split_first()
            && is_skipped(byte)
        {
            self.0 = rest;
        }
    }

    /// The bytes up to the one that `ends` them, in small letters.
    fn take(&mut self, ends: impl Fn(u8, usize) -> bool) -> Vec<u8> {
        let mut bytes = self.0.iter().enumerate();
        let end = bytes.position(|(at, &byte)| ends(byte, at));
        let (taken, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        taken.to_ascii_lowercase()
    }
}

/// The encoding in a content type such as `text/html; charset=euc-kr`.
fn of_content(value: &[u8]) -> Option<&'static Encoding> {
    let mut rest = value;
    loop {
        rest = after(rest, b"charset")?.trim_ascii_start();
        if let Some(label) = rest.strip_prefix(b"=") {
            let label = label.trim_ascii_start();
            let label = match label.split_first() {
                Some((quote @ (b'"' | b'\''), label)) => {
                    let end = label.iter().position(|byte| byte == quote)?;
                    &label[..end]
                }
                _ => {
                    let ends = |&byte: &u8| is_space(byte) || byte == b';';
                    let end = label.iter().position(ends);
                    &label[..end.unwrap_or(label.len())]
                }
            };
            return Encoding::for_label(label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_meta_declares() {
        let declared = |page: &str| of_page(page.as_bytes()).map(Encoding::name);
        for page in [
            "<meta charset=euc-kr>",
            "<META CharSet = 'EUC-KR' />",
            "<meta\ncontent='text/html; charset=ks_c_5601-1987' http-equiv=Content-Type>",
            "<!-- > <meta charset=utf-8> --><meta charset=euc-kr>",
            "<!--><meta charset=euc-kr>",
            "<script charset=utf-8 src='a.js'></script><meta charset=euc-kr>",
            "<form accept-charset=utf-8 action='?charset=utf-8'><meta charset=euc-kr>",
            "<a title='<meta charset=utf-8>'>a</a><meta charset=euc-kr>",
            "<link href='/feed?a=1&charset=utf-8'><meta name=k content='charset=utf-8'><meta charset=euc-kr>",
            "<meta charset=none><meta charset=euc-kr>",
            "<metadata charset=utf-8><meta charset=euc-kr>",
            "<?xml version='1.0' encoding=\"euc-kr\"?><p>a",
            "<?xml version='1.0' encoding='utf-8'?><meta charset=euc-kr>",
        ] {
            assert_eq!(declared(page), Some("EUC-KR"), "{page}");
        }
        assert_eq!(declared("<meta charset=utf-16>"), Some("UTF-8"));
        for page in [
            "charset=euc-kr",
            "<script>encoding=euc-kr</script>",
            "<meta content='text/html; charset=euc-kr'>",
        ] {
            assert_eq!(declared(page), None, "{page}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_scanned(bytes in "([<>!/?='\" \\-]|meta|charset|content|http-equiv|euc-kr|[ -~가]){0,60}") {
            of_page(bytes.as_bytes());
        }
    }
}

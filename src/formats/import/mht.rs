//! Web pages saved in one file (MHTML, RFC 2557): a message of parts, of which the first page is the one that was saved.

use base64::{Engine, engine::general_purpose::STANDARD};
use encoding_rs::Encoding;

/// How far the head of a message may go (bytes).
const HEAD_WITHIN: usize = 16 << 10;
/// Parts within parts.
const MOST_LEVELS: usize = 8;

/// A page as it stood in the message.
#[derive(Debug)]
pub(super) struct Page {
    pub bytes: Vec<u8>,
    /// The encoding that the part says it is in.
    pub charset: Option<&'static Encoding>,
}

/// Whether `bytes` are a message of parts.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let (head, _) = Head::of(&bytes[..bytes.len().min(HEAD_WITHIN)]);
    head.field("mime-version").is_some() && head.is("multipart/")
}

/// The page in a message; `None` if there is none.
pub(super) fn page(message: &[u8]) -> Option<Page> {
    within(message, MOST_LEVELS)
}

fn within(message: &[u8], levels: usize) -> Option<Page> {
    let (head, body) = Head::of(message);
    if head.is("multipart/") && levels > 0 {
        let boundary = format!("--{}", head.parameter("boundary")?);
        let parts = parts(body, boundary.as_bytes());
        return parts.into_iter().find_map(|part| within(part, levels - 1));
    }
    if !head.is("text/html") && !head.is("application/xhtml") {
        return None;
    }
    let coding = head.field("content-transfer-encoding").unwrap_or_default();
    let bytes = match coding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => unquoted(body),
        "base64" => {
            let digits = body.iter().copied();
            let digits: Vec<u8> = digits.filter(|byte| !byte.is_ascii_whitespace()).collect();
            STANDARD.decode(digits).ok()?
        }
        _ => body.to_vec(),
    };
    let charset = head.parameter("charset");
    Some(Page {
        bytes,
        charset: charset.and_then(|label| Encoding::for_label(label.as_bytes())),
    })
}

/// The fields before the body of a message or part: names in small letters, and values.
struct Head(Vec<(String, String)>);

impl Head {
    /// The head, and what follows it.
    fn of(message: &[u8]) -> (Head, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = message;
        loop {
            let end = rest.iter().position(|&byte| byte == b'\n');
            let (line, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            rest = after;
            let line = String::from_utf8_lossy(line);
            match (line.trim_end(), line.split_once(':'), fields.last_mut()) {
                ("", ..) => return (Head(fields), rest),
                // A long value goes on in the next line.
                (more, _, Some((_, value))) if more.starts_with([' ', '\t']) => {
                    value.push_str(more);
                }
                (_, Some((name, value)), _) => {
                    let name = name.trim().to_ascii_lowercase();
                    fields.push((name, value.trim().to_owned()));
                }
                _ => return (Head(Vec::new()), rest),
            }
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter();
        let field = fields.find(|(field, _)| field == name);
        field.map(|(_, value)| value.as_str())
    }

    /// Whether the content is of a type that begins so.
    fn is(&self, kind: &str) -> bool {
        let value = self.field("content-type").unwrap_or_default();
        value.to_ascii_lowercase().starts_with(kind)
    }

    /// A parameter of the content's type, without quotation marks.
    fn parameter(&self, name: &str) -> Option<String> {
        let mut parameters = self.field("content-type")?.split(';').skip(1);
        parameters.find_map(|parameter| {
            let (found, value) = parameter.split_once('=')?;
            let is_it = found.trim().eq_ignore_ascii_case(name);
            is_it.then(|| value.trim().trim_matches('"').to_owned())
        })
    }
}

/// What stands between the lines that begin with `boundary`.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(boundary) {
            parts.extend(start.and_then(|start| body.get(start..at)));
            start = Some(at + line.len());
        }
        at += line.len();
    }
    // The last may be cut short.
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

/// Bytes from quoted-printable (RFC 2045, 6.7).
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            bytes.push(first);
            continue;
        }
        let digits = after.get(..2).and_then(|two| str::from_utf8(two).ok());
        let byte = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let Some(byte) = byte {
            bytes.push(byte);
            rest = &after[2..];
        } else if let Some(after) = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")) {
            // A line that was broken on the way.
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_page_of_a_message_is_the_one() {
        let message = b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\
            \ttype=\"text/html\"; boundary=\"--a--b\"\r\n\r\n----a--b\r\nContent-Type: image/png\r\n\r\nx\r\n----a--b\r\n\
            Content-Type: text/html; charset=\"euc-kr\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <p title=3Da>=B1=DD=B8=\r\n=AE</p>\r\n----a--b--\r\n";
        assert!(is_message(message) && !is_message(b"Subject: multipart/related\n\n<p>"));
        let page = page(message).unwrap();
        assert_eq!(page.bytes, b"<p title=a>\xb1\xdd\xb8\xae</p>\r\n");
        assert_eq!(page.charset, Some(encoding_rs::EUC_KR));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(message in "(MIME-Version: 1\n|Content-Type: |multipart/related; |text/html\n|boundary=a|--a|=[0-9A-F]{1,2}|\n|\r\n|[ -~가]){0,40}") {
            is_message(message.as_bytes());
            page(message.as_bytes());
        }
    }
}

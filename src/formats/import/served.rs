//! Bytes that a web server sent, and what it said of them.

use super::encoding::Encoding;
use super::kind::EXTENSIONS;

/// What a web server says of the bytes that it sent.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// The address they are from, without a fragment.
    pub url: &'a str,
    /// Its `Content-Type`, such as `text/html; charset=euc-kr`.
    pub content_type: Option<&'a str>,
}

impl Served<'_> {
    /// What a file of it would end in, as far as that is said.
    pub(super) fn extension(&self) -> Option<&str> {
        let media = self.content_type.unwrap_or_default();
        let media = media.split(';').next().unwrap_or_default().trim();
        match media.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => return Some("html"),
            "text/markdown" => return Some("md"),
            "text/vtt" => return Some("vtt"),
            _ => {}
        }
        let path = self.url.split('?').next()?;
        let (_, name) = path.rsplit_once('/')?;
        let (_, extension) = name.rsplit_once('.')?;
        let is_known = |known: &str| known.eq_ignore_ascii_case(extension);
        EXTENSIONS.into_iter().any(is_known).then_some(extension)
    }

    /// The encoding that it says they are in.
    pub(super) fn charset(&self) -> Option<&'static encoding_rs::Encoding> {
        let mut parameters = self.content_type?.split(';').skip(1);
        let value = parameters.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then_some(value)
        })?;
        let label = value.trim().trim_matches(['"', '\'']);
        encoding_rs::Encoding::for_label(label.as_bytes()).or_else(|| Encoding::named(label)?.web())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_and_the_format_are_those_that_the_server_names() {
        let of = |content_type| {
            let url = "https://a.example/news/view.php?file=b.txt";
            let served = Served {
                url,
                content_type: Some(content_type),
            };
            (
                served.charset().map(|found| found.name()),
                served.extension().map(str::to_owned),
            )
        };
        assert_eq!(
            of("text/html; charset=euc-kr"),
            (Some("EUC-KR"), Some("html".to_owned()))
        );
        assert_eq!(
            of("Text/HTML;x=y; Charset=\"UTF-8\""),
            (Some("UTF-8"), Some("html".to_owned()))
        );
        assert_eq!(of("text/plain; charset=cp949"), (Some("EUC-KR"), None));
        assert_eq!(of("text/plain; charset=none"), (None, None));
        let named = Served {
            url: "https://a.example/b.SRT?c",
            content_type: Some("text/plain"),
        };
        assert_eq!(named.extension(), Some("SRT"));
    }
}

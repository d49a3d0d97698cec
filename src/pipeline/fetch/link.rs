//! Links to pages on the web.

use std::fmt::{self, Write};

/// Letters of a scheme, such as `https`: one alone is a drive of Windows.
const SHORTEST_SCHEME: usize = 2;

/// The address of a page, in ASCII: `http` or `https`, a host, a path and perhaps a query. It holds no user name, no
/// password and no fragment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageLink {
    scheme: &'static str,
    /// Host and port.
    authority: String,
    /// Begins with a slash.
    path: String,
    query: Option<String>,
}

/// A link that is not fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    #[error("{link}: only links that begin with http:// or https:// are fetched")]
    Scheme { link: String },
    #[error(
        "the link to {host} holds a user name or a password, which is not sent; take it out, or save the page from your browser and name its file"
    )]
    Credentials { host: String },
    #[error(
        "{link}: names no host that can be looked up; copy the link from your browser's address bar, which writes it in Latin letters"
    )]
    Host { link: String },
}

impl PageLink {
    /// The link that `text` is, if it is written as one, on one line.
    pub fn of(text: &str) -> Option<Result<PageLink, BadLink>> {
        let text = text.trim();
        let (scheme, _) = text.split_once("://")?;
        let mut letters = scheme.chars();
        let is_scheme = scheme.len() >= SHORTEST_SCHEME
            && letters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let is_line = !text.contains(['\n', '\r']);
        (is_scheme && is_line).then(|| PageLink::absolute(text.as_bytes()))
    }

    /// The link that pasted text is: nothing but one, of a kind that is fetched.
    pub fn pasted(text: &str) -> Option<Result<PageLink, BadLink>> {
        let has_space = text.trim().contains(char::is_whitespace);
        let link = PageLink::of(text).filter(|_| !has_space)?;
        (!matches!(link, Err(BadLink::Scheme { .. }))).then_some(link)
    }

    fn absolute(text: &[u8]) -> Result<PageLink, BadLink> {
        let shown = || String::from_utf8_lossy(text).into_owned();
        let scheme = ["https", "http"].into_iter().find_map(|scheme| {
            let (start, rest) = text.split_at_checked(scheme.len())?;
            let rest = rest.strip_prefix(b"://")?;
            start
                .eq_ignore_ascii_case(scheme.as_bytes())
                .then_some((scheme, rest))
        });
        let Some((scheme, rest)) = scheme else {
            return Err(BadLink::Scheme { link: shown() });
        };
        let end = rest.iter().position(|byte| b"/?#\\".contains(byte));
        let (authority, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let authority = String::from_utf8_lossy(authority).to_ascii_lowercase();
        if let Some((_, host)) = authority.rsplit_once('@') {
            return Err(BadLink::Credentials { host: host.into() });
        }
        if !is_authority(&authority) {
            return Err(BadLink::Host { link: shown() });
        }
        let (path, query) = path_and_query(rest);
        Ok(PageLink {
            scheme,
            authority,
            path: without_dots(&path),
            query,
        })
    }

    /// Where a server sends who asks for this page: an absolute link, or one as seen from here. Its bytes may be of any
    /// encoding.
    ///
    /// # Errors
    /// [`BadLink`].
    pub fn join(&self, location: &[u8]) -> Result<PageLink, BadLink> {
        let location = location.trim_ascii();
        let reference = match location.iter().position(|byte| b":/?#\\".contains(byte)) {
            Some(at) if location.get(at) == Some(&b':') => return PageLink::absolute(location),
            _ => location,
        };
        if reference.starts_with(b"//") {
            return PageLink::absolute(&[self.scheme.as_bytes(), b":", reference].concat());
        }
        let (path, query) = path_and_query(reference);
        let is_here = path.is_empty();
        let path = match path.starts_with('/') {
            true => path,
            false if is_here => self.path.clone(),
            false => {
                let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                format!("{folder}/{path}")
            }
        };
        Ok(PageLink {
            path: without_dots(&path),
            query: query.or_else(|| self.query.clone().filter(|_| is_here)),
            ..self.clone()
        })
    }

    /// Host and port.
    pub fn authority(&self) -> &str {
        &self.authority
    }
}

impl fmt::Display for PageLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)?;
        match &self.query {
            Some(query) => write!(f, "?{query}"),
            None => Ok(()),
        }
    }
}

/// Whether it is a name or a number of a host, perhaps with a port.
fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((host, port)) => {
                let is_number = |c: char| c.is_ascii_hexdigit() || ":.".contains(c);
                if host.is_empty() || !host.chars().all(is_number) {
                    return false;
                }
                (
                    host,
                    port.strip_prefix(':').or(port.is_empty().then_some("")),
                )
            }
            None => return false,
        },
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, Some("")),
        },
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let is_host = authority.starts_with('[') || host.chars().all(is_name);
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    !host.is_empty() && is_host && port.is_some_and(is_port)
}

/// Path and query of what stands behind a host, with `%` and numbers for what an address cannot hold.
fn path_and_query(text: &[u8]) -> (String, Option<String>) {
    let end = text.iter().position(|&byte| byte == b'#');
    let text = &text[..end.unwrap_or(text.len())];
    let (path, query) = match text.iter().position(|&byte| byte == b'?') {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    // Browsers take either slash.
    let path: Vec<u8> = path
        .iter()
        .map(|&byte| if byte == b'\\' { b'/' } else { byte })
        .collect();
    (encoded(&path), query.map(encoded))
}

fn encoded(text: &[u8]) -> String {
    let mut link = String::with_capacity(text.len());
    for &byte in text {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}

/// The path without steps to where it is and upwards (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for step in path.split('/').skip(usize::from(path.starts_with('/'))) {
        ends_in_folder = matches!(step, "." | "..");
        match step {
            "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    if ends_in_folder {
        steps.push("");
    }
    format!("/{}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str) -> String {
        match PageLink::of(text) {
            Some(Ok(link)) => link.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_link_is_written_as_servers_read_it() {
        for (text, expected) in [
            ("https://a.example", "https://a.example/"),
            (
                " HTTP://A.Example:8080/x?y=1#z\n",
                "http://a.example:8080/x?y=1",
            ),
            ("https://a.example?q=b c", "https://a.example/?q=b%20c"),
            (
                "https://a.example/뉴스",
                "https://a.example/%EB%89%B4%EC%8A%A4",
            ),
            (
                "https://a.example/%EB%89%B4?a=%20",
                "https://a.example/%EB%89%B4?a=%20",
            ),
            ("https://a.example\\b\\..\\c", "https://a.example/c"),
            ("http://[::1]:80/", "http://[::1]:80/"),
            ("http://127.0.0.1/./a/", "http://127.0.0.1/a/"),
        ] {
            assert_eq!(link(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_link_is_left_alone_and_what_is_not_fetched_is_told() {
        for text in [
            "en.txt",
            "C://a",
            "a b://c",
            "news/https",
            "https://a\nhttps://b",
            "://a",
            "1a://b",
        ] {
            assert_eq!(PageLink::of(text), None, "{text}");
        }
        for text in ["ftp://a.example/", "file:///etc/passwd", "javascript://a"] {
            assert!(
                matches!(PageLink::of(text), Some(Err(BadLink::Scheme { .. }))),
                "{text}"
            );
            assert_eq!(PageLink::pasted(text), None);
        }
        for text in [
            "https://",
            "https:///a",
            "http://한글.kr/",
            "http://a b/",
            "http://a:port/",
            "http://[x]/",
        ] {
            assert!(
                matches!(PageLink::of(text), Some(Err(BadLink::Host { .. }))),
                "{text}"
            );
        }
        for text in [
            "https://kim:pass@a.example/",
            "https://kim@a.example",
            "https://a.example@b.example",
        ] {
            let Some(Err(BadLink::Credentials { host })) = PageLink::of(text) else {
                panic!("{text}");
            };
            assert!(!host.contains("pass") && host.ends_with(".example"));
        }
        assert_eq!(PageLink::pasted("See https://a.example"), None);
        assert_eq!(PageLink::pasted("https://a.example is it"), None);
    }

    #[test]
    fn a_redirect_is_seen_from_the_page() {
        let Some(Ok(page)) = PageLink::of("https://a.example/news/1/view?id=2") else {
            panic!();
        };
        for (location, expected) in [
            ("http://b.example/x", "http://b.example/x"),
            ("//b.example", "https://b.example/"),
            ("/y?z", "https://a.example/y?z"),
            ("y", "https://a.example/news/1/y"),
            ("../y/", "https://a.example/news/y/"),
            ("../../../..", "https://a.example/"),
            ("?id=3", "https://a.example/news/1/view?id=3"),
            ("", "https://a.example/news/1/view?id=2"),
            ("#top", "https://a.example/news/1/view?id=2"),
            ("a:1/b", ""),
            ("/a:1/b", "https://a.example/a:1/b"),
            ("file:///etc/passwd", ""),
            ("javascript:alert(1)", ""),
        ] {
            let joined = page.join(location.as_bytes());
            assert_eq!(
                joined.map(|link| link.to_string()).unwrap_or_default(),
                expected,
                "{location}"
            );
        }
        let cp949 = page.join(b"/\xB4\xBA");
        assert_eq!(
            cp949.map(|link| link.to_string()).as_deref(),
            Ok("https://a.example/%B4%BA")
        );
    }
}

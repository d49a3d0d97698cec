//! Pages from the web: only of links that a person gave, and nothing else opens a connection.
//!
//! What is sent is the link and who asks (`User-Agent: Jjak/VERSION`): no cookies, no login, no other page's address.
//! Redirects are followed to `http` and `https` alone. Which certificates hold is for the system to say, as in a browser:
//! offices have some of their own. A proxy that the environment names (`HTTPS_PROXY`, `NO_PROXY` ...) is used.

mod error;
pub mod limits;
mod link;

pub use error::{Certificate, FetchError};
pub use link::{BadLink, PageLink};

use flate2::read::MultiGzDecoder;
use jjak_formats::import::{self, Encoding, ImportError, Imported, Served};
use limits::{MAX_CONNECT_TIME, MAX_FETCH_TIME, MAX_PAGE_BYTES, MAX_REDIRECTS};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use ureq::http::{HeaderMap, Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

const USER_AGENT: &str = concat!("Jjak/", env!("CARGO_PKG_VERSION"));
const ACCEPT: &str = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8";

/// A page as its server gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it was found in the end.
    pub link: PageLink,
    content_type: Option<String>,
    bytes: Arc<[u8]>,
}

/// Why what a person named cannot be read, be it a file or a link.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Fetch(#[from] FetchError),
}

/// Reads a file, or the page of a link, as an article, in the encoding that a person chose.
///
/// # Errors
/// [`ReadError`].
pub fn read(name: &Path, chosen: Option<Encoding>) -> Result<Imported, ReadError> {
    Ok(match link(name) {
        Some(link) => page(&link.map_err(FetchError::Link)?)?.read(chosen)?,
        None => import::read_as(name, chosen)?,
    })
}

/// The link that the name of a text is, if it is one.
pub fn link(name: &Path) -> Option<Result<PageLink, BadLink>> {
    name.to_str().and_then(PageLink::of)
}

/// Fetches a page.
///
/// # Errors
/// [`FetchError`].
pub fn page(link: &PageLink) -> Result<Page, FetchError> {
    page_within(link, MAX_FETCH_TIME)
}

/// [`page`] in less time.
///
/// # Errors
/// [`FetchError`].
pub fn page_within(link: &PageLink, time: Duration) -> Result<Page, FetchError> {
    let fetch = Fetch {
        agent: agent(),
        began: Instant::now(),
        time,
    };
    let mut at = link.clone();
    for _ in 0..=MAX_REDIRECTS {
        let response = fetch.answer(&at)?;
        let status = response.status();
        if status.is_success() {
            return fetch.page(at, response);
        }
        let location = response.headers().get(header::LOCATION);
        let Some(location) = location.filter(|_| status.is_redirection()) else {
            let status = status.as_u16();
            return Err(FetchError::Status { link: at, status });
        };
        let next = at.join(location.as_bytes());
        at = next.map_err(|to| FetchError::Redirect { link: at, to })?;
    }
    Err(FetchError::TooManyRedirects { link: link.clone() })
}

fn agent() -> Agent {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .accept_encoding("gzip")
        .http_status_as_error(false)
        // They are looked at one by one.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_connect(Some(MAX_CONNECT_TIME))
        .build()
        .new_agent()
}

/// One link being followed to its page.
struct Fetch {
    agent: Agent,
    began: Instant,
    time: Duration,
}

impl Fetch {
    fn answer(&self, link: &PageLink) -> Result<Response<Body>, FetchError> {
        let left = self.time.saturating_sub(self.began.elapsed());
        if left.is_zero() {
            return Err(self.too_slow(link));
        }
        let request = self.agent.get(link.to_string()).config();
        let answer = request.timeout_global(Some(left)).build().call();
        answer.map_err(|error| self.fault(link, error))
    }

    fn page(&self, link: PageLink, response: Response<Body>) -> Result<Page, FetchError> {
        let said = |name| header_text(response.headers(), name);
        let content_type = said(header::CONTENT_TYPE);
        let media = content_type.as_deref().unwrap_or_default().to_lowercase();
        let is_no_text = ["image/", "audio/", "video/", "font/"];
        if is_no_text.iter().any(|kind| media.starts_with(kind)) {
            let what = media.split(';').next().unwrap_or_default().to_owned();
            return Err(FetchError::NotText { link, what });
        }
        let length = said(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if length.is_some_and(|length| length > MAX_PAGE_BYTES) {
            return Err(FetchError::TooLarge { link });
        }
        let packing = said(header::CONTENT_ENCODING).unwrap_or_default();
        let body = response.into_body().into_reader();
        let mut body: Box<dyn Read> = match packing.trim().to_lowercase().as_str() {
            "" | "identity" => Box::new(body),
            "gzip" | "x-gzip" => Box::new(MultiGzDecoder::new(body)),
            other => {
                let why = format!("it is packed as {other}, which was not asked for");
                return Err(FetchError::Broken { link, why });
            }
        };
        let mut bytes = Vec::new();
        let read = body
            .by_ref()
            .take(MAX_PAGE_BYTES + 1)
            .read_to_end(&mut bytes);
        read.map_err(|error| self.fault(&link, ureq::Error::from(error)))?;
        if bytes.len() as u64 > MAX_PAGE_BYTES {
            return Err(FetchError::TooLarge { link });
        }
        Ok(Page {
            link,
            content_type,
            bytes: bytes.into(),
        })
    }

    fn too_slow(&self, link: &PageLink) -> FetchError {
        FetchError::TooSlow {
            link: link.clone(),
            seconds: self.time.as_secs(),
        }
    }

    /// What went wrong, in our words.
    fn fault(&self, link: &PageLink, error: ureq::Error) -> FetchError {
        let link = link.clone();
        match error {
            ureq::Error::HostNotFound => FetchError::NoServer { link },
            ureq::Error::Timeout(ureq::Timeout::Connect) => FetchError::Unreachable {
                link,
                why: "it does not answer".to_owned(),
            },
            ureq::Error::Timeout(_) => self.too_slow(&link),
            ureq::Error::Rustls(error) => of_tls(link, &error),
            ureq::Error::Tls(why) => FetchError::Tls {
                link,
                why: why.to_owned(),
            },
            ureq::Error::Io(error) => self.of_io(link, &error),
            ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => {
                let why = error.to_string();
                FetchError::Unreachable { link, why }
            }
            error => FetchError::Broken {
                link,
                why: error.to_string(),
            },
        }
    }

    fn of_io(&self, link: PageLink, error: &io::Error) -> FetchError {
        let inner = error.get_ref();
        if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            return of_tls(link, error);
        }
        let why = error.to_string();
        if is_of_lookup(error) {
            return FetchError::NoServer { link };
        }
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => self.too_slow(&link),
            io::ErrorKind::ConnectionRefused
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::AddrNotAvailable => FetchError::Unreachable { link, why },
            _ => FetchError::Broken { link, why },
        }
    }
}

/// Whether no host of that name was found, for which the library has no kind: Unix has no number for it but these words,
/// Windows these numbers.
fn is_of_lookup(error: &io::Error) -> bool {
    /// `WSAHOST_NOT_FOUND` to `WSANO_DATA`.
    const WINDOWS: std::ops::RangeInclusive<i32> = 11_001..=11_004;
    match error.raw_os_error() {
        Some(number) => WINDOWS.contains(&number),
        None => error.to_string().starts_with("failed to lookup address"),
    }
}

fn of_tls(link: PageLink, error: &rustls::Error) -> FetchError {
    use rustls::CertificateError as Fault;
    let rustls::Error::InvalidCertificate(fault) = error else {
        let why = error.to_string();
        return FetchError::Tls { link, why };
    };
    let why = match fault {
        Fault::Expired | Fault::ExpiredContext { .. } => Certificate::Expired,
        Fault::NotValidYet | Fault::NotValidYetContext { .. } => Certificate::NotYetValid,
        Fault::NotValidForName | Fault::NotValidForNameContext { .. } => Certificate::OtherName,
        Fault::UnknownIssuer => Certificate::UnknownIssuer,
        Fault::Revoked => Certificate::Revoked,
        other => Certificate::Other(other.to_string()),
    };
    FetchError::Certificate { link, why }
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

impl Page {
    /// The page as an article, in the encoding that a person chose, or that its server or it itself names.
    ///
    /// # Errors
    /// See [`ImportError`].
    pub fn read(&self, chosen: Option<Encoding>) -> Result<Imported, ImportError> {
        let served = Served {
            url: &self.link.to_string(),
            content_type: self.content_type.as_deref(),
        };
        import::from_served(&self.bytes, served, chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::net::TcpListener;

    /// A server that answers with `start` and then keeps silent, and its link.
    fn silent(start: &'static str) -> (PageLink, std::thread::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(start.as_bytes()).unwrap();
            // Until the other side hangs up.
            let _ = io::copy(&mut stream, &mut io::sink());
        });
        let link = PageLink::of(&format!("http://{address}/"))
            .unwrap()
            .unwrap();
        (link, server)
    }

    #[test]
    fn a_server_that_is_silent_is_left() {
        for start in ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<p>"] {
            let (link, server) = silent(start);
            let fault = page_within(&link, Duration::from_millis(100)).unwrap_err();
            assert!(matches!(fault, FetchError::TooSlow { .. }), "{fault}");
            server.join().unwrap();
        }
    }
}

//! Why a page cannot be fetched.

use super::limits::{MAX_PAGE_BYTES, MAX_REDIRECTS};
use super::{BadLink, PageLink};
use std::fmt;

/// Why a page cannot be fetched. Every message names the link and says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    #[error(transparent)]
    Link(#[from] BadLink),
    #[error(
        "{link}: there is no server of that name, or no way to the network; check the link and your connection"
    )]
    NoServer { link: PageLink },
    #[error("{link}: its server cannot be reached ({why}); check the link and your connection")]
    Unreachable { link: PageLink, why: String },
    #[error(
        "{link}: its server's certificate does not hold ({why}), so the page may be somebody else's; see in your browser what is wrong"
    )]
    Certificate { link: PageLink, why: Certificate },
    #[error(
        "{link}: no secure connection comes about ({why}); save the page from your browser and name its file"
    )]
    Tls { link: PageLink, why: String },
    #[error("{link}: the server answers {status} ({}); {}", meaning(*status), advice(*status))]
    Status { link: PageLink, status: u16 },
    #[error(
        "{link}: is larger than {} MiB (MAX_PAGE_BYTES); save the part you need as a file and name that",
        MAX_PAGE_BYTES >> 20
    )]
    TooLarge { link: PageLink },
    #[error(
        "{link}: has not come within {seconds} seconds (MAX_FETCH_TIME); try again later, or save the page from your browser and name its file"
    )]
    TooSlow { link: PageLink, seconds: u64 },
    #[error(
        "{link}: leads from one address to another more than {MAX_REDIRECTS} times (MAX_REDIRECTS); open it in your browser and take the link from there"
    )]
    TooManyRedirects { link: PageLink },
    #[error("{link}: leads to where it is not followed; {to}")]
    Redirect { link: PageLink, to: BadLink },
    #[error("{link}: is no text but {what}; give the link of the page that it is on")]
    NotText { link: PageLink, what: String },
    #[error(
        "{link}: what the server answers breaks off or cannot be understood ({why}); try again, or save the page from your browser and name its file"
    )]
    Broken { link: PageLink, why: String },
}

/// What is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certificate {
    Expired,
    NotYetValid,
    OtherName,
    UnknownIssuer,
    Revoked,
    Other(String),
}

impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Certificate::Expired => "it has expired",
            Certificate::NotYetValid => "it is not valid yet; is your clock right?",
            Certificate::OtherName => "it is for another name",
            Certificate::UnknownIssuer => "your system does not know who issued it",
            Certificate::Revoked => "it was revoked",
            Certificate::Other(why) => why,
        })
    }
}

/// What an answer without the page means.
fn meaning(status: u16) -> &'static str {
    match status {
        401 | 402 | 407 => "it asks for a login",
        403 | 451 => "it does not give the page out",
        404 | 410 => "there is no such page",
        429 => "too many questions",
        500..=599 => "the server has trouble",
        _ => "no page",
    }
}

fn advice(status: u16) -> &'static str {
    match status {
        404 | 410 => "check the link",
        429 | 500..=599 => "try again later, or save the page from your browser and name its file",
        _ => "save the page from your browser and name its file",
    }
}

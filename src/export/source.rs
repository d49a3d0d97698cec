//! Where the texts came from, as files of pairs carry it.

use super::unit::plain;
use crate::bitext::Side;
use serde::Serialize;

/// Where a text came from, as far as it is known.
#[derive(Serialize)]
pub struct Source<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl Source<'_> {
    /// As one cell of a table: an object, or nothing if nothing is known.
    pub fn cell(side: &Side) -> String {
        match serde_json::to_string(&Source::of(side)) {
            Ok(object) if object != "{}" => plain(&object),
            _ => String::new(),
        }
    }

    pub fn of(side: &Side) -> Source<'_> {
        let provenance = &side.article.provenance;
        Source {
            title: provenance.title.as_deref(),
            byline: provenance.byline.as_deref(),
            date: provenance.date.as_deref(),
            url: provenance.url.as_deref(),
        }
    }
}

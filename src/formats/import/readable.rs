//! Which pieces of a page are its article, by Mozilla's Readability.

use super::limits;
use super::page::{self, Extent};
use super::piece::Piece;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::collections::HashMap;

/// Shorter pieces are found too easily elsewhere on the page (bytes).
const MIN_ANCHOR: usize = 40;
/// How far on they are looked for, in pieces.
const NEAR: usize = 5;

/// The article's pieces and what the page says of itself.
#[derive(Debug, Default)]
pub(super) struct Readable {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub date: Option<String>,
    pub url: Option<String>,
    content: String,
}

/// Asks Readability; a page it cannot read, or that is too large for it, gives nothing.
pub(super) fn read(document: Document) -> Readable {
    let extent = Extent::of(&document);
    if extent.depth > limits::MAX_READABLE_DEPTH
        || extent.elements > limits::MAX_READABLE_ELEMENTS
        || extent.escaping > limits::MAX_READABLE_ESCAPING
    {
        return Readable::default();
    }
    let config = Config {
        max_elements_to_parse: limits::MAX_READABLE_ELEMENTS,
        char_threshold: 200,
        ..Config::default()
    };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return Readable::default();
    };
    let Ok(article) = readability.parse() else {
        return Readable::default();
    };
    Readable {
        title: Some(article.title),
        byline: article.byline,
        date: article.published_time,
        url: article.url,
        content: article.content.to_string(),
    }
}

impl Readable {
    /// Which `pieces` Readability takes for the article's; none, if it found no article on the page.
    pub(super) fn found(&self, pieces: &[Piece]) -> Vec<bool> {
        let matches = self.matches(pieces);
        if matches.is_empty() {
            return Vec::new();
        }
        let mut found = vec![false; pieces.len()];
        for at in matches {
            if let Some(found) = found.get_mut(at) {
                *found = true;
            }
        }
        found
    }

    /// Pieces that Readability's content holds too, in order.
    fn matches(&self, pieces: &[Piece]) -> Vec<usize> {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, piece) in pieces.iter().enumerate() {
            if piece.unseen.is_some() {
                continue;
            }
            places.entry(squeeze(&piece.text)).or_default().push(at);
        }
        let mut next = 0;
        let mut found = Vec::new();
        for piece in page::pieces(&Document::from(self.content.as_str())) {
            let text = squeeze(&piece.text);
            let place = places.get(&text).and_then(|places| {
                let after = places.partition_point(|&at| at < next);
                places.get(after).copied()
            });
            let is_near = |at: &usize| text.len() >= MIN_ANCHOR || *at < next + NEAR;
            if let Some(at) = place.filter(is_near) {
                found.push(at);
                next = at + 1;
            }
        }
        found
    }
}

/// `text` without white space, for comparison.
pub(super) fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The library writes the page to look at it, at a cost that grows with the square of the ampersands in a text.
    #[test]
    fn a_page_that_would_take_long_to_write_is_read_whole() {
        let page = |ampersands: usize| {
            let paragraph =
                "It rained in Seoul on Monday, and the river rose by the old bridge. ".repeat(9);
            let text = format!("{}{paragraph}", "&amp;".repeat(ampersands));
            Document::from(format!(
                "<body><h1>Rain</h1><article><p>{text}</p></article></body>"
            ))
        };
        assert!(!read(page(9)).content.is_empty());
        assert!(read(page(66_000)).content.is_empty());
    }
}

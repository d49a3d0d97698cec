//! Which pieces of a page are its article, by Mozilla's Readability.

use super::limits;
use super::page::{self, Piece};
use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Shorter pieces are found too easily elsewhere on the page (bytes).
const MIN_ANCHOR: usize = 40;
/// Running text that is shorter may be a link's title (bytes).
const MIN_PARAGRAPH: usize = 90;
/// Readability must have found so much of the page's running text, of a hundred bytes, or it is not believed.
const MIN_FOUND_PER_HUNDRED: usize = 60;

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
pub(super) fn read(html: &str, document: &Document) -> Readable {
    let (depth, elements) = page::extent(document);
    if depth > limits::MAX_READABLE_DEPTH || elements > limits::MAX_READABLE_ELEMENTS {
        return Readable::default();
    }
    let config = Config {
        max_elements_to_parse: limits::MAX_READABLE_ELEMENTS,
        char_threshold: 200,
        ..Config::default()
    };
    let Ok(mut readability) = Readability::new(html, None, Some(config)) else {
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
    /// Which `pieces` belong to the article, or `None` when Readability is not to be believed here. Pieces among
    /// the article's own are in unless they are links, so that a caption or subheading it drops is not lost.
    pub fn inside(&self, pieces: &[Piece]) -> Option<Inside> {
        let found = self.matches(pieces);
        let first = *found.first()?;
        let last = *found.last()?;
        let running = |piece: &Piece| {
            piece.text.len() >= MIN_PARAGRAPH && !piece.is_link && ends_sentence(&piece.text)
        };
        let containers: HashSet<NodeId> = found
            .iter()
            .map(|&at| &pieces[at])
            .filter(|piece| running(piece))
            .map(|piece| piece.container)
            .collect();
        let matched: HashSet<usize> = found.into_iter().collect();
        let is_in: Vec<bool> = pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| {
                matched.contains(&at)
                    || (!piece.is_link
                        && (first < at && at < last || containers.contains(&piece.container)))
            })
            .collect();
        let running_bytes = |only_inside: bool| -> usize {
            pieces
                .iter()
                .zip(&is_in)
                .filter(|(piece, is_in)| running(piece) && (**is_in || !only_inside))
                .map(|(piece, _)| piece.text.len())
                .sum()
        };
        let believed = running_bytes(true) * 100 >= running_bytes(false) * MIN_FOUND_PER_HUNDRED;
        believed.then_some(Inside {
            is_in,
            range: first..last + 1,
        })
    }

    /// Pieces that Readability's content holds too, in order.
    fn matches(&self, pieces: &[Piece]) -> Vec<usize> {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, piece) in pieces.iter().enumerate() {
            places.entry(squeeze(&piece.text)).or_default().push(at);
        }
        let mut next = 0;
        let mut found = Vec::new();
        for piece in page::pieces(&Document::from(self.content.as_str())) {
            let text = squeeze(&piece.text);
            if text.len() < MIN_ANCHOR {
                continue;
            }
            let place = places
                .get(&text)
                .and_then(|places| places.iter().find(|&&at| at >= next));
            if let Some(&at) = place {
                found.push(at);
                next = at + 1;
            }
        }
        found
    }
}

/// Readability's judgement of a page.
pub(super) struct Inside {
    pub is_in: Vec<bool>,
    /// From the first piece it took to the last.
    pub range: Range<usize>,
}

/// `text` without white space, for comparison.
pub(super) fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '\'', '’', ')', ']', '」'])
        .ends_with(['.', '!', '?', '…', '。'])
}

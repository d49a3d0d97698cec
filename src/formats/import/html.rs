//! Web pages: every visible piece of text is a block, and what is outside the article is excluded, not dropped.

use super::Imported;
use super::page::{self, Piece};
use super::readable::{self, Inside, squeeze};
use super::text;
use dom_query::{Document, NodeId};
use jjak_core::article::{Block, BlockKind, Exclusion, Provenance, Reason, one_line};

/// A heading that says at least so much of the page's title, of a hundred bytes, is the headline.
const MIN_TITLE_PER_HUNDRED: usize = 60;

/// An article of the page `html`, which has been through [`text::normalize`].
pub(super) fn article(html: &str, mut provenance: Provenance) -> Imported {
    let document = Document::from(html);
    let mut pieces = page::pieces(&document);
    let readable = readable::read(html, &document);
    let inside = readable.inside(&pieces);
    let meta = |names: &[&str]| names.iter().find_map(|name| meta(&document, name));

    let title = meta(&["og:title", "twitter:title"])
        .or(readable.title.clone())
        .filter(|title| !title.trim().is_empty());
    let site = meta(&["og:site_name"]);
    let title = title.map(|title| without_site(&one_line(&title), site.as_deref()).to_owned());
    provenance.byline = readable
        .byline
        .clone()
        .or_else(|| meta(&["author", "article:author"]));
    provenance.date = readable
        .date
        .clone()
        .or_else(|| meta(&["article:published_time", "date", "pubdate"]));
    provenance.url = readable
        .url
        .clone()
        .or_else(|| meta(&["og:url"]))
        .or_else(|| {
            let link = document.select_single("link[rel=canonical]");
            link.attr("href").map(|url| url.to_string())
        });

    let headline = title
        .as_deref()
        .and_then(|title| headline(&pieces, title, inside.as_ref()));
    let mut excluded = outside(&pieces, headline, inside.as_ref());
    match headline {
        Some(at) => {
            pieces[at].kind = BlockKind::Heading;
            provenance.title = Some(pieces[at].text.clone());
        }
        None => {
            if let Some(title) = &title {
                pieces.insert(0, first_piece(title, document.root().id));
                excluded.insert(0, false);
            }
            provenance.title = title;
        }
    }
    join(&pieces, &excluded, provenance)
}

fn first_piece(title: &str, container: NodeId) -> Piece {
    Piece {
        text: title.to_owned(),
        kind: BlockKind::Heading,
        tight: false,
        is_link: false,
        container,
    }
}

fn meta(document: &Document, name: &str) -> Option<String> {
    ["property", "name", "itemprop"]
        .iter()
        .find_map(|attribute| {
            let found = document.try_select(&format!("meta[{attribute}=\"{name}\"]"))?;
            let content = found.attr("content")?;
            let content = one_line(&content).into_owned();
            (!content.is_empty()).then_some(content)
        })
}

/// The title without ` - The Test Herald`, ` | 시험통신`.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " : ", " < ", " > "] {
        if let Some((headline, end)) = title.rsplit_once(mark) {
            let is_site = site.is_some_and(|site| end.trim().eq_ignore_ascii_case(site.trim()));
            let short = mark == " | " || mark == " :: " || mark == " < ";
            if !headline.trim().is_empty() && (is_site || (short && end.len() < headline.len() * 2))
            {
                return headline.trim();
            }
        }
    }
    title
}

/// The piece that says the title: a heading rather than another, and before the article's end.
fn headline(pieces: &[Piece], title: &str, inside: Option<&Inside>) -> Option<usize> {
    let title = squeeze(title);
    let end = inside.map_or(pieces.len(), |inside| inside.range.end);
    let says = |piece: &Piece| {
        let text = squeeze(&piece.text);
        let (short, long) = if text.len() <= title.len() {
            (&text, &title)
        } else {
            (&title, &text)
        };
        long.contains(short.as_str()) && short.len() * 100 >= long.len() * MIN_TITLE_PER_HUNDRED
    };
    let candidates = || pieces[..end].iter().enumerate();
    candidates()
        .find(|(_, piece)| piece.kind == BlockKind::Heading && says(piece))
        .or_else(|| candidates().find(|(_, piece)| squeeze(&piece.text) == title && !piece.is_link))
        .map(|(at, _)| at)
}

/// Which pieces are outside the article. Between headline and text stand deck and byline: cleaning knows those.
fn outside(pieces: &[Piece], headline: Option<usize>, inside: Option<&Inside>) -> Vec<bool> {
    let Some(inside) = inside else {
        return vec![false; pieces.len()];
    };
    let start = headline
        .unwrap_or(inside.range.start)
        .min(inside.range.start);
    (0..pieces.len())
        .map(|at| !inside.is_in[at] && !(start..inside.range.start).contains(&at))
        .collect()
}

/// The pieces as the lines of one text.
fn join(pieces: &[Piece], excluded: &[bool], provenance: Provenance) -> Imported {
    let mut joined = String::new();
    let mut blocks = Vec::with_capacity(pieces.len());
    for (piece, &is_outside) in pieces.iter().zip(excluded) {
        if !joined.is_empty() {
            joined.push_str(if piece.tight { "\n" } else { "\n\n" });
        }
        let start = joined.len();
        joined.push_str(&piece.text);
        blocks.push(Block {
            span: start..joined.len(),
            kind: piece.kind,
            excluded: is_outside.then(|| Exclusion {
                reason: Reason::OutsideArticle,
                rule: "readability".to_owned(),
            }),
        });
    }
    text::imported(joined, blocks, provenance)
}

//! Web pages: every visible piece of text is a block, and what is outside the article is excluded, not dropped.

use super::Imported;
use super::content::{self, Known};
use super::frames::{Frame, Tag};
use super::outside::outside;
use super::page::{self, Page};
use super::piece::{Hidden, Piece};
use super::readable::{self, squeeze};
use super::{ImportWarning, article_data, text, unseen};
use dom_query::{Document, NodeId};
use jjak_core::article::{Block, BlockKind, Exclusion, Provenance, Reason, one_line};

/// A great heading that is no name of a section or site has as many bytes.
const MIN_HEADLINE: usize = 15;
/// The rule's name for what the page gives to machines.
const DATA: &str = "article-data";
/// A page with less running text of its own may be one that its scripts' data would fill (bytes).
const MIN_TEXT: usize = 400;
/// A heading that says at least so much of the page's title, of a hundred bytes, is the headline.
const MIN_TITLE_PER_HUNDRED: usize = 60;

/// What a page holds and what it says of itself.
struct Reading {
    page: Page,
    root: NodeId,
    title: Option<String>,
    byline: Option<String>,
    date: Option<String>,
    url: Option<String>,
    /// What it gives to machines alone.
    data: Option<String>,
    /// The same, shown or not, as letters and digits.
    bare_data: Option<String>,
    /// Which pieces Readability found; empty where it found nothing.
    readable: Vec<bool>,
    warnings: Vec<ImportWarning>,
}

impl Reading {
    fn of(html: &str) -> Reading {
        let document = Document::from(html);
        if html.contains("id=\"S:") {
            unseen::assemble(&document);
        }
        let mut warnings = Vec::new();
        let mut page = page::page(&document);
        if let Some(rule) = unseen::reveal(&document, &page.pieces) {
            page = page::page(&document);
            warnings.push(ImportWarning::HiddenArticle { rule });
        }
        let pieces = &page.pieces;
        let data = article_data::body(&document);
        let bare_data = data.as_deref().map(article_data::bare);
        let is_empty = running_bytes(pieces) < MIN_TEXT;
        let of_scripts = || article_data::of_scripts(&document);
        let data = data
            .or_else(|| is_empty.then(of_scripts).flatten())
            .filter(|body| !article_data::is_shown(body, pieces.iter().map(|piece| &*piece.text)));
        if data.is_none() && is_made_by_scripts(pieces, script_bytes(&document)) {
            warnings.push(ImportWarning::ScriptPage);
        }
        let root = document.root().id;
        let meta = |names: &[&str]| names.iter().find_map(|name| meta(&document, name));
        let title = meta(&["og:title", "twitter:title"]);
        let written = document.select_single("title").text().to_string();
        let site = meta(&["og:site_name"]);
        let author = meta(&["author", "article:author"]);
        let date = meta(&["article:published_time", "date", "pubdate"]);
        let url = meta(&["og:url"]);
        let link = document.select_single("link[rel=canonical]");
        let canonical = link.attr("href").map(|url| url.to_string());
        let readable = readable::read(document);
        let title = title
            .or(readable.title.clone())
            .or(Some(written))
            .filter(|title| !title.trim().is_empty());
        Reading {
            root,
            title: title.map(|title| without_site(&one_line(&title), site.as_deref()).to_owned()),
            readable: readable.found(pieces),
            byline: readable.byline.or(author),
            date: readable.date.or(date),
            url: readable.url.or(url).or(canonical),
            data,
            bare_data,
            warnings,
            page,
        }
    }

    fn known(&self, headline: Option<usize>) -> Known<'_> {
        Known {
            pieces: &self.page.pieces,
            frames: &self.page.frames,
            readable: &self.readable,
            title: self.title.as_deref(),
            data: self.bare_data.as_deref(),
            headline,
        }
    }
}

/// An article of the page `html`, which has been through [`text::normalize`].
pub(super) fn article(html: &str, mut provenance: Provenance) -> Imported {
    let mut reading = Reading::of(html);
    let headline = headline(
        &reading.page.pieces,
        &reading.page.frames,
        reading.title.as_deref(),
    );
    let odds = content::log_odds(&reading.known(headline));
    let mut outside = outside(&reading.page, &odds, headline);
    let pieces = &mut reading.page.pieces;
    let root = reading.root;
    if let Some(data) = reading.data {
        let outweighs = data.len() > running_bytes(pieces);
        let data = data
            .lines()
            .filter_map(|line| data_piece(line, root, outweighs));
        let data: Vec<Piece> = data.collect();
        // Under the headline, where the page would show it.
        let first = headline.filter(|_| outweighs).map_or(0, |at| at + 1);
        let first = if outweighs { first } else { pieces.len() };
        if outweighs {
            for (at, outside) in outside.iter_mut().enumerate() {
                *outside = headline != Some(at);
            }
            let rule = DATA;
            reading.warnings.push(ImportWarning::HiddenArticle { rule });
        }
        outside.splice(first..first, data.iter().map(|_| false));
        pieces.splice(first..first, data);
    }
    match headline {
        Some(at) => {
            if let Some(piece) = pieces.get_mut(at) {
                piece.kind = BlockKind::Heading;
                provenance.title = Some(piece.text.clone());
            }
        }
        None => {
            if let Some(title) = &reading.title {
                pieces.insert(0, first_piece(title));
                outside.insert(0, false);
            }
            provenance.title = reading.title;
        }
    }
    provenance.byline = reading.byline;
    provenance.date = reading.date;
    provenance.url = reading.url;
    Imported {
        warnings: reading.warnings,
        ..join(pieces, &outside, provenance)
    }
}

/// What the model sees of the page `html`.
#[cfg(test)]
pub(super) fn with_known(html: &str, mut see: impl FnMut(&Known)) {
    let reading = Reading::of(html);
    let headline = headline(
        &reading.page.pieces,
        &reading.page.frames,
        reading.title.as_deref(),
    );
    see(&reading.known(headline));
}

/// How much script the page runs, in bytes; one from elsewhere counts as much as a large one.
fn script_bytes(document: &Document) -> usize {
    const FROM_ELSEWHERE: usize = 5_000;
    let scripts = document.select("script");
    let bytes = scripts.nodes().iter().map(|script| {
        if script.has_attr("src") {
            FROM_ELSEWHERE
        } else {
            script.text().len()
        }
    });
    bytes.sum()
}

/// A page that holds almost no text but the scripts that would make it.
fn is_made_by_scripts(pieces: &[Piece], scripts: usize) -> bool {
    /// Bytes of running text, and of all text, that a page of its own has.
    const RUNNING: usize = 140;
    const TEXT: usize = 1_000;
    const SCRIPTS: usize = 10_000;
    let text = pieces.iter().filter(|piece| piece.unseen.is_none());
    let text: usize = text.map(|piece| piece.text.len()).sum();
    scripts >= SCRIPTS && text < TEXT && running_bytes(pieces) < RUNNING
}

/// How much running text a reader sees.
fn running_bytes(pieces: &[Piece]) -> usize {
    let running = pieces
        .iter()
        .filter(|piece| piece.unseen.is_none() && piece.is_running());
    running.map(|piece| piece.text.len()).sum()
}

/// A paragraph that the page gives to machines alone; seen where it is the article.
fn data_piece(line: &str, root: NodeId, seen: bool) -> Option<Piece> {
    let text = one_line(line).into_owned();
    let hidden = Hidden { root, rule: DATA };
    (!text.is_empty()).then_some(Piece {
        text,
        kind: BlockKind::Body,
        tight: false,
        is_link: false,
        linked: 0,
        frame: 0,
        unseen: (!seen).then_some(hidden),
    })
}

fn first_piece(title: &str) -> Piece {
    Piece {
        text: title.to_owned(),
        kind: BlockKind::Heading,
        tight: false,
        is_link: false,
        linked: 0,
        frame: 0,
        unseen: None,
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

/// The title without ` - The Test Herald`, ` | 시험통신`, `ㅣ시험통신`.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    // Signs that stand in no headline, and those that may.
    const SIGNS: [&str; 8] = ["|", "ㅣ", "｜", "│", " :: ", " < ", " « ", " » "];
    const DASHES: [&str; 5] = [" - ", " – ", " — ", " : ", " > "];
    let cut = |mark: &str| {
        let (headline, end) = title.rsplit_once(mark)?;
        let (headline, end) = (headline.trim(), end.trim());
        (!headline.is_empty() && !end.is_empty()).then_some((headline, end))
    };
    for (headline, end) in SIGNS.iter().filter_map(|mark| cut(mark)) {
        if end.len() < headline.len() * 2 {
            return headline;
        }
    }
    for (headline, end) in DASHES.iter().filter_map(|mark| cut(mark)) {
        if site.is_some_and(|site| squeeze(end).eq_ignore_ascii_case(&squeeze(site))) {
            return headline;
        }
    }
    title
}

/// The piece that says the title: a heading rather than another; else the page's one great heading, since titles are
/// often written anew for search engines.
fn headline(pieces: &[Piece], frames: &[Frame], title: Option<&str>) -> Option<usize> {
    let seen = || {
        let seen = pieces.iter().enumerate();
        seen.filter(|(_, piece)| piece.unseen.is_none())
    };
    let said = title.map(squeeze).unwrap_or_default();
    let says = |piece: &Piece| {
        let text = squeeze(&piece.text);
        let (short, long) = if text.len() <= said.len() {
            (&text, &said)
        } else {
            (&said, &text)
        };
        !short.is_empty()
            && long.contains(short.as_str())
            && short.len() * 100 >= long.len() * MIN_TITLE_PER_HUNDRED
    };
    let great = |piece: &Piece| {
        let tag = frames.get(piece.frame).map(|frame| frame.tag);
        tag == Some(Tag::Heading(1)) && piece.text.contains(' ') && piece.text.len() >= MIN_HEADLINE
    };
    let lone = || {
        let mut greats = seen().filter(|(_, piece)| great(piece));
        greats.next().filter(|_| greats.next().is_none())
    };
    seen()
        .find(|(_, piece)| piece.kind == BlockKind::Heading && says(piece))
        .or_else(|| seen().find(|(_, piece)| squeeze(&piece.text) == said && !piece.is_link))
        .or_else(lone)
        .map(|(at, _)| at)
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
            excluded: exclusion(piece, is_outside),
        });
    }
    text::imported(joined, blocks, provenance)
}

fn exclusion(piece: &Piece, is_outside: bool) -> Option<Exclusion> {
    let (reason, rule) = match piece.unseen {
        Some(hidden) => (Reason::Hidden, hidden.rule),
        None if is_outside => (Reason::OutsideArticle, "markup"),
        None => return None,
    };
    let rule = rule.to_owned();
    Some(Exclusion { reason, rule })
}

//! Which pieces of a page are outside its article: by the model's odds, and by the element that holds a piece.

use super::frames::{Frame, around};
use super::page::Page;
use super::piece::{Piece, ends_sentence};
use super::traits::Trait;
use jjak_core::article::BlockKind;
use jjak_core::clean::tells_of_summary;
use std::collections::HashSet;

/// The label of a summary has no more.
const MAX_LABEL: usize = 300;
/// A sentence of the text has as many bytes.
const MIN_SENTENCE: usize = 40;
/// Log-odds down to which a piece above the text may be the deck that its element says it is, or something else of the
/// article's head, and one within the text a caption, a subheading, an item of a list or a cell.
const DECK_ODDS: f32 = -6.0;
const HEAD_ODDS: f32 = -1.5;
const CAPTION_ODDS: f32 = -6.0;
const HEADING_ODDS: f32 = -2.0;
const ITEM_ODDS: f32 = -3.0;
/// And a sentence in an element that holds sentences of the text.
const SENTENCE_ODDS: f32 = -1.0;
/// Within such elements, what readers wrote, what stands beside or before the article and what is the site's, only what is
/// surely the article's stays.
const OTHERS: [Trait; 5] = [
    Trait::Comment,
    Trait::Dialog,
    Trait::AsideElement,
    Trait::NavElement,
    Trait::FooterElement,
];
const OTHERS_ODDS: f32 = 4.0;
/// Names that sites give to what is not the article, and some to the article; where less than a twentieth of the text is
/// called so, only what is rather surely the article's stays.
const DOUBTFUL: [Trait; 6] = [
    Trait::SignUp,
    Trait::Related,
    Trait::Side,
    Trait::Card,
    Trait::Meta,
    Trait::Tags,
];
const DOUBTFUL_PART: usize = 20;
const DOUBTFUL_ODDS: f32 = 1.5;
/// What is within such elements is no part of the text around.
const APART: [Trait; 9] = [
    Trait::Related,
    Trait::Comment,
    Trait::Side,
    Trait::Footer,
    Trait::SignUp,
    Trait::AsideElement,
    Trait::NavElement,
    Trait::FooterElement,
    Trait::FormElement,
];

/// Which pieces are outside the article, whose log-odds of being the article's are `odds`. What the model is in doubt of
/// stays between headline and text, where deck and byline stand, and as a caption within the text: cleaning knows those.
pub(super) fn outside(page: &Page, odds: &[f32], headline: Option<usize>) -> Vec<bool> {
    let pieces = &page.pieces;
    let summaries = summaries(page);
    let is_summary = |piece: &Piece| {
        let mut around = around(&page.frames, piece.frame);
        !summaries.is_empty() && around.any(|(at, _)| summaries.contains(&at))
    };
    let is_text = |at: &usize| {
        let is_in = odds.get(*at).is_some_and(|&odds| odds > 0.0)
            && !pieces.get(*at).is_some_and(is_summary);
        let says = |piece: &Piece| {
            !piece.is_link && piece.text.len() >= MIN_SENTENCE && ends_sentence(&piece.text)
        };
        is_in && pieces.get(*at).is_some_and(says)
    };
    let Some(first) = (0..pieces.len()).find(is_text) else {
        // No part of the page is surely an article.
        return vec![false; pieces.len()];
    };
    let last = (0..pieces.len()).rev().find(is_text).unwrap_or(first);
    let head = headline
        .filter(|&headline| headline < first)
        .unwrap_or(first);
    let below = headline.and_then(|headline| (headline..pieces.len()).find(is_text));
    let holders = Holders::new(page, headline, below.unwrap_or(first));
    let doubtful = holders.rare(&DOUBTFUL, odds);
    let home = |piece: &Piece| around(&page.frames, piece.frame).nth(1).map(|(at, _)| at);
    let text = (first..=last)
        .filter(is_text)
        .filter_map(|at| pieces.get(at));
    let homes: HashSet<Option<usize>> = text.map(home).collect();
    let is_out = |(at, (&odds, piece)): (usize, (&f32, &Piece))| {
        let within = (first..=last).contains(&at);
        let is_beside = at >= first && homes.contains(&home(piece)) && ends_sentence(&piece.text);
        let is_caption = piece.kind == BlockKind::Caption;
        let limit = if headline == Some(at) {
            f32::NEG_INFINITY
        } else if is_summary(piece) {
            f32::INFINITY
        } else if holders.hold(piece, &OTHERS) || leads_away(piece) {
            OTHERS_ODDS
        } else if !is_caption && holders.hold(piece, &doubtful) {
            DOUBTFUL_ODDS
        } else if piece.is_link {
            0.0
        } else if (head..first).contains(&at) {
            match piece.kind {
                BlockKind::Caption => CAPTION_ODDS,
                BlockKind::Heading => DECK_ODDS,
                _ if holders.hold(piece, &[Trait::Title]) => DECK_ODDS,
                _ => HEAD_ODDS,
            }
        } else if !(within || is_beside) || holders.hold(piece, &APART) {
            0.0
        } else if is_beside && (!within || piece.kind == BlockKind::Body) {
            SENTENCE_ODDS
        } else {
            match piece.kind {
                BlockKind::Caption => CAPTION_ODDS,
                BlockKind::Heading => HEADING_ODDS,
                BlockKind::ListItem | BlockKind::Cell | BlockKind::Quote => ITEM_ODDS,
                BlockKind::Body | BlockKind::Footnote => 0.0,
            }
        };
        odds < limit
    };
    odds.iter().zip(pieces).enumerate().map(is_out).collect()
}

/// A link set apart between paragraphs: `MAYOR DEFENDS HARBOR WALL AMID FLOODS`, `Harbor wall: what we know [VIDEO]`.
fn leads_away(piece: &Piece) -> bool {
    /// Words of a headline.
    const FEWEST: usize = 4;
    let text = piece.text.trim_end_matches(['|', ' ']);
    let is_shouted =
        |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    let is_tagged = text
        .strip_suffix(']')
        .and_then(|text| text.rsplit_once(" ["))
        .is_some_and(|(_, tag)| is_shouted(tag) && !tag.contains(' '));
    piece.kind == BlockKind::Body
        && piece.linked * 10 >= text.len() * 8
        && text.split(' ').count() >= FEWEST
        && (is_shouted(text) || is_tagged)
}

/// The elements that hold a piece and not the article too.
struct Holders<'a> {
    page: &'a Page,
    /// What is around the headline and what is around the text below it is the article's, whatever it is called.
    shared: HashSet<usize>,
}

impl<'a> Holders<'a> {
    fn new(page: &'a Page, headline: Option<usize>, text: usize) -> Self {
        let shared = [headline, Some(text)]
            .into_iter()
            .flatten()
            .filter_map(|at| page.pieces.get(at))
            .flat_map(|piece| around(&page.frames, piece.frame).map(|(at, _)| at))
            .collect();
        Self { page, shared }
    }

    fn of(&self, piece: &Piece) -> impl Iterator<Item = &'a Frame> {
        around(&self.page.frames, piece.frame)
            .take_while(|(at, _)| !self.shared.contains(at))
            .map(|(_, frame)| frame)
    }

    /// Whether an element that says one of `traits` holds the piece.
    fn hold(&self, piece: &Piece, traits: &[Trait]) -> bool {
        self.of(piece)
            .any(|frame| traits.iter().any(|&it| frame.traits.has(it)))
    }

    /// Those of `traits` that little of the text, whose `odds` are above zero, is held by.
    fn rare(&self, traits: &[Trait], odds: &[f32]) -> Vec<Trait> {
        let running = || {
            let text = self.page.pieces.iter().zip(odds);
            text.filter(|(piece, odds)| **odds > 0.0 && piece.is_running())
                .map(|(piece, _)| piece)
        };
        let all: usize = running().map(|piece| piece.text.len()).sum();
        let is_rare = |it: &Trait| {
            let held = running().filter(|piece| self.hold(piece, &[*it]));
            held.map(|piece| piece.text.len()).sum::<usize>() * DOUBTFUL_PART <= all
        };
        traits.iter().copied().filter(is_rare).collect()
    }
}

/// The elements that hold a machine's summary of the article, told by its label.
fn summaries(page: &Page) -> HashSet<usize> {
    /// A summary has no more bytes.
    const LONGEST: usize = 2_500;
    let all = page.frames.first().map_or(0, |page| page.totals.running);
    let of = |label: &Piece| {
        let text = label.text.len();
        let mut outer = around(&page.frames, label.frame).take(4);
        let found = outer.find(|(_, frame)| frame.totals.bytes > text * 2);
        let (at, frame) = found?;
        let small = frame.totals.bytes <= LONGEST && frame.totals.running * 2 <= all;
        small.then_some(at)
    };
    let seen = page.pieces.iter().filter(|piece| piece.unseen.is_none());
    seen.filter(|piece| piece.text.len() <= MAX_LABEL && tells_of_summary(&piece.text))
        .filter_map(of)
        .collect()
}

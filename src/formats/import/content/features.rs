//! What can be seen of each piece of a page, in figures, for the model to weigh.

use crate::import::article_data;
use crate::import::frames::{Frame, Tag, Totals, around};
use crate::import::piece::{Piece, ends_sentence};
use crate::import::readable::squeeze;
use crate::import::traits::Trait;
use jjak_core::article::BlockKind;
use std::collections::HashMap;

/// The features before those of the elements around.
const OWN: [&str; 61] = [
    "width",
    "words",
    "link-density",
    "ends",
    "holds-stop",
    "commas",
    "digits",
    "capital-first",
    "upper",
    "rights-mark",
    "bar",
    "colon-end",
    "question",
    "quoted",
    "is-p",
    "is-li",
    "is-h1",
    "is-h2",
    "is-h3",
    "is-h4",
    "is-cell",
    "is-caption",
    "is-quote",
    "is-definition",
    "is-div",
    "depth",
    "readability",
    "title-share",
    "headline-distance",
    "container-pieces",
    "container-share",
    "container-links",
    "container-running",
    "around-share",
    "around-links",
    "around-running",
    "outer-share",
    "outer-links",
    "outer-running",
    "signature-pieces",
    "signature-share",
    "signature-links",
    "signature-running",
    "best-steps",
    "best-place",
    "running-place",
    "since-running",
    "until-running",
    "before-width",
    "before-links",
    "after-width",
    "after-links",
    "near-running",
    "near-links",
    "place",
    "again",
    "repeats",
    "repeat-place",
    "data",
    "articles",
    "comments-share",
];

/// How many features a piece has.
pub(in crate::import) const COUNT: usize = OWN.len() + Trait::COUNT;

/// What each feature is called in the model.
pub(in crate::import) fn names() -> impl Iterator<Item = &'static str> {
    OWN.into_iter().chain(Trait::NAMES)
}

/// A trait that no element around has.
const NOWHERE: f32 = 30.0;
/// Shorter texts may stand anywhere (bytes of letters and digits).
const MIN_BARE: usize = 12;
/// Distances count so far.
const FAR: f32 = 30.0;

/// What is known of the page besides its pieces.
pub(in crate::import) struct Known<'a> {
    pub pieces: &'a [Piece],
    pub frames: &'a [Frame],
    /// Which pieces Readability found; empty where it found nothing.
    pub readable: &'a [bool],
    pub title: Option<&'a str>,
    /// The text that the page gives to machines as its article, letters and digits alone.
    pub data: Option<&'a str>,
    pub headline: Option<usize>,
}

/// The features of the pieces at `seen`, in this order.
pub(in crate::import) fn features(known: &Known, seen: &[usize]) -> Vec<[f32; COUNT]> {
    let page = Overview::of(known, seen);
    (0..seen.len())
        .map(|nth| page.features(known, seen, nth))
        .collect()
}

/// What only the whole page tells.
struct Overview {
    all: Totals,
    signatures: HashMap<u64, Totals>,
    texts: HashMap<String, usize>,
    /// For each seen piece: how far the last running text before it is, and the next after it, in pieces.
    since: Vec<f32>,
    until: Vec<f32>,
    /// Running bytes before each.
    before: Vec<usize>,
    /// The frame with the most running text near to it, and the first and last running piece within, by place among
    /// the seen.
    best: usize,
    span: (usize, usize),
    title: Vec<String>,
    /// For each frame: how many elements like it stand side by side, and how many of them before it.
    alike: Vec<(usize, usize)>,
    /// How many elements are articles by their name.
    articles: usize,
    /// How much of the running text stands within comments.
    comments: f32,
}

impl Overview {
    fn of(known: &Known, seen: &[usize]) -> Overview {
        let mut all = Totals::default();
        let mut signatures: HashMap<u64, Totals> = HashMap::new();
        let mut texts: HashMap<String, usize> = HashMap::new();
        let mut merit = vec![0.0f32; known.frames.len()];
        let mut before = Vec::with_capacity(seen.len());
        for piece in seen.iter().filter_map(|&at| known.pieces.get(at)) {
            before.push(all.running);
            let running = if piece.is_running() {
                piece.text.len()
            } else {
                0
            };
            let totals = Totals {
                pieces: 1,
                bytes: piece.text.len(),
                linked: piece.linked,
                running,
            };
            all.add(totals);
            if let Some(frame) = known.frames.get(piece.frame) {
                signatures.entry(frame.signature).or_default().add(totals);
            }
            *texts.entry(squeeze(&piece.text)).or_default() += 1;
            // Readability's way: an element is worth what stands in it directly, and half of what stands deeper.
            if running > 0 {
                let mut worth = running as f32;
                for (at, _) in around(known.frames, piece.frame).skip(1).take(5) {
                    if let Some(merit) = merit.get_mut(at) {
                        *merit += worth;
                    }
                    worth *= 0.6;
                }
            }
        }
        for (frame, merit) in known.frames.iter().zip(&mut merit) {
            let outside = [
                Trait::Comment,
                Trait::Related,
                Trait::Footer,
                Trait::Dialog,
                Trait::AsideElement,
                Trait::NavElement,
                Trait::FooterElement,
                Trait::Side,
            ];
            *merit *= 1.0 - frame.totals.link_density();
            if outside.into_iter().any(|it| frame.traits.has(it)) {
                *merit *= 0.3;
            }
        }
        let best = (0..merit.len())
            .max_by(|&a, &b| {
                merit
                    .get(a)
                    .unwrap_or(&0.0)
                    .total_cmp(merit.get(b).unwrap_or(&0.0))
            })
            .unwrap_or_default();
        let running = |nth: usize| {
            seen.get(nth)
                .and_then(|&at| known.pieces.get(at))
                .filter(|piece| piece.is_running())
        };
        let in_best = |nth: &usize| {
            running(*nth)
                .is_some_and(|piece| around(known.frames, piece.frame).any(|(at, _)| at == best))
        };
        let first = (0..seen.len()).find(in_best).unwrap_or_default();
        let last = (0..seen.len()).rev().find(in_best).unwrap_or_default();
        let (mut since, mut until) = (vec![FAR; seen.len()], vec![FAR; seen.len()]);
        let mut distance = FAR;
        for (nth, since) in since.iter_mut().enumerate() {
            *since = distance;
            distance = if running(nth).is_some() {
                0.0
            } else {
                (distance + 1.0).min(FAR)
            };
        }
        distance = FAR;
        for (nth, until) in until.iter_mut().enumerate().rev() {
            *until = distance;
            distance = if running(nth).is_some() {
                0.0
            } else {
                (distance + 1.0).min(FAR)
            };
        }
        Overview {
            all,
            signatures,
            texts,
            since,
            until,
            before,
            best,
            span: (first, last),
            title: known.title.map(words).unwrap_or_default(),
            alike: alike(known.frames),
            articles: known
                .frames
                .iter()
                .filter(|frame| frame.traits.has(Trait::ArticleElement) && frame.totals.running > 0)
                .count(),
            comments: comments(known.frames),
        }
    }

    fn features(&self, known: &Known, seen: &[usize], nth: usize) -> [f32; COUNT] {
        let mut values = [0.0; COUNT];
        let mut next = values.iter_mut();
        let mut put = |value: f32| {
            if let Some(place) = next.next() {
                *place = value;
            }
        };
        let piece_at = |nth: Option<usize>| {
            nth.and_then(|nth| seen.get(nth))
                .and_then(|&at| known.pieces.get(at))
        };
        let Some(piece) = piece_at(Some(nth)) else {
            return values;
        };
        let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
        let text = piece.text.as_str();
        let letters = text.chars().filter(|c| !c.is_whitespace()).count().max(1) as f32;
        let share = |count: usize| count as f32 / letters;
        put(log(width(text)));
        put(log(text.split(' ').count() as f32));
        put(piece.linked as f32 / text.len().max(1) as f32);
        put(flag(ends_sentence(text)));
        put(flag(
            [". ", "? ", "! ", ".” ", ".\" "]
                .iter()
                .any(|stop| text.contains(stop)),
        ));
        put(share(text.matches([',', '、', '，']).count()));
        put(share(text.chars().filter(char::is_ascii_digit).count()));
        put(flag(
            text.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()),
        ));
        put(share(text.chars().filter(|c| c.is_uppercase()).count()));
        put(flag(text.contains(['©', 'ⓒ'])));
        put(share(text.matches(['|', '·', '/', '>', '»']).count()));
        put(flag(text.ends_with(':')));
        put(flag(text.ends_with('?')));
        put(flag(text.starts_with(['"', '“', '\'', '‘', '「'])));
        let tag = known
            .frames
            .get(piece.frame)
            .map(|frame| frame.tag)
            .unwrap_or_default();
        put(flag(tag == Tag::Paragraph));
        put(flag(piece.kind == BlockKind::ListItem));
        for level in 1..=3 {
            put(flag(tag == Tag::Heading(level)));
        }
        put(flag(matches!(tag, Tag::Heading(4..))));
        put(flag(piece.kind == BlockKind::Cell));
        put(flag(piece.kind == BlockKind::Caption));
        put(flag(piece.kind == BlockKind::Quote));
        put(flag(tag == Tag::Definition));
        put(flag(tag == Tag::Division));
        let frame = known.frames.get(piece.frame);
        put(frame.map_or(0.0, |frame| frame.depth as f32));
        let at = seen.get(nth).copied().unwrap_or_default();
        put(match known.readable.get(at) {
            None => 0.5,
            Some(&found) => flag(found),
        });
        let own = words(text);
        let shared = own.iter().filter(|word| self.title.contains(word)).count();
        put(shared as f32 / own.len().max(1) as f32);
        put(known.headline.map_or(-2.0 * FAR, |headline| {
            (at as f32 - headline as f32).clamp(-FAR, FAR)
        }));
        let bytes = self.all.bytes.max(1) as f32;
        let running = self.all.running.max(1) as f32;
        let mut outer = around(known.frames, piece.frame).skip(1);
        for level in 0..3 {
            let totals = outer.next().map_or(self.all, |(_, frame)| frame.totals);
            if level == 0 {
                put(log(totals.pieces as f32));
            }
            put(if self.all.running > 0 {
                totals.running as f32 / running
            } else {
                totals.bytes as f32 / bytes
            });
            put(totals.link_density());
            put(totals.running_share());
        }
        let signature = frame.and_then(|frame| self.signatures.get(&frame.signature));
        let totals = signature.copied().unwrap_or_default();
        put(log(totals.pieces as f32));
        put(totals.running as f32 / running);
        put(totals.link_density());
        put(totals.running_share());
        // How many elements out until the best one is around it, too.
        let inner: Vec<usize> = around(known.frames, self.best).map(|(at, _)| at).collect();
        let steps = inner
            .iter()
            .position(|at| around(known.frames, piece.frame).any(|(around, _)| around == *at));
        put(steps.unwrap_or(20).min(20) as f32);
        let (first, last) = self.span;
        put(if nth < first {
            -log((first - nth) as f32)
        } else if nth > last {
            log((nth - last) as f32)
        } else {
            0.0
        });
        put(self
            .before
            .get(nth)
            .map_or(0.0, |&before| before as f32 / running));
        put(self.since.get(nth).copied().unwrap_or(FAR));
        put(self.until.get(nth).copied().unwrap_or(FAR));
        let before = piece_at(nth.checked_sub(1));
        let after = piece_at(Some(nth + 1));
        for beside in [before, after] {
            put(beside.map_or(0.0, |piece| log(width(&piece.text))));
            put(beside.map_or(1.0, |piece| {
                piece.linked as f32 / piece.text.len().max(1) as f32
            }));
        }
        let mut near = Totals::default();
        for other in nth.saturating_sub(3)..=nth + 3 {
            if let Some(piece) = piece_at(Some(other)).filter(|_| other != nth) {
                near.add(Totals {
                    pieces: 1,
                    bytes: piece.text.len(),
                    linked: piece.linked,
                    running: if piece.is_running() {
                        piece.text.len()
                    } else {
                        0
                    },
                });
            }
        }
        put(near.running_share());
        put(near.link_density());
        put(nth as f32 / seen.len().max(1) as f32);
        put(self
            .texts
            .get(&squeeze(text))
            .map_or(1.0, |&count| count as f32));
        // Elements around it that stand in a row: cards, teasers, comments.
        let row = around(known.frames, piece.frame)
            .skip(1)
            .take(6)
            .filter_map(|(at, _)| self.alike.get(at))
            .max_by_key(|(count, _)| *count);
        let (count, place) = row.copied().unwrap_or((1, 0));
        put(log(count as f32));
        put(log(place as f32));
        put(known.data.map_or(0.5, |data| {
            let bare = article_data::bare(text);
            flag(bare.len() >= MIN_BARE && data.contains(&bare))
        }));
        put(log(self.articles as f32));
        put(self.comments);
        for number in 0..Trait::COUNT {
            let steps = around(known.frames, piece.frame)
                .position(|(_, frame)| frame.traits.has_number(number));
            put(steps.map_or(NOWHERE, |steps| (steps as f32).min(NOWHERE - 1.0)));
        }
        values
    }
}

fn alike(frames: &[Frame]) -> Vec<(usize, usize)> {
    let mut counts: HashMap<(usize, u64), usize> = HashMap::new();
    let mut places = Vec::with_capacity(frames.len());
    for frame in frames {
        let count = counts.entry((frame.parent, frame.own)).or_default();
        places.push(*count);
        *count += usize::from(frame.totals.bytes > 0);
    }
    let count = |frame: &Frame| counts.get(&(frame.parent, frame.own)).copied();
    let counts = frames.iter().map(|frame| count(frame).unwrap_or(1));
    counts.zip(places).collect()
}

/// The share of the page's running text that is within elements for comments.
fn comments(frames: &[Frame]) -> f32 {
    let within = |at: usize| {
        let mut around = around(frames, at).skip(1);
        around.any(|(_, frame)| frame.traits.has(Trait::Comment))
    };
    let outermost = frames
        .iter()
        .enumerate()
        .filter(|(at, frame)| frame.traits.has(Trait::Comment) && !within(*at));
    let running: usize = outermost.map(|(_, frame)| frame.totals.running).sum();
    let all = frames.first().map_or(0, |page| page.totals.running);
    running as f32 / all.max(1) as f32
}

fn log(value: f32) -> f32 {
    (1.0 + value).log2()
}

/// Columns on a screen, roughly: Hangul and Han take two.
fn width(text: &str) -> f32 {
    text.chars()
        .map(|c| {
            if c >= '\u{1100}' && c.len_utf8() == 3 {
                2.0
            } else {
                1.0
            }
        })
        .sum()
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

//! Where the article is on a page. Several witnesses are heard: Readability, the elements that pages mark their article
//! with, the density of text and of links, what classes and ids say, and whether the pieces around are the article's.

mod features;
mod model;

pub(super) use features::Known;

use super::frames::{self, Frame};
use super::piece::Piece;
use model::MODEL;
use std::collections::HashMap;

/// What the second look at a piece knows beside its features: the odds that the first look gave to it and to others.
const NEIGHBOURS: [&str; 11] = [
    "own-odds",
    "before-odds",
    "before-2-odds",
    "after-odds",
    "after-2-odds",
    "near-odds",
    "wide-odds",
    "container-odds",
    "around-odds",
    "signature-odds",
    "page-odds",
];
/// Odds count so far.
const SURE: f32 = 6.0;

/// The log-odds of each piece being the article's; what the page hides is not.
pub(super) fn log_odds(known: &Known) -> Vec<f32> {
    let seen: Vec<usize> = (0..known.pieces.len())
        .filter(|&at| {
            known
                .pieces
                .get(at)
                .is_some_and(|piece| piece.unseen.is_none())
        })
        .collect();
    let features = features::features(known, &seen);
    let first: Vec<f32> = features
        .iter()
        .map(|features| MODEL.first.log_odds(features).clamp(-SURE, SURE))
        .collect();
    let mut odds = vec![-SURE; known.pieces.len()];
    let neighbours = neighbours(known, &seen, &first);
    for ((&at, features), neighbours) in seen.iter().zip(&features).zip(&neighbours) {
        let features: Vec<f32> = features.iter().chain(neighbours).copied().collect();
        if let Some(odds) = odds.get_mut(at) {
            *odds = MODEL.second.log_odds(&features);
        }
    }
    odds
}

/// A mean in which long pieces count for more.
#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f32,
    weight: f32,
}

impl Mean {
    fn add(&mut self, odds: f32, piece: &Piece) {
        let weight = (piece.text.len() as f32).sqrt();
        self.sum += odds * weight;
        self.weight += weight;
    }

    fn get(self) -> f32 {
        if self.weight > 0.0 {
            self.sum / self.weight
        } else {
            -SURE
        }
    }
}

fn neighbours(known: &Known, seen: &[usize], odds: &[f32]) -> Vec<[f32; NEIGHBOURS.len()]> {
    let frame_at = |piece: &Piece| known.frames.get(piece.frame);
    let outer = |piece: &Piece, steps: usize| {
        let around = frames::around(known.frames, piece.frame).map(|(at, _)| at);
        around.take(steps + 1).last().unwrap_or_default()
    };
    let mut containers: HashMap<usize, Mean> = HashMap::new();
    let mut arounds: HashMap<usize, Mean> = HashMap::new();
    let mut signatures: HashMap<u64, Mean> = HashMap::new();
    let mut page = Mean::default();
    let pieces: Vec<&Piece> = seen.iter().filter_map(|&at| known.pieces.get(at)).collect();
    for (piece, &odds) in pieces.iter().zip(odds) {
        containers
            .entry(outer(piece, 1))
            .or_default()
            .add(odds, piece);
        arounds.entry(outer(piece, 2)).or_default().add(odds, piece);
        let signature = frame_at(piece).map_or(0, |frame: &Frame| frame.signature);
        signatures.entry(signature).or_default().add(odds, piece);
        page.add(odds, piece);
    }
    let at = |nth: Option<usize>| nth.and_then(|nth| odds.get(nth)).copied().unwrap_or(-SURE);
    let window = |nth: usize, reach: usize| {
        let mut mean = Mean::default();
        let from = nth.saturating_sub(reach);
        let to = (nth + reach + 1).min(pieces.len());
        let near = pieces.get(from..to).unwrap_or_default();
        for (at, piece) in near.iter().enumerate().filter(|(at, _)| from + at != nth) {
            mean.add(odds.get(from + at).copied().unwrap_or(-SURE), piece);
        }
        mean.get()
    };
    let of = |nth: usize, piece: &Piece| {
        let mean = |mean: Option<&Mean>| mean.map_or(-SURE, |mean| mean.get());
        let signature = frame_at(piece).map_or(0, |frame| frame.signature);
        [
            at(Some(nth)),
            at(nth.checked_sub(1)),
            at(nth.checked_sub(2)),
            at(Some(nth + 1)),
            at(Some(nth + 2)),
            window(nth, 3),
            window(nth, 10),
            mean(containers.get(&outer(piece, 1))),
            mean(arounds.get(&outer(piece, 2))),
            mean(signatures.get(&signature)),
            page.get(),
        ]
    };
    pieces
        .iter()
        .enumerate()
        .map(|(nth, piece)| of(nth, piece))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::io::Write;

    #[test]
    fn the_model_is_read_whole() {
        let text = jjak_assets::clean::PAGE_MODEL;
        let splits = text.lines().filter(|line| line.contains(" = ")).count();
        assert_eq!(splits, MODEL.first.len() + MODEL.second.len());
        assert!(splits > 0);
    }

    /// `JJAK_PAGES=FOLDER JJAK_FEATURES=FILE cargo test --lib write_features -- --ignored`
    #[test]
    #[ignore = "writes what tests/pages/fit.py fits the model on"]
    fn write_features() {
        let folder = std::env::var("JJAK_PAGES").expect("JJAK_PAGES: a folder of pages");
        let file = std::env::var("JJAK_FEATURES").expect("JJAK_FEATURES: where to write");
        let mut out = std::io::BufWriter::new(std::fs::File::create(file).expect("a file"));
        let mut pages: Vec<_> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "html")
            })
            .collect();
        pages.sort();
        for path in pages {
            let bytes = std::fs::read(&path).expect("a page");
            let declared = crate::import::declaration::of_page(&bytes);
            let Some(decoded) = crate::import::encoding::decode(&bytes, declared) else {
                continue;
            };
            let html = crate::import::text::normalize(decoded.text);
            crate::import::html::with_known(&html, |known| {
                let seen: Vec<usize> = (0..known.pieces.len())
                    .filter(|&at| known.pieces[at].unseen.is_none())
                    .collect();
                let features = features::features(known, &seen);
                for (&at, features) in seen.iter().zip(&features) {
                    let piece = &known.pieces[at];
                    let frames = frames::around(known.frames, piece.frame);
                    let frames: Vec<usize> = frames.take(3).map(|(at, _)| at).collect();
                    let signature = known.frames[piece.frame].signature.to_string();
                    let name = path.file_stem().unwrap_or_default().to_string_lossy();
                    let line = json!({
                        "page": name, "text": piece.text, "kind": piece.kind, "frames": frames,
                        "signature": signature, "features": features.as_slice(),
                    });
                    writeln!(out, "{line}").expect("written");
                }
            });
        }
        let names: Vec<&str> = features::names().chain(NEIGHBOURS).collect();
        writeln!(out, "{}", json!({ "names": names })).expect("written");
    }
}

//! Long texts in pieces: cut before anchors, and evenly where there are none.

use super::pins::PinnedPart;

/// Texts of at most this many sentences on each side are looked at whole: work grows with the square.
pub(super) const WHOLE: usize = 160;
/// No piece of a longer text is longer than this, or one without anchors would cost more than a longer text.
const LONGEST: usize = 200;
/// About how many sentences a piece of a longer text has.
const PIECE: usize = 50;

/// Groups of parts, each short enough to solve at once.
pub(super) fn chunks(parts: Vec<PinnedPart>, anchors: &[(usize, usize)]) -> Vec<Vec<PinnedPart>> {
    let mut chunks: Vec<Vec<PinnedPart>> = Vec::new();
    let (mut en, mut ko) = (0, 0);
    for piece in parts.into_iter().flat_map(|part| pieces(part, anchors)) {
        (en, ko) = (en + piece.en.len(), ko + piece.ko.len());
        match chunks.last_mut() {
            Some(chunk) if en <= PIECE && ko <= PIECE => chunk.push(piece),
            _ => {
                (en, ko) = (piece.en.len(), piece.ko.len());
                chunks.push(vec![piece]);
            }
        }
    }
    chunks
}

/// A part cut before an anchor every [`PIECE`] sentences, and no piece longer than [`LONGEST`].
fn pieces(part: PinnedPart, anchors: &[(usize, usize)]) -> Vec<PinnedPart> {
    let first = part.en.first().copied().unwrap_or(usize::MAX);
    let (mut en, mut ko) = (0, 0);
    let mut pieces = Vec::new();
    let mut cut = |to_en: usize, to_ko: usize| {
        pieces.extend(even(&part.en[en..to_en], &part.ko[ko..to_ko]));
        (en, ko) = (to_en, to_ko);
        (en, ko)
    };
    let mut last = (0, 0);
    for anchor in &anchors[anchors.partition_point(|&(i, _)| i < first)..] {
        let (Ok(i), Ok(j)) = (
            part.en.binary_search(&anchor.0),
            part.ko.binary_search(&anchor.1),
        ) else {
            if part.en.last().is_none_or(|&end| anchor.0 > end) {
                break;
            }
            continue;
        };
        if i >= last.0 + PIECE && j >= last.1 + PIECE / 3 {
            last = cut(i, j);
        }
    }
    cut(part.en.len(), part.ko.len());
    pieces
}

/// Both sides cut in the same number of pieces.
fn even(en: &[usize], ko: &[usize]) -> impl Iterator<Item = PinnedPart> {
    let pieces = en.len().max(ko.len()).div_ceil(LONGEST);
    let piece = move |side: &[usize], at: usize| {
        side[side.len() * at / pieces..side.len() * (at + 1) / pieces].to_vec()
    };
    (0..pieces).map(move |at| PinnedPart {
        en: piece(en, at),
        ko: piece(ko, at),
    })
}

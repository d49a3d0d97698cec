//! What is in a bitext, as numbers and as a histogram of confidence.

use super::words::{self, Words};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, State, Verdict};
use std::io::{self, Write};

const BINS: usize = 10;
const BIN_WIDTH: usize = 22;
const HEIGHT: usize = 64;

/// From here on a pair is likely right, and from there on surely.
pub(super) const LIKELY: f32 = 0.5;
pub(super) const SURE: f32 = 0.9;

pub(super) fn write(bitext: &Bitext, tongue: Lang, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::in_(tongue);
    let beads = &bitext.beads;
    let count = |of: &dyn Fn(&Bead) -> bool| beads.iter().filter(|bead| of(bead)).count();
    let is_one_sided = |bead: &Bead| bead.en.is_empty() || bead.ko.is_empty();
    let paired = |bead: &Bead| !is_one_sided(bead);
    let mut numbers = vec![
        (words.rows, beads.len()),
        (words.accepted, count(&|bead| bead.state == State::Accepted)),
        (words.flagged, count(&|bead| bead.state == State::Flagged)),
        (
            words.unreviewed,
            count(&|bead| bead.state == State::Unreviewed),
        ),
        (
            words.several_sentences,
            count(&|bead| paired(bead) && bead.en.len().max(bead.ko.len()) > 1),
        ),
        (words.one_sided, count(&is_one_sided)),
        (
            words.unsure,
            count(&|bead| paired(bead) && bead.confidence < LIKELY),
        ),
        (
            words.excluded_blocks,
            [&bitext.en, &bitext.ko]
                .into_iter()
                .flat_map(|side| &side.article.blocks)
                .filter(|block| block.excluded.is_some())
                .count(),
        ),
    ];
    let verdicts = Verdict::ALL.map(|verdict| {
        let count = count(&|bead| bead.verdict == Some(verdict));
        (words::verdict(verdict, tongue), count)
    });
    numbers.extend(verdicts.into_iter().filter(|(_, count)| *count > 0));
    writeln!(out, "<div class=\"summary\">\n<dl>")?;
    for (name, number) in numbers {
        writeln!(out, "<div><dt>{name}</dt><dd>{number}</dd></div>")?;
    }
    writeln!(out, "</dl>")?;
    write_histogram(beads.iter().filter(|bead| paired(bead)), words, out)?;
    writeln!(out, "</div>")
}

/// Ten bars of how many pairs have which confidence, each with its count in words for who points at it or hears it.
fn write_histogram<'a>(
    beads: impl Iterator<Item = &'a Bead>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut bins = [0usize; BINS];
    for bead in beads {
        let bin = (bead.confidence.clamp(0.0, 1.0) * BINS as f32) as usize;
        bins[bin.min(BINS - 1)] += 1;
    }
    let most = bins.iter().copied().max().unwrap_or(0).max(1);
    let width = BINS * BIN_WIDTH;
    writeln!(
        out,
        "<figure>\n<svg width=\"{width}\" height=\"{}\" role=\"img\" aria-label=\"{}\">",
        HEIGHT + 30,
        words.histogram,
    )?;
    for (at, count) in bins.into_iter().enumerate() {
        let (x, from) = (at * BIN_WIDTH, at as f32 / BINS as f32);
        // What is there is seen, however little.
        let height = match count {
            0 => 0,
            _ => (count * HEIGHT / most).max(2),
        };
        let middle = x + BIN_WIDTH / 2;
        writeln!(
            out,
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{height}\"><title>{:.1}{}{:.1}: {count}</title></rect>",
            level(from + 0.5 / BINS as f32),
            x + 1,
            HEIGHT + 12 - height,
            BIN_WIDTH - 2,
            from,
            words.to,
            from + 1.0 / BINS as f32,
        )?;
        if count > 0 {
            let y = HEIGHT + 9 - height;
            writeln!(
                out,
                "<text x=\"{middle}\" y=\"{y}\" text-anchor=\"middle\">{count}</text>"
            )?;
        }
    }
    for (at, text) in [(0, "0"), (BINS / 2, ".5"), (BINS, "1")] {
        let anchor = match at {
            0 => "start",
            BINS => "end",
            _ => "middle",
        };
        let (x, y) = (at * BIN_WIDTH, HEIGHT + 24);
        writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
        )?;
    }
    writeln!(
        out,
        "</svg>\n<figcaption>{}</figcaption>\n</figure>",
        words.by_confidence
    )
}

/// The class of a confidence.
pub(super) fn level(confidence: f32) -> &'static str {
    match confidence {
        c if c >= SURE => "high",
        c if c >= LIKELY => "middle",
        _ => "low",
    }
}

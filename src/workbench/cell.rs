//! How one sentence is laid out: its text with hits, evidence and the cut point marked.

use super::find::Pattern;
use super::fonts;
use super::look::Look;
use super::row_evidence::Mark;
use super::theme::Palette;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Painter, Pos2, Shape, Stroke, Ui};
use jjak_core::evidence::EvidenceKind;
use std::sync::Arc;

/// Marks within a sentence that are part of its layout.
#[derive(Default)]
pub(crate) struct Marks<'a> {
    pub find: Option<&'a Pattern>,
    /// The byte of its text where it would be cut.
    pub cut: Option<usize>,
}

pub(crate) fn lay_out(
    ui: &Ui,
    text: &str,
    look: Look,
    width: f32,
    palette: &Palette,
    marks: &Marks,
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        font_id: fonts::regular(look.text_size),
        color: palette.text,
        line_height: Some(look.line_height()),
        ..TextFormat::default()
    };
    let hits = marks
        .find
        .map(|pattern| pattern.hits(text))
        .unwrap_or_default();
    let mut edges = vec![0, text.len()];
    edges.extend(hits.iter().flat_map(|range| [range.start, range.end]));
    edges.extend(marks.cut);
    edges.retain(|&edge| text.is_char_boundary(edge));
    edges.sort_unstable();
    edges.dedup();
    for (&start, &end) in edges.iter().zip(edges.iter().skip(1)) {
        let mut format = plain.clone();
        if hits.iter().any(|hit| hit.start <= start && end <= hit.end) {
            format.background = palette.hit;
        }
        if marks.cut == Some(start) {
            let bar = TextFormat {
                color: palette.accent,
                font_id: fonts::bold(look.text_size),
                ..plain.clone()
            };
            job.append("| ", 0.0, bar);
        }
        job.append(text.get(start..end).unwrap_or_default(), 0.0, format);
    }
    ui.painter().layout_job(job)
}

/// Underlines what matches, close to the letters: egui's own underline lies at the bottom of a tall line.
/// What should have a partner and has none gets a broken line. `galley` must be of the plain sentence, without a cut
/// point.
pub(crate) fn underline(
    painter: &Painter,
    galley: &Galley,
    origin: Pos2,
    evidence: &[Mark],
    palette: &Palette,
) {
    let mut letters = galley.text().char_indices();
    for row in &galley.rows {
        let mut line: Option<(f32, f32, f32, &Mark)> = None;
        let draw = |line: Option<(f32, f32, f32, &Mark)>| {
            if let Some((left, right, y, mark)) = line {
                let stroke = Stroke::new(1.5, kind_color(mark.kind, palette));
                let ends = [Pos2::new(left, y), Pos2::new(right, y)];
                if mark.has_partner {
                    painter.extend([Shape::line_segment(ends, stroke)])
                } else {
                    painter.extend(Shape::dashed_line(&ends, stroke, 2.5, 2.0))
                }
            }
        };
        for glyph in &row.glyphs {
            let Some((byte, _)) = letters.next() else {
                return;
            };
            let mark = evidence.iter().find(|mark| mark.span.contains(&byte));
            let left = origin.x + row.pos.x + glyph.pos.x;
            let right = left + glyph.advance_width;
            let y = origin.y + row.pos.y + glyph.pos.y + 3.5;
            line = match (line, mark) {
                (Some((start, _, at, of)), Some(mark)) if of.kind == mark.kind => {
                    Some((start, right, at, of))
                }
                (old, mark) => {
                    draw(old);
                    mark.map(|mark| (left, right, y, mark))
                }
            };
        }
        draw(line);
        if row.ends_with_newline {
            letters.next();
        }
    }
}

/// One colour for each kind of evidence; the details pane names it beside the words.
pub(crate) fn kind_color(kind: EvidenceKind, palette: &Palette) -> Color32 {
    match kind {
        EvidenceKind::Number => palette.accent,
        EvidenceKind::Date => palette.middle,
        EvidenceKind::Name => palette.low,
        EvidenceKind::Term => palette.high,
        EvidenceKind::Copy => palette.weak,
    }
}

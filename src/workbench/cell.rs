//! How one sentence is laid out: its text with hits, evidence and the cut point marked.

use super::find::Pattern;
use super::fonts;
use super::theme::Palette;
use crate::evidence::Kind;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Stroke, Ui};
use std::ops::Range;
use std::sync::Arc;

/// Marks within a sentence, as byte ranges of its text.
#[derive(Default)]
pub struct Marks<'a> {
    pub find: Option<&'a Pattern>,
    pub evidence: &'a [(Range<usize>, Kind)],
    /// Where it would be cut.
    pub cut: Option<usize>,
}

pub fn lay_out(ui: &Ui, text: &str, size: f32, width: f32, palette: &Palette, marks: &Marks) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        font_id: fonts::regular(size),
        color: palette.text,
        line_height: Some((size * 1.5).round()),
        ..TextFormat::default()
    };
    let hits = marks.find.map(|pattern| pattern.hits(text)).unwrap_or_default();
    let mut edges = vec![0, text.len()];
    let ranges = hits.iter().chain(marks.evidence.iter().map(|(range, _)| range));
    edges.extend(ranges.flat_map(|range| [range.start, range.end]));
    edges.extend(marks.cut);
    edges.retain(|&edge| text.is_char_boundary(edge));
    edges.sort_unstable();
    edges.dedup();
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let mut format = plain.clone();
        if hits.iter().any(|hit| hit.start <= start && end <= hit.end) {
            format.background = palette.hit;
        }
        let kind = marks.evidence.iter().find(|(range, _)| range.start <= start && end <= range.end);
        if let Some((_, kind)) = kind {
            format.underline = Stroke::new(1.5, kind_color(*kind, palette));
        }
        if marks.cut == Some(start) {
            let bar = TextFormat { color: palette.accent, font_id: fonts::bold(size), ..plain.clone() };
            job.append("| ", 0.0, bar);
        }
        job.append(&text[start..end], 0.0, format);
    }
    ui.painter().layout_job(job)
}

/// One colour for each kind of evidence; the details pane names it beside the words.
pub fn kind_color(kind: Kind, palette: &Palette) -> Color32 {
    match kind {
        Kind::Number => palette.accent,
        Kind::Date => palette.middle,
        Kind::Name => palette.low,
        Kind::Term => palette.high,
        Kind::Copy => palette.weak,
    }
}

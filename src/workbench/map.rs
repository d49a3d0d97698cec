//! The alignment map: both texts as axes, a mark for every row; below it how sure the rows are, as a histogram.

use super::fonts::{bold, regular};
use super::session::Session;
use super::texts::{Locale, Text, grouped, lang_name};
use super::theme::Palette;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Panel, Pos2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};
use jjak_core::article::{Lang, one_line};
use jjak_core::bitext::{Bitext, RowIndex};
use std::collections::HashMap;
use std::ops::Range;

/// Marks that fall into one cell of a grid this fine are drawn once, the least sure of them.
const CELLS: f32 = 400.0;
const BINS: usize = 10;
/// A mark is at least this large, in points.
const SMALLEST: f32 = 3.0;
/// Room for the marks of rows without a counterpart, beside the axes.
const EDGE: f32 = 9.0;

/// What is drawn, of one revision of the bitext.
#[derive(Default)]
pub(crate) struct Map {
    revision: Option<u64>,
    marks: Vec<Mark>,
    bins: [usize; BINS],
    crossing: usize,
    one_sided: usize,
}

struct Mark {
    row: RowIndex,
    /// Where its sentences stand in each text, from 0 to 1; `None` without any.
    en: Option<Range<f32>>,
    ko: Option<Range<f32>>,
    confidence: f32,
    crossing: bool,
}

impl Map {
    /// Shows the panel at the left; returns the row that was clicked.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        locale: Locale,
    ) -> Option<RowIndex> {
        if self.revision != Some(session.revision()) {
            self.refresh(session);
        }
        Panel::left("map")
            .default_size(260.0)
            .size_range(180.0..=520.0)
            .show(ui, |ui| {
                crate::panels::name_region(ui, Text::MapTitle.in_(locale));
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        ui.add_space(6.0);
                        ui.label(RichText::new(Text::MapTitle.in_(locale)).font(bold(15.0)));
                        ui.add_space(2.0);
                        let clicked = self.plot(ui, session, locale);
                        ui.add_space(10.0);
                        ui.label(RichText::new(Text::Sureness.in_(locale)).font(bold(15.0)));
                        ui.add_space(2.0);
                        self.histogram(ui, locale);
                        clicked
                    })
                    .inner
            })
            .inner
    }

    fn refresh(&mut self, session: &Session) {
        let bitext = session.bitext();
        *self = Map {
            revision: Some(session.revision()),
            ..Map::default()
        };
        let mut cells: HashMap<[u32; 4], usize> = HashMap::new();
        for (row, bead) in bitext.beads.numbered() {
            let bin = (bead.confidence * BINS as f32) as usize;
            if let Some(count) = self.bins.get_mut(bin.min(BINS - 1)) {
                *count += 1;
            }
            let mark = Mark {
                row,
                en: stretch(bitext, row, Lang::En),
                ko: stretch(bitext, row, Lang::Ko),
                confidence: bead.confidence,
                crossing: session.is_crossing(row),
            };
            self.crossing += usize::from(mark.crossing);
            self.one_sided += usize::from(mark.en.is_none() || mark.ko.is_none());
            let cell = |side: &Option<Range<f32>>| match side {
                Some(range) => [range.start, range.end].map(|at| 1 + (at * CELLS) as u32),
                None => [0, 0],
            };
            let ([a, b], [c, d]) = (cell(&mark.en), cell(&mark.ko));
            let known = cells.get(&[a, b, c, d]).copied();
            match known.and_then(|at| self.marks.get_mut(at)) {
                Some(known) if known.confidence <= mark.confidence => {}
                Some(known) => *known = mark,
                None => {
                    cells.insert([a, b, c, d], self.marks.len());
                    self.marks.push(mark);
                }
            }
        }
    }

    fn plot(&self, ui: &mut Ui, session: &Session, locale: Locale) -> Option<RowIndex> {
        let palette = Palette::of(ui.ctx());
        let side = ui.available_width().min(460.0);
        let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
        let name = locale.fill(
            Text::MapName,
            &[
                &grouped(session.bitext().beads.len()),
                &grouped(self.crossing),
                &grouped(self.one_sided),
            ],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, CornerRadius::same(3), palette.page);
        let label = |at: Pos2, align, lang| {
            let text = lang_name(lang, locale);
            painter.text(at, align, text, regular(12.0), palette.weak)
        };
        let korean = label(
            rect.right_top() + vec2(-4.0, 2.0),
            Align2::RIGHT_TOP,
            Lang::Ko,
        );
        label(
            rect.left_bottom() + vec2(4.0, -2.0),
            Align2::LEFT_BOTTOM,
            Lang::En,
        );
        let inside = Rect::from_min_max(
            pos2(rect.left() + 2.0 * EDGE, korean.bottom() + EDGE),
            rect.max - vec2(EDGE, 20.0),
        );
        painter.hline(
            inside.x_range(),
            inside.top(),
            Stroke::new(1.0, palette.line),
        );
        painter.vline(
            inside.left(),
            inside.y_range(),
            Stroke::new(1.0, palette.line),
        );
        self.here(&painter, inside, session, palette);
        for mark in &self.marks {
            let color = palette.confidence(mark.confidence);
            let place = mark.rect(inside);
            if mark.crossing {
                let diamond = place.expand(2.5);
                painter.add(Shape::convex_polygon(
                    vec![
                        diamond.center_top(),
                        diamond.right_center(),
                        diamond.center_bottom(),
                        diamond.left_center(),
                    ],
                    color,
                    Stroke::new(1.0, palette.text),
                ));
            } else {
                painter.rect_filled(place, CornerRadius::ZERO, color);
            }
        }
        let nearest = |at: Pos2| {
            let distance = |mark: &Mark| mark.rect(inside).distance_sq_to_pos(at);
            self.marks
                .iter()
                .min_by(|a, b| distance(a).total_cmp(&distance(b)))
                .map(|mark| mark.row)
        };
        let pointed = response.hover_pos().and_then(nearest);
        let clicked = response
            .interact_pointer_pos()
            .filter(|_| response.clicked());
        let clicked = clicked.and_then(nearest);
        match pointed {
            Some(row) => {
                let text = first_words(session.bitext(), row);
                response.on_hover_text(locale.fill(Text::MapRow, &[&row.number(), &text]));
            }
            None => {
                response.on_hover_text(name);
            }
        }
        clicked
    }

    /// Lines through the row under the cursor.
    fn here(&self, painter: &egui::Painter, inside: Rect, session: &Session, palette: &Palette) {
        let row = session.cursor().row;
        if row >= session.bitext().beads.end() {
            return;
        }
        let line = Stroke::new(1.0, palette.accent);
        let middle = |range: Range<f32>| (range.start + range.end) / 2.0;
        if let Some(en) = stretch(session.bitext(), row, Lang::En) {
            let y = inside.top() + inside.height() * middle(en);
            painter.hline(inside.x_range(), y, line);
        }
        if let Some(ko) = stretch(session.bitext(), row, Lang::Ko) {
            let x = inside.left() + inside.width() * middle(ko);
            painter.vline(x, inside.y_range(), line);
        }
    }

    fn histogram(&self, ui: &mut Ui, locale: Locale) {
        let palette = Palette::of(ui.ctx());
        let most = self.bins.iter().copied().max().unwrap_or(0).max(1);
        for (bin, &count) in self.bins.iter().enumerate().rev() {
            let (from, to) = (bin * 10, bin * 10 + 10);
            let size = vec2(ui.available_width(), 18.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let said = locale.fill(Text::SurenessBin, &[&grouped(count)]);
            let name = format!("{from}–{to}%: {said}");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            let painter = ui.painter();
            let text = |at: Pos2, align, text: String| {
                painter.text(at, align, text, regular(12.0), palette.weak)
            };
            text(
                rect.left_center() + vec2(52.0, 0.0),
                Align2::RIGHT_CENTER,
                format!("{from}–{to}%"),
            );
            text(rect.right_center(), Align2::RIGHT_CENTER, grouped(count));
            let room = (rect.width() - 60.0 - 48.0).max(10.0);
            let bar = Rect::from_min_size(
                rect.left_top() + vec2(60.0, 4.0),
                vec2(room * count as f32 / most as f32, 10.0),
            );
            let color = palette.confidence((bin as f32 + 0.5) / BINS as f32);
            painter.rect_filled(bar, CornerRadius::same(2), color);
            response.on_hover_text(name);
        }
    }
}

impl Mark {
    /// Where it is drawn: English downwards, Korean to the right; rows without a counterpart beside the axis.
    fn rect(&self, inside: Rect) -> Rect {
        let along = |range: &Option<Range<f32>>, from: f32, length: f32| match range {
            Some(range) => {
                let start = from + range.start * length;
                start..(from + range.end * length).max(start + SMALLEST)
            }
            None => from - EDGE + 2.0..from - 2.0,
        };
        let x = along(&self.ko, inside.left(), inside.width());
        let y = along(&self.en, inside.top(), inside.height());
        Rect::from_min_max(pos2(x.start, y.start), pos2(x.end, y.end))
    }
}

/// From the first to after the last sentence of one side of a row, as parts of the text.
fn stretch(bitext: &Bitext, row: RowIndex, lang: Lang) -> Option<Range<f32>> {
    let side = bitext.side(lang);
    let ids = bitext.ids(row, lang);
    let first = side.position(*ids.first()?)?;
    let last = side.position(*ids.last()?)?;
    let all = side.segments.len() as f32;
    Some(first as f32 / all..(last + 1) as f32 / all)
}

/// How a row begins, in the language that it has.
fn first_words(bitext: &Bitext, row: RowIndex) -> String {
    let text = Lang::BOTH
        .into_iter()
        .find_map(|lang| bitext.texts(row, lang).next());
    let text = text.unwrap_or_default();
    let line = one_line(&text);
    let mut words: String = line.chars().take(60).collect();
    if words.len() < line.len() {
        words.push('…');
    }
    words
}

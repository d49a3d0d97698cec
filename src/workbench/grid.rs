//! The rows: two columns of sentences, the connectors between them, and what is known of each pair.

use super::cell::{Marks, lay_out};
use super::find::Pattern;
use super::heights::Heights;
use super::mode::{Editing, Mode};
use super::row_evidence::RowEvidence;
use super::session::{Cursor, Session};
use super::texts::{self, Text, Tongue};
use super::theme::Palette;
use super::{connector, editor};
use crate::article::Lang;
use crate::bitext::{Change, Edit, Origin, SegmentId};
use egui::accesskit::Role;
use egui::{Galley, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

const PAD: f32 = 7.0;
pub const MARGIN: f32 = 58.0;
pub const GUTTER: f32 = 84.0;

/// What a person did with the mouse or the editor in the grid.
pub enum GridEvent {
    Go(Cursor),
    Edit(Cursor),
    Save,
    Drop,
}

/// The grid's own memory: how high its rows are.
#[derive(Default)]
pub struct Grid {
    heights: Heights,
    laid_out_for: Option<(u32, u32)>,
    reveal: bool,
}

struct Frame<'a> {
    session: &'a Session,
    tongue: Tongue,
    palette: &'static Palette,
    pattern: Option<&'a Pattern>,
    evidence: &'a RowEvidence,
    size: f32,
    column: f32,
}

impl Grid {
    /// Scrolls to the cursor in the next frame.
    pub fn reveal(&mut self) {
        self.reveal = true;
    }

    /// Rows changed: their heights must be found anew.
    pub fn changed(&mut self, session: &Session, edit: &Edit) {
        for change in &edit.changes {
            match change {
                Change::Beads { at, removed, inserted } if at + removed.len() <= self.heights.len() => {
                    let (column, size) = self.column_and_size();
                    let estimates: Vec<f32> = inserted
                        .iter()
                        .map(|bead| estimate(session, &bead.en, &bead.ko, column, size))
                        .collect();
                    self.heights.splice(*at, removed.len(), &estimates);
                }
                Change::Beads { .. } => self.laid_out_for = None,
                Change::Segments { .. } | Change::Block { .. } => {}
            }
        }
        self.heights.forget(session.cursor().row);
        if self.heights.len() != session.bitext().beads.len() {
            self.laid_out_for = None;
        }
    }

    fn column_and_size(&self) -> (f32, f32) {
        self.laid_out_for.map_or((500.0, 15.0), |(c, s)| (f32::from_bits(c), f32::from_bits(s)))
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        mode: &mut Mode,
        query: &str,
        evidence: &RowEvidence,
        size: f32,
        tongue: Tongue,
    ) -> Vec<GridEvent> {
        let palette = Palette::of(ui.ctx());
        let width = ui.available_width() - 14.0;
        let column = ((width - MARGIN - GUTTER) / 2.0).floor().max(80.0);
        let pattern = (!query.is_empty()).then(|| Pattern::new(query));
        let frame = Frame { session, tongue, palette, pattern: pattern.as_ref(), evidence, size, column };
        let key = (column.to_bits(), size.to_bits());
        if self.laid_out_for != Some(key) {
            let beads = session.bitext().beads.iter();
            self.heights = Heights::estimated(
                beads.map(|bead| estimate(session, &bead.en, &bead.ko, column, size)),
            );
            self.laid_out_for = Some(key);
        }
        if !matches!(mode, Mode::Grid) {
            self.heights.forget(session.cursor().row);
        }
        let mut events = Vec::new();
        let mut area = egui::ScrollArea::vertical().auto_shrink(false).id_salt("grid");
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = self.offset_to_reveal(ui, session.cursor().row)
        {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_width(width);
            ui.set_height(self.heights.total() as f32);
            let (from, to) = (f64::from(viewport.min.y), f64::from(viewport.max.y));
            let rows = self.heights.show(from, to, |row| frame.measure(ui, row, mode));
            let (left, top) = (ui.max_rect().left(), ui.clip_rect().top());
            for row in rows {
                let y = top + (self.heights.top(row) - from) as f32;
                let size = vec2(width, self.heights.height(row));
                let rect = Rect::from_min_size(pos2(left, y), size);
                frame.row(ui, row, rect, mode, &mut events);
            }
        });
        ui.data_mut(|data| data.insert_temp(Id::unique("grid view"), (output.state.clamped_offset().y, output.inner_rect.height())));
        events
    }

    /// Where to scroll so that `row` is in view with a little room; `None` if it is.
    fn offset_to_reveal(&self, ui: &Ui, row: usize) -> Option<f32> {
        if row >= self.heights.len() {
            return None;
        }
        let (offset, height): (f32, f32) = ui.data(|data| data.get_temp(Id::unique("grid view")))?;
        let (top, bottom) = (self.heights.top(row) as f32, self.heights.top(row + 1) as f32);
        let room = (height * 0.15).min(90.0);
        if top - room < offset {
            Some((top - room).max(0.0))
        } else if bottom + room > offset + height {
            Some((bottom + room - height).max(0.0))
        } else {
            None
        }
    }
}

/// About how high a row will be: an em for a wide character, about half an em for another.
fn estimate(session: &Session, en: &[SegmentId], ko: &[SegmentId], column: f32, size: f32) -> f32 {
    let cell = |lang: Lang, ids: &[SegmentId]| -> f32 {
        let side = session.bitext().side(lang);
        let height = |id: &SegmentId| {
            let Some(segment) = side.segment(*id) else { return 0.0 };
            let bytes = segment.edited.as_ref().map_or(segment.span.len(), String::len) as f32;
            // Three bytes of Hangul are .9 em wide, one of Latin about half an em.
            let em = if lang == Lang::Ko { 0.32 } else { 0.49 };
            let lines = (bytes * em * size / (column - 2.0 * PAD)).ceil().max(1.0);
            lines * (size * 1.5).round() + PAD
        };
        ids.iter().map(height).sum::<f32>()
    };
    cell(Lang::En, en).max(cell(Lang::Ko, ko)).max((size * 1.5).round() + PAD) + PAD
}

impl Frame<'_> {
    fn cell(
        &self,
        ui: &Ui,
        row: usize,
        lang: Lang,
        mode: &Mode,
    ) -> Vec<Arc<Galley>> {
        let bitext = self.session.bitext();
        let side = bitext.side(lang);
        let texts = bitext.beads[row].ids(lang).iter().enumerate().map(|(at, &id)| {
            let evidence = self.evidence.marks(row, lang, at);
            let mut marks = Marks { find: self.pattern, evidence, ..Marks::default() };
            match mode {
                Mode::Edit(editing) if (editing.lang, editing.id) == (lang, id) => {
                    lay_out(ui, &format!("{} ", editing.text), self.size, self.text_width(), self.palette, &Marks::default())
                }
                Mode::Cut(cutting) if (cutting.lang, cutting.id) == (lang, id) => {
                    let head = side.article.line(&(id..cutting.point()));
                    marks.cut = Some(head.len() + 1);
                    lay_out(ui, &side.text(id), self.size, self.text_width(), self.palette, &marks)
                }
                _ => lay_out(ui, &side.text(id), self.size, self.text_width(), self.palette, &marks),
            }
        });
        texts.collect()
    }

    fn text_width(&self) -> f32 {
        self.column - 2.0 * PAD
    }

    fn line_height(&self) -> f32 {
        (self.size * 1.5).round()
    }

    fn measure(&self, ui: &Ui, row: usize, mode: &Mode) -> f32 {
        let height = |lang: Lang| -> f32 {
            let galleys = self.cell(ui, row, lang, mode);
            galleys.iter().map(|galley| galley.size().y.max(self.line_height()) + PAD).sum()
        };
        height(Lang::En).max(height(Lang::Ko)).max(self.line_height() + PAD) + PAD
    }

    fn row(
        &self,
        ui: &mut Ui,
        row: usize,
        rect: Rect,
        mode: &mut Mode,
        events: &mut Vec<GridEvent>,
    ) {
        let cursor = self.session.cursor();
        let selected = cursor.row == row;
        let palette = self.palette;
        let response = ui.interact(rect, Id::unique(("row", row)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, self.row_name(row)));
        let fill = match selected {
            true => palette.selected,
            false if row % 2 == 1 => palette.stripe,
            false => palette.page,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        connector::margin(ui, self.session, row, Rect::from_min_size(rect.min, vec2(MARGIN, rect.height())), palette);
        if response.clicked() {
            events.push(GridEvent::Go(Cursor { row, ..cursor }));
        }
        let mut middles: [Vec<f32>; 2] = Default::default();
        for lang in Lang::BOTH {
            let left = rect.left() + MARGIN + if lang == Lang::Ko { self.column + GUTTER } else { 0.0 };
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(self.column, rect.height()));
            middles[lang as usize] = self.column_of_row(ui, row, lang, cell, mode, events);
        }
        let gutter = Rect::from_min_size(
            pos2(rect.left() + MARGIN + self.column, rect.top()),
            vec2(GUTTER, rect.height()),
        );
        connector::gutter(ui, self.session, row, gutter, &middles, self.tongue, palette);
    }

    /// Shows one cell; returns the heights at which its sentences stand.
    fn column_of_row(
        &self,
        ui: &mut Ui,
        row: usize,
        lang: Lang,
        cell: Rect,
        mode: &mut Mode,
        events: &mut Vec<GridEvent>,
    ) -> Vec<f32> {
        let cursor = self.session.cursor();
        let palette = self.palette;
        let ids = self.session.bitext().beads[row].ids(lang);
        let galleys = self.cell(ui, row, lang, mode);
        let mut middles = Vec::new();
        let mut y = cell.top() + PAD;
        for (at, (galley, &id)) in galleys.into_iter().zip(ids).enumerate() {
            let here = Cursor { row, lang, at };
            let height = galley.size().y.max(self.line_height());
            let sentence = Rect::from_min_size(pos2(cell.left(), y - PAD / 2.0), vec2(self.column, height + PAD));
            middles.push(y + self.line_height() / 2.0);
            let edited_here = |editing: &Editing| (editing.lang, editing.id) == (lang, id);
            if let Mode::Edit(editing) = mode
                && edited_here(editing)
            {
                let done = editor::show(ui, editing, sentence, self.size, self.tongue, palette);
                events.extend(done);
            } else {
                let response = ui.interact(sentence, Id::unique(("sentence", row, lang, at)), Sense::click());
                let name = self.session.bitext().side(lang).text(id).into_owned();
                response.widget_info(|| WidgetInfo::selected(Role::Cell, true, cursor == here, &name));
                if response.double_clicked() {
                    events.push(GridEvent::Edit(here));
                } else if response.clicked() {
                    events.push(GridEvent::Go(here));
                }
                if self.session.linking == Some((lang, id)) {
                    let dashed = egui::Shape::dashed_line(
                        &[sentence.left_bottom(), sentence.right_bottom()],
                        Stroke::new(2.0, palette.accent),
                        5.0,
                        3.0,
                    );
                    ui.painter().extend(dashed);
                }
                ui.painter().galley(pos2(cell.left() + PAD, y), galley, palette.text);
                if self.session.bitext().side(lang).segment(id).is_some_and(|s| s.edited.is_some()) {
                    let mark = Rect::from_min_size(pos2(cell.left() - 1.0, y), vec2(2.0, height));
                    ui.painter().rect_filled(mark, 0.0, palette.accent);
                    response.on_hover_text(Text::EditedMark.in_(self.tongue));
                }
            }
            if cursor == here {
                let stroke = Stroke::new(1.5, palette.accent);
                ui.painter().rect_stroke(sentence.shrink2(vec2(1.0, 0.0)), 4.0, stroke, StrokeKind::Inside);
            }
            y += height + PAD;
        }
        if ids.is_empty() {
            let here = Cursor { row, lang, at: 0 };
            let place = cell.shrink2(vec2(1.0, 3.0));
            let response = ui.interact(place, Id::unique(("gap", row, lang)), Sense::click());
            let name = Text::EmptyCell.in_(self.tongue);
            response.widget_info(|| WidgetInfo::selected(Role::Cell, true, cursor == here, name));
            if response.clicked() {
                events.push(GridEvent::Go(here));
            }
            let font = super::fonts::regular(self.size - 1.0);
            let at = pos2(cell.left() + PAD, cell.top() + PAD);
            ui.painter().text(at, egui::Align2::LEFT_TOP, name, font, palette.weak);
            if cursor == here {
                ui.painter().rect_stroke(place, 4.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
            }
        }
        middles
    }

    /// What a screen reader says of the row.
    fn row_name(&self, row: usize) -> String {
        let bead = &self.session.bitext().beads[row];
        let mut name = self.tongue.fill(Text::Row, &[&(row + 1)]);
        name.push_str(", ");
        name.push_str(&bead.shape());
        name.push_str(", ");
        name.push_str(&match bead.origin {
            Origin::Remainder => Text::NotScored.in_(self.tongue).to_owned(),
            _ => self.tongue.fill(Text::Confidence, &[&(bead.confidence * 100.0).round()]),
        });
        name.push_str(", ");
        name.push_str(texts::state(bead.state, self.tongue));
        if self.session.is_crossing(row) {
            name.push_str(", ");
            name.push_str(Text::Crossing.in_(self.tongue));
        }
        name
    }
}

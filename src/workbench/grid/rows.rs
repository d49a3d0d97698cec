//! The rows: two columns of sentences, the connectors between them, and what is known of each pair.

use super::editor;
use super::gaps::Gaps;
use super::menu::{self, Menu, Target};
use super::word::Word;
use super::{Dragged, GUTTER, GridEvent, MARGIN, PAD, View};
use crate::cell::underline;
use crate::keyboard::{Owner, cursor_id};
use crate::mode::{Editing, Mode};
use crate::session::Cursor;
use crate::texts::{self, Text};
use crate::theme::Palette;
use crate::{connector, fonts};
use egui::accesskit::Role;
use egui::{
    EventFilter, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use jjak_core::article::Lang;
use jjak_core::bitext::{Origin, RowIndex};

/// The rows in sight, at one width.
pub(super) struct Rows<'a> {
    pub view: &'a View<'a>,
    pub gaps: &'a Gaps,
    pub palette: &'static Palette,
    /// The languages of the two columns, from left to right.
    pub sides: [Lang; 2],
    /// The widths of the two columns.
    pub columns: [f32; 2],
    /// The sentence that the mouse holds.
    pub dragged: Option<Dragged>,
    /// A key asked for the menu of the sentence under the cursor.
    pub wants_menu: bool,
}

impl Rows<'_> {
    pub(super) fn row(
        &self,
        ui: &mut Ui,
        row: RowIndex,
        rect: Rect,
        mode: &mut Mode,
        events: &mut Vec<GridEvent>,
    ) {
        let (above, rect) = rect.split_top_bottom_at_y(rect.top() + self.strip_height(row));
        let (rect, below) = rect.split_top_bottom_at_y(rect.bottom() - self.below(row));
        self.strip(ui, row, above, events);
        self.strip(ui, row.below(), below, events);
        let cursor = self.view.session.cursor();
        let selected = self.view.session.selection().contains(&row);
        let palette = self.palette;
        let response = ui.interact(rect, Id::unique(("row", row)), Sense::CLICK);
        if row == self.view.session.cursor().row {
            crate::hints::Spot::Row.is_at(ui.ctx(), rect);
        }
        response
            .widget_info(|| WidgetInfo::selected(Role::Row, true, selected, self.row_name(row)));
        let fill = match selected {
            true => palette.selected,
            false if row.0 % 2 == 1 => palette.stripe,
            false => palette.page,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        ui.painter().hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, palette.line),
        );
        connector::margin(
            ui,
            self.view.session,
            row,
            Rect::from_min_size(rect.min, vec2(MARGIN, rect.height())),
            palette,
        );
        let extends = ui.input(|input| input.modifiers.shift);
        if response.clicked() && extends {
            events.push(GridEvent::SelectTo(row));
        } else if response.clicked() {
            events.push(GridEvent::Go(Cursor { row, ..cursor }));
        } else if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            let target = Target::Row;
            // A selection stays, so that the menu means all of it.
            let here = (!selected).then_some(Cursor { row, ..cursor });
            events.push(GridEvent::Menu(here, Menu { at, target }));
        }
        let pointed = ui.input(|input| input.pointer.interact_pos());
        let over = self.dragged.is_some()
            && pointed.is_some_and(|at| rect.contains(at) && ui.clip_rect().contains(at));
        if over {
            events.push(GridEvent::Over(row));
        }
        let middles = self.sides.map(|lang| {
            let size = vec2(self.column(lang), rect.height());
            let cell = Rect::from_min_size(rect.min + vec2(self.offset(lang), 0.0), size);
            self.column_of_row(ui, row, lang, cell, mode, events)
        });
        if let Some(dragged) = self.dragged.filter(|dragged| over && dragged.from != row) {
            let left = rect.left() + self.offset(dragged.lang);
            let place = Rect::from_min_size(
                pos2(left, rect.top()),
                vec2(self.column(dragged.lang), rect.height()),
            );
            let stroke = Stroke::new(2.0, palette.accent);
            let place = place.shrink(2.0);
            ui.painter()
                .rect_stroke(place, 4.0, stroke, StrokeKind::Inside);
        }
        let [left, _] = self.columns;
        let gutter = Rect::from_min_size(
            pos2(rect.left() + MARGIN + left, rect.top()),
            vec2(GUTTER, rect.height()),
        );
        connector::gutter(
            ui,
            self.view.session,
            row,
            gutter,
            &middles,
            self.view.locale,
            palette,
        );
    }

    /// Shows one cell; returns the heights at which its sentences stand.
    fn column_of_row(
        &self,
        ui: &mut Ui,
        row: RowIndex,
        lang: Lang,
        cell: Rect,
        mode: &mut Mode,
        events: &mut Vec<GridEvent>,
    ) -> Vec<f32> {
        let cursor = self.view.session.cursor();
        let palette = self.palette;
        let ids = self.view.session.bitext().ids(row, lang);
        let galleys = self.cell(ui, row, lang, mode);
        let mut middles = Vec::new();
        let mut y = cell.top() + PAD;
        for (at, (galley, &id)) in galleys.into_iter().zip(ids).enumerate() {
            let here = Cursor { row, lang, at };
            let height = galley.size().y.max(self.line_height());
            let sentence = Rect::from_min_size(
                pos2(cell.left(), y - PAD / 2.0),
                vec2(self.column(lang), height + PAD),
            );
            middles.push(y + self.line_height() / 2.0);
            let edited_here = |editing: &Editing| (editing.lang, editing.id) == (lang, id);
            if let Mode::Edit(editing) = mode
                && edited_here(editing)
            {
                let done = editor::show(
                    ui,
                    editing,
                    sentence,
                    self.view.look,
                    self.view.locale,
                    palette,
                );
                events.extend(done);
            } else {
                let response = self.touch(ui, sentence, here);
                let name = self.view.session.bitext().side(lang).text(id).into_owned();
                response
                    .widget_info(|| WidgetInfo::selected(Role::Cell, true, cursor == here, &name));
                let from = row;
                if response.drag_started() && matches!(mode, Mode::Grid) {
                    events.push(GridEvent::Drag(Dragged { lang, id, from }));
                } else if response.double_clicked() {
                    events.push(GridEvent::Edit(here));
                } else if response.clicked() && ui.input(|input| input.modifiers.shift) {
                    events.push(GridEvent::SelectTo(row));
                } else if response.clicked() {
                    events.push(GridEvent::Go(here));
                } else if response.secondary_clicked()
                    && matches!(mode, Mode::Grid)
                    && let Some(at) = response.interact_pointer_pos()
                {
                    let word = Word::under(&galley, at - pos2(cell.left() + PAD, y));
                    events.push(menu::of_sentence(here, at, word));
                }
                if self.wants_menu && cursor == here {
                    events.push(menu::by_key(sentence.left_bottom()));
                }
                if self.view.session.linking == Some((lang, id)) {
                    let dashed = egui::Shape::dashed_line(
                        &[sentence.left_bottom(), sentence.right_bottom()],
                        Stroke::new(2.0, palette.accent),
                        5.0,
                        3.0,
                    );
                    ui.painter().extend(dashed);
                }
                let origin = pos2(cell.left() + PAD, y);
                if !matches!(mode, Mode::Cut(_)) {
                    underline(
                        ui.painter(),
                        &galley,
                        origin,
                        self.view.evidence.marks(row, lang, at),
                        palette,
                    );
                }
                let held = self
                    .dragged
                    .is_some_and(|dragged| (dragged.lang, dragged.id) == (lang, id));
                let color = if held { palette.weak } else { palette.text };
                if held {
                    ui.painter()
                        .galley_with_override_text_color(origin, galley, color)
                } else {
                    ui.painter().galley(origin, galley, color)
                }
                if let Mode::Cut(cutting) = mode
                    && let Some(part) = cutting.part_of(lang, id)
                {
                    let edge = if self.is_left(lang) {
                        sentence.right() + 12.0
                    } else {
                        sentence.left() - 12.0
                    };
                    connector::part(ui, pos2(edge, y + self.line_height() / 2.0), part, palette);
                }
                if self
                    .view
                    .session
                    .bitext()
                    .side(lang)
                    .segment(id)
                    .is_some_and(|s| s.edited.is_some())
                {
                    let mark = Rect::from_min_size(pos2(cell.left() - 1.0, y), vec2(2.0, height));
                    ui.painter().rect_filled(mark, 0.0, palette.accent);
                    response.on_hover_text(Text::EditedMark.in_(self.view.locale));
                }
            }
            if cursor == here {
                let stroke = Stroke::new(1.5, palette.accent);
                ui.painter().rect_stroke(
                    sentence.shrink2(vec2(1.0, 0.0)),
                    4.0,
                    stroke,
                    StrokeKind::Inside,
                );
            }
            y += height + PAD;
        }
        if ids.is_empty() {
            let here = Cursor { row, lang, at: 0 };
            let place = cell.shrink2(vec2(1.0, 3.0));
            let response = self.touch(ui, place, here);
            let name = Text::EmptyCell.in_(self.view.locale);
            response.widget_info(|| WidgetInfo::selected(Role::Cell, true, cursor == here, name));
            if response.clicked() {
                events.push(GridEvent::Go(here));
            }
            let font = fonts::regular(self.view.look.text_size - 1.0);
            let at = pos2(cell.left() + PAD, cell.top() + PAD);
            ui.painter()
                .text(at, egui::Align2::LEFT_TOP, name, font, palette.weak);
            if cursor == here {
                ui.painter().rect_stroke(
                    place,
                    4.0,
                    Stroke::new(1.5, palette.accent),
                    StrokeKind::Inside,
                );
            }
        }
        middles
    }

    /// A cell hears clicks. The one under the cursor is the grid's stop for the Tab key, and has the focus while no
    /// other widget wants it; it keeps one `Id` wherever the cursor goes, so that arrows never carry the focus off.
    fn touch(&self, ui: &Ui, rect: Rect, here: Cursor) -> Response {
        if here != self.view.session.cursor() {
            return ui.interact(rect, Id::unique(("cell", here)), Sense::CLICK | Sense::DRAG);
        }
        let response = ui.interact(rect, cursor_id(), Sense::click_and_drag());
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        };
        let has_keys = matches!(Owner::of(ui.ctx()), Owner::Grid | Owner::Cut);
        ui.memory_mut(|memory| {
            if memory.focused().is_none() && has_keys {
                memory.request_focus(cursor_id());
            }
            memory.set_focus_lock_filter(cursor_id(), arrows);
        });
        response
    }

    /// What a screen reader says of the row.
    fn row_name(&self, row: RowIndex) -> String {
        let mut name = self.view.locale.fill(Text::Row, &[&row.number()]);
        let Some(bead) = self.view.session.bitext().beads.get(row) else {
            return name;
        };
        name.push_str(", ");
        name.push_str(&bead.shape());
        name.push_str(", ");
        name.push_str(&match bead.origin {
            Origin::Remainder => Text::NotScored.in_(self.view.locale).to_owned(),
            _ => self
                .view
                .locale
                .fill(Text::Confidence, &[&(bead.confidence * 100.0).round()]),
        });
        name.push_str(", ");
        name.push_str(texts::state(bead.state, self.view.locale));
        let session = self.view.session;
        let remarks = [
            (session.is_crossing(row), Text::Crossing),
            (session.findings().has(row), Text::FindingMark),
            (bead.bookmark, Text::Bookmarked),
            (!bead.note.is_empty(), Text::Note),
            (session.is_fresh(row), Text::Fresh),
        ];
        for (_, text) in remarks.into_iter().filter(|(holds, _)| *holds) {
            name.push_str(", ");
            name.push_str(text.in_(self.view.locale));
        }
        name
    }
}

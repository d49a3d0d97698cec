//! The grid: a virtual list of rows, only those in sight laid out.

mod editor;
mod gaps;
mod layout;
mod menu;
mod rows;
mod strip;
mod word;

use super::command::Command;
use super::find::Pattern;
use super::fonts;
use super::heights::Heights;
use super::keyboard::set_rows;
use super::look::Look;
use super::mode::Mode;
use super::row_evidence::RowEvidence;
use super::session::{Cursor, Session};
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{CursorIcon, Id, Key, LayerId, Order, Rect, Ui, pos2, vec2};
use gaps::Gaps;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Change, Edit, RowIndex, SegmentId};
use menu::Menu;
use rows::Rows;

const PAD: f32 = 7.0;
pub(crate) const MARGIN: f32 = 58.0;
pub(crate) const GUTTER: f32 = 84.0;

const SCROLL_BAR: f32 = 14.0;

/// The width of both columns together, in a grid of `width` points.
pub(crate) fn columns_width(width: f32) -> f32 {
    width - SCROLL_BAR - MARGIN - GUTTER
}

/// A grid narrower than this leaves its columns less than eighteen ems each, too little to read in.
pub(crate) fn least_width(look: Look) -> f32 {
    SCROLL_BAR + MARGIN + GUTTER + 36.0 * look.text_size
}

/// What a person did with the mouse or the editor in the grid.
pub(crate) enum GridEvent {
    Go(Cursor),
    Edit(Cursor),
    /// The editor is left, its text is right, and so is the row.
    Confirm,
    /// The editor goes on on the other side of the row.
    OtherSide,
    /// The editor is left without its text.
    Drop,
    /// Bring an excluded block back.
    Restore(Lang, usize),
    /// Stretch the selection to this row.
    SelectTo(RowIndex),
    /// A sentence was dropped on a row.
    Move {
        lang: Lang,
        id: SegmentId,
        to: RowIndex,
    },
    /// A sentence is being dragged, and the row the pointer is over.
    Drag(Dragged),
    Over(RowIndex),
    /// Show the excluded blocks of a gap one by one; the first of them names it.
    Unfold(Lang, usize),
    /// Show them as one line again.
    Fold(Lang, usize),
    /// Open a menu, of the sentence at that place if there is one.
    Menu(Option<Cursor>, Menu),
    /// What was chosen from a menu.
    Run(Command),
    /// Show the rows that hold this word.
    LookUp(String),
    /// Put this word of the sentence under the cursor into the glossary.
    Term(String),
    /// To see a word in all its places.
    InContext(String),
    /// Cut the sentence under the cursor at this byte of what it says, or as near as may be.
    CutAt(usize),
}

/// A sentence that the mouse holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dragged {
    lang: Lang,
    id: SegmentId,
    from: RowIndex,
}

/// The grid's own memory: how high its rows are, and what was taken out between them.
#[derive(Default)]
pub(crate) struct Grid {
    heights: Heights,
    gaps: Gaps,
    /// The look, the width of both columns and the rows shown that the heights are for.
    laid_out_for: Option<(Look, f32, [Lang; 2], u64)>,
    reveal: bool,
    /// A key asked for the menu of the sentence under the cursor.
    wants_menu: bool,
    dragged: Option<Dragged>,
    menu: Option<Menu>,
    /// Numbers the menus, and says which of them has been on the screen.
    menus: u64,
    shown_menu: Option<u64>,
    /// No line of the menu has had the focus yet.
    entering_menu: bool,
    /// How much of the rows was seen last, in points.
    seen: f32,
}

/// A page where there is no screen.
const PAGE: usize = 10;

/// What the grid shows.
pub(crate) struct View<'a> {
    pub session: &'a Session,
    /// What is looked for.
    pub pattern: Option<&'a Pattern>,
    pub evidence: &'a RowEvidence,
    pub look: Look,
    pub locale: Locale,
}

impl Grid {
    /// Scrolls to the cursor in the next frame.
    pub(crate) fn reveal(&mut self) {
        self.reveal = true;
    }

    /// Opens the menu of the sentence under the cursor in the next frame.
    pub(crate) fn ask_for_menu(&mut self) {
        self.wants_menu = true;
        self.reveal();
    }

    /// The row a screen below `row`, or above.
    pub(crate) fn page(&self, row: RowIndex, down: bool) -> RowIndex {
        if self.seen <= 0.0 {
            return if down { row + PAGE } else { row - PAGE };
        }
        // What was the last line stays in sight.
        let (top, step) = (self.heights.top(row.0), f64::from(self.seen * 0.9));
        if down {
            RowIndex(self.heights.row_at(top + step)).max(row.below())
        } else {
            RowIndex(self.heights.row_at(top - step)).min(row - 1)
        }
    }

    /// Rows changed: their heights must be found anew.
    pub(crate) fn changed(&mut self, session: &Session, edit: &Edit) {
        for change in &edit.changes {
            match change {
                Change::Beads {
                    at,
                    removed,
                    inserted,
                } if (*at + removed.len()).0 <= self.heights.len() => {
                    let laid_out = self.laid_out_for;
                    let laid_out = laid_out.map(|(look, width, ..)| (look, width));
                    let (look, width) = laid_out.unwrap_or((Look::default(), 1000.0));
                    let estimates: Vec<f32> = inserted
                        .iter()
                        .enumerate()
                        .map(|(row, bead)| estimate(session, *at + row, bead, look, width))
                        .collect();
                    self.heights.splice(at.0, removed.len(), &estimates);
                }
                Change::Beads { .. } => self.laid_out_for = None,
                // Gaps open and close anywhere.
                Change::Block { .. } => self.laid_out_for = None,
                Change::Segments { .. } => {}
            }
        }
        self.heights.forget(session.cursor().row.0);
        if self.heights.len() != session.bitext().beads.len() {
            self.laid_out_for = None;
        }
    }

    /// Shows the rows; `allows` says which commands a menu may offer.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        mode: &mut Mode,
        allows: &dyn Fn(Command) -> bool,
    ) -> Vec<GridEvent> {
        let (session, look) = (view.session, view.look);
        self.gaps.refresh(session.bitext(), session.revision());
        // Wide panels in a small, much enlarged window may leave nothing.
        let width = (ui.available_width() - SCROLL_BAR).max(0.0);
        let columns = columns_width(ui.available_width());
        let shown = Rows {
            view,
            gaps: &self.gaps,
            palette: Palette::of(ui.ctx()),
            sides: session.sides(),
            columns: look.columns(columns),
            dragged: self.dragged,
            wants_menu: std::mem::take(&mut self.wants_menu),
        };
        let key = (look, columns, session.sides(), session.shown_revision());
        if self.laid_out_for != Some(key) {
            let beads = session.bitext().beads.numbered();
            let estimates = beads.map(|(row, bead)| estimate(session, row, bead, look, columns));
            self.heights = Heights::estimated(estimates);
            self.laid_out_for = Some(key);
        }
        if !matches!(mode, Mode::Grid) {
            self.heights.forget(session.cursor().row.0);
        }
        let mut events = Vec::new();
        let mut area = egui::ScrollArea::vertical()
            .auto_shrink(false)
            .id_salt("grid");
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = self.offset_to_reveal(ui, session.cursor().row)
        {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_width(width);
            ui.set_height(self.heights.total() as f32);
            let (from, to) = (f64::from(viewport.min.y), f64::from(viewport.max.y));
            let rows = self
                .heights
                .show(from, to, |row| shown.measure(ui, RowIndex(row), mode));
            let (left, top) = (ui.max_rect().left(), ui.clip_rect().top());
            let rows = rows.map(RowIndex);
            for row in rows.filter(|&row| session.is_shown(row)) {
                let y = top + (self.heights.top(row.0) - from) as f32;
                let size = vec2(width, self.heights.height(row.0));
                let rect = Rect::from_min_size(pos2(left, y), size);
                shown.row(ui, row, rect, mode, &mut events);
            }
        });
        self.seen = output.inner_rect.height();
        ui.data_mut(|data| {
            data.insert_temp(
                Id::unique("grid view"),
                (output.state.clamped_offset().y, output.inner_rect.height()),
            );
        });
        set_rows(ui.ctx(), output.inner_rect);
        super::toasts::lie_over(ui.ctx(), Some(output.inner_rect));
        if session.shown() == Some(0) {
            let none = egui::RichText::new(Text::NoneShown.in_(view.locale)).weak();
            ui.put(
                output.inner_rect.shrink(24.0),
                egui::Label::new(none).wrap(),
            );
        }
        self.drag(ui, view, &mut events);
        let mut kept = Vec::with_capacity(events.len());
        for event in events {
            match event {
                GridEvent::Unfold(lang, first) => self.fold(lang, first, false),
                GridEvent::Fold(lang, first) => self.fold(lang, first, true),
                GridEvent::Menu(here, menu) => {
                    kept.extend(here.map(GridEvent::Go));
                    self.open_menu(menu);
                }
                event => kept.push(event),
            }
        }
        match self.show_menu(ui, view, allows) {
            Some(GridEvent::Unfold(lang, first)) => self.fold(lang, first, false),
            Some(GridEvent::Fold(lang, first)) => self.fold(lang, first, true),
            chosen => kept.extend(chosen),
        }
        kept
    }

    fn fold(&mut self, lang: Lang, first: usize, folded: bool) {
        self.gaps.set_open(lang, first, !folded);
        self.heights.forget_all();
    }

    /// Follows a sentence that is being dragged until it is let go.
    fn drag(&mut self, ui: &Ui, view: &View, events: &mut Vec<GridEvent>) {
        let mut over = None;
        events.retain(|event| match event {
            GridEvent::Drag(dragged) => {
                self.dragged = Some(*dragged);
                false
            }
            GridEvent::Over(row) => {
                over = Some(*row);
                false
            }
            _ => true,
        });
        let Some(Dragged { lang, id, from }) = self.dragged else {
            return;
        };
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let (released, escaped, pointer) = ui.input(|input| {
            let escaped = input.key_pressed(Key::Escape);
            let released = input.pointer.any_released() || !input.pointer.any_down();
            (released, escaped, input.pointer.interact_pos())
        });
        if let Some(at) = pointer {
            let side = view.session.bitext().side(lang);
            let words: String = side.text(id).chars().take(24).collect();
            let palette = Palette::of(ui.ctx());
            let painter = ui
                .ctx()
                .layer_painter(LayerId::new(Order::Tooltip, Id::unique("dragged")));
            let galley =
                painter.layout_no_wrap(words + "…", fonts::regular(13.0), palette.on_accent);
            let origin = at + vec2(14.0, 10.0);
            let frame = Rect::from_min_size(origin, galley.size()).expand2(vec2(8.0, 4.0));
            painter.rect_filled(frame, 4.0, palette.accent);
            painter.galley(origin, galley, palette.on_accent);
        }
        if released || escaped {
            self.dragged = None;
            if let Some(to) = over.filter(|&to| to != from && !escaped) {
                events.push(GridEvent::Move { lang, id, to });
            }
        }
    }

    /// Where to scroll so that `row` is in view with a little room; `None` if it is.
    fn offset_to_reveal(&self, ui: &Ui, row: RowIndex) -> Option<f32> {
        if row.0 >= self.heights.len() {
            return None;
        }
        let (offset, height): (f32, f32) =
            ui.data(|data| data.get_temp(Id::unique("grid view")))?;
        let (top, bottom) = (
            self.heights.top(row.0) as f32,
            self.heights.top(row.below().0) as f32,
        );
        let above = (height * 0.15).min(90.0);
        // What comes next is read before it is reached; a row that is too high for that shows its beginning.
        let below = height / 3.0;
        if top - above < offset {
            Some((top - above).max(0.0))
        } else if bottom + below > offset + height {
            let wanted = (bottom + below - height).min(top - above).max(0.0);
            (wanted > offset).then_some(wanted)
        } else {
            None
        }
    }
}

/// About how high a row will be in columns of `width` points together: an em for a wide character, about half an em
/// for another. A row that a filter hides has no height.
fn estimate(session: &Session, row: RowIndex, bead: &Bead, look: Look, width: f32) -> f32 {
    if !session.is_shown(row) {
        return 0.0;
    }
    let widths = session.sides().into_iter().zip(look.columns(width));
    let cell = |(lang, width): (Lang, f32)| -> f32 {
        let side = session.bitext().side(lang);
        let column = width - 2.0 * PAD;
        let height = |id: &SegmentId| {
            let Some(segment) = side.segment(*id) else {
                return 0.0;
            };
            let bytes = segment
                .edited
                .as_ref()
                .map_or(segment.span.len(), String::len) as f32;
            // Three bytes of Hangul are .9 em wide, one of Latin about half an em.
            let em = if lang == Lang::Ko { 0.32 } else { 0.49 };
            let lines = (bytes * em * look.text_size / column).ceil().max(1.0);
            lines * look.line_height() + PAD
        };
        bead.ids(lang).iter().map(height).sum::<f32>()
    };
    widths
        .map(cell)
        .fold(0.0, f32::max)
        .max(look.line_height() + PAD)
        + PAD
}

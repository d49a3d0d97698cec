//! Rows of the table on the screen, and the mouse over them.

use super::super::cells::Row;
use super::super::columns::Column;
use super::super::lines::TableLine;
use super::super::menu::Menu;
use super::{JobTable, Outcome, Shown};
use crate::command::Command;
use crate::keyboard::{Owner, cursor_id};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{EventFilter, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jjak_core::article::Lang;
use jjak_formats::job::JobPair;
use jjak_review::job::single;

impl JobTable {
    pub(super) fn show_line(
        &mut self,
        ui: &mut Ui,
        line: usize,
        rect: Rect,
        columns: &[(Column, f32, f32)],
        shown: &Shown,
        outcomes: &mut Vec<Outcome>,
    ) {
        let palette = Palette::of(ui.ctx());
        match self.lines.get(line) {
            Some(TableLine::Pair(at)) => {
                let Some(pair) = shown.job.pairs().get(at) else {
                    return;
                };
                let is_here = self.cursor == Some(pair.id);
                let fill = match is_here {
                    true => palette.selected,
                    false if line % 2 == 1 => palette.stripe,
                    false => palette.page,
                };
                ui.painter().rect_filled(rect, 0.0, fill);
                let bottom = rect.bottom() - 0.5;
                let stroke = Stroke::new(1.0, palette.line);
                ui.painter().hline(rect.x_range(), bottom, stroke);
                if is_here {
                    let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
                    ui.painter().rect_filled(mark, 0.0, palette.accent);
                }
                let row = Row {
                    pair,
                    fault: shown.job.fault(pair.id),
                    waits: (shown.waits)(pair.id),
                    locale: shown.locale,
                    palette,
                };
                row.paint(ui, rect, columns);
                let response = self.touch(ui, rect, pair.id, Sense::CLICK);
                response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_here, row.name()));
                if self.is_dropped(ui, rect, pair.id)
                    && let Some(repair) = self.onto_pair(pair, shown.job)
                {
                    outcomes.push(Outcome::Repair(repair));
                }
                self.hear(&response, pair, outcomes);
                if let Some(words) = why(ui, pair, &row, rect, columns) {
                    response.on_hover_text_at_pointer(words);
                }
            }
            Some(TableLine::Heading) => self.heading(ui, rect, shown.locale),
            Some(TableLine::Texts(texts)) => {
                let half = rect.width() / 2.0;
                for (lang, place) in Lang::BOTH.into_iter().zip(texts) {
                    let left = rect.left()
                        + match lang {
                            Lang::En => 0.0,
                            Lang::Ko => half,
                        };
                    let cell =
                        Rect::from_min_size(pos2(left, rect.top()), vec2(half, rect.height()));
                    let pair = place.and_then(|place| shown.job.pairs().get(place));
                    if let Some(pair) = pair {
                        self.show_text(ui, pair, cell, shown, outcomes);
                    }
                }
            }
            None => {}
        }
    }

    /// A row hears the mouse; the one under the cursor has the focus while nothing else wants it.
    pub(super) fn touch(&self, ui: &Ui, rect: Rect, id: u64, sense: Sense) -> Response {
        if self.cursor != Some(id) {
            return ui.interact(rect, Id::unique(("job row", id)), sense);
        }
        let cursor = cursor_id();
        let response = ui.interact(rect, cursor, sense | Sense::FOCUSABLE);
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        };
        let has_keys = Owner::of(ui.ctx()) == Owner::Grid;
        ui.memory_mut(|memory| {
            if memory.focused().is_none() && has_keys {
                memory.request_focus(cursor);
            }
            memory.set_focus_lock_filter(cursor, arrows);
        });
        response
    }

    pub(super) fn hear(
        &mut self,
        response: &Response,
        pair: &JobPair,
        outcomes: &mut Vec<Outcome>,
    ) {
        if self.wants_menu && self.cursor == Some(pair.id) {
            self.wants_menu = false;
            self.open_menu(response.rect.left_bottom(), pair.is_pair());
        }
        if response.double_clicked() && pair.is_pair() {
            self.cursor = Some(pair.id);
            outcomes.push(Outcome::Run(Command::OpenPair));
        } else if response.clicked() || response.secondary_clicked() {
            self.cursor = Some(pair.id);
            self.side = single(pair).map(|(lang, _)| lang);
        }
        if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            self.open_menu(at, pair.is_pair());
        }
    }

    fn open_menu(&mut self, at: egui::Pos2, is_pair: bool) {
        self.menus += 1;
        self.menu = Some(Menu {
            at,
            is_pair,
            number: self.menus,
            is_new: true,
        });
    }
}

/// What speaks for the match, while the pointer is on it; and what is wrong.
fn why(
    ui: &Ui,
    pair: &JobPair,
    row: &Row,
    rect: Rect,
    columns: &[(Column, f32, f32)],
) -> Option<String> {
    let at = ui.input(|input| input.pointer.hover_pos())?;
    let x = at.x - rect.left();
    let of_match = columns
        .iter()
        .any(|(column, from, to)| *column == Column::Match && (*from..*to).contains(&x));
    if of_match && !pair.why.is_empty() {
        Some(pair.why.clone())
    } else {
        row.trouble()
    }
}

//! The texts without a counterpart, below the pairs.

use super::super::cells;
use super::{JobTable, Outcome, Shown};
use crate::command::Command;
use crate::fonts::{bold, regular};
use crate::keymap::Keymap;
use crate::texts::{JobText, Locale};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{Align2, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use jjak_formats::job::JobPair;
use jjak_review::job::{Repair, single};

impl JobTable {
    pub(super) fn heading(&self, ui: &Ui, rect: Rect, locale: Locale) {
        let palette = Palette::of(ui.ctx());
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, palette.panel);
        let title = locale.fill(JobText::Texts, &[&self.lines.texts()]);
        let keymap = Keymap::of(ui.ctx());
        let keys = [Command::PairTexts, Command::Counterparts].map(|command| keymap.text(command));
        let hint = locale.fill(JobText::TextsHint, &[&keys[0], &keys[1]]);
        let at = rect.left_top() + vec2(12.0, 10.0);
        let text = painter.text(at, Align2::LEFT_TOP, &title, bold(14.5), palette.text);
        let at = rect.left_top() + vec2(12.0, 33.0);
        let width = rect.width() - 24.0;
        cells::line(painter, &hint, regular(12.5), palette.weak, width, at);
        ui.interact(text, Id::unique("texts heading"), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    }

    pub(super) fn show_text(
        &mut self,
        ui: &mut Ui,
        pair: &JobPair,
        cell: Rect,
        shown: &Shown,
        outcomes: &mut Vec<Outcome>,
    ) {
        let palette = Palette::of(ui.ctx());
        let is_here = self.cursor == Some(pair.id);
        let place = cell.shrink2(vec2(4.0, 1.0));
        if is_here {
            ui.painter().rect_filled(place, 4.0, palette.selected);
            let stroke = Stroke::new(1.5, palette.accent);
            ui.painter()
                .rect_stroke(place, 4.0, stroke, StrokeKind::Inside);
        }
        if self.marked == Some(pair.id) {
            let dashes = egui::Shape::dashed_line(
                &[place.left_bottom(), place.right_bottom()],
                Stroke::new(2.0, palette.accent),
                5.0,
                3.0,
            );
            ui.painter().extend(dashes);
        }
        let is_held = self.dragged == Some(pair.id);
        cells::paint_text(ui, pair, cell, is_held, shown.locale, palette);
        let response = self.touch(ui, cell, pair.id, Sense::CLICK | Sense::DRAG);
        let name = || {
            let (lang, path) = single(pair)?;
            let lang = crate::texts::lang_name(lang, shown.locale);
            let file = cells::file_name(path);
            let matched = cells::matched(pair, shown.locale);
            let values: [&dyn std::fmt::Display; 3] = [&lang, &file, &matched];
            Some(shown.locale.fill(JobText::TextName, &values))
        };
        let name = name().unwrap_or_default();
        response.widget_info(|| WidgetInfo::selected(Role::Cell, true, is_here, &name));
        if response.drag_started() {
            self.dragged = Some(pair.id);
            self.cursor = Some(pair.id);
        }
        if self.is_dropped(ui, cell, pair.id)
            && let Some(dragged) = self.dragged
        {
            outcomes.push(Outcome::Repair(Repair::Pair(dragged, pair.id)));
        }
        self.hear(&response, pair, outcomes);
        let tip = single(pair).map(|(_, path)| path.display().to_string());
        let matched = cells::matched(pair, shown.locale);
        response.on_hover_text(format!("{}\n{matched}", tip.unwrap_or_default()));
    }
}

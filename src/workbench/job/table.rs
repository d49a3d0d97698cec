//! The table itself: which rows are shown, where the cursor is, and the room that they have.

mod dragging;
mod moves;
mod row;
mod texts;

use super::columns::{self, SCROLL_BAR};
use super::lines::{Lines, PAIR, TableLine};
use super::menu::Menu;
use crate::command::Command;
use crate::fonts::regular;
use crate::keyboard::{Owner, set_rows};
use crate::texts::{JobText, Locale};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{
    Align2, CentralPanel, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use jjak_core::article::Lang;
use jjak_formats::job::PairState;
use jjak_pipeline::job::{PairOrder, View};
use jjak_review::job::{JobSession, Repair};
use serde::{Deserialize, Serialize};

/// What the table asks for.
pub enum Outcome {
    Run(Command),
    Repair(Repair),
}

/// How the person looks at a job, for the next time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    order: String,
    reversed: bool,
    states: Vec<PairState>,
    search: String,
    cursor: Option<u64>,
}

/// The table's own memory.
#[derive(Default)]
pub struct JobTable {
    view: View,
    lines: Lines,
    /// What the lines are of.
    found: Option<(u64, View)>,
    /// The row under the keys, by its number.
    cursor: Option<u64>,
    /// The side of the texts that the cursor keeps to.
    side: Option<Lang>,
    /// The text that waits for its counterpart.
    marked: Option<u64>,
    dragged: Option<u64>,
    menu: Option<Menu>,
    menus: u64,
    /// A key asked for the menu of the row under it.
    wants_menu: bool,
    reveal: bool,
    wants_search: bool,
    /// How much is seen, in points, and the lines of it.
    height: f32,
    in_sight: std::ops::Range<usize>,
}

/// What the table needs to know besides the job.
pub struct Shown<'a> {
    pub job: &'a JobSession,
    /// Whether a pair is being paired or waits for it.
    pub waits: &'a dyn Fn(u64) -> bool,
    pub allows: &'a dyn Fn(Command) -> bool,
    pub locale: Locale,
}

impl JobTable {
    /// A table as it was looked at before.
    pub fn of(view: &TableView) -> JobTable {
        JobTable {
            view: View {
                search: view.search.clone(),
                states: view.states.clone(),
                order: PairOrder::named(&view.order).unwrap_or_default(),
                reversed: view.reversed,
            },
            cursor: view.cursor,
            reveal: true,
            ..JobTable::default()
        }
    }

    /// How it is looked at.
    pub fn kept(&self) -> TableView {
        TableView {
            order: self.view.order.as_str().to_owned(),
            reversed: self.view.reversed,
            states: self.view.states.clone(),
            search: self.view.search.clone(),
            cursor: self.cursor,
        }
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    pub fn view_mut(&mut self) -> &mut View {
        &mut self.view
    }

    /// The row under the keys.
    pub fn cursor(&self) -> Option<u64> {
        self.cursor
    }

    pub fn marked(&self) -> Option<u64> {
        self.marked
    }

    pub fn mark(&mut self, text: Option<u64>) {
        self.marked = text;
    }

    pub fn go(&mut self, id: u64) {
        (self.cursor, self.reveal) = (Some(id), true);
    }

    /// Whether its search field was asked for and takes the focus when it is shown.
    pub fn wants_search(&self) -> bool {
        self.wants_search
    }

    pub fn take_wish_to_search(&mut self) -> bool {
        std::mem::take(&mut self.wants_search)
    }

    /// The places of the pairs that are shown, in order.
    pub fn pairs(&self) -> &[usize] {
        self.lines.pairs()
    }

    /// The numbers of the pairs in sight.
    pub fn in_sight(&self, job: &JobSession) -> Vec<u64> {
        let lines = self.in_sight.clone();
        let places = lines.filter_map(|line| match self.lines.get(line) {
            Some(TableLine::Pair(at)) => Some(at),
            _ => None,
        });
        places
            .filter_map(|at| job.pairs().get(at))
            .map(|pair| pair.id)
            .collect()
    }

    /// Finds the lines anew if the job or the view has changed; the cursor goes where its row is, or to the first.
    pub fn refresh(&mut self, job: &JobSession) {
        let is_found = self
            .found
            .as_ref()
            .is_some_and(|(revision, view)| *revision == job.revision() && *view == self.view);
        if is_found {
            return;
        }
        let before = self.line(job).map(|(line, _)| line);
        self.lines = Lines::of(job.pairs(), &self.view);
        self.found = Some((job.revision(), self.view.clone()));
        if self.line(job).is_none() {
            let side = self.side.unwrap_or(Lang::En);
            let near = before.unwrap_or_default().min(self.lines.len());
            let at = self
                .lines
                .moved(near, side, 0)
                .or_else(|| self.lines.place(0, side));
            self.cursor = at.and_then(|at| job.pairs().get(at)).map(|pair| pair.id);
            self.reveal = true;
        }
        let is_there = |id: &u64| job.pair(*id).is_some();
        self.marked = self.marked.filter(is_there);
    }

    /// Shows the table in what is left of the window.
    pub fn show(&mut self, ui: &mut Ui, shown: &Shown) -> Vec<Outcome> {
        self.refresh(shown.job);
        self.hear_escape(ui, shown.job);
        let palette = Palette::of(ui.ctx());
        let frame = egui::Frame::NONE.fill(palette.page);
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                columns::show(ui, &mut self.view, shown.locale);
                self.show_lines(ui, shown)
            })
            .inner
    }

    fn hear_escape(&mut self, ui: &Ui, job: &JobSession) {
        if Owner::of(ui.ctx()) == Owner::Grid
            && ui.input(|input| input.key_pressed(Key::Escape))
            && self.dragged.is_none()
            && (self.marked.is_some()
                || !self.view.search.is_empty()
                || !self.view.states.is_empty())
        {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            if self.marked.take().is_none() {
                self.show_all(job);
            }
        }
    }

    fn show_lines(&mut self, ui: &mut Ui, shown: &Shown) -> Vec<Outcome> {
        let width = (ui.available_width() - SCROLL_BAR).max(0.0);
        let columns = columns::columns(width);
        let mut area = ScrollArea::vertical()
            .auto_shrink(false)
            .id_salt("job table");
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = self.offset_to_reveal(ui, shown.job)
        {
            area = area.vertical_scroll_offset(offset);
        }
        let mut outcomes = Vec::new();
        let total = self.lines.top(self.lines.len());
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_width(width);
            ui.set_height(total);
            let (left, top) = (ui.max_rect().left(), ui.clip_rect().top());
            let first = self.lines.at(viewport.min.y);
            let last = self.lines.at(viewport.max.y);
            self.in_sight = first..(last + 1).min(self.lines.len());
            for line in self.in_sight.clone() {
                let y = top + self.lines.top(line) - viewport.min.y;
                let size = vec2(width, self.lines.height(line));
                let rect = Rect::from_min_size(pos2(left, y), size);
                self.show_line(ui, line, rect, &columns, shown, &mut outcomes);
            }
        });
        self.height = output.inner_rect.height();
        let offset = output.state.clamped_offset().y;
        ui.data_mut(|data| data.insert_temp(Id::unique("job table view"), offset));
        set_rows(ui.ctx(), output.inner_rect);
        crate::toasts::lie_over(ui.ctx(), Some(output.inner_rect));
        if self.lines.is_empty() {
            let is_filtered = !self.view.search.is_empty() || !self.view.states.is_empty();
            let none = if is_filtered {
                JobText::NoneShown
            } else {
                JobText::Empty
            };
            let at = output.inner_rect.center_top() + vec2(0.0, 60.0);
            let palette = Palette::of(ui.ctx());
            let words = none.in_(shown.locale);
            let rect =
                ui.painter()
                    .text(at, Align2::CENTER_TOP, words, regular(15.0), palette.weak);
            ui.interact(rect, Id::unique("no pairs"), Sense::hover())
                .widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        }
        self.drag(ui, shown, &mut outcomes);
        if let Some(mut menu) = self.menu.take() {
            let (stays, chosen) = menu.show(ui, shown.allows, shown.locale);
            self.menu = stays.then_some(menu);
            outcomes.extend(chosen.map(Outcome::Run));
        }
        outcomes
    }

    /// Where to scroll so that the cursor's line is in view; `None` if it is.
    fn offset_to_reveal(&self, ui: &Ui, job: &JobSession) -> Option<f32> {
        let (line, _) = self.line(job)?;
        let offset: f32 = ui
            .data(|data| data.get_temp(Id::unique("job table view")))
            .unwrap_or_default();
        let (top, bottom) = (self.lines.top(line), self.lines.top(line + 1));
        let height = if self.height > 0.0 {
            self.height
        } else {
            ui.available_height()
        };
        let room = (height * 0.2).min(PAIR * 2.0);
        if top - room < offset {
            Some((top - room).max(0.0))
        } else if bottom + room > offset + height {
            Some((bottom + room - height).max(0.0))
        } else {
            None
        }
    }
}

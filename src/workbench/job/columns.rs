//! The columns of the table: what they are called, how wide they are, and the order that each stands for.

use crate::fonts::{bold, regular};
use crate::texts::{JobText, Locale};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{Align2, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use jjak_pipeline::job::{PairOrder, View};

pub(super) const HEIGHT: f32 = 28.0;
/// What is kept free at the right of them.
pub(super) const SCROLL_BAR: f32 = 14.0;
/// Narrower than this the titles say too little.
const LEAST_TITLE: f32 = 250.0;
const PAD: f32 = 10.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Title,
    Sentences,
    Match,
    Paired,
    Left,
    Findings,
    Accepted,
    Changed,
    State,
}

impl Column {
    const ALL: [Column; 10] = [
        Column::Number,
        Column::Title,
        Column::Sentences,
        Column::Match,
        Column::Paired,
        Column::Left,
        Column::Findings,
        Column::Accepted,
        Column::Changed,
        Column::State,
    ];
    /// What a narrow window leaves out first.
    const LEFT_OUT: [Column; 5] = [
        Column::Changed,
        Column::Paired,
        Column::Sentences,
        Column::Findings,
        Column::Number,
    ];

    /// In points; the titles take what is left.
    fn width(self) -> f32 {
        match self {
            Column::Number => 54.0,
            Column::Title => 0.0,
            Column::Sentences => 80.0,
            Column::Match => 96.0,
            Column::Paired => 66.0,
            Column::Left => 62.0,
            Column::Findings => 78.0,
            Column::Accepted => 84.0,
            Column::Changed => 76.0,
            Column::State => 84.0,
        }
    }

    fn order(self) -> PairOrder {
        match self {
            Column::Number => PairOrder::Number,
            Column::Title => PairOrder::Title,
            Column::Sentences => PairOrder::Sentences,
            Column::Match => PairOrder::Score,
            Column::Paired => PairOrder::Paired,
            Column::Left => PairOrder::Left,
            Column::Findings => PairOrder::Findings,
            Column::Accepted => PairOrder::Accepted,
            Column::Changed => PairOrder::Changed,
            Column::State => PairOrder::State,
        }
    }

    fn name(self) -> (JobText, JobText) {
        match self {
            Column::Number => (JobText::ColumnNumber, JobText::TipNumber),
            Column::Title => (JobText::ColumnTitle, JobText::TipTitle),
            Column::Sentences => (JobText::ColumnSentences, JobText::TipSentences),
            Column::Match => (JobText::ColumnMatch, JobText::TipMatch),
            Column::Paired => (JobText::ColumnPaired, JobText::TipPaired),
            Column::Left => (JobText::ColumnLeft, JobText::TipLeft),
            Column::Findings => (JobText::ColumnFindings, JobText::TipFindings),
            Column::Accepted => (JobText::ColumnAccepted, JobText::TipAccepted),
            Column::Changed => (JobText::ColumnChanged, JobText::TipChanged),
            Column::State => (JobText::ColumnState, JobText::TipState),
        }
    }

    /// Numbers stand at the right of their column.
    pub(super) fn is_number(self) -> bool {
        !matches!(
            self,
            Column::Title | Column::Match | Column::State | Column::Accepted
        )
    }

    /// Whether the order of this column begins with what is most.
    fn descends(self) -> bool {
        matches!(
            self,
            Column::Sentences | Column::Left | Column::Findings | Column::Changed
        )
    }
}

/// The columns that a table of `width` points has, with where each begins and ends.
pub(super) fn columns(width: f32) -> Vec<(Column, f32, f32)> {
    let mut shown = Column::ALL.to_vec();
    let rest = |shown: &[Column]| {
        let taken: f32 = shown.iter().map(|column| column.width()).sum();
        width - taken
    };
    for column in Column::LEFT_OUT {
        if rest(&shown) < LEAST_TITLE {
            shown.retain(|other| *other != column);
        }
    }
    let title = rest(&shown).max(120.0);
    let mut x = 0.0;
    shown
        .into_iter()
        .map(|column| {
            let width = match column {
                Column::Title => title,
                column => column.width(),
            };
            let from = x;
            x += width;
            (column, from, x)
        })
        .collect()
}

/// The names above the columns; a click puts the pairs in order of one.
pub(super) fn show(ui: &mut Ui, view: &mut View, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let size = vec2(ui.available_width(), HEIGHT);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().hline(
        whole.x_range(),
        whole.bottom() - 0.5,
        egui::Stroke::new(1.0, palette.line),
    );
    for (column, from, to) in columns(whole.width() - SCROLL_BAR) {
        let rect = Rect::from_min_max(
            pos2(whole.left() + from, whole.top()),
            pos2(whole.left() + to, whole.bottom()),
        );
        let (name, tip) = column.name();
        let name = name.in_(locale);
        let is_on = view.order == column.order();
        let id = Id::unique(("column", name));
        let response = ui.interact(rect, id, Sense::click());
        let turned = view.reversed != column.descends();
        let label = match (is_on, turned) {
            (false, _) => name.to_owned(),
            (true, false) => locale.fill(JobText::SortUp, &[&name]),
            (true, true) => locale.fill(JobText::SortDown, &[&name]),
        };
        response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_on, &label));
        if response.hovered() || response.has_focus() {
            ui.painter()
                .rect_filled(rect.shrink2(vec2(2.0, 3.0)), 4.0, palette.selected);
        }
        let (font, colour) = if is_on {
            (bold(12.5), palette.text)
        } else {
            (regular(12.5), palette.weak)
        };
        let (align, at) = if column.is_number() {
            (
                Align2::RIGHT_CENTER,
                rect.right_center() - vec2(PAD + 6.0, 0.0),
            )
        } else {
            (Align2::LEFT_CENTER, rect.left_center() + vec2(PAD, 0.0))
        };
        let text = ui.painter().text(at, align, name, font, colour);
        if is_on {
            arrow(ui, text.right() + 7.0, rect.center().y, turned);
        }
        let tip = format!("{}\n{}", tip.in_(locale), JobText::TurnOrder.in_(locale));
        if response.on_hover_text(tip).clicked() {
            (view.order, view.reversed) = if is_on {
                (view.order, !view.reversed)
            } else {
                (column.order(), false)
            };
        }
    }
}

/// A small triangle that points down where what is most comes first.
fn arrow(ui: &Ui, x: f32, y: f32, down: bool) {
    let colour = Palette::of(ui.ctx()).text;
    let tip = if down { 2.5 } else { -2.5 };
    let points = vec![
        pos2(x - 3.0, y - tip),
        pos2(x + 3.0, y - tip),
        pos2(x, y + tip),
    ];
    ui.painter().add(egui::Shape::convex_polygon(
        points,
        colour,
        egui::Stroke::NONE,
    ));
}

/// What is left of a column's rectangle for its words.
pub(super) fn inner(rect: Rect) -> Rect {
    rect.shrink2(vec2(PAD, 0.0))
}

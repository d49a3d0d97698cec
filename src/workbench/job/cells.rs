//! What stands in the cells of the table.

use super::columns::{Column, inner};
use crate::fonts::{bold, regular};
use crate::texts::{JobText, Locale, grouped, pair_state};
use crate::theme::Palette;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};
use jjak_core::article::Lang;
use jjak_formats::import::part;
use jjak_formats::job::{JobPair, PairState};
use jjak_review::job::{BY_HAND, NONE, single};
use std::path::Path;

/// What a row shows besides the pair itself.
pub(super) struct Row<'a> {
    pub pair: &'a JobPair,
    pub fault: Option<&'a str>,
    /// Its sentences are being paired, or wait for it.
    pub waits: bool,
    pub locale: Locale,
    pub palette: &'static Palette,
}

/// `text` on one line of `width` points, cut short if it must be.
pub(super) fn line(
    painter: &Painter,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
    at: Pos2,
) {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
    let galley = painter.layout_job(job);
    painter.galley(at, galley, colour);
}

/// What a text is called: its file, with the part of it that is meant.
pub(super) fn file_name(path: &Path) -> String {
    let (whole, part) = part::split(path);
    let name = whole.file_name().unwrap_or(whole.as_os_str());
    let name = name.to_string_lossy().into_owned();
    match part {
        Some(part) => format!("{name} {}–{}", part.start, part.end),
        None => name,
    }
}

/// The title of a side as far as it is known, else the name of its file.
pub fn title(pair: &JobPair, lang: Lang) -> String {
    let figures = pair.figures.as_ref();
    let title = figures.map(|figures| match lang {
        Lang::En => figures.en_title.trim(),
        Lang::Ko => figures.ko_title.trim(),
    });
    let path = match lang {
        Lang::En => &pair.en,
        Lang::Ko => &pair.ko,
    };
    match title.filter(|title| !title.is_empty()) {
        Some(title) => title.to_owned(),
        None => path.as_deref().map(file_name).unwrap_or_default(),
    }
}

/// How the texts were matched.
pub(super) fn how(pair: &JobPair, locale: Locale) -> &'static str {
    let text = match pair.how.as_str() {
        "name" => JobText::HowName,
        "content" => JobText::HowContent,
        "both" => JobText::HowBoth,
        BY_HAND => JobText::HowHand,
        _ => JobText::HowKnown,
    };
    text.in_(locale)
}

/// What is known of a text that stands by itself.
pub(super) fn matched(pair: &JobPair, locale: Locale) -> String {
    let of = pair.of.as_deref().map(file_name).unwrap_or_default();
    match pair.matched.as_str() {
        "guess" => {
            let score = (pair.score.unwrap_or_default() * 100.0).round();
            locale.fill(JobText::MatchedGuess, &[&score])
        }
        "version" => locale.fill(JobText::MatchedVersion, &[&of]),
        "duplicate" => locale.fill(JobText::MatchedDuplicate, &[&of]),
        NONE => JobText::MatchedNone.in_(locale).to_owned(),
        _ if !pair.why.is_empty() => pair.why.clone(),
        _ => JobText::MatchedAlone.in_(locale).to_owned(),
    }
}

impl Row<'_> {
    /// What a screen reader says of the row.
    pub(super) fn name(&self) -> String {
        let locale = self.locale;
        let [en, ko] = Lang::BOTH.map(|lang| title(self.pair, lang));
        let state = pair_state(self.pair.state, locale);
        let mut name = locale.fill(JobText::RowName, &[&self.pair.id, &en, &ko, &state]);
        let mut add = |words: &str| {
            name.push_str(", ");
            name.push_str(words);
        };
        if let Some(figures) = &self.pair.figures {
            add(&locale.fill(JobText::RowLeft, &[&figures.left]));
        }
        if let Some(trouble) = self.trouble() {
            add(&trouble);
        }
        name
    }

    /// Why there are no figures, or why they may not hold.
    pub(super) fn trouble(&self) -> Option<String> {
        let locale = self.locale;
        match (self.fault, &self.pair.failure) {
            (_, Some(why)) => Some(locale.fill(JobText::CannotPair, &[why])),
            (Some(fault), None) => Some(locale.fill(JobText::WorkFault, &[&fault])),
            (None, None) if self.pair.figures.is_some() => None,
            (None, None) if self.waits => Some(JobText::Waiting.in_(locale).to_owned()),
            (None, None) => Some(JobText::NotPaired.in_(locale).to_owned()),
        }
    }

    /// Paints the cells of a row into `rect`.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, columns: &[(Column, f32, f32)]) {
        let painter = ui.painter();
        let trouble = self.trouble();
        // Without figures their columns say why.
        let is_of_figures = |column: Column| {
            let others = [Column::Number, Column::Title, Column::Match, Column::State];
            !others.contains(&column)
        };
        for &(column, from, to) in columns {
            let cell = Rect::from_min_max(
                pos2(rect.left() + from, rect.top()),
                pos2(rect.left() + to, rect.bottom()),
            );
            if self.pair.figures.is_some() || !is_of_figures(column) {
                self.cell(painter, column, cell, trouble.as_deref());
            }
        }
        let Some(trouble) = trouble.filter(|_| self.pair.figures.is_none()) else {
            return;
        };
        // The columns between the match and the state.
        let mut of_figures = columns.iter().filter(|(column, ..)| is_of_figures(*column));
        let after_match = of_figures.find(|(column, ..)| *column != Column::Sentences);
        let state = columns.iter().find(|(column, ..)| *column == Column::State);
        if let (Some((_, from, _)), Some((_, to, _))) = (after_match, state) {
            let left = rect.left() + from + 10.0;
            let at = pos2(left, rect.center().y - 9.0);
            let is_fault = self.pair.failure.is_some() || self.fault.is_some();
            let colour = if is_fault {
                self.palette.low
            } else {
                self.palette.weak
            };
            line(
                painter,
                &trouble,
                regular(13.0),
                colour,
                to - from - 16.0,
                at,
            );
        }
    }

    fn cell(&self, painter: &Painter, column: Column, cell: Rect, trouble: Option<&str>) {
        let (pair, palette, locale) = (self.pair, self.palette, self.locale);
        let inner = inner(cell);
        let figures = pair.figures.clone().unwrap_or_default();
        let is_over = matches!(pair.state, PairState::Done | PairState::Parked);
        let right = inner.right_center() - vec2(6.0, 0.0);
        let number = |text: String, colour: Color32, font: FontId| {
            painter.text(right, Align2::RIGHT_CENTER, text, font, colour);
        };
        match column {
            Column::Number => number(pair.id.to_string(), palette.weak, regular(12.5)),
            Column::Title => {
                let colour = if is_over { palette.weak } else { palette.text };
                let [en, ko] = Lang::BOTH.map(|lang| title(pair, lang));
                let at = |y: f32| pos2(inner.left(), inner.top() + y);
                let width = inner.width();
                line(painter, &en, regular(14.0), colour, width, at(4.0));
                let second = match trouble.filter(|_| pair.figures.is_some()) {
                    Some(trouble) => (trouble.to_owned(), palette.low),
                    None => (ko, palette.weak),
                };
                line(painter, &second.0, regular(13.0), second.1, width, at(23.0));
            }
            Column::Sentences => {
                let text = format!("{} · {}", figures.en, figures.ko);
                number(text, palette.text, regular(13.0));
            }
            Column::Match => self.match_cell(painter, inner),
            Column::Paired => {
                // Rounded down: all is not said of nearly all.
                let percent = (figures.paired * 100.0).floor();
                let colour = if percent < 60.0 {
                    palette.low
                } else {
                    palette.text
                };
                number(format!("{percent}%"), colour, regular(13.0));
            }
            Column::Left => match figures.left {
                0 => number("0".to_owned(), palette.weak, regular(13.0)),
                // Nobody has to look at these any more.
                left if is_over => number(grouped(left), palette.weak, regular(13.0)),
                left => number(grouped(left), palette.text, bold(14.0)),
            },
            Column::Findings => {
                let colour = match figures.findings {
                    0 => palette.weak,
                    _ => palette.text,
                };
                number(grouped(figures.findings), colour, regular(13.0));
            }
            Column::Accepted => {
                let share = figures.accepted as f32 / figures.rows.max(1) as f32;
                bar(painter, inner, share, palette.high, palette);
            }
            Column::Changed => {
                let text = pair.at.map(changed).unwrap_or_default();
                number(text, palette.weak, regular(12.5));
            }
            Column::State => {
                let colour = state_colour(pair.state, palette);
                let at = inner.left_center() + vec2(4.0, 0.0);
                match pair.state {
                    PairState::New => {
                        let stroke = Stroke::new(1.5, colour);
                        painter.circle_stroke(at, 3.5, stroke);
                    }
                    _ => {
                        painter.circle_filled(at, 4.0, colour);
                    }
                }
                let text = pair_state(pair.state, locale);
                let at = inner.left_center() + vec2(14.0, 0.0);
                painter.text(at, Align2::LEFT_CENTER, text, regular(13.0), palette.text);
            }
        }
    }

    fn match_cell(&self, painter: &Painter, inner: Rect) {
        let (pair, palette) = (self.pair, self.palette);
        let how = how(pair, self.locale);
        let Some(score) = pair.score else {
            let at = inner.left_center();
            painter.text(at, Align2::LEFT_CENTER, how, regular(12.5), palette.weak);
            return;
        };
        let at = inner.left_top() + vec2(0.0, 5.0);
        let percent = format!("{}%", (score * 100.0).floor());
        let colour = palette.confidence(score as f32);
        let text = painter.text(at, Align2::LEFT_TOP, percent, bold(13.0), colour);
        let beside = Rect::from_min_max(
            pos2(text.right() + 6.0, text.center().y - 2.0),
            pos2(
                inner.right().max(text.right() + 16.0),
                text.center().y + 2.0,
            ),
        );
        painter.rect_filled(beside, 2.0, palette.line);
        let mut filled = beside;
        filled.set_width(beside.width() * score.clamp(0.0, 1.0) as f32);
        painter.rect_filled(filled, 2.0, colour);
        let at = inner.left_top() + vec2(0.0, 25.0);
        line(painter, how, regular(12.0), palette.weak, inner.width(), at);
    }
}

pub(super) fn state_colour(state: PairState, palette: &Palette) -> Color32 {
    match state {
        PairState::New => palette.edge,
        PairState::InWork => palette.accent,
        PairState::Done => palette.high,
        PairState::Parked => palette.middle,
    }
}

/// A share as a bar with its figure.
fn bar(painter: &Painter, inner: Rect, share: f32, colour: Color32, palette: &Palette) {
    let figure = format!("{}%", (share * 100.0).floor());
    let right = inner.right_center();
    painter.text(
        right,
        Align2::RIGHT_CENTER,
        figure,
        regular(12.5),
        palette.text,
    );
    let track = Rect::from_min_max(
        pos2(inner.left(), inner.center().y - 2.5),
        pos2(inner.right() - 38.0, inner.center().y + 2.5),
    );
    painter.rect_filled(track, 2.5, palette.line);
    let mut filled = track;
    filled.set_width(track.width() * share.clamp(0.0, 1.0));
    painter.rect_filled(filled, 2.5, colour);
}

/// The day, or of today the time.
fn changed(at: jiff::Timestamp) -> String {
    let zone = jiff::tz::TimeZone::system();
    let (at, now) = (
        at.to_zoned_datetime(zone.clone()),
        jiff::Timestamp::now().to_zoned_datetime(zone),
    );
    let form = match at.date() == now.date() {
        true => "%H:%M",
        false if at.year() == now.year() => "%m-%d",
        false => "%Y-%m-%d",
    };
    at.strftime(form).to_string()
}

/// A text that stands by itself: what it is called and what is known of it.
pub(super) fn paint_text(
    ui: &Ui,
    pair: &JobPair,
    rect: Rect,
    is_held: bool,
    locale: Locale,
    palette: &Palette,
) {
    let painter = ui.painter();
    let Some((_, path)) = single(pair) else {
        return;
    };
    let is_none = pair.matched == NONE;
    let colour = if is_held || is_none {
        palette.weak
    } else {
        palette.text
    };
    let width = rect.width() - 24.0;
    let at = rect.left_center() + vec2(12.0, -9.0);
    line(
        painter,
        &file_name(path),
        regular(13.5),
        colour,
        width * 0.58,
        at,
    );
    let at = pos2(rect.left() + 12.0 + width * 0.6, at.y + 0.5);
    let colour = match pair.matched.as_str() {
        "guess" => palette.middle,
        _ => palette.weak,
    };
    line(
        painter,
        &matched(pair, locale),
        regular(12.5),
        colour,
        width * 0.4,
        at,
    );
}

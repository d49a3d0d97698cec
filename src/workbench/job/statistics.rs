//! How a job stands, in figures and simple plots.

use super::cells::state_colour;
use crate::floating;
use crate::fonts::{bold, regular};
use crate::keyboard;
use crate::texts::{JobText, Locale, Text, capital, grouped, pair_state};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use jjak_formats::job::{JobPair, PairState};
use jjak_review::job::JobSession;

const WIDTH: f32 = 520.0;
const PLOT: f32 = 84.0;
const BINS: usize = 10;
/// Days that are shown.
const DAYS: i64 = 14;

/// Shows the panel; whether it stays.
pub fn show(ui: &Ui, job: &JobSession, locale: Locale) -> bool {
    let closed = floating::show(ui, JobText::StatisticsTitle, WIDTH, locale, |ui| {
        let progress = job.progress();
        let palette = Palette::of(ui.ctx());
        heading(ui, JobText::StatisticsPairs, locale);
        let states: Vec<(String, usize, Color32)> = PairState::ALL
            .into_iter()
            .zip(progress.states)
            .map(|(state, count)| {
                let name = capital(pair_state(state, locale));
                (name, count, state_colour(state, palette))
            })
            .collect();
        stacked(ui, &states);
        heading(ui, JobText::StatisticsRows, locale);
        let rest = progress.rows - progress.accepted.min(progress.rows);
        let left = progress.left.min(rest);
        let rows = [
            (Text::RowsNeedingEyes.in_(locale), left, palette.middle),
            (
                JobText::StatisticsSure.in_(locale),
                rest - left,
                palette.edge,
            ),
        ];
        let accepted = crate::texts::state(jjak_core::bitext::State::Accepted, locale);
        let first = (capital(accepted), progress.accepted, palette.high);
        let rows = rows.map(|(name, count, colour)| (capital(name), count, colour));
        stacked(ui, &[&[first], &rows[..]].concat());
        ui.columns(2, |sides| {
            if let [left, right] = sides {
                let pairs = || job.pairs().iter().filter(|pair| pair.is_pair());
                heading(left, JobText::StatisticsMatch, locale);
                let scores = pairs().filter_map(|pair| pair.score);
                shares(left, scores, JobText::StatisticsMatch, locale);
                heading(right, JobText::StatisticsPaired, locale);
                let paired = pairs().filter_map(|pair| Some(pair.figures.as_ref()?.paired));
                shares(right, paired, JobText::StatisticsPaired, locale);
            }
        });
        rows_accepted(job.pairs()).show(ui, JobText::StatisticsAccepted, locale);
        pairs_done(job.pairs()).show(ui, JobText::StatisticsDays, locale);
        ui.add_space(6.0);
        let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
        close.clicked()
    });
    !(keyboard::escapes(ui) || closed.unwrap_or(false))
}

fn heading(ui: &mut Ui, text: JobText, locale: Locale) {
    ui.add_space(6.0);
    ui.label(RichText::new(text.in_(locale)).font(bold(13.5)));
}

/// Counts as one bar in several colours, each with its words below.
fn stacked(ui: &mut Ui, parts: &[(String, usize, Color32)]) {
    let palette = Palette::of(ui.ctx());
    let all: usize = parts.iter().map(|(_, count, _)| count).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    ui.painter().rect_filled(rect, 4.0, palette.line);
    let mut x = rect.left();
    let mut name = String::new();
    for (part, count, colour) in parts {
        let width = rect.width() * *count as f32 / all.max(1) as f32;
        let bar = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
        if *count > 0 {
            ui.painter()
                .rect_filled(bar.shrink2(vec2(0.5, 0.0)), 2.0, *colour);
        }
        x += width;
        name.push_str(&format!("{part} {count}, "));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name.trim_end_matches(", ")));
    ui.horizontal_wrapped(|ui| {
        for (part, count, colour) in parts {
            let (dot, _) = ui.allocate_exact_size(vec2(10.0, 14.0), Sense::hover());
            ui.painter().circle_filled(dot.center(), 4.0, *colour);
            let words = format!("{part} {}", grouped(*count));
            ui.label(RichText::new(words).font(regular(12.5)));
            ui.add_space(6.0);
        }
    });
}

/// Shares of 0 to 1 by tenths.
fn shares(ui: &mut Ui, values: impl Iterator<Item = f64>, text: JobText, locale: Locale) {
    let mut bins = [0usize; BINS];
    for value in values {
        let at = ((value * BINS as f64) as usize).min(BINS - 1);
        if let Some(bin) = bins.get_mut(at) {
            *bin += 1;
        }
    }
    let palette = Palette::of(ui.ctx());
    let bars: Vec<(String, usize, Color32)> = bins
        .into_iter()
        .enumerate()
        .map(|(at, count)| {
            let share = (at as f32 + 0.5) / BINS as f32;
            let name = match at {
                0 | 5 | 9 => format!("{}%", (at + usize::from(at == 9)) * 10),
                _ => String::new(),
            };
            (name, count, palette.confidence(share))
        })
        .collect();
    columns(ui, &bars, text.in_(locale));
}

/// The last days, the latest at the end, each with its count.
struct Days {
    zone: jiff::tz::TimeZone,
    today: jiff::civil::Date,
    counts: Vec<i64>,
}

impl Days {
    fn new() -> Days {
        let zone = jiff::tz::TimeZone::system();
        let now = jiff::Timestamp::now();
        Days {
            today: now.to_zoned_datetime(zone.clone()).date(),
            zone,
            counts: vec![0; DAYS as usize],
        }
    }

    fn add(&mut self, at: jiff::Timestamp, count: i64) {
        let day = at.to_zoned_datetime(self.zone.clone()).date();
        let ago = i64::from((self.today - day).get_days());
        let at = usize::try_from(DAYS - 1 - ago).ok();
        if let Some(day) = at.and_then(|at| self.counts.get_mut(at)) {
            *day += count;
        }
    }

    fn show(self, ui: &mut Ui, name: JobText, locale: Locale) {
        heading(ui, name, locale);
        let palette = Palette::of(ui.ctx());
        let bars: Vec<(String, usize, Color32)> = self
            .counts
            .into_iter()
            .zip(0..)
            .map(|(count, at)| {
                let ago = DAYS - 1 - at;
                let span = jiff::Span::new().try_days(ago);
                let day = span.and_then(|span| self.today.checked_sub(span));
                let day = day.map(|day| day.strftime("%m-%d").to_string());
                let under = if ago % 3 == 0 {
                    day.unwrap_or_default()
                } else {
                    String::new()
                };
                // More may have been taken back on a day than was accepted.
                (under, usize::try_from(count).unwrap_or(0), palette.high)
            })
            .collect();
        columns(ui, &bars, name.in_(locale));
    }
}

/// Rows that were accepted, by day, from the works.
fn rows_accepted(pairs: &[JobPair]) -> Days {
    let mut days = Days::new();
    let figures = pairs.iter().filter_map(|pair| pair.figures.as_ref());
    for (hour, rows) in figures.flat_map(|figures| figures.accepted_by_hour.hours()) {
        days.add(hour, rows);
    }
    days
}

/// Pairs that were done, by the day of their last change.
fn pairs_done(pairs: &[JobPair]) -> Days {
    let mut days = Days::new();
    for pair in pairs.iter().filter(|pair| pair.state == PairState::Done) {
        if let Some(at) = pair.at {
            days.add(at, 1);
        }
    }
    days
}

/// Counts as columns with what stands under them.
fn columns(ui: &mut Ui, bars: &[(String, usize, Color32)], name: &str) {
    let palette = Palette::of(ui.ctx());
    let size = vec2(ui.available_width(), PLOT + 16.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let most = bars.iter().map(|(_, count, _)| *count).max().unwrap_or(0);
    let floor = rect.top() + PLOT;
    let width = rect.width() / bars.len().max(1) as f32;
    let painter = ui.painter();
    painter.hline(rect.x_range(), floor, egui::Stroke::new(1.0, palette.edge));
    let mut told = Vec::new();
    for (at, (under, count, colour)) in bars.iter().enumerate() {
        let left = rect.left() + width * at as f32;
        let height = (PLOT - 18.0) * *count as f32 / most.max(1) as f32;
        let bar = Rect::from_min_max(
            pos2(left + 2.0, floor - height),
            pos2(left + width - 2.0, floor),
        );
        if *count > 0 {
            painter.rect_filled(bar, 2.0, *colour);
            let at = bar.center_top() - vec2(0.0, 2.0);
            let number = grouped(*count);
            painter.text(
                at,
                Align2::CENTER_BOTTOM,
                number,
                regular(11.0),
                palette.weak,
            );
            told.push(count.to_string());
        }
        let at = pos2(left + width / 2.0, floor + 3.0);
        painter.text(at, Align2::CENTER_TOP, under, regular(11.0), palette.weak);
    }
    let told = format!("{name}: {}", told.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
}

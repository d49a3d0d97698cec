//! The margin (row number, what a person said) and the gutter (connectors, the model's confidence).

use super::fonts;
use super::session::Session;
use super::texts::{self, Locale, Text};
use super::theme::Palette;
use egui::epaint::CubicBezierShape;
use egui::{Align2, Color32, Id, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};
use jjak_core::bitext::{Origin, RowIndex, State};

/// The row's number, and a mark and border for its state.
pub(crate) fn margin(ui: &Ui, session: &Session, row: RowIndex, rect: Rect, palette: &Palette) {
    let painter = ui.painter();
    let Some(bead) = session.bitext().beads.get(row) else {
        return;
    };
    let middle = rect.top() + 18.0;
    let number = row.number().to_string();
    painter.text(
        pos2(rect.right() - 10.0, middle),
        Align2::RIGHT_CENTER,
        number,
        fonts::regular(12.0),
        palette.weak,
    );
    let edge = Rect::from_min_size(rect.min, vec2(3.0, rect.height() - 1.0));
    let mark = pos2(rect.left() + 13.0, middle);
    match bead.state {
        State::Accepted => {
            painter.rect_filled(edge, 0.0, palette.high);
            check(painter, mark, palette.high);
        }
        State::Flagged => {
            painter.rect_filled(edge, 0.0, palette.middle);
            flag(painter, mark, palette.middle);
        }
        State::Unreviewed if session.needs_eyes(row) => {
            painter.circle_stroke(mark, 3.0, Stroke::new(1.5, palette.weak));
        }
        State::Unreviewed => {}
    }
    // Side by side below the state and the number, within the lowest row.
    let below = middle + 12.0;
    if !bead.note.is_empty() {
        let at = pos2(rect.left() + 13.0, below);
        for line in 0..3 {
            let y = at.y - 3.0 + 3.0 * line as f32;
            painter.hline(at.x - 4.0..=at.x + 4.0, y, Stroke::new(1.0, palette.accent));
        }
    }
    if bead.bookmark {
        bookmark(painter, pos2(rect.left() + 28.0, below), palette.accent);
    }
    if session.findings().has(row) {
        warning(painter, pos2(rect.left() + 43.0, below), palette.low);
    }
    if session.is_fresh(row) {
        let x = rect.right() - 3.0;
        let stroke = Stroke::new(3.0, palette.accent);
        painter.extend(Shape::dashed_line(
            &[pos2(x, rect.top() + 4.0), pos2(x, rect.bottom() - 5.0)],
            stroke,
            5.0,
            3.0,
        ));
    }
}

/// A ribbon with a notch.
fn bookmark(painter: &Painter, at: Pos2, color: Color32) {
    let (left, right, top, bottom) = (at.x - 3.0, at.x + 3.0, at.y - 4.5, at.y + 4.5);
    let notch = pos2(at.x, at.y + 1.0);
    // Two pieces: a convex shape has no notch.
    for outer in [left, right] {
        let piece = vec![
            pos2(at.x, top),
            pos2(outer, top),
            pos2(outer, bottom),
            notch,
        ];
        painter.add(Shape::convex_polygon(piece, color, Stroke::NONE));
    }
}

/// A triangle with an exclamation mark.
fn warning(painter: &Painter, at: Pos2, color: Color32) {
    let corners = vec![
        at + vec2(0.0, -5.0),
        at + vec2(5.5, 4.0),
        at + vec2(-5.5, 4.0),
    ];
    painter.add(Shape::closed_line(corners, Stroke::new(1.2, color)));
    painter.vline(at.x, at.y - 2.0..=at.y + 1.0, Stroke::new(1.2, color));
    painter.circle_filled(at + vec2(0.0, 2.5), 0.8, color);
}

/// The number of a part of a sentence that is about to be cut, beside what it would pair with.
pub(crate) fn part(ui: &Ui, at: Pos2, part: usize, palette: &Palette) {
    let painter = ui.painter();
    match part {
        0 => painter.circle_filled(at, 8.0, palette.accent),
        _ => painter.circle(at, 8.0, palette.page, Stroke::new(1.5, palette.accent)),
    };
    let color = match part {
        0 => palette.on_accent,
        _ => palette.text,
    };
    let number = (part + 1).to_string();
    painter.text(at, Align2::CENTER_CENTER, number, fonts::bold(11.0), color);
}

fn check(painter: &Painter, at: Pos2, color: Color32) {
    let points = vec![
        at + vec2(-4.0, 0.0),
        at + vec2(-1.0, 3.5),
        at + vec2(4.5, -4.0),
    ];
    painter.add(Shape::line(points, Stroke::new(2.0, color)));
}

fn flag(painter: &Painter, at: Pos2, color: Color32) {
    painter.vline(at.x - 3.5, at.y - 5.0..=at.y + 6.0, Stroke::new(1.5, color));
    let cloth = vec![
        at + vec2(-3.0, -5.0),
        at + vec2(5.0, -2.0),
        at + vec2(-3.0, 1.0),
    ];
    painter.add(Shape::convex_polygon(cloth, color, Stroke::NONE));
}

/// A line from each sentence of one side to each of the other, and the confidence as bar and number.
pub(crate) fn gutter(
    ui: &Ui,
    session: &Session,
    row: RowIndex,
    rect: Rect,
    middles @ [left, right]: &[Vec<f32>; 2],
    locale: Locale,
    palette: &Palette,
) {
    let Some(bead) = session.bitext().beads.get(row) else {
        return;
    };
    let painter = ui.painter();
    let scored = bead.origin != Origin::Remainder;
    let crossing = session.is_crossing(row);
    let color = if scored {
        palette.confidence(bead.confidence)
    } else {
        palette.weak
    };
    let stroke = Stroke::new(1.5, color);
    for &from in left {
        for &to in right {
            let (a, b) = (pos2(rect.left() + 4.0, from), pos2(rect.right() - 4.0, to));
            let bend = vec2(rect.width() * 0.4, 0.0);
            if crossing {
                painter.extend(Shape::dashed_line(&[a, b], stroke, 5.0, 3.0));
            } else {
                let points = [a, a + bend, b - bend, b];
                painter.add(CubicBezierShape::from_points_stroke(
                    points,
                    false,
                    Color32::TRANSPARENT,
                    stroke,
                ));
            }
        }
    }
    for (side, x) in middles.iter().zip([rect.left() + 4.0, rect.right() - 4.0]) {
        for &y in side {
            painter.circle_filled(pos2(x, y), 2.5, color);
        }
    }
    let certain =
        (bead.en.len(), bead.ko.len()) == (1, 1) && bead.confidence >= 0.9 && scored && !crossing;
    let bar = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 6.0), vec2(44.0, 3.0));
    painter.rect_filled(bar, 1.5, palette.line);
    if scored {
        let filled = vec2(bar.width() * bead.confidence.clamp(0.0, 1.0), bar.height());
        painter.rect_filled(Rect::from_min_size(bar.min, filled), 1.5, color);
    }
    if !certain {
        let percent = match bead.origin {
            Origin::Remainder => "?".to_owned(),
            Origin::Person => bead.shape(),
            Origin::Engine if (bead.en.len(), bead.ko.len()) == (1, 1) => {
                format!("{:.0}%", bead.confidence * 100.0)
            }
            Origin::Engine => format!("{} · {:.0}%", bead.shape(), bead.confidence * 100.0),
        };
        let font = fonts::regular(11.0);
        let galley = painter.layout_no_wrap(percent, font, palette.text);
        let at = Rect::from_center_size(
            pos2(rect.center().x, bar.top() - 10.0),
            galley.size() + vec2(8.0, 2.0),
        );
        let behind = if session.cursor().row == row {
            palette.selected
        } else {
            palette.page
        };
        painter.rect_filled(at, 3.0, behind);
        painter.galley(at.min + vec2(4.0, 1.0), galley, palette.text);
    }
    let response = ui.interact(rect, Id::unique(("gutter", row)), Sense::hover());
    response.on_hover_ui(|ui| {
        ui.label(if scored {
            locale.fill(Text::Confidence, &[&(bead.confidence * 100.0).round()])
        } else {
            Text::NotScored.in_(locale).to_owned()
        });
        ui.label(format!(
            "{} · {}",
            bead.shape(),
            texts::state(bead.state, locale)
        ));
        if let Some(verdict) = bead.verdict {
            ui.label(texts::verdict(verdict, locale));
        }
        if crossing {
            ui.label(Text::Crossing.in_(locale));
        }
    });
}

//! Entry in the list of differences: the rows of both works with what was said of them, and the buttons that decide.

use crate::difference;
use crate::fonts::{bold, regular};
use crate::texts::{ComparisonText, Locale, state, verdict};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{Button, Color32, Frame, Label, Margin, RichText, Stroke, Ui, WidgetInfo, vec2};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, RowIndex, State};
use jjak_core::comparison::{Differences, Group};
use jjak_review::comparing::Other;

/// Which of the works is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Mine,
    Theirs,
    Both,
}

/// A difference on the screen.
pub(super) struct Entry<'a> {
    pub mine: &'a Bitext,
    pub other: &'a Other,
    pub group: &'a Group,
    pub is_here: bool,
    pub can_take: bool,
    pub number: usize,
    pub locale: Locale,
}

impl Entry<'_> {
    /// Shows it, brought into sight if it is `fresh`; whether it was pressed, and what was decided.
    pub(super) fn show(&self, ui: &mut Ui, fresh: bool) -> (bool, Option<Decision>) {
        let palette = Palette::of(ui.ctx());
        let stroke = if self.is_here {
            Stroke::new(2.0, palette.accent)
        } else {
            Stroke::new(1.0, palette.line)
        };
        let mut decided = None;
        let frame = Frame::new()
            .fill(palette.page)
            .stroke(stroke)
            .corner_radius(6)
            .inner_margin(Margin::symmetric(10, 6));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let kinds = kinds(self.group.differences, self.locale);
            let title = format!("{}  {kinds}", self.number);
            ui.horizontal(|ui| {
                let name = RichText::new(&title).font(bold(12.5)).color(palette.weak);
                ui.label(name);
            });
            ui.columns(2, |sides| {
                if let [left, right] = sides {
                    self.side(left, false);
                    self.side(right, true);
                }
            });
            if self.is_here {
                decided = self.buttons(ui, fresh);
            }
        });
        if fresh {
            shown.response.scroll_to_me(None);
        }
        if self.is_here {
            // It would lie over the buttons.
            return (false, decided);
        }
        let press = ui.interact(
            shown.response.rect,
            shown.response.id.with("press"),
            egui::Sense::click(),
        );
        let kinds = kinds(self.group.differences, self.locale);
        let name = self
            .locale
            .fill(ComparisonText::Entry, &[&self.number, &kinds]);
        press.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        (press.clicked(), None)
    }

    fn buttons(&self, ui: &mut Ui, fresh: bool) -> Option<Decision> {
        let mut decided = None;
        ui.horizontal(|ui| {
            for (text, decision, is_free) in [
                (ComparisonText::KeepMine, Decision::Mine, true),
                (ComparisonText::TakeTheirs, Decision::Theirs, self.can_take),
                (
                    ComparisonText::KeepBoth,
                    Decision::Both,
                    !self.group.mine.is_empty(),
                ),
            ] {
                let button = Button::new(text.in_(self.locale)).min_size(vec2(120.0, 26.0));
                let button = ui.add_enabled(is_free, button);
                if fresh && decision == Decision::Mine {
                    button.request_focus();
                }
                if button.clicked() {
                    decided = Some(decision);
                }
            }
            if !self.can_take {
                let words = RichText::new(ComparisonText::CannotTake.in_(self.locale));
                ui.label(words.font(regular(12.5)).weak());
            }
        });
        decided
    }

    /// The rows of one of the works; those of the other show what is not in one's own.
    fn side(&self, ui: &mut Ui, is_theirs: bool) {
        let palette = Palette::of(ui.ctx());
        let (bitext, rows, who) = if !is_theirs {
            (
                self.mine,
                &self.group.mine,
                ComparisonText::Mine.in_(self.locale),
            )
        } else {
            (
                &self.other.bitext,
                &self.group.theirs,
                self.other.who.as_str(),
            )
        };
        let name = RichText::new(who).font(regular(12.0)).color(palette.weak);
        ui.label(name);
        if rows.is_empty() {
            ui.label(RichText::new(ComparisonText::NotHere.in_(self.locale)).weak());
        }
        let own = is_theirs.then_some(self.group.mine.as_slice());
        for (at, &row) in rows.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            for lang in Lang::BOTH {
                let text = text_of(bitext, row, lang);
                if text.is_empty() {
                    ui.label(RichText::new("–").weak());
                    continue;
                }
                let old = own.filter(|own| own.len() == rows.len());
                let old = old.and_then(|own| own.get(at));
                let old = old.map(|&row| text_of(self.mine, row, lang));
                let job = match old.filter(|old| *old != text) {
                    Some(old) => difference::job(&difference::pieces(&old, &text), 13.5, palette),
                    None => difference::job(&[difference::DiffPiece::Same(&text)], 13.5, palette),
                };
                ui.add(Label::new(job).wrap());
            }
            let said = self.said(bitext, row, palette);
            if !said.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    for (words, colour) in said {
                        ui.label(RichText::new(words).font(regular(12.5)).color(colour));
                    }
                });
            }
        }
    }

    /// What the person said of a row.
    fn said(&self, bitext: &Bitext, row: RowIndex, palette: &Palette) -> Vec<(String, Color32)> {
        let Some(bead) = bitext.beads.get(row) else {
            return Vec::new();
        };
        let colour = |differs: bool| {
            if differs {
                palette.middle
            } else {
                palette.weak
            }
        };
        let differences = self.group.differences;
        let mut said = Vec::new();
        if bead.state != State::Unreviewed || differences.state {
            let words = state(bead.state, self.locale).to_owned();
            said.push((words, colour(differences.state)));
        }
        if let Some(judged) = bead.verdict {
            let words = verdict(judged, self.locale).to_owned();
            said.push((words, colour(differences.verdict)));
        }
        if !bead.note.trim().is_empty() {
            said.push((format!("“{}”", bead.note.trim()), colour(differences.note)));
        }
        said
    }
}

fn text_of(bitext: &Bitext, row: RowIndex, lang: Lang) -> String {
    let texts: Vec<_> = bitext.texts(row, lang).collect();
    texts.join("\n")
}

/// In what rows differ, in words.
fn kinds(differences: Differences, locale: Locale) -> String {
    let kinds = [
        (differences.text, ComparisonText::Text),
        (differences.pairing, ComparisonText::Pairing),
        (differences.cutting, ComparisonText::Cutting),
        (differences.state, ComparisonText::State),
        (differences.verdict, ComparisonText::Verdict),
        (differences.note, ComparisonText::Note),
    ];
    let kinds = kinds.into_iter().filter(|(is, _)| *is);
    let kinds: Vec<&str> = kinds.map(|(_, text)| text.in_(locale)).collect();
    kinds.join(" · ")
}

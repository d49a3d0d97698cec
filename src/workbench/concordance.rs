//! The concordance: a word in all its places, one below the other, each with its counterpart.

use super::find::Pattern;
use super::find::concordance::{self, Hit, MOST};
use super::floating;
use super::fonts::{bold, regular};
use super::keyboard;
use super::session::Session;
use super::texts::{Locale, Text, grouped};
use super::theme::Palette;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Button, Key, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};
use jjak_core::bitext::RowIndex;

const WIDTH: f32 = 720.0;
const ENTRY: f32 = 46.0;
const NUMBER: f32 = 52.0;
/// Letters on either side of the word that are laid out; more do not fit.
const AROUND: usize = 80;
/// In longer texts what is typed is looked for once Enter is pressed.
const LIVE_ROWS: usize = 5_000;

/// The panel.
#[derive(Default)]
pub(crate) struct Concordance {
    query: String,
    of: Option<(u64, String)>,
    hits: Vec<Hit>,
    fresh: bool,
}

/// What it was asked for.
pub(crate) enum Asked {
    Go(RowIndex),
    Close,
}

impl Concordance {
    /// Of `word`; with none it is to be typed.
    pub(crate) fn of(word: String) -> Concordance {
        Concordance {
            query: word,
            fresh: true,
            ..Concordance::default()
        }
    }

    pub(crate) fn show(&mut self, ui: &Ui, session: &Session, locale: Locale) -> Option<Asked> {
        let asked = floating::show(ui, Text::ConcordanceTitle, WIDTH, locale, |ui| {
            let hint = RichText::new(Text::ConcordanceHint.in_(locale)).weak();
            ui.add(Label::new(hint).wrap());
            let field = TextEdit::singleline(&mut self.query).desired_width(f32::INFINITY);
            let field = ui.add(field.return_key(None));
            let entered = field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if std::mem::take(&mut self.fresh) {
                field.request_focus();
            }
            field.accessible_name(Text::ConcordanceWord.in_(locale));
            self.refresh(session, entered);
            let asked = self.show_hits(ui, locale);
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            asked.or(close.clicked().then_some(Asked::Close))
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked.flatten())
    }

    fn refresh(&mut self, session: &Session, entered: bool) {
        let live = entered || self.of.is_none() || session.bitext().beads.len() <= LIVE_ROWS;
        let now = (session.revision(), self.query.clone());
        if !live || self.of.as_ref() == Some(&now) {
            return;
        }
        let pattern = Pattern::plain(&self.query);
        let hits = pattern.map(|pattern| concordance::hits(session, &pattern));
        self.hits = hits.unwrap_or_default();
        self.of = Some(now);
    }

    fn show_hits(&self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let count = match self.hits.len() {
            MOST => locale.fill(Text::ConcordanceMost, &[&grouped(MOST)]),
            count => locale.fill(Text::ConcordanceCount, &[&grouped(count)]),
        };
        ui.label(RichText::new(count).font(regular(13.0)).weak());
        let room = (ui.ctx().content_rect().height() - 260.0).max(ENTRY * 2.0);
        let height = room.min(self.hits.len() as f32 * (ENTRY + 4.0) + 8.0);
        let mut asked = None;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ENTRY, self.hits.len(), |ui, rows| {
                for hit in self.hits.get(rows).unwrap_or_default() {
                    let size = vec2(ui.available_width().max(0.0), ENTRY);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        ui.spacing_mut().item_spacing.y = 1.0;
                        if show_hit(ui, hit, locale) {
                            asked = Some(Asked::Go(hit.row));
                        }
                    });
                }
            });
        asked
    }
}

/// The word in the middle with its context, the counterpart below; whether the row was asked for.
fn show_hit(ui: &mut Ui, hit: &Hit, locale: Locale) -> bool {
    let palette = Palette::of(ui.ctx());
    let [before, word, after] = hit.parts();
    let colour = palette.text;
    let half = ((ui.available_width() - NUMBER) / 2.0).max(40.0);
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let name = locale.fill(Text::GoToRow, &[&hit.row.number()]);
        let number = RichText::new(hit.row.number().to_string()).font(regular(12.5));
        let go = ui.add_sized(vec2(NUMBER - 8.0, 20.0), Button::new(number).small());
        clicked = go.on_hover_text(&name).accessible_name(name).clicked();
        ui.add_space(8.0);
        let side = vec2(half * 0.8, 20.0);
        ui.allocate_ui_with_layout(side, Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_size(side);
            // A space at the end of a line has no width.
            if before.ends_with(char::is_whitespace) {
                ui.add_space(4.0);
            }
            let before = tail(before.trim_end());
            let text = RichText::new(before).font(regular(14.0)).color(colour);
            ui.add(Label::new(text).truncate());
        });
        let mut job = LayoutJob::default();
        let format = |font_id, color| TextFormat {
            font_id,
            color,
            ..TextFormat::default()
        };
        job.append(word, 0.0, format(bold(14.0), palette.accent));
        job.append(&head(after), 0.0, format(regular(14.0), colour));
        ui.add(Label::new(job).truncate().show_tooltip_when_elided(false))
            .on_hover_text(&hit.text);
    });
    ui.horizontal(|ui| {
        ui.add_space(NUMBER);
        let other = RichText::new(&hit.other).font(regular(13.0)).weak();
        ui.add(Label::new(other).truncate())
            .on_hover_text(&hit.other);
    });
    clicked
}

/// The end of what stands before the word, as much as can fit: what is cut off is at the far side.
fn tail(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let from = letters.len().saturating_sub(AROUND / 2);
    letters.get(from..).unwrap_or_default().iter().collect()
}

fn head(text: &str) -> String {
    text.chars().take(AROUND).collect()
}

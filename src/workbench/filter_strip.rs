//! The strip above the grid: how many rows there are of each kind, and a click to see these alone.

use super::command::Command;
use super::find::{Filter, Pattern};
use super::fonts::{bold, regular};
use super::keyboard::is_at_work;
use super::session::Session;
use super::texts::{Locale, Text, grouped};
use super::theme::Palette;
use egui::{Button, Context, EventFilter, Id, Key, Modifiers, Panel, RichText, TextEdit, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::{RowIndex, RowRange, State, Verdict};

/// The kinds that have a button of their own.
const KINDS: [Filter; 5] = [
    Filter::NeedsEyes,
    Filter::State(State::Flagged),
    Filter::OneSided,
    Filter::Found,
    Filter::Edited,
];
/// Between two counts while the checks still read, in seconds.
const PAUSE: f64 = 0.5;
/// In longer texts what is typed is looked for once Enter is pressed.
const LIVE_ROWS: usize = 5_000;
const FIELD: f32 = 130.0;

/// What the grid shows, and how many rows there are of each kind.
#[derive(Default)]
pub(crate) struct FilterStrip {
    kind: Filter,
    query: String,
    /// The text that the rows shown hold; as it was typed when they were chosen.
    applied: String,
    counts: Vec<(Filter, usize)>,
    counted: Option<Counted>,
    wants_focus: bool,
}

/// Of what the counts are.
#[derive(Clone, Copy)]
struct Counted {
    revision: u64,
    reading: bool,
    at: f64,
}

impl FilterStrip {
    /// Puts the keys into the field for a text.
    pub(crate) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Whether its field takes the focus when it is shown.
    pub(crate) fn wants_focus(&self) -> bool {
        self.wants_focus
    }

    /// Shows the rows that hold `text`, of whatever kind.
    pub(crate) fn look_up(&mut self, session: &mut Session, text: &str) {
        (self.kind, self.query) = (Filter::Any, text.to_owned());
        self.apply(session);
    }

    /// Shows all rows again; whether any were hidden.
    pub(crate) fn leave(&mut self, session: &mut Session) -> bool {
        (self.kind, self.query, self.applied) = Default::default();
        let was_on = session.shown().is_some();
        if was_on {
            session.show_rows_of(None);
        }
        was_on
    }

    fn apply(&mut self, session: &mut Session) {
        self.applied = self.query.trim().to_owned();
        let rows = self.rows(session);
        session.show_rows_of(rows);
    }

    /// A mark for each row that is of the kind and holds the text; `None` if that is asked of none.
    fn rows(&self, session: &Session) -> Option<Vec<bool>> {
        let pattern = Pattern::plain(&self.applied);
        if self.kind == Filter::Any && pattern.is_none() {
            return None;
        }
        let bitext = session.bitext();
        let holds_text = |row: RowIndex| {
            pattern.as_ref().is_none_or(|pattern| {
                let texts = |lang| bitext.texts(row, lang);
                let mut texts = Lang::BOTH.into_iter().flat_map(texts);
                texts.any(|text| !pattern.hits(&text).is_empty())
            })
        };
        let rows = bitext.beads.rows().each();
        Some(
            rows.map(|row| self.kind.holds(session, row) && holds_text(row))
                .collect(),
        )
    }

    fn count(&mut self, ctx: &Context, session: &mut Session) {
        let now = ctx.input(|input| input.time);
        let (revision, reading) = (session.revision(), session.findings().is_reading());
        let waits = is_at_work(ctx);
        let fresh = self.counted.is_some_and(|counted| {
            counted.revision == revision
                && (!counted.reading || reading && (waits || now - counted.at < PAUSE))
        });
        if fresh {
            return;
        }
        let counts = KINDS.into_iter().map(|kind| (kind, kind.count(session)));
        self.counts = counts.collect();
        // What the checks have found since joins what is shown.
        let found_late = matches!(self.kind, Filter::NeedsEyes | Filter::Found);
        let was_reading = self.counted.is_some_and(|counted| counted.reading);
        if found_late
            && was_reading
            && let Some(rows) = self.rows(session)
        {
            session.show_also(&rows);
        }
        self.counted = Some(Counted {
            revision,
            reading,
            at: now,
        });
    }

    /// Shows the strip, and has the session show other rows if that was asked for.
    pub(crate) fn show(&mut self, ui: &mut Ui, session: &mut Session, locale: Locale) {
        self.count(ui.ctx(), session);
        let id = Id::unique("filter text");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if has_focus && pressed(Key::Escape) {
            ui.memory_mut(|memory| memory.surrender_focus(id));
            self.leave(session);
        }
        let entered = has_focus && pressed(Key::Enter);
        let before = (self.kind, self.query.clone());
        let (mut again, mut left) = (false, false);
        let margin = egui::Margin::symmetric(8, 3);
        let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(margin);
        Panel::top("filter").frame(frame).show(ui, |ui| {
            crate::panels::name_region(ui, Command::FilterRows.label(locale));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.spacing_mut().button_padding = egui::vec2(7.0, 2.0);
                let rows = session.bitext().beads.len();
                again |= self.chip(ui, Filter::Any, rows, locale);
                for (kind, count) in self.counts.clone() {
                    again |= self.chip(ui, kind, count, locale);
                }
                again |= self.others(ui, session, locale);
                let field = TextEdit::singleline(&mut self.query)
                    .id(id)
                    .return_key(None)
                    // Or Esc takes the focus away before it is heard here.
                    .event_filter(EventFilter {
                        horizontal_arrows: true,
                        vertical_arrows: true,
                        escape: true,
                        tab: false,
                    })
                    .desired_width(FIELD)
                    .font(regular(13.0))
                    .hint_text(Text::FilterHint.in_(locale));
                let field = ui.add(field).on_hover_text(Text::FilterHelp.in_(locale));
                let field = field.accessible_name(Text::FilterHint.in_(locale));
                if std::mem::take(&mut self.wants_focus) {
                    field.request_focus();
                }
                if let Some(shown) = session.shown() {
                    ui.add_space(6.0);
                    let count = locale.fill(Text::RowsShown, &[&grouped(shown), &grouped(rows)]);
                    let colour = Palette::of(ui.ctx()).accent;
                    ui.label(RichText::new(count).font(bold(13.0)).color(colour));
                    let all = ui.button(format!("{} (Esc)", Text::ShowAll.in_(locale)));
                    left = all.clicked();
                }
            });
        });
        let live = session.bitext().beads.len() <= LIVE_ROWS;
        let typed = before.1 != self.query && live;
        if left {
            self.leave(session);
        } else if again || entered || typed || before.0 != self.kind {
            self.apply(session);
        }
        if entered {
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }

    /// A button for one kind; whether it was clicked.
    fn chip(&mut self, ui: &mut Ui, kind: Filter, count: usize, locale: Locale) -> bool {
        let on = self.kind == kind && (kind != Filter::Any || self.applied.is_empty());
        let name = format!("{} {}", kind.label(locale), grouped(count));
        let chip = Button::selectable(on, RichText::new(name).font(regular(13.0)));
        let clicked = ui.add_enabled(count > 0 || on, chip).clicked();
        if clicked {
            // A second click on what is shown leads back.
            self.kind = if on { Filter::Any } else { kind };
        }
        clicked
    }

    /// The kinds that are asked for less, behind one button: verdicts first. Whether one was chosen.
    fn others(&mut self, ui: &mut Ui, session: &Session, locale: Locale) -> bool {
        let is_other = self.kind != Filter::Any && !KINDS.contains(&self.kind);
        let name = if is_other {
            self.kind.label(locale)
        } else {
            Text::FilterMore.in_(locale).to_owned()
        };
        let mut chosen = false;
        let button = Button::selectable(
            is_other,
            RichText::new(format!("{name} ▼")).font(regular(13.0)),
        );
        let menu = egui::containers::menu::MenuButton::from_button(button);
        menu.ui(ui, |ui| {
            let verdicts = Verdict::ALL.map(Filter::Verdict);
            let rest = Filter::ALL.into_iter().filter(|kind| {
                let elsewhere = *kind == Filter::Any || KINDS.contains(kind);
                !elsewhere && !verdicts.contains(kind)
            });
            for (at, kind) in verdicts.into_iter().chain(rest).enumerate() {
                if at == verdicts.len() {
                    ui.separator();
                }
                let rows = 0..session.bitext().beads.len();
                // Counted while the menu is open, and not in long texts, where it would hold up every frame.
                let count = (rows.len() <= LIVE_ROWS).then(|| kind.count(session));
                let mut name = kind.label(locale);
                if let Some(count) = count {
                    name = format!("{name}  {count}");
                }
                let button = Button::selectable(self.kind == kind, name);
                if ui.add_enabled(count != Some(0), button).clicked() {
                    (self.kind, chosen) = (kind, true);
                    ui.close();
                }
            }
        });
        chosen
    }
}

//! Find: a bar over the grid, and its hits.

mod replace;

pub(crate) use jjak_review::find::{Filter, Pattern, concordance};

use super::keyboard;
use super::session::{Cursor, Session};
use super::texts::{Locale, Text, lang_name};
use super::theme::Palette;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{ComboBox, Id, Key, Modifiers, RichText, TextEdit, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::RowIndex;
use replace::Texts;
use std::time::{Duration, Instant};

/// How long one frame may search; the rest waits for the next.
const SLICE: Duration = Duration::from_millis(8);

/// What the bar asks for.
pub(crate) enum FindRequest {
    Go(Cursor),
    Replace(Texts),
}

#[derive(Default)]
pub(crate) struct Find {
    open: bool,
    wants_focus: bool,
    query: String,
    /// Whether the field to replace with is shown, and what stands in it.
    replacing: bool,
    with: String,
    /// With nothing to replace it with, what is found is deleted everywhere only if that is said.
    deletes: bool,
    is_regex: bool,
    /// The side to search; `None` for both.
    side: Option<Lang>,
    filter: Filter,
    /// Of the query; the error says what is wrong with an expression.
    pattern: Option<Result<Pattern, String>>,
    hits: Vec<Cursor>,
    /// The row to search next, and the revision that the hits are of.
    next_row: RowIndex,
    revision: u64,
}

/// Whether Tab was pressed, with Shift or without it; nobody else hears it then.
fn tab(ui: &Ui, back: bool) -> bool {
    let modifiers = if back {
        Modifiers::SHIFT
    } else {
        Modifiers::NONE
    };
    ui.input_mut(|input| input.modifiers.shift == back && input.consume_key(modifiers, Key::Tab))
}

/// Selects the whole text of a field, so that typing begins anew.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    let all = CCursorRange::two(CCursor::new(0), end);
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

impl Find {
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    /// Whether its field takes the focus when it is shown.
    pub(crate) fn wants_focus(&self) -> bool {
        self.open && self.wants_focus
    }

    pub(crate) fn open(&mut self) {
        self.open = true;
        self.wants_focus = true;
    }

    pub(crate) fn open_replace(&mut self) {
        self.open();
        self.replacing = true;
    }

    /// What is looked for; `None` when the bar is closed.
    pub(crate) fn pattern(&self) -> Option<&Pattern> {
        let pattern = self.pattern.as_ref().filter(|_| self.open)?;
        pattern.as_ref().ok()
    }

    /// Whether there is anything to look for: text, or rows of a kind.
    fn is_active(&self) -> bool {
        match &self.pattern {
            Some(pattern) => pattern.is_ok(),
            None => self.filter != Filter::Any,
        }
    }

    /// The hit after (or before) the cursor, around the end.
    pub(crate) fn go(&self, cursor: Cursor, forward: bool) -> Option<Cursor> {
        let key = |cursor: &Cursor| (cursor.row, cursor.lang, cursor.at);
        let here = key(&cursor);
        if forward {
            self.hits
                .iter()
                .find(|hit| key(hit) > here)
                .or(self.hits.first())
                .copied()
        } else {
            self.hits
                .iter()
                .rfind(|hit| key(hit) < here)
                .or(self.hits.last())
                .copied()
        }
    }

    /// Shows the bar; returns what was asked for.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        locale: Locale,
    ) -> Option<FindRequest> {
        if !self.open {
            return None;
        }
        let (mut target, mut replaced) = (None, None);
        let enter =
            |ui: &mut Ui, modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
        egui::Panel::top("find").show(ui, |ui| {
            crate::panels::name_region(ui, Text::FindHint.in_(locale));
            keyboard::ring(ui, "find", |ui| {
                ui.horizontal(|ui| {
                    let id = Id::unique("find");
                    let has_focus = ui.memory(|memory| memory.has_focus(id));
                    if self.replacing && has_focus && tab(ui, false) {
                        ui.memory_mut(|memory| memory.request_focus(replace::field_id()));
                    }
                    // Back through the choices, which are past on the way to the replacement.
                    let goes_back = self.replacing && has_focus && tab(ui, true);
                    let edit = TextEdit::singleline(&mut self.query)
                        .id(id)
                        .return_key(None)
                        // Tab leads to the replacement, past the choices between.
                        .lock_focus(self.replacing)
                        .desired_width(280.0)
                        .hint_text(Text::FindHint.in_(locale));
                    let backwards =
                        ui.memory(|memory| memory.has_focus(id)) && enter(ui, Modifiers::SHIFT);
                    let forwards = !backwards
                        && ui.memory(|memory| memory.has_focus(id))
                        && enter(ui, Modifiers::NONE);
                    let response = ui.add(edit);
                    let response = response.accessible_name(Text::FindHint.in_(locale));
                    if std::mem::take(&mut self.wants_focus) {
                        response.request_focus();
                        select_all(ui, id, &self.query);
                    }
                    let chosen = self.choices(ui, locale);
                    // Enter then goes to what was chosen.
                    self.wants_focus |= chosen;
                    let asked = response.changed() | chosen;
                    if asked {
                        self.pattern = if self.is_regex {
                            Pattern::regex(&self.query).transpose()
                        } else {
                            Pattern::plain(&self.query).map(Ok)
                        };
                    }
                    if asked || self.revision != session.revision() {
                        self.restart(session.revision());
                    }
                    self.search(session);
                    if asked {
                        target = self.hits.first().copied();
                    } else if forwards || backwards {
                        target = self.go(session.cursor(), forwards);
                    }
                    if let Some(Err(why)) = &self.pattern {
                        let palette = Palette::of(ui.ctx());
                        ui.label(RichText::new(Text::NoRegex.in_(locale)).color(palette.low))
                            .on_hover_text(why);
                    } else if self.is_active() {
                        ui.label(self.count(session, locale));
                    }
                    let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
                    if goes_back {
                        close.request_focus();
                    }
                    if close.clicked() || keyboard::escapes(ui) {
                        (self.open, self.replacing) = (false, false);
                        ui.memory_mut(|memory| memory.surrender_focus(id));
                    }
                });
                if self.replacing {
                    replaced = self.replace(ui, session, locale);
                }
            })
        });
        if self.next_row < session.bitext().beads.end() && self.is_active() {
            ui.request_repaint();
        }
        replaced
            .map(FindRequest::Replace)
            .or(target.map(FindRequest::Go))
    }

    /// The choices beside the field; returns whether one was changed.
    fn choices(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let before = (self.is_regex, self.side, self.filter);
        ui.checkbox(&mut self.is_regex, Text::Regex.in_(locale));
        let side = |side: Option<Lang>| match side {
            None => Text::BothSides.in_(locale),
            Some(lang) => lang_name(lang, locale),
        };
        let sides = ComboBox::from_id_salt("find side")
            .selected_text(side(self.side))
            .show_ui(ui, |ui| {
                for choice in [None, Some(Lang::En), Some(Lang::Ko)] {
                    ui.selectable_value(&mut self.side, choice, side(choice));
                }
            })
            .response
            .accessible_name(Text::WhichSide.in_(locale));
        let choices = [None, Some(Lang::En), Some(Lang::Ko)];
        keyboard::step_through(&sides, &mut self.side, &choices);
        let rows = ComboBox::from_id_salt("find rows")
            .selected_text(self.filter.label(locale))
            .width(150.0)
            .height(520.0)
            .show_ui(ui, |ui| {
                for choice in Filter::ALL {
                    ui.selectable_value(&mut self.filter, choice, choice.label(locale));
                }
            })
            .response
            .accessible_name(Text::WhichRows.in_(locale));
        keyboard::step_through(&rows, &mut self.filter, &Filter::ALL);
        before != (self.is_regex, self.side, self.filter)
    }

    fn count(&self, session: &Session, locale: Locale) -> String {
        if self.hits.is_empty() {
            return Text::FindNone.in_(locale).to_owned();
        }
        let here = self.hits.iter().position(|hit| *hit == session.cursor());
        let here = here.map_or_else(|| "·".to_owned(), |at| (at + 1).to_string());
        locale.fill(Text::FindCount, &[&here, &self.hits.len()])
    }

    fn restart(&mut self, revision: u64) {
        self.hits.clear();
        self.next_row = RowIndex(0);
        self.revision = revision;
    }

    /// Searches on for one slice of time.
    fn search(&mut self, session: &Session) {
        if !self.is_active() {
            return;
        }
        let bitext = session.bitext();
        let started = Instant::now();
        let sides = self.side.map_or(Lang::BOTH.to_vec(), |lang| vec![lang]);
        let pattern = self
            .pattern
            .as_ref()
            .and_then(|pattern| pattern.as_ref().ok());
        while self.next_row < bitext.beads.end() && started.elapsed() < SLICE {
            let row = self.next_row;
            self.next_row = row.below();
            if !self.filter.holds(session, row) {
                continue;
            }
            let Some(pattern) = pattern else {
                let filled = sides
                    .iter()
                    .find(|&&lang| !bitext.ids(row, lang).is_empty());
                self.hits
                    .extend(filled.map(|&lang| Cursor { row, lang, at: 0 }));
                continue;
            };
            for &lang in &sides {
                for (at, text) in bitext.texts(row, lang).enumerate() {
                    if !pattern.hits(&text).is_empty() {
                        self.hits.push(Cursor { row, lang, at });
                    }
                }
            }
        }
    }
}

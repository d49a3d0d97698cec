//! The glossaries: a term is added to the one of the job, of the work or of the user, and what they hold is shown.

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::{bold, regular};
use super::keyboard;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{Button, Context, Grid, Key, Label, RichText, ScrollArea, TextEdit, Ui, vec2};
use jjak_core::evidence::glossary::Glossary;
use jjak_formats::exchange::GlossaryFormat;
use jjak_pipeline::custom::{
    TermLine, glossaries_beside, glossary_beside, own_glossary, term_lines,
};
use std::path::PathBuf;

const WIDTH: f32 = 440.0;
const LINE: f32 = 24.0;
/// Most matches of the row that are offered.
const OFFERED: usize = 8;

/// Whose glossary it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Of the job, and so of whoever gets it.
    Job,
    /// Of the work, likewise.
    Work,
    /// Of the user, for all that is paired.
    Own,
}

/// A glossary that a term can be added to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) scope: Scope,
    /// The job, the work, or the folder of the user's lists.
    pub(crate) of: PathBuf,
}

impl Place {
    /// The file that terms are added to.
    pub(crate) fn glossary(&self) -> PathBuf {
        match self.scope {
            Scope::Job | Scope::Work => glossary_beside(&self.of),
            Scope::Own => own_glossary(&self.of),
        }
    }

    fn label(&self, locale: Locale) -> &'static str {
        let text = match self.scope {
            Scope::Job => Text::TermOfJob,
            Scope::Work => Text::TermOfWork,
            Scope::Own => Text::TermOwn,
        };
        text.in_(locale)
    }
}

pub(crate) struct TermPanel {
    en: String,
    ko: String,
    /// What matches in the row, to be taken with one press.
    offered: Vec<(String, String)>,
    places: Vec<Place>,
    chosen: usize,
    held: Held,
    dialog: Option<Dialog>,
    fresh: bool,
    /// The fields were just filled: the button is next.
    filled: bool,
}

/// What the chosen glossary holds.
#[derive(Default)]
struct Held {
    lines: Vec<TermLine>,
    /// A client's glossaries beside it.
    files: Vec<PathBuf>,
}

impl Held {
    fn of(place: Option<&Place>) -> Held {
        let Some(place) = place else {
            return Held::default();
        };
        let own = place.glossary();
        let files = match place.scope {
            Scope::Job | Scope::Work => glossaries_beside(&place.of),
            Scope::Own => Vec::new(),
        };
        Held {
            lines: term_lines(&own),
            files: files.into_iter().filter(|file| *file != own).collect(),
        }
    }
}

/// What a person asks of the panel.
pub(crate) enum Asked {
    Add(Place, String, String),
    Forget(Place, TermLine),
    /// A client's glossary is to lie beside the job or the work.
    AddFile(Place, PathBuf),
    /// The system has no file dialog.
    NoDialog,
    Close,
}

impl TermPanel {
    /// `places` are those there are, at least one; `scope` is chosen at first.
    pub(crate) fn new(
        (en, ko): (String, String),
        offered: Vec<(String, String)>,
        places: Vec<Place>,
        scope: Scope,
    ) -> TermPanel {
        let chosen = places.iter().position(|place| place.scope == scope);
        let chosen = chosen.unwrap_or(0);
        TermPanel {
            en,
            ko,
            offered: offered.into_iter().take(OFFERED).collect(),
            held: Held::of(places.get(chosen)),
            places,
            chosen,
            dialog: None,
            fresh: true,
            filled: false,
        }
    }

    /// Shows again what the glossary holds: it changed.
    pub(crate) fn refresh(&mut self) {
        self.held = Held::of(self.places.get(self.chosen));
    }

    /// Shows the panel; what the person asks of it.
    pub(crate) fn show(&mut self, ui: &Ui, locale: Locale) -> Option<Asked> {
        if let Some(asked) = self.hear_dialog() {
            return Some(asked);
        }
        let asked = floating::show(ui, Text::TermTitle, WIDTH, locale, |ui| {
            ui.add(Label::new(RichText::new(Text::TermHint.in_(locale)).weak()).wrap());
            ui.add_space(4.0);
            let entered = self.show_fields(ui, locale);
            self.show_offered(ui, locale);
            if choose_place(ui, &self.places, &mut self.chosen, locale) {
                self.refresh();
            }
            ui.add_space(6.0);
            let asked = self.show_buttons(ui, entered, locale);
            ui.separator();
            asked.or(self.show_held(ui, locale))
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked.flatten())
    }

    /// The chosen glossary.
    pub(crate) fn place(&self) -> Option<Place> {
        self.places.get(self.chosen).cloned()
    }

    fn hear_dialog(&mut self) -> Option<Asked> {
        let answer = self.dialog.as_ref()?.poll()?;
        self.dialog = None;
        match answer {
            Answer::Chosen(path) => Some(Asked::AddFile(self.place()?, path)),
            Answer::Closed => None,
            Answer::Missing => Some(Asked::NoDialog),
        }
    }

    /// The two fields; the empty one has the keys at first. Whether Enter was pressed in one.
    fn show_fields(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let mut entered = false;
        let mut fresh = std::mem::take(&mut self.fresh);
        let all_filled = !self.en.is_empty() && !self.ko.is_empty();
        Grid::new("term").num_columns(2).show(ui, |ui| {
            for (text, value) in [
                (Text::TermEnglish, &mut self.en),
                (Text::TermKorean, &mut self.ko),
            ] {
                ui.label(text.in_(locale));
                let wanted = fresh && (value.is_empty() || all_filled);
                let field = ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY));
                if wanted {
                    field.request_focus();
                    fresh = false;
                }
                entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                field.accessible_name(text.in_(locale));
                ui.end_row();
            }
        });
        entered
    }

    /// What matches in the row: a press fills the fields.
    fn show_offered(&mut self, ui: &mut Ui, locale: Locale) {
        if self.offered.is_empty() {
            return;
        }
        ui.label(RichText::new(Text::TermOffered.in_(locale)).weak());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (en, ko) in &self.offered {
                let text = RichText::new(format!("{en} = {ko}")).font(regular(13.0));
                if ui.add(Button::new(text).small()).clicked() {
                    (self.en, self.ko) = (en.clone(), ko.clone());
                    self.filled = true;
                }
            }
        });
    }

    fn show_buttons(&mut self, ui: &mut Ui, entered: bool, locale: Locale) -> Option<Asked> {
        let palette = Palette::of(ui.ctx());
        let ready = self.is_ready();
        let mut asked = None;
        ui.horizontal(|ui| {
            let text = RichText::new(Text::TermAdd.in_(locale)).font(bold(14.5));
            let button = if ready {
                Button::new(text.color(palette.on_accent)).fill(palette.accent)
            } else {
                Button::new(text)
            };
            let add = ui.add_enabled(ready, button.min_size(vec2(120.0, 32.0)));
            if std::mem::take(&mut self.filled) {
                add.request_focus();
            }
            if ready && (entered || add.clicked()) {
                let (en, ko) = (self.en.trim().to_owned(), self.ko.trim().to_owned());
                asked = self.place().map(|place| Asked::Add(place, en, ko));
            }
            let takes_files = self.place().is_some_and(|place| place.scope != Scope::Own);
            let file = Button::new(Text::TermAddFile.in_(locale)).min_size(vec2(0.0, 32.0));
            let wanted = takes_files
                && ui
                    .add_enabled(self.dialog.is_none(), file)
                    .on_hover_text(Text::TermAddFileHelp.in_(locale))
                    .clicked();
            if wanted {
                self.dialog = Some(ask_for_file(ui.ctx(), locale));
            }
            let close = Button::new(Text::Close.in_(locale)).min_size(vec2(80.0, 32.0));
            if ui.add(close).on_hover_text("Esc").clicked() {
                asked = Some(Asked::Close);
            }
        });
        asked
    }

    /// The terms of the chosen glossary, each with a button to take it out.
    fn show_held(&self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let count = self.held.lines.len();
        let words = match count {
            0 => Text::TermNone.in_(locale).to_owned(),
            count => locale.fill(Text::TermCount, &[&count]),
        };
        ui.label(RichText::new(words).font(regular(13.0)).weak());
        let mut asked = None;
        let room = (ui.ctx().content_rect().height() - 430.0).clamp(LINE * 2.0, LINE * 12.0);
        ScrollArea::vertical()
            .max_height(room)
            .auto_shrink([false, true])
            .show_rows(ui, LINE, count, |ui, rows| {
                ui.set_max_width(WIDTH - 14.0);
                for line in self.held.lines.get(rows).unwrap_or_default() {
                    ui.horizontal(|ui| {
                        ui.set_min_height(LINE);
                        let name = locale.fill(Text::TermForget, &[&line.en]);
                        let forget = ui.add(Button::new("×").small());
                        let forget = forget.on_hover_text(&name);
                        if forget.accessible_name(name).clicked() {
                            asked = self.place().map(|at| Asked::Forget(at, line.clone()));
                        }
                        let text = format!("{}  =  {}", line.en, line.ko);
                        ui.add(Label::new(RichText::new(text).font(regular(14.0))).truncate());
                    });
                }
            });
        for file in &self.held.files {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let words = locale.fill(Text::TermFile, &[&name]);
            ui.add(Label::new(RichText::new(words).font(regular(13.0)).weak()).wrap());
        }
        asked
    }

    /// Whether the glossary can hold it.
    fn is_ready(&self) -> bool {
        let line = format!("{}\t{}", self.en.trim(), self.ko.trim());
        !self.en.trim().starts_with('#')
            && !self.en.contains('\t')
            && Glossary::read(&line).is_ok_and(|glossary| !glossary.is_empty())
    }
}

/// Which glossary; whether another was chosen.
pub(crate) fn choose_place(
    ui: &mut Ui,
    places: &[Place],
    chosen: &mut usize,
    locale: Locale,
) -> bool {
    if places.len() < 2 {
        return false;
    }
    let before = *chosen;
    ui.horizontal_wrapped(|ui| {
        for (at, place) in places.iter().enumerate() {
            let there = place.glossary().display().to_string();
            let choice = ui.radio_value(chosen, at, place.label(locale));
            choice.on_hover_text(there);
        }
    });
    *chosen != before
}

fn ask_for_file(ctx: &Context, locale: Locale) -> Dialog {
    let kinds: Vec<&str> = GlossaryFormat::NAMES
        .iter()
        .map(|(name, _)| *name)
        .collect();
    Dialog::open_file(ctx, Text::TermAddFile.in_(locale), &kinds, locale)
}

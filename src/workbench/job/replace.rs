//! Find and replace over the whole job: what would change in which article is seen first; each is one step to undo.

use super::cells::title;
use super::findings::reading;
use crate::floating;
use crate::fonts::{bold, regular};
use crate::keyboard;
use crate::texts::{JobText, Locale, Text, lang_name};
use crate::theme::Palette;
use egui::{Button, ComboBox, Key, Label, RichText, ScrollArea, TextEdit, Ui};
use jjak_core::article::Lang;
use jjak_review::crew::Crew;
use jjak_review::find::Pattern;
use jjak_review::job::JobSession;
use jjak_review::job::replacing::{Change, Replacing};
use std::collections::BTreeSet;
use std::sync::Arc;

const WIDTH: f32 = 620.0;
/// As many sentences of an article are shown before and after.
const SHOWN: usize = 2;

/// What would change in one article, or why it cannot be looked at.
pub type Looked = Result<Vec<Change>, String>;

#[derive(Default)]
pub struct JobReplace {
    query: String,
    with: String,
    is_regex: bool,
    deletes: bool,
    side: Option<Lang>,
    looking: Option<Crew<Looked>>,
    /// What is sought, as it was when the looking began.
    sought: Option<Replacing>,
    found: Vec<(u64, Vec<Change>)>,
    unread: Vec<String>,
    /// Articles that are to stay as they are.
    left_out: BTreeSet<u64>,
    shown: bool,
}

/// What the panel asks for.
pub enum Asked {
    Look(Replacing),
    Replace(Replacing, Vec<u64>),
    Close,
}

impl JobReplace {
    /// Takes a crew that looks for `sought`.
    pub fn look(&mut self, sought: Replacing, looking: Crew<Looked>) {
        (self.sought, self.looking) = (Some(sought), Some(looking));
        (self.found, self.unread) = Default::default();
        self.left_out.clear();
    }

    fn hear(&mut self) {
        let Some(looking) = &mut self.looking else {
            return;
        };
        for (id, looked) in looking.poll(usize::MAX) {
            match looked.unwrap_or_else(Err) {
                Ok(changes) if changes.is_empty() => {}
                Ok(changes) => self.found.push((id, changes)),
                Err(why) => self.unread.push(why),
            }
        }
        if looking.is_over() {
            self.looking = None;
            self.found.sort_by_key(|(id, _)| *id);
        }
    }

    /// Shows the panel.
    pub fn show(&mut self, ui: &Ui, job: &JobSession, locale: Locale) -> Option<Asked> {
        self.hear();
        let asked = floating::show(ui, JobText::ReplaceTitle, WIDTH, locale, |ui| {
            let mut asked = self.fields(ui, locale);
            if let Some((done, all)) = self.looking.as_ref().map(Crew::counts) {
                if reading(ui, done as f32 / all.max(1) as f32, locale) {
                    self.looking = None;
                }
            } else if self.sought.is_some() {
                self.list(ui, job, locale);
            }
            asked = self.buttons(ui, locale).or(asked);
            asked
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked.flatten())
    }

    fn fields(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let mut entered = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.query)
                .desired_width(250.0)
                .hint_text(Text::FindHint.in_(locale));
            let field = ui.add(field).accessible_name(Text::FindHint.in_(locale));
            if !std::mem::replace(&mut self.shown, true) {
                field.request_focus();
            }
            entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let with = TextEdit::singleline(&mut self.with)
                .desired_width(250.0)
                .hint_text(Text::ReplaceHint.in_(locale));
            let with = ui.add(with).on_hover_text(Text::ReplaceHelp.in_(locale));
            let with = with.accessible_name(Text::ReplaceHint.in_(locale));
            entered |= with.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        });
        let pattern = if self.is_regex {
            Pattern::regex(&self.query).transpose()
        } else {
            Pattern::plain(&self.query).map(Ok)
        };
        let mut asked = None;
        ui.horizontal(|ui| {
            ui.checkbox(&mut self.is_regex, Text::Regex.in_(locale));
            let name = |side: Option<Lang>| match side {
                None => Text::BothSides.in_(locale),
                Some(lang) => lang_name(lang, locale),
            };
            let choices = [None, Some(Lang::En), Some(Lang::Ko)];
            let sides = ComboBox::from_id_salt("replace side")
                .selected_text(name(self.side))
                .show_ui(ui, |ui| {
                    for choice in choices {
                        ui.selectable_value(&mut self.side, choice, name(choice));
                    }
                });
            let sides = sides.response.accessible_name(Text::WhichSide.in_(locale));
            keyboard::step_through(&sides, &mut self.side, &choices);
            let can = matches!(pattern, Some(Ok(_)));
            let find = Button::new(JobText::ReplaceFind.in_(locale));
            let find = ui.add_enabled(can, find).clicked();
            if let Some(Err(why)) = &pattern {
                let palette = Palette::of(ui.ctx());
                ui.label(RichText::new(Text::NoRegex.in_(locale)).color(palette.low))
                    .on_hover_text(why);
            } else if (find || entered)
                && let Some(Ok(pattern)) = pattern
            {
                asked = Some(Asked::Look(Replacing {
                    pattern: Arc::new(pattern),
                    with: self.with.clone(),
                    side: self.side,
                }));
            }
        });
        asked
    }

    /// What would change, article by article.
    fn list(&mut self, ui: &mut Ui, job: &JobSession, locale: Locale) {
        let palette = Palette::of(ui.ctx());
        if !self.unread.is_empty() {
            let words = locale.fill(JobText::Unread, &[&self.unread.len()]);
            let words = RichText::new(words).color(palette.low);
            ui.label(words).on_hover_text(self.unread.join("\n"));
        }
        let sentences: usize = self.found.iter().map(|(_, changes)| changes.len()).sum();
        let words = match sentences {
            0 => Text::FindNone.in_(locale).to_owned(),
            _ => locale.fill(JobText::ReplaceFound, &[&sentences, &self.found.len()]),
        };
        ui.label(RichText::new(words).font(bold(14.0)));
        let room = (ui.ctx().content_rect().height() - 340.0).max(100.0);
        ScrollArea::vertical()
            .max_height(room)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_max_width(WIDTH - 14.0);
                for (id, changes) in &self.found {
                    let pair = job.pair(*id);
                    let title = pair.map(|pair| title(pair, Lang::En)).unwrap_or_default();
                    let name = locale.fill(JobText::ReplaceArticle, &[&title, &changes.len()]);
                    let mut on = !self.left_out.contains(id);
                    if ui
                        .checkbox(&mut on, RichText::new(name).font(regular(14.0)))
                        .changed()
                    {
                        if on {
                            self.left_out.remove(id)
                        } else {
                            self.left_out.insert(*id)
                        };
                    }
                    for change in changes.iter().take(SHOWN) {
                        ui.indent((id, change.id, change.lang), |ui| {
                            let before = RichText::new(&change.before).font(regular(12.5));
                            let before = before.color(palette.weak).strikethrough();
                            ui.add(Label::new(before).truncate());
                            let after = RichText::new(&change.after).font(regular(12.5));
                            ui.add(Label::new(after).truncate());
                        });
                    }
                }
            });
    }

    fn buttons(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let mut asked = None;
        ui.horizontal(|ui| {
            let chosen: Vec<u64> = self
                .found
                .iter()
                .map(|(id, _)| *id)
                .filter(|id| !self.left_out.contains(id))
                .collect();
            // What was typed since is another question.
            let is_as_typed = self
                .sought
                .as_ref()
                .is_some_and(|sought| sought.with == self.with && sought.side == self.side);
            let says = !self.with.is_empty() || self.deletes;
            let can = self.looking.is_none() && !chosen.is_empty() && is_as_typed && says;
            let name = locale.fill(JobText::ReplaceIn, &[&chosen.len()]);
            if ui.add_enabled(can, Button::new(name)).clicked()
                && let Some(sought) = self.sought.take()
            {
                asked = Some(Asked::Replace(sought, chosen));
                self.found.clear();
            }
            self.deletes &= self.with.is_empty();
            if self.with.is_empty() {
                ui.checkbox(&mut self.deletes, Text::ReplaceDeletes.in_(locale));
            }
            if ui
                .button(Text::Close.in_(locale))
                .on_hover_text("Esc")
                .clicked()
            {
                asked = Some(Asked::Close);
            }
        });
        asked
    }
}

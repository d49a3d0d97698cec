//! Whether a command can be done now, who does it, and what those of the window as a whole do.

use super::action::{Act, actions};
use super::leaving::Leaving;
use super::{Screen, Workbench};
use crate::command::{Command, Need};
use crate::hints::Hints;
use crate::log;
use crate::look::Look;
use crate::manual_page::ManualPage;
use crate::palette::PaletteBox;
use crate::review::{Answer, Review};
use crate::settings_page::SettingsPage;
use crate::start::{Start, StartRequest};
use crate::texts::Text;
use crate::toasts::ToastKind;
use egui::Context;
use jjak_core::article::Lang;

impl Workbench {
    /// Whether `command` can be asked for now.
    pub fn allows(&self, command: Command) -> bool {
        let mut needs = command.needs().iter();
        needs.any(|need| self.meets(*need).is_ok())
    }

    /// Does what `command` asks for, or says why it cannot.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        let mut why = None;
        for (need, act) in actions(command) {
            match self.meets(need) {
                Ok(()) => {
                    log::note("command", command.name(), &[]);
                    return self.act(ctx, command, act);
                }
                Err(text) => why = why.or(text),
            }
        }
        self.tell(&why.map_or(Answer::Done, Answer::Says));
    }

    /// Whether what is needed is there, or what to say of it.
    fn meets(&self, need: Need) -> Result<(), Option<Text>> {
        let is_met = match need {
            Need::Nothing => true,
            Need::PairBehind => self.review.is_some() && !self.shows_rows(),
            Need::Job(need) => self.job_meets(need),
            Need::Rows(need) => {
                if let Some(review) = self.reviewing()
                    && let Some(why) = review.lacks(need)
                {
                    return Err(Some(why));
                }
                self.reviewing().is_some() && !self.is_busy()
            }
        };
        is_met.then_some(()).ok_or(None)
    }

    fn act(&mut self, ctx: &Context, command: Command, act: Act) {
        match act {
            Act::Window(act) => act(self, ctx),
            Act::Table(act) => self.do_in_table(act),
            Act::Rows(act) => {
                let was_reviewed = self.is_reviewed();
                let Some(review) = self.reviewing_mut() else {
                    return;
                };
                let answer = review.act(command, act);
                let says_so = matches!(answer, Answer::Says(Text::AllReviewed));
                match answer {
                    Answer::Done | Answer::Says(_)
                        if (says_so || !was_reviewed) && self.is_reviewed() =>
                    {
                        self.tell_reviewed();
                    }
                    Answer::Term(en, ko) => self.ask_for_term(en, ko),
                    Answer::InContext(word) => self.look_up_in_context(word),
                    answer => self.tell(&answer),
                }
            }
        }
    }

    pub(crate) fn new_pair(&mut self, _: &Context) {
        self.screen = Screen::Start;
        self.start = Start::default();
    }

    pub(crate) fn back_to_pair(&mut self, _: &Context) {
        self.screen = Screen::Rows;
    }

    pub(crate) fn choose_english(&mut self, _: &Context) {
        self.choose(Lang::En);
    }

    pub(crate) fn choose_korean(&mut self, _: &Context) {
        self.choose(Lang::Ko);
    }

    fn choose(&mut self, lang: Lang) {
        self.screen = Screen::Start;
        self.start.choose(lang);
    }

    pub(crate) fn choose_project(&mut self, ctx: &Context) {
        self.screen = Screen::Start;
        self.start.choose_project(ctx, self.locale());
    }

    pub(crate) fn open_sample(&mut self, ctx: &Context) {
        self.leave(ctx, Leaving::Open(StartRequest::OpenSample));
    }

    pub(crate) fn quit(&mut self, ctx: &Context) {
        self.leave(ctx, Leaving::Quit);
    }

    /// The cell or the selected rows to the clipboard.
    pub(crate) fn copy(&mut self, ctx: &Context) {
        let copied = self.reviewing().map(Review::copied).unwrap_or_default();
        let lines = copied.lines().count();
        let said = self.locale().fill(Text::Copied, &[&lines]);
        self.toasts.push(ToastKind::Info, said);
        ctx.copy_text(copied);
    }

    pub(crate) fn open_palette(&mut self, _: &Context) {
        self.palette = Some(PaletteBox::default());
    }

    /// Asks for the number of a row to go to.
    pub(crate) fn ask_for_row(&mut self, _: &Context) {
        let rows = self.bitext().map_or(0, |bitext| bitext.beads.len());
        self.palette = Some(PaletteBox::of_rows(rows));
    }

    pub(crate) fn open_help(&mut self, _: &Context) {
        self.help = true;
    }

    pub(crate) fn open_manual(&mut self, _: &Context) {
        self.manual = Some(ManualPage::about(self.subject()));
    }

    pub(crate) fn show_hints(&mut self, _: &Context) {
        self.hints = Some(Hints::default());
    }

    pub(crate) fn turn_messages(&mut self, _: &Context) {
        self.toasts.turn_list();
    }

    pub(crate) fn turn_log(&mut self, _: &Context) {
        self.log = !self.log;
    }

    pub(crate) fn turn_licences(&mut self, _: &Context) {
        self.licences = !self.licences;
    }

    pub(crate) fn turn_settings(&mut self, _: &Context) {
        self.settings_page = match self.settings_page {
            Some(_) => None,
            None => Some(SettingsPage::default()),
        };
    }

    pub(crate) fn turn_light_dark(&mut self, ctx: &Context) {
        let dark = ctx.theme() == egui::Theme::Light;
        self.change_settings(ctx, |settings| settings.dark = Some(dark));
    }

    pub(crate) fn turn_language(&mut self, ctx: &Context) {
        let locale = self.locale().other();
        self.change_settings(ctx, |settings| settings.locale = Some(locale));
    }

    pub(crate) fn zoom_in(&mut self, ctx: &Context) {
        self.set_look(ctx, |look| look.zoomed(true));
    }

    pub(crate) fn zoom_out(&mut self, ctx: &Context) {
        self.set_look(ctx, |look| look.zoomed(false));
    }

    pub(crate) fn zoom_reset(&mut self, ctx: &Context) {
        self.set_look(ctx, |look| Look { zoom: 1.0, ..look });
    }

    fn set_look(&mut self, ctx: &Context, change: impl FnOnce(Look) -> Look) {
        let look = change(self.settings.look).within_limits();
        self.change_settings(ctx, |settings| settings.look = look);
    }
}

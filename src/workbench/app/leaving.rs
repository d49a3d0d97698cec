//! Work that is in no file of the person's is not left by accident: opening another pair and closing the window ask first.

use super::{Screen, Workbench};
use crate::command::Command;
use crate::fonts;
use crate::keyboard;
use crate::keymap::Keymap;
use crate::start::StartRequest;
use crate::texts::Text;
use egui::{RichText, Ui, ViewportCommand};
use jjak_core::article::Lang;
use jjak_formats::import::Encoding;

/// What would leave the work behind.
pub(super) enum Leaving {
    Open(StartRequest),
    /// A pair of the open job.
    Pair(u64),
    /// Another job.
    Job(std::path::PathBuf),
    /// The same texts, one of them in another encoding.
    Reread(Lang, Encoding),
    Quit,
}

impl Workbench {
    /// Whether the window is about to close.
    pub fn is_closing(&self) -> bool {
        self.may_close
    }

    fn has_unsaved(&self) -> bool {
        let review = self.review.as_ref();
        review.is_some_and(|review| !review.is_read_only() && review.session.is_unsaved())
    }

    /// Leaves at once if nothing would be lost, else asks.
    pub(super) fn leave(&mut self, ctx: &egui::Context, leaving: Leaving) {
        if self.has_unsaved() {
            self.ask_to_leave(leaving);
        } else {
            self.go(ctx, leaving);
        }
    }

    fn ask_to_leave(&mut self, leaving: Leaving) {
        (self.leaving, self.fresh_question) = (Some(leaving), true);
    }

    fn go(&mut self, ctx: &egui::Context, leaving: Leaving) {
        match leaving {
            Leaving::Open(request) => self.start_request(ctx, request),
            Leaving::Pair(id) => self.open_pair(ctx, id),
            Leaving::Job(path) => self.open_job(ctx, path),
            Leaving::Reread(lang, encoding) => self.reread(ctx, lang, encoding),
            Leaving::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Closes the window without a question; what is not saved stays for the next start.
    pub fn end(&mut self, ctx: &egui::Context) {
        if !std::mem::replace(&mut self.ends, true) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// The window is gone: a pair that the person did not save, and said so or never touched, leaves no file.
    pub fn close(&mut self) {
        self.keep_place();
        self.close_job();
        if (self.may_close || !self.has_unsaved())
            && let Some(review) = self.review.take()
        {
            review.session.leave();
        }
    }

    /// Remembers where the person stands in the open work.
    pub(super) fn keep_place(&mut self) {
        let Some(review) = &self.review else { return };
        let (path, cursor) = (review.session.file(), review.session.cursor());
        if let Some(path) = path.map(std::path::Path::to_owned) {
            self.settings.keep_place(&path, cursor);
            self.write_settings();
        }
    }

    /// Holds the window open while there is work to ask about.
    pub(super) fn hear_close(&mut self, ui: &Ui) {
        let asked = ui.input(|input| input.viewport().close_requested());
        if asked && !self.may_close && !self.ends && self.has_unsaved() {
            ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask_to_leave(Leaving::Quit);
        }
    }

    /// The question, and on the start screen the way back.
    pub(super) fn leaving_bar(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        if self.leaving.is_some() {
            let answer = egui::Panel::top("leaving").show(ui, |ui| {
                keyboard::ring(ui, "leaving", |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.label(RichText::new(Text::Unsaved.in_(locale)).font(fonts::bold(13.5)));
                        let answers = [Text::SaveFirst, Text::LeaveAnyway, Text::Cancel];
                        let [save, leave, cancel] = answers.map(|text| ui.button(text.in_(locale)));
                        // The question came up under a key: the next one answers it.
                        if std::mem::take(&mut self.fresh_question) {
                            save.request_focus();
                        }
                        [save, leave, cancel].map(|button| button.clicked())
                    })
                })
            });
            let [save, leave, mut cancel] = answer.inner.inner;
            cancel |= keyboard::escapes(ui);
            if save {
                self.screen = Screen::Rows;
                self.run(ui.ctx(), Command::Save);
            }
            if leave && let Some(leaving) = self.leaving.take() {
                self.go(ui.ctx(), leaving);
            }
            if save || cancel {
                self.leaving = None;
            }
        } else if self.screen == Screen::Start && !self.is_setting_up() {
            let ways = [Command::BackToPair, Command::JobTable];
            let ways = ways.map(|way| self.allows(way).then_some(way));
            if ways.iter().all(Option::is_none) {
                return;
            }
            let back = egui::Panel::top("back").show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(Text::StillOpen.in_(locale));
                    let clicked = ways.into_iter().flatten().filter(|way| {
                        let back = ui.button(way.label(locale));
                        let tip = Keymap::of(ui.ctx()).tip(*way, locale);
                        back.on_hover_text(tip).clicked()
                    });
                    clicked.last()
                })
            });
            if let Some(way) = back.inner.inner {
                self.run(ui.ctx(), way);
            }
        }
    }
}

//! The settings as the window goes by them: changed in one place, kept in their file.

use super::Workbench;
use crate::settings::{Notice, Settings};
use crate::texts::Text;
use crate::toasts::ToastKind;
use egui::{Context, ThemePreference, Ui};

impl Workbench {
    /// Changes the settings; what depends on them follows at once, the file when the frame ends.
    pub(super) fn change_settings(&mut self, ctx: &Context, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        let now = &self.settings;
        if before.dark != now.dark {
            self.apply_theme(ctx);
        }
        if before.look.zoom != now.look.zoom {
            ctx.set_zoom_factor(now.look.zoom);
        }
        if before.keys != now.keys {
            now.keys.install(ctx);
        }
        if before.queue != now.queue
            && let Some(review) = &mut self.review
        {
            review.session.set_queue(now.queue);
        }
        self.unkept |= before != *now;
    }

    pub(super) fn apply_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.settings.dark {
            None => ThemePreference::System,
            Some(true) => ThemePreference::Dark,
            Some(false) => ThemePreference::Light,
        });
    }

    pub(super) fn settings_panel(&mut self, ui: &mut Ui) {
        if !std::mem::replace(&mut self.has_widths, true) {
            self.settings.panels.restore(ui);
        }
        let locale = self.locale();
        let Some(mut page) = self.settings_page.take() else {
            return;
        };
        let mut settings = self.settings.clone();
        let stays = page.show(ui, &mut settings, locale);
        self.settings_page = stays.then_some(page);
        self.change_settings(ui.ctx(), |now| *now = settings);
    }

    /// Writes the settings if they changed, once the mouse lets go of what it drags.
    pub(super) fn keep_settings(&mut self, ui: &Ui) {
        let panels = self.settings.panels.read(ui);
        self.change_settings(ui.ctx(), |settings| settings.panels = panels);
        if self.unkept && !ui.input(|input| input.pointer.any_down()) {
            self.write_settings();
        }
    }

    /// Writes the settings, and tells what became of that where it is not plain.
    pub(super) fn write_settings(&mut self) {
        self.unkept = false;
        let locale = self.locale();
        match self.settings.save() {
            Ok(None) => {}
            Ok(Some(aside)) => {
                let aside = locale.fill(Text::SettingsAside, &[&aside.display()]);
                self.toasts.push(ToastKind::Info, aside);
            }
            Err(why) => {
                let why = locale.fill(Text::SettingsUnwritten, &[&why]);
                self.toasts.push(ToastKind::Error, why);
            }
        }
    }

    /// Says what was odd about the file of the settings.
    pub fn tell_of_settings(&mut self, notices: &[Notice]) {
        let locale = self.locale();
        for notice in notices {
            let said = match notice {
                Notice::Kept(names) => locale.fill(Text::SettingsKept, &[&names.join(", ")]),
                Notice::Damaged(why) => locale.fill(Text::SettingsDamaged, &[why]),
                Notice::Unreadable(why) => locale.fill(Text::SettingsUnreadable, &[why]),
            };
            self.toasts.push(ToastKind::Warning, said);
        }
    }
}

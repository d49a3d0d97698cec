//! History on the start screen: works that a crash left behind, and those that were opened before.

use super::StartRequest;
use crate::command::Command;
use crate::fonts::{bold, regular};
use crate::settings::Recent;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::{Button, Label, RichText, Ui};
use jjak_formats::project::Unsaved;
use std::path::{Path, PathBuf};

fn list_title(ui: &mut Ui, text: Text, locale: Locale) {
    ui.add_space(20.0);
    let title = RichText::new(text.in_(locale)).font(bold(13.5));
    ui.label(title.weak());
}

/// Work that a crash left behind: click to go on with it. What is to be thrown away is asked about once more.
pub(super) fn show_unsaved(
    ui: &mut Ui,
    unsaved: &[Unsaved],
    discarding: &mut Option<PathBuf>,
    locale: Locale,
) -> Option<StartRequest> {
    if unsaved.is_empty() {
        return None;
    }
    list_title(ui, Text::RecoveredTitle, locale);
    let mut request = None;
    for work in unsaved {
        ui.horizontal(|ui| {
            let open = ui.add(Button::new(&work.title).truncate());
            let tip = Command::OpenProject.help(locale);
            if open.on_hover_text(tip).clicked() {
                request = Some(StartRequest::Project(work.path.clone()));
            }
            let last = work.last.map(|at| {
                let local = at.to_zoned_datetime(jiff::tz::TimeZone::system());
                local.strftime("%Y-%m-%d %H:%M").to_string()
            });
            let what = locale.fill(
                Text::RecoveredEdits,
                &[&work.edits, &last.unwrap_or_default()],
            );
            ui.label(RichText::new(&what).font(regular(12.5)).weak());
            if discarding.as_deref() == Some(work.path.as_path()) {
                let colour = Palette::of(ui.ctx()).low;
                ui.label(RichText::new(Text::DiscardAsk.in_(locale)).color(colour));
                let keep = ui.button(Text::Keep.in_(locale));
                let discard = ui.button(Text::DiscardForGood.in_(locale));
                if discard.clicked() {
                    request = Some(StartRequest::Discard(work.path.clone()));
                }
                if keep.clicked() || discard.clicked() {
                    *discarding = None;
                }
                return;
            }
            let discard = Button::new(Text::Discard.in_(locale)).frame_when_inactive(false);
            let name = format!("{}: {what}", Text::Discard.in_(locale));
            if ui.add(discard).accessible_name(name).clicked() {
                *discarding = Some(work.path.clone());
            }
        });
    }
    request
}

/// What was opened before: click to open it again.
pub(super) fn show_recent(ui: &mut Ui, recent: &[Recent], locale: Locale) -> Option<StartRequest> {
    if recent.is_empty() {
        return None;
    }
    list_title(ui, Text::RecentPairs, locale);
    let name = |path: &Path| {
        path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    let mut request = None;
    for (at, opened) in recent.iter().enumerate() {
        let (names, tip, folder) = match opened {
            Recent::Pair { en, ko } => (
                format!("{}  ·  {}", name(en), name(ko)),
                format!("{}\n{}", en.display(), ko.display()),
                en.parent(),
            ),
            Recent::Project { project: file } | Recent::Job { job: file } => {
                let tip = file.display().to_string();
                (name(file), tip, file.parent())
            }
        };
        ui.horizontal(|ui| {
            let row = ui.add(Button::new(names).frame_when_inactive(false));
            row.context_menu(|ui| {
                if ui.button(Text::OpenRecent.in_(locale)).clicked() {
                    request = Some(StartRequest::Recent(at));
                }
                if ui.button(Text::CopyPath.in_(locale)).clicked() {
                    ui.ctx().copy_text(tip.clone());
                }
                if ui.button(Text::ForgetRecent.in_(locale)).clicked() {
                    request = Some(StartRequest::Forget(at));
                }
            });
            if row.on_hover_text(tip).clicked() {
                request = Some(StartRequest::Recent(at));
            }
            if let Some(folder) = folder {
                let folder = RichText::new(folder.display().to_string()).weak();
                ui.add(Label::new(folder.font(regular(12.5))).truncate());
            }
        });
    }
    request
}

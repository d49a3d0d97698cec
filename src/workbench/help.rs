//! The sheet of every command with its keys.

use super::chord::Chord;
use super::command::{Command, Group};
use super::fonts::{bold, regular};
use super::keymap::Keymap;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{
    Align, CentralPanel, Frame, Key, Label, Layout, Modifiers, RichText, ScrollArea, Stroke, Ui,
    vec2,
};

/// A column narrower than this breaks its help lines too often.
const COLUMN: f32 = 330.0;
const WIDEST: f32 = 1500.0;

/// Shows the sheet as a page. Returns whether it stays open.
pub fn show(ui: &mut Ui, locale: Locale) -> bool {
    let asked_to_close = Keymap::of(ui.ctx()).hear(ui.ctx(), Command::Help)
        || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let page = CentralPanel::default().show(ui, |ui| {
        crate::panels::name_region(ui, Text::HelpTitle.in_(locale));
        let closed = ui
            .horizontal(|ui| {
                ui.label(RichText::new(Text::HelpTitle.in_(locale)).font(bold(20.0)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = ui.button(Text::Close.in_(locale));
                    close.on_hover_text("Esc").clicked()
                })
                .inner
            })
            .inner;
        ui.add_space(8.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            // Room for the scroll bar beside the key caps, and no lines too long to read.
            ui.set_max_width((ui.available_width() - 14.0).clamp(0.0, WIDEST));
            show_columns(ui, locale);
        });
        closed
    });
    !(page.inner || asked_to_close)
}

fn show_columns(ui: &mut Ui, locale: Locale) {
    let columns = ((ui.available_width() / COLUMN) as usize).clamp(1, 3);
    let of = |group: Group| {
        Command::ALL
            .iter()
            .filter(move |command| command.group() == group)
    };
    let mut above = 0;
    // The column that the middle of the group falls into.
    let placed = Group::ALL.map(|group| {
        let count = of(group).count();
        let column = (above + count / 2) * columns / Command::ALL.len();
        above += count;
        (group, column)
    });
    ui.spacing_mut().item_spacing.x = 28.0;
    ui.columns(columns, |parts| {
        for (group, column) in placed {
            let Some(ui) = parts.get_mut(column) else {
                continue;
            };
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            let palette = Palette::of(ui.ctx());
            let heading = RichText::new(group.label(locale)).font(bold(15.0));
            ui.label(heading.color(palette.accent));
            ui.add_space(3.0);
            for command in of(group) {
                show_command(ui, *command, locale);
            }
            ui.add_space(16.0);
        }
    });
}

fn show_command(ui: &mut Ui, command: Command, locale: Locale) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(command.label(locale)).font(regular(14.5)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for key in Keymap::of(ui.ctx()).chords(command).iter().rev() {
                show_key(ui, *key);
            }
        });
    });
    let help = RichText::new(command.help(locale)).font(regular(12.5));
    // A column justifies its labels, which tears short Korean lines apart.
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.add(Label::new(help.weak()).wrap());
    });
    ui.add_space(5.0);
}

/// A chord in a box, as a key cap.
fn show_key(ui: &mut Ui, key: Chord) {
    let palette = Palette::of(ui.ctx());
    Frame::new()
        .fill(palette.page)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(4)
        .inner_margin(egui::Margin::symmetric(5, 1))
        .show(ui, |ui| {
            let text = RichText::new(key.to_string()).font(regular(12.0));
            ui.add(Label::new(text).extend());
        });
}

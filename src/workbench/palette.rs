//! The command palette: every command, found by a few letters of its name in either language. It also takes the number
//! of a row to go to.

use super::command::Command;
use super::fonts::{bold, regular};
use super::keymap::Keymap;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{
    Align2, Area, Context, Frame, Id, Key, Modifiers, Order, RichText, ScrollArea, Sense, TextEdit,
    Ui, WidgetInfo, accesskit::Role, vec2,
};
use jjak_core::bitext::RowIndex;

const WIDTH: f32 = 580.0;
const ROW: f32 = 30.0;
const SHOWN: f32 = 12.5;
const GROUP_WIDTH: f32 = 92.0;

/// The open palette.
#[derive(Default)]
pub struct PaletteBox {
    query: String,
    /// The row that Enter runs.
    at: usize,
    shown: bool,
    /// A row is asked for, of so many.
    rows: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteOutcome {
    Stay,
    Close,
    Run(Command),
    /// Go to this row.
    Go(RowIndex),
}

/// What is chosen in the palette.
enum Chosen {
    Command(Command),
    Row(RowIndex),
}

impl PaletteBox {
    /// A palette that asks for one of so many rows.
    pub fn of_rows(rows: usize) -> PaletteBox {
        PaletteBox {
            rows: Some(rows),
            ..PaletteBox::default()
        }
    }

    pub fn show(
        &mut self,
        ctx: &Context,
        locale: Locale,
        allowed: &dyn Fn(Command) -> bool,
    ) -> PaletteOutcome {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        if Keymap::of(ctx).hear(ctx, Command::Palette) || pressed(Modifiers::NONE, Key::Escape) {
            return PaletteOutcome::Close;
        }
        // Before the field, which would take the keys.
        let (up, down) = (
            pressed(Modifiers::NONE, Key::ArrowUp),
            pressed(Modifiers::NONE, Key::ArrowDown),
        );
        let enter = pressed(Modifiers::NONE, Key::Enter);
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 56.0))
            .show(ctx, |ui| {
                Frame::popup(ui.style())
                    .inner_margin(10)
                    .show(ui, |ui| {
                        ui.set_width((ctx.content_rect().width() - 60.0).clamp(0.0, WIDTH));
                        self.show_field(ui, locale);
                        if let Some(rows) = self.rows {
                            let row = self.show_row_asked_for(ui, rows, locale);
                            return row.filter(|_| enter).map(Chosen::Row);
                        }
                        let found = find(&self.query);
                        let last = found.len().saturating_sub(1);
                        self.at = (self.at + usize::from(down))
                            .saturating_sub(usize::from(up))
                            .min(last);
                        let clicked = self.show_list(ui, &found, locale, allowed, up || down);
                        let entered = enter.then(|| found.get(self.at).copied()).flatten();
                        let command = clicked.or(entered).filter(|command| allowed(*command));
                        command.map(Chosen::Command)
                    })
                    .inner
            });
        // The click that opened it was elsewhere too.
        let left = std::mem::replace(&mut self.shown, true) && area.response.clicked_elsewhere();
        match area.inner {
            Some(Chosen::Command(command)) => PaletteOutcome::Run(command),
            Some(Chosen::Row(row)) => PaletteOutcome::Go(row),
            None if left => PaletteOutcome::Close,
            None => PaletteOutcome::Stay,
        }
    }

    /// The row that was typed, and what Enter would do; `None` if there is none of that number.
    fn show_row_asked_for(&self, ui: &mut Ui, rows: usize, locale: Locale) -> Option<RowIndex> {
        let typed = self.query.trim().replace(',', "");
        let number = typed.parse::<usize>().ok();
        let number = number.filter(|number| (1..=rows).contains(number));
        let (text, is_weak) = match number {
            Some(number) => (locale.fill(Text::GoToRow, &[&number]), false),
            None if typed.is_empty() => (locale.fill(Text::GoToHint, &[&rows]), true),
            None => (locale.fill(Text::GoToOutside, &[&rows]), true),
        };
        let text = RichText::new(text).font(regular(14.5));
        ui.label(if is_weak { text.weak() } else { text });
        number.map(|number| RowIndex(number - 1))
    }

    fn show_field(&mut self, ui: &mut Ui, locale: Locale) {
        let (hint, name) = match self.rows {
            Some(rows) => (locale.fill(Text::GoToHint, &[&rows]), Command::GoToRow),
            None => (Text::PaletteHint.in_(locale).to_owned(), Command::Palette),
        };
        let field = ui.add(
            TextEdit::singleline(&mut self.query)
                .id(Id::unique("palette query"))
                .hint_text(hint)
                .font(regular(16.0))
                .margin(vec2(8.0, 7.0))
                .desired_width(f32::INFINITY),
        );
        if field.changed() {
            self.at = 0;
        }
        if !field.has_focus() {
            field.request_focus();
        }
        field.accessible_name(name.label(locale));
        ui.add_space(2.0);
    }

    /// Returns the command that was clicked.
    fn show_list(
        &mut self,
        ui: &mut Ui,
        found: &[Command],
        locale: Locale,
        allowed: &dyn Fn(Command) -> bool,
        moved: bool,
    ) -> Option<Command> {
        if found.is_empty() {
            ui.label(RichText::new(Text::PaletteNone.in_(locale)).weak());
            return None;
        }
        let mut clicked = None;
        ScrollArea::vertical()
            .max_height(ROW * SHOWN)
            .min_scrolled_height(ROW * SHOWN)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (at, &command) in found.iter().enumerate() {
                    let row = show_row(ui, command, at == self.at, allowed(command), locale);
                    if at == self.at && moved {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        clicked = Some(command);
                    }
                }
            });
        clicked
    }
}

fn show_row(
    ui: &mut Ui,
    command: Command,
    chosen: bool,
    enabled: bool,
    locale: Locale,
) -> egui::Response {
    let palette = Palette::of(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    let sense = if enabled {
        Sense::CLICK
    } else {
        Sense::hover()
    };
    let (rect, row) = ui.allocate_exact_size(size, sense);
    let painter = ui.painter();
    if chosen {
        painter.rect_filled(rect, 4.0, palette.selected);
    } else if row.hovered() && enabled {
        painter.rect_filled(rect, 4.0, palette.stripe);
    }
    let strength = if enabled { 1.0 } else { 0.45 };
    let (strong, weak) = (
        palette.text.gamma_multiply(strength),
        palette.weak.gamma_multiply(strength),
    );
    let left = rect.left_center() + vec2(10.0, 0.0);
    let group = command.group().label(locale);
    painter.text(left, Align2::LEFT_CENTER, group, regular(12.5), weak);
    let font = if chosen { bold(14.5) } else { regular(14.5) };
    painter.text(
        left + vec2(GROUP_WIDTH, 0.0),
        Align2::LEFT_CENTER,
        command.label(locale),
        font,
        strong,
    );
    painter.text(
        rect.right_center() - vec2(10.0, 0.0),
        Align2::RIGHT_CENTER,
        Keymap::of(ui.ctx()).text(command),
        regular(12.5),
        weak,
    );
    row.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, enabled, chosen, command.label(locale))
    });
    row.on_hover_text(command.help(locale))
}

/// The commands that fit `query`, best first.
fn find(query: &str) -> Vec<Command> {
    let query = folded(query);
    let mut found: Vec<(usize, Command)> = Command::ALL
        .iter()
        .filter_map(|&command| {
            let ranks = [Locale::English, Locale::Korean]
                .into_iter()
                .filter_map(|locale| rank(&query, command.label(locale)));
            Some((ranks.min()?, command))
        })
        .collect();
    found.sort_by_key(|&(rank, _)| rank);
    found.into_iter().map(|(_, command)| command).collect()
}

/// Whether the words of `query` are in one of the command's names.
pub fn fits(query: &str, command: Command) -> bool {
    let query = folded(query);
    [Locale::English, Locale::Korean]
        .into_iter()
        .any(|locale| folded(command.label(locale)).contains(&query))
}

/// How badly `label` fits, if at all: the start of it, of a word, a piece, or its letters with others between.
fn rank(query: &str, label: &str) -> Option<usize> {
    let folded_label = folded(label);
    if folded_label.starts_with(query) {
        return Some(0);
    }
    let mut rest = label;
    while let Some((_, after)) = rest.split_once(' ') {
        rest = after;
        if folded(rest).starts_with(query) {
            return Some(1);
        }
    }
    if folded_label.contains(query) {
        return Some(2);
    }
    let mut skipped = 0;
    let mut letters = folded_label.chars();
    for wanted in query.chars() {
        skipped += letters.by_ref().position(|letter| letter == wanted)?;
    }
    Some(3 + skipped)
}

/// Lower case without spaces, so that Korean is found however it is spaced.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_either_language_and_by_letters_of_it() {
        assert_eq!(find("exp").first(), Some(&Command::Export));
        assert_eq!(find("짝풀").first(), Some(&Command::Unlink));
        assert_eq!(find("mnr").first(), Some(&Command::Merge));
        assert_eq!(find("").len(), Command::ALL.len());
        assert_eq!(find("zzzz"), []);
    }
}

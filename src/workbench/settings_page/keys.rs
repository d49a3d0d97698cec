//! Every command with its chords: a click on one, then a press of another, changes it.

use crate::chord::Chord;
use crate::command::{Command, Group};
use crate::fonts::{bold, regular};
use crate::keymap::Keymap;
use crate::palette;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::{
    Align, Button, Event, Frame, Id, Label, Layout, Modifiers, RichText, Stroke, TextEdit, Ui,
    WidgetInfo, accesskit::Role,
};

/// The list, and the question it may be asking.
#[derive(Default)]
pub(super) struct KeyList {
    query: String,
    asking: Option<Asking>,
}

/// A new chord is wanted for the command's chord number `at`, which may be one more than it has.
struct Asking {
    command: Command,
    at: usize,
    heard: Heard,
    /// The answers to a chord that is taken have not been shown yet, and the first must get the focus.
    fresh: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Heard {
    Nothing,
    Reserved,
    /// A chord that another command has.
    Taken(Chord, Command),
}

impl KeyList {
    pub(super) fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    pub(super) fn hear(&mut self, events: &mut Vec<Event>, held: Modifiers, keymap: &mut Keymap) {
        let Some(asking) = &mut self.asking else {
            return;
        };
        let (mut done, mut answered) = (false, matches!(asking.heard, Heard::Taken(..)));
        events.retain(|event| {
            if matches!(event, Event::Copy | Event::Cut | Event::Paste(_)) {
                asking.heard = Heard::Reserved;
                return false;
            }
            let escape = matches!(
                event,
                Event::Key {
                    key: egui::Key::Escape,
                    pressed: true,
                    ..
                }
            );
            done |= escape;
            if escape || answered {
                // The buttons under the question have the keys.
                return !escape;
            }
            if let Some(chord) = Chord::of(event, held) {
                let rival = keymap.rivals(asking.command, chord).next();
                match rival {
                    _ if chord.is_reserved() => asking.heard = Heard::Reserved,
                    Some(other) => {
                        (asking.heard, asking.fresh) = (Heard::Taken(chord, other), true);
                        answered = true;
                    }
                    _ => {
                        keymap.give(asking.command, asking.at, chord);
                        (done, answered) = (true, true);
                    }
                }
            }
            !matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_))
        });
        if done {
            self.asking = None;
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, keymap: &mut Keymap, locale: Locale) {
        let hint = Text::KeysHint.in_(locale);
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let changed = *keymap != Keymap::default();
                let reset = ui.add_enabled(changed, Button::new(Text::KeysReset.in_(locale)));
                if reset.clicked() {
                    (*keymap, self.asking) = (Keymap::default(), None);
                }
                let field = TextEdit::singleline(&mut self.query)
                    .id(query_id())
                    .hint_text(hint)
                    .desired_width(f32::INFINITY);
                ui.add(field).accessible_name(hint);
            });
        });
        ui.add_space(4.0);
        let mut any = false;
        for group in Group::ALL {
            let shown = |command: &&Command| {
                command.group() == group && fits(&self.query, **command, keymap)
            };
            let commands: Vec<Command> = Command::ALL.iter().filter(shown).copied().collect();
            if commands.is_empty() {
                continue;
            }
            any = true;
            ui.add_space(8.0);
            let palette = Palette::of(ui.ctx());
            let heading = RichText::new(group.label(locale)).font(bold(13.0));
            ui.label(heading.color(palette.accent));
            for command in commands {
                ui.push_id(command, |ui| self.row(ui, command, keymap, locale));
            }
        }
        if !any {
            ui.label(RichText::new(Text::KeysNone.in_(locale)).weak());
        }
    }

    fn row(&mut self, ui: &mut Ui, command: Command, keymap: &mut Keymap, locale: Locale) {
        let asked = self
            .asking
            .as_ref()
            .filter(|asking| asking.command == command);
        let asked = asked.map(|asking| asking.at);
        ui.horizontal(|ui| {
            let name = command.label(locale);
            // The caps first: the name takes what is left, cut short before it would push them out.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                self.caps(ui, command, asked, keymap, locale);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let label = Label::new(RichText::new(name).font(regular(14.0))).truncate();
                    ui.add(label).on_hover_text(command.help(locale));
                });
            });
        });
        if asked.is_some() {
            self.question(ui, keymap, locale);
        }
    }

    /// The chords as buttons, from the right: reset, one more, and the chords.
    fn caps(
        &mut self,
        ui: &mut Ui,
        command: Command,
        asked: Option<usize>,
        keymap: &mut Keymap,
        locale: Locale,
    ) {
        let small = |text: &str| Button::new(RichText::new(text).font(regular(12.5))).small();
        let name = |what: &str| format!("{}: {what}", command.label(locale));
        let chords = keymap.chords(command).to_vec();
        let mut ask = None;
        let add = ui.add(small("+").selected(asked == Some(chords.len())));
        let text = Text::KeyAdd.in_(locale);
        if add
            .accessible_name(name(text))
            .on_hover_text(text)
            .clicked()
        {
            ask = Some(chords.len());
        }
        for (at, chord) in chords.iter().enumerate().rev() {
            let cap = ui.add(small(&chord.to_string()).selected(asked == Some(at)));
            let cap = cap.accessible_name(name(&chord.to_string()));
            if cap.on_hover_text(Text::KeyChange.in_(locale)).clicked() {
                ask = Some(at);
            }
        }
        if keymap.is_changed(command) {
            let text = Text::KeyReset.in_(locale);
            let reset = ui.add(small(text).frame_when_inactive(false));
            if reset.accessible_name(name(text)).clicked() {
                keymap.reset(command);
                self.asking = None;
            }
        }
        if let Some(at) = ask {
            let again = asked == Some(at);
            self.asking = (!again).then_some(Asking {
                command,
                at,
                heard: Heard::Nothing,
                fresh: false,
            });
        }
    }

    /// What is asked, and the answers that are no keys.
    fn question(&mut self, ui: &mut Ui, keymap: &mut Keymap, locale: Locale) {
        let Some(asking) = &mut self.asking else {
            return;
        };
        let fresh = std::mem::take(&mut asking.fresh);
        let (command, at, heard) = (asking.command, asking.at, asking.heard);
        let palette = Palette::of(ui.ctx());
        let text = match heard {
            Heard::Nothing => Text::KeyAsk.in_(locale).to_owned(),
            Heard::Reserved => Text::KeyReserved.in_(locale).to_owned(),
            Heard::Taken(chord, other) => {
                locale.fill(Text::KeyTaken, &[&chord, &other.label(locale)])
            }
        };
        let has_one = at < keymap.chords(command).len();
        let mut done = false;
        Frame::new()
            .fill(palette.selected)
            .stroke(Stroke::new(1.0, palette.accent))
            .corner_radius(4)
            .inner_margin(egui::Margin::symmetric(10, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width().max(0.0));
                let label = ui.add(Label::new(&text).wrap());
                label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &text));
                ui.horizontal(|ui| {
                    if let Heard::Taken(chord, _) = heard {
                        let swap = has_one.then(|| ui.button(Text::KeySwap.in_(locale)));
                        let take = ui.button(Text::KeyTake.in_(locale));
                        let first = swap.as_ref().unwrap_or(&take);
                        if fresh {
                            first.request_focus();
                        }
                        if swap.is_some_and(|swap| swap.clicked()) {
                            keymap.swap(command, at, chord);
                            done = true;
                        }
                        if take.clicked() {
                            keymap.give(command, at, chord);
                            done = true;
                        }
                    } else if has_one && ui.button(Text::KeyRemove.in_(locale)).clicked() {
                        keymap.remove(command, at);
                        done = true;
                    }
                    done |= ui.button(Text::Cancel.in_(locale)).clicked();
                });
            });
        if done {
            self.asking = None;
        }
    }
}

fn query_id() -> Id {
    Id::unique("key list query")
}

/// Whether the command is looked for: by its name in either language, or by one of its chords.
fn fits(query: &str, command: Command, keymap: &Keymap) -> bool {
    let wanted = query.trim().to_lowercase();
    let mut chords = keymap.chords(command).iter();
    palette::fits(query, command) || chords.any(|chord| chord.to_string().to_lowercase() == wanted)
}

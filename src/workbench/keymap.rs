//! Which keys ask for which command: the built-in ones, and what the person changed of them.

use super::chord::Chord;
use super::command::{Command, CommandPlace};
use super::keyboard::Owner;
use super::texts::Locale;
use egui::{Context, Event, Id, Modifiers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The chords of every command. No chord belongs to two that are meant on one screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Changes", into = "Changes")]
pub struct Keymap {
    /// Of every command; its first chord is the one that menus show.
    chords: BTreeMap<Command, Vec<Chord>>,
}

/// What the settings keep: commands by name, with all their chords, where these are not the built-in ones.
type Changes = BTreeMap<String, Vec<String>>;

impl Default for Keymap {
    fn default() -> Keymap {
        let chords = |command: &Command| (*command, command.keys().to_vec());
        Keymap {
            chords: Command::ALL.iter().map(chords).collect(),
        }
    }
}

impl From<Changes> for Keymap {
    /// Names and chords that mean nothing here are passed over; a built-in chord yields to a changed one.
    fn from(changes: Changes) -> Keymap {
        let mut keymap = Keymap::default();
        let changed = |command: &Command| changes.get(command.name());
        let all = Command::ALL.iter();
        let all = all.filter_map(|command| Some((*command, changed(command)?)));
        for (command, _) in all.clone() {
            keymap.chords_mut(command).clear();
        }
        for (command, wanted) in all {
            let wanted = wanted.iter().map(|text| text.parse());
            for chord in wanted.filter_map(Result::<Chord, _>::ok) {
                let is_free = keymap
                    .rivals(command, chord)
                    .all(|holder| changed(&holder).is_none());
                if !chord.is_reserved() && is_free {
                    keymap.give(command, usize::MAX, chord);
                }
            }
        }
        keymap
    }
}

impl From<Keymap> for Changes {
    fn from(keymap: Keymap) -> Changes {
        let changed = Command::ALL
            .iter()
            .filter(|command| keymap.is_changed(**command));
        changed
            .map(|&command| {
                let chords = keymap.chords(command).iter().map(Chord::to_string);
                (command.name().to_owned(), chords.collect())
            })
            .collect()
    }
}

impl Keymap {
    /// The keymap that the window of `ctx` goes by.
    pub fn of(ctx: &Context) -> Arc<Keymap> {
        ctx.data_mut(|data| {
            data.get_temp_mut_or_insert_with(Keymap::id(), Arc::<Keymap>::default)
                .clone()
        })
    }

    /// Has the window of `ctx` go by this keymap.
    pub fn install(&self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Keymap::id(), Arc::new(self.clone())));
    }

    fn id() -> Id {
        Id::unique("keymap")
    }

    pub fn chords(&self, command: Command) -> &[Chord] {
        self.chords.get(&command).map_or(&[], Vec::as_slice)
    }

    fn chords_mut(&mut self, command: Command) -> &mut Vec<Chord> {
        self.chords.entry(command).or_default()
    }

    /// The chord as menus write it, such as `Ctrl+Shift+O`; empty without one.
    pub fn text(&self, command: Command) -> String {
        let first = self.chords(command).first();
        first.map(Chord::to_string).unwrap_or_default()
    }

    /// What the command does, with its key.
    pub fn tip(&self, command: Command, locale: Locale) -> String {
        match self.text(command) {
            key if key.is_empty() => command.help(locale).to_owned(),
            key => format!("{} ({key})", command.help(locale)),
        }
    }

    /// The command that `chord` asks for on a screen.
    pub fn command_of(&self, chord: Chord, place: CommandPlace) -> Option<Command> {
        let holds = |command: &Command| {
            command.place().meets(place) && self.chords(*command).contains(&chord)
        };
        Command::ALL.iter().copied().find(holds)
    }

    /// The other commands that `chord` asks for where `command` is meant, too.
    pub fn rivals(&self, command: Command, chord: Chord) -> impl Iterator<Item = Command> {
        let holds = move |other: &Command| {
            *other != command
                && other.place().meets(command.place())
                && self.chords(*other).contains(&chord)
        };
        Command::ALL.iter().copied().filter(holds)
    }

    pub fn is_changed(&self, command: Command) -> bool {
        self.chords(command) != command.keys()
    }

    /// Puts `chord` in the place of the command's chord number `at`, or behind the last; whichever command had it
    /// loses it.
    pub fn give(&mut self, command: Command, at: usize, chord: Chord) {
        if self.chords(command).contains(&chord) {
            return;
        }
        let rivals: Vec<Command> = self.rivals(command, chord).collect();
        for rival in rivals {
            self.chords_mut(rival).retain(|&held| held != chord);
        }
        let chords = self.chords_mut(command);
        match chords.get_mut(at) {
            Some(old) => *old = chord,
            None => chords.push(chord),
        }
    }

    /// As [`Keymap::give`], but the command that had `chord` gets the one that is given up for it.
    pub fn swap(&mut self, command: Command, at: usize, chord: Chord) {
        let old = self.chords(command).get(at).copied();
        let holder = self.rivals(command, chord).next();
        let place = holder.and_then(|holder| {
            let place = self.chords(holder).iter().position(|&held| held == chord);
            Some((holder, place?))
        });
        self.give(command, at, chord);
        if let (Some((holder, place)), Some(old)) = (place, old) {
            self.chords_mut(holder).insert(place, old);
        }
    }

    /// Takes the command's chord number `at` away.
    pub fn remove(&mut self, command: Command, at: usize) {
        if at < self.chords(command).len() {
            self.chords_mut(command).remove(at);
        }
    }

    /// Gives the command its built-in chords back, whoever has them now.
    pub fn reset(&mut self, command: Command) {
        self.chords_mut(command).clear();
        for &chord in command.keys() {
            self.give(command, usize::MAX, chord);
        }
    }

    /// Whether one of the command's chords was pressed; nobody else hears it then.
    pub fn hear(&self, ctx: &Context, command: Command) -> bool {
        ctx.input_mut(|input| {
            let (before, held) = (input.events.len(), input.modifiers);
            input.events.retain(|event| {
                !Chord::of(event, held).is_some_and(|chord| self.chords(command).contains(&chord))
            });
            input.events.len() < before
        })
    }

    /// Takes the first event that asks for a command of the screen out of `events`; `held` are the modifiers that are
    /// down. What the `owner` of the keyboard needs is left to it.
    pub fn take_command(
        &self,
        events: &mut Vec<Event>,
        held: Modifiers,
        owner: Owner,
        place: CommandPlace,
    ) -> Option<Command> {
        let asked = |event: &Event| {
            let chord = Chord::of(event, held)?;
            let command = self.command_of(chord, place)?;
            owner.lets(command, chord).then_some(command)
        };
        let (at, command) = events
            .iter()
            .enumerate()
            .find_map(|(at, event)| Some((at, asked(event)?)))?;
        events.remove(at);
        Some(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chord::bare;
    use crate::command::{Group, RowNeed};
    use egui::{ImeEvent, Key};

    fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
        vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }]
    }

    fn heard(keymap: &Keymap, mut events: Vec<Event>, typing: bool) -> Vec<Command> {
        let owner = if typing { Owner::Field } else { Owner::Grid };
        let next = || keymap.take_command(&mut events, Modifiers::NONE, owner, CommandPlace::Rows);
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn only_the_grid_takes_bare_keys_and_nothing_else_changes_the_work() {
        let others = [
            Owner::Cut,
            Owner::Editor,
            Owner::Field,
            Owner::Panel,
            Owner::Menu,
        ];
        let changes = [Command::Undo, Command::RealignFromHere, Command::MoveDown];
        for &command in Command::ALL {
            for &chord in command.keys() {
                assert!(Owner::Grid.lets(command, chord));
                for owner in others {
                    let lets = owner.lets(command, chord);
                    assert!(!(lets && chord.types()), "{owner:?} {command:?} {chord}");
                    assert!(
                        !(lets && changes.contains(&command)),
                        "{owner:?} {command:?}"
                    );
                    let mut needs = command.needs_of_rows();
                    let is_done =
                        command.group() != Group::Go && needs.any(|need| need != RowNeed::Nothing);
                    assert!(!(lets && is_done), "{owner:?} {command:?}");
                }
            }
        }
        assert!(Owner::Field.lets(Command::Save, crate::chord::ctrl(Key::S)));
    }

    #[test]
    fn shift_and_ctrl_tell_commands_apart() {
        let keymap = Keymap::default();
        let heard = |key, modifiers| heard(&keymap, press(key, modifiers), false);
        assert_eq!(heard(Key::A, Modifiers::NONE), [Command::Accept]);
        assert_eq!(heard(Key::A, Modifiers::SHIFT), [Command::AcceptAbove]);
        assert_eq!(heard(Key::A, Modifiers::COMMAND), []);
        assert_eq!(heard(Key::Questionmark, Modifiers::SHIFT), [Command::Help]);
        assert_eq!(heard(Key::Slash, Modifiers::SHIFT), [Command::Help]);
        assert_eq!(heard(Key::Equals, Modifiers::COMMAND), [Command::ZoomIn]);
    }

    #[test]
    fn hangul_letters_are_commands_in_the_grid_and_text_in_a_field() {
        let keymap = Keymap::default();
        let events = vec![Event::Ime(ImeEvent::Commit("ㅁ".into()))];
        assert_eq!(heard(&keymap, events.clone(), true), []);
        assert_eq!(heard(&keymap, events, false), [Command::Accept]);
    }

    #[test]
    fn a_bare_key_given_to_a_command_is_still_typed_into_a_field() {
        let mut keymap = Keymap::default();
        keymap.give(Command::Find, 0, bare(Key::G));
        let typed = || press(Key::G, Modifiers::NONE);
        assert_eq!(heard(&keymap, typed(), true), []);
        assert_eq!(heard(&keymap, typed(), false), [Command::Find]);
    }

    fn no_chord_means_two_commands(keymap: &Keymap) {
        for &command in Command::ALL {
            for &chord in keymap.chords(command) {
                let other = keymap.rivals(command, chord).next();
                assert_eq!(other, None, "{command:?} has {chord}, too");
            }
        }
    }

    #[test]
    fn a_chord_is_taken_over_swapped_and_reset() {
        let mut keymap = Keymap::default();
        no_chord_means_two_commands(&keymap);
        keymap.swap(Command::Merge, 0, bare(Key::S));
        assert_eq!(keymap.text(Command::Merge), "S");
        assert_eq!(keymap.text(Command::Split), "M");
        keymap.give(Command::Flag, 0, bare(Key::A));
        assert_eq!(keymap.text(Command::Accept), "");
        no_chord_means_two_commands(&keymap);
        keymap.reset(Command::Accept);
        assert_eq!(keymap.text(Command::Accept), "A");
        assert_eq!(keymap.text(Command::Flag), "");
        keymap.reset(Command::Flag);
        keymap.reset(Command::Merge);
        keymap.reset(Command::Split);
        assert_eq!(keymap, Keymap::default());
    }

    #[test]
    fn only_changes_are_kept_and_a_damaged_list_of_them_does_no_harm() {
        let json = |keymap: &Keymap| serde_json::to_string(keymap).unwrap();
        assert_eq!(json(&Keymap::default()), "{}");
        let mut keymap = Keymap::default();
        keymap.give(Command::Map, 0, bare(Key::Period));
        keymap.remove(Command::Quit, 0);
        assert_eq!(json(&keymap), r#"{"Map":["."],"Quit":[]}"#);
        let read = |json: &str| serde_json::from_str::<Keymap>(json).unwrap();
        assert_eq!(read(&json(&keymap)), keymap);
        let odd = r#"{"Nothing":["A"],"Accept":["Hyper+A","Escape"],"Flag":["S"],"Split":["S"]}"#;
        let keymap = read(odd);
        no_chord_means_two_commands(&keymap);
        assert_eq!(keymap.command_of(bare(Key::A), CommandPlace::Rows), None);
        assert_eq!(
            keymap.command_of(bare(Key::S), CommandPlace::Rows),
            Some(Command::Flag)
        );
    }
}

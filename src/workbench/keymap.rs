//! From key events to commands.

use super::command::Command;
use super::ime::key_of_jamo;
use egui::{Event, ImeEvent, Key, Modifiers};

/// Takes the events that ask for a command out of `events`. While a text field has the keys, only
/// commands that do not clash with typing are heard.
pub fn take_commands(events: &mut Vec<Event>, typing: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    events.retain(|event| {
        let Some((key, modifiers)) = chord_of(event) else {
            return true;
        };
        let found = Command::ALL
            .iter()
            .copied()
            .find(|command| asks_for(*command, key, modifiers));
        match found {
            Some(command) if !typing || works_while_typing(command) => {
                commands.push(command);
                false
            }
            _ => true,
        }
    });
    commands
}

fn chord_of(event: &Event) -> Option<(Key, Modifiers)> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*key, *modifiers)),
        // egui-winit turns these chords into events of their own.
        Event::Ime(ImeEvent::Commit(text)) => {
            let mut letters = text.chars();
            letters
                .next()
                .and_then(key_of_jamo)
                .filter(|_| letters.next().is_none())
        }
        _ => None,
    }
}

fn asks_for(command: Command, key: Key, modifiers: Modifiers) -> bool {
    command.keys().iter().any(|chord| {
        let shift_is_part_of_the_key = matches!(key, Key::Questionmark | Key::Plus | Key::Equals);
        chord.logical_key == key
            && chord.modifiers.command == (modifiers.command || modifiers.ctrl)
            && (chord.modifiers.shift == modifiers.shift || shift_is_part_of_the_key)
            && !modifiers.alt
    })
}

fn works_while_typing(command: Command) -> bool {
    matches!(
        command,
        Command::Palette
            | Command::Find
            | Command::Replace
            | Command::FindNext
            | Command::FindPrevious
            | Command::Export
            | Command::Quit
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
        vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }]
    }

    #[test]
    fn shift_and_ctrl_tell_commands_apart() {
        let heard = |key, modifiers| take_commands(&mut press(key, modifiers), false);
        assert_eq!(heard(Key::A, Modifiers::NONE), [Command::Accept]);
        assert_eq!(heard(Key::A, Modifiers::SHIFT), [Command::AcceptAbove]);
        assert_eq!(heard(Key::A, Modifiers::COMMAND), []);
        assert_eq!(heard(Key::Questionmark, Modifiers::SHIFT), [Command::Help]);
    }

    #[test]
    fn hangul_letters_are_commands_in_the_grid_and_text_in_a_field() {
        let mut events = vec![Event::Ime(ImeEvent::Commit("ㅁ".into()))];
        assert_eq!(take_commands(&mut events.clone(), true), []);
        assert_eq!(take_commands(&mut events, false), [Command::Accept]);
    }

    #[test]
    fn no_chord_means_two_commands() {
        for (at, one) in Command::ALL.iter().enumerate() {
            for other in &Command::ALL[at + 1..] {
                for chord in one.keys() {
                    assert!(
                        !other.keys().contains(chord),
                        "{one:?} and {other:?} share {chord:?}"
                    );
                }
            }
        }
    }
}

//! A key with the modifiers held beside it, as it is heard, shown and kept in the settings.

use super::ime::key_of_jamo;
use egui::{Event, ImeEvent, Key, Modifiers};
use std::fmt;
use std::str::FromStr;

/// One press of a key. `ctrl` is the command key on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    shift: bool,
    alt: bool,
}

pub const fn bare(key: Key) -> Chord {
    Chord {
        key,
        ctrl: false,
        shift: false,
        alt: false,
    }
}

pub const fn ctrl(key: Key) -> Chord {
    Chord {
        ctrl: true,
        ..bare(key)
    }
}

pub const fn shift(key: Key) -> Chord {
    Chord {
        shift: true,
        ..bare(key)
    }
}

pub const fn ctrl_shift(key: Key) -> Chord {
    Chord {
        shift: true,
        ..ctrl(key)
    }
}

impl Chord {
    /// The chord that `event` is a press of, on the Hangul layout too; `held` are the modifiers that are down. A letter
    /// of that layout comes without them, and few have a form of their own for Shift.
    pub fn of(event: &Event, held: Modifiers) -> Option<Chord> {
        match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Chord::pressed(*key, *modifiers),
            Event::Ime(ImeEvent::Commit(text)) => {
                let mut letters = text.chars();
                let (key, modifiers) = letters.next().and_then(key_of_jamo)?;
                letters.next().is_none().then_some(())?;
                Chord::pressed(key, modifiers | held)
            }
            // The keys of the clipboard never arrive as keys.
            Event::Copy => Some(ctrl(Key::C)),
            _ => None,
        }
    }

    fn pressed(key: Key, modifiers: Modifiers) -> Option<Chord> {
        let chord = Chord {
            key,
            ctrl: modifiers.command || modifiers.ctrl,
            shift: modifiers.shift,
            alt: modifiers.alt,
        };
        (!is_modifier(key)).then(|| chord.settled())
    }

    /// Keyboards send the question mark as itself or as Shift and slash; the Shift that makes a sign is part of it.
    fn settled(mut self) -> Chord {
        self.key = match self.key {
            Key::Slash if self.shift => Key::Questionmark,
            Key::Equals if self.shift => Key::Plus,
            key => key,
        };
        self.shift &= !matches!(
            self.key,
            Key::Questionmark
                | Key::Plus
                | Key::Colon
                | Key::Pipe
                | Key::Exclamationmark
                | Key::OpenCurlyBracket
                | Key::CloseCurlyBracket
        );
        self
    }

    /// The key and what is held beside it.
    pub fn parts(self) -> (Key, Modifiers) {
        let held = [
            (self.ctrl, Modifiers::COMMAND),
            (self.shift, Modifiers::SHIFT),
            (self.alt, Modifiers::ALT),
        ];
        let held = held.into_iter().filter(|(is, _)| *is);
        let modifiers = held.fold(Modifiers::NONE, |all, (_, one)| all | one);
        (self.key, modifiers)
    }

    /// Whether a text field would take it as text or as an editing key.
    pub fn types(self) -> bool {
        let function = self.key >= Key::F1 && self.key <= Key::F35;
        !(self.ctrl || self.alt || function)
    }

    /// Whether a focused button hears it: it presses the button, or moves on from it.
    pub fn presses(self) -> bool {
        let keys = [
            Key::Space,
            Key::Enter,
            Key::ArrowUp,
            Key::ArrowDown,
            Key::ArrowLeft,
            Key::ArrowRight,
        ];
        keys.contains(&self.key) && !self.ctrl && !self.alt
    }

    /// Whether the window needs it for itself: to leave something, to move between fields, and for the clipboard
    /// (those three never arrive as keys).
    pub fn is_reserved(self) -> bool {
        match self.key {
            Key::Escape | Key::Tab | Key::Copy | Key::Cut | Key::Paste => true,
            Key::C | Key::X | Key::V => self.ctrl && !self.shift && !self.alt,
            _ => false,
        }
    }
}

fn is_modifier(key: Key) -> bool {
    // By name, for the keyboard has them twice each.
    ["Shift", "Control", "Ctrl", "Alt", "Super", "Meta"]
        .iter()
        .any(|name| key.name().starts_with(name))
}

/// As menus write it, such as `Ctrl+Shift+O`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.ctrl {
            f.write_str(if cfg!(target_os = "macos") {
                "Cmd+"
            } else {
                "Ctrl+"
            })?;
        }
        if self.alt {
            f.write_str("Alt+")?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        f.write_str(
            SHORT
                .iter()
                .find(|(key, _)| *key == self.key)
                .map_or(self.key.name(), |(_, short)| short),
        )
    }
}

/// Keys that are shown by a sign or a shorter name than egui's.
const SHORT: [(Key, &str); 19] = [
    (Key::PageDown, "PgDn"),
    (Key::PageUp, "PgUp"),
    (Key::Minus, "-"),
    (Key::Plus, "+"),
    (Key::Equals, "="),
    (Key::Questionmark, "?"),
    (Key::Exclamationmark, "!"),
    (Key::Colon, ":"),
    (Key::Semicolon, ";"),
    (Key::Comma, ","),
    (Key::Period, "."),
    (Key::Slash, "/"),
    (Key::Backslash, "\\"),
    (Key::Pipe, "|"),
    (Key::OpenBracket, "["),
    (Key::CloseBracket, "]"),
    (Key::Backtick, "`"),
    (Key::Quote, "'"),
    (Key::Backspace, "Backspace"),
];

/// There is no such key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchChord;

impl FromStr for Chord {
    type Err = NoSuchChord;

    fn from_str(text: &str) -> Result<Chord, NoSuchChord> {
        let mut chord = bare(Key::Escape);
        let mut rest = text;
        while let Some((modifier, after)) = rest.split_once('+').filter(|(_, key)| !key.is_empty())
        {
            match modifier {
                "Ctrl" | "Cmd" => chord.ctrl = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                _ => return Err(NoSuchChord),
            }
            rest = after;
        }
        let short = SHORT.iter().find(|(_, short)| *short == rest);
        let key = short.map(|(key, _)| *key).or_else(|| Key::from_name(rest));
        chord.key = key.filter(|key| !is_modifier(*key)).ok_or(NoSuchChord)?;
        Ok(chord.settled())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chord_is_read_back_as_it_is_written() {
        for &key in Key::ALL {
            for bits in 0..8 {
                let chord = Chord {
                    key,
                    ctrl: bits & 1 > 0,
                    shift: bits & 2 > 0,
                    alt: bits & 4 > 0,
                };
                let chord = chord.settled();
                let read: Result<Chord, _> = chord.to_string().parse();
                if is_modifier(key) {
                    assert_eq!(read, Err(NoSuchChord), "{chord}")
                } else {
                    assert_eq!(read, Ok(chord), "{chord}")
                }
            }
        }
        assert_eq!("Cmd+Z".parse(), Ok(ctrl(Key::Z)));
        assert_eq!("Hyper+Z".parse::<Chord>(), Err(NoSuchChord));
        assert_eq!("".parse::<Chord>(), Err(NoSuchChord));
    }

    #[test]
    fn a_letter_of_the_hangul_layout_is_the_key_under_it() {
        let event = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
        let commit = |text: &str| Chord::of(&event(text), Modifiers::NONE);
        assert_eq!(commit("ㅁ"), Some(bare(Key::A)));
        assert_eq!(commit("ㅆ"), Some(shift(Key::T)));
        let shifted = Chord::of(&event("ㅁ"), Modifiers::SHIFT);
        assert_eq!(
            shifted,
            Some(shift(Key::A)),
            "Shift makes no other letter of it"
        );
        assert_eq!(commit("ㅁㅁ"), None);
        assert_eq!(commit("가"), None);
    }
}

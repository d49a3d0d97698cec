//! Hangul input on X11: keys that the input method lets through while a syllable is being composed.

use egui::{Event, ImeEvent, Key, Modifiers, RawInput};

/// winit on X11 delivers a key that the input method passes on during composition as a committed control
/// character: Ctrl+S arrives as the text U+0013, ahead of the syllable. The guard takes such characters
/// out and hands them on as keys, one frame later, when the syllable is in the text.
#[derive(Debug, Default)]
pub struct ImeGuard {
    held: Vec<Event>,
}

impl ImeGuard {
    /// Mends one frame's events. Returns whether keys are still held, so another frame is needed.
    pub fn filter(&mut self, input: &mut RawInput) -> bool {
        let composing = input
            .events
            .iter()
            .any(|event| matches!(event, Event::Ime(_)));
        if !composing {
            let mut events = std::mem::take(&mut self.held);
            events.append(&mut input.events);
            input.events = events;
            return false;
        }
        let mut seen_ime = false;
        for event in std::mem::take(&mut input.events) {
            match event {
                Event::Ime(ImeEvent::Commit(text)) if text.chars().any(char::is_control) => {
                    seen_ime = true;
                    self.held
                        .extend(text.chars().filter_map(key_of_control).map(pressed));
                    let text: String = text.chars().filter(|c| !c.is_control()).collect();
                    if !text.is_empty() {
                        input.events.push(Event::Ime(ImeEvent::Commit(text)));
                    }
                }
                // These move the focus before the text field has seen the syllable.
                Event::Key {
                    key: Key::Escape | Key::Tab,
                    ..
                } if seen_ime => self.held.push(event),
                event => {
                    seen_ime |= matches!(event, Event::Ime(_));
                    input.events.push(event);
                }
            }
        }
        !self.held.is_empty()
    }
}

fn pressed((key, modifiers): (Key, Modifiers)) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// The key that made a control character: U+0013 is Ctrl+S.
fn key_of_control(c: char) -> Option<(Key, Modifiers)> {
    let bare = |key| Some((key, Modifiers::NONE));
    match c {
        '\u{1b}' => bare(Key::Escape),
        '\u{7f}' => bare(Key::Delete),
        '\u{8}' => bare(Key::Backspace),
        '\t' => bare(Key::Tab),
        '\r' | '\n' => bare(Key::Enter),
        '\u{1}'..='\u{1a}' => {
            let letter = char::from(b'A' + c as u8 - 1).to_string();
            let ctrl = Modifiers {
                ctrl: true,
                command: true,
                ..Modifiers::NONE
            };
            Key::from_name(&letter).map(|key| (key, ctrl))
        }
        _ => None,
    }
}

/// The letter key under a jamo of the two-set layout: with Hangul input on, ㅁ arrives where A was meant.
pub fn key_of_jamo(c: char) -> Option<(Key, Modifiers)> {
    const ROWS: [(&str, &str); 2] = [
        (
            "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
            "QWERTYUIOPASDFGHJKLZXCVBNM",
        ),
        ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
    ];
    ROWS.iter()
        .zip([Modifiers::NONE, Modifiers::SHIFT])
        .find_map(|((jamo, keys), modifiers)| {
            let at = jamo.chars().position(|other| other == c)?;
            Key::from_name(keys.get(at..at + 1)?).map(|key| (key, modifiers))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_s_during_composition_never_reaches_the_text() {
        let mut guard = ImeGuard::default();
        let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
        let mut input = RawInput {
            events: vec![commit("\u{13}"), commit("한")],
            ..RawInput::default()
        };
        assert!(guard.filter(&mut input));
        assert_eq!(input.events, vec![commit("한")]);
        let mut next = RawInput::default();
        assert!(!guard.filter(&mut next));
        assert!(
            matches!(next.events[..], [Event::Key { key: Key::S, modifiers, .. }] if modifiers.ctrl)
        );
    }

    #[test]
    fn letters_of_the_hangul_layout_are_keys() {
        assert_eq!(key_of_jamo('ㅁ'), Some((Key::A, Modifiers::NONE)));
        assert_eq!(key_of_jamo('ㅆ'), Some((Key::T, Modifiers::SHIFT)));
        assert_eq!(key_of_jamo('가'), None);
    }
}

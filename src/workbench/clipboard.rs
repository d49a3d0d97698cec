//! The system's clipboard, where egui's events say less than it holds.

use egui::text_selection::LabelSelectionState;
use egui::{Context, Event, Key, RawInput, ViewportCommand};

/// What the program that copied put on the clipboard as HTML, as a whole page; `None` without any.
pub(crate) fn html() -> Option<String> {
    let html = arboard::Clipboard::new().ok()?.get().html().ok()?;
    let begins = html.trim_start();
    let is_whole = begins.starts_with("Version:")
        || begins
            .get(..9)
            .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    match begins {
        "" => None,
        _ if is_whole => Some(html),
        // A piece may begin in the middle of a paragraph.
        _ => Some(format!("<!DOCTYPE html>{html}")),
    }
}

/// The older keys of the clipboard, which egui hears on Windows alone: Shift+Insert, Ctrl+Insert and Shift+Delete.
pub(crate) fn hear_older_keys(ctx: &Context, input: &mut RawInput) {
    input.events.retain(|event| {
        let Event::Key {
            key,
            pressed,
            modifiers,
            ..
        } = event
        else {
            return true;
        };
        let asked = match (key, modifiers.ctrl, modifiers.shift, modifiers.alt) {
            (Key::Insert, false, true, false) => ViewportCommand::RequestPaste,
            (Key::Insert, true, false, false) => ViewportCommand::RequestCopy,
            (Key::Delete, false, true, false) => ViewportCommand::RequestCut,
            _ => return true,
        };
        if *pressed {
            ctx.send_viewport_cmd(asked);
        }
        false
    });
}

/// Whether the mouse has selected words of a label, which are what is copied then.
pub(crate) fn has_selected_words(ctx: &Context) -> bool {
    ctx.plugin_opt::<LabelSelectionState>()
        .is_some_and(|labels| labels.lock().has_selection())
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    #[test]
    fn the_older_keys_ask_for_the_clipboard_and_leave_the_others() {
        let key = |key, modifiers| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let plain = key(Key::Insert, Modifiers::NONE);
        let ctx = Context::default();
        let mut input = RawInput {
            events: vec![
                key(Key::Insert, Modifiers::SHIFT),
                plain.clone(),
                key(Key::Insert, Modifiers::CTRL),
            ],
            ..RawInput::default()
        };
        hear_older_keys(&ctx, &mut input);
        assert_eq!(input.events, [plain]);
        let mut output = ctx.run_ui(input, |_| ());
        output.textures_delta.clear();
        let asked: Vec<ViewportCommand> = output
            .viewport_output
            .into_values()
            .flat_map(|viewport| viewport.commands)
            .filter(|command| !matches!(command, ViewportCommand::SetTheme(_)))
            .collect();
        assert_eq!(
            asked,
            [ViewportCommand::RequestPaste, ViewportCommand::RequestCopy]
        );
    }
}

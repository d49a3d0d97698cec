//! What a right click offers: on a word, a sentence, a row, or what was taken out between rows.

use super::word::Word;
use super::{Grid, GridEvent, View};
use crate::command::{Command, VERDICTS};
use crate::keymap::Keymap;
use crate::session::Cursor;
use crate::texts::{Locale, Text};
use egui::containers::menu::menu_style;
use egui::{
    Align, Button, EventFilter, Id, Key, Layout, Modifiers, Popup, PopupKind, Pos2, Response,
    SetOpenCommand, Stroke, Style, Ui,
};
use jjak_core::article::Lang;
use std::cell::RefCell;

/// A menu that was asked for, and where.
#[derive(Clone, Debug)]
pub(crate) struct Menu {
    pub at: Pos2,
    pub target: Target,
}

#[derive(Clone, Debug)]
pub(crate) enum Target {
    Row,
    /// The sentence under the cursor, and the word of it under the pointer.
    Sentence(Option<Word>),
    /// An excluded block; one of several that are shown can be folded away with them again.
    Block {
        lang: Lang,
        block: usize,
        gap: Option<usize>,
    },
    /// Several blocks, named by the first: behind one line, or shown one by one.
    Gap {
        lang: Lang,
        first: usize,
        is_open: bool,
    },
}

/// What is done to a sentence and what to a row, with a line between the groups.
const OF_SENTENCE: [&[Command]; 3] = [
    &[
        Command::EditText,
        Command::OriginalText,
        Command::CutSentence,
        Command::JoinSentence,
    ],
    &[Command::MoveUp, Command::MoveDown, Command::Link],
    &[
        Command::ExcludeBlock,
        Command::ExcludeAlike,
        Command::NeverAgain,
    ],
];
const OF_ROW: [&[Command]; 2] = [
    &[
        Command::Accept,
        Command::Flag,
        Command::Unreview,
        Command::Bookmark,
        Command::Note,
    ],
    &[
        Command::Merge,
        Command::Split,
        Command::PushTail,
        Command::PullTail,
        Command::Unlink,
        Command::RealignBetween,
    ],
];

impl Grid {
    /// Opens a menu in place of the one before.
    pub(super) fn open_menu(&mut self, menu: Menu) {
        self.menu = Some(menu);
        self.menus += 1;
        self.entering_menu = true;
    }

    /// Shows the open menu; gives what was chosen from it.
    pub(super) fn show_menu(
        &mut self,
        ui: &Ui,
        view: &View,
        allows: &dyn Fn(Command) -> bool,
    ) -> Option<GridEvent> {
        let menu = self.menu.clone()?;
        let id = Id::unique(("grid menu", self.menus));
        let is_new = self.shown_menu != Some(self.menus);
        self.shown_menu = Some(self.menus);
        let items = Items {
            keymap: Keymap::of(ui.ctx()),
            locale: view.locale,
            allows,
            stops: RefCell::default(),
        };
        let shown = Popup::new(id, ui.ctx().clone(), menu.at, ui.layer_id())
            .kind(PopupKind::Menu)
            .layout(Layout::top_down_justified(Align::Min))
            .style(style)
            .accessible_name(Text::MenuName.in_(view.locale))
            .open_memory(is_new.then_some(SetOpenCommand::Bool(true)))
            .show(|ui| items.of(ui, &menu.target));
        let Some(shown) = shown else {
            self.menu = None;
            return None;
        };
        self.entering_menu &= !items.hear_arrows(ui, self.entering_menu);
        if shown.inner.is_some() {
            Popup::close_id(ui.ctx(), id);
            self.menu = None;
        }
        shown.inner
    }
}

/// As other menus look, with a frame around the line that has the focus.
fn style(style: &mut Style) {
    menu_style(style);
    let visuals = &mut style.visuals;
    visuals.widgets.active.bg_stroke = Stroke::new(1.5, visuals.hyperlink_color);
}

struct Items<'a> {
    keymap: std::sync::Arc<Keymap>,
    locale: Locale,
    allows: &'a dyn Fn(Command) -> bool,
    /// What of the menu can be chosen, as it is shown from the top.
    stops: RefCell<Vec<Id>>,
}

impl Items<'_> {
    fn of(&self, ui: &mut Ui, target: &Target) -> Option<GridEvent> {
        match target {
            Target::Row => self.row(ui),
            Target::Sentence(word) => {
                let of_word = word.as_ref().and_then(|word| self.word(ui, word));
                let of_sentence = self.groups(ui, &OF_SENTENCE);
                ui.separator();
                let mut of_row = None;
                self.further(ui, Text::MenuRow, |ui| of_row = self.row(ui));
                of_word.or(of_sentence).or(of_row)
            }
            &Target::Block { lang, block, gap } => {
                let restore = self.said(ui, Text::Restore.in_(self.locale));
                let restore = restore.then_some(GridEvent::Restore(lang, block));
                let fold = gap.and_then(|first| {
                    let folded = self.said(ui, Text::FoldExcluded.in_(self.locale));
                    folded.then_some(GridEvent::Fold(lang, first))
                });
                restore.or(fold)
            }
            &Target::Gap {
                lang,
                first,
                is_open: true,
            } => {
                let folded = self.said(ui, Text::FoldExcluded.in_(self.locale));
                folded.then_some(GridEvent::Fold(lang, first))
            }
            &Target::Gap { lang, first, .. } => {
                let shown = self.said(ui, Text::ShowExcluded.in_(self.locale));
                shown.then_some(GridEvent::Unfold(lang, first))
            }
        }
    }

    fn row(&self, ui: &mut Ui) -> Option<GridEvent> {
        let mut asked = self.groups(ui, &OF_ROW);
        ui.separator();
        self.further(ui, Text::Verdict, |ui| {
            for (command, _) in VERDICTS {
                asked = self.command(ui, command).or(asked.take());
            }
        });
        asked
    }

    fn word(&self, ui: &mut Ui, word: &Word) -> Option<GridEvent> {
        let named = |text: Text| self.locale.fill(text, &[&word.text]);
        let mut asked = None;
        if self.said(ui, &named(Text::LookUpWord)) {
            asked = Some(GridEvent::LookUp(word.text.clone()));
        }
        if self.said(ui, &named(Text::WordInContext)) {
            asked = Some(GridEvent::InContext(word.text.clone()));
        }
        if self.said(ui, &named(Text::AddWordToGlossary)) {
            asked = Some(GridEvent::Term(word.text.clone()));
        }
        if word.at > 0 && self.said(ui, &named(Text::CutBeforeWord)) {
            asked = Some(GridEvent::CutAt(word.at));
        }
        ui.separator();
        asked
    }

    fn groups(&self, ui: &mut Ui, groups: &[&[Command]]) -> Option<GridEvent> {
        let mut asked = None;
        for (at, group) in groups.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            for &command in *group {
                asked = self.command(ui, command).or(asked);
            }
        }
        asked
    }

    fn command(&self, ui: &mut Ui, command: Command) -> Option<GridEvent> {
        let button =
            Button::new(command.label(self.locale)).shortcut_text(self.keymap.text(command));
        let button = ui.add_enabled((self.allows)(command), button);
        self.stop(&button);
        let clicked = button.on_hover_text(command.help(self.locale)).clicked();
        clicked.then_some(GridEvent::Run(command))
    }

    fn said(&self, ui: &mut Ui, text: &str) -> bool {
        let button = ui.add(Button::new(text));
        self.stop(&button);
        button.clicked()
    }

    /// A menu of its own behind one line.
    fn further(&self, ui: &mut Ui, text: Text, content: impl FnOnce(&mut Ui)) {
        let at = self.stops.borrow().len();
        let button = ui.menu_button(text.in_(self.locale), content).response;
        if button.enabled() {
            self.stops.borrow_mut().insert(at, button.id);
        }
    }

    fn stop(&self, button: &Response) {
        if button.enabled() {
            self.stops.borrow_mut().push(button.id);
        }
    }

    /// The arrows lead from one line to the next, around the end; a menu that is being entered begins with its first.
    /// Whether there was a line to go to: a menu that is being measured has none.
    fn hear_arrows(&self, ui: &Ui, enters: bool) -> bool {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let stops = self.stops.borrow();
        let focused = ui.memory(|memory| memory.focused());
        let at = stops.iter().position(|stop| Some(*stop) == focused);
        let next = match at {
            _ if enters => Some(0),
            Some(at) if down => Some((at + 1) % stops.len()),
            Some(at) if up => at.checked_sub(1).or(stops.len().checked_sub(1)),
            None if down => Some(0),
            None if up => stops.len().checked_sub(1),
            _ => None,
        };
        // egui would take a step of its own.
        if let Some(stop) = at.and_then(|at| stops.get(at)) {
            let arrows = EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(*stop, arrows));
        }
        let stop = next.and_then(|at| stops.get(at));
        if let Some(stop) = stop {
            ui.memory_mut(|memory| memory.request_focus(*stop));
        }
        stop.is_some()
    }
}

/// Where a menu that was asked for by a key opens: below the sentence under the cursor.
pub(super) fn by_key(at: Pos2) -> GridEvent {
    GridEvent::Menu(
        None,
        Menu {
            at,
            target: Target::Sentence(None),
        },
    )
}

/// A menu that was asked for by the mouse, at the sentence `here`.
pub(super) fn of_sentence(here: Cursor, at: Pos2, word: Option<Word>) -> GridEvent {
    GridEvent::Menu(
        Some(here),
        Menu {
            at,
            target: Target::Sentence(word),
        },
    )
}

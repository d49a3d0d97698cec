//! Who has the keyboard: one owner at a time, found once a frame before any key is heard, from what is open and what has
//! the focus. Whoever takes keys asks here.

mod focus;

pub(crate) use focus::{are_rows_at, cursor_id, editor_id, is_on_rows, set_rows};

use super::chord::Chord;
use super::command::{Command, Heard};
use egui::{
    Context, EventFilter, FocusDirection, Id, Key, LayerId, Modifiers, Popup, Pos2, Rect, Response,
    Sense, Ui, Vec2,
};

/// Where keys go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// The grid: bare keys are commands.
    #[default]
    Grid,
    /// The grid, while a place to cut a sentence is being chosen.
    Cut,
    /// The editor of a sentence, as long as it is open.
    Editor,
    /// Another text field.
    Field,
    /// A panel, a bar, or a button anywhere.
    Panel,
    /// A menu, an open list of choices, the command palette, the sheet of keys, or the question for a new key.
    Menu,
}

impl Owner {
    /// The owner in this frame.
    pub fn of(ctx: &Context) -> Owner {
        ctx.data(|data| data.get_temp(Id::unique("keyboard owner")))
            .unwrap_or_default()
    }

    /// Whether `chord` asks for `command` while this has the keyboard. Outside the grid nothing does that could change
    /// the work, and no key that types or presses a button.
    pub fn lets(self, command: Command, chord: Chord) -> bool {
        match self {
            Owner::Grid => true,
            Owner::Menu => false,
            Owner::Cut | Owner::Editor | Owner::Field | Owner::Panel => {
                command.heard() == Heard::Anywhere && !chord.types()
            }
        }
    }
}

/// What is open in a frame, as far as egui does not know it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scene {
    /// The palette, the sheet of keys, or the question for a new key.
    pub menu: bool,
    /// How many panels and bars that keep the keys until they are left.
    pub panels: usize,
    /// A text field was asked for and takes the focus when it is shown.
    pub field: bool,
    pub editing: bool,
    pub cutting: bool,
}

impl Scene {
    /// Nothing lies over the rows.
    pub fn is_bare(self) -> bool {
        !self.menu && self.panels == 0
    }
}

/// What must be remembered from one frame to the next to know the owner.
#[derive(Debug, Default)]
pub struct Keyboard {
    panels: usize,
    /// The person has clicked into the grid beside the open panels, and has not come back to them.
    left_panels: bool,
    /// The widget of a panel that had the focus last.
    kept: Option<Id>,
}

impl Keyboard {
    /// Finds the owner of this frame, and keeps the focus in a panel that owns it.
    pub fn settle(&mut self, ctx: &Context, scene: Scene) -> Owner {
        let claims = Claims::take(ctx);
        let pressed = ctx.input(|input| {
            if input.pointer.any_pressed() {
                input.pointer.interact_pos()
            } else {
                None
            }
        });
        let is_grid_pressed = pressed.is_some_and(|at| are_rows_at(ctx, at));
        let mut focused = ctx.memory(|memory| memory.focused());
        // Text fields see to it themselves.
        if is_grid_pressed
            && !ctx.text_edit_focused()
            && let Some(id) = focused.take_if(|_| !is_on_rows(ctx))
        {
            ctx.memory_mut(|memory| memory.surrender_focus(id));
        }
        let is_in_panel = focused.is_some_and(|id| claims.hold(ctx, id));
        if pressed.is_some() {
            self.left_panels = is_grid_pressed;
        } else if scene.panels > self.panels || is_in_panel {
            self.left_panels = false;
        }
        self.panels = scene.panels;
        let typing = scene.field || ctx.text_edit_focused() && focused != Some(editor_id());
        let in_panel = scene.panels > 0 && !self.left_panels;
        let owner = if scene.menu || Popup::is_any_open(ctx) {
            Owner::Menu
        } else if typing {
            Owner::Field
        } else if in_panel {
            Owner::Panel
        } else if scene.editing {
            Owner::Editor
        } else if scene.cutting {
            Owner::Cut
        } else if focused.is_some() && !is_on_rows(ctx) {
            Owner::Panel
        } else {
            Owner::Grid
        };
        if is_in_panel {
            self.kept = focused;
        } else if owner == Owner::Panel && in_panel {
            self.bring_back(ctx, &claims);
        }
        ctx.data_mut(|data| data.insert_temp(Id::unique("keyboard owner"), owner));
        owner
    }

    /// The owner after a command in this frame has made the scene another.
    pub fn after(&self, owner: Owner, scene: Scene) -> Owner {
        match owner {
            _ if scene.menu => Owner::Menu,
            _ if scene.field => Owner::Field,
            _ if scene.panels > self.panels => Owner::Panel,
            Owner::Grid if scene.editing => Owner::Editor,
            Owner::Grid if scene.cutting => Owner::Cut,
            _ => owner,
        }
    }

    /// The focus went out of the panel by an arrow or a click on nothing.
    fn bring_back(&mut self, ctx: &Context, claims: &Claims) {
        match self.kept.filter(|id| claims.hold(ctx, *id)) {
            Some(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
            None => {
                if let Some(claim) = claims.0.last() {
                    enter(ctx, claim.first, FocusDirection::Next);
                }
            }
        }
    }
}

/// The panels of the last frame.
#[derive(Clone, Default)]
struct Claims(Vec<Claim>);

#[derive(Clone, Copy)]
struct Claim {
    layer: LayerId,
    rect: Rect,
    first: Id,
    last: Id,
}

impl Claims {
    fn id() -> Id {
        Id::unique("keyboard claims")
    }

    fn take(ctx: &Context) -> Claims {
        ctx.data_mut(|data| data.remove_temp(Claims::id()))
            .unwrap_or_default()
    }

    fn hold(&self, ctx: &Context, widget: Id) -> bool {
        let is_end = |claim: &Claim| claim.first == widget || claim.last == widget;
        if self.0.iter().any(is_end) {
            return true;
        }
        let Some(widget) = ctx.read_response(widget) else {
            return false;
        };
        let at = widget.rect.center();
        let is_scrolled_out = !widget.interact_rect.is_positive();
        let holds = |claim: &Claim| {
            let is_beside = is_scrolled_out && claim.rect.x_range().contains(at.x);
            claim.layer == widget.layer_id && (claim.rect.contains(at) || is_beside)
        };
        self.0.iter().any(holds)
    }
}

/// Shows the content of a panel that the Tab key goes around in.
pub fn ring<T>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    let ctx = ui.ctx().clone();
    let [first, last] = ["first", "last"].map(|end| Id::unique(("ring", name, end)));
    let reached = |end| ctx.memory(|memory| memory.has_focus(end));
    if reached(last) {
        enter(&ctx, first, FocusDirection::Next);
    } else if reached(first) {
        enter(&ctx, last, FocusDirection::Previous);
    }
    stop(ui, first);
    let shown = content(ui);
    stop(ui, last);
    let claim = Claim {
        layer: ui.layer_id(),
        rect: ui.min_rect().expand(1.0),
        first,
        last,
    };
    ctx.data_mut(|data| {
        let claims: &mut Claims = data.get_temp_mut_or_default(Claims::id());
        claims.0.push(claim);
    });
    shown
}

/// From an end of a ring to the widget beside it.
fn enter(ctx: &Context, end: Id, direction: FocusDirection) {
    ctx.memory_mut(|memory| {
        memory.request_focus(end);
        memory.move_focus(direction);
    });
}

/// An end of a ring: nothing to see, and left at once.
fn stop(ui: &Ui, id: Id) {
    let place = Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
    ui.interact(place, id, Sense::focusable_noninteractive());
}

/// Whether Esc was pressed and is for a panel or bar; nobody else hears it then. A field that hears Esc itself keeps the
/// focus, others have lost it by now.
pub fn escapes(ui: &Ui) -> bool {
    let is_free = match Owner::of(ui.ctx()) {
        Owner::Grid | Owner::Panel => true,
        Owner::Field => ui.memory(|memory| memory.focused().is_none()),
        Owner::Cut | Owner::Editor | Owner::Menu => false,
    };
    is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Whether the person scrolls, types or moves the mouse in this frame: what is not asked for can wait.
pub fn is_at_work(ctx: &Context) -> bool {
    ctx.input(|input| !input.events.is_empty() || input.smooth_scroll_delta != Vec2::ZERO)
}

/// A list of choices that has the focus goes through them by the arrow keys, open or not.
pub fn step_through<T: Copy + PartialEq>(list: &Response, value: &mut T, choices: &[T]) {
    if !list.has_focus() {
        return;
    }
    let arrows = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    list.ctx
        .memory_mut(|memory| memory.set_focus_lock_filter(list.id, arrows));
    let pressed = |key| {
        list.ctx
            .input_mut(|input| input.consume_key(Modifiers::NONE, key))
    };
    let at = choices
        .iter()
        .position(|choice| choice == value)
        .unwrap_or(0);
    let to = match (pressed(Key::ArrowUp), pressed(Key::ArrowDown)) {
        (true, false) => at.saturating_sub(1),
        (false, true) => at + 1,
        _ => return,
    };
    if let Some(choice) = choices.get(to) {
        *value = *choice;
    }
}

/// Whether a press at `at` is on the background within `rect`, not on what floats over it.
pub fn is_pressed_in(ctx: &Context, rect: Rect, at: Pos2) -> bool {
    let layer = ctx.layer_id_at(at);
    rect.contains(at) && layer.is_none_or(|layer| layer == LayerId::background())
}

//! How wide the person drew the side panels, kept from one start to the next.

use egui::accesskit::Role;
use egui::containers::panel::PanelState;
use egui::{Rect, Ui, vec2};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The side panels of the window, by their ids.
const NAMES: [&str; 5] = ["details", "excluded", "findings", "map", "settings"];
/// Narrower or wider than this no panel is drawn, in points.
const WIDTHS: std::ops::RangeInclusive<f32> = 100.0..=1200.0;

/// Widths in points, by panel; those that nobody touched have none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PanelWidths(BTreeMap<String, f32>);

impl PanelWidths {
    /// Gives the panels of `ui` their widths, before they are shown for the first time.
    pub fn restore(&self, ui: &Ui) {
        for name in NAMES {
            let width = self.0.get(name).filter(|width| WIDTHS.contains(width));
            if let Some(&width) = width {
                let outer_rect = Rect::from_min_size(ui.max_rect().min, vec2(width, 0.0));
                let state = PanelState { outer_rect };
                let id = panel_id(ui, name);
                ui.data_mut(|data| data.insert_persisted(id, state));
            }
        }
    }

    /// The widths that the panels of `ui` have now.
    pub fn read(&self, ui: &Ui) -> PanelWidths {
        let mut widths = self.clone();
        for name in NAMES {
            if let Some(state) = PanelState::load(ui.ctx(), panel_id(ui, name)) {
                widths.0.insert(name.to_owned(), state.size().x.round());
            }
        }
        widths
    }
}

/// Has screen readers call all that is in `ui` so.
pub(super) fn name_region(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Region);
        node.set_label(name);
    });
}

/// The id of a panel that is shown within `ui`.
pub(super) fn panel_id(ui: &Ui, name: &str) -> egui::Id {
    ui.scope_id().with_salt(egui::IdSalt::new(name))
}

//! What the window remembers from one start to the next. Losing it is never an error.

use super::export_panel::Choices;
use super::keymap::Keymap;
use super::look::Look;
use super::panels::PanelWidths;
use super::queue::Queue;
use super::texts::Tongue;
use etcetera::BaseStrategy;
use jjak_formats::project::unsaved;
use jjak_pipeline::custom::{self, Cutting};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const RECENT_LIMIT: usize = 8;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system's locale.
    pub tongue: Option<Tongue>,
    /// `None` follows the system.
    pub dark: Option<bool>,
    #[serde(flatten)]
    pub look: Look,
    pub queue: Queue,
    pub keys: Keymap,
    /// Of the panels that were drawn wider or narrower, by name, in points.
    pub panels: PanelWidths,
    /// How texts are cut into sentences.
    pub cutting: Cutting,
    /// Who saved work last.
    pub reviewer: Option<String>,
    /// What was exported last, and how.
    pub export: Choices,
    /// What was opened last, newest first.
    pub recent: Vec<Recent>,
    #[serde(skip)]
    file: Option<PathBuf>,
    /// Where pairs without a name are kept; without it they are in memory only.
    #[serde(skip)]
    pub unsaved: Option<PathBuf>,
    /// The user's lists, rules and glossary; without it those of the program alone count.
    #[serde(skip)]
    pub lists: Option<PathBuf>,
}

/// Something that was opened from files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Recent {
    Pair { en: PathBuf, ko: PathBuf },
    Project { project: PathBuf },
}

impl Settings {
    /// The settings of this user, or the first ones where there are none or they cannot be read.
    pub fn load() -> Settings {
        let file = etcetera::choose_base_strategy()
            .ok()
            .map(|folders| folders.config_dir().join("jjak").join("settings.json"));
        let stored = file.as_deref().and_then(read);
        Settings {
            file,
            unsaved: unsaved::folder(),
            lists: custom::folder(),
            ..stored.unwrap_or_default().within_limits()
        }
    }

    /// Writes them where they were loaded from; settings that were not loaded stay in memory.
    pub fn save(&self) {
        let Some(file) = &self.file else { return };
        let written = file
            .parent()
            .map(std::fs::create_dir_all)
            .transpose()
            .and_then(|_| {
                let json = serde_json::to_vec_pretty(self)?;
                std::fs::write(file, json)
            });
        if let Err(error) = written {
            eprintln!("jjak: settings not saved to {}: {error}", file.display());
        }
    }

    /// The settings with nothing in them that the window cannot show, whatever the file held.
    fn within_limits(mut self) -> Settings {
        self.look = self.look.within_limits();
        self.queue.sure = match self.queue.sure.is_finite() {
            true => self.queue.sure.clamp(0.0, 1.0),
            false => Queue::default().sure,
        };
        self
    }

    pub fn tongue(&self) -> Tongue {
        self.tongue.unwrap_or_else(Tongue::of_system)
    }

    /// Puts it at the head of the recent ones.
    pub fn remember(&mut self, opened: Recent) {
        self.recent.retain(|other| *other != opened);
        self.recent.insert(0, opened);
        self.recent.truncate(RECENT_LIMIT);
    }
}

fn read(file: &Path) -> Option<Settings> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

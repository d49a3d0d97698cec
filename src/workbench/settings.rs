//! What the window remembers from one start to the next. Losing it is never an error.

use super::export_panel::Choices;
use super::keymap::Keymap;
use super::look::Look;
use super::panels::PanelWidths;
use super::queue::Queue;
use super::session::Cursor;
use super::texts::Tongue;
use etcetera::BaseStrategy;
use jjak_formats::project::unsaved;
use jjak_pipeline::custom::{self, Cutting};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const RECENT_LIMIT: usize = 8;
const PLACES_LIMIT: usize = 100;

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
    /// Where the person stood in each file, the last first.
    pub places: Vec<Place>,
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

/// Where a person stood in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    project: PathBuf,
    cursor: Cursor,
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

    /// Where the person stood in `project` the last time.
    pub fn place_of(&self, project: &Path) -> Option<Cursor> {
        let project = absolute(project);
        let mut places = self.places.iter();
        let place = places.find(|place| place.project == project)?;
        Some(place.cursor)
    }

    /// Remembers where the person stands in `project`.
    pub fn keep_place(&mut self, project: &Path, cursor: Cursor) {
        let project = absolute(project);
        self.places.retain(|place| place.project != project);
        self.places.insert(0, Place { project, cursor });
        self.places.truncate(PLACES_LIMIT);
    }

    /// Takes it out of the recent ones.
    pub fn forget(&mut self, gone: Recent) {
        let gone = gone.absolute();
        self.recent.retain(|other| *other != gone);
    }

    /// Puts it at the head of the recent ones. Work that was begun from two files and is in one now is there once.
    pub fn remember(&mut self, opened: Recent) {
        let opened = opened.absolute();
        self.recent.retain(|other| *other != opened);
        self.recent.insert(0, opened);
        self.recent.truncate(RECENT_LIMIT);
    }
}

impl Recent {
    /// With paths that hold wherever the program is started.
    fn absolute(self) -> Recent {
        match self {
            Recent::Pair { en, ko } => Recent::Pair {
                en: absolute(&en),
                ko: absolute(&ko),
            },
            Recent::Project { project } => Recent::Project {
                project: absolute(&project),
            },
        }
    }
}

/// `path` from the root; as it is where that cannot be told.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn read(file: &Path) -> Option<Settings> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

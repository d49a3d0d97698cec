//! What the window remembers from one start to the next. Losing it is never an error.

use super::texts::Tongue;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const RECENT_LIMIT: usize = 8;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system's locale.
    pub tongue: Option<Tongue>,
    /// `None` follows the system.
    pub dark: Option<bool>,
    /// Size of the sentences in points.
    pub text_size: f32,
    /// Pairs opened last, newest first.
    pub recent: Vec<RecentPair>,
    #[serde(skip)]
    file: Option<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentPair {
    pub en: PathBuf,
    pub ko: PathBuf,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            tongue: None,
            dark: None,
            text_size: 15.0,
            recent: Vec::new(),
            file: None,
        }
    }
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
            ..stored.unwrap_or_default()
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

    pub fn tongue(&self) -> Tongue {
        self.tongue.unwrap_or_else(Tongue::of_system)
    }

    /// Puts a pair at the head of the recent ones.
    pub fn remember(&mut self, pair: RecentPair) {
        self.recent.retain(|other| *other != pair);
        self.recent.insert(0, pair);
        self.recent.truncate(RECENT_LIMIT);
    }
}

fn read(file: &Path) -> Option<Settings> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

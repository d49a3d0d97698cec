//! What the window remembers from one start to the next. Losing it is never an error.

use super::export_panel::Choices;
use super::job::TableView;
use super::keymap::Keymap;
use super::look::Look;
use super::opening::OpeningOptions;
use super::panels::PanelWidths;
use super::queue::Queue;
use super::session::Cursor;
use super::settings_file::{self, Kept};
use super::texts::Locale;
use etcetera::BaseStrategy;
use jjak_core::article::Lang;
use jjak_formats::project::unsaved;
use jjak_pipeline::custom::{self, Cutting};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const RECENT_LIMIT: usize = 8;
const PLACES_LIMIT: usize = 100;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system's locale. Files call it as they did at first.
    #[serde(rename = "tongue")]
    pub locale: Option<Locale>,
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
    /// New pairs were translated from Korean.
    pub from_korean: bool,
    /// Each article of a job is paired by itself, without what was accepted in others.
    pub lone_pairing: bool,
    /// The hints of the sample were seen or left.
    pub hinted: bool,
    /// Who saved work last.
    pub reviewer: Option<String>,
    /// What was exported last, and how.
    pub export: Choices,
    /// What was opened last, newest first.
    pub recent: Vec<Recent>,
    /// Where the person stood in each file, the last first.
    pub places: Vec<WindowPlace>,
    /// How the person looked at each job, the last first.
    pub jobs: Vec<JobPlace>,
    #[serde(skip)]
    file: Option<PathBuf>,
    /// What the file held that means nothing here.
    #[serde(skip)]
    kept: Kept,
    /// Why the file must be put aside before another is written.
    #[serde(skip)]
    damage: Option<String>,
    /// Where pairs without a name are kept; without it they are in memory only.
    #[serde(skip)]
    pub unsaved: Option<PathBuf>,
    /// The user's lists, rules and glossary; without it those of the program alone count.
    #[serde(skip)]
    pub lists: Option<PathBuf>,
}

/// What there is to say of the file of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Names of values that mean nothing here, and stay in the file.
    Kept(Vec<String>),
    /// It holds no settings; why.
    Damaged(String),
    /// It cannot be read, and will not be written; why.
    Unreadable(String),
}

/// Something that was opened from files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Recent {
    Pair { en: PathBuf, ko: PathBuf },
    Project { project: PathBuf },
    Job { job: PathBuf },
}

/// Where a person stood in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    project: PathBuf,
    cursor: Cursor,
}

/// How a person looked at a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobPlace {
    job: PathBuf,
    view: TableView,
    /// The pair whose rows were on the screen.
    pair: Option<u64>,
}

impl Settings {
    /// The language that new pairs were translated from.
    pub fn source(&self) -> Lang {
        if self.from_korean { Lang::Ko } else { Lang::En }
    }

    /// How texts are opened.
    pub fn opening(&self) -> OpeningOptions {
        OpeningOptions {
            unsaved: self.unsaved.clone(),
            lists: self.lists.clone(),
            cutting: self.cutting.clone(),
            source: self.source(),
        }
    }

    /// The settings of this user, or the first ones where there are none, and what there is to say of their file.
    pub fn load() -> (Settings, Vec<Notice>) {
        let file = etcetera::choose_base_strategy()
            .ok()
            .map(|folders| folders.config_dir().join("jjak").join("settings.json"));
        let (settings, notices) = file.map(Settings::read).unwrap_or_default();
        let settings = Settings {
            unsaved: unsaved::folder(),
            lists: custom::folder(),
            ..settings
        };
        (settings, notices)
    }

    /// The settings in `file`, as far as they can be used, and what there is to say of the rest.
    pub fn read(file: PathBuf) -> (Settings, Vec<Notice>) {
        match settings_file::read::<Settings>(&file) {
            Ok(read) => {
                let odd = read.kept.names();
                let odd = (!odd.is_empty()).then_some(Notice::Kept(odd));
                let damage = read.damage.clone().map(Notice::Damaged);
                let settings = Settings {
                    file: Some(file),
                    kept: read.kept,
                    damage: read.damage,
                    ..read.value.within_limits()
                };
                (settings, odd.into_iter().chain(damage).collect())
            }
            // It is not for us to write over.
            Err(error) => {
                let error = format!("{}: {error}", file.display());
                (Settings::default(), vec![Notice::Unreadable(error)])
            }
        }
    }

    /// Writes them where they were loaded from; settings that were not loaded stay in memory. A damaged file is put aside
    /// first; its new name is given.
    ///
    /// # Errors
    /// What could not be done, in words.
    pub fn save(&mut self) -> Result<Option<PathBuf>, String> {
        let Some(file) = self.file.clone() else {
            return Ok(None);
        };
        let damaged = self.damage.take().map(|_| settings_file::put_aside(&file));
        let aside = damaged
            .transpose()
            .map_err(|error| format!("{}: {error}", file.display()))?;
        settings_file::write(&file, self, &self.kept).map_err(|error| error.to_string())?;
        Ok(aside)
    }

    /// The settings with nothing in them that the window cannot show, whatever the file held.
    fn within_limits(mut self) -> Settings {
        self.look = self.look.within_limits();
        self.queue.sure = if self.queue.sure.is_finite() {
            self.queue.sure.clamp(0.0, 1.0)
        } else {
            Queue::default().sure
        };
        self
    }

    pub fn locale(&self) -> Locale {
        self.locale.unwrap_or_else(Locale::of_system)
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
        self.places.insert(0, WindowPlace { project, cursor });
        self.places.truncate(PLACES_LIMIT);
    }

    /// How the person looked at `job` the last time, and which pair was on the screen.
    pub fn view_of(&self, job: &Path) -> (TableView, Option<u64>) {
        let job = absolute(job);
        let place = self.jobs.iter().find(|place| place.job == job);
        place
            .map(|place| (place.view.clone(), place.pair))
            .unwrap_or_default()
    }

    /// Remembers how the person looks at `job`.
    pub fn keep_view(&mut self, job: &Path, view: TableView, pair: Option<u64>) {
        let job = absolute(job);
        self.jobs.retain(|place| place.job != job);
        self.jobs.insert(0, JobPlace { job, view, pair });
        self.jobs.truncate(PLACES_LIMIT);
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
            Recent::Job { job } => Recent::Job {
                job: absolute(&job),
            },
        }
    }
}

/// `path` from the root; as it is where that cannot be told.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The settings that a file holding `json` gives, what is said, and what the file holds after a change.
    fn rewritten(
        json: &Value,
        change: impl FnOnce(&mut Settings),
    ) -> (Settings, Vec<Notice>, Value) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        std::fs::write(&file, json.to_string()).unwrap();
        let (mut settings, notices) = Settings::read(file.clone());
        change(&mut settings);
        assert_eq!(settings.save(), Ok(None));
        let after = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        (settings, notices, after)
    }

    #[test]
    fn what_is_not_understood_stays_in_the_file_and_the_rest_holds() {
        let odd = json!({
            "tongue": "klingon",
            "dark": true,
            "text_size": 17.0,
            "queue": {"sure": "very", "least_sure_first": true, "by_colour": 3},
            "keys": {"Teleport": ["T"], "Accept": ["Hyper+A", "Y"]},
            "recent": [{"project": "a.jjak"}, {"address": "https://example.com"}],
            "cutting": {"quotations": "sometimes"},
            "later": {"a": [1]},
        });
        let (settings, notices, after) = rewritten(&odd, |settings| settings.dark = Some(false));
        assert_eq!((settings.locale, settings.dark), (None, Some(false)));
        assert_eq!(settings.look.text_size, 17.0);
        assert!(settings.queue.least_sure_first);
        assert_eq!(settings.queue.sure, Queue::default().sure);
        assert_eq!(settings.keys.text(crate::command::Command::Accept), "Y");
        assert_eq!(settings.recent.len(), 1);
        let [Notice::Kept(names)] = &notices[..] else {
            panic!("{notices:?}");
        };
        for name in ["tongue", "queue.sure", "keys.Teleport", "recent", "later"] {
            assert!(names.iter().any(|kept| kept == name), "{name}: {names:?}");
        }
        assert_eq!(after["dark"], json!(false));
        assert_eq!(after["tongue"], json!("klingon"));
        assert_eq!(after["queue"], odd["queue"]);
        assert_eq!(after["keys"]["Teleport"], json!(["T"]));
        assert_eq!(after["keys"]["Accept"], json!(["Y", "Hyper+A"]));
        assert_eq!(after["recent"], odd["recent"]);
        assert_eq!(after["cutting"]["quotations"], json!("sometimes"));
        assert_eq!(after["later"], odd["later"]);
    }

    #[test]
    fn a_choice_takes_the_place_of_what_was_not_understood() {
        let odd = json!({"tongue": "klingon", "dark": "dusk"});
        let choose = |settings: &mut Settings| settings.locale = Some(Locale::Korean);
        let (_, _, after) = rewritten(&odd, choose);
        assert_eq!(after["tongue"], json!("korean"));
        assert_eq!(after["dark"], json!("dusk"));
    }

    #[test]
    fn a_file_of_this_version_has_nothing_odd() {
        let mut settings = Settings::default();
        settings.look.line_spacing = 1.35;
        settings.queue.sure = 0.7;
        settings.panels = serde_json::from_value(json!({"details": 300.0})).unwrap();
        let json: Value = serde_json::from_str(&serde_json::to_string(&settings).unwrap()).unwrap();
        let (read, notices, after) = rewritten(&json, |_| ());
        assert_eq!(notices, []);
        assert_eq!(after, json);
        assert_eq!(read.look, settings.look);
    }

    #[test]
    fn a_damaged_file_is_put_aside_before_another_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        for (damaged, number) in [("{\"dark\": tr", 1), ("[1, 2]", 2)] {
            std::fs::write(&file, damaged).unwrap();
            let (mut settings, notices) = Settings::read(file.clone());
            assert!(matches!(notices[..], [Notice::Damaged(_)]));
            assert_eq!(std::fs::read_to_string(&file).unwrap(), damaged);
            let aside = settings.save().unwrap().expect("the old file");
            assert!(aside.ends_with(format!("settings-damaged-{number}.json")));
            assert_eq!(std::fs::read_to_string(aside).unwrap(), damaged);
            assert_eq!(settings.save(), Ok(None));
        }
    }
}

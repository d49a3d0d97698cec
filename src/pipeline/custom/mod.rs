//! What a user adds to the program: word lists in a folder of the configuration directory.
//!
//! ```text
//! <configuration directory>/jjak/lists/
//!     clean/    navigation.txt, related.txt ... as in `assets/clean`, and never.txt
//!     segment/  abbreviations.txt, starters.txt, brands.txt ... as in `assets/segment`
//!     glossary.tsv  English, a tab, Korean: terms that the aligner then knows and the checks look for
//! ```
//!
//! A job or a work has a glossary of its own beside it ([`glossary_beside`]).
//!
//! The lists add to the program's own. A line that cannot be used is told of and left out; the rest counts.

mod beside;
mod cutting;
mod file;

pub use beside::{
    AddGlossaryError, TermLine, add_glossary_beside, append_term, forget_term, glossaries_beside,
    glossary_beside, term_lines,
};
pub use cutting::{Cutting, SrxFileError};
pub use file::{append_never, append_word, forget_never, forget_word, own_words};

use etcetera::BaseStrategy;
use jjak_core::clean::Lists;
use jjak_core::evidence::glossary::Glossary;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::segment::{Rules, Words};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Largest list file.
pub const MAX_LIST_BYTES: u64 = 4 << 20;

/// The lists of the program with those of the user.
#[derive(Clone, Debug, Default)]
pub struct Custom {
    pub lists: Lists,
    pub rules: Rules,
    pub glossary: Glossary,
    /// Lines and files that could not be used.
    pub warnings: Vec<ListWarning>,
}

/// A line or file of the user's lists that has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListWarning {
    pub file: PathBuf,
    /// From 1; `None` if it is the whole file.
    pub line: Option<usize>,
    pub why: String,
}

impl fmt::Display for ListWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file.display(), self.why),
            None => write!(f, "{}: {}", self.file.display(), self.why),
        }
    }
}

/// The folder of this user's lists, whether it is there or not.
pub fn folder() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("jjak").join("lists"))
}

/// The user's glossary in a folder of lists.
pub fn own_glossary(folder: &Path) -> PathBuf {
    folder.join("glossary.tsv")
}

/// The files of this user's lists.
pub fn files() -> Vec<PathBuf> {
    let folder = folder().unwrap_or_default();
    let lists = ["clean", "segment"].map(|lists| std::fs::read_dir(folder.join(lists)));
    let lists = lists.into_iter().flatten().flatten().flatten();
    let mut files: Vec<PathBuf> = lists.map(|entry| entry.path()).collect();
    files.push(own_glossary(&folder));
    files
}

impl Custom {
    /// The program's own lists.
    pub fn builtin() -> Custom {
        Custom {
            lists: Lists::builtin().clone(),
            rules: Rules::default(),
            glossary: Glossary::default(),
            warnings: Vec::new(),
        }
    }

    /// The lists of this user.
    pub fn load() -> Custom {
        folder().map_or_else(Custom::builtin, |folder| Custom::read(&folder))
    }

    /// The program's lists with those in `folder`; a missing folder adds nothing.
    pub fn read(folder: &Path) -> Custom {
        let mut custom = Custom::builtin();
        custom.read_folder(&folder.join("clean"), Custom::add_clean);
        custom.read_folder(&folder.join("segment"), Custom::add_segment);
        custom.read_glossary(&own_glossary(folder));
        custom
    }

    fn read_folder(&mut self, folder: &Path, add: fn(&mut Custom, &str, &Path, &str)) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.warn(folder, None, format!("cannot be read ({error})")),
        };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in files {
            let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
            if file.extension().is_none_or(|ending| ending != "txt")
                || file.file_name().is_none_or(hidden)
            {
                continue;
            }
            let list = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            match file::read(&file) {
                Ok(text) => add(self, &list, &file, &text),
                Err(why) => self.warn(&file, None, why),
            }
        }
    }

    fn read_glossary(&mut self, file: &Path) {
        if !file.exists() {
            return;
        }
        match file::read(file) {
            Ok(text) => {
                let (glossary, faults) = Glossary::read_what_can_be(&text);
                self.glossary.extend(glossary);
                for fault in faults {
                    self.warn(file, None, fault.to_string());
                }
            }
            Err(why) => self.warn(file, None, why),
        }
    }

    /// Sets how texts are cut. Rules of an SRX file that cannot be used are among the warnings; the others count.
    ///
    /// # Errors
    /// [`SrxFileError`] if the file as a whole cannot be used; everything else then counts.
    pub fn cut_by(&mut self, cutting: &Cutting) -> Result<(), SrxFileError> {
        self.lists.inline_marks = cutting.inline_marks;
        self.lists.wrapped = cutting.wrapped;
        cutting.set(&mut self.rules)?;
        if let (Some(file), Some((srx, _))) = (&cutting.srx, &self.rules.srx) {
            let faults: Vec<String> = srx.faults.iter().map(ToString::to_string).collect();
            for fault in faults {
                self.warn(file, None, fault);
            }
        }
        Ok(())
    }

    /// The shipped lexicon with the user's glossary.
    pub fn lexicon(&self) -> Lexicon {
        Lexicon::with_glossary(&self.glossary)
    }

    fn warn(&mut self, file: &Path, line: Option<usize>, why: String) {
        self.warnings.push(ListWarning {
            file: file.into(),
            line,
            why,
        });
    }

    fn add_clean(&mut self, list: &str, file: &Path, text: &str) {
        match list {
            "never" => {
                for line in self.lists.never_mut().add_file(text) {
                    self.warn(
                        file,
                        Some(line),
                        "a line to exclude needs at least two letters or digits".into(),
                    );
                }
            }
            "roles" => self.lists.add_roles(text),
            "names" => self.lists.add_site_words(text),
            _ => {
                let Some((_, reason)) = Lists::reasons().find(|(name, _)| *name == list) else {
                    let names: Vec<&str> = Lists::reasons().map(|(name, _)| name).collect();
                    return self
                        .unknown(file, &format!("never, roles, names, {}", names.join(", ")));
                };
                for (number, line) in numbered(text) {
                    match Lists::fault_of(line) {
                        Some(why) => self.warn(file, Some(number), why.into()),
                        None => self.lists.add(reason, line),
                    }
                }
            }
        }
    }

    fn add_segment(&mut self, list: &str, file: &Path, text: &str) {
        if !Words::LISTS.contains(&list) {
            return self.unknown(file, &Words::LISTS.join(", "));
        }
        for (number, line) in numbered(text) {
            if let Err(why) = self.rules.words.add(list, line) {
                self.warn(file, Some(number), why.to_string());
            }
        }
    }

    fn unknown(&mut self, file: &Path, names: &str) {
        self.warn(
            file,
            None,
            format!("there is no list of this name; lists are {names}"),
        );
    }
}

/// The lines that are no comments, with their numbers from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with("# ") && *line != "#")
        .map(|(at, line)| (at + 1, line))
}

//! The lines of a project file, written and read.

use super::{About, Project, ProjectError, VERSION};
use crate::import::{Original, Originals};
use jiff::Timestamp;
use jjak_core::article::{Article, Lang};
use jjak_core::bitext::{Bead, Bitext, Edit, History, Side};
use jjak_core::segment::Segment;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// Larger files are refused: nothing a person could have worked through.
pub const MAX_PROJECT_BYTES: u64 = 2 << 30;

/// One line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line<'a> {
    Jjak(Cow<'a, About>),
    Original {
        lang: Lang,
        #[serde(flatten)]
        bytes: Cow<'a, Original>,
    },
    Article(Cow<'a, Article>),
    En(Cow<'a, Segment>),
    Ko(Cow<'a, Segment>),
    Bead(Cow<'a, Bead>),
    Past(Cow<'a, Edit>),
    Undone(Cow<'a, Edit>),
    Ready {
        en: usize,
        ko: usize,
        beads: usize,
    },
    Edit {
        at: Timestamp,
        edit: Cow<'a, Edit>,
    },
    Undo {
        at: Timestamp,
    },
    Redo {
        at: Timestamp,
    },
}

impl Line<'_> {
    /// With the line feed that makes it complete.
    pub(super) fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// Writes a project with its journal folded in.
///
/// # Errors
/// What `out` says.
pub fn write(project: &Project, out: &mut dyn Write) -> io::Result<()> {
    // An original may be as large as all the rest: its line is not built first.
    let mut put = |line: Line| -> io::Result<()> {
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    };
    put(Line::Jjak(Cow::Borrowed(&project.about)))?;
    let (originals, bitext) = (&project.originals, &project.bitext);
    for (lang, bytes) in [(Lang::En, &originals.en), (Lang::Ko, &originals.ko)] {
        let bytes = Cow::Borrowed(bytes);
        put(Line::Original { lang, bytes })?;
    }
    put(Line::Article(Cow::Borrowed(&bitext.en.article)))?;
    put(Line::Article(Cow::Borrowed(&bitext.ko.article)))?;
    for segment in &bitext.en.segments {
        put(Line::En(Cow::Borrowed(segment)))?;
    }
    for segment in &bitext.ko.segments {
        put(Line::Ko(Cow::Borrowed(segment)))?;
    }
    for bead in &bitext.beads {
        put(Line::Bead(Cow::Borrowed(bead)))?;
    }
    for edit in project.history.past() {
        put(Line::Past(Cow::Borrowed(edit)))?;
    }
    for edit in project.history.undone() {
        put(Line::Undone(Cow::Borrowed(edit)))?;
    }
    put(Line::Ready {
        en: bitext.en.segments.len(),
        ko: bitext.ko.segments.len(),
        beads: bitext.beads.len(),
    })
}

/// A project as it was found in its file.
#[derive(Debug)]
pub struct Loaded {
    pub project: Project,
    /// How many edits, undos and redos the journal held.
    pub journaled: usize,
    /// When the last of them was made.
    pub last: Option<Timestamp>,
    /// The end of the file that could not be used, if there is one.
    pub damage: Option<Damage>,
    /// Bytes of the file up to there.
    pub(super) sound: u64,
}

/// The journal's end, from the first line that cannot be understood or does not follow from what is before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    pub line: usize,
    /// Whole lines that are lost with it. None is what a crash leaves: a last line that was cut short and so was
    /// never done.
    pub lines: usize,
}

/// Reads a project file.
///
/// # Errors
/// [`ProjectError`] when nothing can be had of it. A journal whose end is damaged is read as far as it is sound.
pub fn read(path: &Path) -> Result<Loaded, ProjectError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => ProjectError::Missing { path: path.into() },
        _ => ProjectError::Unreadable {
            path: path.into(),
            source,
        },
    };
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.len() > MAX_PROJECT_BYTES {
        return Err(ProjectError::TooLarge {
            path: path.into(),
            mib: MAX_PROJECT_BYTES >> 20,
        });
    }
    let input = BufReader::with_capacity(1 << 16, file.take(MAX_PROJECT_BYTES));
    read_from(input, path)
}

/// Reads a project from anywhere; `path` is for messages.
///
/// # Errors
/// As [`read`].
pub fn read_from(input: impl BufRead, path: &Path) -> Result<Loaded, ProjectError> {
    let mut reader = Reader {
        path,
        input,
        buffer: Vec::new(),
        number: 0,
        sound: 0,
    };
    let project = reader.snapshot()?;
    reader.journal(project)
}

struct Reader<'p, R> {
    path: &'p Path,
    input: R,
    buffer: Vec<u8>,
    /// Of the line in the buffer, from 1.
    number: usize,
    /// Bytes of the lines that were taken.
    sound: u64,
}

impl<R: BufRead> Reader<'_, R> {
    /// Fetches the next line; whether there is one, and it is whole.
    fn fetch(&mut self) -> Result<bool, ProjectError> {
        self.buffer.clear();
        self.input
            .read_until(b'\n', &mut self.buffer)
            .map_err(|source| ProjectError::Unreadable {
                path: self.path.into(),
                source,
            })?;
        self.number += 1;
        Ok(self.buffer.ends_with(b"\n"))
    }

    fn parse(&self) -> Result<Line<'static>, serde_json::Error> {
        serde_json::from_slice(&self.buffer)
    }

    fn damaged(&self, why: impl ToString) -> ProjectError {
        ProjectError::Damaged {
            path: self.path.into(),
            line: self.number,
            why: why.to_string(),
        }
    }

    fn about(&mut self) -> Result<About, ProjectError> {
        #[derive(Deserialize)]
        struct First {
            jjak: Version,
        }
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let whole = self.fetch()?;
        let Ok(first) = serde_json::from_slice::<First>(&self.buffer) else {
            let begun = !whole
                && !self.buffer.is_empty()
                && b"{\"jjak\"".starts_with(&self.buffer[..self.buffer.len().min(7)]);
            let path = self.path.into();
            return Err(if begun {
                ProjectError::CutShort { path }
            } else {
                ProjectError::NotAProject { path }
            });
        };
        if first.jjak.version > VERSION {
            return Err(ProjectError::Newer {
                path: self.path.into(),
                found: first.jjak.version,
                known: VERSION,
            });
        }
        match self.parse() {
            Ok(Line::Jjak(about)) => Ok(about.into_owned()),
            Ok(_) => Err(self.damaged("not the first line of a project")),
            Err(error) => Err(self.damaged(error)),
        }
    }

    /// Everything up to `ready`.
    fn snapshot(&mut self) -> Result<Project, ProjectError> {
        let about = self.about()?;
        let mut originals: [Option<Original>; 2] = [None, None];
        let mut articles: [Option<Article>; 2] = [None, None];
        let mut segments: [Vec<Segment>; 2] = Default::default();
        let (mut beads, mut past, mut undone) = (Vec::new(), Vec::new(), Vec::new());
        self.sound += self.buffer.len() as u64;
        loop {
            if !self.fetch()? {
                return Err(ProjectError::CutShort {
                    path: self.path.into(),
                });
            }
            self.sound += self.buffer.len() as u64;
            match self.parse().map_err(|error| self.damaged(error))? {
                Line::Original { lang, bytes } => {
                    originals[lang as usize] = Some(bytes.into_owned());
                }
                Line::Article(article) => {
                    let lang = article.lang;
                    articles[lang as usize] = Some(article.into_owned());
                }
                Line::En(segment) => segments[0].push(segment.into_owned()),
                Line::Ko(segment) => segments[1].push(segment.into_owned()),
                Line::Bead(bead) => beads.push(bead.into_owned()),
                Line::Past(edit) => past.push(edit.into_owned()),
                Line::Undone(edit) => undone.push(edit.into_owned()),
                Line::Ready {
                    en,
                    ko,
                    beads: rows,
                } => {
                    let there = (segments[0].len(), segments[1].len(), beads.len());
                    if there != (en, ko, rows) {
                        return Err(self.damaged("lines before it are missing"));
                    }
                    break;
                }
                _ => return Err(self.damaged("out of its place")),
            }
        }
        let ([Some(en_original), Some(ko_original)], [Some(en), Some(ko)]) = (originals, articles)
        else {
            return Err(self.damaged("an article is missing"));
        };
        let [en_segments, ko_segments] = segments;
        let side = |article, segments| Side { article, segments };
        let project = Project {
            about,
            originals: Originals {
                en: en_original,
                ko: ko_original,
            },
            bitext: Bitext {
                en: side(en, en_segments),
                ko: side(ko, ko_segments),
                beads,
            },
            history: History::from_parts(past, undone),
        };
        match project.bitext.check() {
            Ok(_) => Ok(project),
            Err(fault) => Err(self.damaged(fault)),
        }
    }

    /// Replays the journal as far as it is sound.
    fn journal(&mut self, mut project: Project) -> Result<Loaded, ProjectError> {
        let (mut journaled, mut last, mut damage) = (0, None, None);
        let Project {
            bitext, history, ..
        } = &mut project;
        while self.fetch()? {
            let at = match self.parse() {
                Ok(Line::Edit { at, edit }) => history
                    .try_apply(bitext, edit.into_owned())
                    .ok()
                    .map(|()| at),
                Ok(Line::Undo { at }) => history.undo(bitext).map(|_| at),
                Ok(Line::Redo { at }) => history.redo(bitext).map(|_| at),
                Ok(_) | Err(_) => None,
            };
            let Some(at) = at else {
                let line = self.number;
                let mut lines = 1;
                while self.fetch()? {
                    lines += 1;
                }
                damage = Some(Damage { line, lines });
                break;
            };
            journaled += 1;
            last = Some(at);
            self.sound += self.buffer.len() as u64;
        }
        if damage.is_none() && !self.buffer.is_empty() {
            let line = self.number;
            damage = Some(Damage { line, lines: 0 });
        }
        if let Err(fault) = project.bitext.check() {
            return Err(self.damaged(fault));
        }
        Ok(Loaded {
            project,
            journaled,
            last,
            damage,
            sound: self.sound,
        })
    }
}

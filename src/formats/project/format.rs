//! The lines of a project file, written and read.

use super::places;
use super::seal::{self, SealedLine};
use super::{About, Project, ProjectError, VERSION};
use crate::import::{Original, Originals};
use jiff::Timestamp;
use jjak_core::article::{Article, Block, Lang, PerLang, Provenance};
use jjak_core::bitext::{Bead, Bitext, Edit, History, Side};
use jjak_core::segment::Segment;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// Larger files are refused: nothing a person could have worked through.
pub const MAX_PROJECT_BYTES: u64 = 2 << 30;

/// An [`Article`] as it is written.
#[derive(Serialize)]
pub(super) struct ArticleHere<'a> {
    lang: Lang,
    text: &'a str,
    blocks: &'a [Block],
    provenance: Provenance,
}

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
    /// The same with its file as seen from the project, to be written.
    #[serde(rename = "article", skip_deserializing)]
    ArticleHere(ArticleHere<'a>),
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
    /// The line as a file of this format version has it, of which it is the `number`th.
    pub(super) fn write(&self, version: u32, number: u64, out: &mut dyn Write) -> io::Result<()> {
        if version < SEALED {
            serde_json::to_writer(&mut *out, self)?;
            return out.write_all(b"\n");
        }
        let mut line = SealedLine::new(out, number);
        serde_json::to_writer(&mut line, self)?;
        line.finish()
    }
}

/// The first version whose lines are sealed.
const SEALED: u32 = 2;

/// Writes a project with its journal folded in; returns how many lines that were.
///
/// # Errors
/// What `out` says.
pub fn write(project: &Project, out: &mut dyn Write) -> io::Result<u64> {
    write_in(None, project, out)
}

/// [`write`] of a project that is to lie in `folder`.
pub(super) fn write_in(
    folder: Option<&Path>,
    project: &Project,
    out: &mut dyn Write,
) -> io::Result<u64> {
    let mut number = 0;
    // An original may be as large as all the rest: its line is not built first.
    let mut put = |line: Line| -> io::Result<()> {
        number += 1;
        line.write(VERSION, number, out)
    };
    let mut about = project.about.clone();
    about.version = VERSION;
    for path in &mut about.shaped_by {
        *path = places::written(path, folder);
    }
    put(Line::Jjak(Cow::Owned(about)))?;
    let (originals, bitext) = (&project.originals, &project.bitext);
    for (lang, bytes) in [(Lang::En, &originals.en), (Lang::Ko, &originals.ko)] {
        let bytes = Cow::Borrowed(bytes);
        put(Line::Original { lang, bytes })?;
    }
    for side in [&bitext.en, &bitext.ko] {
        let Article {
            lang,
            text,
            blocks,
            provenance,
        } = &side.article;
        let file = provenance.file.as_deref();
        put(Line::ArticleHere(ArticleHere {
            lang: *lang,
            text,
            blocks,
            provenance: Provenance {
                file: file.map(|file| places::written(file, folder)),
                ..provenance.clone()
            },
        }))?;
    }
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
    })?;
    Ok(number)
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
    /// Bytes and lines of the file up to there.
    pub(super) sound: u64,
    pub(super) lines: u64,
}

/// The journal's end, from the first line that cannot be understood or does not follow from what is before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    pub line: usize,
    /// Whole lines that are lost with it. None is what a crash leaves: a last line that was cut short and so was
    /// never done.
    pub lines: usize,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lines {
            0 => write!(
                f,
                "line {} was cut short, as by a crash; it is left out",
                self.line
            ),
            lines => write!(
                f,
                "line {} is damaged; it and what follows ({lines} lines) is left out",
                self.line
            ),
        }
    }
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
        version: VERSION,
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
    /// Of the format.
    version: u32,
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

    /// What the line in the buffer says; counts it as taken, or says what is wrong with it.
    fn parse(&mut self) -> Result<Line<'static>, String> {
        let length = self.buffer.len() as u64;
        if self.version >= SEALED {
            seal::open(&mut self.buffer, self.number as u64).map_err(|fault| fault.to_string())?;
        }
        let line = serde_json::from_slice(&self.buffer).map_err(|fault| fault.to_string())?;
        self.sound += length;
        Ok(line)
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
            const START: &[u8] = b"{\"jjak\"";
            let start = &self.buffer[..self.buffer.len().min(START.len())];
            let path = self.path.into();
            return Err(match START.starts_with(start) && !start.is_empty() {
                true if whole => self.damaged("it was changed"),
                true => ProjectError::CutShort { path },
                false => ProjectError::NotAProject { path },
            });
        };
        if first.jjak.version > VERSION {
            return Err(ProjectError::Newer {
                path: self.path.into(),
                found: first.jjak.version,
                known: VERSION,
            });
        }
        self.version = first.jjak.version;
        let is_sealed = seal::is_sealed(&self.buffer);
        if self.version == 0 || is_sealed != (self.version >= SEALED) {
            return Err(self.damaged("its version was changed"));
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
        let mut originals: PerLang<Option<Original>> = PerLang::default();
        let mut articles: PerLang<Option<Article>> = PerLang::default();
        let mut segments: [Vec<Segment>; 2] = Default::default();
        let (mut beads, mut past, mut undone) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            if !self.fetch()? {
                return Err(ProjectError::CutShort {
                    path: self.path.into(),
                });
            }
            match self.parse().map_err(|error| self.damaged(error))? {
                Line::Original { lang, bytes } => {
                    originals[lang] = Some(bytes.into_owned());
                }
                Line::Article(article) => {
                    let lang = article.lang;
                    articles[lang] = Some(article.into_owned());
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
        let ([Some(en_original), Some(ko_original)], [Some(en), Some(ko)]) =
            (originals.0, articles.0)
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
                beads: beads.into(),
            },
            history: History::from_parts(past, undone),
        };
        match project.bitext.check() {
            Ok(_) => Ok(project),
            Err(fault) => Err(self.damaged(fault)),
        }
    }

    /// Replays the journal as far as it is sound: each line fits what is before it and keeps the invariants.
    fn journal(&mut self, mut project: Project) -> Result<Loaded, ProjectError> {
        let (mut journaled, mut last, mut damage) = (0, None, None);
        let Project {
            about,
            bitext,
            history,
            ..
        } = &mut project;
        let diary = &mut about.accepted_by_hour;
        let mut sound = self.sound;
        while self.fetch()? {
            let done = match self.parse() {
                Ok(Line::Edit { at, edit }) => {
                    let edit = edit.into_owned();
                    let fits = history.try_apply(bitext, edit.clone());
                    fits.ok().map(|()| (edit, at))
                }
                Ok(Line::Undo { at }) => history.undo(bitext).map(|edit| (edit, at)),
                Ok(Line::Redo { at }) => history.redo(bitext).map(|edit| (edit, at)),
                Ok(_) | Err(_) => None,
            };
            let Some((edit, at)) = done else {
                let line = self.number;
                let mut lines = 1;
                while self.fetch()? {
                    lines += 1;
                }
                damage = Some(Damage { line, lines });
                break;
            };
            diary.note(&edit, at);
            journaled += 1;
            last = Some(at);
            sound = self.sound;
        }
        if damage.is_none() && !self.buffer.is_empty() {
            let line = self.number;
            damage = Some(Damage { line, lines: 0 });
        }
        if self.version >= SEALED {
            let folder = self.path.parent().unwrap_or(Path::new(""));
            project.resolve(folder);
        }
        let lines = match &damage {
            Some(damage) => damage.line,
            None => self.number,
        };
        Ok(Loaded {
            project,
            journaled,
            last,
            damage,
            sound,
            lines: lines as u64 - 1,
        })
    }
}

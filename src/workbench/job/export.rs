//! The export of a job: its works are read, then the panel of every export asks what to write, and how.

use super::findings::reading;
use crate::export_panel::{Choices, ExportPanel, ExportRequest};
use crate::floating;
use crate::texts::{JobText, Locale, Text};
use crate::theme::Palette;
use egui::{RichText, Ui};
use jjak_core::bitext::{Bitext, History};
use jjak_formats::exchange::{self, ExportedWork, Format, moses_pair};
use jjak_formats::import::Originals;
use jjak_formats::project::Project;
use jjak_formats::whole_file::WriteError;
use jjak_review::crew::Crew;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

const WIDTH: f32 = 500.0;

/// A work with the file it is in.
pub type Work = (PathBuf, Project);

pub struct JobExport {
    job: PathBuf,
    reading: Option<Crew<Result<Work, String>>>,
    /// In the order that the table shows them in.
    order: Vec<u64>,
    read: HashMap<u64, Work>,
    works: Vec<Work>,
    unread: Vec<String>,
    panel: Option<ExportPanel>,
}

/// What the panel asks for.
pub enum Asked {
    Write(Box<ExportRequest>),
    Close,
}

/// Reads a work for writing: what undo could take back is no part of that.
///
/// # Errors
/// Why it cannot be read.
pub fn read(path: &Path) -> Result<Work, String> {
    let loaded = jjak_formats::project::read(path).map_err(|error| error.to_string())?;
    let project = Project {
        originals: Originals::default(),
        history: History::default(),
        ..loaded.project
    };
    Ok((path.to_path_buf(), project))
}

impl JobExport {
    pub fn new(job: &Path, order: Vec<u64>, reading: Crew<Result<Work, String>>) -> JobExport {
        JobExport {
            job: job.to_path_buf(),
            reading: Some(reading),
            order,
            read: HashMap::new(),
            works: Vec::new(),
            unread: Vec::new(),
            panel: None,
        }
    }

    /// What to begin with the next time.
    pub fn choices(&self) -> Option<Choices> {
        self.panel.as_ref().map(ExportPanel::choices)
    }

    /// The works that were read, in order.
    pub fn into_works(self) -> Vec<Work> {
        self.works
    }

    fn hear(&mut self, choices: &Choices) {
        let Some(reading) = &mut self.reading else {
            return;
        };
        for (id, work) in reading.poll(usize::MAX) {
            match work.unwrap_or_else(Err) {
                Ok(work) => drop(self.read.insert(id, work)),
                Err(why) => self.unread.push(why),
            }
        }
        if reading.is_over() {
            self.reading = None;
            let read = &mut self.read;
            self.works = self.order.iter().filter_map(|id| read.remove(id)).collect();
            let bitexts: Vec<&Bitext> = self.works.iter().map(|(_, work)| &work.bitext).collect();
            self.panel = Some(ExportPanel::of_job(choices, &bitexts, &self.job));
        }
    }

    /// Shows the panel.
    pub fn show(&mut self, ui: &Ui, choices: &Choices, locale: Locale) -> Option<Asked> {
        self.hear(choices);
        if let Some((done, all)) = self.reading.as_ref().map(Crew::counts) {
            let stopped = floating::show(ui, Text::ExportTitle, WIDTH, locale, |ui| {
                reading(ui, done as f32 / all.max(1) as f32, locale)
            });
            return stopped.unwrap_or(false).then_some(Asked::Close);
        }
        let panel = self.panel.as_mut()?;
        let works: Vec<ExportedWork> = self
            .works
            .iter()
            .map(|(path, project)| ExportedWork::of(project, Some(path)))
            .collect();
        let unread = &self.unread;
        let request = panel.show_all(ui, &works, 0, locale, |ui| {
            let palette = Palette::of(ui.ctx());
            ui.label(locale.fill(JobText::ExportPairs, &[&works.len()]));
            if !unread.is_empty() {
                let words = locale.fill(JobText::Unread, &[&unread.len()]);
                let words = RichText::new(words).color(palette.low);
                ui.label(words).on_hover_text(unread.join("\n"));
            }
        });
        match request {
            Some(request) => Some(Asked::Write(Box::new(request))),
            None => panel.is_closed().then_some(Asked::Close),
        }
    }
}

/// Writes what was asked for; gives how many pairs of sentences that were, and into what.
///
/// # Errors
/// What could not be written.
pub fn write(works: &[Work], request: &ExportRequest) -> Result<(usize, String), String> {
    let documents: Vec<ExportedWork> = works
        .iter()
        .map(|(path, project)| ExportedWork::of(project, Some(path)))
        .collect();
    let failed = |error: WriteError| error.to_string();
    let options = &request.options;
    if !request.each {
        let mut units = 0;
        for (path, format) in &request.files {
            units = exchange::write_files(path, &documents, *format, options).map_err(failed)?;
        }
        let names = request.files.iter().map(|(path, _)| path.display());
        let names: Vec<String> = names.map(|name| name.to_string()).collect();
        return Ok((units, names.join(", ")));
    }
    let Some((folder, format)) = request.files.first() else {
        return Ok((0, String::new()));
    };
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut units = 0;
    for ((path, _), document) in works.iter().zip(&documents) {
        let stem = folder.join(path.file_stem().unwrap_or_default());
        let files = match format {
            Format::Moses(_) => moses_pair(&stem).to_vec(),
            format => vec![(named(&stem, format.as_str()), *format)],
        };
        let one = std::slice::from_ref(document);
        let mut written = 0;
        for (file, format) in files {
            written = exchange::write_files(&file, one, format, options).map_err(failed)?;
        }
        units += written;
    }
    Ok((units, folder.display().to_string()))
}

/// A name with this ending behind it, whatever points are in it.
fn named(stem: &Path, ending: &str) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

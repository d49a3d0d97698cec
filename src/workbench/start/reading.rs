//! Reading of what was given on the start screen: files, pages and pasted text, off the window's own thread.

use super::Start;
use crate::intake::{Given, Problem, Source};
use crate::jobs::{Job, Outcome};
use egui::{Event, Ui};
use jjak_core::article::Lang;
use jjak_formats::import::{Fault, ImportError};
use jjak_pipeline::fetch::{BadLink, PageLink, ReadError};
use std::time::Duration;

const NO_FLICKER: Duration = Duration::from_millis(60);

pub(super) struct Reading {
    job: Job<Result<Given, ReadError>>,
    meant: Option<Lang>,
    batch: usize,
    /// It is there already, and read again.
    replaces: bool,
}

impl Start {
    /// Takes a text to read, or the link of a page to fetch.
    pub(super) fn give_source(&mut self, source: Result<Source, BadLink>, meant: Option<Lang>) {
        self.batches += 1;
        match source {
            Ok(Source::Text(text)) => self.intake.take(Given::pasted(text), meant, self.batches),
            Ok(source) => self.given.push_back((source, meant, self.batches)),
            Err(error) => self.intake.refuse(Problem::Fetch(error.into()), meant),
        }
    }

    /// Reads what was given, off this thread, and takes it in the order it was given.
    pub(super) fn read(&mut self, ui: &Ui) {
        for (source, meant, batch) in self.given.drain(..) {
            let replaces = matches!(source, Source::Encoded(..));
            let job = Job::start(ui.ctx(), move |_| Ok(Given::read(source)));
            self.reading.push_back(Reading {
                job,
                meant,
                batch,
                replaces,
            });
        }
        while let Some(reading) = self.reading.front() {
            let job = &reading.job;
            let (meant, batch, replaces) = (reading.meant, reading.batch, reading.replaces);
            let ended = if job.is_slow() {
                job.poll()
            } else {
                job.wait(NO_FLICKER)
            };
            let Some(outcome) = ended else { break };
            self.reading.pop_front();
            match (outcome, meant) {
                (Outcome::Done(Ok(given)), Some(lang)) if replaces => {
                    self.intake.replace(given, lang);
                }
                (Outcome::Done(Ok(given)), _) => self.intake.take(given, meant, batch),
                (
                    Outcome::Done(Err(ReadError::Import(ImportError::Document {
                        path,
                        fault: Fault::Pairs,
                    }))),
                    _,
                ) => self.project = Some(path),
                (Outcome::Done(Err(error)), _) => self.intake.refuse_to_read(error, meant),
                (Outcome::Failed(why), _) => self.intake.refuse(Problem::Failed(why), meant),
                (Outcome::Cancelled, _) => {}
            }
        }
    }

    /// Text pasted onto the screen, rather than into a field of it, is an article; so is a page's text, as its HTML, in
    /// an empty field for a text.
    pub(super) fn take_pasted(&mut self, ui: &Ui, html: fn() -> Option<String>) {
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
                _ => None,
            })
        });
        let Some(text) = pasted else { return };
        let waits = |lang: &Lang| self.zones[*lang].waits_for_text(ui, *lang);
        let waiting = Lang::BOTH.into_iter().find(waits);
        let html = html().filter(|_| PageLink::pasted(&text).is_none());
        let text = match (waiting, html) {
            (_, Some(html)) if waiting.is_some() || !ui.ctx().text_edit_focused() => html,
            (None, _) if !ui.ctx().text_edit_focused() => text,
            // The field's own.
            _ => return,
        };
        if let Some(lang) = waiting {
            self.zones[lang].stop_pasting();
            ui.input_mut(|input| {
                input
                    .events
                    .retain(|event| !matches!(event, Event::Paste(_)))
            });
        }
        self.give_source(Source::pasted(text), waiting);
        // What it gives to be read is taken in the next frame.
        ui.ctx().request_repaint();
    }
}

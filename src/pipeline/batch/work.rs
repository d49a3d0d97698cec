//! From a record to what becomes of it.

use super::report::{Report, SideReport, Status, share_paired};
use crate::custom::Custom;
use crate::fetch;
use crate::manifest::{Input, Record, Text, resolve};
use crate::{prepare_lines, unrelated};
use jjak_core::align::Known;
use jjak_core::article::Lang;
use jjak_core::bitext::Bitext;
use jjak_core::evidence::glossary::Glossary;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::Progress;
use jjak_formats::exchange::beads::{self, Numbering};
use jjak_formats::exchange::{CorpusEntry, ExportedWork, Options, open_glossary};
use jjak_formats::import::{self, Encoding, Imported};
use jjak_formats::project::{Claim, EXTENSION, Labels, Project};
use std::any::Any;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How the records of a batch are done.
pub struct Settings {
    pub custom: Custom,
    /// The lexicon with the glossary of `custom`.
    pub lexicon: Lexicon,
    /// Where the names of files in the table are seen from.
    pub table: Option<PathBuf>,
    /// Each line of a text is a sentence.
    pub segmented: bool,
    /// The folder for a project of each record.
    pub projects: Option<PathBuf>,
    /// Projects that hold a person's work may be replaced.
    pub replace: bool,
    /// Which pairs are told of.
    pub options: Options,
    /// Where the record says none.
    pub labels: Labels,
}

/// Why a record is nothing to work on, if so, before anything is read.
pub fn refused(record: &Record) -> Option<Report> {
    if let Some(score) = record.score
        && !record.is_pair()
        && record.en.is_given()
        && record.ko.is_given()
    {
        let why = format!("the table is not sure enough that it is a pair (score {score})");
        return Some(Report::skipped(record, why));
    }
    let lacks = [(Lang::En, &record.en), (Lang::Ko, &record.ko)];
    let (lang, input) = lacks.into_iter().find(|(_, input)| !input.is_given())?;
    // What a matched table has of one side it does not call a pair.
    if record.state.is_some() || record.score.is_some() || !record.how.is_empty() {
        return Some(Report::skipped(record, format!("it has no {lang} text")));
    }
    let why = match &input.url {
        Some(url) => {
            let column = match lang {
                Lang::En => "en",
                Lang::Ko => "ko",
            };
            format!(
                "the {lang} text is only a link to where it is from, {url}: put it under {column} to have it fetched, or save the page and name its file"
            )
        }
        None => format!("it has no {lang} text"),
    };
    Some(Report::failed(record, why))
}

/// Tells records apart.
pub fn print(record: &Record) -> String {
    let mut print = Print(DefaultHasher::new());
    // Hashing cannot fail, and a record has nothing that JSON has not.
    let _ = serde_json::to_writer(&mut print, record);
    format!("{:016x}", print.0.finish())
}

/// A hash of what is written.
struct Print(DefaultHasher);

impl io::Write for Print {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The name of the project of a record: its id, in which what not every file system takes is written as `%2F`.
pub fn project_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len() + 5);
    for (at, c) in id.char_indices() {
        let is_plain = c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') || c == '.' && at > 0;
        if is_plain {
            name.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a string cannot fail.
            let _ = write!(name, "%{byte:02X}");
        }
    }
    format!("{name}.{EXTENSION}")
}

impl Settings {
    /// Does a record. A panic is caught and told.
    pub fn work(&self, record: &Record) -> Report {
        let began = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| self.report(record)));
        let mut report = match done {
            Ok(Ok(report)) => report,
            Ok(Err(why)) => Report::failed(record, why),
            Err(panic) => Report::failed(
                record,
                format!(
                    "this is a fault of Jjak, please report it: {}",
                    panic_message(&*panic)
                ),
            ),
        };
        report.seconds = (began.elapsed().as_secs_f64() * 1e6).round() / 1e6;
        report
    }

    fn report(&self, record: &Record) -> Result<Report, String> {
        if let Some(report) = refused(record) {
            return Ok(report);
        }
        let (mut own, mut of_glossary) = (None, Vec::new());
        if let Some(path) = &record.glossary {
            let mut glossary = self.custom.glossary.clone();
            let (more, told) = self.glossary(path)?;
            glossary.extend(more);
            of_glossary = told;
            own = Some(Lexicon::with_glossary(&glossary));
        }
        let lexicon = own.as_ref().unwrap_or(&self.lexicon);
        let (en, ko) = (self.read(&record.en)?, self.read(&record.ko)?);
        let (prepared, numbering) = if self.segmented {
            (prepare_lines(en, ko), Numbering::Lines)
        } else {
            (self.custom.prepare(en, ko), Numbering::Segments)
        };
        let prepared = prepared.map_err(words)?;
        let pins = match &record.pins {
            Some(path) => {
                let path = resolve(path, self.table.as_deref());
                let pins = beads::read(&path).map_err(words)?;
                beads::to_pins(&pins, &path, &prepared.en, &prepared.ko, numbering)
                    .map_err(words)?
            }
            None => Vec::new(),
        };
        let mut warnings = of_glossary;
        warnings.extend(prepared.warnings.iter().map(words));
        let originals = prepared.originals.clone();
        let known = Known {
            pins: &pins,
            lexicon,
            ..Known::default()
        };
        let bitext = prepared.align_knowing(known, &Progress::default());
        let bitext = bitext.map_err(words)?;
        let proof = bitext
            .check()
            .map_err(|fault| format!("this is a fault of Jjak, please report it: {fault}"))?;
        warnings.extend(unrelated(&bitext).iter().map(words));
        let mut project = Project::new(originals, bitext, self.segmented);
        project.about.labels = self.labels_of(record);
        let mut report = Report::of(record);
        if let Some(folder) = &self.projects {
            let path = folder.join(project_name(&report.id));
            let claim = Claim::new(&path, self.replace).map_err(words)?;
            if let Some(kept) = claim.write(&project).map_err(words)? {
                warnings.push(format!("the project before it is now {}", kept.display()));
            }
            report.project = Some(path.display().to_string());
        }
        let bitext: &Bitext = &project.bitext;
        report.status = if warnings.is_empty() {
            Status::Ok
        } else {
            Status::Warned
        };
        report.pairs = CorpusEntry::all_of(&ExportedWork::of(&project, None), &self.options);
        report.share_paired = Some(share_paired(bitext));
        report.proof = Some(proof.to_string());
        report.en = Some(SideReport::of(&bitext.en));
        report.ko = Some(SideReport::of(&bitext.ko));
        report.labels = project.about.labels;
        report.warnings = warnings;
        Ok(report)
    }

    fn labels_of(&self, record: &Record) -> Labels {
        let Labels {
            domain,
            reviewer,
            licence,
            source,
        } = self.labels.clone();
        Labels {
            source,
            domain: record.domain.clone().or(domain),
            reviewer: record.reviewer.clone().or(reviewer),
            licence: record.licence.clone().or(licence),
        }
    }

    /// A record's own glossary, and what is to be told of it.
    fn glossary(&self, path: &Path) -> Result<(Glossary, Vec<String>), String> {
        let path = resolve(path, self.table.as_deref());
        let (glossary, warnings) = open_glossary(&path).map_err(words)?;
        let told = warnings
            .iter()
            .map(|warning| format!("{}: {warning}", path.display()));
        Ok((glossary, told.collect()))
    }

    fn read(&self, input: &Input) -> Result<Imported, String> {
        let mut imported = match &input.text {
            Some(Text::Plain(text)) => import::from_text(text.clone()),
            // Whatever the page declares: a table is in one encoding.
            Some(Text::Html(page)) => {
                let name = Path::new("page.html");
                let mut imported =
                    import::from_bytes_as(page.as_bytes(), Some(name), Encoding::named("UTF-8"))
                        .map_err(words)?;
                imported.article.provenance.file = None;
                imported
            }
            None => {
                let path = input.path.as_deref().unwrap_or(Path::new(""));
                fetch::read(&resolve(path, self.table.as_deref()), None).map_err(words)?
            }
        };
        let provenance = &mut imported.article.provenance;
        if let Some(path) = &input.path
            && provenance.file.is_none()
            && fetch::link(path).is_none()
        {
            provenance.file = Some(path.clone());
        }
        if input.url.is_some() {
            provenance.url = input.url.clone();
        }
        Ok(imported)
    }
}

fn words(what: impl ToString) -> String {
    what.to_string()
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("it says nothing more")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_ids_are_one_file_and_none_leads_elsewhere() {
        let names = ["a/b", "a%2Fb", "..", ".", "한국-1", "a b", "", "a.b"].map(project_name);
        assert_eq!(names[0], "a%2Fb.jjak");
        assert_eq!(names[1], "a%252Fb.jjak");
        assert_eq!(names[2], "%2E..jjak");
        assert_eq!(names[4], "한국-1.jjak");
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
        }
    }
}

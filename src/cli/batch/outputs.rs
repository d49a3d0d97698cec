//! Where the pairs of a batch go.

use crate::Stop;
use crate::files::{Target, is_dash, stdout};
use crate::identity::Identity;
use crate::tell::tell;
use jjak_core::article::Lang;
use jjak_formats::exchange::{self, Corpus, Format, Options};
use jjak_formats::project::About;
use jjak_pipeline::batch::{Report, Spool};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The places, seen to make sense.
pub(super) struct Outputs {
    /// Files of all pairs.
    corpora: Vec<(PathBuf, Format)>,
    /// The folder of a project a record.
    pub projects: Option<PathBuf>,
    /// Whether standard output gets an object a record.
    answers: bool,
}

impl Outputs {
    pub(super) fn of(paths: &[PathBuf], format: Option<&str>) -> Result<Outputs, Stop> {
        let mut outputs = Outputs {
            corpora: Vec::new(),
            projects: None,
            answers: false,
        };
        for path in paths {
            if is_dash(path) {
                if format.is_some_and(|name| Format::named(name) != Some(Format::Jsonl)) {
                    return Err(Stop::usage("standard output takes --format jsonl"));
                }
                if std::mem::replace(&mut outputs.answers, true) {
                    return Err(Stop::usage("standard output is given for two outputs"));
                }
                continue;
            }
            let is_folder = path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']);
            if is_folder {
                if outputs.projects.replace(path.clone()).is_some() {
                    return Err(Stop::usage("projects go into one folder"));
                }
                continue;
            }
            outputs.corpora.extend(corpus(path, format)?);
        }
        if paths.is_empty() {
            return Err(Stop::usage(
                "where should the pairs go? Add -o corpus.parquet, -o projects/, or -o - --format jsonl to see them here",
            ));
        }
        Ok(outputs)
    }

    /// Whether something of it has whole texts.
    pub(super) fn hold_texts(&self) -> bool {
        self.projects.is_some() || self.answers
    }

    /// Where what is done is kept until all is; nowhere if no file is written.
    pub(super) fn spool(&self) -> Option<PathBuf> {
        let first = self.corpora.first().map(|(path, _)| path);
        let first = first.or(self.projects.as_ref())?;
        let mut name = first.file_name()?.to_owned();
        name.push(".batch");
        Some(first.with_file_name(name))
    }

    fn targets(&self) -> Vec<Target> {
        let corpora = self.corpora.iter();
        let mut targets: Vec<Target> = corpora
            .map(|(path, _)| Target::File(path.clone()))
            .collect();
        if self.answers {
            targets.push(Target::Stdout);
        }
        targets
    }

    /// Sees that no two of these are one file, and none is one of `inputs` or of the user's lists.
    pub(super) fn keep_apart(
        &self,
        log: Option<&Target>,
        spool: Option<&Path>,
        inputs: &[PathBuf],
    ) -> Result<(), Stop> {
        let spool = spool.map(|path| Target::File(path.into()));
        let targets = self.targets();
        let targets: Vec<&Target> = targets.iter().chain(log).chain(&spool).collect();
        crate::outputs::keep_apart(&targets, inputs)
    }

    /// The files that will be written.
    pub(super) fn identities(&self) -> Vec<Identity> {
        let corpora = self.corpora.iter();
        corpora.filter_map(|(path, _)| Identity::of(path)).collect()
    }

    /// Makes the folder of the projects.
    pub(super) fn make_folder(&self) -> Result<(), Stop> {
        match &self.projects {
            Some(folder) if !folder.is_dir() => std::fs::create_dir(folder).map_err(|error| {
                Stop::Failed(format!("{}: cannot be made ({error})", folder.display()))
            }),
            _ => Ok(()),
        }
    }

    /// Writes the corpora.
    pub(super) fn write(&self, spool: &Spool, options: &Options) -> Result<(), Stop> {
        let head = spool.head();
        let options = Options {
            created: head.about.began,
            ..options.clone()
        };
        for (path, format) in &self.corpora {
            let target = Target::File(path.clone());
            let pairs = target.write(|out| {
                let mut corpus = Corpus::begin(*format, Lang::En, &options, out)?;
                for report in spool.reports()? {
                    let report = report?;
                    let Some(sources) = report.sources() else {
                        continue;
                    };
                    let about = About {
                        labels: report.labels,
                        ..head.about.clone()
                    };
                    corpus.add(&report.id, &about, &sources, report.pairs)?;
                }
                corpus.finish()
            })?;
            tell(format_args!("{target}: {pairs} pairs written"));
        }
        Ok(())
    }
}

/// The file or files of a corpus at `path`.
fn corpus(path: &Path, asked: Option<&str>) -> Result<Vec<(PathBuf, Format)>, Stop> {
    let extension = path.extension().and_then(|end| end.to_str());
    if extension == Some("moses") {
        return Ok(exchange::moses_pair(&path.with_extension("")).into());
    }
    let format = extension.and_then(Format::named);
    let format = format.or_else(|| asked.and_then(Format::named));
    match format {
        Some(format) if Corpus::can_be(format) => Ok(vec![(path.into(), format)]),
        Some(format) => Err(Stop::Usage(format!(
            "-o {}: {} holds one pair of texts; the pairs of many go into .jsonl, .tsv, .csv, .tmx, .parquet or .moses, or as a project each into a folder (-o {}/)",
            path.display(),
            format.what(),
            path.with_extension("").display()
        ))),
        None => Err(Stop::Usage(format!(
            "-o {}: which format? End the name in .jsonl, .tsv, .csv, .tmx, .parquet or .moses, or in / for a folder of projects",
            path.display()
        ))),
    }
}

/// What is told of each record as it is done.
pub(super) struct Answers {
    to_stdout: bool,
    log: Option<BufWriter<File>>,
}

impl Answers {
    pub(super) fn open(outputs: &Outputs, log: Option<&Path>) -> Result<Answers, Stop> {
        let open = |path: &Path| {
            let named =
                |error| Stop::Failed(format!("{}: cannot be written ({error})", path.display()));
            File::create(path).map(BufWriter::new).map_err(named)
        };
        Ok(Answers {
            to_stdout: outputs.answers,
            log: log.map(open).transpose()?,
        })
    }

    pub(super) fn give(&mut self, report: &Report) -> Result<(), Stop> {
        let told = Report {
            print: String::new(),
            ..report.clone()
        };
        if self.to_stdout {
            let mut out = stdout();
            let mut line = serde_json::to_vec(&told).map_err(io::Error::from)?;
            line.push(b'\n');
            out.write_all(&line)?;
            out.flush()?;
        }
        if let Some(log) = &mut self.log {
            let mut brief = told;
            brief.pairs.clear();
            for side in [&mut brief.en, &mut brief.ko].into_iter().flatten() {
                side.excluded.clear();
            }
            let written = serde_json::to_vec(&brief).map_err(io::Error::from);
            let written = written.and_then(|mut line| {
                line.push(b'\n');
                log.write_all(&line)
            });
            written.map_err(|error| Stop::Failed(format!("--log cannot be written ({error})")))?;
        }
        Ok(())
    }

    pub(super) fn finish(&mut self) -> Result<(), Stop> {
        let flushed = self.log.as_mut().map_or(Ok(()), |log| log.flush());
        flushed.map_err(|error| Stop::Failed(format!("--log cannot be written ({error})")))
    }
}

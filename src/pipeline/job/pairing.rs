//! Pairs the texts of a job, several at a time, each into a project of its own.

use super::figures::{Seen, figures, see};
use super::learning::Learned;
use crate::custom::Custom;
use crate::fetch;
use crate::queue::Queue;
use jjak_core::align::Known;
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::Glossary;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::exchange::beads::{self, Numbering};
use jjak_formats::exchange::{GlossaryWarning, open_glossary};
use jjak_formats::import::{Imported, bilingual, part};
use jjak_formats::job::{Figures, JobError, JobFile, JobPair, Stamp};
use jjak_formats::project::{self, Claim, Labels, Project};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc;

/// Letters of a work's name that come from its English text.
const NAME: usize = 40;

/// What happens while a job is paired.
#[derive(Debug)]
pub enum Event<'a> {
    /// A pair has its work.
    Paired(&'a JobPair),
    /// A pair has none; the pair says why.
    Failed(&'a JobPair),
}

/// The pairs that have no work yet, or whose work is no longer there.
pub fn unpaired(job: &JobFile) -> Vec<u64> {
    let is_open =
        |pair: &&JobPair| pair.is_pair() && !pair.work.as_ref().is_some_and(|work| work.exists());
    job.pairs().filter(is_open).map(|pair| pair.id).collect()
}

/// Pairs these of a job on so many threads, in this order, with what other articles taught; `tell` hears of each when it is in the job file. Works that
/// are there already are taken as they are.
///
/// # Errors
/// [`JobError`] of the job file; inside it [`Cancelled`], when `progress` was told to stop: what is done is kept.
pub fn pair_all(
    job: &mut JobFile,
    ids: &[u64],
    custom: &Custom,
    learned: Option<&Learned>,
    threads: usize,
    progress: &Progress,
    mut tell: impl FnMut(Event),
) -> Result<Result<(), Cancelled>, JobError> {
    let works = job.works();
    if let Err(source) = fs::create_dir_all(&works) {
        return Err(JobError::Unwritable {
            path: works,
            source,
        });
    }
    let pairs: Vec<JobPair> = ids.iter().filter_map(|&id| job.pair(id).cloned()).collect();
    let next = AtomicUsize::new(0);
    let (done, results) = mpsc::channel::<JobPair>();
    let work = |done: mpsc::Sender<JobPair>| -> Result<(), Cancelled> {
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(pair) = pairs.get(at) else {
                return Ok(());
            };
            progress.at(at as f32 / pairs.len() as f32)?;
            let pair = pair_one(pair, &works, custom, learned, Queue::default())?;
            // Nobody listens any more if the job file could not be written.
            if done.send(pair).is_err() {
                return Ok(());
            }
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.clamp(1, pairs.len().max(1)))
            .map(|_| {
                let done = done.clone();
                scope.spawn(|| work(done))
            })
            .collect();
        drop(done);
        let mut written = Ok(());
        for pair in &results {
            written = job.put(pair.clone());
            if written.is_err() {
                progress.cancel();
                break;
            }
            tell(match pair.failure {
                None => Event::Paired(&pair),
                Some(_) => Event::Failed(&pair),
            });
        }
        drop(results);
        let ended = workers
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .fold(Ok(()), Result::and);
        written.map(|()| ended)
    })
}

/// Pairs one, whose project goes into the folder of works. The pair as it is then, or with why it cannot be paired.
///
/// # Errors
/// [`Cancelled`].
pub fn pair_one(
    pair: &JobPair,
    works: &Path,
    custom: &Custom,
    learned: Option<&Learned>,
    queue: Queue,
) -> Result<JobPair, Cancelled> {
    let mut pair = pair.clone();
    match paired(&pair, works, custom, learned, queue)? {
        Ok((work, figures)) => {
            pair.work = Some(work);
            pair.figures = Some(figures);
            pair.failure = None;
        }
        Err(why) => pair.failure = Some(why),
    }
    Ok(pair)
}

/// Writes the project of a pair into the folder of works; why it cannot be.
fn paired(
    pair: &JobPair,
    works: &Path,
    custom: &Custom,
    learned: Option<&Learned>,
    queue: Queue,
) -> Result<Result<(PathBuf, Figures), String>, Cancelled> {
    if let Err(error) = fs::create_dir_all(works) {
        return Ok(Err(format!(
            "{}: cannot be made ({error})",
            works.display()
        )));
    }
    let path = match &pair.work {
        Some(work) => work.clone(),
        None => place(pair, works),
    };
    let mut custom = custom.clone();
    if let Some(glossary) = &pair.glossary {
        match read_glossary(glossary) {
            Ok(terms) => custom.glossary.extend(terms),
            Err(why) => return Ok(Err(why)),
        }
    }
    let lexicon = custom.lexicon();
    // It was written, and the machine stopped before the job knew.
    let before = JobPair {
        work: Some(path.clone()),
        figures: None,
        ..pair.clone()
    };
    if let Seen::Changed(seen) = see(&before, queue, &lexicon, &Progress::default())?
        && let Some(figures) = seen.figures
    {
        return Ok(Ok((path, figures)));
    }
    let project = match prepared_project(pair, &custom, learned)? {
        Ok(project) => project,
        Err(why) => return Ok(Err(why)),
    };
    let counted = figures(&project, queue, &lexicon, &Progress::default())?;
    let written = Claim::new(&path, false).and_then(|claim| claim.write(&project));
    Ok(match written {
        Ok(_) => {
            let stamp = fs::metadata(&path).map(|there| Stamp::of(&there));
            let stamp = stamp.unwrap_or_default();
            Ok((path, Figures { stamp, ..counted }))
        }
        Err(error) => Err(error.to_string()),
    })
}

/// Reads and pairs two texts, or the two of one file.
fn prepared_project(
    pair: &JobPair,
    custom: &Custom,
    learned: Option<&Learned>,
) -> Result<Result<Project, String>, Cancelled> {
    let texts = texts(pair);
    let prepared =
        texts.and_then(|[en, ko]| custom.prepare(en, ko).map_err(|error| error.to_string()));
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(why) => return Ok(Err(why)),
    };
    let pins = match &pair.pins {
        Some(path) => beads::read(path).and_then(|pins| {
            beads::to_pins(&pins, path, &prepared.en, &prepared.ko, Numbering::Segments)
        }),
        None => Ok(Vec::new()),
    };
    let pins = match pins {
        Ok(pins) => pins,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let originals = prepared.originals.clone();
    let known = Known {
        pins: &pins,
        lexicon: &custom.lexicon(),
        learned: learned.map(|learned| &learned.lexicon),
        ..Known::default()
    };
    let bitext = prepared.align_knowing(known, &Progress::default())?;
    let mut project = Project::new(originals, bitext, false);
    project.about.taught = learned.map(|learned| learned.taught.clone());
    project.about.labels = Labels {
        domain: pair.domain.clone(),
        reviewer: pair.reviewer.clone(),
        licence: pair.licence.clone(),
        source: pair.source_lang,
    };
    project.about.shaped_by = [&pair.glossary, &pair.pins]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    Ok(Ok(project))
}

fn texts(pair: &JobPair) -> Result<[Imported; 2], String> {
    let (Some(en), Some(ko)) = (&pair.en, &pair.ko) else {
        return Err("one of the two texts is missing".to_owned());
    };
    let read = |path: &Path| fetch::read(path, None).map_err(|error| error.to_string());
    if en == ko {
        let both = bilingual::separate(&read(en)?);
        let both = both.ok_or_else(|| format!("{}: does not hold both languages", en.display()))?;
        return Ok([both.en, both.ko]);
    }
    Ok([read(en)?, read(ko)?])
}

fn read_glossary(path: &Path) -> Result<Glossary, String> {
    let read = open_glossary(path).map_err(|error| error.to_string())?;
    // Concepts of other languages are nobody's fault; what should be a term and is none has to be told.
    let (glossary, warnings) = read;
    let fault = warnings
        .iter()
        .find(|warning| matches!(warning, GlossaryWarning::NoTerms(..)));
    match fault {
        Some(fault) => Err(format!("{}: {fault}", path.display())),
        None => Ok(glossary),
    }
}

/// Where the work on a pair is to lie: where it was written before, or a name that no other work has.
fn place(pair: &JobPair, works: &Path) -> PathBuf {
    let name = name(pair);
    let numbered = |number: usize| match number {
        1 => works.join(format!("{name}.{}", project::EXTENSION)),
        _ => works.join(format!("{name}-{number}.{}", project::EXTENSION)),
    };
    let mut number = 1;
    // A pair that was taken apart leaves its work behind, which is of another text.
    while numbered(number).exists() && !is_of(&numbered(number), pair) {
        number += 1;
    }
    numbered(number)
}

/// Whether a work was made of these two texts.
fn is_of(work: &Path, pair: &JobPair) -> bool {
    let Ok(loaded) = project::read(work) else {
        return false;
    };
    let bitext = &loaded.project.bitext;
    let is_same = |lang, text: &Option<PathBuf>| {
        let file = bitext.side(lang).article.provenance.file.as_deref();
        let (Some(file), Some(text)) = (file, text) else {
            return false;
        };
        let whole = part::split(text).0;
        let real = |path: &Path| fs::canonicalize(path).ok();
        file == whole || file == text || real(file).is_some_and(|file| Some(file) == real(&whole))
    };
    is_same(Lang::En, &pair.en) && is_same(Lang::Ko, &pair.ko)
}

/// The name of a work: its number in the job, and its English text's.
fn name(pair: &JobPair) -> String {
    let file = pair.en.as_ref().or(pair.ko.as_ref());
    let file = file.map(|file| part::split(file).0).unwrap_or_default();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let letters = stem.chars().map(|c| {
        if c.is_alphanumeric() || "-_".contains(c) {
            c
        } else {
            '-'
        }
    });
    let stem: String = letters.take(NAME).collect();
    format!("{:04}-{stem}", pair.id)
}

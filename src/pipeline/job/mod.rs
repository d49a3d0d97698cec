//! Many pairs as one job: made from a table of pairs, paired in the background, counted and checked together.

mod figures;
mod learning;
mod pairing;
mod together;
mod view;

pub use figures::{Seen, figures, is_as_seen, see};
pub use learning::{Learned, Lessons, is_begun, renew_one};
pub use pairing::{Event, pair_all, pair_one, unpaired};
pub use together::{Together, Told, find_together};
pub use view::{PairOrder, View, next_with_rows_left};

use crate::fetch;
use crate::manifest::{Record, resolve};
use jjak_core::check::{ArticleRow, Collection, Finding};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_formats::job::{JobError, JobFile, JobPair};
use jjak_formats::project::Project;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Adds to a job what a table names and the job does not have yet; gives how many rows that were. Rows with both sides
/// and no score below a half are pairs, texts without counterpart come along by themselves; what is only guessed stands
/// in the job as its two texts, one by one.
///
/// # Errors
/// [`JobError`].
pub fn add_records(
    job: &mut JobFile,
    records: &[Record],
    table: Option<&Path>,
) -> Result<usize, JobError> {
    // The job says its paths as seen from here.
    let sides = |pair: &JobPair| {
        let rooted = |path: &Option<PathBuf>| path.as_ref().map(|path| clean(path, None));
        (rooted(&pair.en), rooted(&pair.ko))
    };
    let mut known: HashSet<(Option<PathBuf>, Option<PathBuf>)> = job.pairs().map(sides).collect();
    let paired = records.iter().filter(|record| record.is_pair());
    let mut texts: HashSet<PathBuf> = paired
        .flat_map(|record| [&record.en.path, &record.ko.path])
        .flatten()
        .map(|path| clean(path, table))
        .collect();
    let mut added = Vec::new();
    for record in records {
        for pair in pairs_of(record, table) {
            // A guess names texts that may be in a pair, or in another guess.
            let is_single = !pair.is_pair();
            let name = pair.en.as_ref().or(pair.ko.as_ref());
            if is_single && name.is_none_or(|name| !texts.insert(name.clone())) {
                continue;
            }
            if known.insert(sides(&pair)) {
                added.push(pair);
            }
        }
    }
    let count = added.len();
    job.add_all(added)?;
    Ok(count)
}

/// What a row is in a job: a pair, or one or two texts without a counterpart.
fn pairs_of(record: &Record, table: Option<&Path>) -> Vec<JobPair> {
    let path = |path: &Option<PathBuf>| path.as_ref().map(|path| clean(path, table));
    let pair = |en: Option<PathBuf>, ko: Option<PathBuf>| JobPair {
        en,
        ko,
        score: record.score,
        margin: record.margin,
        how: record.how.clone(),
        why: record.why.clone(),
        matched: record.state.clone().unwrap_or_default(),
        of: path(&record.of),
        glossary: path(&record.glossary),
        pins: path(&record.pins),
        domain: record.domain.clone(),
        reviewer: record.reviewer.clone(),
        licence: record.licence.clone(),
        ..JobPair::default()
    };
    let (en, ko) = (path(&record.en.path), path(&record.ko.path));
    if record.is_pair() {
        vec![pair(en, ko)]
    } else {
        let english = en.map(|en| pair(Some(en), None));
        let korean = ko.map(|ko| pair(None, Some(ko)));
        english.into_iter().chain(korean).collect()
    }
}

/// Where a text is, from the root, so that the job can say it from where it lies; a link stays one.
fn clean(name: &Path, table: Option<&Path>) -> PathBuf {
    if fetch::link(name).is_some() {
        return name.to_owned();
    }
    let path = resolve(name, table);
    std::path::absolute(&path).unwrap_or(path)
}

/// What works of a job say together: in which of them, at which row, and what.
pub fn check_together(works: &[&Project], lexicon: &Lexicon) -> Vec<(ArticleRow, Finding)> {
    let mut collection = Collection::default();
    for work in works {
        collection.add(&work.bitext, work.about.labels.source(), lexicon);
    }
    collection.findings()
}

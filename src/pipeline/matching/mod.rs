//! Two folders in, a table of pairs out: which of many files belong together.

mod gather;
mod known;
mod names;
mod rank;
mod table;
mod texts;

pub use gather::{FoundText, GatherError, MAX_TEXTS, gather};
pub use rank::{Ranked, rank};
pub use table::{MatchRow, RowState, is_table, write_json_lines, write_tsv};

use crate::custom::Custom;
use crate::manifest::Record;
use jjak_core::article::PerLang;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::matching::{Cues, Matching, MatchingDocument, match_documents};
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::import::Imported;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use texts::{Held, Text};

/// How texts are matched.
pub struct Request<'a> {
    pub texts: &'a [FoundText],
    pub custom: &'a Custom,
    pub lexicon: &'a Lexicon,
    /// What a person has decided, and the table it stands in.
    pub known: &'a [Record],
    pub known_table: Option<&'a std::path::Path>,
    /// Whether names of files say something.
    pub names: bool,
    pub threads: usize,
}

/// A table of pairs, and what a person should know of how it came about.
#[derive(Debug, Default)]
pub struct Matched {
    pub rows: Vec<MatchRow>,
    /// Texts that cannot be used, with the reason.
    pub unusable: Vec<(PathBuf, String)>,
    /// What the table of known pairs names and nobody found.
    pub missing: Vec<PathBuf>,
    /// How many texts of each language there are.
    pub texts: PerLang<usize>,
}

/// Of the work, how much is done when all is read.
const READ: f32 = 0.3;

/// Texts that are no files, by argument and name.
pub type Given = HashMap<(usize, PathBuf), Imported>;

/// Matches texts by what they say.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn match_texts(request: &Request, progress: &Progress) -> Result<Matched, Cancelled> {
    match_given(request, &Given::new(), progress)
}

/// [`match_texts`], some of which are not to be read: they are `given`.
///
/// # Errors
/// As [`match_texts`].
pub fn match_given(
    request: &Request,
    given: &Given,
    progress: &Progress,
) -> Result<Matched, Cancelled> {
    let held = read_all(request, given, progress)?;
    let mut matched = Matched::default();
    let mut sides: PerLang<Vec<(&FoundText, Text)>> = Default::default();
    let mut known = known::Known::of(request.known, request.known_table);
    for (found, held) in request.texts.iter().zip(held) {
        match held {
            Held::Nothing(why) => {
                matched.rows.push(table::unusable(found, &why));
                matched.unusable.push((found.name.clone(), why));
            }
            _ if known.decides(&found.name) => {}
            Held::Both => matched.rows.push(table::both(found)),
            Held::Text(text) => sides[text.lang].push((found, text)),
        }
    }
    matched.missing = known.missing();
    matched.rows.extend(known.into_rows());
    matched.texts = PerLang(sides.each_ref().map(Vec::len));
    let [en, ko] = &mut sides.0;
    let documents = |side: &mut Vec<(&FoundText, Text)>| -> Vec<MatchingDocument> {
        side.iter_mut()
            .map(|(_, text)| std::mem::take(&mut text.document))
            .collect()
    };
    let (en_documents, ko_documents) = (documents(en), documents(ko));
    let names = [&*en, &*ko].map(|side| side.iter().map(|&(found, _)| found).collect::<Vec<_>>());
    let [en_names, ko_names] = &names;
    let cues: Cues = if request.names {
        names::alike(en_names, ko_names).collect()
    } else {
        Cues::default()
    };
    let found: Matching = match_documents(
        &en_documents,
        &ko_documents,
        &cues,
        request.lexicon,
        request.threads,
        &progress.within(READ..1.0),
    )?;
    let blocks = [&*en, &*ko].map(|side| {
        side.iter()
            .map(|(_, text)| text.blocks.as_slice())
            .collect::<Vec<_>>()
    });
    matched
        .rows
        .extend(table::rows(&found, &PerLang(names), &PerLang(blocks)));
    table::sort(&mut matched.rows);
    progress.at(1.0)?;
    Ok(matched)
}

/// What every file holds, in their order.
fn read_all(request: &Request, given: &Given, progress: &Progress) -> Result<Vec<Held>, Cancelled> {
    let next = AtomicUsize::new(0);
    let all: Mutex<Vec<(usize, Held)>> = Mutex::new(Vec::with_capacity(request.texts.len()));
    let work = || -> Result<(), Cancelled> {
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(found) = request.texts.get(at) else {
                return Ok(());
            };
            progress.at(READ * at as f32 / request.texts.len() as f32)?;
            let held = texts::read(found, given, request)?;
            let mut all = all
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            all.push((at, held));
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..request.threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        others
            .into_iter()
            .map(|other| {
                other
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .fold(own, Result::and)
    })?;
    let mut all = all
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    all.sort_unstable_by_key(|&(at, _)| at);
    Ok(all.into_iter().map(|(_, held)| held).collect())
}

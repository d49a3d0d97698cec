//! What the articles of a job say together, with the rows it is about: works are read one after the other, and no more
//! of them is kept than is needed.

use jjak_core::article::Lang;
use jjak_core::bitext::RowIndex;
use jjak_core::check::{Collection, Finding};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::project;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A row of which something is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The pair's number in the job.
    pub pair: u64,
    pub row: RowIndex,
    pub finding: Finding,
    pub en: String,
    pub ko: String,
}

/// What was found, and which works could not be read and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    pub told: Vec<Told>,
    pub unread: Vec<(u64, String)>,
}

/// Reads these works of pairs and says what they have in two ways.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn find_together(
    works: &[(u64, PathBuf)],
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Together, Cancelled> {
    let mut together = Together::default();
    let mut collection = Collection::default();
    let mut articles: Vec<(u64, &Path)> = Vec::new();
    for (at, (pair, work)) in works.iter().enumerate() {
        progress.at(0.8 * at as f32 / works.len().max(1) as f32)?;
        match project::read(work) {
            Ok(loaded) => {
                let project = &loaded.project;
                let source = project.about.labels.source();
                collection.add(&project.bitext, source, lexicon);
                articles.push((*pair, work));
            }
            Err(error) => together.unread.push((*pair, error.to_string())),
        }
    }
    let mut by_article: BTreeMap<usize, Vec<(RowIndex, Finding)>> = BTreeMap::new();
    for ((article, row), finding) in collection.findings() {
        by_article.entry(article).or_default().push((row, finding));
    }
    drop(collection);
    let count = by_article.len().max(1) as f32;
    for (at, (article, found)) in by_article.into_iter().enumerate() {
        progress.at(0.8 + 0.2 * at as f32 / count)?;
        let Some((pair, work)) = articles.get(article) else {
            continue;
        };
        let Ok(loaded) = project::read(work) else {
            continue;
        };
        let bitext = &loaded.project.bitext;
        let text = |row, lang| {
            let texts: Vec<_> = bitext.texts(row, lang).collect();
            texts.join(" ")
        };
        together
            .told
            .extend(found.into_iter().map(|(row, finding)| Told {
                pair: *pair,
                row,
                finding,
                en: text(row, Lang::En),
                ko: text(row, Lang::Ko),
            }));
    }
    progress.at(1.0)?;
    Ok(together)
}

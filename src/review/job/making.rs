//! From folders, files or a table that a person gave to the rows of a job: on a worker thread.

use super::repair::{NONE, single};
use jjak_core::article::Lang;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::import::part;
use jjak_formats::job::{EXTENSION, JobPair};
use jjak_pipeline::custom::Custom;
use jjak_pipeline::manifest::{self, Input, Manifest, ManifestError, Record};
use jjak_pipeline::matching::{
    FoundText, GatherError, Request, RowState, gather, is_table, match_texts,
};
use std::path::{Path, PathBuf};

/// What there is to put into a job.
#[derive(Debug, Default)]
pub struct Gathered {
    pub records: Vec<Record>,
    /// The table they are of, which their paths are seen from.
    pub table: Option<PathBuf>,
    /// Texts that cannot be used, with the reason.
    pub unusable: Vec<(PathBuf, String)>,
}

/// Why nothing can be put into a job.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error(transparent)]
    Gather(#[from] GatherError),
    #[error("{}: {error}", path.display())]
    Table { path: PathBuf, error: ManifestError },
    #[error("{}: line {line}: its text stands in the table; a job is of files", path.display())]
    TextInTable { path: PathBuf, line: usize },
    #[error("there is no text in what was given")]
    Nothing,
}

/// Whether a file is a table of pairs of files.
pub fn is_table_of_files(path: &Path) -> bool {
    const ENDINGS: [&str; 5] = ["tsv", "csv", "jsonl", "ndjson", "txt"];
    let ending = path.extension().and_then(|ending| ending.to_str());
    let known = ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    });
    known && path.is_file() && (is_table(path) || has_columns(path) && manifest::names_files(path))
}

/// Whether the first line names the two sides, as the texts of an article do not.
fn has_columns(path: &Path) -> bool {
    use std::io::{BufRead, BufReader, Read};
    let mut line = String::new();
    let read = std::fs::File::open(path)
        .and_then(|file| BufReader::new(file.take(1 << 14)).read_line(&mut line));
    let words = || line.split(|c: char| !c.is_alphanumeric());
    read.is_ok() && words().any(|word| word == "en") && words().any(|word| word == "ko")
}

/// Finds what belongs together of what was given, a table or folders and files, besides what `known` has decided.
///
/// # Errors
/// [`Cancelled`], or inside it why nothing can be had.
pub fn gather_pairs(
    given: &[PathBuf],
    known: &[JobPair],
    custom: &Custom,
    threads: usize,
    progress: &Progress,
) -> Result<Result<Gathered, MakeError>, Cancelled> {
    if let [table] = given
        && is_table_of_files(table)
    {
        return Ok(of_table(table));
    }
    let mut texts = match gather(given) {
        Ok(texts) => texts,
        Err(error) => return Ok(Err(error.into())),
    };
    // A table of an earlier matching may lie among the texts.
    texts.retain(|text| !is_table(&text.name));
    if texts.is_empty() {
        return Ok(Err(MakeError::Nothing));
    }
    let waiting = known.iter().filter(|pair| pair.matched != NONE);
    texts.extend(
        waiting
            .filter_map(|pair| single(pair))
            .map(|(lang, text)| FoundText {
                name: text.into(),
                below: part::file_of(text).file_name().unwrap_or_default().into(),
                argument: usize::from(lang == Lang::Ko),
            }),
    );
    let decided: Vec<Record> = known.iter().filter_map(decided).collect();
    let lexicon = custom.lexicon();
    let request = Request {
        texts: &texts,
        custom,
        lexicon: &lexicon,
        known: &decided,
        known_table: None,
        names: true,
        threads,
    };
    let matched = match_texts(&request, progress)?;
    Ok(Ok(Gathered {
        records: matched.rows.into_iter().map(Record::from).collect(),
        table: None,
        unusable: matched.unusable,
    }))
}

fn of_table(table: &Path) -> Result<Gathered, MakeError> {
    let named = |error| MakeError::Table {
        path: table.into(),
        error,
    };
    let records: Vec<Record> = Manifest::open(table)
        .map_err(named)?
        .collect::<Result<_, _>>()
        .map_err(named)?;
    let has_text = |record: &&Record| record.en.text.is_some() || record.ko.text.is_some();
    if let Some(record) = records.iter().find(has_text) {
        return Err(MakeError::TextInTable {
            path: table.into(),
            line: record.line,
        });
    }
    Ok(Gathered {
        records,
        table: Some(table.into()),
        unusable: Vec::new(),
    })
}

/// A row of a job as the matching takes it for decided.
fn decided(pair: &JobPair) -> Option<Record> {
    let input = |path: &Option<PathBuf>| Input {
        path: path.clone(),
        ..Input::default()
    };
    let is_none = pair.matched == NONE && !pair.is_pair();
    (pair.is_pair() || is_none).then(|| Record {
        en: input(&pair.en),
        ko: input(&pair.ko),
        state: is_none.then(|| RowState::None.as_str().to_owned()),
        ..Record::default()
    })
}

/// Where a job of what was given would lie: beside it, under a name whose folder of works is no folder of texts.
pub fn suggestion(given: &[PathBuf]) -> PathBuf {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let first = given.first().map(|path| absolute(path)).unwrap_or_default();
    let folder = first.parent().unwrap_or(Path::new("")).to_path_buf();
    let of_folder = || {
        let name = folder.file_name().map(|name| name.to_string_lossy());
        name.map_or_else(|| "articles".to_owned(), std::borrow::Cow::into_owned)
    };
    let stem = match given {
        [only] if only.is_dir() => only.file_name(),
        [only] => only.file_stem(),
        _ => None,
    };
    let stem = stem.map_or_else(of_folder, |stem| stem.to_string_lossy().into_owned());
    let named = |number: usize| {
        let name = match number {
            0 => stem.clone(),
            1 => format!("{stem}-job"),
            _ => format!("{stem}-job-{number}"),
        };
        folder.join(format!("{name}.{EXTENSION}"))
    };
    let is_free = |path: &PathBuf| path.is_file() || !path.with_extension("").exists();
    (0..100)
        .map(named)
        .find(is_free)
        .unwrap_or_else(|| named(0))
}

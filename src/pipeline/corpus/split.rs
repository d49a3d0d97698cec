//! A corpus in parts for training, development and test: whole documents, and what is nearly the same on one side only.

use super::near::{Near, mixed};
use super::row::normalised;
use super::statistics::Statistics;
use jjak_formats::exchange::verbatim::{CorpusError, CorpusFile, CorpusRow};
use std::collections::HashSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subset {
    Train,
    Dev,
    Test,
}

impl Subset {
    pub const ALL: [Subset; 3] = [Subset::Train, Subset::Dev, Subset::Test];

    pub fn as_str(self) -> &'static str {
        match self {
            Subset::Train => "train",
            Subset::Dev => "dev",
            Subset::Test => "test",
        }
    }
}

/// How much of the documents, 0 to 1, goes where; what is left is for training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    pub dev: f64,
    pub test: f64,
}

/// Where each document of a corpus belongs.
pub struct Split {
    near: Near,
    /// Of each group of documents, by its first.
    parts: Vec<Subset>,
}

impl Split {
    /// Reads a corpus and divides it; the same `seed` divides it alike, and a document that is added later moves none.
    ///
    /// # Errors
    /// [`CorpusError`].
    pub fn of(corpus: &CorpusFile, shares: Shares, seed: u64) -> Result<Split, CorpusError> {
        let mut near = Near::default();
        let mut parts: Vec<Subset> = Vec::new();
        for row in corpus.rows()? {
            let row = row?;
            if near.add(&row) == parts.len() {
                parts.push(part(&row.document, shares, seed));
            }
        }
        near.close();
        Ok(Split { near, parts })
    }

    /// Where a row belongs; `None` if its document was not read.
    pub fn part_of(&self, row: &CorpusRow) -> Option<Subset> {
        let document = self.near.number_of(&row.document)?;
        self.parts.get(self.near.first_like(document)).copied()
    }

    /// The documents and which are nearly the same.
    pub fn near(&self) -> &Near {
        &self.near
    }
}

/// The part of a document, by its name alone.
fn part(name: &str, shares: Shares, seed: u64) -> Subset {
    let hash = name
        .bytes()
        .fold(mixed(seed, 1), |hash, byte| mixed(hash, u64::from(byte)));
    let place = hash as f64 / u64::MAX as f64;
    if place < shares.test {
        Subset::Test
    } else if place < shares.test + shares.dev {
        Subset::Dev
    } else {
        Subset::Train
    }
}

/// Tells which rows say what one before said, whatever their letter case, marks and spaces.
#[derive(Debug, Default)]
pub struct Said(HashSet<u64>);

impl Said {
    /// Whether the row says something new.
    pub fn is_new(&mut self, row: &CorpusRow) -> bool {
        self.0.insert(normalised(row))
    }
}

/// The dataset card of Hugging Face, for a corpus of these parts.
/// `end` is what the names of their files end in.
pub fn card(name: &str, end: &str, parts: &[(Subset, Statistics)]) -> String {
    let pairs: usize = parts.iter().map(|(_, part)| part.pairs).sum();
    let size = match pairs {
        0..1_000 => "n<1K",
        1_000..10_000 => "1K<n<10K",
        10_000..100_000 => "10K<n<100K",
        100_000..1_000_000 => "100K<n<1M",
        1_000_000..10_000_000 => "1M<n<10M",
        _ => "10M<n<100M",
    };
    let mut files = String::new();
    let mut table = String::from(
        "| part | documents | pairs | English words | Korean words |\n|---|---|---|---|---|\n",
    );
    for (part, statistics) in parts {
        let split = match part {
            Subset::Dev => "validation",
            other => other.as_str(),
        };
        files += &format!("  - split: {split}\n    path: {}.{end}\n", part.as_str());
        let Statistics {
            documents, pairs, ..
        } = statistics;
        let [en, ko] = statistics.words;
        table += &format!("| {split} | {documents} | {pairs} | {en} | {ko} |\n");
    }
    // A memory is nothing that it loads.
    let configs = match end {
        "tmx" => String::new(),
        _ => format!("configs:\n- config_name: default\n  data_files:\n{files}"),
    };
    format!(
        "---\nlanguage:\n- en\n- ko\ntask_categories:\n- translation\nsize_categories:\n- {size}\npretty_name: {name}\n{configs}---\n\n# {name}\n\nEnglish and Korean sentences that translate each other, paired by Jjak {version}. `confidence` is the probability that a\npair is exactly right; `source` says where each text came from, `project` which document a pair is of. Say here where the\ntexts are from and under which licence they may be used.\n\nDocuments are whole in one part, and documents that are nearly the same are in the same.\n\n{table}",
        version = env!("CARGO_PKG_VERSION"),
    )
}

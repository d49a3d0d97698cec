//! What became of a record.

use crate::manifest::Record;
use jjak_core::article::Provenance;
use jjak_core::bitext::{Bitext, Side};
use jjak_formats::exchange::CorpusEntry;
use jjak_formats::project::Labels;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Ok,
    /// Done, with something to be told.
    Warned,
    /// Nothing came of it; `error` says why.
    Failed,
    /// The table itself says that it is no pair.
    Skipped,
}

impl Status {
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Warned => "warned",
            Status::Failed => "failed",
            Status::Skipped => "skipped",
        }
    }
}

/// One line of what a batch gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub id: String,
    /// Of the table, from 1.
    pub line: usize,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    #[serde(flatten)]
    pub labels: Labels,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<SideReport>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ko: Option<SideReport>,
    /// Those that were asked for, and sentences without a counterpart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<CorpusEntry>,
    /// How much of all sentences, 0 to 1, has a counterpart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_paired: Option<f64>,
    /// Where every character of both texts went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// The project that was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// How long it took.
    pub seconds: f64,
    /// Tells whether a table still has the record that was done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub print: String,
}

/// One text of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideReport {
    #[serde(flatten)]
    pub source: Provenance,
    pub sentences: usize,
    pub excluded: Vec<Excluded>,
}

/// A block, or a mark within a paragraph, that is not part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excluded {
    /// Bytes of the article's text.
    pub start: usize,
    pub end: usize,
    pub reason: String,
    pub rule: String,
    pub text: String,
}

impl Report {
    /// A report of nothing yet.
    pub fn of(record: &Record) -> Report {
        let line = record.line;
        Report {
            id: record.id.clone().unwrap_or_else(|| line.to_string()),
            line,
            status: Status::Ok,
            error: None,
            warnings: Vec::new(),
            labels: Labels::default(),
            en: None,
            ko: None,
            pairs: Vec::new(),
            share_paired: None,
            proof: None,
            project: None,
            seconds: 0.0,
            print: super::print(record),
        }
    }

    /// A record of which nothing came.
    pub fn failed(record: &Record, why: impl ToString) -> Report {
        Report {
            status: Status::Failed,
            error: Some(why.to_string()),
            ..Report::of(record)
        }
    }

    /// A record that is no pair.
    pub fn skipped(record: &Record, why: impl ToString) -> Report {
        Report {
            status: Status::Skipped,
            error: Some(why.to_string()),
            ..Report::of(record)
        }
    }

    /// Where both texts came from.
    pub fn sources(&self) -> Option<[Provenance; 2]> {
        let source = |side: &SideReport| side.source.clone();
        Some([source(self.en.as_ref()?), source(self.ko.as_ref()?)])
    }
}

impl SideReport {
    pub fn of(side: &Side) -> SideReport {
        let article = &side.article;
        let excluded = article.blocks.iter().filter_map(|block| {
            let why = block.excluded.as_ref()?;
            Some(Excluded {
                start: block.span.start,
                end: block.span.end,
                reason: why.reason.as_str().to_owned(),
                rule: why.rule.clone(),
                text: article.line(&block.span).into_owned(),
            })
        });
        SideReport {
            source: article.provenance.clone(),
            sentences: side.segments.len(),
            excluded: excluded.collect(),
        }
    }
}

/// How much of all sentences, 0 to 1, stands in rows with both sides.
pub fn share_paired(bitext: &Bitext) -> f64 {
    let both = bitext.beads.iter();
    let both = both.filter(|bead| !bead.en.is_empty() && !bead.ko.is_empty());
    let paired: usize = both.map(|bead| bead.en.len() + bead.ko.len()).sum();
    let all = bitext.en.segments.len() + bitext.ko.segments.len();
    paired as f64 / all.max(1) as f64
}

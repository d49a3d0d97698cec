//! How the work on a pair stands, in figures.

use crate::queue::{Queue, RowFacts};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, State};
use jjak_core::check::check;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::job::{Figures, JobPair, PairState, Stamp};
use jjak_formats::project::{self, Project};
use std::fs;

/// Counts a work by a person's idea of what needs eyes.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn figures(
    project: &Project,
    queue: Queue,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Figures, Cancelled> {
    let bitext = &project.bitext;
    let found = check(bitext, project.about.labels.source(), lexicon, progress)?;
    let crossing = bitext.crossing();
    let rows = bitext.beads.numbered().zip(&found);
    let needs = rows.filter(|((row, bead), found)| {
        let about = RowFacts {
            stands_out: crossing.contains(row) || !found.is_empty(),
            by_hand: bead.state == State::Unreviewed && is_edited(bitext, bead),
        };
        queue.needs(bead, about)
    });
    let beads = || bitext.beads.iter();
    let both = beads().filter(|bead| !bead.en.is_empty() && !bead.ko.is_empty());
    let paired: usize = both.map(|bead| bead.en.len() + bead.ko.len()).sum();
    let [en, ko] = Lang::BOTH.map(|lang| bitext.side(lang));
    let sentences = en.segments.len() + ko.segments.len();
    let [en_title, ko_title] = [en, ko].map(|side| {
        let first = side
            .segments
            .first()
            .map(|segment| side.text_of(segment).into_owned());
        let title = side.article.provenance.title.clone();
        title.or(first).unwrap_or_default()
    });
    Ok(Figures {
        en_title,
        ko_title,
        en: en.segments.len(),
        ko: ko.segments.len(),
        rows: bitext.beads.len(),
        left: needs.count(),
        findings: found.iter().filter(|found| !found.is_empty()).count(),
        accepted: beads().filter(|bead| bead.state == State::Accepted).count(),
        paired: paired as f64 / sentences.max(1) as f64,
        stamp: Stamp::default(),
        accepted_by_hour: project.about.accepted_by_hour.clone(),
    })
}

fn is_edited(bitext: &Bitext, bead: &Bead) -> bool {
    Lang::BOTH.into_iter().any(|lang| {
        let side = bitext.side(lang);
        let mut segments = bead.ids(lang).iter().filter_map(|&id| side.segment(id));
        segments.any(|segment| segment.edited.is_some())
    })
}

/// What has become of the work on a pair since the job last saw it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// There is none yet.
    Unpaired,
    /// It is as the job says.
    Same,
    /// It was gone on with; the pair as it is now.
    Changed(Box<JobPair>),
    /// Its file is not there.
    Missing,
    /// It cannot be read; why.
    Unreadable(String),
}

/// Whether the figures of a pair are of the work as it is.
pub(super) fn has_stamp(pair: &JobPair, stamp: Stamp) -> bool {
    let figures = pair.figures.as_ref();
    figures.is_some_and(|figures| figures.stamp == stamp)
}

/// Whether the work on a pair is as the job says; it is not read for that.
pub fn is_as_seen(pair: &JobPair) -> bool {
    let there = pair.work.as_ref().and_then(|work| fs::metadata(work).ok());
    there.is_some_and(|there| has_stamp(pair, Stamp::of(&there)))
}

/// Looks at the work on a pair; it is read only if its file has changed.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn see(
    pair: &JobPair,
    queue: Queue,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Seen, Cancelled> {
    let Some(work) = &pair.work else {
        return Ok(Seen::Unpaired);
    };
    let Ok(there) = fs::metadata(work) else {
        return Ok(Seen::Missing);
    };
    let stamp = Stamp::of(&there);
    if has_stamp(pair, stamp) {
        return Ok(Seen::Same);
    }
    let project = match project::read(work) {
        Ok(loaded) => loaded.project,
        Err(error) => return Ok(Seen::Unreadable(error.to_string())),
    };
    let mut pair = pair.clone();
    pair.figures = Some(Figures {
        stamp,
        ..figures(&project, queue, lexicon, progress)?
    });
    if pair.state == PairState::New && !project.labour().is_none() {
        pair.state = PairState::InWork;
    }
    Ok(Seen::Changed(Box::new(pair)))
}

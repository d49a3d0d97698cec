//! What one row says by itself, and what the others need to know of it.

use super::{
    Finding, Register, addition, copies, length, marks, markup, names, negation, numbers, omission,
    opposites, repeats, sequence, slips, terms, transcribed,
};
use crate::article::Lang;
use crate::bitext::{Bitext, RowIndex, Verdict};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::{Evidence, EvidenceKind};
use std::ops::Range;

/// What one row says by itself, and what the others need to know of it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub(super) found: Vec<Finding>,
    /// How long each side is, by [`length::of`]; 0 of a side without sentences.
    pub(super) lengths: [usize; 2],
    /// English names and how they are spelled in the Korean.
    pub(super) names: Vec<(String, String)>,
    /// The prints of both sides, by which [`repeats`] compares them, of a 1-1 bead long enough.
    pub(super) repeat: Option<[u64; 2]>,
    /// Of a row whose Korean is one sentence.
    pub(super) register: Option<Register>,
}

impl Reading {
    /// Reads a row of a work that was translated from `source`. One that a person has called no translation, or whose
    /// other side was left out on purpose, is checked for slips of editing alone.
    pub fn of(bitext: &Bitext, row: RowIndex, source: Lang, lexicon: &Lexicon) -> Reading {
        let bead = &bitext.beads[row];
        let mut reading = Reading {
            found: slips::slips(bitext, bead),
            ..Reading::default()
        };
        let unrelated = matches!(
            bead.verdict,
            Some(Verdict::NotATranslation | Verdict::IntendedOmission)
        );
        if unrelated || bead.en.is_empty() || bead.ko.is_empty() {
            return reading;
        }
        let [en, ko] = Lang::BOTH.map(|lang| -> Vec<_> { bitext.texts(row, lang).collect() });
        let en: Vec<&str> = en.iter().map(AsRef::as_ref).collect();
        let ko: Vec<&str> = ko.iter().map(AsRef::as_ref).collect();
        let evidence = Evidence::of(&en, &ko, lexicon);
        reading.found.extend(numbers::mismatch(&en, &ko, &evidence));
        reading
            .found
            .extend(terms::otherwise(&en, &ko, source, lexicon.terms()));
        reading.found.extend(copies::copies(&en, &ko, source));
        let names = transcribed::otherwise(&en, &ko, &evidence, lexicon);
        for finding in &names {
            if let Finding::OtherName {
                name, here, usual, ..
            } = finding
                && !usual.is_empty()
            {
                reading.names.push((name.clone(), here.clone()));
            }
        }
        reading.found.extend(names);
        let lost = negation::lost(&en, &ko);
        let negation = lost.or_else(|| negation::added(&en, &ko, &evidence));
        reading.found.extend(negation);
        let opposite = opposites::opposite(&en, &ko);
        let opposite = opposite.or_else(|| sequence::turned(&en, &ko, &evidence));
        reading.found.extend(opposite);
        let lengths = [&en, &ko].map(|texts| texts.iter().map(|text| length::of(text)).sum());
        let omitted = omission::omitted(&en, lengths, &evidence, lexicon);
        let added = addition::added(&en, &ko, lengths, &evidence, lexicon);
        reading.found.extend(omitted.or(added));
        reading.found.extend(markup::lost(&en, &ko));
        reading.found.extend(marks::odd(bitext, bead, &en, &ko));
        reading.lengths = lengths;
        let names = evidence.of_kind(EvidenceKind::Name).map(|found| {
            let english = &en[found.en.sentence][found.en.span.clone()];
            let korean = &ko[found.ko.sentence][found.ko.span.clone()];
            (english.to_owned(), names::bare(korean).to_owned())
        });
        reading.names.extend(names);
        if let ([en], [ko]) = (&en[..], &ko[..]) {
            reading.repeat = repeats::prints(en, ko);
            // A source speaks as its author chose.
            if source == Lang::En {
                reading.register = Register::of(ko);
            }
        }
        reading
    }

    /// What the row says by itself.
    pub fn found(&self) -> &[Finding] {
        &self.found
    }
}

/// Rows that are read by one thread before progress is told.
const SLICE: usize = 2_000;
/// Fewer rows are read faster by one thread.
const FEW: usize = 200;

/// Reads the rows of a work that was translated from `source`, on all processors.
///
/// # Errors
/// What `told` says, which hears after every some thousand rows how many were read.
pub fn readings<E>(
    bitext: &Bitext,
    source: Lang,
    lexicon: &Lexicon,
    mut told: impl FnMut(usize) -> Result<(), E>,
) -> Result<Vec<Reading>, E> {
    let rows = bitext.beads.len();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let read = |rows: Range<usize>| -> Vec<Reading> {
        rows.map(|row| Reading::of(bitext, RowIndex(row), source, lexicon))
            .collect()
    };
    let mut readings = Vec::with_capacity(rows);
    for start in (0..rows).step_by(SLICE) {
        told(start)?;
        let slice = start..rows.min(start + SLICE);
        if slice.len() < FEW || threads == 1 {
            readings.extend(read(slice));
            continue;
        }
        let share = slice.len().div_ceil(threads);
        let parts = slice.clone().step_by(share);
        let parts = parts.map(|part| part..slice.end.min(part + share));
        std::thread::scope(|scope| {
            let read = &read;
            let workers: Vec<_> = parts.map(|part| scope.spawn(move || read(part))).collect();
            for worker in workers {
                match worker.join() {
                    Ok(part) => readings.extend(part),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
    }
    Ok(readings)
}

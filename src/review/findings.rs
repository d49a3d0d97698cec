//! What the checks say of the rows on the screen, kept in step with every edit: rows are read a few at a time, and only
//! those that an edit touched are read again.

use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, Change, Edit, RowIndex, RowRange, SegmentId};
use jjak_core::check::{Finding, Reading, Waived, across, told_once};
use jjak_core::evidence::lexicon::Lexicon;
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// How long one frame may read while the person waits for nothing; the rest waits for the next.
pub const IDLE_SLICE: Duration = Duration::from_millis(6);
/// And while the person scrolls or types.
pub const BUSY_SLICE: Duration = Duration::from_micros(800);

#[derive(Default)]
pub struct Findings {
    /// `None` of a row that has still to be read.
    readings: Vec<Option<Reading>>,
    unread: usize,
    /// The row that reading began at, and how many rows from there on are read.
    read_from: (RowIndex, usize),
    /// What people have found right, and is not told.
    waived: Waived,
    /// Goes up with whatever is found.
    revision: u64,
    /// What follows from all rows together; of the rows as they were when the last one was read.
    across: Vec<Vec<Finding>>,
    across_is_stale: bool,
    /// When it may be found again: in a long text that takes a while, and edits come faster.
    not_before: Option<Instant>,
}

/// Finding what follows from all rows takes at most one part in so many of the time.
const SHARE: u32 = 20;
/// Faster than this it takes no time.
const FAST: Duration = Duration::from_millis(8);

impl Findings {
    pub fn of(bitext: &Bitext) -> Findings {
        let rows = bitext.beads.len();
        Findings {
            readings: vec![None; rows],
            unread: rows,
            read_from: (RowIndex(0), 0),
            waived: Waived::of(bitext),
            revision: 0,
            across: vec![Vec::new(); rows],
            across_is_stale: true,
            not_before: None,
        }
    }

    /// Forgets the rows that `edit`, which `bitext` holds already, has changed.
    pub fn changed(&mut self, bitext: &Bitext, edit: &Edit) {
        self.waived = Waived::of(bitext);
        let mut touched: HashSet<(Lang, SegmentId)> = HashSet::new();
        for change in &edit.changes {
            match change {
                Change::Beads {
                    at,
                    removed,
                    inserted,
                } => self.splice(*at, removed, inserted),
                Change::Segments { lang, inserted, .. } => {
                    touched.extend(inserted.iter().map(|segment| (*lang, segment.id())));
                }
                Change::Block { .. } => {}
            }
        }
        if self.readings.len() != bitext.beads.len() {
            *self = Findings::of(bitext);
        } else if !touched.is_empty() {
            for (row, bead) in bitext.beads.numbered() {
                let holds = |lang| {
                    bead.ids(lang)
                        .iter()
                        .any(|&id| touched.contains(&(lang, id)))
                };
                if Lang::BOTH.into_iter().any(holds) {
                    self.forget(row);
                }
            }
        }
    }

    fn splice(&mut self, at: RowIndex, removed: &[Bead], inserted: &[Bead]) {
        let place = at.0..at.0.saturating_add(removed.len());
        if place.end > self.readings.len() {
            return self.readings.clear();
        }
        // A state or a note changes nothing of what was read.
        let same = |a: &Bead, b: &Bead| (&a.en, &a.ko, a.verdict) == (&b.en, &b.ko, b.verdict);
        if removed.len() == inserted.len() {
            for (row, (before, after)) in removed.iter().zip(inserted).enumerate() {
                if !same(before, after) {
                    self.forget(at + row);
                }
            }
            return;
        }
        let new = inserted.iter().map(|_| None);
        self.readings.splice(place.clone(), new);
        let new = inserted.iter().map(|_| Vec::new());
        self.across.splice(place, new);
        self.unread = self.readings.iter().filter(|row| row.is_none()).count();
        self.read_from = (RowIndex(0), 0);
        self.across_is_stale = true;
    }

    fn forget(&mut self, row: RowIndex) {
        if self
            .readings
            .get_mut(row.0)
            .and_then(Option::take)
            .is_some()
        {
            self.unread += 1;
            self.read_from = (RowIndex(0), 0);
        }
        if let Some(across) = self.across.get_mut(row.0) {
            across.clear();
        }
        self.across_is_stale = true;
    }

    /// Reads on for a slice of time in a work that was translated from `source`, the rows after `row` first. Gives the
    /// rows of which something new is known.
    pub fn read_on(
        &mut self,
        slice: Duration,
        bitext: &Bitext,
        source: Lang,
        lexicon: &Lexicon,
        row: RowIndex,
    ) -> Vec<RowIndex> {
        let mut read = Vec::new();
        if !self.across_is_stale {
            return read;
        }
        let started = Instant::now();
        let end = RowIndex(self.readings.len());
        let first = row.min(end);
        if self.read_from.0 != first {
            self.read_from = (first, 0);
        }
        let below = (first..end).each();
        let above = (RowIndex(0)..first).each();
        for row in below.chain(above).skip(self.read_from.1) {
            if self.unread == 0 {
                break;
            }
            self.read_from.1 += 1;
            if let Some(unread @ None) = self.readings.get_mut(row.0) {
                *unread = Some(Reading::of(bitext, row, source, lexicon));
                self.unread -= 1;
                read.push(row);
                if started.elapsed() > slice {
                    break;
                }
            }
        }
        self.revision += u64::from(!read.is_empty());
        let waits = self.not_before.is_some_and(|time| time > started);
        if self.unread == 0 && !waits {
            let readings: Vec<&Reading> = self.readings.iter().flatten().collect();
            let started = Instant::now();
            self.across = across(bitext, source, &readings);
            self.across_is_stale = false;
            self.revision += 1;
            let took = started.elapsed();
            self.not_before = (took > FAST).then(|| started + took * SHARE);
            return (RowIndex(0)..end).each().collect();
        }
        read
    }

    /// Which state of what is known this is; edits of the rows are not counted.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether rows have still to be read.
    pub fn is_reading(&self) -> bool {
        self.across_is_stale
    }

    /// How much of the rows has been read, from 0 to 1; `None` once all have.
    pub fn share_read(&self) -> Option<f32> {
        let rows = self.readings.len();
        (self.unread > 0).then(|| (rows - self.unread.min(rows)) as f32 / rows.max(1) as f32)
    }

    /// What is known of a row and was not found right by a person.
    pub fn of_row(&self, row: RowIndex) -> impl Iterator<Item = &Finding> {
        told_once(self.known(row).collect(), |finding| *finding).into_iter()
    }

    pub fn has(&self, row: RowIndex) -> bool {
        self.known(row).next().is_some()
    }

    fn known(&self, row: RowIndex) -> impl Iterator<Item = &Finding> {
        let own = self.readings.get(row.0).and_then(Option::as_ref);
        let own: &[Finding] = own.map_or(&[], Reading::found);
        let others = self
            .across
            .get(row.0)
            .map_or(&[] as &[Finding], Vec::as_slice);
        let all = own.iter().chain(others);
        all.filter(move |finding| !self.waived.holds(row, finding))
    }
}

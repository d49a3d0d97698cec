//! One open project as it is being reviewed: the cursor, the journal, and what follows from them.

use super::findings::Findings;
use super::made::Made;
use super::progress::{Judge, ReviewProgress};
use super::queue::Queue;
use super::shown::Shown;
use jjak_core::article::Lang;
use jjak_core::bitext::{
    Bitext, Conservation, Edit, Operation, Refusal, RowIndex, RowRange, SegmentId, State,
};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_formats::exchange::Document;
use jjak_formats::project::{Claim, Journal, Labels, Project, ProjectError};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// A sentence under the keys: row, column, and place within the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cursor {
    pub row: RowIndex,
    pub lang: Lang,
    pub at: usize,
}

impl Default for Cursor {
    fn default() -> Cursor {
        Cursor {
            row: RowIndex(0),
            lang: Lang::En,
            at: 0,
        }
    }
}

pub struct Session {
    project: Project,
    /// Where every edit is written before it shows; `None` where that is not possible.
    journal: Option<Journal>,
    /// Whether the journal is a file that the person chose.
    named: bool,
    trouble: Option<ProjectError>,
    cursor: Cursor,
    /// Where a selection of rows began; it ends at the cursor.
    anchor: Option<RowIndex>,
    queue: Queue,
    /// The sentence that `Link` marked, waiting for its counterpart.
    pub linking: Option<(Lang, SegmentId)>,
    /// What Esc dropped, as the operation that would have kept it, and the revision it was written at.
    dropped: Option<(u64, Operation)>,
    /// Grows with every change, so that views know when what they derived is stale.
    revision: u64,
    /// The revision that was exported last.
    exported: Option<u64>,
    progress: ReviewProgress,
    findings: Findings,
    made: Made,
    /// The rows that a filter leaves; without one all of them.
    shown: Option<Shown>,
    /// Grows whenever other rows are shown than before, but for what an edit changed.
    shown_revision: u64,
    /// With the user's glossary.
    lexicon: Arc<Lexicon>,
    /// The rows that the last edit, a re-alignment, has made anew.
    fresh: HashSet<RowIndex>,
}

/// Borrows what rows are judged by apart from `progress`, which the judgement changes.
macro_rules! judge {
    ($session:expr) => {
        Judge {
            bitext: &$session.project.bitext,
            queue: $session.queue,
            findings: &$session.findings,
            made: &$session.made,
        }
    };
}

impl Session {
    /// A session of `project`; `named` says whether its journal is a file that the person chose.
    pub fn new(project: Project, journal: Option<Journal>, named: bool) -> Session {
        let findings = Findings::of(&project.bitext);
        let made = Made::of(&project.history);
        let progress = ReviewProgress::new(Judge {
            bitext: &project.bitext,
            queue: Queue::default(),
            findings: &findings,
            made: &made,
        });
        let mut session = Session {
            project,
            journal,
            named,
            trouble: None,
            cursor: Cursor::default(),
            anchor: None,
            queue: Queue::default(),
            linking: None,
            dropped: None,
            revision: 0,
            exported: None,
            progress,
            findings,
            made,
            shown: None,
            shown_revision: 0,
            lexicon: Arc::default(),
            fresh: HashSet::new(),
        };
        let [lang, _] = session.sides();
        session.set_cursor(Cursor {
            lang,
            ..Cursor::default()
        });
        session
    }

    /// The same session, that knows the terms of the user's glossary, too.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Arc<Lexicon>) -> Session {
        Session { lexicon, ..self }
    }

    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// The file that the person chose for the project, if there is one.
    pub fn file(&self) -> Option<&Path> {
        let journal = self.journal.as_ref().filter(|_| self.named)?;
        Some(journal.path())
    }

    /// What the work is called: its file, else its texts' files, else its headline.
    pub fn name(&self) -> String {
        let file_name = |path: &Path| {
            let name = path.file_name()?;
            Some(name.to_string_lossy().into_owned())
        };
        if let Some(name) = self.file().and_then(file_name) {
            return name;
        }
        let of = |lang| {
            let provenance = &self.project.bitext.side(lang).article.provenance;
            provenance.file.as_deref().and_then(file_name)
        };
        match (of(Lang::En), of(Lang::Ko)) {
            (Some(en), Some(ko)) if en != ko => format!("{en} · {ko}"),
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => {
                let title = self.project.title();
                let mut short: String = title.chars().take(60).collect();
                if short.len() < title.len() {
                    short.push('…');
                }
                short
            }
        }
    }

    /// Goes to where the last edit in force was made.
    pub fn go_to_last_edit(&mut self) {
        let last = self.project.history.past().last().and_then(Edit::rows);
        if let Some(rows) = last {
            self.look_at_row(rows.start);
        }
    }

    /// Has the checks and the evidence know another lexicon.
    pub fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.lexicon = lexicon;
        self.findings = Findings::of(&self.project.bitext);
    }

    /// What an export of it is made of.
    pub fn work(&self) -> Document<'_> {
        Document::of(&self.project, self.file())
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Whether the text of `lang` was read in an encoding that another may take the place of.
    pub fn has_encoding(&self, lang: Lang) -> bool {
        self.project.has_encoding(lang)
    }

    /// What the person calls the work.
    pub fn labels(&self) -> &Labels {
        &self.project.about.labels
    }

    /// The sides in the order in which they stand, from left to right: what was translated from first.
    pub fn sides(&self) -> [Lang; 2] {
        let source = self.project.about.labels.source();
        [source, source.other()]
    }

    /// Takes new labels; they are in the file once it is saved.
    pub fn set_labels(&mut self, labels: Labels) {
        if labels.source() != self.project.about.labels.source() {
            self.findings = Findings::of(&self.project.bitext);
        }
        self.project.about.labels = labels;
    }

    /// What went wrong with the journal since this was asked last. The edits themselves are done.
    pub fn take_trouble(&mut self) -> Option<ProjectError> {
        self.trouble.take()
    }

    fn journal(&mut self, write: impl FnOnce(&mut Journal) -> Result<(), ProjectError>) {
        if let Some(journal) = &mut self.journal {
            self.trouble = write(journal).err().or(self.trouble.take());
        }
    }

    /// Folds the journal into the project's file. Gives the name under which a file of an earlier format stays.
    ///
    /// # Errors
    /// [`ProjectError`]; the file is then as it was.
    pub fn save(&mut self) -> Result<Option<PathBuf>, ProjectError> {
        match &mut self.journal {
            Some(journal) => journal.save(&self.project),
            None => Ok(None),
        }
    }

    /// Goes on in a file of the person's choice; a pair without a name leaves none behind. Gives the name under which
    /// the work that was in that file stays.
    ///
    /// # Errors
    /// [`ProjectError`]; the session then goes on where it was.
    pub fn save_as(&mut self, path: &Path) -> Result<Option<PathBuf>, ProjectError> {
        if self
            .journal
            .as_ref()
            .is_some_and(|journal| journal.path() == path)
        {
            return self.save();
        }
        let (journal, kept) = Claim::new(path, true)?.begin(&self.project)?;
        let before = self.journal.replace(journal);
        if let Some(before) = before
            && !std::mem::replace(&mut self.named, true)
        {
            // It is only a copy now.
            let _ = before.discard();
        }
        self.named = true;
        Ok(kept)
    }

    /// Ends the session. What was not saved under a name is given up.
    pub fn leave(self) {
        if let Some(journal) = self.journal.filter(|_| !self.named) {
            // A file that stays is offered again at the next start.
            let _ = journal.discard();
        }
    }

    pub fn bitext(&self) -> &Bitext {
        &self.project.bitext
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether leaving would lose what a person did: it is in no file of theirs, and not exported.
    pub fn is_unsaved(&self) -> bool {
        self.file().is_none()
            && !self.project.history.is_empty()
            && self.revision != self.exported.unwrap_or(u64::MAX)
    }

    pub fn mark_exported(&mut self) {
        self.exported = Some(self.revision);
    }

    pub fn is_crossing(&self, row: RowIndex) -> bool {
        self.progress.crossing.contains(&row)
    }

    /// Has other rows need eyes, or in another order.
    pub fn set_queue(&mut self, queue: Queue) {
        self.queue = queue;
        let judge = judge!(self);
        self.progress.look_again(judge);
    }

    /// Has the checks read on for a slice of time; whether they have still to read.
    pub fn read_on(&mut self, slice: Duration) -> bool {
        let bitext = &self.project.bitext;
        let source = self.project.about.labels.source();
        let read = self
            .findings
            .read_on(slice, bitext, source, &self.lexicon, self.cursor.row);
        if !read.is_empty() {
            let judge = judge!(self);
            self.progress.judge_anew(judge, read);
        }
        self.findings.is_reading()
    }

    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Whether the last edit, a re-alignment, has made the row anew.
    pub fn is_fresh(&self, row: RowIndex) -> bool {
        self.fresh.contains(&row)
    }

    /// How many rows it has.
    pub fn fresh(&self) -> usize {
        self.fresh.len()
    }

    /// The selected rows: those from where the selection began to the cursor, or the cursor's own. None where no
    /// rows are left.
    pub fn selection(&self) -> Range<RowIndex> {
        let row = self.cursor.row;
        let from = self.anchor.unwrap_or(row);
        let end = self.project.bitext.beads.end();
        from.min(row).min(end)..from.max(row).below().min(end)
    }

    pub fn has_selection(&self) -> bool {
        self.anchor.is_some()
    }

    /// Stretches the selection to `row`.
    pub fn select_to(&mut self, row: RowIndex) {
        let anchor = self.anchor.unwrap_or(self.cursor.row);
        self.go_to_row(row);
        self.anchor = Some(anchor).filter(|&anchor| anchor != self.cursor.row);
    }

    pub fn clear_selection(&mut self) {
        self.anchor = None;
    }

    pub fn needs_eyes(&self, row: RowIndex) -> bool {
        self.progress
            .needs_eyes
            .get(row.0)
            .copied()
            .unwrap_or(false)
    }

    /// How many rows still need eyes.
    pub fn left(&self) -> usize {
        self.progress.left
    }

    pub fn accepted(&self) -> usize {
        self.progress.accepted
    }

    pub fn conservation(&self) -> Option<&Conservation> {
        self.progress.conservation.as_ref()
    }

    pub fn can_undo(&self) -> bool {
        self.project.history.can_undo() || self.dropped().is_some()
    }

    /// Takes note of what Esc dropped, for undo to bring back while nothing else has changed.
    pub fn drop_text(&mut self, operation: Operation) {
        self.dropped = Some((self.revision, operation));
    }

    fn dropped(&self) -> Option<&Operation> {
        let (revision, operation) = self.dropped.as_ref()?;
        (*revision == self.revision).then_some(operation)
    }

    pub fn can_redo(&self) -> bool {
        self.project.history.can_redo()
    }

    /// The segment under the cursor; `None` in an empty cell.
    pub fn id(&self) -> Option<SegmentId> {
        let Cursor { row, lang, at } = self.cursor;
        self.project
            .bitext
            .beads
            .get(row)?
            .ids(lang)
            .get(at)
            .copied()
    }

    /// Puts the cursor there, or as near as the bitext allows.
    pub fn set_cursor(&mut self, cursor: Cursor) {
        let row = cursor.row.min(self.project.bitext.beads.end() - 1);
        let cell = self
            .project
            .bitext
            .beads
            .get(row)
            .map_or(0, |bead| bead.ids(cursor.lang).len());
        if row != self.cursor.row {
            self.anchor = None;
        }
        self.cursor = Cursor {
            row,
            at: cursor.at.min(cell.saturating_sub(1)),
            ..cursor
        };
        // Whoever goes to a row wants to see it.
        if self.shown.as_mut().is_some_and(|shown| shown.add(row)) {
            self.shown_revision += 1;
        }
    }

    pub fn go_to_row(&mut self, row: RowIndex) {
        self.set_cursor(Cursor {
            row,
            at: 0,
            ..self.cursor
        });
    }

    /// To a row that is to be looked at: on the side that has text, the cursor's own if it has.
    pub fn look_at_row(&mut self, row: RowIndex) {
        let lang = self.cursor.lang;
        let bead = self.project.bitext.beads.get(row);
        let is_empty = bead.is_some_and(|bead| bead.ids(lang).is_empty());
        let lang = if is_empty { lang.other() } else { lang };
        self.set_cursor(Cursor { row, lang, at: 0 });
    }

    /// Shows the marked rows alone, or all of them. The cursor goes to the nearest that is shown.
    pub fn show_rows_of(&mut self, rows: Option<Vec<bool>>) {
        self.shown = rows.map(Shown::new);
        self.shown_revision += 1;
        let row = self.cursor.row;
        if !self.is_shown(row)
            && let Some(row) = self.next_shown(row, true).or(self.next_shown(row, false))
        {
            self.go_to_row(row);
        }
    }

    /// Shows the marked rows besides those that are shown.
    pub fn show_also(&mut self, rows: &[bool]) {
        let Some(shown) = &mut self.shown else { return };
        let marked = rows.iter().enumerate().filter(|(_, marked)| **marked);
        let added = marked.fold(false, |added, (row, _)| shown.add(RowIndex(row)) | added);
        self.shown_revision += u64::from(added);
    }

    pub fn is_shown(&self, row: RowIndex) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.holds(row))
    }

    /// How many rows a filter leaves; `None` without one.
    pub fn shown(&self) -> Option<usize> {
        self.shown.as_ref().map(Shown::count)
    }

    pub fn shown_revision(&self) -> u64 {
        self.shown_revision
    }

    /// The next row (or the one before) that is shown.
    pub fn next_shown(&self, row: RowIndex, forward: bool) -> Option<RowIndex> {
        let end = self.project.bitext.beads.end();
        match &self.shown {
            Some(shown) => shown.next(row, forward),
            None if forward => Some(row.below()).filter(|&row| row < end),
            None => row.above(),
        }
    }

    /// The row `by` shown rows further down or up, or the last there is.
    pub fn shown_row_at(&self, row: RowIndex, by: usize, forward: bool) -> RowIndex {
        match self.shown {
            None if forward => (row + by).min(self.project.bitext.beads.end() - 1),
            None => row - by,
            Some(_) => (0..by).fold(row, |row, _| self.next_shown(row, forward).unwrap_or(row)),
        }
    }

    /// The selected rows that are shown, or the cursor's own.
    pub fn selected_rows(&self) -> Vec<RowIndex> {
        let rows = self.selection().each();
        rows.filter(|&row| self.is_shown(row)).collect()
    }

    /// One sentence down or up the column, through cells of several sentences.
    pub fn step(&mut self, down: bool) {
        let Cursor { row, lang, at } = self.cursor;
        let cell = |row: RowIndex| self.project.bitext.ids(row, lang).len();
        let beyond = self.next_shown(row, down);
        let next = match down {
            true if at + 1 < cell(row) => Cursor {
                at: at + 1,
                ..self.cursor
            },
            false if at > 0 => Cursor {
                at: at - 1,
                ..self.cursor
            },
            _ => match beyond {
                Some(row) if down => Cursor { row, at: 0, lang },
                Some(row) => Cursor {
                    row,
                    at: cell(row).saturating_sub(1),
                    lang,
                },
                None => return,
            },
        };
        self.set_cursor(next);
    }

    /// Goes to the next (or previous) shown row that needs eyes, around the end. Says whether there is one.
    pub fn go_to_unsure(&mut self, forward: bool) -> bool {
        let needed = self.progress.needs_eyes.iter().enumerate();
        let needed: Vec<bool> = needed
            .map(|(row, &needed)| needed && self.is_shown(RowIndex(row)))
            .collect();
        self.go_to_one_of(&needed, forward)
    }

    /// Goes to the next (or previous) shown row that is not accepted, around the end. Says whether there is one.
    pub fn go_to_unaccepted(&mut self, forward: bool) -> bool {
        let beads = self.project.bitext.beads.numbered();
        let open: Vec<bool> = beads
            .map(|(row, bead)| bead.state != State::Accepted && self.is_shown(row))
            .collect();
        self.go_to_one_of(&open, forward)
    }

    /// Goes to the next (or previous) shown row of which a check says something, around the end. Says whether there is one.
    pub fn go_to_finding(&mut self, forward: bool) -> bool {
        let rows = self.project.bitext.beads.rows().each();
        let found = rows.map(|row| self.findings.has(row) && self.is_shown(row));
        let found: Vec<bool> = found.collect();
        self.go_to_one_of(&found, forward)
    }

    fn go_to_one_of(&mut self, wanted: &[bool], forward: bool) -> bool {
        let (bitext, row) = (&self.project.bitext, self.cursor.row);
        let Some(row) = self.queue.next(bitext, wanted, row, forward) else {
            return false;
        };
        self.look_at_row(row);
        true
    }

    /// Does `operation` as one undo step; the cursor stays on its sentence.
    ///
    /// # Errors
    /// The [`Refusal`], with nothing changed.
    pub fn operate(&mut self, operation: Operation) -> Result<Edit, Refusal> {
        let realigns = matches!(operation, Operation::Realign { .. });
        let edit = operation.edit(&self.project.bitext)?;
        let id = self.id();
        self.project.apply(edit.clone());
        self.journal(|journal| journal.edit(&edit));
        self.changed(&edit, id);
        if realigns {
            self.fresh = edit.fresh_rows();
        }
        Ok(edit)
    }

    pub fn undo(&mut self) -> Option<Edit> {
        if let Some(dropped) = self.dropped().cloned() {
            self.dropped = None;
            let edit = self.operate(dropped).ok()?;
            self.show_rows(&edit);
            return Some(edit);
        }
        let id = self.id();
        let edit = self.project.undo()?;
        self.journal(Journal::undo);
        self.changed(&edit, id);
        self.show_rows(&edit);
        Some(edit)
    }

    pub fn redo(&mut self) -> Option<Edit> {
        let id = self.id();
        let edit = self.project.redo()?;
        self.journal(Journal::redo);
        self.changed(&edit, id);
        self.show_rows(&edit);
        Some(edit)
    }

    /// Goes where an undone edit is, unless the cursor stands in it.
    fn show_rows(&mut self, edit: &Edit) {
        if let Some(rows) = edit.rows()
            && !rows.contains(&self.cursor.row)
        {
            self.go_to_row(rows.start);
        }
    }

    fn changed(&mut self, edit: &Edit, id: Option<SegmentId>) {
        self.revision += 1;
        (self.linking, self.anchor) = (None, None);
        self.fresh.clear();
        self.findings.changed(&self.project.bitext, edit);
        self.made.changed(edit);
        if let Some(shown) = &mut self.shown {
            shown.changed(edit);
        }
        let judge = judge!(self);
        self.progress.changed(judge, edit);
        let lang = self.cursor.lang;
        let place = id.and_then(|id| {
            let holds = |row: &RowIndex| self.project.bitext.ids(*row, lang).contains(&id);
            let rows = edit.rows().unwrap_or(self.cursor.row.alone());
            let end = self.project.bitext.beads.end();
            let row = (rows.start.min(end)..rows.end.min(end))
                .each()
                .find(holds)
                .or_else(|| self.project.bitext.row_of(lang, id))?;
            let ids = self.project.bitext.ids(row, lang);
            let at = ids.iter().position(|&other| other == id)?;
            Some(Cursor { row, lang, at })
        });
        self.set_cursor(place.unwrap_or(self.cursor));
    }
}

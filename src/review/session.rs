//! One open project as it is being reviewed: the cursor, the journal, and what follows from them.

use super::findings::Findings;
use super::queue::Queue;
use super::standing::Standing;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Conservation, Edit, Operation, Refusal, SegmentId};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_formats::export::Work;
use jjak_formats::project::{Journal, Labels, Project, ProjectError};
use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A sentence under the keys: row, column, and place within the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cursor {
    pub row: usize,
    pub lang: Lang,
    pub at: usize,
}

impl Default for Cursor {
    fn default() -> Cursor {
        Cursor {
            row: 0,
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
    anchor: Option<usize>,
    queue: Queue,
    /// The sentence that `Link` marked, waiting for its counterpart.
    pub linking: Option<(Lang, SegmentId)>,
    /// Grows with every change, so that views know when what they derived is stale.
    revision: u64,
    /// The revision that was exported last.
    exported: Option<u64>,
    standing: Standing,
    findings: Findings,
    /// With the user's glossary.
    lexicon: Arc<Lexicon>,
    /// The rows that the last edit, a re-alignment, has made anew.
    fresh: HashSet<usize>,
}

impl Session {
    /// A session of `project`; `named` says whether its journal is a file that the person chose.
    pub fn new(project: Project, journal: Option<Journal>, named: bool) -> Session {
        let findings = Findings::of(&project.bitext);
        let standing = Standing::new(&project.bitext, Queue::default(), &findings);
        let mut session = Session {
            project,
            journal,
            named,
            trouble: None,
            cursor: Cursor::default(),
            anchor: None,
            queue: Queue::default(),
            linking: None,
            revision: 0,
            exported: None,
            standing,
            findings,
            lexicon: Arc::default(),
            fresh: HashSet::new(),
        };
        session.set_cursor(Cursor::default());
        session
    }

    /// The same session, that knows the terms of the user's glossary, too.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Arc<Lexicon>) -> Session {
        Session { lexicon, ..self }
    }

    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The file that the person chose for the project, if there is one.
    pub fn file(&self) -> Option<&Path> {
        let journal = self.journal.as_ref().filter(|_| self.named)?;
        Some(journal.path())
    }

    /// What an export of it is made of.
    pub fn work(&self) -> Work<'_> {
        Work::of(&self.project, self.file())
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

    /// Takes new labels; they are in the file once it is saved.
    pub fn set_labels(&mut self, labels: Labels) {
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

    /// Folds the journal into the project's file.
    ///
    /// # Errors
    /// [`ProjectError`]; the file is then as it was.
    pub fn save(&mut self) -> Result<(), ProjectError> {
        match &mut self.journal {
            Some(journal) => journal.save(&self.project),
            None => Ok(()),
        }
    }

    /// Goes on in a file of the person's choice; a pair without a name leaves none behind.
    ///
    /// # Errors
    /// [`ProjectError`]; the session then goes on where it was.
    pub fn save_as(&mut self, path: &Path) -> Result<(), ProjectError> {
        if self
            .journal
            .as_ref()
            .is_some_and(|journal| journal.path() == path)
        {
            return self.save();
        }
        let journal = Journal::create(path, &self.project)?;
        let before = self.journal.replace(journal);
        if let Some(before) = before
            && !std::mem::replace(&mut self.named, true)
        {
            // It is only a copy now.
            let _ = before.discard();
        }
        self.named = true;
        Ok(())
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

    pub fn is_crossing(&self, row: usize) -> bool {
        self.standing.crossing.get(row).copied().unwrap_or(false)
    }

    /// Has other rows need eyes, or in another order.
    pub fn set_queue(&mut self, queue: Queue) {
        self.queue = queue;
        self.standing
            .look_again(&self.project.bitext, queue, &self.findings);
    }

    /// Has the checks read on; whether they have still to read.
    pub fn read_on(&mut self) -> bool {
        let (bitext, queue) = (&self.project.bitext, self.queue);
        let read = self
            .findings
            .read_on(bitext, &self.lexicon, self.cursor.row);
        if !read.is_empty() {
            self.standing
                .judge_anew(bitext, queue, &self.findings, read);
        }
        self.findings.is_reading()
    }

    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Whether the last edit, a re-alignment, has made the row anew.
    pub fn is_fresh(&self, row: usize) -> bool {
        self.fresh.contains(&row)
    }

    /// How many rows it has.
    pub fn fresh(&self) -> usize {
        self.fresh.len()
    }

    /// The selected rows: those from where the selection began to the cursor, or the cursor's own.
    pub fn selection(&self) -> Range<usize> {
        let row = self.cursor.row;
        let from = self.anchor.unwrap_or(row);
        from.min(row)..from.max(row) + 1
    }

    pub fn has_selection(&self) -> bool {
        self.anchor.is_some()
    }

    /// Stretches the selection to `row`.
    pub fn select_to(&mut self, row: usize) {
        let anchor = self.anchor.unwrap_or(self.cursor.row);
        self.go_to_row(row);
        self.anchor = Some(anchor).filter(|&anchor| anchor != self.cursor.row);
    }

    pub fn clear_selection(&mut self) {
        self.anchor = None;
    }

    pub fn needs_eyes(&self, row: usize) -> bool {
        self.standing.needs_eyes.get(row).copied().unwrap_or(false)
    }

    /// How many rows still need eyes.
    pub fn left(&self) -> usize {
        self.standing.left
    }

    pub fn accepted(&self) -> usize {
        self.standing.accepted
    }

    pub fn conservation(&self) -> Option<&Conservation> {
        self.standing.conservation.as_ref()
    }

    pub fn can_undo(&self) -> bool {
        self.project.history.can_undo()
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
        let row = cursor
            .row
            .min(self.project.bitext.beads.len().saturating_sub(1));
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
    }

    pub fn go_to_row(&mut self, row: usize) {
        self.set_cursor(Cursor {
            row,
            at: 0,
            ..self.cursor
        });
    }

    /// One sentence down or up the column, through cells of several sentences.
    pub fn step(&mut self, down: bool) {
        let Cursor { row, lang, at } = self.cursor;
        let cell = |row: usize| self.project.bitext.beads[row].ids(lang).len();
        let next = match down {
            true if at + 1 < cell(row) => Cursor {
                at: at + 1,
                ..self.cursor
            },
            true if row + 1 < self.project.bitext.beads.len() => Cursor {
                row: row + 1,
                at: 0,
                lang,
            },
            false if at > 0 => Cursor {
                at: at - 1,
                ..self.cursor
            },
            false if row > 0 => Cursor {
                row: row - 1,
                at: cell(row - 1).saturating_sub(1),
                lang,
            },
            _ => return,
        };
        self.set_cursor(next);
    }

    /// Goes to the next (or previous) row that needs eyes, around the end. Says whether there is one.
    pub fn go_to_unsure(&mut self, forward: bool) -> bool {
        let (needed, row) = (&self.standing.needs_eyes, self.cursor.row);
        let next = self.queue.next(&self.project.bitext, needed, row, forward);
        let Some(row) = next else {
            return false;
        };
        self.go_to_row(row);
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
        let id = self.id();
        let Project {
            bitext, history, ..
        } = &mut self.project;
        let edit = history.undo(bitext)?;
        self.journal(Journal::undo);
        self.changed(&edit, id);
        self.show_rows(&edit);
        Some(edit)
    }

    pub fn redo(&mut self) -> Option<Edit> {
        let id = self.id();
        let Project {
            bitext, history, ..
        } = &mut self.project;
        let edit = history.redo(bitext)?;
        self.journal(Journal::redo);
        self.changed(&edit, id);
        self.show_rows(&edit);
        Some(edit)
    }

    /// Goes where an undone edit is, unless the cursor stands in it.
    fn show_rows(&mut self, edit: &Edit) {
        if let Some((first, end)) = edit.rows()
            && !(first..end).contains(&self.cursor.row)
        {
            self.go_to_row(first);
        }
    }

    fn changed(&mut self, edit: &Edit, id: Option<SegmentId>) {
        self.revision += 1;
        (self.linking, self.anchor) = (None, None);
        self.fresh.clear();
        self.findings.changed(&self.project.bitext, edit);
        let (bitext, queue) = (&self.project.bitext, self.queue);
        self.standing.changed(bitext, queue, &self.findings, edit);
        let lang = self.cursor.lang;
        let place = id.and_then(|id| {
            let holds = |row: &usize| self.project.bitext.beads[*row].ids(lang).contains(&id);
            let (first, end) = edit
                .rows()
                .unwrap_or((self.cursor.row, self.cursor.row + 1));
            let rows = self.project.bitext.beads.len();
            let row = (first.min(rows)..end.min(rows))
                .find(holds)
                .or_else(|| self.project.bitext.row_of(lang, id))?;
            let at = self.project.bitext.beads[row]
                .ids(lang)
                .iter()
                .position(|&other| other == id)?;
            Some(Cursor { row, lang, at })
        });
        self.set_cursor(place.unwrap_or(self.cursor));
    }
}

//! One open project as it is being reviewed: its edits, and what follows from them. Where the keys are is in `cursor`, what
//! its files are in `keeping`.

mod cursor;
mod keeping;

pub use cursor::Cursor;

use super::findings::Findings;
use super::made::Made;
use super::progress::{Judge, ReviewProgress};
use super::queue::Queue;
use super::shown::Shown;
use jjak_core::article::Lang;
use jjak_core::bitext::{
    Bitext, Conservation, Edit, Operation, Refusal, RowIndex, RowRange, SegmentId,
};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_formats::exchange::ExportedWork;
use jjak_formats::project::{Journal, Labels, Project, ProjectError};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

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

    /// Has the checks and the evidence know another lexicon.
    pub fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.lexicon = lexicon;
        self.findings = Findings::of(&self.project.bitext);
    }

    /// What an export of it is made of.
    pub fn work(&self) -> ExportedWork<'_> {
        ExportedWork::of(&self.project, self.file())
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

    pub fn bitext(&self) -> &Bitext {
        &self.project.bitext
    }

    pub fn revision(&self) -> u64 {
        self.revision
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

//! The files of a session: its journal, the project that it is folded into, and what leaving would lose.

use super::Session;
use jjak_core::article::Lang;
use jjak_formats::project::{Claim, Journal, ProjectError};
use std::path::{Path, PathBuf};

impl Session {
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

    /// What went wrong with the journal since this was asked last. The edits themselves are done.
    pub fn take_trouble(&mut self) -> Option<ProjectError> {
        self.trouble.take()
    }

    pub(super) fn journal(&mut self, write: impl FnOnce(&mut Journal) -> Result<(), ProjectError>) {
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

    /// Whether leaving would lose what a person did: it is in no file of theirs, and not exported.
    pub fn is_unsaved(&self) -> bool {
        self.file().is_none()
            && !self.project.history.is_empty()
            && self.revision != self.exported.unwrap_or(u64::MAX)
    }

    pub fn mark_exported(&mut self) {
        self.exported = Some(self.revision);
    }
}

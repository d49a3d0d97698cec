//! What is done about what the checks say: gone to, set right, found right.

use super::{Answer, Review};
use crate::finding_list::{self, FindingList, Told};
use crate::finding_panel::Asked;
use crate::texts::Text;
use jjak_core::bitext::{Change, Operation, Waiver};
use jjak_core::check::{Check, UnknownCheck, Waived};
use jjak_formats::whole_file::write_file;
use std::path::Path;

impl Review {
    pub fn turn_findings(&mut self) -> Answer {
        self.show_findings = !self.show_findings;
        self.show_excluded &= !self.show_findings;
        Answer::Done
    }

    pub fn next_finding(&mut self) -> Answer {
        self.go_to_finding(true)
    }

    pub fn previous_finding(&mut self) -> Answer {
        self.go_to_finding(false)
    }

    fn go_to_finding(&mut self, forward: bool) -> Answer {
        let found = self.session.go_to_finding(forward);
        self.grid.reveal();
        if found {
            Answer::Done
        } else {
            Answer::Says(Text::NoFindings)
        }
    }

    /// What the checks say of the row under the cursor.
    fn told_here(&self) -> Vec<Told> {
        finding_list::of_row(&self.session, self.session.cursor().row)
    }

    /// Sets right what can be of the row under the cursor.
    pub fn fix_finding(&mut self) -> Answer {
        let told = self.told_here();
        if told.is_empty() {
            return Answer::Says(Text::NoFindingHere);
        }
        self.set_right(finding_list::fix_all(told.iter()))
    }

    /// Sets right whatever is like the first finding of the row that can be, in all rows.
    pub fn fix_alike(&mut self) -> Answer {
        let told = self.told_here();
        if told.is_empty() {
            return Answer::Says(Text::NoFindingHere);
        }
        let first = told.iter().find(|told| !told.fix.is_empty());
        let mut all = FindingList::default();
        all.refresh(&self.session);
        let fix = first.and_then(|told| finding_list::fix_alike(all.told().iter(), &told.finding));
        self.set_right(fix)
    }

    fn set_right(&mut self, fix: Option<Operation>) -> Answer {
        let Some(fix) = fix else {
            return Answer::Says(Text::NoFix);
        };
        match self.operate(fix) {
            Ok(edit) => {
                let changes = edit.changes.iter();
                let sentences = changes.filter(|change| matches!(change, Change::Segments { .. }));
                Answer::Counts(Text::FixedSentences, sentences.count())
            }
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    /// Has what the checks say of the row told no more.
    pub fn waive_here(&mut self) -> Answer {
        let waivers = self.told_here();
        let waivers = waivers.iter().map(|told| told.finding.waiver()).collect();
        self.waive_all(waivers, Text::WaivedHere)
    }

    /// Has nothing told any more of the words that the row's findings are about.
    pub fn waive_everywhere(&mut self) -> Answer {
        let told = self.told_here();
        let waivers = told.iter().map(|told| told.finding.waiver_everywhere());
        self.waive_all(waivers.collect(), Text::WaivedEverywhere)
    }

    fn waive_all(&mut self, waivers: Vec<Waiver>, said: Text) -> Answer {
        if waivers.is_empty() {
            return Answer::Says(Text::NoFindingHere);
        }
        let rows = vec![self.session.cursor().row];
        self.say_if_done(Operation::Waive { rows, waivers }, said)
    }

    fn say_if_done(&mut self, operation: Operation, said: Text) -> Answer {
        match self.operate(operation) {
            Ok(_) => Answer::Says(said),
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    /// Does what the panel was asked for.
    pub(super) fn heed_findings(&mut self, asked: Asked) -> Answer {
        match asked {
            Asked::Go(row) => self.leave_for(row),
            Asked::Fix(operation) => self.set_right(Some(operation)),
            Asked::Waive(operation, everywhere) => {
                let said = if everywhere {
                    Text::WaivedEverywhere
                } else {
                    Text::WaivedHere
                };
                self.say_if_done(operation, said)
            }
            Asked::Operation(operation) => self.operate(operation).into(),
            Asked::NoDialog => Answer::Says(Text::NoDialog),
            Asked::Save(path, lines) => {
                match write_file(&path, |out| out.write_all(lines.as_bytes())) {
                    Ok(()) => Answer::Names(Text::FindingListSaved, path),
                    Err(error) => Answer::Fails(error.to_string()),
                }
            }
            Asked::Load(path) => match read_list(&path) {
                Ok(waivers) => {
                    let rows = vec![self.session.cursor().row];
                    let all = Operation::Waive { rows, waivers };
                    self.say_if_done(all, Text::WaivedEverywhere)
                }
                Err(why) => Answer::Fails(why),
            },
        }
    }
}

/// The waivers of a list; or what is wrong with it.
fn read_list(path: &Path) -> Result<Vec<Waiver>, String> {
    let named = |why: String| format!("{}: {why}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| named(error.to_string()))?;
    let waived = Waived::read(&text).map_err(|error: UnknownCheck| named(error.to_string()))?;
    match waived.everywhere() {
        [] => {
            let checks = Check::ALL.map(Check::as_str).join(", ");
            Err(named(format!(
                "holds no line with a check ({checks}), a tab and a word"
            )))
        }
        waivers => Ok(waivers.to_vec()),
    }
}

//! Moves of the cursor in the table, and what else a key asks of it.

use super::super::lines::PAIR;
use super::JobTable;
use jjak_core::article::Lang;
use jjak_review::job::JobSession;

/// A page where there is no screen.
const PAGE: isize = 10;

impl JobTable {
    /// The cursor's line and side.
    pub(super) fn line(&self, job: &JobSession) -> Option<(usize, Lang)> {
        let place = job.place(self.cursor?)?;
        self.lines.find(place)
    }

    pub fn next_row(&mut self, job: &JobSession) {
        self.step(1, job);
    }

    pub fn previous_row(&mut self, job: &JobSession) {
        self.step(-1, job);
    }

    pub fn page_down(&mut self, job: &JobSession) {
        self.step(self.page(), job);
    }

    pub fn page_up(&mut self, job: &JobSession) {
        self.step(-self.page(), job);
    }

    pub fn first_row(&mut self, job: &JobSession) {
        self.step(-(self.lines.len() as isize), job);
    }

    pub fn last_row(&mut self, job: &JobSession) {
        self.step(self.lines.len() as isize, job);
    }

    /// How many lines a screen holds.
    fn page(&self) -> isize {
        if self.height > 0.0 {
            ((self.height * 0.9 / PAIR) as isize).max(1)
        } else {
            PAGE
        }
    }

    fn step(&mut self, by: isize, job: &JobSession) {
        let (line, side) = self.line(job).unwrap_or((0, Lang::En));
        let side = self.side.unwrap_or(side);
        let moved = self.lines.moved(line, side, by);
        if let Some(pair) = moved.and_then(|at| job.pairs().get(at)) {
            self.go(pair.id);
        }
    }

    pub fn go_to_english(&mut self, job: &JobSession) {
        self.go_to_side(Lang::En, job);
    }

    pub fn go_to_korean(&mut self, job: &JobSession) {
        self.go_to_side(Lang::Ko, job);
    }

    fn go_to_side(&mut self, side: Lang, job: &JobSession) {
        let (line, _) = self.line(job).unwrap_or((0, side));
        self.side = Some(side);
        let at = self.lines.place(line, side);
        self.cursor = at.and_then(|at| job.pairs().get(at)).map(|pair| pair.id);
    }

    /// Asks for the text that the pairs in sight must hold.
    pub fn search(&mut self, _: &JobSession) {
        self.wants_search = true;
    }

    pub fn ask_for_menu(&mut self, _: &JobSession) {
        (self.wants_menu, self.reveal) = (true, true);
    }

    /// Leaves search and filter.
    pub fn show_all(&mut self, _: &JobSession) {
        (self.view.search, self.view.states) = Default::default();
        self.reveal = true;
    }
}

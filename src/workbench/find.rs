//! Find: a bar over the grid, and its hits.

use super::session::{Cursor, Session};
use super::texts::{Text, Tongue};
use crate::article::{Lang, is_hangul};
use egui::{Id, Key, Modifiers, TextEdit, Ui};
use std::time::{Duration, Instant};

/// How long one frame may search; the rest waits for the next.
const SLICE: Duration = Duration::from_millis(8);

#[derive(Default)]
pub struct Find {
    open: bool,
    wants_focus: bool,
    query: String,
    hits: Vec<Cursor>,
    /// The row to search next, and the revision that the hits are of.
    next_row: usize,
    revision: u64,
}

impl Find {
    pub fn open(&mut self) {
        self.open = true;
        self.wants_focus = true;
    }

    /// What is looked for; empty when the bar is closed.
    pub fn query(&self) -> &str {
        if self.open { &self.query } else { "" }
    }

    /// The hit after (or before) the cursor, around the end.
    pub fn go(&self, cursor: Cursor, forward: bool) -> Option<Cursor> {
        let key = |cursor: &Cursor| (cursor.row, cursor.lang, cursor.at);
        let here = key(&cursor);
        match forward {
            true => self
                .hits
                .iter()
                .find(|hit| key(hit) > here)
                .or(self.hits.first())
                .copied(),
            false => self
                .hits
                .iter()
                .rfind(|hit| key(hit) < here)
                .or(self.hits.last())
                .copied(),
        }
    }

    /// Shows the bar; returns where to go.
    pub fn show(&mut self, ui: &mut Ui, session: &Session, tongue: Tongue) -> Option<Cursor> {
        if !self.open {
            return None;
        }
        let mut target = None;
        let enter =
            |ui: &mut Ui, modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
        egui::Panel::top("find").show(ui, |ui| {
            ui.horizontal(|ui| {
                let id = Id::unique("find");
                let edit = TextEdit::singleline(&mut self.query)
                    .id(id)
                    .return_key(None)
                    .desired_width(280.0)
                    .hint_text(Text::FindHint.in_(tongue));
                let backwards =
                    ui.memory(|memory| memory.has_focus(id)) && enter(ui, Modifiers::SHIFT);
                let forwards = !backwards
                    && ui.memory(|memory| memory.has_focus(id))
                    && enter(ui, Modifiers::NONE);
                let response = ui.add(edit);
                if std::mem::take(&mut self.wants_focus) {
                    response.request_focus();
                }
                if response.changed() || self.revision != session.revision() {
                    self.restart(session.revision());
                }
                self.search(session);
                if response.changed() {
                    target = self.hits.first().copied();
                } else if forwards || backwards {
                    target = self.go(session.cursor(), forwards);
                }
                if !self.query.is_empty() {
                    ui.label(self.count(session, tongue));
                }
                let close = ui.button(Text::Close.in_(tongue)).clicked();
                if close || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                    self.open = false;
                    ui.memory_mut(|memory| memory.surrender_focus(id));
                }
            });
        });
        if self.next_row < session.bitext().beads.len() && !self.query.is_empty() {
            ui.request_repaint();
        }
        target
    }

    fn count(&self, session: &Session, tongue: Tongue) -> String {
        if self.hits.is_empty() {
            return Text::FindNone.in_(tongue).to_owned();
        }
        let here = self.hits.iter().position(|hit| *hit == session.cursor());
        let here = here.map_or_else(|| "·".to_owned(), |at| (at + 1).to_string());
        tongue.fill(Text::FindCount, &[&here, &self.hits.len()])
    }

    fn restart(&mut self, revision: u64) {
        self.hits.clear();
        self.next_row = 0;
        self.revision = revision;
    }

    /// Searches on for one slice of time.
    fn search(&mut self, session: &Session) {
        let pattern = Pattern::new(&self.query);
        let bitext = session.bitext();
        let started = Instant::now();
        while !self.query.is_empty()
            && self.next_row < bitext.beads.len()
            && started.elapsed() < SLICE
        {
            let row = self.next_row;
            for lang in Lang::BOTH {
                for (at, text) in bitext.texts(row, lang).enumerate() {
                    if !pattern.hits(&text).is_empty() {
                        self.hits.push(Cursor { row, lang, at });
                    }
                }
            }
            self.next_row += 1;
        }
    }
}

/// What is looked for: letters in any case; with Hangul in it, spaces do not matter.
pub struct Pattern {
    letters: Vec<char>,
    spaces_matter: bool,
}

impl Pattern {
    pub fn new(query: &str) -> Pattern {
        let spaces_matter = !query.chars().any(is_hangul);
        let letters = query
            .trim()
            .chars()
            .filter(|c| spaces_matter || !c.is_whitespace());
        Pattern {
            letters: letters.flat_map(char::to_lowercase).collect(),
            spaces_matter,
        }
    }

    /// The byte ranges of `text` that match, in order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        if self.letters.is_empty() {
            return Vec::new();
        }
        let letters: Vec<(usize, usize, char)> = text
            .char_indices()
            .filter(|(_, c)| self.spaces_matter || !c.is_whitespace())
            .flat_map(|(at, c)| {
                c.to_lowercase()
                    .map(move |lower| (at, at + c.len_utf8(), lower))
            })
            .collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while at + self.letters.len() <= letters.len() {
            let window = &letters[at..at + self.letters.len()];
            if window
                .iter()
                .zip(&self.letters)
                .all(|((_, _, a), b)| a == b)
            {
                hits.push(window[0].0..window[window.len() - 1].1);
                at += self.letters.len();
            } else {
                at += 1;
            }
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_does_not_matter_in_korean_but_does_in_english() {
        assert_eq!(
            Pattern::new("기준 금리").hits("한은, 기준금리 동결").len(),
            1
        );
        assert_eq!(
            Pattern::new("기준금리").hits("기준 금리와 기준금리").len(),
            2
        );
        assert_eq!(Pattern::new("KEY RATE").hits("The key rate."), vec![4..12]);
        assert!(Pattern::new("keyrate").hits("The key rate.").is_empty());
    }
}

//! Where the sentences of a cell stand: how files that Jjak writes tell it, and how a cell is cut by it.

use super::Cell;
use jjak_core::article::one_line;

/// One sentence: the byte of its article at which it begins, and how many characters of the cell's text it has.
/// Files write them as `120+23,150+41`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub start: usize,
    pub chars: usize,
}

impl Mark {
    /// The marks of a cell as a file writes them.
    pub(crate) fn written(marks: impl Iterator<Item = Mark>) -> String {
        let marks: Vec<String> = marks
            .map(|mark| format!("{}+{}", mark.start, mark.chars))
            .collect();
        marks.join(",")
    }

    /// Reads them; none if they are not written so.
    pub(crate) fn all(written: &str) -> Vec<Mark> {
        let mark = |mark: &str| {
            let (start, chars) = mark.split_once('+')?;
            Some(Mark {
                start: start.trim().parse().ok()?,
                chars: chars.trim().parse().ok()?,
            })
        };
        let marks: Option<Vec<Mark>> = written.split(',').map(mark).collect();
        marks.unwrap_or_default()
    }
}

impl Cell {
    /// A cell of whole sentences, each with its place.
    pub(in crate::exchange) fn of<'a>(sentences: impl Iterator<Item = (usize, &'a str)>) -> Cell {
        let mut cell = Cell::default();
        for (start, sentence) in sentences {
            let sentence = one_line(sentence);
            if sentence.is_empty() {
                continue;
            }
            if !cell.text.is_empty() {
                cell.text.push(' ');
            }
            cell.text.push_str(&sentence);
            let chars = sentence.chars().count();
            cell.marks.push(Mark { start, chars });
        }
        cell
    }

    /// The sentences, each with where it began if the file tells. Marks that do not fit the text count for nothing:
    /// the whole cell is then one sentence.
    pub(in crate::exchange) fn sentences(&self) -> Vec<(Option<usize>, &str)> {
        if self.text.trim().is_empty() {
            return Vec::new();
        }
        self.exact_sentences()
            .unwrap_or_else(|| self.trimmed_sentences())
    }

    /// The sentences as Jjak writes them, one space between them; `None` if the marks do not fit to the letter.
    fn exact_sentences(&self) -> Option<Vec<(Option<usize>, &str)>> {
        let mut rest = self.text.as_str();
        let mut sentences = Vec::with_capacity(self.marks.len());
        for mark in self.marks.iter().filter(|mark| mark.chars > 0) {
            if !sentences.is_empty() {
                rest = rest.strip_prefix(' ')?;
            }
            let end = rest.char_indices().nth(mark.chars).map(|(end, _)| end);
            let end = end.unwrap_or(rest.len());
            let (sentence, after) = rest.split_at(end);
            if sentence.trim().is_empty() || sentence.chars().count() != mark.chars {
                return None;
            }
            sentences.push((Some(mark.start), sentence));
            rest = after;
        }
        (rest.is_empty() && !sentences.is_empty()).then_some(sentences)
    }

    /// The sentences of a cell whose outer white space another tool has changed.
    fn trimmed_sentences(&self) -> Vec<(Option<usize>, &str)> {
        let whole = || vec![(None, self.text.as_str())];
        let mut sentences = Vec::with_capacity(self.marks.len());
        let mut rest = self.text.trim();
        for mark in self.marks.iter().filter(|mark| mark.chars > 0) {
            let end = rest.char_indices().nth(mark.chars).map(|(end, _)| end);
            let end = end.unwrap_or(rest.len());
            if rest[..end].chars().count() != mark.chars {
                return whole();
            }
            let sentence = rest[..end].trim();
            rest = &rest[end..];
            let cut = rest.is_empty() || rest.starts_with(' ');
            if sentence.is_empty() || !cut {
                return whole();
            }
            rest = rest.trim_start();
            sentences.push((Some(mark.start), sentence));
        }
        if rest.is_empty() && !sentences.is_empty() {
            sentences
        } else {
            whole()
        }
    }
}

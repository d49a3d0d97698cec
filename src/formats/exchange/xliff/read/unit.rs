//! A unit as it is read, and the rows it makes.

use super::state;
use crate::exchange::pairs::{Row, add_note};
use jjak_core::bitext::State;
use jjak_core::xml::{attribute, ours};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// The texts of a unit. `Segmented` is the source again, with its segments marked (1.2 `seg-source`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitPart {
    Source,
    Segmented,
    Target,
}

/// One text of a unit.
#[derive(Default)]
struct Text {
    all: String,
    /// Its segments by number, in order.
    segments: Vec<(String, String)>,
    /// How deep the mark of the open segment stands.
    open: Option<usize>,
    outside: bool,
    codes: usize,
}

/// A `trans-unit` of 1.2, or a `unit` of 2.x up to its next segment.
#[derive(Default)]
pub(super) struct XliffUnit {
    texts: [Text; 3],
    is_approved: bool,
    is_untranslatable: bool,
    /// Not a text but the header of a PO file.
    pub is_header: bool,
    needs_translation: bool,
    state: State,
    note: String,
    /// What we noted, for [`Row::take`].
    facts: Vec<(String, String)>,
    /// States and comments of single segments.
    states: HashMap<String, State>,
    comments: HashMap<String, String>,
}

/// Source text, target text and the rest of a row.
pub(super) struct XliffRows {
    pub rows: Vec<(String, String, Row)>,
    /// Whether text stood between the segments.
    pub outside: bool,
    /// Codes of the original format in the texts.
    pub codes: usize,
}

impl XliffUnit {
    pub(super) fn open(element: &BytesStart) -> XliffUnit {
        let is = |name, value| attribute(element, name).as_deref() == Some(value);
        let mut unit = XliffUnit {
            is_approved: is("approved", "yes"),
            is_untranslatable: is("translate", "no"),
            is_header: is("restype", "x-gettext-domain-header"),
            ..XliffUnit::default()
        };
        unit.state = state::of_one("", unit.is_approved);
        if let Some(status) = attribute(element, "mq:status") {
            unit.state = state::of_memoq(&status);
        }
        if let Some(lock) = attribute(element, "mq:locked") {
            unit.state = state::locked(unit.state, &lock);
        }
        unit.facts = ours(element);
        unit
    }

    /// Begins the next segment of a unit of 2.x.
    pub(super) fn open_segment(&mut self, element: &BytesStart) {
        let value = |name| attribute(element, name).unwrap_or_default();
        self.texts = Default::default();
        self.state = state::of_two(&value("state"), &value("substate"));
    }

    pub(super) fn open_part(&mut self, part: UnitPart, element: &BytesStart) {
        if part == UnitPart::Target
            && let Some(word) = attribute(element, "state")
        {
            self.state = state::of_one(&word, self.is_approved);
            self.needs_translation = word == "needs-translation";
        }
        self.texts[part as usize] = Text::default();
    }

    pub(super) fn push(&mut self, part: UnitPart, text: &str) {
        let into = &mut self.texts[part as usize];
        into.all.push_str(text);
        match (&into.open, into.segments.last_mut()) {
            (Some(_), Some((_, segment))) => segment.push_str(text),
            _ => into.outside |= !text.trim().is_empty(),
        }
    }

    /// A code of the original format, and the text to read in its place.
    pub(super) fn push_code(&mut self, part: UnitPart, text: Option<String>) {
        self.texts[part as usize].codes += 1;
        if let Some(text) = text {
            self.push(part, &text);
        }
    }

    /// A mark that says: this is a segment.
    pub(super) fn open_mark(&mut self, part: UnitPart, number: Option<String>, depth: usize) {
        let text = &mut self.texts[part as usize];
        if text.open.is_none() {
            let number = number.unwrap_or_else(|| text.segments.len().to_string());
            text.segments.push((number, String::new()));
            text.open = Some(depth);
        }
    }

    pub(super) fn close_inline(&mut self, part: UnitPart, depth: usize) {
        let text = &mut self.texts[part as usize];
        if text.open == Some(depth) {
            text.open = None;
        }
    }

    pub(super) fn take_note(&mut self, note: &str) {
        add_note(&mut self.note, note);
    }

    pub(super) fn take_fact(&mut self, name: &str, value: &str) {
        self.facts.push((name.to_owned(), value.to_owned()));
    }

    /// A comment on a part of the open segment.
    pub(super) fn take_comment(&mut self, part: UnitPart, comment: &str) {
        let text = &self.texts[part as usize];
        match text.segments.last() {
            Some((number, _)) if text.open.is_some() => {
                add_note(self.comments.entry(number.clone()).or_default(), comment);
            }
            _ => add_note(&mut self.note, comment),
        }
    }

    /// What Trados says of a segment.
    pub(super) fn take_definition(&mut self, element: &BytesStart) {
        let value = |name| attribute(element, name).unwrap_or_default();
        let state = state::of_trados(&value("conf"));
        let state = state::locked(state, &value("locked"));
        self.states.insert(value("id"), state);
    }

    /// Whether it is not to be translated, nor was.
    pub(super) fn is_untranslatable(&self) -> bool {
        self.is_untranslatable && self.texts[UnitPart::Target as usize].all.trim().is_empty()
    }

    /// Its rows: one, or one for each segment where both sides have theirs. What was said of the whole goes to the
    /// first.
    pub(super) fn rows(&mut self) -> XliffRows {
        let [source, segmented, target] = std::mem::take(&mut self.texts);
        let source = match segmented.all.trim() {
            "" => source,
            _ => segmented,
        };
        // There is a translation, but it is not to be trusted.
        if self.needs_translation && !target.all.trim().is_empty() {
            self.state = State::Flagged;
        }
        let codes = source.codes + target.codes;
        let both = !source.segments.is_empty() && !target.segments.is_empty();
        let untranslated = !source.segments.is_empty() && target.all.trim().is_empty();
        let mut rows: Vec<_> = if both || untranslated {
            self.by_segment(source.segments, target.segments)
        } else {
            vec![(source.all, target.all, self.row(None))]
        };
        if let Some((.., first)) = rows.first_mut() {
            first.take_note(&std::mem::take(&mut self.note));
            first.take_all(std::mem::take(&mut self.facts));
        }
        let outside = (both || untranslated) && (source.outside || target.outside);
        XliffRows {
            rows,
            outside,
            codes,
        }
    }

    fn by_segment(
        &self,
        source: Vec<(String, String)>,
        target: Vec<(String, String)>,
    ) -> Vec<(String, String, Row)> {
        let mut targets: HashMap<String, String> = HashMap::new();
        let mut order = Vec::with_capacity(target.len());
        for (number, text) in target {
            order.push(number.clone());
            // A number given twice is one segment that something was put into.
            join(targets.entry(number).or_default(), &text);
        }
        let mut rows = Vec::with_capacity(source.len());
        for (number, text) in source {
            let other = targets.remove(&number).unwrap_or_default();
            rows.push((text, other, self.row(Some(&number))));
        }
        for number in order {
            if let Some(text) = targets.remove(&number) {
                rows.push((String::new(), text, self.row(Some(&number))));
            }
        }
        rows
    }

    fn row(&self, number: Option<&str>) -> Row {
        let state = match number {
            Some(number) => self.states.get(number),
            // What is said of the only segment is said of the whole.
            None => self
                .states
                .values()
                .next()
                .filter(|_| self.states.len() == 1),
        };
        let mut row = Row {
            state: state.copied().unwrap_or(self.state),
            ..Row::default()
        };
        if let Some(comment) = number.and_then(|number| self.comments.get(number)) {
            row.take_note(comment);
        }
        row
    }
}

fn join(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

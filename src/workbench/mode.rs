//! What the keys do: act on the grid, edit a sentence, or choose where to cut it.

use crate::article::{Lang, Span};
use crate::bitext::SegmentId;

#[derive(Default)]
pub enum Mode {
    #[default]
    Grid,
    Edit(Editing),
    Cut(Cutting),
}

/// A sentence being edited; nothing of it is in the bitext yet.
pub struct Editing {
    pub lang: Lang,
    pub id: SegmentId,
    pub text: String,
    /// The editor has not been shown yet and must take the focus.
    pub fresh: bool,
}

/// A sentence about to be cut at one of its word starts.
pub struct Cutting {
    pub lang: Lang,
    pub id: SegmentId,
    /// Bytes of the article's text, in order.
    points: Vec<usize>,
    at: usize,
}

impl Cutting {
    /// Cut points of `span`: where words start. The first offered is the one after a stop, quote or comma
    /// nearest the middle, else the word nearest the middle. `None` for a single word.
    pub fn of(lang: Lang, text: &str, span: &Span) -> Option<Cutting> {
        let sentence = &text[span.clone()];
        let mut points = Vec::new();
        let mut after_space = false;
        for (at, c) in sentence.char_indices() {
            if after_space && !c.is_whitespace() {
                points.push(span.start + at);
            }
            after_space = c.is_whitespace();
        }
        let middle = span.start + sentence.len() / 2;
        let rank = |&point: &usize| {
            let before = text[span.start..point].trim_end().chars().next_back();
            let clause = before.is_some_and(|c| !c.is_alphanumeric());
            (!clause, point.abs_diff(middle))
        };
        let best = points.iter().copied().min_by_key(rank)?;
        let at = points.iter().position(|&point| point == best)?;
        Some(Cutting {
            lang,
            id: span.start,
            points,
            at,
        })
    }

    pub fn point(&self) -> usize {
        self.points[self.at]
    }

    pub fn step(&mut self, forward: bool) {
        let last = self.points.len() - 1;
        self.at = if forward {
            (self.at + 1).min(last)
        } else {
            self.at.saturating_sub(1)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cut_offered_is_at_a_clause() {
        let text = "금리는 그대로 두었고, 총재는 다음 수순이 자명하지 않다고 말했다.";
        let mut cutting = Cutting::of(Lang::Ko, text, &(0..text.len())).unwrap();
        assert!(text[cutting.point()..].starts_with("총재는"));
        cutting.step(true);
        assert!(text[cutting.point()..].starts_with("다음"));
        assert!(Cutting::of(Lang::En, "One", &(0..3)).is_none());
    }
}

//! A job's pairs as a person wants to see them: which, and in which order.

use jjak_formats::job::{Figures, JobPair, PairState};

/// What the pairs are in order of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PairOrder {
    /// As they came into the job.
    #[default]
    Number,
    /// By English title.
    Title,
    /// Of both sides: the most first.
    Sentences,
    State,
    /// Rows left to look at, rows with findings: the most first.
    Left,
    Findings,
    /// How sure the match is, how much is paired, how much accepted: the least first.
    Score,
    Paired,
    Accepted,
    /// When anything changed: the latest first.
    Changed,
}

impl PairOrder {
    pub const ALL: [PairOrder; 10] = [
        PairOrder::Number,
        PairOrder::Title,
        PairOrder::Sentences,
        PairOrder::State,
        PairOrder::Left,
        PairOrder::Findings,
        PairOrder::Score,
        PairOrder::Paired,
        PairOrder::Accepted,
        PairOrder::Changed,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            PairOrder::Number => "number",
            PairOrder::Title => "title",
            PairOrder::Sentences => "sentences",
            PairOrder::State => "state",
            PairOrder::Left => "left",
            PairOrder::Findings => "findings",
            PairOrder::Score => "score",
            PairOrder::Paired => "paired",
            PairOrder::Accepted => "accepted",
            PairOrder::Changed => "changed",
        }
    }

    pub fn named(word: &str) -> Option<PairOrder> {
        PairOrder::ALL
            .into_iter()
            .find(|order| order.as_str() == word)
    }
}

/// Which pairs are shown, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Words that stand in a title or a file name, each of them, in any letter case.
    pub search: String,
    /// None means any. Texts without a counterpart have no state.
    pub states: Vec<PairState>,
    pub order: PairOrder,
    /// The other way round.
    pub reversed: bool,
}

impl View {
    /// The places of the pairs that are shown, in order: pairs first, then texts without a counterpart.
    pub fn of(&self, pairs: &[JobPair]) -> Vec<usize> {
        let words: Vec<String> = self
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let mut shown: Vec<usize> = pairs
            .iter()
            .enumerate()
            .filter(|(_, pair)| self.has_state(pair) && holds(pair, &words))
            .map(|(at, _)| at)
            .collect();
        shown.sort_by(|&a, &b| match (pairs.get(a), pairs.get(b)) {
            (Some(one), Some(two)) => {
                let alone = one.is_pair().cmp(&two.is_pair()).reverse();
                let order = || {
                    if !self.reversed {
                        compare(self.order, one, two)
                    } else {
                        compare(self.order, two, one)
                    }
                };
                alone.then_with(order).then(a.cmp(&b))
            }
            _ => a.cmp(&b),
        });
        shown
    }

    fn has_state(&self, pair: &JobPair) -> bool {
        self.states.is_empty() || pair.is_pair() && self.states.contains(&pair.state)
    }
}

/// The next of `shown` after (or before) the pair at `from` that has rows left to look at, around the end; parked ones
/// are passed over.
pub fn next_with_rows_left(
    pairs: &[JobPair],
    shown: &[usize],
    from: Option<usize>,
    forward: bool,
) -> Option<usize> {
    let here = from.and_then(|from| shown.iter().position(|&at| at == from));
    let count = shown.len();
    let steps = 1..=count;
    let place = |step: usize| match (here, forward) {
        (Some(here), true) => (here + step) % count,
        (Some(here), false) => (here + count - step) % count,
        (None, true) => step - 1,
        (None, false) => count - step,
    };
    let mut places = steps.filter_map(|step| shown.get(place(step)).copied());
    places.find(|&at| {
        pairs.get(at).is_some_and(|pair| {
            // Of one that is not paired yet nobody knows.
            let is_new = pair.is_pair() && pair.failure.is_none();
            let figures = pair.figures.as_ref();
            figures.map_or(is_new, |figures| figures.left > 0)
                && !matches!(pair.state, PairState::Done | PairState::Parked)
        })
    })
}

fn holds(pair: &JobPair, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = String::new();
    if let Some(figures) = &pair.figures {
        text.push_str(&figures.en_title);
        text.push('\n');
        text.push_str(&figures.ko_title);
    }
    for path in [&pair.en, &pair.ko].into_iter().flatten() {
        text.push('\n');
        text.push_str(&path.to_string_lossy());
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

fn compare(order: PairOrder, a: &JobPair, b: &JobPair) -> std::cmp::Ordering {
    let figure = |of: fn(&Figures) -> f64| {
        let value = |pair: &JobPair| pair.figures.as_ref().map(of);
        match (value(a), value(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            // What is not paired yet comes last, whichever way.
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    };
    let title = |pair: &JobPair| {
        let title = pair
            .figures
            .as_ref()
            .map(|figures| figures.en_title.to_lowercase());
        title.unwrap_or_default()
    };
    match order {
        PairOrder::Number => a.id.cmp(&b.id),
        PairOrder::Title => title(a).cmp(&title(b)),
        PairOrder::Sentences => figure(|figures| -((figures.en + figures.ko) as f64)),
        PairOrder::State => a.state.cmp(&b.state),
        PairOrder::Left => figure(|figures| -(figures.left as f64)),
        PairOrder::Findings => figure(|figures| -(figures.findings as f64)),
        PairOrder::Score => a.score.unwrap_or(1.0).total_cmp(&b.score.unwrap_or(1.0)),
        PairOrder::Paired => figure(|figures| figures.paired),
        PairOrder::Accepted => {
            figure(|figures| figures.accepted as f64 / figures.rows.max(1) as f64)
        }
        PairOrder::Changed => b.at.cmp(&a.at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(id: u64, title: &str, left: usize, state: PairState) -> JobPair {
        JobPair {
            id,
            en: Some(format!("{id}.en.txt").into()),
            ko: Some(format!("{id}.ko.txt").into()),
            state,
            figures: Some(Figures {
                en_title: title.to_owned(),
                ko_title: "여객선".to_owned(),
                left,
                ..Figures::default()
            }),
            ..JobPair::default()
        }
    }

    fn job() -> Vec<JobPair> {
        let mut alone = pair(5, "", 0, PairState::New);
        (alone.ko, alone.figures) = (None, None);
        vec![
            alone,
            pair(1, "Ferry runs aground", 4, PairState::New),
            pair(2, "Rates stay", 9, PairState::Done),
            pair(3, "A ferry again", 0, PairState::InWork),
            pair(4, "The library", 2, PairState::Parked),
        ]
    }

    #[test]
    fn pairs_are_found_by_title_name_and_state_in_the_order_asked_for() {
        let pairs = job();
        let shown = |search: &str, states: &[PairState], order| {
            let view = View {
                reversed: false,
                search: search.to_owned(),
                states: states.to_vec(),
                order,
            };
            let shown = view.of(&pairs).into_iter();
            shown.map(|at| pairs[at].id).collect::<Vec<_>>()
        };
        assert_eq!(shown("", &[], PairOrder::Number), [1, 2, 3, 4, 5]);
        assert_eq!(shown("", &[], PairOrder::Left), [2, 1, 4, 3, 5]);
        assert_eq!(shown("", &[], PairOrder::Title), [3, 1, 2, 4, 5]);
        assert_eq!(shown("FERRY 여객", &[], PairOrder::Number), [1, 3]);
        assert_eq!(shown("4.ko", &[], PairOrder::Number), [4]);
        assert_eq!(shown("", &[PairState::New], PairOrder::Number), [1]);
    }

    #[test]
    fn the_next_pair_with_rows_left_is_found_around_the_end() {
        let pairs = job();
        let shown = View::default().of(&pairs);
        let next = |from, forward| next_with_rows_left(&pairs, &shown, from, forward);
        assert_eq!(next(None, true), Some(1));
        assert_eq!(next(Some(3), true), Some(1));
        assert_eq!(next(Some(3), false), Some(1));
        assert_eq!(next_with_rows_left(&pairs, &[2, 3, 4], Some(2), true), None);
        assert_eq!(next_with_rows_left(&pairs, &[], None, true), None);
    }
}

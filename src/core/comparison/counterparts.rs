//! Which sentence of the one work is which of the other.

use super::say_the_same;
use crate::article::{Lang, PerLang, one_line};
use crate::bitext::{Bitext, RowIndex, RowRange, SegmentId, Side};
use crate::segment::Segment;
use std::collections::{BTreeSet, HashMap};

/// Places of the sentences of both works that are the same, or overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Counterparts {
    /// By language, whether both works are of the same text.
    is_same_text: PerLang<bool>,
    /// By language, places in the one and in the other.
    links: PerLang<Vec<(usize, usize)>>,
}

impl Counterparts {
    pub(super) fn of(mine: &Bitext, theirs: &Bitext) -> Counterparts {
        let mut counterparts = Counterparts::default();
        for lang in Lang::BOTH {
            let (one, other) = (mine.side(lang), theirs.side(lang));
            let is_same = one.article.text == other.article.text;
            counterparts.is_same_text[lang] = is_same;
            counterparts.links[lang] = if is_same {
                by_place(&one.segments, &other.segments)
            } else {
                by_text(one, other)
            };
        }
        if counterparts.is_same_text != PerLang([true; 2]) {
            counterparts.add_rewritten(mine, theirs);
        }
        counterparts
    }

    pub(super) fn links(&self, lang: Lang) -> &[(usize, usize)] {
        &self.links[lang]
    }

    pub(super) fn is_same_text(&self, lang: Lang) -> bool {
        self.is_same_text[lang]
    }

    /// The place in the one of a sentence that has exactly one counterpart, which has no other.
    fn only(&self, lang: Lang, theirs: usize) -> Option<usize> {
        let links = self.links(lang);
        let mut of = links.iter().filter(|(_, other)| *other == theirs);
        let (mine, _) = of.next()?;
        let is_only =
            of.next().is_none() && links.iter().filter(|(one, _)| one == mine).count() == 1;
        is_only.then_some(*mine)
    }

    /// What the one's text calls a sentence of the other.
    pub(super) fn id(
        &self,
        mine: &Bitext,
        theirs: &Bitext,
        lang: Lang,
        id: SegmentId,
    ) -> Option<SegmentId> {
        if self.is_same_text(lang) {
            return Some(id);
        }
        let place = theirs.side(lang).position(id)?;
        let own = mine.side(lang).segments.get(self.only(lang, place)?)?;
        Some(own.id())
    }

    /// A sentence of the other as it would stand in the one's text.
    pub(super) fn segment(
        &self,
        mine: &Bitext,
        theirs: &Bitext,
        lang: Lang,
        id: SegmentId,
    ) -> Option<Segment> {
        let (one, other) = (mine.side(lang), theirs.side(lang));
        let theirs = other.segment(id)?;
        if self.is_same_text(lang) {
            return Some(theirs.clone());
        }
        let own = one.segments.get(self.only(lang, other.position(id)?)?)?;
        if say_the_same(one, own, other, theirs) {
            return Some(own.clone());
        }
        let text = one_line(&other.text_of(theirs)).into_owned();
        let original = one.article.line(&own.span);
        Some(Segment {
            edited: Some(text).filter(|text| *text != original && !text.is_empty()),
            ..own.clone()
        })
    }

    /// Sentences that were written anew are found by their rows: by the counterparts they have, and by their neighbours.
    fn add_rewritten(&mut self, mine: &Bitext, theirs: &Bitext) {
        let linked = self.linked_rows(mine, theirs);
        let back = turned(&linked);
        for (row, others) in &linked {
            if let Some(&other) = others.iter().next().filter(|_| others.len() == 1)
                && back.get(&other).is_some_and(|rows| rows.len() == 1)
            {
                self.link_rest(mine, theirs, *row, other);
            }
        }
        let mut row = RowIndex(0);
        while row < mine.beads.end() {
            if linked.contains_key(&row) {
                row = row.below();
                continue;
            }
            let rest = (row..mine.beads.end()).each();
            let run = rest.take_while(|row| !linked.contains_key(row)).count();
            let first = match row.above() {
                None => Some(RowIndex(0)),
                Some(above) => linked
                    .get(&above)
                    .and_then(|others| others.iter().next_back())
                    .map(|other| other.below()),
            };
            if let Some(first) = first {
                let rest = (first..theirs.beads.end()).each();
                if rest.take_while(|other| !back.contains_key(other)).count() == run {
                    for step in 0..run {
                        self.link_rest(mine, theirs, row + step, first + step);
                    }
                }
            }
            row = row + run;
        }
    }

    /// The rows of the other that hold counterparts, by row of the one.
    fn linked_rows(&self, mine: &Bitext, theirs: &Bitext) -> HashMap<RowIndex, BTreeSet<RowIndex>> {
        let mut linked: HashMap<RowIndex, BTreeSet<RowIndex>> = HashMap::new();
        for lang in Lang::BOTH {
            let (one, other) = (rows_of(mine, lang), rows_of(theirs, lang));
            for (a, b) in self.links(lang) {
                if let (Some(&a), Some(&b)) = (one.get(a), other.get(b)) {
                    linked.entry(a).or_default().insert(b);
                }
            }
        }
        linked
    }

    /// Takes the sentences of two rows that have no counterpart yet for each other's.
    fn link_rest(&mut self, mine: &Bitext, theirs: &Bitext, row: RowIndex, other: RowIndex) {
        for lang in Lang::BOTH {
            let places = |bitext: &Bitext, row: RowIndex| -> Vec<usize> {
                let ids = bitext.beads.get(row).map(|bead| bead.ids(lang));
                let ids = ids.unwrap_or_default().iter();
                ids.filter_map(|&id| bitext.side(lang).position(id))
                    .collect()
            };
            let links = &mut self.links[lang];
            let mut own = places(mine, row);
            own.retain(|place| !links.iter().any(|(one, _)| one == place));
            let mut rest = places(theirs, other);
            rest.retain(|place| !links.iter().any(|(_, other)| other == place));
            if own.len() == rest.len() {
                links.extend(own.into_iter().zip(rest))
            } else {
                let all = own
                    .iter()
                    .flat_map(|&one| rest.iter().map(move |&other| (one, other)));
                links.extend(all);
            }
        }
    }
}

fn turned(linked: &HashMap<RowIndex, BTreeSet<RowIndex>>) -> HashMap<RowIndex, BTreeSet<RowIndex>> {
    let mut back: HashMap<RowIndex, BTreeSet<RowIndex>> = HashMap::new();
    for (row, others) in linked {
        for other in others {
            back.entry(*other).or_default().insert(*row);
        }
    }
    back
}

/// The row that holds the sentence at each place.
pub(super) fn rows_of(bitext: &Bitext, lang: Lang) -> HashMap<usize, RowIndex> {
    let side = bitext.side(lang);
    let rows = bitext.beads.numbered();
    let ids = rows.flat_map(|(row, bead)| bead.ids(lang).iter().map(move |id| (*id, row)));
    ids.filter_map(|(id, row)| Some((side.position(id)?, row)))
        .collect()
}

/// Sentences of one text, cut by two people: those that share a byte, one of their list markers included, for that may be
/// a sentence in the other.
fn by_place(one: &[Segment], other: &[Segment]) -> Vec<(usize, usize)> {
    let mut links = Vec::new();
    let (mut a, mut b) = (0, 0);
    while let (Some(mine), Some(theirs)) = (one.get(a), other.get(b)) {
        if mine.start() < theirs.span.end && theirs.start() < mine.span.end {
            links.push((a, b));
        }
        if mine.span.end <= theirs.span.end {
            a += 1
        } else {
            b += 1
        }
    }
    links
}

/// Sentences that say the same and are as many in both.
fn by_text(one: &Side, other: &Side) -> Vec<(usize, usize)> {
    let mut found: HashMap<String, [Vec<usize>; 2]> = HashMap::new();
    for (at, side) in [one, other].into_iter().enumerate() {
        for (place, segment) in side.segments.iter().enumerate() {
            let text = side.text_of(segment);
            let words: Vec<&str> = text.split_whitespace().collect();
            found.entry(words.join(" ")).or_default()[at].push(place);
        }
    }
    let alike = found.into_values().filter(|[a, b]| a.len() == b.len());
    let mut links: Vec<(usize, usize)> = alike.flat_map(|[a, b]| a.into_iter().zip(b)).collect();
    links.sort_unstable();
    links
}

#[cfg(test)]
mod tests {
    use super::by_place;
    use crate::segment::{Rule, Segment};

    #[test]
    fn a_list_mark_that_is_a_sentence_in_the_other_belongs_to_the_same_rows() {
        let sentence = |span| Segment::new(span, Rule::BlockStart);
        let marked = Segment {
            marker: Some(2..5),
            ..sentence(6..32)
        };
        let cut = [sentence(2..5), sentence(6..32)];
        let marked = [marked];
        assert_eq!(by_place(&cut, &marked), [(0, 0), (1, 0)]);
        assert_eq!(by_place(&marked, &cut), [(0, 0), (0, 1)]);
        assert_eq!(by_place(&marked, &marked), [(0, 0)]);
    }
}

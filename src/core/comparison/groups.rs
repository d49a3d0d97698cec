//! The rows of two works that hold the same sentences, and in what they differ.

use super::counterparts::{Counterparts, rows_of};
use super::{Differences, Group, say_the_same};
use crate::article::Lang;
use crate::bitext::{Bitext, RowIndex};
use std::collections::{BTreeMap, HashMap};

/// All groups, the same ones too: in the order of the one's rows, what only the other has after what stands before it there.
pub(super) fn of(mine: &Bitext, theirs: &Bitext, counterparts: &Counterparts) -> Vec<Group> {
    let own = mine.beads.len();
    let mut heads: Vec<usize> = (0..own + theirs.beads.len()).collect();
    for lang in Lang::BOTH {
        let (one, other) = (rows_of(mine, lang), rows_of(theirs, lang));
        for (a, b) in counterparts.links(lang) {
            if let (Some(&a), Some(&b)) = (one.get(a), other.get(b)) {
                join(&mut heads, a.0, own + b.0);
            }
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for row in 0..heads.len() {
        let head = find(&mut heads, row);
        let group = groups.entry(head).or_insert_with(|| Group {
            mine: Vec::new(),
            theirs: Vec::new(),
            differences: Differences::default(),
        });
        if row < own {
            group.mine.push(RowIndex(row))
        } else {
            group.theirs.push(RowIndex(row - own))
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    let places: Vec<Places> = Lang::BOTH.map(|lang| Places::of(counterparts, lang)).into();
    for group in &mut groups {
        group.differences = differences(mine, theirs, group, &places);
    }
    let mut of_theirs: Vec<Option<RowIndex>> = vec![None; theirs.beads.len()];
    for group in &groups {
        for &row in &group.theirs {
            if let Some(place) = of_theirs.get_mut(row.0) {
                *place = group.mine.first().copied();
            }
        }
    }
    let above = |row: RowIndex| {
        let before = of_theirs.get(..row.0).unwrap_or_default();
        before.iter().rev().find_map(|place| *place)
    };
    groups.sort_by_key(|group| match (group.mine.first(), group.theirs.first()) {
        (Some(&row), _) => (Some(row), false, RowIndex(0)),
        (None, Some(&row)) => (above(row), true, row),
        (None, None) => (None, true, RowIndex(0)),
    });
    groups
}

/// The links of one language by place.
struct Places<'a> {
    lang: Lang,
    counterparts: &'a Counterparts,
    of_mine: HashMap<usize, Vec<usize>>,
    of_theirs: HashMap<usize, Vec<usize>>,
}

impl<'a> Places<'a> {
    fn of(counterparts: &'a Counterparts, lang: Lang) -> Places<'a> {
        let (mut of_mine, mut of_theirs) = (HashMap::new(), HashMap::new());
        for &(one, other) in counterparts.links(lang) {
            of_mine.entry(one).or_insert_with(Vec::new).push(other);
            of_theirs.entry(other).or_insert_with(Vec::new).push(one);
        }
        Places {
            lang,
            counterparts,
            of_mine,
            of_theirs,
        }
    }
}

fn differences(mine: &Bitext, theirs: &Bitext, group: &Group, places: &[Places]) -> Differences {
    let mut differences = Differences::default();
    for side in places {
        let lang = side.lang;
        let (one, other) = (mine.side(lang), theirs.side(lang));
        let all = |bitext: &Bitext, rows: &[RowIndex]| -> Vec<usize> {
            let beads = rows.iter().filter_map(|&row| bitext.beads.get(row));
            let ids = beads.flat_map(|bead| bead.ids(lang));
            ids.filter_map(|&id| bitext.side(lang).position(id))
                .collect()
        };
        for place in all(mine, &group.mine) {
            match side.of_mine.get(&place).map(Vec::as_slice) {
                None | Some([]) => differences.pairing = true,
                Some([only]) if side.of_theirs.get(only).is_some_and(|of| of.len() == 1) => {
                    let both = one.segments.get(place).zip(other.segments.get(*only));
                    let Some((a, b)) = both else { continue };
                    differences.text |= !say_the_same(one, a, other, b)
                        && (a.span == b.span || !side.counterparts.is_same_text(lang));
                    differences.cutting |= side.counterparts.is_same_text(lang) && a.span != b.span;
                }
                Some(_) => differences.cutting = true,
            }
        }
        for place in all(theirs, &group.theirs) {
            match side.of_theirs.get(&place).map_or(0, Vec::len) {
                0 => differences.pairing = true,
                1 => {}
                _ => differences.cutting = true,
            }
        }
    }
    match (&group.mine[..], &group.theirs[..]) {
        ([one], [other]) => {
            if let (Some(a), Some(b)) = (mine.beads.get(*one), theirs.beads.get(*other)) {
                differences.state = a.state != b.state;
                differences.verdict = a.verdict != b.verdict;
                differences.note = a.note.trim() != b.note.trim();
            }
        }
        _ => differences.pairing = true,
    }
    differences
}

fn find(heads: &mut [usize], row: usize) -> usize {
    let mut head = row;
    while let Some(&above) = heads.get(head).filter(|above| **above != head) {
        head = above;
    }
    let mut at = row;
    while let Some(above) = heads.get_mut(at).filter(|above| **above != head) {
        at = std::mem::replace(above, head);
    }
    head
}

/// The lower row stands for both.
fn join(heads: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(heads, a), find(heads, b));
    if let Some(head) = heads.get_mut(a.max(b)) {
        *head = a.min(b);
    }
}

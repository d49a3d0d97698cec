//! Operations on sentences: where they start and end, and what they say.

use super::Refusal;
use crate::article::{Block, Lang, one_line};
use crate::bitext::rows::BeadRows;
use crate::bitext::{Bead, Bitext, Change, Edit, SegmentId};
use crate::segment::Segment;
use std::collections::HashSet;

/// Cuts a segment; `with` sentences of the other side that go with the second part its bead, too.
pub(super) fn split(
    bitext: &Bitext,
    lang: Lang,
    id: SegmentId,
    at: usize,
    with: Option<&[SegmentId]>,
) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let position = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let segment = &side.segments[position];
    if segment.edited.is_some() {
        return Err(Refusal::Edited);
    }
    let (first, second) = segment
        .cut(&side.article.text, at)
        .ok_or(Refusal::NoCutThere)?;
    let row = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    let mut rows = BeadRows::take(bitext, row.alone());
    let bead = &mut rows.beads[0];
    bead.ids_mut(lang).push(second.id());
    bead.ids_mut(lang).sort_unstable();
    match with {
        None => bead.become_unreviewed(),
        Some(with) => {
            let begins = bead.ids(lang).partition_point(|&id| id < second.id());
            let goes = |id: &SegmentId| with.contains(id);
            let (there, here) = bead.ids(lang.other()).iter().partition(|id| goes(id));
            let mut rest = Bead::default();
            *rest.ids_mut(lang) = bead.ids_mut(lang).split_off(begins);
            *rest.ids_mut(lang.other()) = there;
            *bead.ids_mut(lang.other()) = here;
            bead.become_made();
            rest.become_made();
            rows.beads.push(rest);
        }
    }
    let mut edit = rows.edit();
    edit.changes.push(Change::Segments {
        lang,
        at: position,
        removed: vec![segment.clone()],
        inserted: vec![first, second],
    });
    Ok(edit)
}

pub(super) fn merge(bitext: &Bitext, lang: Lang, id: SegmentId) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let position = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let [first, second] = side
        .segments
        .get(position..position + 2)
        .ok_or(Refusal::NothingToMerge)?
    else {
        return Err(Refusal::NothingToMerge);
    };
    let between = first.span.end..second.span.start;
    let excluded = |block: &Block| {
        block.excluded.is_some() && block.span.start < between.end && block.span.end > between.start
    };
    if side.article.blocks.iter().any(excluded) {
        return Err(Refusal::ExcludedBetween);
    }
    let edited = (first.edited.is_some() || second.edited.is_some())
        .then(|| format!("{} {}", side.text_of(first), side.text_of(second)));
    let mut merged = first.clone();
    merged.join(second.clone());
    merged.edited = edited;
    let here = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    let there = bitext
        .row_of(lang, second.id())
        .ok_or(Refusal::NoSuchSegment)?;
    let start = here.min(there);
    let mut rows = BeadRows::take(bitext, start..here.max(there).below());
    rows.beads[there - start]
        .ids_mut(lang)
        .retain(|&other| other != second.id());
    if here == there {
        rows.beads[0].become_unreviewed();
    } else {
        rows.beads[here - start].become_remainder();
        rows.beads[there - start].become_remainder();
        rows.hand_on_remarks(there - start, here - start);
    }
    let mut edit = rows.edit();
    edit.changes.push(Change::Segments {
        lang,
        at: position,
        removed: vec![first.clone(), second.clone()],
        inserted: vec![merged],
    });
    Ok(edit)
}

pub(super) fn set_text(
    bitext: &Bitext,
    lang: Lang,
    id: SegmentId,
    text: Option<String>,
) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let at = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let before = &side.segments[at];
    let line = side.article.line(&before.span);
    // Where white space counts, a text without what is too much of it is another.
    let original = side.exact_text_of(before).unwrap_or(&line);
    let edited = text
        .map(|text| one_line(&text).into_owned())
        .filter(|text| *text != original && !text.is_empty());
    if edited == before.edited {
        return Err(Refusal::NoChange);
    }
    let after = Segment {
        edited,
        ..before.clone()
    };
    let change = Change::Segments {
        lang,
        at,
        removed: vec![before.clone()],
        inserted: vec![after],
    };
    Ok(Edit {
        changes: vec![change],
    })
}

pub(super) fn set_texts(
    bitext: &Bitext,
    texts: Vec<(Lang, SegmentId, String)>,
) -> Result<Edit, Refusal> {
    let mut changes = Vec::with_capacity(texts.len());
    let mut seen = HashSet::with_capacity(texts.len());
    for (lang, id, text) in texts {
        // A sentence can say only one thing: the first counts.
        if !seen.insert((lang, id)) {
            continue;
        }
        match set_text(bitext, lang, id, Some(text)) {
            Ok(edit) => changes.extend(edit.changes),
            Err(Refusal::NoChange) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(Edit { changes })
}

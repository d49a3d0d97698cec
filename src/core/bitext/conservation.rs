//! The first invariant: no character of the inputs is ever lost.

use super::{Bitext, Side};
use crate::article::{Lang, Span};
use crate::segment::Segment;
use std::collections::HashSet;
use std::fmt;

/// Where every non-white-space character of both articles went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conservation {
    /// The English text.
    pub en: SideCount,
    /// The Korean text.
    pub ko: SideCount,
}

/// Characters that are not white space, counted by where they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideCount {
    /// All characters of the text.
    pub total: usize,
    /// Characters of sentences.
    pub in_segments: usize,
    /// How many sentences there are.
    pub segments: usize,
    /// Characters of list marks and the like.
    pub in_markers: usize,
    /// How many list marks there are.
    pub markers: usize,
    /// Datelines, credits and bylines inside paragraphs.
    pub in_inline: usize,
    /// How many of them there are.
    pub inline: usize,
    /// Characters of excluded blocks.
    pub in_excluded: usize,
    /// How many excluded blocks there are.
    pub excluded: usize,
}

impl SideCount {
    /// The characters whose place is known: all of them, if nothing was lost.
    pub fn accounted(&self) -> usize {
        self.in_segments + self.in_markers + self.in_inline + self.in_excluded
    }
}

impl fmt::Display for SideCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {} characters: {} in {} segments",
            grouped(self.accounted()),
            grouped(self.total),
            grouped(self.in_segments),
            grouped(self.segments),
        )?;
        if self.markers > 0 {
            write!(
                f,
                ", {} in {} list markers",
                grouped(self.in_markers),
                grouped(self.markers)
            )?;
        }
        if self.inline > 0 {
            write!(
                f,
                ", {} in {} inline marks",
                grouped(self.in_inline),
                grouped(self.inline)
            )?;
        }
        write!(
            f,
            ", {} in {} excluded blocks",
            grouped(self.in_excluded),
            grouped(self.excluded)
        )
    }
}

impl fmt::Display for Conservation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EN {}\nKO {}", self.en, self.ko)
    }
}

/// `1234567` as `1,234,567`.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Bitext {
    /// Proves that nothing was lost, or says the first thing that is wrong: every character that is not white
    /// space is in exactly one segment, list marker or excluded block; every segment is in exactly one bead;
    /// rows with an English side are in English order.
    ///
    /// # Errors
    /// One sentence that names the side and the place.
    pub fn check(&self) -> Result<Conservation, String> {
        let count = Conservation {
            en: count(&self.en, Lang::En)?,
            ko: count(&self.ko, Lang::Ko)?,
        };
        for lang in Lang::BOTH {
            self.check_partition(lang)?;
        }
        let mut last = None;
        for (row, bead) in self.beads.numbered() {
            if let Some(&first) = bead.en.first() {
                if last.is_some_and(|last| last >= first) {
                    return Err(format!("row {} is out of English order", row.number()));
                }
                last = Some(first);
            }
        }
        Ok(count)
    }

    fn check_partition(&self, lang: Lang) -> Result<(), String> {
        let side = self.side(lang);
        let mut seen = HashSet::with_capacity(side.segments.len());
        for (row, bead) in self.beads.numbered() {
            if bead.is_empty() {
                return Err(format!("row {} is empty", row.number()));
            }
            if !bead.ids(lang).is_sorted_by(|a, b| a < b) {
                return Err(format!(
                    "row {}: the {lang} segments are not in text order",
                    row.number()
                ));
            }
            for &id in bead.ids(lang) {
                if side.position(id).is_none() {
                    return Err(format!(
                        "row {}: {lang} has no segment at byte {id}",
                        row.number()
                    ));
                }
                if !seen.insert(id) {
                    return Err(format!("the {lang} segment at byte {id} is in two rows"));
                }
            }
        }
        match side
            .segments
            .iter()
            .find(|segment| !seen.contains(&segment.id()))
        {
            Some(lost) => Err(format!(
                "the {lang} segment at byte {} is in no row",
                lost.span.start
            )),
            None => Ok(()),
        }
    }
}

fn count(side: &Side, lang: Lang) -> Result<SideCount, String> {
    let text = &side.article.text;
    let visible = |span: Span| match text.get(span.clone()) {
        Some(text) => Ok(text.chars().filter(|c| !c.is_whitespace()).count()),
        None => Err(format!("{lang}: {span:?} is no range of the text")),
    };
    let mut count = SideCount {
        total: visible(0..text.len())?,
        ..SideCount::default()
    };
    let in_order = |a: &Segment, b: &Segment| a.span.start < b.span.start;
    if !side.segments.is_sorted_by(in_order) {
        return Err(format!("the {lang} segments are not in text order"));
    }
    let mut spans = Vec::with_capacity(side.segments.len() + side.article.blocks.len());
    for segment in &side.segments {
        if let Some(marker) = &segment.marker {
            count.markers += 1;
            count.in_markers += visible(marker.clone())?;
            spans.push(marker.clone());
        }
        count.segments += 1;
        count.in_segments += visible(segment.span.clone())?;
        spans.push(segment.span.clone());
    }
    for block in &side.article.blocks {
        let Some(why) = &block.excluded else { continue };
        let visible = visible(block.span.clone())?;
        if why.is_inline() {
            count.inline += 1;
            count.in_inline += visible;
        } else {
            count.excluded += 1;
            count.in_excluded += visible;
        }
        spans.push(block.span.clone());
    }
    spans.sort_by_key(|span| span.start);
    let mut end = 0;
    for span in spans.iter().chain([&(text.len()..text.len())]) {
        if span.start < end {
            return Err(format!("{lang}: byte {} is in two places", span.start));
        }
        if visible(end..span.start)? > 0 {
            return Err(format!(
                "{lang}: the text at bytes {end} to {} is in no segment",
                span.start
            ));
        }
        end = span.end;
    }
    debug_assert_eq!(count.accounted(), count.total);
    Ok(count)
}

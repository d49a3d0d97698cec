//! Paragraphs whose lines were broken at a column, as in e-mails, speeches and old text files.

use super::line::{Line, display_width, ends_sentence};
use crate::article::{Span, is_hangul};

/// Columns at which people and programs break lines.
const WRAP_COLUMNS: std::ops::RangeInclusive<usize> = 50..=110;
/// Fewer breaks prove nothing.
const MIN_BREAKS: usize = 3;

/// Groups of lines that are one paragraph, as ranges of indices in order. Only where the whole text was broken
/// at one column: nearly every break stands where the next word would not have fitted. Verse, lists and
/// one-sentence lines have room left and stay as they are.
pub(super) fn wrapped(lines: &[Line]) -> Vec<std::ops::Range<usize>> {
    let single = |at| at..at + 1;
    let Some(column) = wrap_column(lines) else {
        return (0..lines.len()).map(single).collect();
    };
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..lines.len() {
        match groups.last_mut() {
            Some(group)
                if at > 0
                    && may_join(&lines[at - 1], &lines[at])
                    && full(&lines[at - 1], &lines[at], column) =>
            {
                group.end = at + 1;
            }
            _ => groups.push(single(at)),
        }
    }
    groups
}

/// Tells the lines of paragraphs that were broken at a column, as long as it is not known what is furniture: among
/// menus and lists fewer breaks stand at the column.
pub(super) fn mark(lines: &mut [Line]) {
    let Some(column) = column(lines, 5, 4) else {
        return;
    };
    for at in 1..lines.len() {
        let (line, next) = (&lines[at - 1], &lines[at]);
        let sentence = line.text.contains(char::is_lowercase) || line.text.contains(is_hangul);
        if may_join(line, next) && full(line, next, column) && sentence {
            lines[at - 1].wrapped = true;
            lines[at].wrapped = true;
            lines[at].continues = true;
        }
    }
}

/// The bytes of a group.
pub(super) fn span(lines: &[Line]) -> Option<Span> {
    Some(lines.first()?.span.start..lines.last()?.span.end)
}

fn wrap_column(lines: &[Line]) -> Option<usize> {
    column(lines, MIN_BREAKS, 8)
}

/// The column at which so many breaks within sentences, and so many breaks in ten, stand.
fn column(lines: &[Line], min_breaks: usize, in_ten: usize) -> Option<usize> {
    let kept = || lines.iter().filter(|line| !line.out());
    let column = kept()
        .filter(|line| line.text.contains(' '))
        .map(|line| line.width)
        .max()?;
    if !WRAP_COLUMNS.contains(&column) {
        return None;
    }
    let (mut breaks, mut at_column, mut inside_sentences) = (0, 0, 0);
    for pair in lines.windows(2).filter(|pair| may_join(&pair[0], &pair[1])) {
        breaks += 1;
        let is_full = full(&pair[0], &pair[1], column);
        at_column += usize::from(is_full);
        inside_sentences += usize::from(is_full && !ends_sentence(&pair[0].text));
    }
    (inside_sentences >= min_breaks && at_column * 10 >= breaks * in_ten).then_some(column)
}

fn may_join(line: &Line, next: &Line) -> bool {
    !line.out() && !next.out() && !next.blank_before && !next.has_bullet()
}

/// Whether the next line's first word would not have fitted, give or take a hanging stop.
fn full(line: &Line, next: &Line, column: usize) -> bool {
    let word = next.text.split(' ').next().map_or(0, display_width);
    line.width + 1 + word + 1 > column
}

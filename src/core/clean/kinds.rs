//! What kept lines are: headings, captions, list items.

use super::line::{PageLine, is_closer};
use crate::article::BlockKind;

/// A heading is no wider.
const MAX_HEADING: usize = 120;

/// Sets the kind of kept lines where the page's markup gave none.
pub(super) fn set(lines: &mut [PageLine]) {
    for at in 0..lines.len() {
        if lines[at].out() || lines[at].kind != BlockKind::Body {
            continue;
        }
        let repeated = lines
            .get(at + 1)
            .is_some_and(|next| next.folded == lines[at].folded);
        lines[at].kind = kind(&lines[at], alone(lines, at), repeated);
    }
}

/// Neither the line above nor the line below runs on from here.
fn alone(lines: &[PageLine], at: usize) -> bool {
    let apart = |line: Option<&PageLine>| line.is_none_or(|line| line.out());
    let above = lines[at].blank_before || apart(at.checked_sub(1).and_then(|at| lines.get(at)));
    let below = lines
        .get(at + 1)
        .is_none_or(|next| next.blank_before || next.out());
    above && below
}

fn kind(line: &PageLine, alone: bool, repeated: bool) -> BlockKind {
    if line.has_bullet() && !line.text.starts_with(['◇', '◆', '■', '□', '●', '▣']) {
        BlockKind::ListItem
    } else if is_caption(&line.text) || (repeated && line.width >= 40) {
        BlockKind::Caption
    } else if alone
        && line.width <= MAX_HEADING
        && !line.ends_sentence()
        && !line.text.ends_with([':', ',', ';', '='])
    {
        BlockKind::Heading
    } else {
        BlockKind::Body
    }
}

/// Ends in a credit: `... on Wednesday. (Yonhap)`, `... 있다. 사진=임가온 기자`, `... / Photo by Im Ga-on`.
fn is_caption(text: &str) -> bool {
    let after_sentence = |mark: &str| {
        text.rfind(mark).is_some_and(|at| {
            let credit = &text[at..];
            let before = text[..at].trim_end();
            credit.chars().count() <= 40
                && before.trim_end_matches(is_closer).ends_with(['.', '다'])
                && !credit
                    .trim_end_matches(is_closer)
                    .ends_with(['.', '!', '?', '다'])
        })
    };
    [
        " (",
        " [",
        "/사진",
        " 사진",
        "/연합",
        "/뉴시스",
        " ⓒ",
        "ⓒ",
        " © ",
        " / Photo",
        " Photo by",
        " / Courtesy",
    ]
    .into_iter()
    .any(after_sentence)
}

//! What can be seen at a line and its neighbours, for [`super::score`] to weigh.

use super::line::{Line, Suspicion};
use super::score::Zone;
use crate::article::{BlockKind, Reason};

/// A sentence needs this many columns to count as one.
const SENTENCE: usize = 20;

/// How many short lines stand together here, up to eight, in eighths.
pub(super) fn run_of_short_lines(lines: &[Line], at: usize) -> f32 {
    const LONGEST: usize = 8;
    let short = |line: &&Line| line.width <= 40 && !line.ends_sentence() && !line.has_bullet();
    let above = lines[..at]
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(short)
        .count();
    let below = lines[at..].iter().take(LONGEST).take_while(short).count();
    if below == 0 {
        0.0
    } else {
        (above + below).min(LONGEST) as f32 / LONGEST as f32
    }
}

/// `Benefits and Services`: every word but the smallest begins with a capital.
pub(super) fn is_title_case(text: &str) -> bool {
    let mut words = 0;
    for word in text.split(' ') {
        let small = matches!(
            word,
            "a" | "an"
                | "and"
                | "the"
                | "of"
                | "in"
                | "on"
                | "for"
                | "to"
                | "&"
                | "by"
                | "with"
                | "at"
                | "from"
        );
        if !small && !word.starts_with(char::is_uppercase) {
            return false;
        }
        words += 1;
    }
    words >= 2
}

/// More than a label: a sentence, or the beginning of one that a list ends.
pub(super) fn is_sentence(line: &Line) -> bool {
    let asks_on = line.text.ends_with(':') && line.text.split(' ').count() >= 4;
    line.holds_sentence() || asks_on || (line.ends_sentence() && line.width >= SENTENCE)
}

/// A Korean sentence may do without its full stop: `먹은 개수는 2914개였음`, `응원해 주세요♥`.
pub(super) fn ends_like_korean(text: &str) -> bool {
    text.trim_end_matches(|c: char| !c.is_alphanumeric())
        .ends_with(['다', '요', '죠', '음', '임', '함', 'ㅋ', 'ㅎ', 'ㅠ'])
}

/// `ORBL -17.20 (-18.64%)`, `57°`: prices, scores, the weather.
pub(super) fn is_figures(line: &Line) -> bool {
    let words = || line.text.split(' ');
    let figures = words()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .count();
    line.width <= 40 && figures * 2 >= words().count() && line.kind != BlockKind::Cell
}

/// `새우젓 1큰술`, `2 cups flour`: what a recipe asks for.
pub(super) fn is_quantity(line: &Line) -> bool {
    const UNITS: [&str; 34] = [
        "g",
        "kg",
        "mg",
        "ml",
        "l",
        "oz",
        "lb",
        "lbs",
        "cup",
        "cups",
        "tbsp",
        "tsp",
        "tablespoon",
        "tablespoons",
        "teaspoon",
        "teaspoons",
        "clove",
        "cloves",
        "can",
        "cans",
        "pinch",
        "slices",
        "ounces",
        "pounds",
        "큰술",
        "작은술",
        "스푼",
        "컵",
        "줌",
        "꼬집",
        "쪽",
        "숟갈",
        "공기",
        "대",
    ];
    let mut after_number = false;
    line.width <= 40
        && line.folded.split(' ').any(|word| {
            let unit = word.trim_start_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '/' | '.' | '½' | '¼')
            });
            let glued = unit.len() < word.len();
            let measured =
                (glued || after_number) && UNITS.contains(&unit.trim_end_matches([',', ')']));
            after_number = glued && unit.is_empty();
            measured
        })
}

/// A speaker, a note, a sign off: `[앵커]`, `($1 = 10.85 cedis)`.
pub(super) fn is_bracketed(text: &str) -> bool {
    text.starts_with(['[', '(', '<', '【']) && text.ends_with([']', ')', '>', '】'])
}

/// What the page's markup calls the line, and a bullet.
pub(super) fn markup(line: &Line) -> f32 {
    match line.kind {
        BlockKind::Heading | BlockKind::Caption | BlockKind::Quote | BlockKind::Footnote => -0.8,
        BlockKind::Cell => -0.5,
        BlockKind::ListItem => -0.3,
        BlockKind::Body if line.has_bullet() => -0.3,
        BlockKind::Body => 0.0,
    }
}

pub(super) fn is_text(lines: &[Line], at: Option<usize>) -> bool {
    at.and_then(|at| lines.get(at)).is_some_and(|line| {
        !line.out()
            && line.suspicion == Suspicion::None
            && (line.ends_sentence() || line.is_unpunctuated())
    })
}

/// A short line directly above a paragraph.
pub(super) fn heads_text(lines: &[Line], at: usize, zone: Zone) -> bool {
    let next = lines.get(at + 1);
    matches!(zone, Zone::Head | Zone::Inside | Zone::Foot)
        && !lines[at].ends_sentence()
        && lines[at].text.contains(char::is_alphabetic)
        && next.is_some_and(|next| {
            !next.out() && (next.ends_sentence() || next.holds_sentence() || next.has_bullet())
        })
}

/// Furniture directly above and below; what also stands within articles counts half.
pub(super) fn beside(lines: &[Line], at: usize) -> f32 {
    let weight = |line: Option<&Line>| -> f32 {
        let reason = line
            .and_then(|line| line.verdict)
            .map(|verdict| verdict.reason);
        match reason {
            None => 0.0,
            Some(
                Reason::Advertisement
                | Reason::Credit
                | Reason::SceneBreak
                | Reason::Repeat
                | Reason::Dateline,
            ) => 0.5,
            Some(_) => 1.0,
        }
    };
    let above = |back: usize| at.checked_sub(back).and_then(|at| lines.get(at));
    let below = |on: usize| lines.get(at + on);
    let near = weight(above(1)) + weight(below(1));
    let far = weight(above(1)).min(weight(above(2))) + weight(below(1)).min(weight(below(2)));
    near + 0.5 * far
}

/// Directly above a credit, or below the button that enlarges a picture.
pub(super) fn is_caption_place(lines: &[Line], at: usize) -> bool {
    let credit = lines
        .get(at + 1)
        .is_some_and(|line| line.out_for(Reason::Credit));
    let enlarges = |line: &Line| {
        line.out()
            && ["확대", "크게", "enlarge", "fullscreen", "image"]
                .iter()
                .any(|word| line.folded.contains(word))
    };
    credit || at.checked_sub(1).is_some_and(|at| enlarges(&lines[at]))
}

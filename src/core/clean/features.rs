//! What can be seen at a line and its neighbours, for [`super::score`] to weigh.

use super::line::{PageLine, Suspicion};
use super::page::Zone;
use super::voice;
use super::words::Item;
use crate::article::{BlockKind, Reason};

/// A sentence needs this many columns to count as one.
const SENTENCE: usize = 20;

/// How many short lines stand together here, up to eight, in eighths.
pub(super) fn run_of_short_lines(lines: &[PageLine], at: usize) -> f32 {
    const LONGEST: usize = 8;
    let short = |line: &&PageLine| line.width <= 40 && !line.ends_sentence() && !line.has_bullet();
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
pub(super) fn is_sentence(line: &PageLine) -> bool {
    let asks_on = line.text.ends_with(':') && line.text.split(' ').count() >= 4;
    line.holds_sentence() || asks_on || (line.ends_sentence() && line.width >= SENTENCE)
}

/// A Korean sentence may do without its full stop: `먹은 개수는 2914개였음`, `응원해 주세요♥`.
pub(super) fn ends_like_korean(text: &str) -> bool {
    text.trim_end_matches(|c: char| !c.is_alphanumeric())
        .ends_with(['다', '요', '죠', '음', '임', '함', 'ㅋ', 'ㅎ', 'ㅠ'])
}

/// A speaker, a note, a sign off: `[앵커]`, `($1 = 10.85 cedis)`.
pub(super) fn is_bracketed(text: &str) -> bool {
    text.starts_with(['[', '(', '<', '【']) && text.ends_with([']', ')', '>', '】'])
}

/// What the page's markup calls the line, and a bullet.
pub(super) fn markup(line: &PageLine) -> f32 {
    match line.kind {
        BlockKind::Heading | BlockKind::Caption | BlockKind::Quote | BlockKind::Footnote => -0.8,
        BlockKind::Cell => -0.5,
        BlockKind::ListItem => -0.3,
        BlockKind::Body if line.has_bullet() => -0.3,
        BlockKind::Body => 0.0,
    }
}

pub(super) fn is_text(lines: &[PageLine], at: Option<usize>) -> bool {
    at.and_then(|at| lines.get(at)).is_some_and(|line| {
        !line.out()
            && line.suspicion == Suspicion::None
            && (line.ends_sentence() || line.is_unpunctuated())
    })
}

/// A short line directly above a paragraph.
pub(super) fn heads_text(lines: &[PageLine], at: usize, zone: Zone) -> bool {
    let next = lines.get(at + 1);
    matches!(zone, Zone::Head | Zone::Inside | Zone::Foot)
        && !lines[at].ends_sentence()
        && lines[at].text.contains(char::is_alphabetic)
        && next.is_some_and(|next| {
            !next.out() && (next.ends_sentence() || next.holds_sentence() || next.has_bullet())
        })
}

/// Boilerplate directly above and below; what also stands within articles counts half.
pub(super) fn beside(lines: &[PageLine], at: usize) -> f32 {
    let weight = |line: Option<&PageLine>| -> f32 {
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
pub(super) fn is_caption_place(lines: &[PageLine], at: usize) -> bool {
    let credit = lines
        .get(at + 1)
        .is_some_and(|line| line.out_for(Reason::Credit));
    let enlarges = |line: &PageLine| {
        line.out()
            && ["확대", "크게", "enlarge", "fullscreen", "image"]
                .iter()
                .any(|word| line.folded.contains(word))
    };
    credit || at.checked_sub(1).is_some_and(|at| enlarges(&lines[at]))
}

/// Says what the reader may press, longer than a button: `Share this contribution`, `알림 신청`.
pub(super) fn is_offer(line: &PageLine) -> bool {
    const NOUNS: [&str; 30] = [
        "하기",
        "보기",
        "가기",
        "받기",
        "듣기",
        "쓰기",
        "열기",
        "닫기",
        "읽기",
        "찾기",
        "담기",
        "신청",
        "구독",
        "문의",
        "안내",
        "모집",
        "다운로드",
        "내려받기",
        "더보기",
        "로그인",
        "참여",
        "가입",
        "접수",
        "제보",
        "검색",
        "예약",
        "설정",
        "공유",
        "인쇄",
        "목록",
    ];
    if line.ends_sentence() || line.has_bullet() || line.width > 60 {
        return false;
    }
    let text = line
        .folded
        .split_once(" (")
        .map_or(line.folded.as_str(), |(text, _)| text);
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    voice::asks(text) || (line.width <= 40 && NOUNS.iter().any(|noun| text.ends_with(noun)))
}

/// `[포토] 우산이 모자라`, `[AD] ...`: a headline with what it heads.
pub(super) fn is_tagged(line: &PageLine) -> bool {
    let tagged = [('[', ']'), ('【', '】'), ('<', '>')]
        .iter()
        .any(|&(open, close)| {
            line.text
                .strip_prefix(open)
                .and_then(|rest| rest.split_once(close))
                .is_some_and(|(tag, rest)| tag.chars().count() <= 12 && !rest.trim().is_empty())
        });
    tagged && !line.ends_sentence() && line.width <= 100
}

/// How much of the block of lines that blank lines set apart is known to be boilerplate; 0 where the block holds text.
pub(super) fn boilerplate_in_block(lines: &[PageLine], at: usize) -> f32 {
    const LONGEST: usize = 12;
    let mut start = at;
    while start > 0 && at - start < LONGEST && !lines[start].blank_before {
        start -= 1;
    }
    let below = lines[at + 1..]
        .iter()
        .take(LONGEST)
        .take_while(|line| !line.blank_before);
    let others = lines[start..at].iter().chain(below);
    let (mut boilerplate, mut count) = (0, 0);
    for other in others {
        if !other.out() && other.is_paragraph() {
            return 0.0;
        }
        count += 1;
        let around_text = other.verdict.is_none_or(|verdict| {
            matches!(
                verdict.reason,
                Reason::Advertisement
                    | Reason::Credit
                    | Reason::Repeat
                    | Reason::Dateline
                    | Reason::SceneBreak
                    | Reason::Byline
                    | Reason::Date
            )
        });
        boilerplate += usize::from(other.out() && !around_text);
    }
    if boilerplate == 0 {
        0.0
    } else {
        (0.5 + boilerplate as f32 / count as f32).min(1.0)
    }
}

/// An item of a list that a sentence above it announces, `It is harvested for:`, with no blank line between.
pub(super) fn is_announced(lines: &[PageLine], at: usize) -> bool {
    const LONGEST: usize = 20;
    let mut above = at;
    while above > 0 && at - above < LONGEST && !lines[above].blank_before {
        above -= 1;
        let line = &lines[above];
        if line.text.ends_with(':') {
            return !line.out() && is_sentence(line);
        }
        if line.ends_sentence() || line.fixed.is_some() {
            return false;
        }
    }
    false
}

/// A line that the next one ends as a sentence, with no blank line between: `시장 안쪽에 간판도 없는 집인데`.
pub(super) fn goes_on(lines: &[PageLine], at: usize) -> bool {
    lines.get(at + 1).is_some_and(|next| {
        !lines[at].ends_sentence() && !next.blank_before && !next.out() && next.ends_sentence()
    })
}

/// Under `표 1. ...` or `Table 2`, before the next blank line.
pub(super) fn is_in_table(lines: &[PageLine], at: usize) -> bool {
    const LONGEST: usize = 20;
    let heads = |line: &PageLine| {
        ["표 ", "<표", "[표", "table "]
            .iter()
            .any(|word| line.folded.starts_with(word))
    };
    let mut start = at;
    while start > 0 && at - start < LONGEST && !lines[start].blank_before {
        start -= 1;
    }
    lines[start..at].iter().any(heads)
}

/// `로봇 청소기, 이번엔 계단 오른다 2025.04.21`: a title, and when it was published.
pub(super) fn is_dated_title(line: &PageLine) -> bool {
    line.cover.items.last() == Some(&Item::FullDate)
        && line.cover.unknown() >= 2
        && !line.ends_sentence()
        && line.kind != BlockKind::Cell
}

/// As the headline of another article is: no sentence, no quotation, no item of a list, no label.
pub(super) fn is_stray_title(line: &PageLine) -> bool {
    let text = line.text.as_str();
    (30..=110).contains(&line.width)
        && line.kind == BlockKind::Body
        && !line.ends_sentence()
        && !ends_like_korean(text)
        && !line.has_bullet()
        && text.starts_with(char::is_alphabetic)
        && !text.contains(['"', '“', '‘', ':', '→', '\t', '|', '='])
}

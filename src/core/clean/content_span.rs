//! How far the article reaches on its page: the stretch of lines with the most running text and the least boilerplate.

use super::line::{PageLine, Suspicion};
use super::vocabulary::Vocabulary;
use super::voice::Voice;
use crate::article::Reason;

/// A sentence has as many columns.
const SENTENCE: usize = 30;

/// After so many lines that close an article, only a paragraph that is full of its words belongs to it.
const MANY_CLOSERS: usize = 6;

/// The first paragraph and the last sentence, the words used between and how they speak.
pub(super) struct ContentSpan {
    pub first: usize,
    pub last: usize,
    pub vocabulary: Vocabulary,
    pub voice: Voice,
}

impl ContentSpan {
    /// `None` for a text without a single paragraph.
    pub(super) fn find(lines: &[PageLine]) -> Option<ContentSpan> {
        let paragraph = paragraphs(lines);
        let core = densest(lines, paragraph, |_| 1.0)?;
        let words = Vocabulary::of(lines[core].iter().filter(|line| paragraph(line)));
        // Once more with what the words say: a site's own sentences at either end share none with the article.
        let core = densest(lines, paragraph, |line| {
            let shared = words.shared(line, line.is_paragraph());
            if line.promotion >= 0.5 {
                0.2
            } else if shared.is_foreign() {
                0.5
            } else {
                1.0
            }
        })?;
        let vocabulary = Vocabulary::of(lines[core.clone()].iter().filter(|line| paragraph(line)));
        let voice = Voice::of(lines[core.clone()].iter().filter(|line| paragraph(line)));
        // A last paragraph below a long list of links, and a first one above the buttons, still use the article's
        // words.
        let told = |at: &usize| {
            let line = &lines[*at];
            let shared = vocabulary.shared(line, false);
            let sells = line.promotion;
            paragraph(line)
                && ((shared.is_native() && sells < 0.5) || (shared.known >= 2 && sells == 0.0))
        };
        let mut last = core.end - 1;
        let mut closed = 0;
        for (at, line) in lines.iter().enumerate().skip(core.end) {
            if line.out_for(Reason::Copyright) || begins_comments(lines, at) {
                break;
            }
            closed += usize::from(!may_stand_within(line));
            // So far down, readers and the site write about the same things.
            let surely = || {
                let shared = vocabulary.shared(line, false);
                shared.is_native() && shared.known >= 4 && line.promotion == 0.0
            };
            let uses_a_word = || {
                let shared = vocabulary.shared(line, false);
                paragraph(line) && shared.known > 0 && line.promotion == 0.0
            };
            if (told(&at) && (closed < MANY_CLOSERS || surely())) || (closed == 0 && uses_a_word())
            {
                last = at;
            }
        }
        let first = (0..core.start).find(told);
        let first_in_core = core.clone().find(|&at| paragraph(&lines[at]));
        Some(ContentSpan {
            first: first.or(first_in_core).unwrap_or(core.start),
            last,
            vocabulary,
            voice,
        })
    }
}

/// `12 comments`, 댓글 3, and more of the kind below: what follows, readers wrote about the same things.
fn begins_comments(lines: &[PageLine], at: usize) -> bool {
    const REACH: usize = 8;
    let line = &lines[at];
    line.out_for(Reason::Reaction)
        && (line.folded.contains("comment") || line.folded.contains("댓글"))
        && lines[at + 1..]
            .iter()
            .take(REACH)
            .filter(|line| line.out_for(Reason::Reaction) || line.out_for(Reason::Date))
            .count()
            >= 2
}

/// What counts as a paragraph on this page: if it has few long ones, every sentence does; if it has few of these,
/// what ends like a Korean sentence without its full stop.
fn paragraphs(lines: &[PageLine]) -> fn(&PageLine) -> bool {
    const FEW: usize = 3;
    let tiers: [fn(&PageLine) -> bool; 3] = [
        |line| is_running(line) && line.is_paragraph(),
        |line| {
            is_running(line)
                && (line.is_paragraph() || (line.width >= SENTENCE && line.ends_sentence()))
        },
        |line| {
            is_running(line)
                && (line.is_paragraph()
                    || (line.width >= SENTENCE && line.ends_sentence())
                    || line.is_unpunctuated())
        },
    ];
    let many = |tier: &fn(&PageLine) -> bool| {
        lines
            .iter()
            .filter(|line| tier(line))
            .nth(FEW - 1)
            .is_some()
    };
    tiers.into_iter().find(many).unwrap_or(tiers[2])
}

/// Not boilerplate as far as is known.
fn is_running(line: &PageLine) -> bool {
    !line.out() && line.suspicion == Suspicion::None
}

/// Boilerplate that articles are interrupted by, and everything that is none.
fn may_stand_within(line: &PageLine) -> bool {
    line.verdict.is_none_or(|verdict| {
        matches!(
            verdict.reason,
            Reason::Advertisement
                | Reason::Credit
                | Reason::Share
                | Reason::Navigation
                | Reason::Reaction
                | Reason::SceneBreak
                | Reason::Repeat
        )
    })
}

/// The range of lines whose worth is the largest sum; it begins and ends with a sentence.
fn densest(
    lines: &[PageLine],
    paragraph: impl Fn(&PageLine) -> bool,
    trust: impl Fn(&PageLine) -> f32,
) -> Option<std::ops::Range<usize>> {
    let (mut best, mut best_sum) = (None, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (at, line) in lines.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
        }
        let worth = worth(line, paragraph(line));
        sum += if worth > 0.0 {
            worth * trust(line)
        } else {
            worth
        };
        if sum > best_sum {
            (best, best_sum) = (Some(start..at + 1), sum);
        }
    }
    best.filter(|best| lines[best.clone()].iter().any(paragraph))
}

/// What a line says for being within the article, in paragraphs of a line's width.
fn worth(line: &PageLine, is_paragraph: bool) -> f32 {
    const COLUMNS: f32 = 60.0;
    const LONGEST: f32 = 4.0;
    if let Some(verdict) = line.verdict {
        return match verdict.reason {
            Reason::Copyright => -4.0,
            Reason::Advertisement
            | Reason::Credit
            | Reason::Date
            | Reason::Dateline
            | Reason::Byline
            | Reason::Email
            | Reason::Repeat
            | Reason::SceneBreak => -0.3,
            Reason::Related | Reason::Ranking => -0.5,
            _ => -1.0,
        };
    }
    if line.fixed.is_some() {
        return -1.0;
    }
    match line.suspicion {
        Suspicion::Sure(_) | Suspicion::Likely(_) => -0.5,
        Suspicion::None if is_paragraph => (line.width as f32 / COLUMNS).min(LONGEST),
        Suspicion::None if line.ends_sentence() => (line.width as f32 / COLUMNS).min(1.0),
        Suspicion::None if line.has_bullet() => 0.0,
        Suspicion::None => -0.15,
    }
}

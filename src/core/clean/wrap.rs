//! Paragraphs whose lines were broken at a column, as in e-mails, papers and old text files, and talks whose lines
//! were broken for a screen. They are joined before anything is judged: half a sentence looks like boilerplate.

use super::credit;
use super::line::{bullet, display_width, ends_sentence};
use crate::article::{Article, Block, BlockKind, is_hangul};
use crate::segment::hangs;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Whether lines are taken for pieces of paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrapped {
    /// Where they look it.
    #[default]
    Auto,
    /// All lines without a blank one between them are one paragraph.
    Yes,
    /// Each line stays a paragraph.
    No,
}

/// Columns at which people and programs break lines; below [`NARROW`] it takes more to believe it.
const COLUMNS: std::ops::RangeInclusive<usize> = 24..=125;
const NARROW: usize = 50;
/// The column is where all but so many in a hundred of the broken lines end: one of them may be longer.
const LONGER_PER_HUNDRED: usize = 10;
/// A paragraph with fewer breaks goes by the column of the whole text.
const OWN_COLUMN: usize = 3;
/// Breaks within sentences that show that a text has a column at all.
const FEWEST_BREAKS: usize = 3;

/// Lines of a talk that show that it is one: times, or sounds in brackets.
const FEWEST_CUES: usize = 2;
/// What is heard in a talk besides words: stems, in small letters.
const HEARD: [&str; 30] = [
    "laugh",
    "applause",
    "applaud",
    "music",
    "sigh",
    "cheer",
    "crosstalk",
    "pause",
    "inaudible",
    "silence",
    "chuckl",
    "singing",
    "soundbite",
    "cough",
    "whistl",
    "웃음",
    "박수",
    "환호",
    "한숨",
    "음악",
    "침묵",
    "노래",
    "기침",
    "울음",
    "탄식",
    "함성",
    "눈물",
    "효과음",
    "휘파람",
    "탄성",
];
/// Widest line of a talk but for one in ten.
const WIDEST_CUE: usize = 64;
/// Lines in a hundred that end in a stop, in a talk that has stops.
const POINTED_PER_HUNDRED: usize = 25;

/// A block as it came, and the text in it.
struct WrapPiece<'a> {
    text: &'a str,
    width: usize,
    /// Goes on in the paragraph of the line before, unless it begins something.
    follows: bool,
}

/// Joins the lines of broken paragraphs to one block each.
pub fn join_wrapped(article: &mut Article, how: Wrapped) {
    if how == Wrapped::No {
        return;
    }
    let pieces = pieces(article);
    let joins = match how {
        Wrapped::Yes => pieces.iter().map(|piece| piece.follows).collect(),
        _ if is_talk(&pieces) => talk(&pieces),
        _ => broken_at_column(&pieces),
    };
    let mut blocks: Vec<Block> = Vec::with_capacity(article.blocks.len());
    for (block, joins) in article.blocks.iter().zip(joins) {
        match blocks.last_mut() {
            Some(last) if joins => last.span.end = block.span.end,
            _ => blocks.push(block.clone()),
        }
    }
    article.blocks = blocks;
}

/// How many paragraphs hold a line break: those that were joined, and those that came so.
pub fn broken_paragraphs(article: &Article) -> usize {
    let kept = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    kept.filter(|block| article.text[block.span.clone()].contains('\n'))
        .count()
}

fn pieces(article: &Article) -> Vec<WrapPiece<'_>> {
    let plain = |block: &Block| block.kind == BlockKind::Body && block.excluded.is_none();
    let mut before: Option<&Block> = None;
    let mut pieces = Vec::with_capacity(article.blocks.len());
    for block in &article.blocks {
        let text = &article.text[block.span.clone()];
        let follows = before.is_some_and(|before| {
            plain(before)
                && plain(block)
                && !text.contains("://")
                && !credit::is_lone_credit(text)
                && article
                    .text
                    .get(before.span.end..block.span.start)
                    .is_some_and(|gap| gap.bytes().filter(|&byte| byte == b'\n').count() == 1)
        });
        pieces.push(WrapPiece {
            text,
            width: display_width(text),
            follows: follows
                && !begins_item(text, before.map_or("", |b| &article.text[b.span.clone()])),
        });
        before = Some(block);
    }
    pieces
}

/// A bullet, a number or a label that begins something new. `23), yet` is the rest of a bracket.
fn begins_item(text: &str, before: &str) -> bool {
    if bullet(text).is_some() || text.starts_with(">>") {
        return true;
    }
    let open = text.starts_with(['(', '[']);
    let inside = text.trim_start_matches(['(', '[']);
    let digits = inside.len()
        - inside
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let letter = inside
        .chars()
        .next()
        .filter(|c| c.is_ascii_lowercase() || is_hangul(*c));
    let length = match (digits, letter) {
        (1 | 2, _) => digits,
        (0, Some(letter)) => letter.len_utf8(),
        _ => return false,
    };
    let rest = &inside[length..];
    let counted =
        rest.starts_with(")") || rest.starts_with("]") || (!open && rest.starts_with(". "));
    let said = rest.trim_start_matches([')', ']', '.', ' ']);
    let begins = said
        .starts_with(|c: char| c.is_uppercase() || is_hangul(c) || matches!(c, '"' | '“' | '‘'));
    counted
        && begins
        && (ends_sentence(before) || before.ends_with([':', ';', ',']) || !hangs(before, text))
}

/// The ranges of pieces that follow each other.
fn runs(pieces: &[WrapPiece]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if piece.follows => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Which pieces go on with the line before, because their first word did not fit there.
fn broken_at_column(pieces: &[WrapPiece]) -> Vec<bool> {
    let mut joins = vec![false; pieces.len()];
    let runs: Vec<Range<usize>> = runs(pieces)
        .into_iter()
        .filter(|run| run.len() > 1)
        .collect();
    let of_text = column(pieces, runs.iter().flat_map(|run| run.start..run.end - 1));
    let Some(of_text) = of_text else {
        return joins;
    };
    let evidence: usize = runs
        .iter()
        .map(|run| Breaks::of(pieces, run, of_text).inside)
        .sum();
    for run in runs {
        let breaks = run.len() - 1;
        let own = if breaks >= OWN_COLUMN {
            column(pieces, run.start..run.end - 1)
        } else {
            None
        };
        let at = own.unwrap_or(of_text);
        let found = Breaks::of(pieces, &run, at);
        // A short paragraph is believed where the whole text was broken so.
        let enough = match own {
            Some(_) if at < NARROW => {
                found.inside >= FEWEST_BREAKS && found.full * 20 >= breaks * 17
            }
            Some(_) => found.inside >= 2 && found.full * 10 >= breaks * 6,
            None => evidence >= FEWEST_BREAKS && found.full > 0,
        };
        let shown = found.inside > 0 || evidence >= FEWEST_BREAKS;
        let language =
            found.inside * 10 >= found.full * 3 || (own.is_none() && evidence >= FEWEST_BREAKS);
        if !COLUMNS.contains(&at) || !enough || !shown || !language {
            continue;
        }
        for next in run.start + 1..run.end {
            joins[next] = is_full(&pieces[next - 1], &pieces[next], at)
                || goes_on(&pieces[next - 1], &pieces[next]);
        }
    }
    joins
}

/// How many breaks of a paragraph stand at a column, and how many of these within a sentence.
struct Breaks {
    full: usize,
    inside: usize,
}

impl Breaks {
    fn of(pieces: &[WrapPiece], run: &Range<usize>, column: usize) -> Breaks {
        let (mut full, mut inside) = (0, 0);
        for pair in pieces[run.clone()].windows(2) {
            if is_full(&pair[0], &pair[1], column) {
                full += 1;
                inside += usize::from(goes_on(&pair[0], &pair[1]));
            }
        }
        Breaks { full, inside }
    }
}

/// The width that all but a few of these lines keep to.
fn column(pieces: &[WrapPiece], lines: impl Iterator<Item = usize>) -> Option<usize> {
    let mut widths: Vec<usize> = lines
        .map(|at| &pieces[at])
        .filter(|piece| piece.text.contains(' '))
        .map(|piece| piece.width)
        .collect();
    widths.sort_unstable();
    // One of a few may be longer, too.
    let longer =
        (widths.len() * LONGER_PER_HUNDRED / 100).max(usize::from(widths.len() > OWN_COLUMN));
    widths.iter().rev().nth(longer).copied()
}

/// Whether the next line's first word would not have fitted, give or take a hanging stop.
fn is_full(line: &WrapPiece, next: &WrapPiece, column: usize) -> bool {
    /// A longer word, such as an address, stands on a line of its own anyway.
    const LONGEST_WORD: usize = 24;
    let word = next.text.split(' ').next().map_or(0, display_width);
    line.width + 1 + word.min(LONGEST_WORD) + 1 > column
}

/// Whether a sentence shows that it goes on in the next line.
fn goes_on(line: &WrapPiece, next: &WrapPiece) -> bool {
    if ends_sentence(line.text) {
        return false;
    }
    let text = line.text.trim_end();
    if text.chars().next_back().is_some_and(is_hangul) {
        return hangs(text, next.text);
    }
    text.ends_with([',', '-', '—', '–', ';'])
        || next.text.starts_with(|c: char| c.is_lowercase())
        || (next.text.starts_with(is_hangul) && text.ends_with(|c: char| c.is_alphanumeric()))
}

/// A talk or captions: short lines among times that go on, or sounds in brackets.
fn is_talk(pieces: &[WrapPiece]) -> bool {
    let cues = pieces
        .iter()
        .filter(|piece| is_sound(piece.text) || piece.text.starts_with(">>"))
        .count();
    let timed = is_timed(pieces.iter().map(|piece| piece.text));
    let said = || pieces.iter().filter(|piece| !is_time(piece.text));
    let wide = said().filter(|piece| piece.width > WIDEST_CUE).count();
    let all = said().count();
    (timed || cues >= FEWEST_CUES) && all >= 8 && wide * 10 <= all
}

/// Whether the times among these lines are those of a talk: three or more, each later than the one before.
pub(super) fn is_timed<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let seconds = |text: &str| {
        let digits = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty());
        digits.fold(0, |sum, part| sum * 60 + part.parse::<u32>().unwrap_or(0))
    };
    let times: Vec<u32> = lines.filter(|text| is_time(text)).map(seconds).collect();
    times.len() > FEWEST_CUES && times.windows(2).all(|pair| pair[0] < pair[1])
}

/// `00:12`, `1:02:03`, `[00:12]`
pub(super) fn is_time(text: &str) -> bool {
    let bare = text.trim_matches(|c| matches!(c, '[' | ']' | '(' | ')'));
    let mut parts = bare.split(':');
    let digits =
        |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    let count = bare.split(':').count();
    matches!(count, 2 | 3)
        && parts.all(digits)
        && bare.split(':').skip(1).all(|part| part.len() == 2)
}

/// `(Laughter)`, `(웃음) (박수)`, `[Music]`: nothing but what was heard.
pub(super) fn is_sound(text: &str) -> bool {
    const LONGEST: usize = 40;
    let mut rest = text.trim();
    if rest.is_empty() || rest.chars().count() > LONGEST {
        return false;
    }
    while !rest.is_empty() {
        let (close, inner) = match rest.chars().next() {
            Some('(') => (')', &rest[1..]),
            Some('[') => (']', &rest[1..]),
            _ => return false,
        };
        let Some((heard, after)) = inner.split_once(close) else {
            return false;
        };
        let lower = heard.to_lowercase();
        if !HEARD.iter().any(|sound| lower.contains(sound)) {
            return false;
        }
        rest = after.trim_start();
    }
    true
}

/// Which lines of a talk go on with the line before: until a stop where it has stops, until an ending elsewhere.
fn talk(pieces: &[WrapPiece]) -> Vec<bool> {
    let said = || pieces.iter().filter(|piece| !is_time(piece.text));
    let pointed = said().filter(|piece| ends_sentence(piece.text)).count();
    let is_pointed = pointed * 100 >= said().count() * POINTED_PER_HUNDRED;
    let apart = |piece: &WrapPiece| is_time(piece.text) || is_sound(piece.text);
    let mut joins = vec![false; pieces.len()];
    for at in 1..pieces.len() {
        let (line, next) = (&pieces[at - 1], &pieces[at]);
        if !next.follows || apart(line) || apart(next) || is_label(next.text) {
            continue;
        }
        joins[at] = !ends_sentence(line.text) && (is_pointed || goes_on(line, next));
    }
    joins
}

/// `Speaker: Imani Castellane`
fn is_label(text: &str) -> bool {
    const LONGEST: usize = 24;
    text.split_once(": ").is_some_and(|(label, _)| {
        label.chars().count() <= LONGEST && !label.contains(['.', ',', '?'])
    })
}

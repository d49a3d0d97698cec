//! A line of a page, with what can be told by looking at it alone.

use super::entry::fold;
use super::lists::Lists;
use super::words::{self, Cover};
use super::{promotion, stems};
use crate::article::{Article, Block, BlockKind, Exclusion, Reason, Span};

/// Longer lines than this are never page boilerplate but for their beginning (columns; Hangul is two wide).
const MAX_BOILERPLATE_WIDTH: usize = 600;
/// Longer lines are not taken apart word by word.
const MAX_COVERED_WIDTH: usize = 260;

/// Why a line is thought to be boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub reason: Reason,
    pub rule: &'static str,
}

/// What a line is by itself, before its neighbours are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suspicion {
    None,
    /// Boilerplate if there is boilerplate beside it.
    Likely(Verdict),
    Sure(Verdict),
}

#[derive(Debug)]
pub(super) struct PageLine {
    pub span: Span,
    pub kind: BlockKind,
    /// Set by `import`, or by a person; never changed here.
    pub fixed: Option<Exclusion>,
    /// The words on one line.
    pub text: String,
    /// `text` folded for comparison.
    pub folded: String,
    /// Columns on a screen, where Hangul takes two.
    pub width: usize,
    pub blank_before: bool,
    pub cover: Cover,
    /// Its content words, as [`super::vocabulary`] compares them.
    pub stems: Vec<u64>,
    /// How much it promotes.
    pub promotion: f32,
    pub suspicion: Suspicion,
    /// What a sentence speaks of somewhere; an article's may by chance.
    pub mentions: Option<Verdict>,
    /// Heading of a list of links.
    pub opens_list: bool,
    /// What was decided.
    pub verdict: Option<Verdict>,
}

impl PageLine {
    fn new(block: &Block, article: &Article, blank_before: bool, lists: &Lists) -> PageLine {
        let text = article.line(&block.span).into_owned();
        let folded = fold(&text);
        let width = display_width(&text);
        let cover = if width <= MAX_COVERED_WIDTH && block.excluded.is_none() {
            words::cover(&folded, &text, lists)
        } else {
            Cover::default()
        };
        PageLine {
            span: block.span.clone(),
            kind: block.kind,
            fixed: block.excluded.clone(),
            stems: stems::stems(&folded),
            promotion: if width <= MAX_COVERED_WIDTH {
                promotion::weight(&folded)
            } else {
                0.0
            },
            text,
            folded,
            width,
            blank_before,
            cover,
            suspicion: Suspicion::None,
            mentions: None,
            opens_list: false,
            verdict: None,
        }
    }

    /// The block that it was, as it was judged.
    pub(super) fn into_block(self) -> Block {
        Block {
            span: self.span,
            kind: self.kind,
            excluded: self.fixed.or_else(|| {
                self.verdict.map(|verdict| Exclusion {
                    reason: verdict.reason,
                    rule: verdict.rule.to_owned(),
                })
            }),
        }
    }

    /// Not part of the article, as far as is known by now.
    pub(super) fn out(&self) -> bool {
        self.fixed.is_some() || self.verdict.is_some()
    }

    /// Excluded by a rule, for this reason.
    pub(super) fn out_for(&self, reason: Reason) -> bool {
        self.verdict.is_some_and(|verdict| verdict.reason == reason)
    }

    /// Short enough to ask the lists about.
    pub(super) fn may_be_boilerplate(&self) -> bool {
        self.width <= MAX_BOILERPLATE_WIDTH
    }

    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(&self.text)
    }

    /// A sentence ends within the line: `... a hole in it. (Photo/Lena Oakes)`, `"No," she said. "Yes."`
    pub(super) fn holds_sentence(&self) -> bool {
        const SHORTEST: usize = 20;
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find(['.', '!', '?', '다']) {
            let (before, after) = rest.split_at(at);
            let mark = after.chars().next().map_or(0, char::len_utf8);
            let stop = if after.starts_with('다') {
                after.starts_with("다. ")
            } else {
                true
            };
            let after = after[mark..].trim_start_matches(|c: char| is_closer(c) || c == '.');
            let word = before.rsplit(' ').next().unwrap_or(before);
            let abbreviated = word.chars().count() <= 3 && word.starts_with(char::is_uppercase);
            let next = after.trim_start();
            let begins = next.len() < after.len()
                && next.starts_with(|c: char| {
                    c.is_uppercase() || !c.is_ascii() || matches!(c, '"' | '(' | '[')
                });
            if stop && begins && !abbreviated && self.text.len() - rest.len() + at >= SHORTEST {
                return true;
            }
            rest = &rest[at + mark..];
        }
        false
    }

    /// A paragraph of running text and not merely a short sentence.
    pub(super) fn is_paragraph(&self) -> bool {
        (self.width >= 60 && self.ends_sentence())
            || self.width >= 240
            || (self.width >= 180 && self.holds_sentence())
    }

    /// A Korean sentence as people write it where nobody minds full stops.
    pub(super) fn is_unpunctuated(&self) -> bool {
        self.width >= 40
            && [
                "다", "요", "음", "임", "함", "됨", "죠", "네", "ㅋ", "ㅎ", "ㅠ",
            ]
            .iter()
            .any(|ending| self.text.ends_with(ending))
    }

    pub(super) fn has_bullet(&self) -> bool {
        bullet(&self.text).is_some()
    }
}

/// The blocks of an article as lines.
pub(super) fn lines(article: &Article, lists: &Lists) -> Vec<PageLine> {
    let mut end = 0;
    let mut lines = Vec::with_capacity(article.blocks.len());
    for block in &article.blocks {
        // After what a page hides, too.
        let gap = &article.text[end..block.span.start];
        let gap = &gap[gap.trim_end().len()..];
        let blank_before = lines.is_empty() || gap.matches('\n').nth(1).is_some();
        lines.push(PageLine::new(block, article, blank_before, lists));
        end = block.span.end;
    }
    lines
}

pub(super) fn display_width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '\u{1100}'..='\u{11FF}'
            | '\u{2E80}'..='\u{A4CF}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF00}'..='\u{FF60}'
            | '\u{1F300}'..='\u{1FAFF}'
            | '\u{20000}'..='\u{3FFFD}' => 2,
            '\u{300}'..='\u{36F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' => 0,
            _ => 1,
        })
        .sum()
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '」' | '』' | '》' | '〉' | '】' | '»' | '>'
    )
}

/// Whether `text` stops like a sentence; closing quotes, brackets, ornaments and notes such as `[1]` aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    const LONGEST_NOTE: usize = 20;
    let ornament = |c: char| {
        is_closer(c)
            || c.is_whitespace()
            || !(c.is_ascii() || c.is_alphanumeric() || matches!(c, '…' | '。' | '！' | '？'))
    };
    let mut text = text.trim_end_matches(char::is_whitespace);
    while text.ends_with(']') {
        let Some(note) = text.rfind('[') else { break };
        if note == 0 || text.len() - note > LONGEST_NOTE {
            break;
        }
        text = &text[..note];
    }
    text.trim_end_matches(ornament)
        .ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// The bullet, dash or number that begins a list item, in bytes.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let mark = matches!(
        first,
        '-' | '–'
            | '—'
            | '•'
            | '·'
            | '●'
            | '○'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '▲'
            | '△'
            | '▶'
            | '▷'
            | '▸'
            | '►'
            | '▹'
            | '*'
            | '※'
            | '☞'
            | '→'
            | '✓'
            | '✔'
            | '①'..='⑳'
    );
    let after = first.len_utf8();
    let rest = &text[after..];
    (mark
        && (rest.starts_with(char::is_whitespace)
            || matches!(first, '①'..='⑳' | '▲' | '△' | '▶' | '☞')))
    .then_some(after)
}

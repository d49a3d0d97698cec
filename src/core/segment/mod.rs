//! Kept blocks to segments: ranges of the article's text, each with the rule that began it.
//!
//! ```text
//! block -> paragraph (characters, protected pairs and addresses) -> candidates -> veto chain -> segments
//! ```
//!
//! A candidate is a place where a sentence may end. The chain decides it by the script of the characters
//! around it, not by the article's language, because articles mix. Everything is read once from left to
//! right: the time is linear in the length of the block.
//!
//! ```
//! use jjak_core::article::{Article, Lang};
//! let article = Article::of_lines(Lang::Ko, "그는 \"비가 온다.\"라고 말했다. 우산은 2.5달러다.");
//! let segments = jjak_core::segment::segment(&article);
//! let lines: Vec<_> = segments.iter().map(|segment| article.line(&segment.span)).collect();
//! assert_eq!(lines, ["그는 \"비가 온다.\"라고 말했다.", "우산은 2.5달러다."]);
//! ```

mod candidate;
mod chain;
mod character;
mod count;
mod credit;
mod date;
mod emoticon;
mod endings;
mod english;
mod frame;
mod hanging;
mod id;
mod korean;
mod lines;
mod marker;
mod marks;
mod options;
mod paragraph;
mod polite;
mod protect;
mod quotation;
mod rule;
mod rules;
mod srx;
mod tail;
mod words;

pub use endings::Endings;
pub use frame::is_speech_tag;
pub use hanging::hangs;
pub use id::SegmentId;
pub use marks::{LostMark, Marks};
pub use quotation::Quotations;
pub use rule::Rule;
pub use rules::Rules;
pub use srx::{BACKTRACK_LIMIT, Srx, SrxError, SrxFault, SrxLanguage, SrxMap, SrxRule, SrxUse};
pub use words::{WordFault, Words};

use crate::article::{Article, Lang, Span};
use chain::Ruling;
use marker::Items;
use options::RuleOptions;
use paragraph::Paragraph;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sentence (or heading, caption ...): a byte range of its article's text.
///
/// `span.start` identifies a segment within its article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Bytes of the article's text.
    pub span: Span,
    /// The bullet or step number that stands before it and belongs to no sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<Span>,
    /// Why it starts where it starts.
    pub rule: Rule,
    /// The bytes of the article's text at which a person let no segment begin, though one had begun there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<usize>,
    /// What a person wrote in its place; the article's own text stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
}

impl Segment {
    /// Its name within the article.
    pub fn id(&self) -> SegmentId {
        SegmentId(self.span.start)
    }

    /// A segment without a marker, as the article has it.
    pub fn new(span: Span, rule: Rule) -> Segment {
        Segment {
            span,
            marker: None,
            rule,
            joined: Vec::new(),
            edited: None,
        }
    }

    /// Where it begins, its list marker included.
    pub fn start(&self) -> usize {
        self.marker.as_ref().unwrap_or(&self.span).start
    }

    /// The two segments that a person's cut at byte `at` of `text` makes of it; `None` where it cannot be cut.
    pub(crate) fn cut(&self, text: &str, at: usize) -> Option<(Segment, Segment)> {
        if !self.span.contains(&at) {
            return None;
        }
        let head = text.get(self.span.start..at)?.trim_end();
        let tail = text.get(at..self.span.end)?.trim_start();
        if head.is_empty() || tail.is_empty() {
            return None;
        }
        let start = self.span.end - tail.len();
        let (mut first, mut second) = (
            self.clone(),
            Segment::new(start..self.span.end, Rule::ByHand),
        );
        first.span.end = self.span.start + head.len();
        first.joined.retain(|&joined| joined < first.span.end);
        second.joined = self.joined.clone();
        second.joined.retain(|&joined| joined > start);
        Some((first, second))
    }

    /// [`Segment::cut`] within its list marker or behind it, where by other rules a sentence began.
    fn cut_marker(&self, text: &str, at: usize) -> Option<(Segment, Segment)> {
        let marker = self.marker.as_ref()?;
        let whole = Segment {
            span: marker.start..self.span.end,
            marker: None,
            ..self.clone()
        };
        (at <= self.span.start).then(|| whole.cut(text, at))?
    }

    /// Takes the segment behind it into itself, as a person asked. A cut that a person made is so taken back.
    pub(crate) fn join(&mut self, next: Segment) {
        if next.rule != Rule::ByHand {
            self.joined.push(next.start());
        }
        self.joined.extend(next.joined);
        self.span.end = next.span.end;
    }
}

/// A place in a block where a segment might begin, and the rule that decided whether it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The byte of the article's text where the segment would begin.
    pub at: usize,
    /// Whether a sentence begins here.
    pub breaks: bool,
    /// The rule that decided.
    pub rule: Rule,
}

/// The segments of every kept block, in text order, by the program's own rules.
pub fn segment(article: &Article) -> Vec<Segment> {
    Rules::builtin().segment(article)
}

/// The segments of one block by the program's own rules. Between them, and around them, is only white space and list
/// markers. A block of nothing but a marker is one segment.
pub fn segment_block(text: &str, block: &Span) -> Vec<Segment> {
    cut(text, block, Rules::builtin().options(), |rulings, _| {
        rulings
    })
}

impl Rules {
    /// The segments of every kept block, in text order.
    pub fn segment(&self, article: &Article) -> Vec<Segment> {
        let kept = article
            .blocks
            .iter()
            .filter(|block| block.excluded.is_none());
        kept.flat_map(|block| self.segment_block(&article.text, &block.span, article.lang))
            .collect()
    }

    /// The segments of one block, as [`segment_block`] gives them. `lang` chooses the SRX rules; the built-in ones go by
    /// script.
    pub fn segment_block(&self, text: &str, block: &Span, lang: Lang) -> Vec<Segment> {
        if self.lines {
            return lines::segments(text, block);
        }
        cut(text, block, self.options(), |rulings, paragraph| {
            let decided = self.srx_decisions(text, block, lang);
            overruled(rulings, paragraph, &decided, self)
        })
    }

    /// Every place in a block where a segment might begin, with the rule that decided. `lang` chooses the SRX rules.
    pub fn explain(&self, text: &str, block: &Span, lang: Lang) -> Vec<Decision> {
        if self.lines {
            return lines::decisions(text, block);
        }
        let paragraph = Paragraph::new(text, block, self.options());
        let items = Items::new(&paragraph, text, block);
        let decided = self.srx_decisions(text, block, lang);
        let rulings = chain::rulings(&paragraph, &items);
        let rulings = overruled(rulings, &paragraph, &decided, self).into_iter();
        rulings
            .map(|ruling| Decision {
                at: paragraph.byte(ruling.at),
                breaks: ruling.rule.breaks(),
                rule: ruling.rule,
            })
            .collect()
    }
}

/// Where a segment could be cut further: the sentences of a quotation that is kept whole. Bytes of `text`, without
/// the segment's own start.
pub fn inner_starts(text: &str, segment: &Segment) -> Vec<usize> {
    let always = RuleOptions {
        quotations: Quotations::Always,
        ..Rules::builtin().options()
    };
    let inner = cut(text, &segment.span, always, |rulings, _| rulings);
    inner.iter().skip(1).map(|inner| inner.span.start).collect()
}

fn cut(
    text: &str,
    block: &Span,
    options: RuleOptions,
    overrule: impl Fn(Vec<Ruling>, &Paragraph) -> Vec<Ruling>,
) -> Vec<Segment> {
    let paragraph = Paragraph::new(text, block, options);
    if paragraph.len() == 0 {
        return Vec::new();
    }
    let items = Items::new(&paragraph, text, block);
    let rulings = overrule(chain::rulings(&paragraph, &items), &paragraph);
    let mut starts = vec![(0, Rule::BlockStart)];
    let breaks = rulings.iter().filter(|ruling| ruling.rule.breaks());
    starts.extend(breaks.map(|ruling| (ruling.at, ruling.rule)));
    let ends = starts
        .iter()
        .skip(1)
        .map(|&(start, _)| start)
        .chain([paragraph.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&(start, rule), next)| {
            let end = paragraph.trim_end(start, next);
            let marker = items
                .marker_end(&paragraph, start)
                .filter(|&marker| paragraph.skip_space(marker) < end);
            let body = marker.map_or(start, |marker| paragraph.skip_space(marker));
            Segment {
                marker: marker.map(|marker| paragraph.span(start, marker)),
                ..Segment::new(paragraph.span(body, end), rule)
            }
        })
        .collect()
}

/// What the chain says, but where an SRX file says otherwise.
fn overruled(
    mut rulings: Vec<Ruling>,
    paragraph: &Paragraph,
    decided: &[Decision],
    rules: &Rules,
) -> Vec<Ruling> {
    if rules.srx.is_none() {
        return rulings;
    }
    if rules.are_replaced() {
        for ruling in &mut rulings {
            ruling.rule = Rule::SrxSilent;
        }
    }
    let mut by_place: BTreeMap<usize, Rule> = rulings
        .into_iter()
        .map(|ruling| (ruling.at, ruling.rule))
        .collect();
    for decision in decided {
        if let Some(at) = paragraph.place(decision.at).filter(|&at| at > 0) {
            by_place.insert(at, decision.rule);
        }
    }
    let places = by_place.into_iter();
    places.map(|(at, rule)| Ruling { at, rule }).collect()
}

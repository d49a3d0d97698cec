//! What the stages of cleaning share: names of rules, the zones of a page, and how much tells that a text is a page.

use super::line::{PageLine, Suspicion, Verdict};
use crate::article::Reason;
use std::collections::HashSet;

/// The rule's name for what only sounds like a button; above the text it could be the headline.
pub(super) const BUTTON: &str = "button";
/// The rule's name for a sentence that begins as only a site's sentences do.
pub(super) const STOCK: &str = "stock-sentence";
/// The rule's name for a sentence that holds what sites say.
pub(super) const PHRASE: &str = "phrase";

/// Where on the page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the headline.
    Above,
    /// From the headline to the first paragraph: deck, byline, date, picture.
    Head,
    Inside,
    /// After the last sentence, before what closes the article.
    Foot,
    /// After so many lines that no article holds.
    After(usize),
}

/// How many lines show that the text is a page and not a plain document; four likely ones make one. What is said again, and
/// a further date, shows no more: `Good` and `Bad` head the examples of a manual.
pub(super) fn page_evidence(lines: &[PageLine]) -> usize {
    let tells = |verdict: Verdict| {
        verdict.rule != "by" && !matches!(verdict.reason, Reason::SceneBreak | Reason::Dateline)
    };
    let mut parts = 0;
    let (mut sure, mut likely) = (HashSet::new(), HashSet::new());
    for line in lines {
        match line.suspicion {
            Suspicion::Sure(verdict) if tells(verdict) => {
                sure.insert(said(line));
            }
            Suspicion::Sure(_) => {}
            Suspicion::Likely(_) => {
                likely.insert(said(line));
            }
            Suspicion::None => parts += usize::from(is_page_part(line)),
        }
    }
    sure.len() + parts + likely.len() / 4
}

/// What a line says; all dates are one.
fn said(line: &PageLine) -> Option<&str> {
    (!line.cover.has_date()).then_some(line.folded.as_str())
}

/// A page of a site has at least so many parts that are not its article, one to so many paragraphs; a long document may hold
/// a few lines that look like such.
const FEWEST: usize = 2;
const PARAGRAPHS_TO_ONE: usize = 20;

/// Whether so much shows that the text is a page that what only its layout tells may count.
pub(super) fn is_page(lines: &[PageLine]) -> bool {
    let paragraphs = lines.iter().filter(|line| line.is_paragraph()).count();
    page_evidence(lines) >= FEWEST.max(paragraphs / PARAGRAPHS_TO_ONE)
}

/// Seen by import to be outside a web page's article, or by a person. That a document has running heads, speaker notes
/// or a table of contents makes it no web page.
fn is_page_part(line: &PageLine) -> bool {
    let of_page = |reason| matches!(reason, Reason::OutsideArticle | Reason::ByHand);
    line.fixed.as_ref().is_some_and(|why| of_page(why.reason))
}

/// Whether the markup of a page already told what is outside its article.
pub(super) fn is_judged(lines: &[PageLine]) -> bool {
    let outside = |line: &PageLine| {
        let why = line.fixed.as_ref();
        why.is_some_and(|why| why.reason == Reason::OutsideArticle)
    };
    lines.iter().any(outside)
}

/// Decides a line for good.
pub(super) fn set(line: &mut PageLine, verdict: Verdict) {
    line.verdict = Some(verdict);
    line.suspicion = Suspicion::Sure(verdict);
    line.opens_list = false;
}

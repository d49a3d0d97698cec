//! What is left when the sure lines are known: each further line is weighed by named features. A sum of 1 and more
//! is boilerplate; the strongest feature for it is the rule that is given.

use super::content_span::ContentSpan;
use super::features as seen;
use super::line::{PageLine, Suspicion, Verdict};
use super::lists::Lists;
use super::page::{self, BUTTON, PHRASE, STOCK, Zone};
use super::site::Site;
use super::{byline, figures, words};
use crate::article::Reason;

/// Boilerplate weighs as much; and more, where the markup of a page already told what is outside its article.
const THRESHOLD: f32 = 1.0;
const THRESHOLD_WITHIN: f32 = 2.2;
/// How often all lines are weighed.
const PASSES: usize = 3;
/// How far away a neighbour counts, in lines.
const NEIGHBOURS: usize = 2;
/// Lines of menus are short, in columns.
const SHORT: usize = 24;
/// A Korean sentence without its full stop has as many columns.
const UNPUNCTUATED: usize = 10;
/// A long paragraph has as many columns.
const LONG: usize = 150;
/// So many lines after the article's end leave no doubt of it.
const ENOUGH_CLOSING: usize = 5;

/// What speaks for a line being boilerplate (above 0) or the article's (below 0).
#[derive(Default)]
struct Weights {
    sum: f32,
    strongest: Option<(&'static str, f32)>,
}

impl Weights {
    fn add(&mut self, name: &'static str, weight: f32) {
        self.sum += weight;
        if weight > self.strongest.map_or(0.0, |(_, strongest)| strongest) {
            self.strongest = Some((name, weight));
        }
    }

    fn add_if(&mut self, holds: bool, name: &'static str, weight: f32) {
        if holds {
            self.add(name, weight);
        }
    }

    /// The rule that excludes the line, if the sum is enough.
    fn rule(&self, threshold: f32) -> Option<&'static str> {
        let (name, _) = self.strongest?;
        (self.sum >= threshold - 1e-4).then_some(name)
    }
}

/// Decides the open lines of the page; more than once, because what was decided is itself a neighbour.
pub(super) fn mark(
    lines: &mut [PageLine],
    content_span: &ContentSpan,
    headline: Option<usize>,
    lists: &Lists,
) {
    let mut open: Vec<usize> = (0..lines.len())
        .filter(|&at| !lines[at].out() && headline != Some(at))
        .collect();
    let site = Site::find(lines, content_span, lists);
    let judged = page::is_judged(lines);
    for _ in 0..PASSES {
        let mut closing = 0;
        let mut next = content_span.last + 1;
        let mut decided = Vec::new();
        for &at in &open {
            while next < at {
                closing += usize::from(closes(&lines[next]));
                next += 1;
            }
            // What is after the article is told by markup, where there is any.
            let closing = if judged { closing.min(1) } else { closing };
            let zone = zone(at, content_span, headline, closing);
            // Above the text, what markup leaves is deck, byline and date.
            let threshold = match zone {
                Zone::Inside | Zone::Foot | Zone::After(_) if judged => THRESHOLD_WITHIN,
                _ => THRESHOLD,
            };
            let verdict = weigh(lines, at, zone, content_span, &site, lists, threshold);
            if let Some(verdict) = verdict {
                lines[at].verdict = Some(verdict);
                decided.push(at);
            }
        }
        // What has no new boilerplate near it stays as it is.
        open.retain(|&at| !lines[at].out() && (at > content_span.last || is_near(at, &decided)));
    }
}

/// Whether one of the sorted lines `decided` is among the neighbours that are looked at.
fn is_near(at: usize, decided: &[usize]) -> bool {
    let after = decided.partition_point(|&other| other < at.saturating_sub(NEIGHBOURS));
    decided
        .get(after)
        .is_some_and(|&other| other <= at + NEIGHBOURS)
}

/// `closing` counts the lines since the last sentence that no article holds.
fn zone(at: usize, content_span: &ContentSpan, headline: Option<usize>, closing: usize) -> Zone {
    if headline.is_some_and(|headline| at < headline) {
        Zone::Above
    } else if at < content_span.first {
        Zone::Head
    } else if at <= content_span.last {
        Zone::Inside
    } else if closing == 0 {
        Zone::Foot
    } else {
        Zone::After(closing)
    }
}

fn may_head(reason: Reason) -> bool {
    matches!(reason, Reason::Navigation | Reason::SiteInfo)
}

/// What no article holds but at its end. Buttons and adverts also stand around pictures.
fn closes(line: &PageLine) -> bool {
    line.fixed.is_some()
        || line.verdict.is_some_and(|verdict| {
            !matches!(
                verdict.reason,
                Reason::Advertisement
                    | Reason::SceneBreak
                    | Reason::Credit
                    | Reason::Repeat
                    | Reason::Navigation
                    | Reason::Share
                    | Reason::LinkList
            )
        })
}

fn weigh(
    lines: &[PageLine],
    at: usize,
    zone: Zone,
    content_span: &ContentSpan,
    site: &Site,
    lists: &Lists,
    threshold: f32,
) -> Option<Verdict> {
    let line = &lines[at];
    let mut weights = Weights::default();
    weigh_place(&mut weights, lines, at, zone);
    weigh_words(&mut weights, line, zone, content_span, lists);
    weigh_sentence(&mut weights, lines, at, zone);
    weigh_form(&mut weights, lines, at, zone);
    weigh_site(&mut weights, lines, at, zone, content_span, site);
    Some(Verdict {
        rule: weights.rule(threshold)?,
        reason: reason(lines, at, zone),
    })
}

/// What the line was thought to be; else what stands beside it is; else what its place says.
fn reason(lines: &[PageLine], at: usize, zone: Zone) -> Reason {
    if let Suspicion::Likely(verdict) = lines[at].suspicion {
        return verdict.reason;
    }
    if let Some(mentioned) = lines[at].mentions {
        return mentioned.reason;
    }
    let above = at.checked_sub(1).and_then(|at| lines[at].verdict);
    match zone {
        Zone::After(_) => Reason::Tail,
        Zone::Inside | Zone::Foot => above.map_or(Reason::LinkList, |above| above.reason),
        Zone::Above | Zone::Head => Reason::Navigation,
    }
}

// The weights were fitted on development pages (logistic regression, a lost body line counting as much as eight lines
// of boilerplate kept), rounded, and moved to the side of the article where pages were few.

/// Where the line stands and what stands beside it.
fn weigh_place(weights: &mut Weights, lines: &[PageLine], at: usize, zone: Zone) {
    match zone {
        Zone::Above => {}
        Zone::Head => weights.add("before-the-text", -0.45),
        Zone::Inside => weights.add("within-the-text", -0.45),
        Zone::Foot => weights.add("below-the-text", 0.05),
        Zone::After(closing) => weights.add(
            "after-the-article",
            0.4 + 0.35 * closing.min(ENOUGH_CLOSING) as f32,
        ),
    }
    let line = &lines[at];
    weights.add("beside-furniture", 0.36 * seen::beside(lines, at));
    weights.add(
        "run-of-short-lines",
        0.4 * seen::run_of_short_lines(lines, at),
    );
    weights.add_if(seen::is_caption_place(lines, at), "beside-a-picture", -0.6);
    let signed = lines.get(at + 1).is_some_and(|next| {
        next.out_for(Reason::Date) || next.out_for(Reason::Byline) || next.out_for(Reason::Email)
    });
    let short = line.width <= SHORT && !line.ends_sentence();
    weights.add_if(signed && short, "above-the-date", 0.2);
}

/// Whose words the line uses: the article's, the lists', or a promotion's.
fn weigh_words(
    weights: &mut Weights,
    line: &PageLine,
    zone: Zone,
    content_span: &ContentSpan,
    lists: &Lists,
) {
    if let Suspicion::Likely(verdict) = line.suspicion {
        let (name, weight) = match verdict.rule {
            BUTTON => (BUTTON, 0.6),
            STOCK => (STOCK, 4.2),
            PHRASE if matches!(zone, Zone::Foot | Zone::After(_)) => (PHRASE, 1.8),
            // Within the text, the name of a section may be a heading.
            _ if zone == Zone::Inside && may_head(verdict.reason) => ("section", 0.3),
            rule => (rule, 0.8),
        };
        weights.add(name, weight);
    }
    let mentions = line.mentions.map_or(0.0, |_| match zone {
        Zone::Head | Zone::Inside => 0.6,
        _ => 0.9,
    });
    weights.add("pattern", mentions);
    let is_text = zone == Zone::Inside && line.is_paragraph();
    let shared = content_span.vocabulary.shared(line, is_text);
    if shared.is_native() {
        weights.add("words-of-the-text", -0.75);
    } else if shared.known > 0 {
        weights.add("a-word-of-the-text", -0.35);
    } else if shared.words >= 4 && zone != Zone::Head && seen::is_stray_title(line) {
        weights.add("other-title", if zone == Zone::Inside { 2.0 } else { 1.2 });
    } else if shared.words > 0 {
        weights.add("other-words", if shared.words == 1 { 0.15 } else { 0.2 });
    }
    let share = lists.share_of_words(&line.folded);
    // One word between paragraphs is a heading: `Results`.
    let told = share >= 0.5 && (zone != Zone::Inside || line.text.contains(' '));
    weights.add_if(told, "site-words", 0.7 * share);
    weights.add("promotion", line.promotion);
}

/// How much of a sentence, or of a heading of sentences, the line is.
fn weigh_sentence(weights: &mut Weights, lines: &[PageLine], at: usize, zone: Zone) {
    let line = &lines[at];
    let ends = line.ends_sentence();
    let unpunctuated = !ends && line.width >= UNPUNCTUATED && seen::ends_like_korean(&line.text);
    if line.is_paragraph() {
        // The longer, the less does a site say of itself.
        let plain =
            line.suspicion == Suspicion::None && line.mentions.is_none() && line.promotion == 0.0;
        weights.add(
            "paragraph",
            if plain && line.width >= LONG {
                -2.8
            } else {
                -1.6
            },
        );
    } else if seen::is_sentence(line) {
        weights.add("sentence", -1.0);
    } else if ends || unpunctuated {
        weights.add("short-sentence", -0.5);
    }
    let below_text = seen::is_text(lines, at.checked_sub(1));
    let above_text = seen::is_text(lines, Some(at + 1));
    weights.add_if(below_text && (ends || unpunctuated), "follows-text", -0.4);
    weights.add_if(below_text && !ends, "below-text", -0.3);
    weights.add_if(below_text && above_text, "between-paragraphs", -0.8);
    weights.add_if(seen::heads_text(lines, at, zone), "heading", -0.8);
}

/// How the line is written.
fn weigh_form(weights: &mut Weights, lines: &[PageLine], at: usize, zone: Zone) {
    let line = &lines[at];
    let text = line.text.as_str();
    let ends = line.ends_sentence();
    if line.width <= SHORT && !ends {
        weights.add("short", if line.width * 2 <= SHORT { 0.55 } else { 0.3 });
    }
    weights.add("markup", seen::markup(line));
    weights.add_if(text.contains(['"', '“', '‘']), "quotation", -0.3);
    weights.add_if(figures::is_figures(line), "figures", 0.3);
    weights.add_if(figures::is_quantity(line), "quantity", -0.8);
    weights.add_if(seen::is_in_table(lines, at), "table", -1.0);
    weights.add_if(seen::is_announced(lines, at), "announced", -1.6);
    weights.add_if(seen::is_bracketed(text), "brackets", -0.6);
    let capitals = text.is_ascii() && !text.contains(char::is_lowercase);
    weights.add_if(capitals, "capitals", 0.2);
    weights.add_if(seen::is_title_case(text), "title-case", 0.5);
    if text.ends_with(':') {
        let weight = if zone == Zone::Head { 0.3 } else { -0.5 };
        weights.add("label", weight);
    }
    let name = byline::is_english_name(text) || words::is_korean_name(text);
    weights.add_if(name && zone != Zone::Inside, "name", 0.4);
    let dated = zone != Zone::Head && seen::is_dated_title(line);
    weights.add_if(dated, "dated-title", 0.8);
}

/// What sites say of themselves and of their other pages.
fn weigh_site(
    weights: &mut Weights,
    lines: &[PageLine],
    at: usize,
    zone: Zone,
    content_span: &ContentSpan,
    site: &Site,
) {
    let line = &lines[at];
    let within = zone == Zone::Inside;
    let outer = matches!(zone, Zone::Foot | Zone::After(_));
    let foreign = content_span.voice.is_foreign(line);
    weights.add_if(foreign && within, "other-voice", 0.3);
    weights.add_if(foreign && outer, "other-voice", 1.3);
    weights.add_if(site.is_in(line) && outer, "site-name", 1.2);
    let sells = line.promotion >= 0.5 || line.mentions.is_some();
    weights.add_if(foreign && within && sells, "promotion", 0.8);
    weights.add_if(site.begins(line), "site-name", 0.8);
    let head = zone == Zone::Head;
    weights.add_if(seen::is_offer(line), "offer", if head { 0.3 } else { 0.5 });
    weights.add_if(seen::is_tagged(line) && !head, "tag", 0.5);
    weights.add_if(site.is_repeated(line), "repeated", 0.8);
    if line.blank_before && seen::goes_on(lines, at) {
        weights.add("sentence-goes-on", -1.0);
    }
    if site.is_spaced && !head {
        weights.add(
            "block-of-furniture",
            0.9 * seen::boilerplate_in_block(lines, at),
        );
    }
}

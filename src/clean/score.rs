//! What is left when the sure lines are known: each further line is weighed by named features. A sum of 1 and more
//! is furniture; the strongest feature for it is the rule that is given.

use super::extent::Extent;
use super::layout::BUTTON;
use super::line::{Line, Suspicion, Verdict, is_closer};
use super::vocabulary::Shared;
use super::{byline, promotion, words};
use crate::article::{BlockKind, Reason};

/// Furniture weighs as much.
const THRESHOLD: f32 = 1.0;
/// How often all lines are weighed.
const PASSES: usize = 3;
/// Lines of menus are short, in columns.
const SHORT: usize = 24;
/// A sentence needs this many columns to count as one.
const SENTENCE: usize = 20;

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

/// Something that speaks for a line being furniture (above 0) or the article's (below 0).
#[derive(Clone, Copy, Debug)]
struct Feature {
    name: &'static str,
    weight: f32,
}

/// Decides the open lines of the page; more than once, because what was decided is itself a neighbour.
pub(super) fn mark(lines: &mut [Line], extent: &Extent, headline: Option<usize>) {
    for _ in 0..PASSES {
        let mut closing = 0;
        for at in 0..lines.len() {
            closing += usize::from(at > extent.last && closes(&lines[at]));
            if lines[at].out() || headline == Some(at) {
                continue;
            }
            let zone = zone(at, extent, headline, closing);
            if let Some(verdict) = weigh(lines, at, zone, extent) {
                lines[at].verdict = Some(verdict);
            }
        }
    }
}

/// `closing` counts the lines since the last sentence that no article holds.
fn zone(at: usize, extent: &Extent, headline: Option<usize>, closing: usize) -> Zone {
    if headline.is_some_and(|headline| at < headline) {
        Zone::Above
    } else if at < extent.first {
        Zone::Head
    } else if at <= extent.last {
        Zone::Inside
    } else if closing == 0 {
        Zone::Foot
    } else {
        Zone::After(closing)
    }
}

fn is_menu(reason: Reason) -> bool {
    matches!(reason, Reason::Navigation | Reason::SiteInfo)
}

/// What no article holds but at its end. Buttons and adverts also stand around pictures.
fn closes(line: &Line) -> bool {
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

fn weigh(lines: &[Line], at: usize, zone: Zone, extent: &Extent) -> Option<Verdict> {
    let features = features(lines, at, zone, extent);
    let sum: f32 = features.iter().map(|feature| feature.weight).sum();
    let strongest = features
        .iter()
        .max_by(|a, b| a.weight.total_cmp(&b.weight))?;
    (sum >= THRESHOLD - 1e-4).then(|| Verdict {
        reason: reason(lines, at, zone),
        rule: strongest.name,
    })
}

/// What the line was thought to be; else what stands beside it is; else what its place says.
fn reason(lines: &[Line], at: usize, zone: Zone) -> Reason {
    if let Suspicion::Likely(verdict) = lines[at].suspicion {
        return verdict.reason;
    }
    let above = at.checked_sub(1).and_then(|at| lines[at].verdict);
    match zone {
        Zone::After(_) => Reason::Tail,
        Zone::Inside | Zone::Foot => above.map_or(Reason::LinkList, |above| above.reason),
        Zone::Above | Zone::Head => Reason::Navigation,
    }
}

fn features(lines: &[Line], at: usize, zone: Zone, extent: &Extent) -> Vec<Feature> {
    let line = &lines[at];
    let mut features = Vec::with_capacity(12);
    let mut add = |name, weight| {
        if weight != 0.0 {
            features.push(Feature { name, weight });
        }
    };
    match zone {
        Zone::Above => add("above-the-headline", 1.2),
        Zone::Head | Zone::Foot => {}
        Zone::Inside => add("within-the-text", -0.3),
        Zone::After(closing) => add("after-the-article", (0.6 + 0.2 * closing as f32).min(1.4)),
    }
    match line.suspicion {
        Suspicion::Likely(verdict) if verdict.rule == BUTTON => add(BUTTON, 0.5),
        // Within the text, the name of a section may be a heading.
        Suspicion::Likely(verdict) if zone == Zone::Inside && is_menu(verdict.reason) => {
            add(verdict.rule, 0.3);
        }
        Suspicion::Likely(verdict) => add(verdict.rule, 0.8),
        _ => {}
    }
    add("beside-furniture", beside(lines, at));
    add(
        "beside-a-picture",
        if is_caption_place(lines, at) {
            -0.6
        } else {
            0.0
        },
    );
    let shared = extent
        .vocabulary
        .shared(line, zone == Zone::Inside && line.is_paragraph());
    add(words_name(shared), words_weight(shared));
    add("sentence", -sentence(line));
    if line.ends_sentence() && is_text(lines, at.checked_sub(1)) {
        add("follows-text", -0.4);
    }
    if heads_text(lines, at, zone) {
        add("heading", -0.5);
    }
    let text_both_sides = is_text(lines, at.checked_sub(1)) && is_text(lines, Some(at + 1));
    add(
        "between-paragraphs",
        if text_both_sides { -0.8 } else { 0.0 },
    );
    if line.width <= SHORT && !line.ends_sentence() {
        add("short", if line.width * 2 <= SHORT { 0.3 } else { 0.2 });
    }
    add("markup", markup(line));
    if line.text.starts_with(['"', '“', '‘']) {
        add("quotation", -0.4);
    }
    if byline::is_english_name(&line.text) || words::is_korean_name(&line.text) {
        add("name", 0.2);
    }
    let signed = lines.get(at + 1).is_some_and(|next| {
        next.out_for(Reason::Date) || next.out_for(Reason::Byline) || next.out_for(Reason::Email)
    });
    if signed && line.width <= SHORT && !line.ends_sentence() {
        add("above-the-date", 0.2);
    }
    if is_figures(line) {
        add("figures", 0.3);
    }
    if is_bracketed(&line.text) {
        add("brackets", -0.5);
    }
    if line.text.ends_with(':') && zone == Zone::Head {
        add("label", 0.3);
    }
    if line.text.is_ascii() && !line.text.contains(char::is_lowercase) {
        add("capitals", 0.2);
    }
    add("promotion", promotion::weight(line));
    features
}

fn words_name(shared: Shared) -> &'static str {
    if shared.is_foreign() {
        "other-words"
    } else {
        "words-of-the-text"
    }
}

fn words_weight(shared: Shared) -> f32 {
    if shared.is_native() {
        -0.7
    } else if shared.known > 0 {
        -0.3
    } else if shared.words >= 2 {
        0.4
    } else if shared.words == 1 {
        0.3
    } else {
        0.0
    }
}

/// How much of a sentence the line is.
fn sentence(line: &Line) -> f32 {
    let asks_on = line.text.ends_with(':') && line.text.split(' ').count() >= 4;
    if line.is_paragraph() {
        1.6
    } else if line.holds_sentence() || asks_on || (line.ends_sentence() && line.width >= SENTENCE) {
        1.0
    } else if line.ends_sentence() || (line.width >= 2 * SENTENCE && ends_like_korean(&line.text)) {
        0.5
    } else {
        0.0
    }
}

/// A Korean sentence may do without its full stop.
fn ends_like_korean(text: &str) -> bool {
    text.trim_end_matches(is_closer)
        .ends_with(['다', '요', '죠'])
}

/// `ORBL -17.20 (-18.64%)`, `57°`: prices, scores, the weather.
fn is_figures(line: &Line) -> bool {
    let words = || line.text.split(' ');
    let figures = words()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .count();
    line.width <= 40 && figures * 2 >= words().count() && line.kind != BlockKind::Cell
}

/// A speaker, a note, a sign off: `[앵커]`, `($1 = 10.85 cedis)`.
fn is_bracketed(text: &str) -> bool {
    text.starts_with(['[', '(', '<', '【']) && text.ends_with([']', ')', '>', '】'])
}

/// What the page's markup calls the line, and a bullet.
fn markup(line: &Line) -> f32 {
    match line.kind {
        BlockKind::Heading | BlockKind::Caption | BlockKind::Quote => -0.8,
        BlockKind::Cell => -0.5,
        BlockKind::ListItem => -0.3,
        BlockKind::Body if line.has_bullet() => -0.3,
        BlockKind::Body => 0.0,
    }
}

fn is_text(lines: &[Line], at: Option<usize>) -> bool {
    at.and_then(|at| lines.get(at)).is_some_and(|line| {
        !line.out() && line.suspicion == Suspicion::None && line.ends_sentence()
    })
}

/// A short line directly above a paragraph.
fn heads_text(lines: &[Line], at: usize, zone: Zone) -> bool {
    let next = lines.get(at + 1);
    matches!(zone, Zone::Head | Zone::Inside | Zone::Foot)
        && !lines[at].ends_sentence()
        && lines[at].text.contains(char::is_alphabetic)
        && next.is_some_and(|next| !next.out() && next.ends_sentence())
}

/// Furniture directly above and below; what also stands within articles counts half.
fn beside(lines: &[Line], at: usize) -> f32 {
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
    0.3 * near + 0.15 * far
}

/// Directly above a credit, or below the button that enlarges a picture.
fn is_caption_place(lines: &[Line], at: usize) -> bool {
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

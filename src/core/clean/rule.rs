//! What a line is by itself.

use super::line::{PageLine, Suspicion, Verdict};
use super::lists::Lists;
use super::page::{BUTTON, PHRASE, STOCK};
use super::words::{self, Item};
use super::{byline, call, credit, figures, links, wire};
use crate::article::{Reason, is_hangul};

/// A byline alone shows one above the text; further down, or as the first line, it needs more.
const BYLINE_WITHIN: usize = 40;

fn sure(reason: Reason, rule: &'static str) -> Suspicion {
    Suspicion::Sure(Verdict { reason, rule })
}

fn likely(reason: Reason, rule: &'static str) -> Suspicion {
    Suspicion::Likely(Verdict { reason, rule })
}

/// Sets what can be said of `line` without its neighbours; `place` counts the lines before it that may be kept.
pub(super) fn suspect(line: &mut PageLine, lists: &Lists, place: usize) {
    if line.fixed.is_some() || !line.may_be_boilerplate() {
        return;
    }
    line.suspicion = by_shape(line, place)
        .or_else(|| by_heading(line, lists))
        .or_else(|| surest(by_pattern(line, lists), by_words(line)))
        .or_else(|| call::is_button(line).then(|| likely(Reason::Navigation, BUTTON)))
        .unwrap_or(Suspicion::None);
}

/// What is sure, if either is; else the first.
fn surest(first: Option<Suspicion>, second: Option<Suspicion>) -> Option<Suspicion> {
    let sure = |suspicion: &Suspicion| match suspicion {
        Suspicion::Sure(_) => true,
        Suspicion::Likely(verdict) => verdict.rule == STOCK,
        Suspicion::None => false,
    };
    first
        .filter(sure)
        .or(second.filter(|second| matches!(second, Suspicion::Sure(_))))
        .or(first)
        .or(second)
}

/// What a line's shape shows; the first that fits counts.
type Shape = (fn(&PageLine) -> bool, Reason, &'static str);
const SHAPES: &[Shape] = &[
    (
        |line| wire::is_scene_break(&line.text),
        Reason::SceneBreak,
        "signs",
    ),
    (
        |line| wire::is_placeholder(&line.text),
        Reason::Navigation,
        "placeholder",
    ),
    (wire::is_dateline_alone, Reason::Dateline, "dateline"),
    (links::is_breadcrumb, Reason::Navigation, "breadcrumb"),
    (links::is_way_on, Reason::Navigation, "next"),
    (figures::is_quote_of_price, Reason::LinkList, "price"),
    (call::is_call_to_tag, Reason::Share, "handle"),
    (call::is_call_to_follow, Reason::Subscription, "follow"),
    (call::is_cry, Reason::Advertisement, "cry"),
    (call::is_click, Reason::Subscription, "click"),
    (links::is_pointer, Reason::Related, "pointer"),
    (links::is_menu_bar, Reason::Navigation, "menu"),
    (byline::is_signed_post, Reason::Byline, "by"),
    (byline::is_about_post, Reason::Date, "date"),
    (
        |line| credit::is_all_credits(&line.folded),
        Reason::Credit,
        "credits",
    ),
    (
        |line| links::is_place_in_gallery(&line.folded),
        Reason::Navigation,
        "gallery",
    ),
    (
        |line| links::is_file_name(&line.folded),
        Reason::Navigation,
        "attachment",
    ),
    (links::is_contact, Reason::SiteInfo, "contact"),
];
const LIKELY_SHAPES: &[Shape] = &[
    (byline::is_dated_name, Reason::Byline, "by"),
    (call::is_call_to_address, Reason::Related, "address"),
    (byline::is_signed_by_role, Reason::Byline, "reporter"),
    (figures::is_result, Reason::Navigation, "result"),
];

fn by_shape(line: &PageLine, place: usize) -> Option<Suspicion> {
    let shape = |shapes: &[Shape]| {
        let found = shapes.iter().find(|(fits, _, _)| fits(line))?;
        Some((found.1, found.2))
    };
    if let Some((reason, rule)) = shape(SHAPES) {
        return Some(sure(reason, rule));
    }
    if let Some((reason, rule)) = shape(LIKELY_SHAPES) {
        return Some(likely(reason, rule));
    }
    if credit::is_lone_credit(&line.text) {
        return Some(sure(Reason::Credit, "name-and-agency"));
    }
    let byline = byline::english_byline(line)?;
    Some(if byline.sure && (1..BYLINE_WITHIN).contains(&place) {
        sure(Reason::Byline, "by")
    } else {
        likely(Reason::Byline, "by")
    })
}

fn by_pattern(line: &mut PageLine, lists: &Lists) -> Option<Suspicion> {
    let bare = line
        .folded
        .trim_start_matches(['■', '□', '◆', '◇', '●', '•', '·', ' ']);
    let found = lists
        .pattern(&line.folded)
        .or_else(|| lists.pattern(bare))?;
    if found.entry.reason == Reason::Copyright
        && found.floating
        && credit::is_caption_with_rights(line)
    {
        return None;
    }
    // A caption and whose picture it is; not `[한빛학교 제공. 재판매 금지]`.
    let korean = line.text.contains(is_hangul);
    let caption = line.holds_sentence() && (!korean || line.text.contains("다. "));
    if found.entry.reason == Reason::Credit && caption {
        return None;
    }
    // `© Imani Roe`
    if found.entry.reason == Reason::Copyright && credit::is_owner_of_picture(&line.text) {
        return Some(sure(Reason::Credit, "name-and-agency"));
    }
    // A sentence of an article may begin with, or hold, what boilerplate says; then the place decides.
    let may_be_said = line.ends_sentence() || (found.floating && line.width > 120);
    line.opens_list = found.opens_list && !may_be_said && line.width <= 50;
    let reason = found.entry.reason;
    if may_be_said && found.floating && !found.entry.sure {
        line.mentions = Some(Verdict {
            reason,
            rule: "pattern",
        });
        return None;
    }
    let sign = line
        .folded
        .starts_with(['ⓒ', '©', '<', '[', '(', '※', '▶', '☞']);
    let reserved = reason == Reason::Copyright
        && line.width <= 120
        && line.folded.contains("all rights reserved");
    let never_said =
        reserved || reason == Reason::WireMark || (reason == Reason::Copyright && !found.floating);
    // `Pin this recipe for later!`
    let called = !found.floating && line.width <= 60 && line.text.ends_with('!');
    let certain = found.entry.sure
        && (!may_be_said || called || sign || never_said || line.folded.ends_with("— ed."));
    Some(if certain {
        sure(reason, "pattern")
    } else if found.stock && found.entry.sure {
        likely(reason, STOCK)
    } else if found.floating && found.entry.sure && may_be_said {
        likely(reason, PHRASE)
    } else {
        likely(reason, "pattern")
    })
}

fn by_heading(line: &mut PageLine, lists: &Lists) -> Option<Suspicion> {
    if line.width > 60 || line.ends_sentence() {
        return None;
    }
    let letters: String = line
        .folded
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '\''))
        .collect();
    let reason = lists.heading(&letters)?;
    line.opens_list = true;
    Some(sure(reason, "heading"))
}

fn by_words(line: &PageLine) -> Option<Suspicion> {
    if line.cover.items.is_empty() {
        return None;
    }
    if line.cover.unknown() == 0 {
        let (reason, rule, certain) = words::reason(&line.cover)?;
        return Some(if certain {
            sure(reason, rule)
        } else {
            likely(reason, rule)
        });
    }
    mixed(line)
}

/// Lines of which a part is known: menus with the site's own name, credits with an address, dates with a place.
fn mixed(line: &PageLine) -> Option<Suspicion> {
    let cover = &line.cover;
    if line.ends_sentence() {
        return None;
    }
    let known_cells = cover.cells.iter().filter(|known| **known).count();
    let cells = cover.cells.len();
    if cells >= 2
        && known_cells * 2 >= cells
        && line.width <= 40 * cells
        && let Some(reason) = first_reason(line)
    {
        return Some(if cells >= 3 || reason.1 {
            sure(reason.0, "menu")
        } else {
            likely(reason.0, "menu")
        });
    }
    if cover.has(|item| matches!(item, Item::Person { sure: true, .. }))
        && cover.has_date()
        && line.width <= 120
    {
        return Some(sure(Reason::Byline, "reporter"));
    }
    let unknown = cover.unknown();
    if cover.has(|item| *item == Item::Email)
        && unknown <= 6
        && line.width <= 110
        && !says_something(line)
    {
        return Some(sure(Reason::Email, "email"));
    }
    let labelled =
        matches!(cover.items.first(), Some(Item::Phrase(entry)) if entry.reason == Reason::Date);
    if labelled && cover.has_date() && unknown <= 4 {
        return Some(sure(Reason::Date, "date"));
    }
    let dated = matches!(
        cover.items.first(),
        Some(Item::Month | Item::FullDate | Item::DateWord)
    );
    let time = cover.has(|item| *item == Item::Time);
    if dated && time && unknown <= 2 && line.width <= 90 {
        return Some(sure(Reason::Date, "date"));
    }
    // A date and an hour with a word that nobody listed.
    let known = cover.items.len() - unknown;
    if cover.has_date() && time && unknown <= known && line.width <= 110 {
        return Some(sure(Reason::Date, "date"));
    }
    if cover.has_date() && unknown <= 2 && line.width <= 50 {
        return Some(likely(Reason::Date, "date"));
    }
    let hashtags = cover.count(|item| *item == Item::Hashtag);
    if hashtags >= 2 && unknown <= hashtags {
        return Some(sure(Reason::Hashtags, "hashtags"));
    }
    let phrases = cover.count(|item| matches!(item, Item::Phrase(entry) if entry.sure));
    if phrases >= 3 && unknown <= phrases / 2 {
        return first_reason(line).map(|(reason, _)| sure(reason, "words"));
    }
    None
}

/// A caption or sentence that an address follows: `... 있다. 2021.2.18 photo@example.com`.
fn says_something(line: &PageLine) -> bool {
    let stop = |word: &str| {
        word.ends_with(['.', '!', '?']) && word.chars().filter(|c| c.is_alphabetic()).count() >= 2
    };
    line.folded.split(' ').rev().skip(1).any(stop) && line.cover.unknown() >= 3
}

fn first_reason(line: &PageLine) -> Option<(Reason, bool)> {
    let phrases = || {
        line.cover.items.iter().filter_map(|item| match item {
            Item::Phrase(entry) => Some((entry.reason, entry.sure)),
            _ => None,
        })
    };
    if line
        .cover
        .has(|item| matches!(item, Item::Person { sure: true, .. }))
    {
        return Some((Reason::Byline, true));
    }
    phrases()
        .find(|(_, sure)| *sure)
        .or_else(|| phrases().next())
        .or_else(|| line.cover.has_date().then_some((Reason::Date, false)))
}

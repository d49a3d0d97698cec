//! English bylines and the names in them.

use super::line::{PageLine, ends_sentence};
use super::{tokens, words};
use crate::article::Reason;

const PREFIXES: [&str; 14] = [
    "by ",
    "by: ",
    "written by ",
    "interview by ",
    "interviewed by ",
    "words by ",
    "text by ",
    "story by ",
    "reported by ",
    "translated by ",
    "edited by ",
    "posted by ",
    "produced by ",
    "author: ",
];

const ROLES: [&str; 42] = [
    "associate",
    "assistant",
    "deputy",
    "partner",
    "attorney",
    "analyst",
    "producer",
    "photographer",
    "photojournalist",
    "author",
    "fellow",
    "founder",
    "executive",
    "digital",
    "features",
    "investigative",
    "staff",
    "senior",
    "junior",
    "chief",
    "contributing",
    "reporter",
    "reporters",
    "writer",
    "writers",
    "editor",
    "correspondent",
    "correspondents",
    "contributor",
    "columnist",
    "desk",
    "intern",
    "bureau",
    "news",
    "business",
    "political",
    "politics",
    "sports",
    "culture",
    "science",
    "national",
    "managing",
];

/// A byline's names, and whether it is one on its own.
pub(super) struct Byline {
    pub names: Vec<String>,
    pub sure: bool,
}

/// `By Kim Mina and Park Ji-hoon`, `Interview by Grace Tillotson`, `Kim Mina, Staff reporter`.
pub(super) fn english_byline(line: &PageLine) -> Option<Byline> {
    if line.width > 120 {
        return None;
    }
    if let Some(prefix) = PREFIXES
        .iter()
        .find(|prefix| line.folded.starts_with(**prefix))
    {
        // Folding keeps the length of these ASCII words.
        return after_by(line.text.get(prefix.len()..)?);
    }
    name_and_role(&line.text).or_else(|| role_and_place(&line.text))
}

/// `Highlands correspondent, Tobermory`
fn role_and_place(text: &str) -> Option<Byline> {
    let (role, place) = text.split_once(", ")?;
    let mut words = role.rsplit(' ');
    let bears = words.next().is_some_and(|last| {
        matches!(
            last.to_lowercase().as_str(),
            "correspondent" | "reporter" | "editor" | "writer" | "columnist" | "producer"
        )
    });
    let named = place.split(' ').all(is_capitalised) && words.count() <= 3;
    (bears && named && text.len() <= 60).then(|| Byline {
        names: Vec::new(),
        sure: false,
    })
}

fn after_by(rest: &str) -> Option<Byline> {
    let rest = rest.split(['|', '(', '•']).next().unwrap_or(rest).trim();
    let rest = &without_date(rest).replace(" ,", ",");
    let (people, role) = rest.split_once(", ").unwrap_or((rest, ""));
    let is_role = ROLES.contains(&role.trim_end_matches('.').to_lowercase().as_str());
    let stops = ends_sentence(rest) && !ends_in_initial(rest) && !is_role;
    if role.split_whitespace().count() > 8 || stops {
        return None;
    }
    // `BY THE SLICE`
    if people.starts_with("THE ") {
        return None;
    }
    let mut names = Vec::new();
    let mut name = String::new();
    let mut capitals = 0;
    for word in people.split_whitespace() {
        if is_capitalised(word) {
            capitals += 1;
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word.trim_end_matches(','));
        } else if matches!(
            word,
            "and" | "with" | "&" | "in" | "for" | "from" | "of" | "at"
        ) {
            names.push(std::mem::take(&mut name));
        } else if !matches!(
            word,
            "de" | "van" | "von" | "bin" | "al" | "der" | "la" | "el" | "da"
        ) && !word.contains('@')
        {
            return None;
        }
        if word.eq_ignore_ascii_case("by") {
            return None;
        }
    }
    names.push(name);
    names.retain(|name| name.contains(' '));
    (capitals > 0 && capitals <= 14).then_some(Byline {
        sure: !names.is_empty(),
        names,
    })
}

/// `Mina Kim and Bada Han on Monday, November 18th, 2019` without when it was.
fn without_date(text: &str) -> &str {
    let is_when = |when: &str| {
        let first = when.split([' ', ',']).next().unwrap_or(when).to_lowercase();
        first.starts_with(|c: char| c.is_ascii_digit())
            || tokens::is_month(first.trim_end_matches('.'))
            || tokens::is_date_word(&first)
    };
    text.split_once(" on ")
        .filter(|(_, when)| is_when(when))
        .map_or(text, |(people, _)| people)
}

fn name_and_role(text: &str) -> Option<Byline> {
    let (name, role) = text.split_once([',', '|', '/'])?;
    let name = name.trim();
    let mut roles = role.split_whitespace().map(str::to_lowercase).peekable();
    roles.peek()?;
    let all_roles = roles.all(|word| ROLES.contains(&word.as_str()));
    // `NATSUKI HOSODA, Nikkei staff writer`
    let strict = role.split_whitespace().count() <= 4
        && role.trim_end().rsplit(' ').next().is_some_and(|last| {
            matches!(
                last.to_lowercase().as_str(),
                "writer"
                    | "reporter"
                    | "correspondent"
                    | "editor"
                    | "staff"
                    | "contributor"
                    | "columnist"
                    | "photographer"
            )
        })
        && role
            .split_whitespace()
            .all(|word| is_capitalised(word) || ROLES.contains(&word));
    let shouted = strict
        && (2..=4).contains(&name.split(' ').count())
        && name
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '.'));
    ((is_english_name(name) && (all_roles || strict)) || shouted).then(|| Byline {
        names: vec![name.to_owned()],
        sure: true,
    })
}

fn ends_in_initial(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or(text);
    last.len() <= 3 && last.ends_with('.')
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Two to four capitalised words and nothing else.
pub(super) fn is_english_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            is_capitalised(word)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
        })
        && !text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// A line that is only the name of somebody the page's bylines name, in brackets or not; or, after the
/// article, that name with what the writer is (`맹주호 칼럼니스트·전 남부일보 경제부장`).
pub(super) fn is_author_line(line: &PageLine, names: &[String], after_article: bool) -> bool {
    let bare = line.text.trim_matches(|c: char| !c.is_alphanumeric());
    names.iter().any(|name| {
        bare == name
            || (after_article
                && line.width <= 70
                && !line.ends_sentence()
                && bare
                    .strip_prefix(name.as_str())
                    .is_some_and(|rest| rest.starts_with([' ', ',', '(', '·'])))
    })
}

/// A name alone, directly before a line that tells of its writer or its date.
pub(super) fn is_name_before(line: &PageLine, after: &[PageLine]) -> bool {
    const REACH: usize = 4;
    // The name of a section may stand between.
    const SECTION: usize = 16;
    let mut near = after
        .iter()
        .take(REACH)
        .take_while(|next| !next.blank_before && next.width <= 60);
    let Some(next) = after.first() else {
        return false;
    };
    // That line names the writer, or this one begins as no name does: it may be the headline.
    let title = [
        "the ", "a ", "an ", "my ", "our ", "how ", "why ", "what ", "new ",
    ]
    .iter()
    .any(|word| line.folded.starts_with(word));
    if title || next.folded.starts_with("by ") {
        return false;
    }
    if is_english_name(&line.text)
        && (next.suspicion != super::line::Suspicion::None || next.width <= SECTION)
        && near.any(|next| next.cover.has_date() && next.suspicion != super::line::Suspicion::None)
    {
        return true;
    }
    let about = |reason| matches!(reason, Reason::Byline | Reason::Date | Reason::Email);
    let next_is_about = match (&next.verdict, next.suspicion) {
        (Some(verdict), _) => about(verdict.reason),
        (None, super::line::Suspicion::Likely(verdict) | super::line::Suspicion::Sure(verdict)) => {
            about(verdict.reason)
        }
        _ => false,
    };
    let korean = super::words::is_korean_name(&line.text)
        && line.text.chars().count() == 3
        && !next.blank_before;
    next_is_about && (korean || is_english_name(&line.text))
}

/// `한빛일보 홍길동 기자`, `시민기자 홍길동`: a name beside what only those who write are called, and the paper's.
pub(super) fn is_signed_by_role(line: &PageLine) -> bool {
    const WRITES: [&str; 5] = ["기자", "특파원", "논설위원", "에디터", "편집부"];
    // `홍길동(hong)`
    let handle = line.folded.split_once('(').is_some_and(|(name, handle)| {
        let handle = handle.trim_end_matches(')');
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
        words::is_korean_name(name) && handle.len() >= 3 && handle.chars().all(plain)
    });
    if handle {
        return true;
    }
    let words: Vec<&str> = line.folded.split(' ').collect();
    let [.., before, last] = words.as_slice() else {
        return false;
    };
    let writes = |word: &str| WRITES.iter().any(|role| word.ends_with(role));
    let named = (writes(last) && (words::is_korean_name(before) || last.ends_with("편집부")))
        || ((writes(before) || matches!(*before, "editor" | "writer" | "photographer"))
            && words::is_korean_name(last));
    named && words.len() <= 4 && line.width <= 40 && !line.has_bullet()
}

/// `by 밤샘요정 2024. 11. 3.`
pub(super) fn is_signed_post(line: &PageLine) -> bool {
    line.folded.starts_with("by ")
        && line.width <= 60
        && line.cover.has_date()
        && line.cover.unknown() <= 4
}

/// `October 15, 2018 /0 Comments /in Theater /by admin`, `05/10/2018 | by Mina Kim | Tags: harbor`: all of a post but its text.
pub(super) fn is_about_post(line: &PageLine) -> bool {
    let cells = || {
        let cells = line.folded.split(['|', '•', '·']);
        cells.flat_map(|cell| cell.split(" /")).map(str::trim)
    };
    let signed = |cell: &str| cell.starts_with("by ") || cell.starts_with("posted by ");
    let filed = |cell: &str| {
        let counted = cell.split_once(' ').is_some_and(|(count, what)| {
            count.bytes().all(|b| b.is_ascii_digit())
                && (what.starts_with("comment") || what == "views")
        });
        counted || cell.starts_with("in ") || cell.starts_with("tags:")
    };
    line.width <= 140
        && !line.ends_sentence()
        && line.cover.has_date()
        && cells().count() >= 3
        && cells().any(signed)
        && cells().any(filed)
}

/// `February 1, 2019 Mina Kim, MS, RDN`: a day and who wrote then, with what she is.
pub(super) fn is_dated_name(line: &PageLine) -> bool {
    let mut words = line.text.split_whitespace();
    let dated = words
        .by_ref()
        .take(3)
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .collect::<Vec<_>>();
    let is_date = matches!(dated.as_slice(), [month, day, year]
        if tokens::is_month(month)
            && day.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
            && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    let signed = words.collect::<Vec<_>>().join(" ");
    let mut parts = signed.split(", ");
    let is_degree = |part: &str| part.len() <= 5 && !part.contains(char::is_lowercase);
    is_date && parts.next().is_some_and(is_english_name) && parts.all(is_degree)
}

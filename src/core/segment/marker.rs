//! List markers: bullets and the numbers of steps and clauses, which belong to no sentence.

use super::character::{is_line_break, is_terminator};
use super::count::JAMO;
use super::paragraph::Paragraph;
use super::words::KOREAN_LETTERS;
use crate::article::{Span, is_hangul};
use std::collections::BTreeMap;

/// Bullets that are nothing else, with or without a space after them.
const BULLETS: &str = "•‣⁃◦❍❏■□▪▫◆◇●○◎▲△▶▷▸►☞※★☆➤❖✔✓";

/// Marks that are bullets only with a space after them.
const DASHES: &str = "-–*·ㆍ∙";

/// What is attached to a Korean official letter stands behind this word.
const ATTACHED: &str = "붙임";

/// A heading is short.
const LONGEST_HEADING: usize = 60;

/// Levels of a number such as `1-2-1.`
const DEEPEST: usize = 4;

/// A number or letter that counts: `1.`, `2)`, `(a)`, `가.`, `1-2.`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    script: Script,
    /// Has a bracket. Headings have a full stop.
    bracketed: bool,
    /// The numbers of its levels, zeros behind them.
    levels: [u32; DEEPEST],
    depth: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Digits,
    Latin,
    Hangul,
    Jamo,
}

impl Count {
    fn of(script: Script, bracketed: bool, value: u32) -> Count {
        Count {
            script,
            bracketed,
            levels: [value, 0, 0, 0],
            depth: 1,
        }
    }

    /// Whether `other` is the next of this level or a higher one, or the first below it.
    fn precedes(self, other: Count) -> bool {
        if (self.script, self.bracketed) != (other.script, other.bracketed) {
            return false;
        }
        let (own, others) = (&self.levels[..self.depth], &other.levels[..other.depth]);
        match others.split_last() {
            Some((&1, above)) if above == own => true,
            Some((&last, above)) if other.depth <= self.depth => {
                own.starts_with(above) && own.get(above.len()).is_some_and(|&own| own + 1 == last)
            }
            _ => false,
        }
    }
}

/// The list items of a paragraph: where each begins, and where its marker ends.
pub(super) struct Items(BTreeMap<usize, usize>);

impl Items {
    /// `text` and `block` are looked at for the lines around, which tell a list from a heading.
    pub(super) fn new(paragraph: &Paragraph, text: &str, block: &Span) -> Items {
        let mut items = BTreeMap::new();
        if let Some(bullet_end) = bullet(paragraph, 0)
            && !is_interview_question(paragraph, text, block)
        {
            items.insert(0, bullet_end);
            repeated_bullets(paragraph, &mut items);
        }
        if let Some(end) = attachment(paragraph) {
            items.insert(0, end);
            return Items(items);
        }
        let first = items.get(&0).map_or(0, |&end| paragraph.skip_space(end));
        if let Some((count, end)) = count(&paragraph.chars, first) {
            let before = items.len();
            counted_items(paragraph, count, end, &mut items);
            let is_list = items.len() > before
                || count.bracketed
                || is_sentence(paragraph)
                || is_counted_around(count, text, block)
                || paragraph.len() > LONGEST_HEADING;
            if is_list {
                items.insert(0, end);
            }
        } else if let Some(end) = clause_number(paragraph, first) {
            items.insert(0, end);
        }
        items.retain(|_, end| paragraph.skip_space(*end) < paragraph.len());
        Items(items)
    }

    /// A list item that begins at `at` even if no sentence ends before it.
    pub(super) fn begins_at(&self, at: usize) -> bool {
        self.0.contains_key(&at)
    }

    /// The end of the marker of a segment that begins at `start`.
    pub(super) fn marker_end(&self, paragraph: &Paragraph, start: usize) -> Option<usize> {
        self.0.get(&start).copied().or_else(|| {
            let end = bullet(paragraph, start).filter(|_| start > 0)?;
            (!DASHES.contains(paragraph.at(start))).then_some(end)
        })
    }
}

/// Whether a sign is a bullet and nothing else.
pub(super) fn is_bullet(c: char) -> bool {
    BULLETS.contains(c) || is_circled(c)
}

/// The end of a bullet at `at`, if something other than marks follows it.
fn bullet(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let (c, next) = (paragraph.at(at), paragraph.at(at + 1));
    let is_bullet = is_circled(c)
        || (BULLETS.contains(c) && next != c)
        || (DASHES.contains(c) && next.is_whitespace());
    let text = paragraph.skip(at + 1, |c| c.is_whitespace() || is_terminator(c));
    let said = paragraph.at(text);
    let is_mark = said == c || DASHES.contains(said) || text >= paragraph.len();
    (is_bullet && !is_mark).then_some(at + 1)
}

/// A dash before a Korean question that the next paragraph answers in quotes is the interviewer's, and part of
/// the question.
fn is_interview_question(paragraph: &Paragraph, text: &str, block: &Span) -> bool {
    let asks = DASHES.contains(paragraph.at(0))
        && is_hangul(paragraph.at(paragraph.skip_space(1)))
        && is_sentence(paragraph);
    asks && text[block.end..].trim_start().starts_with(['“', '"'])
}

/// ①, ❶, ㉮, ㈎ and their like.
fn is_circled(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{3200}'..='\u{321E}' | '\u{3260}'..='\u{327E}')
}

/// Further items of a paragraph that begins with a bullet: the same bullet again, or the bullet of a new line.
fn repeated_bullets(paragraph: &Paragraph, items: &mut BTreeMap<usize, usize>) {
    let first = paragraph.at(0);
    for at in 1..paragraph.len() {
        let starts_token = paragraph.before(at).is_whitespace();
        if !starts_token || paragraph.protection.encloses(at) {
            continue;
        }
        let same = paragraph.at(at) == first && !DASHES.contains(first);
        let on_new_line = || {
            let from = paragraph.trim_end(0, at);
            paragraph.chars[from..at].iter().any(|&c| is_line_break(c))
        };
        if (same
            || (BULLETS.contains(paragraph.at(at)) || paragraph.at(at) == first) && on_new_line())
            && let Some(end) = bullet(paragraph, at)
        {
            items.insert(at, end);
        }
    }
}

/// The end of `붙임 2` or `붙임 1.` before what is attached to an official letter.
fn attachment(paragraph: &Paragraph) -> Option<usize> {
    let name = ATTACHED.chars().count();
    let named = ATTACHED
        .chars()
        .eq(paragraph.chars.iter().copied().take(name));
    if !named || !paragraph.at(name).is_whitespace() {
        return None;
    }
    let number = paragraph.skip_space(name);
    let end = paragraph.skip(number, |c| c.is_ascii_digit());
    let stop = end + usize::from(end > number && matches!(paragraph.at(end), '.' | ')'));
    let counts = end > number && paragraph.at(stop).is_whitespace();
    let heads = paragraph.skip_space(stop) < paragraph.len() && paragraph.len() <= LONGEST_HEADING;
    (counts && heads).then_some(stop)
}

/// A number, Latin or Korean letter with a full stop or bracket, and the place after it.
fn count(chars: &[char], start: usize) -> Option<(Count, usize)> {
    let at = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let open = usize::from(at(start) == '(');
    let body = start + open;
    let digits = chars
        .get(body..)?
        .iter()
        .take(3)
        .take_while(|c| c.is_ascii_digit())
        .count();
    let (mut count, length) = match (digits, at(body)) {
        (1 | 2, _) => numbers(&chars[body..])?,
        (0, c) if c.is_ascii_lowercase() => (Count::of(Script::Latin, false, c as u32), 1),
        (0, c) => {
            let place = |letters: &str| letters.chars().position(|letter| letter == c);
            let (script, value) = match (place(KOREAN_LETTERS), place(JAMO)) {
                (Some(place), _) => (Script::Hangul, place),
                (None, Some(place)) => (Script::Jamo, place),
                (None, None) => return None,
            };
            (Count::of(script, false, value as u32), 1)
        }
        _ => return None,
    };
    let mut end = body + length;
    count.bracketed = match (open, at(end), at(end + 1)) {
        (0, '.', ')') => {
            end += 1;
            true
        }
        (0, '.', _) => false,
        (_, ')', _) => true,
        _ => return None,
    };
    end += 1;
    let glued = count.script == Script::Digits && is_hangul(at(end)) && start == 0;
    (at(end).is_whitespace() || glued).then_some((count, end))
}

/// `12` or `1-2-1` at the beginning of `chars`, and its length.
fn numbers(chars: &[char]) -> Option<(Count, usize)> {
    let mut count = Count::of(Script::Digits, false, 0);
    let (mut depth, mut at) = (0, 0);
    loop {
        let number = chars.get(at..)?;
        let digits = number
            .iter()
            .take(3)
            .take_while(|c| c.is_ascii_digit())
            .count();
        if !matches!(digits, 1 | 2) {
            return None;
        }
        *count.levels.get_mut(depth)? = number[..digits]
            .iter()
            .fold(0, |value, &digit| value * 10 + digit as u32 - '0' as u32);
        depth += 1;
        at += digits;
        let goes_on = matches!(chars.get(at), Some('-' | '.'))
            && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        if !goes_on {
            count.depth = depth;
            return Some((count, at));
        }
        at += 1;
    }
}

/// Finds the next numbers of a list that runs on in the paragraph.
fn counted_items(
    paragraph: &Paragraph,
    first: Count,
    first_text: usize,
    items: &mut BTreeMap<usize, usize>,
) {
    let (mut last, mut text) = (first, first_text);
    for at in first_text..paragraph.len() {
        if !paragraph.before(at).is_whitespace() || paragraph.protection.encloses(at) {
            continue;
        }
        // Digits right after digits are a date: `2. 18. Seoul`.
        let said_something = paragraph.skip_space(text) < at;
        let Some((next, end)) = count(&paragraph.chars, at).filter(|_| said_something) else {
            continue;
        };
        // `rose to 2.1. Then` is a number of the sentence.
        let ended = || {
            let before = paragraph.before(paragraph.trim_end(0, at));
            !before.is_alphanumeric() && before != ','
        };
        if last.precedes(next) && (next.depth == 1 || ended()) {
            items.insert(at, end);
            (last, text) = (next, end);
        }
    }
}

/// The end of a number such as `2.1` before a clause that begins with a capital, quote or Hangul.
fn clause_number(paragraph: &Paragraph, start: usize) -> Option<usize> {
    let end = paragraph.skip(start, |c| c.is_ascii_digit() || c == '.');
    let number = paragraph.text(start, end.min(start + 12));
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let is_clause = parts.len() > 1 && parts.iter().all(|part| matches!(part.len(), 1 | 2));
    let text = paragraph.skip_space(end);
    let first = paragraph.at(text);
    (is_clause
        && text > end
        && is_sentence(paragraph)
        && (first.is_uppercase() || is_hangul(first) || paragraph.protection.opens(text)))
    .then_some(end)
}

/// Sentences end in a mark (a colon before a list is one too), headings do not.
fn is_sentence(paragraph: &Paragraph) -> bool {
    let last = paragraph
        .chars
        .iter()
        .rev()
        .find(|&&c| is_terminator(c) || c == ':' || c.is_alphanumeric());
    last.is_some_and(|c| !c.is_alphanumeric())
}

/// Whether the line before or after the block is numbered with the number before or after `own`.
fn is_counted_around(own: Count, text: &str, block: &Span) -> bool {
    let count_of = |line: &str| {
        let line = line
            .trim_start()
            .trim_start_matches(|c| BULLETS.contains(c))
            .trim_start()
            .trim_start_matches(ATTACHED);
        let head: Vec<char> = line.trim_start().chars().take(8).collect();
        count(&head, 0).map(|(count, _)| count)
    };
    let before = text[..block.start].trim_end();
    let before = &before[before.rfind(is_line_break).unwrap_or(0)..];
    let after = text[block.end..].trim_start();
    count_of(before).is_some_and(|count| count.precedes(own))
        || count_of(after).is_some_and(|count| own.precedes(count))
}

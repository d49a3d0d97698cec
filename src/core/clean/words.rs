//! What the words of a line are: button labels, dates, e-mail addresses, counters, reporters' names.

use super::entry::Entry;
use super::lists::{Lists, MAX_PHRASE_WORDS};
use super::tokens::{
    is_date_word, is_email, is_full_date, is_month, is_number, is_time, is_web_address,
};
use crate::article::{Reason, is_hangul};

/// One thing found in a line, or a word that nothing is known of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Phrase(Entry),
    /// A reporter's name with the role after it; `sure` unless others bear the role too.
    Person {
        name: String,
        sure: bool,
    },
    Email,
    Url,
    Hashtag,
    FullDate,
    Time,
    Month,
    /// am, KST, Monday, 오전, 11월: goes with dates and says nothing alone.
    DateWord,
    Number,
    /// Separators, emoji, rules.
    Mark,
    Unknown,
}

/// A line as items, with where it is cut by `|`, `>`, tabs or double spaces.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    pub items: Vec<Item>,
    /// Cells between the separators: whether all of the cell is known.
    pub cells: Vec<bool>,
    /// The line has `>` or `/` between its cells.
    pub breadcrumb: bool,
}

impl Cover {
    pub(super) fn count(&self, wanted: impl Fn(&Item) -> bool) -> usize {
        self.items.iter().filter(|item| wanted(item)).count()
    }

    pub(super) fn has(&self, wanted: impl Fn(&Item) -> bool) -> bool {
        self.items.iter().any(wanted)
    }

    pub(super) fn unknown(&self) -> usize {
        self.count(|item| *item == Item::Unknown)
    }

    pub(super) fn has_date(&self) -> bool {
        self.has(|item| *item == Item::FullDate)
            || (self.has(|item| *item == Item::Month)
                && (self.has(|item| *item == Item::Number)
                    || self.count(|item| *item == Item::DateWord) >= 2))
    }

    /// Names of reporters, where the line is a byline.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|item| match item {
            Item::Person { name, .. } => Some(name.as_str()),
            _ => None,
        })
    }
}

/// Takes a line apart. `folded` is the line for comparison, `text` the same line as it was, whose wide gaps
/// tell cells apart.
pub(super) fn cover(folded: &str, text: &str, lists: &Lists) -> Cover {
    let mut cover = Cover::default();
    let cells = cells(folded);
    cover.breadcrumb =
        cells.len() > 1 && text.contains([CELL_MARKS[1], CELL_MARKS[2], '/', '〉', '›', '»']);
    for cell in &cells {
        let from = cover.items.len();
        cover_cell(cell, lists, &mut cover.items);
        let items = &cover.items[from..];
        if items
            .iter()
            .any(|item| !matches!(item, Item::Mark | Item::Number))
        {
            cover.cells.push(!items.contains(&Item::Unknown));
        }
    }
    cover
}

const CELL_MARKS: [char; 5] = ['|', '>', '＞', '│', 'ㅣ'];

/// The cells of a menu line; a `/` with spaces around it cuts too.
fn cells(folded: &str) -> Vec<&str> {
    folded
        .split(CELL_MARKS)
        .flat_map(|cell| cell.split(" / "))
        .flat_map(|cell| cell.split(" · "))
        .flat_map(|cell| cell.split(" • "))
        // A bar as some sites type it.
        .flat_map(|cell| cell.split(" l "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn cover_cell(cell: &str, lists: &Lists, items: &mut Vec<Item>) {
    let words: Vec<&str> = cell.split(' ').filter(|word| !word.is_empty()).collect();
    let mut at = 0;
    while at < words.len() {
        let (item, taken) = spaced_date(&words[at..])
            .or_else(|| phrase(&words[at..], lists))
            .or_else(|| person(&words[at..], lists))
            .unwrap_or_else(|| (word(words[at]), 1));
        items.push(item);
        at += taken;
    }
}

/// `2024. 11. 3.`, also with the day's hour after it.
fn spaced_date(words: &[&str]) -> Option<(Item, usize)> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        let number = words.get(at)?.strip_suffix(['.', '년', '월', '일'])?;
        let right = digits.contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        right.then_some(())
    };
    number(0, 4..=4)?;
    number(1, 1..=2)?;
    number(2, 1..=2)?;
    Some((Item::FullDate, 3))
}

/// The longest listed phrase at the beginning of `words`.
fn phrase(words: &[&str], lists: &Lists) -> Option<(Item, usize)> {
    let longest = words.len().min(MAX_PHRASE_WORDS);
    let mut found = None;
    let (mut joined, mut bare_joined) = (String::new(), String::new());
    for (at, word) in words[..longest].iter().enumerate() {
        joined.push_str(word);
        bare_joined.push_str(word);
        let bare = bare_joined.trim_matches(is_around_word);
        // Counters are glued to their label when a page is copied: 공감백배3.
        let label = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let (mut entry, mut begins) = lists.phrases_from(bare);
        if joined != bare {
            let (exact, goes_on) = lists.phrases_from(&joined);
            (entry, begins) = (exact.or(entry), begins || goes_on);
        }
        if label.len() < bare.len() {
            let (counted, goes_on) = lists.phrases_from(label);
            entry = entry.or(counted.filter(|_| bare.len() > 4));
            begins |= goes_on;
        }
        if let Some(entry) = entry {
            found = Some((Item::Phrase(entry), at + 1));
        }
        if !begins {
            break;
        }
    }
    found.or_else(|| dated_label(words.first()?, lists))
}

/// `송고2025-03-03`: the label of a date that lost its space.
fn dated_label(word: &str, lists: &Lists) -> Option<(Item, usize)> {
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let (label, date) = word.split_at(at);
    let entry = lists
        .phrase(label)
        .filter(|entry| entry.reason == Reason::Date)?;
    is_full_date(date.trim_end_matches(['.', ',', ')'])).then_some((
        Item::Phrase(Entry {
            sure: true,
            ..entry
        }),
        1,
    ))
}

/// What may stand around a button's label. Not full stops or question marks: those make it a sentence.
fn is_around_word(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '.' | '?' | '!' | '"' | '\'' | '+' | '@' | '#')
}

/// `김민아 기자`, `김민아·박지훈 기자`, `워싱턴=홍길동 특파원`, `김민아기자`.
fn person(words: &[&str], lists: &Lists) -> Option<(Item, usize)> {
    let mut named: Option<String> = None;
    for (at, word) in words.iter().take(5).enumerate() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.rsplit('=').next().unwrap_or(word);
        if let (Some(name), Some(sure)) = (&named, lists.role(word)) {
            return Some((
                Item::Person {
                    name: name.clone(),
                    sure,
                },
                at + 1,
            ));
        }
        if let Some(name) = name_with_role(word) {
            return Some((
                Item::Person {
                    name: name.to_owned(),
                    sure: true,
                },
                at + 1,
            ));
        }
        // 홍길동 문화체육부 기자
        if named.is_some() && word.ends_with(['부', '팀', '국', '실']) && word.chars().count() >= 3
        {
            continue;
        }
        let mut names = word
            .split(['·', ',', '&', '•'])
            .filter(|name| !name.is_empty())
            .peekable();
        names.peek()?;
        for name in names {
            if !is_korean_name(name) {
                return None;
            }
            named.get_or_insert_with(|| name.to_owned());
        }
    }
    None
}

fn name_with_role(word: &str) -> Option<&str> {
    let name = word
        .strip_suffix("기자")
        .or_else(|| word.strip_suffix("특파원"))?;
    let name = ["선임", "인턴", "수습", "객원", "전문"]
        .iter()
        .find_map(|rank| name.strip_suffix(rank))
        .unwrap_or(name);
    let first = name.split(['·', ',']).next().unwrap_or(name);
    (first.chars().count() >= 3 && name.split(['·', ',']).all(is_korean_name)).then_some(first)
}

pub(super) fn is_korean_name(word: &str) -> bool {
    const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변\
        염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예봉경사부복피승시두범팽갈단감돈목옹빈궁태좌종필화호해판포비상섭뇌동당대묵미매삼순아야영온요운점증창탄평풍학형황제갈남독";
    (2..=4).contains(&word.chars().count())
        && word.chars().all(is_hangul)
        && word
            .chars()
            .next()
            .is_some_and(|first| SURNAMES.contains(first))
}

fn word(raw: &str) -> Item {
    if !raw.contains(char::is_alphanumeric) {
        // An odd sign is a mark, but a quotation mark is the beginning of speech.
        return if raw.contains(['"', '\'']) {
            Item::Unknown
        } else {
            Item::Mark
        };
    }
    // `#22695` is the number of something.
    if raw.starts_with('#') && raw.contains(char::is_alphabetic) {
        return Item::Hashtag;
    }
    if is_email(raw) {
        return Item::Email;
    }
    if is_web_address(raw) {
        return Item::Url;
    }
    let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
    if is_full_date(bare) {
        Item::FullDate
    } else if is_time(bare) {
        Item::Time
    } else if is_month(bare) {
        Item::Month
    } else if is_date_word(bare) {
        Item::DateWord
    } else if is_number(bare) {
        Item::Number
    } else {
        Item::Unknown
    }
}

/// The reason of a line that is all known, and whether it is enough on its own.
pub(super) fn reason(cover: &Cover) -> Option<(Reason, &'static str, bool)> {
    let phrases: Vec<Entry> = cover
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Phrase(entry) => Some(*entry),
            _ => None,
        })
        .collect();
    if let Some(Item::Person { sure, .. }) = cover
        .items
        .iter()
        .find(|item| matches!(item, Item::Person { .. }))
    {
        let sure = *sure || cover.has_date() || cover.has(|item| *item == Item::Email);
        return Some((Reason::Byline, "reporter", sure));
    }
    let labelled_date = phrases.iter().any(|phrase| phrase.reason == Reason::Date);
    let time = cover.has(|item| *item == Item::Time);
    if cover.has_date() || (time && !phrases.is_empty()) {
        return Some((
            Reason::Date,
            "date",
            labelled_date || time || !phrases.is_empty(),
        ));
    }
    if labelled_date && cover.items.len() > 1 {
        return Some((Reason::Date, "date", true));
    }
    if cover.has(|item| *item == Item::Email) {
        return Some((Reason::Email, "email", true));
    }
    if let Some(first) = phrases
        .iter()
        .find(|phrase| phrase.sure)
        .or(phrases.first())
    {
        let counted = cover.has(|item| *item == Item::Number);
        let sure = phrases
            .iter()
            .any(|phrase| phrase.sure && phrase.reason != Reason::Date)
            || phrases.len() > 1
            || (counted && first.reason == Reason::Reaction);
        return Some((first.reason, "words", sure));
    }
    if cover.has(|item| *item == Item::Hashtag) {
        return Some((Reason::Hashtags, "hashtags", true));
    }
    if cover.has(|item| *item == Item::Url) {
        return Some((Reason::SiteInfo, "address", false));
    }
    // With a zone: `2:01 PM EDT`.
    let zoned = cover.count(|item| *item == Item::DateWord) >= 2;
    time.then_some((Reason::Date, "time", zoned))
}

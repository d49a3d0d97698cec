//! How the running text speaks to its reader. A site that asks for something speaks otherwise than a report:
//! politely where the text is plain Korean, with `you` and `our` where the text has neither.

use super::line::PageLine;
use crate::article::is_hangul;

/// A register shows after so many sentences.
const FEWEST: usize = 3;
/// Of as many sentences one may speak otherwise.
const ONE_IN: usize = 6;

/// What no sentence of the running text does, but for a few.
#[derive(Debug, Default)]
pub(super) struct Voice {
    never_polite: bool,
    never_addresses: bool,
    never_asks: bool,
}

impl Voice {
    /// The voice of these lines; a quotation is another's.
    pub(super) fn of<'a>(running: impl Iterator<Item = &'a PageLine>) -> Voice {
        let (mut korean, mut polite) = (0, 0);
        let (mut english, mut addressing, mut asking) = (0, 0, 0);
        for line in running.filter(|line| !is_spoken(&line.text)) {
            if line.text.contains(is_hangul) {
                korean += 1;
                polite += usize::from(is_polite(&line.text));
            } else {
                english += 1;
                addressing += usize::from(addresses(&line.folded));
                asking += usize::from(asks(&line.folded));
            }
        }
        Voice {
            never_polite: korean >= FEWEST && polite * ONE_IN <= korean,
            never_addresses: english >= FEWEST && addressing * ONE_IN <= english,
            never_asks: english >= FEWEST && asking == 0,
        }
    }

    /// The line speaks as the text does not.
    pub(super) fn is_foreign(&self, line: &PageLine) -> bool {
        !is_spoken(&line.text)
            && ((self.never_polite && is_polite(&line.text))
                || (self.never_addresses && addresses(&line.folded))
                || (self.never_asks && asks(&line.folded)))
    }
}

fn is_spoken(text: &str) -> bool {
    text.contains(['"', '“', '”'])
}

/// Ends as one speaks to somebody: `...합니다.`, `...하세요!`, `...될까요?`
fn is_polite(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    [
        "니다", "세요", "어요", "아요", "해요", "에요", "예요", "까요", "나요", "지요", "래요",
        "니까", "시오",
    ]
    .iter()
    .any(|ending| end.ends_with(ending))
}

/// `Get the rundown of ...`, `Never miss ...`: begins as an order does.
pub(super) fn asks(folded: &str) -> bool {
    const VERBS: [&str; 54] = [
        "access",
        "add",
        "ask",
        "become",
        "book",
        "browse",
        "buy",
        "catch",
        "check",
        "choose",
        "click",
        "contact",
        "copy",
        "discover",
        "don't",
        "donate",
        "download",
        "email",
        "enjoy",
        "enter",
        "explore",
        "find",
        "follow",
        "get",
        "give",
        "join",
        "learn",
        "leave",
        "listen",
        "load",
        "never",
        "play",
        "prefer",
        "print",
        "rate",
        "read",
        "register",
        "save",
        "see",
        "select",
        "send",
        "share",
        "shop",
        "show",
        "sign",
        "start",
        "stay",
        "submit",
        "subscribe",
        "support",
        "tell",
        "try",
        "visit",
        "watch",
    ];
    let first = folded.split(' ').next().unwrap_or(folded);
    VERBS.contains(&first)
}

/// `Would you ...`, `Support our ...`
fn addresses(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "you" | "your" | "yours" | "our" | "ours" | "us" | "we"
        )
    })
}

//! Who made a picture, and whose it is.

use super::line::{PageLine, display_width};
use super::{byline, words};

/// `Illustration by Slate. Photo by Getty Images Plus.`: nothing but who made the pictures.
pub(super) fn is_all_credits(folded: &str) -> bool {
    const MADE: [&str; 12] = [
        "photo",
        "photos",
        "photograph",
        "photographs",
        "photography",
        "image",
        "images",
        "illustration",
        "illustrations",
        "graphic",
        "graphics",
        "video",
    ];
    let mut parts = folded
        .split(". ")
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let mut words = part.split(' ');
            let first = words.next().unwrap_or(part);
            let made =
                MADE.contains(&first) && matches!(words.next(), Some("by" | "courtesy" | "via"));
            let labelled = matches!(first, "source:" | "sources:" | "credit:" | "credits:");
            (made || labelled) && words.count() <= 8
        })
}

/// A sign of copyright and a person's name, with neither year nor rights.
pub(super) fn is_owner_of_picture(text: &str) -> bool {
    let name = text.trim_start_matches(['©', 'ⓒ', ' ']);
    name.len() < text.len() && (byline::is_english_name(name) || words::is_korean_name(name))
}

/// `Mina Kim/WKSU`, `BBC / Morag Tennant`: who took the picture above it, and for whom.
pub(super) fn is_lone_credit(text: &str) -> bool {
    let korean = text.starts_with('ⓒ')
        && display_width(text) <= 40
        && !text.contains("금지")
        && !text.contains(|c: char| c.is_ascii_digit());
    if korean {
        return true;
    }
    let Some((left, right)) = text.split_once(['/', '|']) else {
        return false;
    };
    let names = |text: &str| {
        let mut words = text
            .split([' ', '/', '|'])
            .filter(|word| !word.is_empty())
            .peekable();
        words.peek().is_some()
            && words.all(|word| {
                word.starts_with(char::is_uppercase)
                    && word
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’' | '\''))
            })
    };
    let agency = |text: &str| {
        let text = text.trim();
        text.len() >= 2 && text.chars().all(char::is_uppercase)
            || text.ends_with(" Images")
            || matches!(
                text,
                "Reuters" | "Getty Images" | "Shutterstock" | "Alamy" | "Bloomberg" | "Yonhap"
            )
            || text.starts_with("The ")
    };
    let person = |text: &str| text.trim().contains(' ');
    text.is_ascii()
        && (person(left) || person(right))
        && text.len() <= 60
        && names(left)
        && names(right)
        && (agency(left) || text.rsplit(['/', '|']).next().is_some_and(agency))
}

/// A caption with its rights: a sentence, and a note after it of what may not be done with the picture.
pub(super) fn is_caption_with_rights(line: &PageLine) -> bool {
    let text = line.folded.as_str();
    let bracketed = [('[', ']'), ('<', '>'), ('(', ')')]
        .iter()
        .any(|&(open, close)| text.starts_with(open) && text.ends_with(close));
    let signed = text.starts_with(['ⓒ', '©', '※', '▶', '☞']) || text.starts_with("copyright");
    if bracketed || signed {
        return false;
    }
    // `한빛항 전경 [한빛시 제공. 재판매 및 DB 금지]`
    let shown = text.rsplit_once(" [").map(|(shown, _)| shown);
    if text.ends_with(']')
        && shown.is_some_and(|shown| display_width(shown) >= 16 && !shown.contains(['[', '금']))
    {
        return line.text.contains("제공");
    }
    let stop = text.match_indices(". ").map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        before == Some('다') || before.is_some_and(|c| c.is_ascii_digit())
    });
    stop.is_some_and(|at| display_width(&text[..at]) >= 30)
}

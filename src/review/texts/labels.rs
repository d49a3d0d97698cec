//! What the things of the core are called on the screen.

use super::{Locale, Text};
use jjak_core::article::{Lang, Reason};
use jjak_core::bitext::{Refusal, State, Verdict};
use jjak_core::check::Check;
use jjak_formats::exchange::Format;

pub fn lang_name(lang: Lang, locale: Locale) -> &'static str {
    match lang {
        Lang::En => Text::English.in_(locale),
        Lang::Ko => Text::Korean.in_(locale),
    }
}

/// A state as the window says it.
pub fn state(state: State, locale: Locale) -> &'static str {
    match state {
        State::Unreviewed => locale.pick("unreviewed", "검토 전"),
        State::Accepted => locale.pick("accepted", "확정"),
        State::Flagged => locale.pick("flagged", "보류"),
    }
}

pub fn verdict(verdict: Verdict, locale: Locale) -> &'static str {
    match verdict {
        Verdict::Exact => locale.pick("exact", "정확한 번역"),
        Verdict::Free => locale.pick("free", "의역"),
        Verdict::Partial => locale.pick("partial", "일부만 번역"),
        Verdict::NotATranslation => locale.pick("not a translation", "번역 아님"),
        Verdict::IntendedOmission => locale.pick("intended omission", "의도한 생략"),
    }
}

/// What a check looks for.
pub fn check(check: Check, locale: Locale) -> &'static str {
    match check {
        Check::Numbers => locale.pick("figures", "숫자"),
        Check::Names => locale.pick("names", "이름"),
        Check::Terms => locale.pick("terms", "용어"),
        Check::Untranslated => locale.pick("untranslated", "번역 안 됨"),
        Check::Miscopied => locale.pick("copied wrong", "잘못 옮긴 철자"),
        Check::Negation => locale.pick("negation", "부정"),
        Check::Omitted => locale.pick("left out", "빠진 내용"),
        Check::Opposites => locale.pick("opposites", "반대말"),
        Check::Markup => locale.pick("tags and addresses", "태그·주소"),
        Check::Marks => locale.pick("marks and spaces", "부호·띄어쓰기"),
        Check::Register => locale.pick("register", "문체"),
        Check::Length => locale.pick("length", "길이"),
        Check::Repeats => locale.pick("translated in two ways", "같은 문장 다른 번역"),
        Check::Slips => locale.pick("slips of editing", "수정 실수"),
    }
}

/// A format of files of pairs.
pub fn format(format: Format, locale: Locale) -> &'static str {
    let text = match format {
        Format::Tmx => Text::FormatTmx,
        Format::Xliff12 => Text::FormatXliff12,
        Format::Xliff21 => Text::FormatXliff21,
        Format::Tsv => Text::FormatTsv,
        Format::Xlsx => Text::FormatXlsx,
        Format::Docx => Text::FormatDocx,
        Format::Csv => Text::FormatCsv,
        Format::Jsonl => Text::FormatJsonl,
        Format::Parquet => Text::FormatParquet,
        Format::Moses(_) => Text::FormatMoses,
        Format::Tei => Text::FormatTei,
        Format::Xces => Text::FormatXces,
        Format::Html => Text::FormatHtml,
        Format::Markdown => Text::FormatMarkdown,
        // These are only read.
        Format::Sdltm | Format::Po => return format.what(),
    };
    text.in_(locale)
}

pub fn reason(reason: Reason, locale: Locale) -> &'static str {
    reason.in_words(locale.pick(Lang::En, Lang::Ko))
}

/// Why something cannot be done, in the window's language.
pub fn refusal(refusal: Refusal, locale: Locale) -> String {
    let (english, korean) = match refusal {
        Refusal::NoSuchRow => ("There is no such row.", "그런 행이 없습니다."),
        Refusal::NoSuchSegment => ("There is no such sentence.", "그런 문장이 없습니다."),
        Refusal::NothingToMerge => (
            "There is nothing after it to merge with.",
            "합칠 다음 행이나 문장이 없습니다.",
        ),
        Refusal::NothingToSplit => (
            "A row of one sentence cannot be split.",
            "문장이 하나뿐인 행은 나눌 수 없습니다.",
        ),
        Refusal::NoTail => (
            "There is no sentence below to move.",
            "아래에 옮길 문장이 없습니다.",
        ),
        Refusal::AlreadyThere => (
            "The sentence is in that row already.",
            "문장이 이미 그 행에 있습니다.",
        ),
        Refusal::OneSided => (
            "A pair needs a sentence of each side.",
            "양쪽에서 문장을 하나씩 골라야 짝지을 수 있습니다.",
        ),
        Refusal::NothingToUnlink => (
            "The row has one sentence only; there is nothing to take apart.",
            "문장이 하나뿐인 행이라 풀 짝이 없습니다.",
        ),
        Refusal::NoCutThere => (
            "The sentence cannot be cut here.",
            "여기서는 문장을 자를 수 없습니다.",
        ),
        Refusal::Edited => (
            "The sentence was edited. Bring the original text back before cutting it.",
            "수정한 문장입니다. 먼저 처음 문장으로 되돌리세요.",
        ),
        Refusal::ExcludedBetween => (
            "An excluded paragraph lies between the two sentences.",
            "두 문장 사이에 제외한 문단이 있어 합칠 수 없습니다.",
        ),
        Refusal::BlockAlready => (
            "The paragraph is in that state already.",
            "문단이 이미 그 상태입니다.",
        ),
        Refusal::WrongAlignment => (
            "That would change rows that are accepted or made by hand; nothing was done.",
            "확정했거나 직접 만든 행이 바뀌게 되어 그대로 두었습니다.",
        ),
        Refusal::NoSuchBlock => ("There is no such paragraph.", "그런 문단이 없습니다."),
        Refusal::ReachesOver => (
            "A sentence reaches beyond the paragraph. Cut it there first.",
            "문단 밖까지 이어진 문장이 있습니다. 먼저 그 문장을 자르세요.",
        ),
        Refusal::ReadOnly => (
            "The work is open elsewhere; it is only shown here.",
            "다른 곳에서 열려 있는 작업이라 여기서는 바꿀 수 없습니다.",
        ),
        Refusal::NoChange => ("Nothing would change.", "바뀌는 내용이 없습니다."),
    };
    locale.pick(english, korean).to_owned()
}

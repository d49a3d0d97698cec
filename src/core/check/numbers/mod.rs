//! Figures that do not come through: `12 percent` against `15%`, or an exact figure that is nowhere on the other side.
//!
//! Small numbers are words in one language and digits in the other, dates are counted by weekdays or by days of the
//! month, ages and clause numbers are left out: none of these is a fault by itself.

mod compared;
mod compound;
mod counted;
mod dimension;
mod forms;
mod rate;
mod sentence;
mod sino;
mod unit;

use super::Finding;
use crate::article::Lang;
use crate::evidence::{Evidence, EvidenceKind, Lone};
use compared::Numbers;

/// Up to this a count is a word as often as a figure.
const SMALL: u64 = 12;
/// Digits from which a figure is exact enough that its absence is told, zeros at the end aside.
const EXACT: usize = 3;

/// Emergency numbers, which an English text calls by what they are.
const HOTLINES: [&str; 4] = ["119", "112", "110", "1339"];

pub(super) fn mismatch(en: &[&str], ko: &[&str], evidence: &Evidence) -> Option<Finding> {
    let numbers = Numbers::of(en, ko);
    let figures = |lang: Lang, texts: &[&str]| -> Vec<String> {
        let lone = evidence.lone.iter();
        let lone = lone.filter(|lone| lone.lang == lang && lone.kind == EvidenceKind::Number);
        lone.filter(|lone| {
            let place = &lone.place;
            counts(texts[place.sentence], lone)
                && !numbers.is_said(lang, place.sentence, &place.span)
        })
        .map(|lone| figure(texts, lone).to_owned())
        .collect()
    };
    let (mut english, mut korean) = (figures(Lang::En, en), figures(Lang::Ko, ko));
    if is_scaled(&english, &korean) {
        return None;
    }
    korean.retain(|figure| !HOTLINES.contains(&figure.as_str()));
    if english.is_empty() || korean.is_empty() {
        let is_exact = |text: &String| {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.trim_end_matches('0').len() >= EXACT && !is_year(&digits)
        };
        english.retain(is_exact);
        korean.retain(is_exact);
    }
    if english.is_empty() || korean.is_empty() {
        let difference = numbers.difference();
        let with_unit = |text: &str, span: &std::ops::Range<usize>| {
            let rest = &text[span.end..];
            let word = rest.char_indices().skip(1).find(|(_, c)| c.is_whitespace());
            let end = word.map_or(text.len(), |(at, _)| span.end + at);
            text[span.start..end]
                .trim_end_matches(['.', ','])
                .to_owned()
        };
        let other_unit = || {
            let (en_number, ko_number) = numbers.other_unit()?;
            Some((
                with_unit(en[en_number.sentence], &en_number.span),
                with_unit(ko[ko_number.sentence], &ko_number.span),
            ))
        };
        let by_time = || rate::difference(en, ko);
        if let Some((en, ko)) = difference.or_else(other_unit).or_else(by_time) {
            (english, korean) = (vec![en], vec![ko]);
        }
    }
    (!english.is_empty() || !korean.is_empty()).then_some(Finding::Numbers {
        en: english,
        ko: korean,
    })
}

/// Whether the figures of a table are the same in another unit, such as billions and hundreds of millions.
fn is_scaled(en: &[String], ko: &[String]) -> bool {
    let value = |figure: &String| figure.replace(',', "").parse::<f64>().ok();
    let powers: Option<Vec<f64>> = en
        .iter()
        .zip(ko)
        .map(|(en, ko)| Some((value(ko)? / value(en)?).log10()))
        .collect();
    en.len() == ko.len()
        && en.len() >= 2
        && powers.is_some_and(|powers| {
            let is_power = |power: &f64| (power - power.round()).abs() < 1e-6 && *power != 0.0;
            powers.iter().all(is_power)
                && powers.windows(2).all(|two| (two[0] - two[1]).abs() < 1e-6)
        })
}

fn figure<'a>(texts: &[&'a str], lone: &Lone) -> &'a str {
    let text = &texts[lone.place.sentence][lone.place.span.clone()];
    text.trim_matches(|letter: char| letter.is_whitespace() || ",.:;".contains(letter))
}

/// Whether a figure without a counterpart is worth a word.
fn counts(sentence: &str, lone: &Lone) -> bool {
    let span = &lone.place.span;
    let (text, after) = (&sentence[span.clone()], &sentence[span.end..]);
    let before = sentence[..span.start].trim_end();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter.is_ascii_punctuation());
    let small = bare && digits.parse::<u64>().is_ok_and(|number| number <= SMALL);
    // `(30)` repeats a number in words or gives an age, `($2.4 billion)` converts a sum.
    let aside = before.ends_with(['(', '$', '€', '£', '¥', '₩']) || before.ends_with("US$");
    // A part of a name or of a code: `Nari9`, `A380`.
    let glued = sentence[..span.start].ends_with(|letter: char| letter.is_alphabetic());
    // `27일` stands for a weekday.
    let day = after.starts_with('일') && digits.len() <= 2;
    // `1.` begins a clause; `37,` after a name is an age.
    let marker = before.is_empty() && (after.starts_with(['.', ')']) || text.ends_with('.'));
    let age = bare && text.ends_with(',') && digits.len() <= 2;
    // `25 basis points` is 0.25%p in Korean, `4.40 am` has hours and minutes.
    let after = after.trim_start();
    let units = ["basis point", "%포인트", "%p", "am", "a.m.", "pm", "p.m."];
    let converted = units.iter().any(|unit| after.starts_with(unit));
    !(small || aside || glued || day || marker || age || converted)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::lexicon::Lexicon;

    fn found(en: &str, ko: &str) -> Option<String> {
        let evidence = Evidence::of(&[en], &[ko], Lexicon::shipped());
        mismatch(&[en], &[ko], &evidence).map(|finding| finding.to_string())
    }

    #[test]
    fn a_changed_figure_is_told() {
        assert_eq!(
            found("Rents rose 14 percent.", "월세가 15퍼센트 올랐다.").as_deref(),
            Some("the English has 14, the Korean 15")
        );
        assert_eq!(
            found("The won fell to 1,468.3.", "원화 가치가 떨어졌다.").as_deref(),
            Some("1,468.3 of the English is not in the Korean")
        );
    }

    #[test]
    fn what_is_said_otherwise_in_the_other_language_is_no_mismatch() {
        for (en, ko) in [
            ("The minimum term is one month.", "최소 기간은 1개월이다."),
            (
                "On Wednesday they walked onstage.",
                "이들은 12일 무대에 올랐다.",
            ),
            ("within fourteen (14) days", "14일 이내에"),
            (
                "Pyeon, 37, studied acoustics.",
                "편 대표는 음향학을 공부했다.",
            ),
            ("3.5 trillion won ($2.4 billion)", "3조5천억원"),
            ("Since October 2024 it rose.", "지난해 10월 이후 올랐다."),
            ("He sold 15 pigs.", "그는 돼지 열 다섯 마리를 팔았다."),
            (
                "She is 21 and has 12 cats.",
                "그는 스물 한 살이고 고양이 열 두 마리를 키운다.",
            ),
            (
                "It took 36 days and 53 men.",
                "서른 여섯 날과 쉰 세 명이 필요했다.",
            ),
            ("1. Definitions", "제1조 (정의)"),
            (
                "They want a cut of 25 basis points.",
                "0.25%포인트 인하 의견을 냈다.",
            ),
            ("He came at 4.40 am.", "그는 오전 4시 40분에 왔다."),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}

//! Numbers in the syllables of Sino-Korean.

use super::counted::Counted;
use super::unit;
use crate::evidence::quantity::{Quantity, Sort};

/// Those of the sentence `at` of its side, `삼백이십 일`, before something that is counted.
pub(super) fn numerals(at: usize, text: &str) -> Vec<Counted<'_>> {
    const COUNTED: [&str; 26] = [
        "년",
        "월",
        "일",
        "개월",
        "분",
        "초",
        "시간",
        "도",
        "원",
        "달러",
        "명",
        "개",
        "킬로",
        "미터",
        "센티",
        "퍼센트",
        "주",
        "살",
        "세",
        "권",
        "마리",
        "척",
        "번",
        "회",
        "리",
        "톤",
    ];
    let is_numeral = |c: char| "일이삼사오육칠팔구십백천만억".contains(c);
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += word.len();
        let length = word.find(|c| !is_numeral(c)).unwrap_or(word.len());
        let (numeral, rest) = word.split_at(length);
        let is_alone = rest.trim().is_empty();
        let what = if is_alone { &text[from..] } else { rest };
        let has_unit = numeral.contains(['십', '백', '천', '만', '억']);
        let is_long = numeral.chars().count() >= 2;
        // `삼 년`; 일, 이, 사, 오 and 구 are other words as well.
        let is_one = is_alone && ["삼", "육", "칠", "팔", "십"].contains(&numeral);
        if !(has_unit && is_long || is_one)
            || !COUNTED.iter().any(|counted| what.starts_with(counted))
        {
            continue;
        }
        let Some(value) = value_of(numeral) else {
            continue;
        };
        let span = start..start + numeral.len();
        let quantity = Quantity {
            value,
            sort: Sort::Cardinal,
            span: span.clone(),
        };
        found.push(Counted {
            text: numeral,
            sentence: at,
            span,
            values: vec![value],
            is_month: false,
            units: unit::korean(text, &quantity),
        });
    }
    found
}

/// The value of a numeral in syllables, `이천십이`.
fn value_of(numeral: &str) -> Option<f64> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, 0.0);
    for c in numeral.chars() {
        if let Some(at) = "일이삼사오육칠팔구".chars().position(|known| known == c) {
            // Two figures after one another are no numeral.
            if digit > 0.0 {
                return None;
            }
            digit = at as f64 + 1.0;
            continue;
        }
        let scale = match c {
            '십' => 10.0,
            '백' => 100.0,
            '천' => 1_000.0,
            '만' => 1e4,
            _ => 1e8,
        };
        if scale < 1e4 {
            section += f64::max(digit, 1.0) * scale;
        } else {
            let sum: f64 = section + digit;
            total += f64::max(sum, 1.0) * scale;
            section = 0.0;
        }
        digit = 0.0;
    }
    Some(total + section + digit)
}

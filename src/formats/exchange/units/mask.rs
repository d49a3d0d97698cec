//! What tells who somebody is: e-mail addresses, telephone numbers and resident registration numbers. Each becomes a sign
//! that says what stood there.

use std::borrow::Cow;
use std::ops::Range;

const EMAIL: &str = "[EMAIL]";
const PHONE: &str = "[PHONE]";
const RESIDENT: &str = "[RRN]";

/// `text` with all of them masked.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut found: Vec<(Range<usize>, &str)> = emails(text);
    let mut at = 0;
    while at < bytes.len() {
        let is_start = bytes[at].is_ascii_digit() || matches!(bytes[at], b'+' | b'(');
        let run = number_run(&bytes[at..]);
        if !is_start || run == 0 {
            at += 1;
            continue;
        }
        // A piece of a longer word or number is none.
        let follows_word =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.');
        if let (Some(kind), false) = (kind_of(&text[at..at + run]), follows_word) {
            found.push((at..at + run, kind));
        }
        at += run;
    }
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    found.sort_by_key(|(place, _)| place.start);
    let (mut out, mut last) = (String::with_capacity(text.len()), 0);
    for (place, sign) in found {
        if place.start < last {
            continue;
        }
        out.push_str(&text[last..place.start]);
        out.push_str(sign);
        last = place.end;
    }
    out.push_str(&text[last..]);
    Cow::Owned(out)
}

fn emails(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    let bytes = text.as_bytes();
    let places = text.match_indices('@').filter_map(|(at, _)| {
        let before = bytes[..at].iter().rev().take_while(|&&byte| is_name(byte));
        let start = at - before.count();
        let after = bytes[at + 1..].iter().take_while(|&&byte| is_host(byte));
        let host = &text[at + 1..at + 1 + after.count()];
        let host = host.trim_end_matches(['.', '-']);
        let (_, top) = host.rsplit_once('.')?;
        let is_address =
            start < at && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
        is_address.then_some((start..at + 1 + host.len(), EMAIL))
    });
    places.collect()
}

/// How many bytes of figures, with the marks that telephone numbers have between them, stand at the start; they end with
/// a figure.
fn number_run(bytes: &[u8]) -> usize {
    let (mut end, mut marks) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => (end, marks) = (at + 1, 0),
            b'+' | b'(' if at == 0 => {}
            // `+82 (0)10`, `(02) 123-4567`
            b'-' | b' ' | b'.' | b'(' | b')' if marks < 2 => marks += 1,
            _ => break,
        }
    }
    end
}

fn kind_of(run: &str) -> Option<&'static str> {
    let digits: Vec<u8> = run
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|d| d - b'0')
        .collect();
    if is_resident(run, &digits) {
        return Some(RESIDENT);
    }
    is_phone(run, &digits).then_some(PHONE)
}

/// `YYMMDD-GNNNNNN`: a day that there is, and a digit for sex and century.
fn is_resident(run: &str, digits: &[u8]) -> bool {
    let shape = run.len() == 14 && run.as_bytes().get(6) == Some(&b'-') || run.len() == 13;
    let [_, _, m1, m2, d1, d2, sex, ..] = *digits else {
        return false;
    };
    let (month, day) = (m1 * 10 + m2, d1 * 10 + d2);
    shape
        && digits.len() == 13
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (1..=8).contains(&sex)
}

/// Numbers of Korea (`02-123-4567`, `010-1234-5678`, `1588-1234`), international ones with `+`, and American ones in the
/// form `(212) 555-0123`. Figures without a mark are a number only if they begin as mobile ones do.
fn is_phone(run: &str, digits: &[u8]) -> bool {
    let groups: Vec<usize> = run
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|&length| length > 0)
        .collect();
    if run.starts_with('+') {
        return (8..=15).contains(&digits.len()) && groups.len() > 1;
    }
    match (digits, groups.as_slice()) {
        ([0, 1, ..], [10 | 11]) => true,
        ([0, ..], [2..=4, 3 | 4, 4]) => true,
        ([1, 5 | 6 | 8, ..], [4, 4]) => run.contains('-') && !are_years(run),
        (_, [3, 3, 4]) => run.starts_with('(') || run.contains('-'),
        _ => false,
    }
}

/// `1592-1598`
fn are_years(run: &str) -> bool {
    let Some((first, last)) = run.split_once('-') else {
        return false;
    };
    match (first.parse::<u16>(), last.parse::<u16>()) {
        (Ok(first), Ok(last)) => first < last && last < 2100,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_tells_who_somebody_is_is_masked() {
        for (text, expected) in [
            ("기자 kim.lee@news.co.kr입니다.", "기자 [EMAIL]입니다."),
            ("문의: 010-1234-5678, 02-123-4567", "문의: [PHONE], [PHONE]"),
            (
                "Call +82 10-1234-5678 or (212) 555-0123.",
                "Call [PHONE] or [PHONE].",
            ),
            ("번호는 01012345678이다.", "번호는 [PHONE]이다."),
            ("대표번호 1588-1234로", "대표번호 [PHONE]로"),
            ("주민번호 900101-1234567", "주민번호 [RRN]"),
            ("(02) 555-1234", "[PHONE]"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn dates_scores_and_amounts_stay() {
        for text in [
            "2021-03-04, 1990-1995, 1592-1598, 2018-19",
            "1,234,567 won; 3.14159; 12 34 56",
            "ISBN 978-89-01-12345-6 and 192.168.0.1",
            "user@home, @handle, 5@ 10",
            "900199-9234567",
            "기온은 10-12도, 119와 112",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}

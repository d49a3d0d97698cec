//! SubRip and WebVTT: cues under a line with two times.

use super::cues::{Cue, plain};

/// The cues in order of time. Lines before the first time, notes, styles and numbers above a time are none of their text.
pub(super) fn cues(text: &str) -> Vec<Cue> {
    let lines: Vec<&str> = text.lines().collect();
    let times: Vec<(usize, (u64, u64))> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, times(line)?)))
        .collect();
    let is_webvtt = lines.first().is_some_and(|line| line.starts_with("WEBVTT"));
    let mut cues: Vec<Cue> = times
        .iter()
        .enumerate()
        .map(|(nth, &(at, (start, end)))| {
            let next = times.get(nth + 1).map(|&(next, _)| next);
            let text = &lines[at + 1..next.unwrap_or(lines.len())];
            // An empty line ends a cue; a note or the next one's name may follow. One of spaces is a line.
            let text = if is_webvtt {
                text.split(|line| line.is_empty())
                    .next()
                    .unwrap_or_default()
            } else {
                without_number(text, next.is_some())
            };
            Cue {
                start,
                end: Some(end),
                text: plain(&text.join("\n")),
                lang: None,
            }
        })
        .filter(|cue| !cue.text.is_empty())
        .collect();
    cues.sort_by_key(|cue| cue.start);
    cues
}

/// SubRip puts a number above the next cue's times; an empty line may also stand within a cue.
fn without_number<'a, 'b>(text: &'a [&'b str], is_followed: bool) -> &'a [&'b str] {
    match text.split_last() {
        Some((number, before))
            if is_followed
                && !number.trim().is_empty()
                && number.trim().bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            before
        }
        _ => text,
    }
}

/// Whether `text` begins as SubRip does: a number, then two times.
pub(super) fn begins_as_subrip(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_number = |line: &str| line.bytes().all(|byte| byte.is_ascii_digit());
    lines.next().is_some_and(is_number) && lines.next().is_some_and(|line| times(line).is_some())
}

/// Milliseconds of `00:00:01,000 --> 00:00:03,500`, with whatever stands behind it.
fn times(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    let end = end.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

/// Milliseconds of `01:02:03,500`, `02:03.500` or `02:03`.
fn time(written: &str) -> Option<u64> {
    let (whole, fraction) = written.split_once([',', '.']).unwrap_or((written, "0"));
    let mut seconds = 0u64;
    let mut parts = 0;
    for part in whole.split(':') {
        seconds = seconds
            .checked_mul(60)?
            .checked_add(part.trim().parse().ok()?)?;
        parts += 1;
    }
    let digits = fraction.trim();
    let millis: u64 = digits.get(..digits.len().min(3))?.parse().ok()?;
    let scale = [100, 10, 1][digits.len().clamp(1, 3) - 1];
    (2..=3)
        .contains(&parts)
        .then_some(seconds.checked_mul(1000)?.checked_add(millis * scale)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_either_format_writes_them() {
        assert_eq!(
            times("00:00:01,000 --> 00:01:03,500"),
            Some((1_000, 63_500))
        );
        assert_eq!(
            times("00:04.25 --> 00:06.000 align:start"),
            Some((4_250, 6_000))
        );
        assert_eq!(times("one --> two"), None);
        assert_eq!(time("99999999999999999999:00"), None);
    }

    #[test]
    fn numbers_and_notes_are_no_text_but_a_lone_number_may_be() {
        let text =
            |file: &str| -> Vec<String> { cues(file).into_iter().map(|cue| cue.text).collect() };
        let srt = "1\n00:00:01,000 --> 00:00:02,000\n열까지 세면\n\n2\n00:00:02,000 --> 00:00:03,000\n10\n";
        assert_eq!(text(srt), ["열까지 세면", "10"]);
        let vtt = "WEBVTT\n\nNOTE x\n\nintro\n00:01.000 --> 00:02.000\nOne.\n\nNOTE\nnot this\n\n00:02.000 --> 00:03.000\nTwo.";
        assert_eq!(text(vtt), ["One.", "Two."]);
    }
}

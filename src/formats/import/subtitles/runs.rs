//! Which cues go on with the sentence of the cue before.

use super::cues::Cue;
use jjak_core::segment::hangs;

/// Silence after which a sentence is taken to be over (milliseconds), whatever its end looks like.
const LONG_SILENCE: u64 = 3_000;
/// Most cues of one sentence.
const MOST_CUES: usize = 8;
/// Cues that end with a full stop, of a hundred, from which one without goes on.
const POINTED_PER_HUNDRED: usize = 30;

/// The cues of one track with those that share a sentence as one. Lines that begin with a dash are speakers of their own.
pub(super) fn joined(cues: Vec<Cue>) -> Vec<Cue> {
    let pieces: Vec<Cue> = cues.into_iter().flat_map(speakers).collect();
    let pointed = pieces.iter().filter(|cue| ends_sentence(&cue.text)).count();
    let is_pointed = pointed * 100 >= pieces.len() * POINTED_PER_HUNDRED;
    let mut runs: Vec<Cue> = Vec::new();
    let mut length = 0;
    for cue in pieces {
        match runs.last_mut() {
            Some(run) if length < MOST_CUES && goes_on(run, &cue, is_pointed) => {
                run.text.push('\n');
                run.text.push_str(&cue.text);
                run.end = cue.end;
                length += 1;
            }
            _ => {
                runs.push(cue);
                length = 1;
            }
        }
    }
    runs
}

/// A cue of two speakers is two.
fn speakers(cue: Cue) -> Vec<Cue> {
    let said: Vec<&str> = cue.text.lines().collect();
    if !said.iter().any(|line| dash(line).is_some()) {
        return vec![cue];
    }
    let mut parts: Vec<Cue> = Vec::new();
    for line in said {
        let part = |text: &str| Cue {
            text: text.to_owned(),
            ..cue.clone()
        };
        match (dash(line), parts.last_mut()) {
            (Some(text), _) => parts.push(part(text)),
            (None, None) => parts.push(part(line)),
            (None, Some(before)) => {
                before.text.push('\n');
                before.text.push_str(line);
            }
        }
    }
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// What a speaker's dash stands before; no number follows one.
fn dash(line: &str) -> Option<&str> {
    let text = line.strip_prefix(['-', '–', '—', '‐'])?.trim_start();
    (!text.starts_with(|c: char| c.is_ascii_digit() || c == '-')).then_some(text)
}

fn goes_on(run: &Cue, next: &Cue, is_pointed: bool) -> bool {
    // Two speakers of one cue, or two cues at once.
    if run.start == next.start {
        return false;
    }
    if run
        .end
        .is_some_and(|end| next.start.saturating_sub(end) > LONG_SILENCE)
    {
        return false;
    }
    let text = run.text.trim_end();
    let is_song = text.ends_with(['♪', '♬', ']']) || next.text.starts_with(['♪', '♬', '[']);
    let starts_low = next
        .text
        .trim_start_matches(['.', '…', ' '])
        .starts_with(char::is_lowercase);
    if is_song
        || (ends_sentence(text) && !(starts_low && text.ends_with(['.', '…']) && trails(text)))
    {
        return false;
    }
    // Without full stops a cue ends unless it hangs on what follows; with them, a Korean one by its ending.
    starts_low || hangs(text, &next.text) || (is_pointed && !(is_korean(text) && ends_korean(text)))
}

/// Three dots at the end: the sentence may go on.
fn trails(text: &str) -> bool {
    text.ends_with("...") || text.ends_with('…')
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '\'', '’', ')', ']', '」', '』', '>'])
        .ends_with(['.', '!', '?', '…', '。', '~', '♪', '♬'])
}

fn is_korean(text: &str) -> bool {
    text.chars()
        .rev()
        .find(|c| c.is_alphabetic())
        .is_some_and(jjak_core::article::is_hangul)
}

/// The endings of Korean sentences that captions leave without a full stop, in a file that has them elsewhere.
fn ends_korean(text: &str) -> bool {
    const ENDINGS: [char; 14] = [
        '다', '요', '죠', '까', '네', '군', '라', '자', '지', '어', '야', '냐', '니', '해',
    ];
    text.ends_with(ENDINGS) || text.ends_with("구나")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(cues: &[(u64, u64, &str)]) -> Vec<String> {
        let cues = cues.iter().map(|&(start, end, text)| Cue {
            start,
            end: Some(end),
            text: text.into(),
            lang: None,
        });
        joined(cues.collect())
            .into_iter()
            .map(|run| run.text)
            .collect()
    }

    #[test]
    fn a_sentence_runs_on_to_its_full_stop() {
        assert_eq!(
            runs(&[
                (0, 2000, "The bank kept"),
                (2000, 3000, "its rate. It"),
                (3000, 4000, "said so."),
                (4100, 5000, "Then Mr. Rhee"),
                (9000, 9500, "Later"),
            ]),
            [
                "The bank kept\nits rate. It\nsaid so.",
                "Then Mr. Rhee",
                "Later"
            ]
        );
    }

    #[test]
    fn korean_captions_without_full_stops_end_by_their_endings() {
        assert_eq!(
            runs(&[
                (0, 1000, "우리는 오늘"),
                (1000, 2000, "떠나요"),
                (2000, 3000, "비가 오네"),
                (3000, 4000, "우산을"),
                (4000, 5000, "챙기자")
            ]),
            ["우리는 오늘\n떠나요", "비가 오네", "우산을\n챙기자"]
        );
    }

    #[test]
    fn dashes_part_speakers_and_numbers_keep_their_sign() {
        assert_eq!(
            runs(&[(0, 1, "- Who?\n- Me,\nof course.")]),
            ["Who?", "Me,\nof course."]
        );
        assert_eq!(runs(&[(0, 1, "-5 degrees.")]), ["-5 degrees."]);
    }

    #[test]
    fn dots_before_a_small_letter_lead_on() {
        assert_eq!(
            runs(&[(0, 1, "And then..."), (2, 3, "...it broke.")]),
            ["And then...\n...it broke."]
        );
        assert_eq!(runs(&[(0, 1, "And then..."), (2, 3, "It broke.")]).len(), 2);
    }
}

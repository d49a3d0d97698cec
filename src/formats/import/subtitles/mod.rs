//! Subtitles: cues joined into the sentences that run on across them. Times are not kept.

mod cues;
mod runs;
mod sami;
mod timed;

use super::document::Document;
use super::{Fault, Imported};
use cues::Cue;
use jjak_core::article::{BlockKind, Lang, Provenance, Reason};
use jjak_core::clean::rolling;

/// How the cues of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// SubRip (`.srt`) or WebVTT (`.vtt`): a line of two times above each cue.
    Timed,
    /// SAMI (`.smi`): tags, with a class for each language.
    Sami,
}

/// How a file that begins with `start` (in small letters) is written, if it is subtitles.
pub(super) fn sniff(start: &str) -> Option<Written> {
    match () {
        () if start.starts_with("<sami") => Some(Written::Sami),
        () if start.starts_with("webvtt") || timed::begins_as_subrip(start) => Some(Written::Timed),
        () => None,
    }
}

/// An article of subtitles, which have been through [`super::text::normalize`]. What a file tells of each cue's
/// language goes to [`Imported::langs`].
pub(super) fn article(
    text: &str,
    written: Written,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    let tracks = match written {
        Written::Timed => vec![timed::cues(text)],
        Written::Sami => {
            let sami = sami::read(text);
            provenance.title = sami.title;
            sami.tracks
        }
    };
    let mut runs: Vec<(Cue, bool)> = Vec::new();
    for track in tracks {
        let (cues, again) = unrolled(track);
        runs.extend(runs::joined(cues).into_iter().map(|run| (run, false)));
        runs.extend(again.into_iter().map(|cue| (cue, true)));
    }
    // The tracks of two languages interleave; a track's own order stays.
    runs.sort_by_key(|(run, _)| run.start);
    let mut document = Document::default();
    let mut langs: Vec<Option<Lang>> = Vec::with_capacity(runs.len());
    for (run, stood_before) in runs {
        if stood_before {
            document.push_excluded(&run.text, Reason::Repeat, rolling::RULE)?
        } else {
            document.push(&run.text, BlockKind::Body)?
        }
        langs.push(run.lang);
    }
    let mut imported = document.finish(provenance);
    if langs.iter().any(Option::is_some) {
        imported.langs = langs;
    }
    Ok(imported)
}

/// The cues of captions that roll up without the lines that stood in the cue before, and those lines. Of other captions
/// all stays.
fn unrolled(cues: Vec<Cue>) -> (Vec<Cue>, Vec<Cue>) {
    let lines: Vec<Vec<&str>> = cues.iter().map(|cue| cue.text.lines().collect()).collect();
    let counts = rolling::rolled(&lines);
    let (mut once, mut again) = (Vec::with_capacity(cues.len()), Vec::new());
    for (cue, (lines, count)) in cues.iter().zip(lines.iter().zip(counts)) {
        let part = |lines: &[&str]| Cue {
            text: lines.join("\n"),
            ..cue.clone()
        };
        let (before, new) = lines.split_at(count.min(lines.len()));
        again.extend((!before.is_empty()).then(|| part(before)));
        once.extend((!new.is_empty()).then(|| part(new)));
    }
    (once, again)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_that_roll_up_are_read_once() {
        let said = [
            "the harbor opened",
            "after nine years",
            "of work.",
            "The mayor said",
            "he was glad.",
        ];
        let cue = |at: usize| {
            let above = at
                .checked_sub(1)
                .and_then(|above| said.get(above))
                .copied()
                .unwrap_or_default();
            let below = said.get(at).copied().unwrap_or_default();
            format!(
                "00:00:0{at}.000 --> 00:00:0{at}.990\n{above}\n{below}\n\n00:00:0{at}.990 --> 00:00:0{at}.999\n{below}\n \n\n"
            )
        };
        // An empty line above the first one would end its cue.
        let file: String = (0..said.len()).map(cue).collect();
        let file = format!("WEBVTT\n\n{}", file.replacen("\n\nthe", "\nthe", 1));
        let imported = article(&file, Written::Timed, Provenance::default()).unwrap();
        let text = |excluded: bool| -> Vec<&str> {
            let blocks = imported
                .article
                .blocks
                .iter()
                .filter(|block| block.excluded.is_some() == excluded);
            blocks
                .map(|block| &imported.article.text[block.span.clone()])
                .collect()
        };
        assert_eq!(
            text(false),
            [
                "the harbor opened\nafter nine years\nof work.",
                "The mayor said\nhe was glad."
            ]
        );
        assert_eq!(text(true).len(), 2 * said.len() - 1);
    }
}

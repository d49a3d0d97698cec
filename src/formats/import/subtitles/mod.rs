//! Subtitles: cues joined into the sentences that run on across them. Times are not kept.

mod cues;
mod runs;
mod sami;
mod timed;

use super::document::Document;
use super::{Fault, Imported};
use cues::Cue;
use jjak_core::article::{BlockKind, Lang, Provenance};

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
    let mut runs: Vec<Cue> = tracks.into_iter().flat_map(runs::joined).collect();
    // The tracks of two languages interleave; a track's own order stays.
    runs.sort_by_key(|run| run.start);
    let mut document = Document::default();
    let mut langs: Vec<Option<Lang>> = Vec::with_capacity(runs.len());
    for run in runs {
        document.push(&run.text, BlockKind::Body)?;
        langs.push(run.lang);
    }
    let mut imported = document.finish(provenance);
    if langs.iter().any(Option::is_some) {
        imported.langs = langs;
    }
    Ok(imported)
}

//! What an edited sentence says otherwise than its original, word by word.

use super::fonts;
use super::theme::Palette;
use egui::Stroke;
use egui::text::{LayoutJob, TextFormat};
use similar::ChangeTag;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DiffPiece<'a> {
    Same(&'a str),
    /// In the original alone.
    Gone(&'a str),
    /// In the edited text alone.
    New(&'a str),
}

/// The pieces of `old` and `new` in order, word by word (Myers 1986).
pub(crate) fn pieces<'a>(old: &'a str, new: &'a str) -> Vec<DiffPiece<'a>> {
    let old: Vec<&str> = old.split_word_bounds().collect();
    let new: Vec<&str> = new.split_word_bounds().collect();
    let steps = similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new);
    let changes = steps.iter().flat_map(|step| step.iter_changes(&old, &new));
    changes
        .map(|change| match change.tag() {
            ChangeTag::Equal => DiffPiece::Same(change.value()),
            ChangeTag::Delete => DiffPiece::Gone(change.value()),
            ChangeTag::Insert => DiffPiece::New(change.value()),
        })
        .collect()
}

/// The pieces as text: what is gone struck out, what is new underlined.
pub(crate) fn job(pieces: &[DiffPiece], size: f32, palette: &Palette) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = TextFormat {
        font_id: fonts::regular(size),
        color: palette.text,
        ..TextFormat::default()
    };
    for piece in pieces {
        let (text, format) = match piece {
            DiffPiece::Same(text) => (text, plain.clone()),
            DiffPiece::Gone(text) => {
                let format = TextFormat {
                    color: palette.low,
                    strikethrough: Stroke::new(1.0, palette.low),
                    ..plain.clone()
                };
                (text, format)
            }
            DiffPiece::New(text) => {
                let format = TextFormat {
                    color: palette.accent,
                    underline: Stroke::new(1.5, palette.accent),
                    ..plain.clone()
                };
                (text, format)
            }
        };
        job.append(text, 0.0, format);
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_changed_are_told_from_those_that_stayed() {
        let old = "금리를 그대로 두었다.";
        let new = "기준금리를 그대로 두었다.";
        let found = pieces(old, new);
        let joined = |wanted: fn(&DiffPiece) -> bool| -> String {
            let texts = found.iter().filter(|piece| wanted(piece));
            let texts = texts.map(|piece| match piece {
                DiffPiece::Same(text) | DiffPiece::Gone(text) | DiffPiece::New(text) => *text,
            });
            texts.collect()
        };
        assert_eq!(joined(|piece| !matches!(piece, DiffPiece::New(_))), old);
        assert_eq!(joined(|piece| !matches!(piece, DiffPiece::Gone(_))), new);
        assert!(joined(|piece| matches!(piece, DiffPiece::Same(_))).contains("그대로 두었다."));
        assert_eq!(pieces("a b", "a b").len(), 3);
    }
}

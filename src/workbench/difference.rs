//! What an edited sentence says otherwise than its original, word by word.

use super::fonts;
use super::theme::Palette;
use egui::Stroke;
use egui::text::{LayoutJob, TextFormat};
use unicode_segmentation::UnicodeSegmentation;

/// Words of both texts together beyond which only the ends are compared.
const MOST_WORDS: usize = 2_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Same(&'a str),
    /// In the original alone.
    Gone(&'a str),
    /// In the edited text alone.
    New(&'a str),
}

/// The pieces of `old` and `new` in order, by a longest common subsequence of their words.
pub fn pieces<'a>(old: &'a str, new: &'a str) -> Vec<Piece<'a>> {
    let old: Vec<&str> = old.split_word_bounds().collect();
    let new: Vec<&str> = new.split_word_bounds().collect();
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev());
    let end = end.take_while(|(a, b)| a == b).count();
    let (old_middle, tail) = old_rest.split_at(old_rest.len() - end);
    let new_middle = &new_rest[..new_rest.len() - end];
    let mut pieces: Vec<Piece> = old[..start].iter().map(|word| Piece::Same(word)).collect();
    if old_middle.len() + new_middle.len() > MOST_WORDS {
        pieces.extend(old_middle.iter().map(|word| Piece::Gone(word)));
        pieces.extend(new_middle.iter().map(|word| Piece::New(word)));
    } else {
        pieces.extend(common(old_middle, new_middle));
    }
    pieces.extend(tail.iter().map(|word| Piece::Same(word)));
    pieces
}

fn common<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Piece<'a>> {
    let width = new.len() + 1;
    // How long the longest common subsequence of the rests from each place on is.
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = match old[i] == new[j] {
                true => longest[(i + 1) * width + j + 1] + 1,
                false => longest[(i + 1) * width + j].max(longest[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pieces = Vec::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            pieces.push(Piece::Same(old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]
        {
            pieces.push(Piece::Gone(old[i]));
            i += 1;
        } else {
            pieces.push(Piece::New(new[j]));
            j += 1;
        }
    }
    pieces
}

/// The pieces as text: what is gone struck out, what is new underlined.
pub fn job(pieces: &[Piece], size: f32, palette: &Palette) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = TextFormat {
        font_id: fonts::regular(size),
        color: palette.text,
        ..TextFormat::default()
    };
    for piece in pieces {
        let (text, format) = match piece {
            Piece::Same(text) => (text, plain.clone()),
            Piece::Gone(text) => {
                let format = TextFormat {
                    color: palette.low,
                    strikethrough: Stroke::new(1.0, palette.low),
                    ..plain.clone()
                };
                (text, format)
            }
            Piece::New(text) => {
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
        let joined = |wanted: fn(&Piece) -> bool| -> String {
            let texts = found.iter().filter(|piece| wanted(piece));
            let texts = texts.map(|piece| match piece {
                Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => *text,
            });
            texts.collect()
        };
        assert_eq!(joined(|piece| !matches!(piece, Piece::New(_))), old);
        assert_eq!(joined(|piece| !matches!(piece, Piece::Gone(_))), new);
        assert!(joined(|piece| matches!(piece, Piece::Same(_))).contains("그대로 두었다."));
        assert_eq!(pieces("a b", "a b").len(), 3);
    }
}

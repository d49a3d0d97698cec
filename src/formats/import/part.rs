//! Parts of a text in file names: `page.txt#120-4800` is what stands from byte 120 to byte 4800 of the page's text.

use super::{Imported, archive, chapter};
use jjak_core::article::{Article, Block, Exclusion, Lang, Reason, Span};
use std::path::{Path, PathBuf};

/// The rule's name of what a part leaves out of its page.
pub const RULE: &str = "part";

/// The file that `path` names, and the bytes of its text that are asked for. A file of that very name is whole.
pub fn split(path: &Path) -> (PathBuf, Option<Span>) {
    let found = path.file_name().and_then(|name| {
        let (file, range) = name.to_str()?.rsplit_once('#')?;
        let (start, end) = range.split_once('-')?;
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse().ok()).flatten()
        };
        let (start, end): (usize, usize) = (number(start)?, number(end)?);
        (start < end && !file.is_empty()).then(|| (path.with_file_name(file), start..end))
    });
    match found {
        Some((file, span)) if !path.is_file() => (file, Some(span)),
        _ => (path.to_owned(), None),
    }
}

/// `path` with these bytes of its text as the part that is asked for.
pub fn name(path: &Path, span: &Span) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("#{}-{}", span.start, span.end));
    name.into()
}

/// The file on disk that a name of a text is in: without part and chapter, and the archive rather than what is in it.
pub fn file_of(path: &Path) -> PathBuf {
    let place = place(path);
    archive::split(&place).map_or(place, |(archive, _)| archive)
}

/// The file that a name of a text is in, be it in an archive.
pub(super) fn place(path: &Path) -> PathBuf {
    chapter::split(&split(path).0).0
}

/// Leaves out what is outside `span`; it stays in the text and can be brought back. `None` if nothing is left.
pub(super) fn take(mut imported: Imported, span: &Span) -> Option<Imported> {
    let article = &mut imported.article;
    let ends = [span.start, span.end].map(|at| article.text.floor_char_boundary(at));
    let langs = std::mem::take(&mut imported.langs);
    let mut blocks = Vec::with_capacity(article.blocks.len() + 2);
    for (at, block) in std::mem::take(&mut article.blocks).into_iter().enumerate() {
        for piece in cut(&article.text, block, ends) {
            imported.langs.extend(langs.get(at));
            blocks.push(piece);
        }
    }
    article.blocks = blocks;
    let kept = kept_text(article);
    if kept.is_empty() {
        return None;
    }
    imported.detected = Lang::of(&kept);
    article.lang = imported.detected.unwrap_or(article.lang);
    Some(imported)
}

/// The pieces of a block before, within and after the part.
fn cut(text: &str, block: Block, [start, end]: [usize; 2]) -> impl Iterator<Item = Block> {
    let Span {
        start: first,
        end: last,
    } = block.span;
    let places = [
        first,
        start.clamp(first, last),
        end.clamp(first, last),
        last,
    ];
    let pieces: Vec<Block> = places
        .windows(2)
        .enumerate()
        .filter_map(|(which, ends)| {
            let piece = text.get(*ends.first()?..*ends.last()?)?;
            let from = ends.first()? + (piece.len() - piece.trim_start().len());
            let outside = || Exclusion {
                reason: Reason::OutsideArticle,
                rule: RULE.to_owned(),
            };
            let is_outside = which != 1 && block.excluded.is_none();
            (!piece.trim().is_empty()).then(|| Block {
                span: from..from + piece.trim().len(),
                kind: block.kind,
                excluded: is_outside.then(outside).or_else(|| block.excluded.clone()),
            })
        })
        .collect();
    pieces.into_iter()
}

fn kept_text(article: &Article) -> String {
    let kept = article.blocks.iter().filter(|b| b.excluded.is_none());
    kept.map(|block| &article.text[block.span.clone()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;

    #[test]
    fn a_part_is_two_numbers_behind_a_name() {
        let split = |name: &str| {
            let (file, span) = split(Path::new(name));
            (file.display().to_string(), span)
        };
        assert_eq!(split("a/b.txt#1-20"), ("a/b.txt".into(), Some(1..20)));
        assert_eq!(split("b.epub#3#5-6"), ("b.epub#3".into(), Some(5..6)));
        for whole in [
            "b.epub#3", "c#.txt", "d#5-2", "#1-2", "e#1-", "f#-1", "g#+1-2",
        ] {
            assert_eq!(split(whole), (whole.into(), None));
        }
        let named = name(Path::new("b.epub#3"), &(5..6));
        assert_eq!(named, Path::new("b.epub#3#5-6"));
        assert_eq!(file_of(&named), Path::new("b.epub"));
    }

    #[test]
    fn what_is_outside_stays_in_the_text() {
        let text = "First article.\nSecond article. Its end.\n세 번째 기사.\n";
        let part = |span| {
            take(import::from_text(text.to_owned()), &span).map(|imported| {
                let blocks = imported.article.blocks.iter();
                let shown = blocks.map(|block| {
                    let text = &imported.article.text[block.span.clone()];
                    (block.excluded.is_none(), text.to_owned())
                });
                (imported.detected, shown.collect::<Vec<_>>())
            })
        };
        let piece = |kept, text: &str| (kept, text.to_owned());
        assert_eq!(
            part(15..30),
            Some((
                Some(Lang::En),
                vec![
                    piece(false, "First article."),
                    piece(true, "Second article."),
                    piece(false, "Its end."),
                    piece(false, "세 번째 기사."),
                ]
            ))
        );
        assert_eq!(part(40..900).map(|(lang, _)| lang), Some(Some(Lang::Ko)));
        assert_eq!(part(900..901), None);
    }
}

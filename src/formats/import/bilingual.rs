//! One file that holds both languages: a bilingual page, paragraphs by turns, a table of two columns, subtitles.

use super::{Imported, text};
use jjak_core::article::{Block, BlockKind, Lang, PerLang, Span, is_hangul};

/// The two articles of one file.
#[derive(Clone, Debug)]
pub struct Separated {
    pub en: Imported,
    pub ko: Imported,
    pub counts: Separation,
}

/// How a file was separated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Separation {
    pub en: usize,
    pub ko: usize,
    /// Blocks with much of both languages, which stay with that of most letters.
    pub mixed: usize,
    /// The file itself says which language is which (subtitles), so that none is told by its script.
    pub by_file: bool,
}

/// A Hangul syllable says as much as so many Latin letters.
const HANGUL_WEIGHT: usize = 2;
/// How much there must be of the smaller language, of a hundred of the larger.
const SHARE_PER_HUNDRED: usize = 25;
/// How many letters of the other script make a block mixed, of a hundred.
const MIXED_PER_HUNDRED: usize = 30;

/// Whether a text holds a good share of both languages in blocks of their own.
pub fn holds_both(imported: &Imported) -> bool {
    let mut weights = PerLang([0usize; 2]);
    let article = &imported.article;
    for part in parts(imported)
        .iter()
        .filter(|part| article.blocks[part.block].excluded.is_none())
    {
        let (hangul, latin) = letters(&article.text[part.span.clone()]);
        weights[part.lang] += hangul * HANGUL_WEIGHT + latin;
    }
    let [en, ko] = weights.0;
    let (less, more) = (en.min(ko), en.max(ko));
    less > 0 && less * 100 >= more * SHARE_PER_HUNDRED
}

/// Separates the blocks of a text into an English and a Korean article, by what the file says of them, else by their
/// script; blocks of several lines are separated by lines. `None` if one of the two languages is not there.
pub fn separate(imported: &Imported) -> Option<Separated> {
    let parts = parts(imported);
    let counts = Separation {
        en: parts.iter().filter(|part| part.lang == Lang::En).count(),
        ko: parts.iter().filter(|part| part.lang == Lang::Ko).count(),
        mixed: parts
            .iter()
            .filter(|part| is_mixed(&imported.article.text[part.span.clone()]))
            .count(),
        by_file: !imported.langs.is_empty(),
    };
    let side = |lang| side(imported, &parts, lang);
    (counts.en > 0 && counts.ko > 0).then(|| Separated {
        en: side(Lang::En),
        ko: Imported {
            // They are of the one file.
            warnings: Vec::new(),
            ..side(Lang::Ko)
        },
        counts,
    })
}

/// A block, or lines of one, of one language.
struct LanguagePart {
    block: usize,
    span: Span,
    lang: Lang,
}

fn parts(imported: &Imported) -> Vec<LanguagePart> {
    let article = &imported.article;
    let mut parts: Vec<LanguagePart> = Vec::new();
    // Blocks before the first that has letters go with it.
    let mut waiting: Vec<(usize, Span)> = Vec::new();
    for (at, block) in article.blocks.iter().enumerate() {
        let said = imported.langs.get(at).copied().flatten();
        for (lang, span) in by_lines(&article.text, block, said) {
            let before = parts.last().map(|part| part.lang);
            let lang = lang.or_else(|| match block.kind {
                // A number stands in both columns.
                BlockKind::Cell => before.map(Lang::other),
                _ => before,
            });
            match lang {
                Some(lang) => {
                    let waited = waiting.drain(..).chain([(at, span)]);
                    parts.extend(waited.map(|(block, span)| LanguagePart { block, span, lang }));
                }
                None => waiting.push((at, span)),
            }
        }
    }
    parts
}

/// The lines of a block that are of one language, together; `None` without letters.
fn by_lines(text: &str, block: &Block, said: Option<Lang>) -> Vec<(Option<Lang>, Span)> {
    if said.is_some() {
        return vec![(said, block.span.clone())];
    }
    let mut runs: Vec<(Option<Lang>, Span)> = Vec::new();
    let mut start = block.span.start;
    for line in text[block.span.clone()].split_inclusive('\n') {
        let begin = start + (line.len() - line.trim_start().len());
        let span = begin..begin + line.trim().len();
        start += line.len();
        if span.is_empty() {
            continue;
        }
        let lang = Lang::of(&text[span.clone()]);
        match runs.last_mut() {
            Some((before, run)) if lang.is_none() || before.is_none() || *before == lang => {
                *before = before.or(lang);
                run.end = span.end;
            }
            _ => runs.push((lang, span)),
        }
    }
    runs
}

/// How many Hangul syllables and how many other letters there are.
fn letters(text: &str) -> (usize, usize) {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.fold((0, 0), |(hangul, latin), c| {
        if is_hangul(c) {
            (hangul + 1, latin)
        } else {
            (hangul, latin + 1)
        }
    })
}

fn is_mixed(text: &str) -> bool {
    let (hangul, latin) = letters(text);
    let all = (hangul * HANGUL_WEIGHT + latin) * MIXED_PER_HUNDRED;
    hangul * HANGUL_WEIGHT * 100 >= all && latin * 100 >= all && all > 0
}

/// The article of one language. Blocks that stood together still do; others are parted by an empty line.
fn side(imported: &Imported, parts: &[LanguagePart], lang: Lang) -> Imported {
    let article = &imported.article;
    let mut joined = String::new();
    let mut blocks = Vec::new();
    let mut before: Option<usize> = None;
    for (at, part) in parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.lang == lang)
    {
        if let Some(before) = before {
            let gap = &article.text[parts[before].span.end..part.span.start];
            joined.push_str(if before + 1 == at { gap } else { "\n\n" });
        }
        before = Some(at);
        let start = joined.len();
        joined.push_str(&article.text[part.span.clone()]);
        let block = &article.blocks[part.block];
        blocks.push(Block {
            span: start..joined.len(),
            kind: block.kind,
            excluded: block.excluded.clone(),
        });
    }
    let mut provenance = article.provenance.clone();
    provenance.title = provenance
        .title
        .filter(|title| Lang::of(title) == Some(lang));
    let mut side = text::imported(joined, blocks, provenance);
    side.article.lang = lang;
    side.detected = Some(lang);
    side.original = imported.original.clone();
    side.warnings = imported.warnings.clone();
    side
}

#[cfg(test)]
mod tests {
    use super::super::from_text;
    use super::*;

    fn texts(imported: &Imported) -> Vec<&str> {
        let blocks = imported.article.blocks.iter();
        blocks
            .map(|block| &imported.article.text[block.span.clone()])
            .collect()
    }

    #[test]
    fn paragraphs_by_turns_are_separated() {
        let both = from_text("1.\nRates held\n금리 동결\n\nThe bank held.\nIt said so.\n은행이 동결했다. (BOK)\n2.5%\n".into());
        assert!(holds_both(&both));
        let separated = separate(&both).unwrap();
        assert_eq!(
            texts(&separated.en),
            ["1.", "Rates held", "The bank held.", "It said so."]
        );
        assert_eq!(
            texts(&separated.ko),
            ["금리 동결", "은행이 동결했다. (BOK)", "2.5%"]
        );
        assert!(
            separated
                .en
                .article
                .text
                .ends_with("The bank held.\nIt said so.")
        );
        let counts = Separation {
            en: 4,
            ko: 3,
            mixed: 0,
            by_file: false,
        };
        assert_eq!(separated.counts, counts);
    }

    #[test]
    fn one_language_with_words_of_the_other_is_not_both() {
        let korean =
            from_text("BTS가 Billboard에서 1위를 했다.\n그들은 기뻐했다.\nBack To Top".into());
        assert!(!holds_both(&korean));
        assert!(separate(&from_text("금리 동결".into())).is_none());
    }

    #[test]
    fn a_block_of_much_of_both_is_counted() {
        let both = from_text("Governor Rhee said so 총재가 그렇게 말했다.\nThe end.".into());
        let separated = separate(&both).unwrap();
        assert_eq!(separated.counts.mixed, 1);
        assert_eq!(
            texts(&separated.ko),
            ["Governor Rhee said so 총재가 그렇게 말했다."]
        );
    }
}

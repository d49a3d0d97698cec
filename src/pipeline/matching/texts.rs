//! Texts as they are compared: read, cleaned and cut into sentences.

use super::gather::FoundText;
use super::{Given, Request};
use crate::custom::Custom;
use jjak_core::article::{Article, Lang, Span};
use jjak_core::matching::{self, MatchingDocument};
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::import::{self, Imported, bilingual};

/// Of the two halves of a file that holds both languages so much is paired.
const HALVES: f64 = 0.5;

/// What a file holds.
pub(super) enum Held {
    Text(Text),
    /// Both languages, which belong together.
    Both,
    /// It cannot be used; why.
    Nothing(String),
}

/// A text that can be compared.
pub(super) struct Text {
    pub lang: Lang,
    pub document: MatchingDocument,
    /// Of each sentence the block that holds it.
    pub blocks: Vec<Span>,
}

/// Reads what was found.
pub(super) fn read(found: &FoundText, given: &Given, request: &Request) -> Result<Held, Cancelled> {
    let Request {
        custom, lexicon, ..
    } = request;
    let place = (found.argument, found.name.clone());
    let given = given.get(&place).cloned();
    let imported = match given.map_or_else(|| import::read(&found.name), Ok) {
        Ok(imported) => imported,
        Err(error) => {
            let message = error.to_string();
            let name = format!("{}: ", found.name.display());
            return Ok(Held::Nothing(
                message.strip_prefix(&name).unwrap_or(&message).to_owned(),
            ));
        }
    };
    if bilingual::holds_both(&imported)
        && let Some(both) = bilingual::separate(&imported)
        && let (Ok(en), Ok(ko)) = (text(both.en, custom), text(both.ko, custom))
        && (en.lang, ko.lang) == (Lang::En, Lang::Ko)
        && matching::shared(&en.document, &ko.document, lexicon, &Progress::default())? >= HALVES
    {
        return Ok(Held::Both);
    }
    Ok(match text(imported, custom) {
        Ok(text) => Held::Text(text),
        Err(why) => Held::Nothing(why.to_owned()),
    })
}

/// A text of one language.
fn text(imported: Imported, custom: &Custom) -> Result<Text, &'static str> {
    let mut article = custom.lists.clean(imported.article);
    let kept = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    let kept: String = kept
        .map(|block| &article.text[block.span.clone()])
        .collect();
    let lang = Lang::of(&kept).ok_or("no letters are left of it as article text")?;
    article.lang = lang;
    let segments = custom.rules.segment(&article);
    if segments.is_empty() {
        return Err("nothing is left of it as article text");
    }
    let blocks = segments.iter().map(|segment| {
        let block = article.block_at(segment.span.start);
        let block = block.and_then(|at| article.blocks.get(at));
        block.map_or(segment.span.clone(), |block| block.span.clone())
    });
    Ok(Text {
        lang,
        blocks: blocks.collect(),
        document: MatchingDocument {
            sentences: segments
                .iter()
                .map(|segment| article.line(&segment.span).into_owned())
                .collect(),
            date: date(&article),
        },
    })
}

/// The date of an article as `YYYY-MM-DD`, if it is written with the year first.
fn date(article: &Article) -> Option<String> {
    let written = article.provenance.date.as_deref()?;
    let numbers = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    let numbers: Vec<u32> = numbers
        .filter_map(|digits| digits.parse().ok())
        .take(3)
        .collect();
    match numbers[..] {
        [year @ 1900..=2999, month @ 1..=12, day @ 1..=31] => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

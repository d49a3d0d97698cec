//! How much of a text cleaning kept, for telling where that is suspiciously little.

use super::line::ends_sentence;
use crate::article::{Article, Reason};
use std::collections::HashMap;
use std::fmt;

/// Texts of fewer characters are not judged.
const SHORT: usize = 500;
/// An article that is not worth a word has fewer characters.
const FEW: usize = 100;
/// Excluded running text that is so many times what was kept, and so many characters, may be the article.
const TIMES: usize = 10;
const MUCH: usize = 4_000;
/// A line of running text has as many bytes.
const RUNNING: usize = 90;

/// Characters that are not white space: of the text, and of what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Characters that stay.
    pub kept: usize,
    /// Characters there were.
    pub of: usize,
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Kept { kept, of } = self;
        write!(
            f,
            "only {kept} of its {of} characters are kept as the article; look through what is excluded"
        )
    }
}

/// How little was kept, where a person should look whether that is all of the article.
pub fn kept_little(article: &Article) -> Option<Kept> {
    let (mut kept, mut of, mut running) = (0, 0, 0);
    for block in &article.blocks {
        let Some(text) = article.text.get(block.span.clone()) else {
            continue;
        };
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        of += count;
        match &block.excluded {
            None => kept += count,
            // What a person never wants to see is no loss.
            Some(why) if why.reason == Reason::ByHand => of -= count,
            Some(_) if text.len() >= RUNNING && ends_sentence(text) => running += count,
            Some(_) => {}
        }
    }
    let little = kept < FEW || (running >= MUCH && running > kept * TIMES);
    let nothing = kept == 0 && of >= FEW;
    (nothing || of >= SHORT && little).then_some(Kept { kept, of })
}

/// The end of a text that was left out for one reason although it reads as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LostEnd {
    /// Why it was left out.
    pub reason: Reason,
    /// Characters of running text that are not white space.
    pub characters: usize,
}

impl fmt::Display for LostEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LostEnd { reason, characters } = self;
        write!(
            f,
            "its end is left out for one reason ({}), {characters} characters that read as text; look through them",
            reason.as_str()
        )
    }
}

/// The last third of a text, where all of its running text is left out for one reason. What a page's markup sets apart
/// and what a person excluded is no part of it.
pub fn lost_end(article: &Article) -> Option<LostEnd> {
    let apart = [Reason::OutsideArticle, Reason::Hidden, Reason::ByHand];
    let mut counts: HashMap<Reason, usize> = HashMap::new();
    let (mut of, mut is_end) = (0, true);
    for block in article.blocks.iter().rev() {
        let why = block.excluded.as_ref();
        let text = article.text.get(block.span.clone()).unwrap_or_default();
        if why.is_some_and(|why| apart.contains(&why.reason)) {
            continue;
        }
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        of += count;
        is_end &= why.is_some();
        let is_running = text.len() >= RUNNING && ends_sentence(text);
        if let Some(why) = why.filter(|_| is_end && is_running) {
            *counts.entry(why.reason).or_default() += count;
        }
    }
    let (reason, characters) = counts.into_iter().max_by_key(|&(_, count)| count)?;
    (of >= SHORT && characters * 3 >= of).then_some(LostEnd { reason, characters })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Exclusion, Lang};

    #[test]
    fn an_end_that_reads_as_text_is_told() {
        let line = "The harbor office said on Monday morning that the ferries to the islands would run again from the first of May.\n";
        let mut article = Article::of_lines(Lang::En, &line.repeat(9));
        let exclude = |article: &mut Article, from: usize, reason| {
            for block in article.blocks.iter_mut().skip(from) {
                block.excluded = Some(Exclusion {
                    reason,
                    rule: String::new(),
                });
            }
        };
        assert_eq!(lost_end(&article), None);
        exclude(&mut article, 7, Reason::Tail);
        assert_eq!(lost_end(&article), None);
        exclude(&mut article, 6, Reason::Tail);
        let lost = lost_end(&article);
        assert_eq!(lost.map(|lost| lost.reason), Some(Reason::Tail));
        exclude(&mut article, 6, Reason::OutsideArticle);
        assert_eq!(lost_end(&article), None);
        exclude(&mut article, 0, Reason::Tail);
        assert_eq!(kept_little(&article).map(|kept| kept.kept), Some(0));
    }
}

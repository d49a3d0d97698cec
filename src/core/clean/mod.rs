//! Which blocks of a page are its article, and what the others are.
//!
//! Lines are judged by themselves (`rule`: by their shape in `links`, `credit`, `figures` and `byline`, and by the word
//! lists under `assets/clean/`); then by the page (`layout`): how far the article reaches, which words it uses and how
//! it speaks (`extent`, `vocabulary`, `voice`), where its headline is (`headline`), and, for what is still open, by the
//! sum of what speaks for either (`score`, `features`, `site`); and against what stood before (`repeats`). What is left
//! is joined where lines were broken at a column (`paragraphs`).
//!
//! ```
//! use jjak_core::article::{Article, Lang};
//! let page = "The port of Eunpo opened on Monday after six years of work.\n© Eunpo News. All rights reserved.\n";
//! let article = jjak_core::clean::clean(Article::of_lines(Lang::En, page));
//! assert!(article.blocks[0].excluded.is_none());
//! assert_eq!(article.blocks[1].excluded.as_ref().unwrap().reason.as_str(), "copyright");
//! ```

mod biography;
mod byline;
mod contents;
mod credit;
mod extent;
mod features;
mod figures;
mod headline;
mod kept;
mod kinds;
mod layout;
mod line;
mod links;
mod lists;
mod never;
mod paragraphs;
mod pattern;
mod promotion;
mod repeats;
mod rule;
mod score;
mod site;
mod summary;
mod tokens;
mod vocabulary;
mod voice;
mod wire;
mod words;

pub use kept::{Kept, kept_little};
pub use lists::Lists;
pub use never::{Never, NeverRule};
pub use summary::tells_of_summary;

use crate::article::{Article, Block, Exclusion, Reason};

/// Judges every block: sets `kind` and `excluded`, joins the lines of hard-wrapped paragraphs.
/// Blocks that `import` excluded already stay excluded.
pub fn clean(article: Article) -> Article {
    clean_with(article, Lists::builtin())
}

/// [`clean`] by other lists than the program's own.
pub fn clean_with(mut article: Article, lists: &Lists) -> Article {
    // What a page hides stands beside nothing on it.
    let (hidden, shown): (Vec<Block>, Vec<Block>) = std::mem::take(&mut article.blocks)
        .into_iter()
        .partition(is_hidden);
    article.blocks = shown;
    let mut lines = line::lines(&article, lists);
    let mut place = 0;
    for line in &mut lines {
        rule::suspect(line, lists, place);
        place += usize::from(line.fixed.is_none());
    }
    layout::exclude_never(&mut lines, lists);
    layout::decide(&mut lines, article.provenance.byline.as_deref(), lists);
    repeats::mark(&mut lines);
    kinds::set(&mut lines);
    article.blocks = paragraphs::wrapped(&lines)
        .into_iter()
        .flat_map(|group| match lines.get(group) {
            Some(lines) if holds(lines, &hidden) => lines.chunks(1).filter_map(block).collect(),
            Some(lines) => block(lines).into_iter().collect::<Vec<_>>(),
            None => Vec::new(),
        })
        .collect();
    if !hidden.is_empty() {
        article.blocks.extend(hidden);
        article.blocks.sort_by_key(|block| block.span.start);
    }
    article
}

fn is_hidden(block: &Block) -> bool {
    let why = block.excluded.as_ref();
    why.is_some_and(|why| why.reason == Reason::Hidden)
}

/// Whether hidden text stands among lines that would be one block.
fn holds(lines: &[line::Line], hidden: &[Block]) -> bool {
    paragraphs::span(lines).is_some_and(|span| {
        let next = hidden.partition_point(|block| block.span.start < span.start);
        hidden
            .get(next)
            .is_some_and(|block| block.span.start < span.end)
    })
}

/// Lines of one paragraph as a block.
fn block(lines: &[line::Line]) -> Option<Block> {
    let first = lines.first()?;
    Some(Block {
        span: paragraphs::span(lines)?,
        kind: first.kind,
        excluded: first.fixed.clone().or_else(|| {
            first.verdict.map(|verdict| Exclusion {
                reason: verdict.reason,
                rule: verdict.rule.to_owned(),
            })
        }),
    })
}

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

pub use lists::Lists;
pub use never::{Never, NeverRule};

use crate::article::{Article, Block, Exclusion};

/// Judges every block: sets `kind` and `excluded`, joins the lines of hard-wrapped paragraphs.
/// Blocks that `import` excluded already stay excluded.
pub fn clean(article: Article) -> Article {
    clean_with(article, Lists::builtin())
}

/// [`clean`] by other lists than the program's own.
pub fn clean_with(mut article: Article, lists: &Lists) -> Article {
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
        .filter_map(|group| {
            let lines = &lines[group];
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
        })
        .collect();
    article
}

//! Which blocks of a page are its article, and what the others are.
//!
//! Lines are judged by themselves (`rule`: by their shape in `links`, `call`, `credit`, `figures` and `byline`, and by the
//! word lists under `assets/clean/`); then by the page (`layout`): how far the article reaches, which words it uses and how
//! it speaks (`content_span`, `vocabulary`, `voice`), where its headline is (`headline`), what its structure shows
//! (`outline`), and, for what is still open, by the sum of what speaks for either (`score`, `features`, `site`); and
//! against what stood before (`repeats`; `rolling` captions first of all). Lines that were broken at a column are joined before (`wrap`); datelines,
//! credits and bylines within what is left are parted from it after (`inline`, by `dateline` and `attribution`).
//!
//! ```
//! use jjak_core::article::{Article, Lang};
//! let page = "The port of Eunpo opened on Monday after six years of work.\n© Eunpo News. All rights reserved.\n";
//! let article = jjak_core::clean::clean(Article::of_lines(Lang::En, page));
//! assert!(article.blocks[0].excluded.is_none());
//! assert_eq!(article.blocks[1].excluded.as_ref().unwrap().reason.as_str(), "copyright");
//! ```

mod attribution;
mod biography;
mod byline;
mod call;
mod content_span;
mod contents;
mod credit;
mod dateline;
mod entry;
mod features;
mod figures;
mod headline;
mod inline;
mod kept;
mod kinds;
mod layout;
mod line;
mod links;
mod lists;
mod mark;
mod never;
mod notes;
mod outline;
mod page;
mod pattern;
mod promotion;
mod repeats;
pub mod rolling;
mod rule;
mod running_head;
mod score;
mod site;
mod stems;
mod summary;
mod tokens;
mod vocabulary;
mod voice;
mod wire;
mod words;
mod wrap;

pub use inline::{InlineMarks, part_inline_marks};
pub use kept::{Kept, LostEnd, kept_little, lost_end};
pub use lists::Lists;
pub use never::{Never, NeverRule};
pub use summary::tells_of_summary;
pub use wrap::{Wrapped, broken_paragraphs, join_wrapped};

use crate::article::{Article, Block, Reason};
use line::PageLine;
use outline::Outline;

/// Judges every block by the program's own lists: sets `kind` and `excluded`, joins the lines of hard-wrapped paragraphs,
/// parts inline marks. Blocks that `import` excluded already stay excluded.
pub fn clean(article: Article) -> Article {
    Lists::builtin().clean(article)
}

impl Lists {
    /// As [`clean`], by these lists.
    pub fn clean(&self, mut article: Article) -> Article {
        rolling::mark(&mut article);
        join_wrapped(&mut article, self.wrapped);
        // What a page hides stands beside nothing on it.
        let (hidden, shown): (Vec<Block>, Vec<Block>) = std::mem::take(&mut article.blocks)
            .into_iter()
            .partition(is_hidden);
        article.blocks = shown;
        let mut lines = line::lines(&article, self);
        let mut place = 0;
        for line in &mut lines {
            rule::suspect(line, self, place);
            place += usize::from(line.fixed.is_none());
        }
        layout::exclude_never(&mut lines, self);
        let outline = Outline::find(&mut lines);
        layout::decide(&mut lines, article.provenance.byline.as_deref(), self);
        outline.release(&mut lines);
        repeats::mark(&mut lines);
        kinds::set(&mut lines);
        article.blocks = lines.into_iter().map(PageLine::into_block).collect();
        if !hidden.is_empty() {
            article.blocks.extend(hidden);
            article.blocks.sort_by_key(|block| block.span.start);
        }
        if self.inline_marks == InlineMarks::Exclude {
            part_inline_marks(&mut article);
        }
        article
    }
}

fn is_hidden(block: &Block) -> bool {
    let why = block.excluded.as_ref();
    why.is_some_and(|why| why.reason == Reason::Hidden)
}

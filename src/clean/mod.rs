//! Which blocks of a page are its article, and what the others are.

use crate::article::Article;

/// Judges every block: sets `kind` and `excluded`, joins the lines of hard-wrapped paragraphs.
/// Blocks that `import` excluded already stay excluded.
pub fn clean(article: Article) -> Article {
    article
}

use super::{Endings, Quotations, Words};

/// What the built-in rules go by.
#[derive(Clone, Copy)]
pub(super) struct RuleOptions<'a> {
    pub quotations: Quotations,
    pub endings: Endings,
    pub words: &'a Words,
}

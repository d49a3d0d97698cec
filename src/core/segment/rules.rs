use super::options::RuleOptions;
use super::{Decision, Endings, Quotations, Rule, Srx, SrxUse, Words};
use crate::article::{Lang, Span};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What segmentation goes by, as a user may have changed it.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Each line is a sentence; nothing else counts.
    pub lines: bool,
    /// What becomes of quotations.
    pub quotations: Quotations,
    /// Which Korean endings close a sentence.
    pub endings: Endings,
    /// The word lists, with a user's own.
    pub words: Words,
    /// A user's SRX rules, and what they are for.
    pub srx: Option<(Srx, SrxUse)>,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            lines: false,
            quotations: Quotations::default(),
            endings: Endings::default(),
            words: Words::builtin().clone(),
            srx: None,
        }
    }
}

static BUILTIN: LazyLock<Rules> = LazyLock::new(Rules::default);

impl Rules {
    /// The rules that come with the program.
    pub fn builtin() -> &'static Rules {
        &BUILTIN
    }

    /// The program's own, but for what becomes of quotations.
    pub fn quoting(quotations: Quotations) -> Rules {
        Rules {
            quotations,
            ..Rules::default()
        }
    }

    pub(super) fn options(&self) -> RuleOptions<'_> {
        RuleOptions {
            quotations: self.quotations,
            endings: self.endings,
            words: &self.words,
        }
    }

    /// Whether the built-in rules break nowhere.
    pub(super) fn are_replaced(&self) -> bool {
        matches!(self.srx, Some((_, SrxUse::Replace)))
    }

    /// What the SRX file decides in a block, at the places where the next segment would begin.
    pub(super) fn srx_decisions(&self, text: &str, block: &Span, lang: Lang) -> Vec<Decision> {
        let Some((srx, _)) = &self.srx else {
            return Vec::new();
        };
        let mut breaks_at: BTreeMap<usize, bool> = BTreeMap::new();
        // Where the white space ends that was skipped last: long runs of it are read once.
        let mut skipped = block.start..block.start;
        for (at, breaks) in srx.decisions(text, block, lang) {
            if !skipped.contains(&at) {
                let rest = &text[at..block.end];
                skipped = at..at + (rest.len() - rest.trim_start().len());
            }
            // SRX tells places before, within and after white space apart; a break at one of them is enough.
            *breaks_at.entry(skipped.end.max(at)).or_default() |= breaks;
        }
        let decisions = breaks_at.into_iter().map(|(at, breaks)| Decision {
            at,
            breaks,
            rule: if breaks {
                Rule::SrxBreak
            } else {
                Rule::SrxJoin
            },
        });
        decisions.collect()
    }
}

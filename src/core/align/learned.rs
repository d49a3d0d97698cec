//! The learned lexicon: words that accepted beads have shown to translate each other.

use crate::evidence::tokens::{Key, KeyMap};

/// Translation probabilities by word (Model 1, Brown et al. 1993), for texts whose words are numbered otherwise: what people
/// accepted in other texts guides the alignment of the next one.
#[derive(Default)]
pub struct LearnedLexicon {
    /// By Korean word, the English ones with `P(ko | en)`.
    pub(super) ko_given_en: KeyMap<Vec<(Key, f64)>>,
    /// By English word, the Korean ones with `P(en | ko)`.
    pub(super) en_given_ko: KeyMap<Vec<(Key, f64)>>,
}

impl LearnedLexicon {
    /// The English words that a Korean one translated, with `P(ko | en)`.
    pub(super) fn english_of(&self, korean: Key) -> &[(Key, f64)] {
        self.ko_given_en.get(&korean).map_or(&[], Vec::as_slice)
    }

    /// The Korean words that translated an English one, with `P(en | ko)`.
    pub(super) fn korean_of(&self, english: Key) -> &[(Key, f64)] {
        self.en_given_ko.get(&english).map_or(&[], Vec::as_slice)
    }
}

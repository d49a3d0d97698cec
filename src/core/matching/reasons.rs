//! Why two documents belong together, in words of both: the features that count most.

use super::document::MatchingDocument;
use super::features::{Extractor, Features};
use super::index::Weights;
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Key, KeyMap};

/// As many are told.
const TOLD: usize = 5;
/// As many more are looked at, as some say the same.
const LOOKED_AT: usize = 3 * TOLD;

/// What a shared feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchReasonKind {
    /// Names and identifiers, which tell most to a person.
    Name,
    /// A number.
    Figure,
    /// A word of the lexicon.
    Word,
}

/// A feature that both texts hold, as each of them spells it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchReason {
    /// What it is.
    pub kind: MatchReasonKind,
    /// As the English has it.
    pub en: String,
    /// As the Korean has it.
    pub ko: String,
}

impl std::fmt::Display for MatchReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.en.eq_ignore_ascii_case(&self.ko) {
            f.write_str(&self.en)
        } else {
            write!(f, "{} {}", self.en, self.ko)
        }
    }
}

/// The strongest reasons, names first.
pub(super) fn reasons(
    documents: [&MatchingDocument; 2],
    features: [&Features; 2],
    weights: &Weights,
    lexicon: &Lexicon,
) -> Vec<MatchReason> {
    let [en, ko] = features;
    let mut shared = weights.shared(en, ko);
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shared.truncate(LOOKED_AT);
    let spelled: Vec<KeyMap<Spelled>> = documents
        .into_iter()
        .zip(Lang::BOTH)
        .map(|(document, lang)| spelled(document, lang, &shared, lexicon))
        .collect();
    let of = |side: usize, key: &Key| spelled.get(side)?.get(key);
    let mut told: Vec<MatchReason> = Vec::with_capacity(TOLD);
    for (key, _) in &shared {
        let (Some(en), Some(ko)) = (of(0, key), of(1, key)) else {
            continue;
        };
        let reason = MatchReason {
            kind: kind(en, ko),
            en: en.text.clone(),
            ko: ko.text.clone(),
        };
        if !told
            .iter()
            .any(|other| other.en == reason.en || other.ko == reason.ko)
        {
            told.push(reason);
        }
        if told.len() == TOLD {
            break;
        }
    }
    told.sort_by_key(|reason| reason.kind);
    told
}

struct Spelled {
    text: String,
    is_figure: bool,
    /// It begins a sentence, where every word has a capital.
    is_first: bool,
}

fn kind(en: &Spelled, ko: &Spelled) -> MatchReasonKind {
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    let is_copied = en.text.eq_ignore_ascii_case(&ko.text) && has_letters(&en.text);
    let has_capital = en.text.starts_with(char::is_uppercase) && !en.is_first;
    match en.is_figure {
        true if is_copied => MatchReasonKind::Name,
        true => MatchReasonKind::Figure,
        false if is_copied || has_capital => MatchReasonKind::Name,
        false => MatchReasonKind::Word,
    }
}

/// Where each of some features stands first in a document. Better a place within a sentence than its beginning.
fn spelled(
    document: &MatchingDocument,
    lang: Lang,
    wanted: &[(Key, f32)],
    lexicon: &Lexicon,
) -> KeyMap<Spelled> {
    let mut found: KeyMap<Spelled> = KeyMap::default();
    let wanted: KeyMap<()> = wanted.iter().map(|&(key, _)| (key, ())).collect();
    let mut extractor = Extractor::of(lexicon);
    for sentence in &document.sentences {
        extractor.each(sentence, lang, &mut |occurrence| {
            if !wanted.contains_key(&occurrence.key) {
                return;
            }
            let is_first = occurrence.span.start == 0;
            let is_better = found
                .get(&occurrence.key)
                .is_none_or(|before| before.is_first && !is_first);
            if is_better {
                let text = sentence.get(occurrence.span).unwrap_or_default().to_owned();
                let spelled = Spelled {
                    text,
                    is_figure: occurrence.is_figure,
                    is_first,
                };
                found.insert(occurrence.key, spelled);
            }
        });
        if found.len() == wanted.len() && found.values().all(|spelled| !spelled.is_first) {
            break;
        }
    }
    found
}

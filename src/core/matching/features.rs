//! What a text speaks of, in features that both languages share: numbers and dates, identifiers, Latin words, and the
//! Korean lemmas that the lexicon gives for its words.

use super::document::MatchingDocument;
use super::identifiers::{identifiers, is_version};
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Key, KeyMap, Letters, Token};
use crate::evidence::{english, korean};
use std::ops::Range;

/// As many sentences at the beginning say which of several alike texts this is: title, version, date.
const HEAD: usize = 3;
/// Words whose lemmas are remembered, so that a long collection does not fill the memory.
const REMEMBERED: usize = 200_000;

/// The features of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// How often each is in it, by key. What may stand for several words counts a part for each.
    pub counts: Vec<(Key, f32)>,
    /// Numbers, dates and identifiers, each once, in order of their keys: of the whole, its beginning and its title.
    pub figures: Vec<Key>,
    pub head: Vec<Key>,
    pub title: Vec<Key>,
    /// Versions that the title names, such as `3.4.5`.
    pub versions: Vec<Key>,
}

/// One feature where it stands in a sentence.
pub(super) struct Occurrence {
    pub key: Key,
    pub weight: f32,
    pub is_figure: bool,
    /// Bytes of the sentence.
    pub span: Range<usize>,
}

/// Finds features, and remembers what words may be.
pub(super) struct Extractor<'a> {
    lexicon: &'a Lexicon,
    korean: KeyMap<Vec<(Key, f32)>>,
}

impl<'a> Extractor<'a> {
    pub(super) fn of(lexicon: &'a Lexicon) -> Extractor<'a> {
        Extractor {
            lexicon,
            korean: KeyMap::default(),
        }
    }

    pub(super) fn features(&mut self, document: &MatchingDocument, lang: Lang) -> Features {
        let mut counts: KeyMap<f32> = KeyMap::default();
        let mut features = Features::default();
        for (at, sentence) in document.sentences.iter().enumerate() {
            self.each(sentence, lang, &mut |found| {
                *counts.entry(found.key).or_default() += found.weight;
                if found.is_figure {
                    features.figures.push(found.key);
                    if at < HEAD {
                        features.head.push(found.key);
                    }
                    if at == 0 {
                        features.title.push(found.key);
                        if sentence.get(found.span).is_some_and(is_version) {
                            features.versions.push(found.key);
                        }
                    }
                }
            });
        }
        for figures in [
            &mut features.figures,
            &mut features.head,
            &mut features.title,
            &mut features.versions,
        ] {
            figures.sort_unstable();
            figures.dedup();
        }
        features.counts = counts.into_iter().collect();
        features.counts.sort_unstable_by_key(|&(key, _)| key);
        features
    }

    /// Gives the features of a sentence, one by one.
    pub(super) fn each(&mut self, sentence: &str, lang: Lang, give: &mut impl FnMut(Occurrence)) {
        let mut versions = Vec::new();
        for (key, span) in identifiers(sentence) {
            if sentence.get(span.clone()).is_some_and(is_version) {
                versions.push(span.clone());
            }
            give(Occurrence {
                key,
                weight: 1.0,
                is_figure: true,
                span,
            });
        }
        let is_in_version = |span: &Range<usize>| {
            let mut versions = versions.iter();
            versions.any(|version| version.start <= span.start && span.end <= version.end)
        };
        let mut others = |found: Occurrence| {
            if !is_in_version(&found.span) {
                give(found);
            }
        };
        match lang {
            Lang::En => self.english(sentence, &mut others),
            Lang::Ko => self.korean(sentence, &mut others),
        }
    }

    fn english(&mut self, sentence: &str, give: &mut impl FnMut(Occurrence)) {
        let mut tokens = english::tokens(sentence);
        self.lexicon.add_phrases(&mut tokens);
        let phrases: Vec<Range<usize>> = tokens
            .iter()
            .filter(|token| token.class == Class::Phrase)
            .map(|token| token.span.clone())
            .collect();
        let is_in_longer = |token: &Token| {
            token.class == Class::Phrase
                && phrases.iter().any(|other| {
                    other.start <= token.span.start
                        && token.span.end <= other.end
                        && other.len() > token.span.len()
                })
        };
        for token in &tokens {
            if literal(token, give) || is_in_longer(token) {
                continue;
            }
            let is_word = token.class == Class::Word;
            if is_word && english::function_words().contains(&token.key) {
                continue;
            }
            let mut found = |key, weight| {
                give(Occurrence {
                    key,
                    weight,
                    is_figure: false,
                    span: token.span.clone(),
                });
            };
            if is_word {
                found(token.key, 1.0);
            }
            let entries = self.lexicon.entries(token.key);
            let count: usize = entries.iter().map(|list| list.len()).sum();
            let weight = (count.max(1) as f32).sqrt().recip();
            for entry in entries.into_iter().flatten() {
                entry.lemmas().for_each(|lemma| found(lemma, weight));
            }
        }
    }

    fn korean(&mut self, sentence: &str, give: &mut impl FnMut(Occurrence)) {
        for token in korean::tokens(sentence) {
            if literal(&token, give) || korean::function_words().contains(&token.key) {
                continue;
            }
            let span = token.span.clone();
            let mut found = |key, weight| {
                give(Occurrence {
                    key,
                    weight,
                    is_figure: false,
                    span: span.clone(),
                });
            };
            if token.class == Class::Latin {
                found(token.key, 1.0);
                continue;
            }
            if self.korean.len() > REMEMBERED {
                self.korean.clear();
            }
            let lemmas = self.korean.entry(token.surface).or_insert_with(|| {
                let word = Letters::of(sentence.get(token.span.clone()).unwrap_or_default());
                self.lexicon.analyse(&word)
            });
            lemmas.iter().for_each(|&(lemma, fit)| found(lemma, fit));
        }
    }
}

/// Gives a number or a date; whether the token says nothing more.
fn literal(token: &Token, give: &mut impl FnMut(Occurrence)) -> bool {
    if matches!(token.class, Class::Number | Class::Date) {
        give(Occurrence {
            key: token.key,
            weight: 1.0,
            is_figure: true,
            span: token.span.clone(),
        });
    }
    token.class.is_literal()
}

//! The sentences of one side as the aligner sees them: numbered units, how often each occurs, and lengths.

use super::length::TYPICAL;
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Key, KeyMap, KeySet, Letters, Token};
use crate::evidence::{english, frequency, korean};

/// A Korean line that has so many times as many Latin letters and digits as others is English that was taken over.
const COPIED: usize = 2;

/// A sentence with its tokens.
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// Characters other than white space, 1 at least. Those that Korean took over as they are, a line of a program or a name
    /// of a file, count as the Korean that English of their length becomes.
    pub length: f64,
}

impl<'a> Sentence<'a> {
    pub(super) fn english(text: &'a str, lexicon: &Lexicon) -> Sentence<'a> {
        let mut tokens = english::tokens(text);
        lexicon.add_phrases(&mut tokens);
        Sentence::new(text, tokens, 1.0)
    }

    pub(super) fn korean(text: &'a str) -> Sentence<'a> {
        let of = |wanted: fn(&char) -> bool| text.chars().filter(wanted).count();
        let is_copied = of(char::is_ascii_alphanumeric) > COPIED * of(|letter| !letter.is_ascii());
        let letter = if is_copied { TYPICAL } else { 1.0 };
        Sentence::new(text, korean::tokens(text), letter)
    }

    fn new(text: &'a str, tokens: Vec<Token>, letter: f64) -> Sentence<'a> {
        let letters = text.chars().filter(|letter| !letter.is_whitespace());
        Sentence {
            text,
            tokens,
            length: (letters.count() as f64 * letter).max(1.0),
        }
    }
}

/// What is known of each Korean running word, found once.
#[derive(Default)]
pub(super) struct Analyses(KeyMap<Vec<(Key, f32)>>);

impl Analyses {
    pub(super) fn add(&mut self, sentence: &Sentence, lexicon: &Lexicon) {
        for token in &sentence.tokens {
            if token.class == Class::Word {
                self.0.entry(token.surface).or_insert_with(|| {
                    lexicon.analyse(&Letters::of(&sentence.text[token.span.clone()]))
                });
            }
        }
    }

    /// The lemmas a running word may hold, with how well each fits.
    pub(super) fn of(&self, surface: Key) -> &[(Key, f32)] {
        self.0.get(&surface).map_or(&[], Vec::as_slice)
    }
}

/// Occurrences of a unit in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub sentence: usize,
    pub count: f64,
}

/// One unit: all tokens of one side with the same key.
pub(super) struct Unit {
    pub key: Key,
    pub class: Class,
    /// Where it occurs, in order.
    pub postings: Vec<Posting>,
    /// Probability of meeting it by chance.
    pub chance: f64,
    /// Whether it is a function word.
    pub function: bool,
}

/// The units of the sentences of one side.
pub(super) struct Units {
    pub units: Vec<Unit>,
    pub numbers: KeyMap<usize>,
    /// The units of each sentence, as often as they occur.
    pub sentences: Vec<Vec<usize>>,
}

/// What a unit's own count is worth, less what is taken off it: how often it stands in this very text says more about the
/// text than about the word.
const SEEN: f64 = 0.5;
const DISCOUNT: f64 = 0.5;
/// How many tokens of any text count beside those of this one (a Dirichlet prior): a text of one sentence does not tell
/// which of its words are rare.
const BACKGROUND: f64 = 300.0;
/// No unit is thought to be rarer than this.
const RAREST: f64 = 3e-5;
/// Nor function words than this, however short the text: that a sentence has one tells little.
const RAREST_ENGLISH_FUNCTION_WORD: f64 = 0.005;
const RAREST_KOREAN_FUNCTION_WORD: f64 = 0.01;

impl Units {
    pub(super) fn english(sentences: &[&Sentence]) -> Units {
        let rarest = RAREST_ENGLISH_FUNCTION_WORD;
        let rate = |token: &Token| frequency::rate(token.key, token.class, Lang::En);
        Units::of(sentences, english::function_words(), rarest, rate)
    }

    pub(super) fn korean(sentences: &[&Sentence], analyses: &Analyses) -> Units {
        let rarest = RAREST_KOREAN_FUNCTION_WORD;
        let rate = |token: &Token| {
            let lemmas = analyses.of(token.surface).iter();
            let forms = lemmas.map(|&(lemma, _)| frequency::rate_of_form(lemma));
            forms.fold(frequency::rate(token.key, token.class, Lang::Ko), f64::max)
        };
        Units::of(sentences, korean::function_words(), rarest, rate)
    }

    fn of(
        sentences: &[&Sentence],
        function_words: &KeySet,
        rarest: f64,
        rate: impl Fn(&Token) -> f64,
    ) -> Units {
        let mut units: Vec<Unit> = Vec::new();
        let mut numbers: KeyMap<usize> = KeyMap::default();
        let mut lists = Vec::with_capacity(sentences.len());
        for (at, sentence) in sentences.iter().enumerate() {
            let mut list = Vec::with_capacity(sentence.tokens.len());
            for token in &sentence.tokens {
                let number = *numbers.entry(token.key).or_insert_with(|| {
                    units.push(Unit {
                        key: token.key,
                        class: token.class,
                        postings: Vec::new(),
                        chance: rate(token),
                        function: function_words.contains(&token.key),
                    });
                    units.len() - 1
                });
                let postings = &mut units[number].postings;
                match postings.last_mut() {
                    Some(last) if last.sentence == at => last.count += 1.0,
                    _ => postings.push(Posting {
                        sentence: at,
                        count: 1.0,
                    }),
                }
                list.push(number);
            }
            lists.push(list);
        }
        let total: usize = lists.iter().map(Vec::len).sum();
        for unit in &mut units {
            let count: f64 = unit.postings.iter().map(|posting| posting.count).sum();
            let rarest = if unit.function { rarest } else { RAREST };
            let seen = SEEN * (count - DISCOUNT);
            let background = BACKGROUND * unit.chance;
            unit.chance = ((seen + background) / (total as f64 + BACKGROUND)).max(rarest);
        }
        Units {
            units,
            numbers,
            sentences: lists,
        }
    }
}

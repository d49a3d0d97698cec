//! Terms of works in the order of how sure they are, with an example each: what `jjak terms` and the window list.

use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, Origin, RowIndex, State, Verdict};
use jjak_core::evidence::glossary::{Glossary, Term};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::extraction::{Candidate, Counts};
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::exchange::{GlossaryEntry, TermStatistics};
use std::collections::HashSet;

/// What a glossary calls a name.
pub const NAME: &str = "proper noun";

/// Pairs that a term has to stand in, unless something else is said.
pub const LEAST: usize = 2;

/// Whether a pair tells of terms: what a person accepted or brought, or with `all` whatever is paired.
pub fn tells_of_terms(bead: &Bead, all: bool) -> bool {
    let is_pair = !bead.en.is_empty() && !bead.ko.is_empty();
    let by_person = bead.state == State::Accepted || bead.origin == Origin::Person;
    let unrelated = bead.verdict == Some(Verdict::NotATranslation);
    is_pair && !unrelated && bead.state != State::Flagged && (all || by_person)
}

/// The texts of the pairs of a work that tell of terms, English first.
pub fn telling_pairs(bitext: &Bitext, all: bool) -> Vec<[String; 2]> {
    let beads = bitext.beads.numbered();
    let telling = beads.filter(|(_, bead)| tells_of_terms(bead, all));
    let texts = |row: RowIndex| {
        Lang::BOTH.map(|lang| {
            let texts: Vec<_> = bitext.texts(row, lang).collect();
            texts.join(" ")
        })
    };
    telling.map(|(row, _)| texts(row)).collect()
}

/// The terms of `pairs` that stand in at least `least` of them and are not in `known`, the surest first.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn candidates(
    pairs: &[[String; 2]],
    least: usize,
    known: &Glossary,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Vec<Candidate>, Cancelled> {
    let mut counts = Counts::default();
    for [en, ko] in pairs {
        counts.add(en, ko);
    }
    let mut links = counts.often(least);
    for (at, [en, ko]) in pairs.iter().enumerate() {
        progress.at(at as f32 / pairs.len() as f32)?;
        links.add(en, ko, lexicon);
    }
    let known = KnownTerms::of(known);
    let found = links.candidates().into_iter();
    Ok(found.filter(|found| !known.holds(found)).collect())
}

/// The terms of a glossary, to be left out.
pub struct KnownTerms(HashSet<(String, String)>);

impl KnownTerms {
    pub fn of(glossary: &Glossary) -> KnownTerms {
        let terms = glossary.terms();
        let bare = terms.map(|term| (term.en.to_lowercase(), without_spaces(&term.ko)));
        KnownTerms(bare.collect())
    }

    /// Whether the candidate is one of them, whatever its spaces and capitals.
    pub fn holds(&self, found: &Candidate) -> bool {
        let bare = (found.en.to_lowercase(), without_spaces(&found.ko));
        self.0.contains(&bare)
    }
}

fn without_spaces(text: &str) -> String {
    let letters = text.chars();
    letters.filter(|letter| !letter.is_whitespace()).collect()
}

/// A candidate as an entry of a glossary, with a pair that has it.
pub fn entry(found: Candidate, example: [String; 2]) -> GlossaryEntry {
    let others = found
        .others
        .iter()
        .map(|(ko, pairs)| format!("{ko} ({pairs})"));
    let others: Vec<String> = others.collect();
    let note = if others.is_empty() {
        String::new()
    } else {
        format!("also {}", others.join(", "))
    };
    let part_of_speech = if found.is_name { NAME } else { "noun" };
    GlossaryEntry {
        term: Term {
            part_of_speech: part_of_speech.to_owned(),
            note,
            ..Term::new(found.en, found.ko)
        },
        found: Some(TermStatistics {
            together: found.together,
            en: found.en_pairs,
            ko: found.ko_pairs,
            score: found.score,
            confidence: found.confidence,
            example,
        }),
    }
}

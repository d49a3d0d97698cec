//! What several articles say together: one name spelled in two ways in two of them, one sentence translated in two ways.

use super::names::{self, is_other_spelling};
use super::{Finding, Reading, repeats};
use crate::article::Lang;
use crate::bitext::{Bitext, RowIndex, RowRange};
use crate::evidence::lexicon::Lexicon;
use std::collections::{BTreeMap, HashSet};

/// Rows that must spell a name in the other way before one is told.
const OFTEN: usize = 2;

/// An article, by its number from 0, and a row of it.
pub type ArticleRow = (usize, RowIndex);

/// A way that something is put, and where.
#[derive(Clone, Debug)]
struct Way {
    /// As it is compared.
    key: String,
    /// As it is told.
    text: String,
    places: Vec<ArticleRow>,
}

/// The rows of several articles, taken up one article after the other.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    articles: usize,
    /// Names and sentences of the source, with its language and the ways they are put in the other, the first one first.
    names: BTreeMap<(Lang, String), Vec<Way>>,
    sentences: BTreeMap<(Lang, u64), Vec<Way>>,
}

impl Collection {
    /// Takes up the next article, which was translated from `source`.
    pub fn add(&mut self, bitext: &Bitext, source: Lang, lexicon: &Lexicon) {
        for row in bitext.beads.rows().each() {
            let reading = Reading::of(bitext, row, source, lexicon);
            let place = (self.articles, row);
            for names in &reading.names {
                let [name, spelling] = names::from_and_to(names, source);
                let ways = self.names.entry((source, name.to_owned())).or_default();
                note(ways, spelling.to_owned(), || spelling.to_owned(), place);
            }
            if let Some(prints) = reading.repeat {
                let [from, to] = repeats::from_and_to(prints, source);
                let ways = self.sentences.entry((source, from)).or_default();
                let text = || {
                    let texts: Vec<_> = bitext.texts(row, source.other()).collect();
                    texts.join(" ")
                };
                note(ways, to.to_string(), text, place);
            }
        }
        self.articles += 1;
    }

    /// What the articles have in two ways, each told where the rarer one is, in order of the places. Ways of one article
    /// alone are its own affair.
    pub fn findings(&self) -> Vec<(ArticleRow, Finding)> {
        let mut found = Vec::new();
        for ((_, name), ways) in &self.names {
            let Some(usual) = usual(ways) else { continue };
            for way in ways.iter().filter(|way| way.key != usual.key) {
                if usual.places.len() >= OFTEN && is_other_spelling(&way.key, &usual.key) {
                    tell(&mut found, way, usual, || Finding::Name {
                        name: name.clone(),
                        here: way.text.clone(),
                        elsewhere: usual.text.clone(),
                    });
                }
            }
        }
        for ((lang, _), ways) in &self.sentences {
            let Some(usual) = usual(ways) else { continue };
            for way in ways.iter().filter(|way| way.key != usual.key) {
                tell(&mut found, way, usual, || Finding::Repeat {
                    lang: *lang,
                    elsewhere: usual.text.clone(),
                });
            }
        }
        found.sort_by_key(|&(place, _)| place);
        found
    }
}

fn note(ways: &mut Vec<Way>, key: String, text: impl FnOnce() -> String, place: ArticleRow) {
    match ways.iter_mut().find(|way| way.key == key) {
        Some(way) => way.places.push(place),
        None => ways.push(Way {
            key,
            text: text(),
            places: vec![place],
        }),
    }
}

/// The way that most rows have; of equally many the first.
fn usual(ways: &[Way]) -> Option<&Way> {
    ways.iter().rev().max_by_key(|way| way.places.len())
}

/// Tells a way at its places in articles that do not have the usual one as well.
fn tell(
    found: &mut Vec<(ArticleRow, Finding)>,
    way: &Way,
    usual: &Way,
    finding: impl Fn() -> Finding,
) {
    let with_usual: HashSet<usize> = usual.places.iter().map(|&(article, _)| article).collect();
    let elsewhere = way
        .places
        .iter()
        .filter(|(article, _)| !with_usual.contains(article));
    found.extend(elsewhere.map(|&place| (place, finding())));
}

//! Documents that are nearly the same, by MinHash (Broder 1997) with bands (Leskovec, Rajaraman and Ullman, Mining of
//! Massive Datasets, ch. 3).

use jjak_formats::exchange::verbatim::CorpusRow;
use std::collections::HashMap;

/// Documents that share this much of their shingles (Jaccard, 0 to 1, estimated) count as one.
pub const LIKE: f64 = 0.6;
/// Numbers of a signature; four make a band: of documents that are alike by .8, one pair in 5,000 is missed.
const NUMBERS: usize = 64;
const BAND: usize = 4;
/// Letters of a shingle, English and Korean.
const SHINGLES: [usize; 2] = [9, 4];

/// What tells of a document whether another is nearly the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    numbers: [u64; NUMBERS],
}

impl Default for Signature {
    fn default() -> Signature {
        Signature {
            numbers: [u64::MAX; NUMBERS],
        }
    }
}

impl Signature {
    /// How many [`Signature::bands`] there are.
    pub const BANDS: usize = NUMBERS / BAND;

    /// Takes a pair of the document.
    pub fn add(&mut self, en: &str, ko: &str) {
        for (text, length) in [en, ko].into_iter().zip(SHINGLES) {
            shingles(text, length, &mut self.numbers);
        }
    }

    /// Documents that are nearly the same share at least one of these, at its place.
    pub fn bands(&self) -> impl Iterator<Item = u64> + '_ {
        let bands = self.numbers.chunks(BAND);
        bands.map(|numbers| numbers.iter().fold(0, |hash, &number| mixed(hash, number)))
    }

    /// Sixteen bits of each number: enough to compare, and a chance of 1 in 65,536.
    pub fn short(&self) -> [u16; NUMBERS] {
        self.numbers.map(|number| number as u16)
    }
}

/// How much of the shingles of two documents is the same (Jaccard, 0 to 1, estimated), by their short signatures.
pub fn likeness(a: &[u16], b: &[u16]) -> f64 {
    let same = a.iter().zip(b).filter(|(a, b)| a == b).count();
    same as f64 / a.len().max(1) as f64
}

/// The documents of a corpus, those that are nearly the same in one group.
#[derive(Clone, Debug, Default)]
pub struct Near {
    numbers: HashMap<String, usize>,
    names: Vec<String>,
    /// Of each document that is complete.
    signatures: Vec<[u16; NUMBERS]>,
    /// What leads to the document's group; a group's first leads to itself.
    group: Vec<usize>,
    /// Of each document that is left out if one of such is to stay: the one that stays, and how alike they are.
    stays: HashMap<usize, (usize, f64)>,
    /// Of each band the first document that has it.
    bands: HashMap<u64, u32>,
    /// The document that is being read.
    open: Option<(usize, Signature)>,
}

/// One more number in a hash (the finisher of SplitMix64).
pub(super) fn mixed(hash: u64, next: u64) -> u64 {
    let mut mixed = (hash ^ next).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}

impl Near {
    /// Takes the next row; gives the number of its document, from 0. The rows of a document stand together.
    pub fn add(&mut self, row: &CorpusRow) -> usize {
        let document = match self.numbers.get(&row.document) {
            Some(&document) => document,
            None => {
                let document = self.names.len();
                self.numbers.insert(row.document.clone(), document);
                self.names.push(row.document.clone());
                self.group.push(document);
                document
            }
        };
        if self.open.is_none_or(|(open, _)| open != document) {
            self.close();
            self.open = Some((document, Signature::default()));
        }
        if let Some((_, signature)) = &mut self.open {
            signature.add(&row.en, &row.ko);
        }
        document
    }

    /// All rows have come.
    pub fn close(&mut self) {
        let Some((document, signature)) = self.open.take() else {
            return;
        };
        let short = signature.short();
        let like = |near: &Near, other: usize| {
            let other = near.signatures.get(other)?;
            Some(likeness(other, &short)).filter(|&likeness| likeness >= LIKE)
        };
        let mut stays: Option<(usize, f64)> = None;
        for (band, hash) in signature.bands().enumerate() {
            let own = u32::try_from(document).unwrap_or(u32::MAX);
            let other = self.bands.entry(mixed(hash, band as u64)).or_insert(own);
            let other = *other as usize;
            if other == document {
                continue;
            }
            if like(self, other).is_some() {
                let (a, b) = (self.first_like(document), self.first_like(other));
                let (first, later) = (a.min(b), a.max(b));
                self.group[later] = first;
            }
            // It counts only beside one that stays: of what is like one that is left out nothing would be left.
            let other = self.stays.get(&other).map_or(other, |&(stays, _)| stays);
            if let Some(likeness) = like(self, other)
                && stays.is_none_or(|(_, before)| likeness > before)
            {
                stays = Some((other, likeness));
            }
        }
        if let Some(stays) = stays {
            self.stays.insert(document, stays);
        }
        if self.signatures.len() <= document {
            self.signatures.resize(document + 1, [0; NUMBERS]);
        }
        self.signatures[document] = short;
    }

    /// The first document that is nearly the same as this one, which may be itself.
    pub fn first_like(&self, document: usize) -> usize {
        let mut first = document;
        while let Some(&next) = self.group.get(first)
            && next != first
        {
            first = next;
        }
        first
    }

    /// Which earlier document this one is nearly the same as, and how much (0 to 1), of those that are like none
    /// themselves.
    pub fn like(&self, document: usize) -> Option<(usize, f64)> {
        self.stays.get(&document).copied()
    }

    pub fn name(&self, document: usize) -> &str {
        self.names.get(document).map_or("", String::as_str)
    }

    pub fn documents(&self) -> usize {
        self.names.len()
    }

    /// How many documents are nearly the same as one before.
    pub fn repeated(&self) -> usize {
        (0..self.group.len())
            .filter(|&document| self.first_like(document) != document)
            .count()
    }

    /// How many documents are [like](Near::like) one that stays.
    pub fn left_out(&self) -> usize {
        self.stays.len()
    }

    pub fn number_of(&self, document: &str) -> Option<usize> {
        self.numbers.get(document).copied()
    }
}

/// Takes the shingles of a text, its letters and digits alone, into a signature.
fn shingles(text: &str, length: usize, signature: &mut [u64; NUMBERS]) {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let letters: Vec<u64> = letters
        .flat_map(char::to_lowercase)
        .map(u64::from)
        .collect();
    for shingle in letters.windows(length) {
        let hash = shingle
            .iter()
            .fold(length as u64, |hash, &c| mixed(hash, c));
        for (at, least) in signature.iter_mut().enumerate() {
            *least = (*least).min(mixed(hash, at as u64));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(document: &str, en: &str, ko: &str) -> CorpusRow {
        CorpusRow {
            en: en.into(),
            ko: ko.into(),
            document: document.into(),
            ..CorpusRow::default()
        }
    }

    #[test]
    fn a_document_with_a_changed_word_is_nearly_the_same_and_another_is_not() {
        let en = "The port of Eunpo opened on Monday after six years of work, and the first ferry left at nine.";
        let ko = "은포항이 6년 공사 끝에 월요일 문을 열었고 첫 여객선이 아홉 시에 떠났다.";
        let mut near = Near::default();
        near.add(&row("a", en, ko));
        near.add(&row(
            "b",
            "Exports rose 8.4 percent in October from a year earlier, the ministry said.",
            "10월 수출은 1년 전보다 8.4% 늘었다고 산업부가 밝혔다.",
        ));
        near.add(&row("c", &en.to_uppercase().replace("FIRST", "second"), ko));
        near.add(&row("short", "Yes.", "네."));
        near.close();
        assert_eq!(near.documents(), 4);
        let first: Vec<usize> = (0..4).map(|at| near.first_like(at)).collect();
        assert_eq!(first, [0, 1, 0, 3]);
        assert_eq!(near.repeated(), 1);
        let like = near.like(2).unwrap();
        assert!(like.0 == 0 && like.1 >= LIKE, "{like:?}");
        assert_eq!(
            (near.like(0), near.like(1), near.name(2)),
            (None, None, "c")
        );
    }
}

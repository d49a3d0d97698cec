//! A user's own terms, and what is not to be said for them.

mod rows;

use crate::article::Lang;
use rows::Columns;
use std::collections::BTreeMap;

/// More terms than anybody has.
pub const MOST_TERMS: usize = 200_000;
/// The most words of an English term.
pub const LONGEST_TERM: usize = 8;

/// One English term and one way to say it in Korean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// English term.
    pub en: String,
    /// Korean term.
    pub ko: String,
    /// As the glossary calls it: `noun`, `proper noun`, `verb` ... ; empty if it does not.
    pub part_of_speech: String,
    /// What else the glossary says of it.
    pub note: String,
    /// The side whose word is not to be used for the other.
    pub forbidden: Option<Lang>,
}

impl Term {
    /// A term of which nothing more is known.
    pub fn new(en: impl Into<String>, ko: impl Into<String>) -> Term {
        Term {
            en: en.into(),
            ko: ko.into(),
            ..Term::default()
        }
    }
}

/// The terms of a glossary, each pair once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary(BTreeMap<(String, String), Term>);

/// What is wrong with a glossary, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum GlossaryError {
    #[error(
        "line {line} is no term: \"{text}\"; write an English term, a tab and the Korean for it"
    )]
    NoTerm { line: usize, text: String },
    #[error(
        "line {line}: \"{text}\" has more than {LONGEST_TERM} words; a glossary holds terms, not sentences"
    )]
    TooLong { line: usize, text: String },
    #[error("there are more than {MOST_TERMS} terms; leave out those that the text does not need")]
    TooMany,
}

impl Glossary {
    /// Reads lines of an English term, a tab and its Korean; several words of a side stand apart by `|`. Empty lines and
    /// those that begin with `#` are passed over. A third column is a note, unless the first line names the columns:
    /// `en`, `ko`, `part of speech`, `note`, `status` (`forbidden`), `forbidden` (Korean not to be said for the English).
    ///
    /// # Errors
    /// [`GlossaryError`] for the first line that is no term.
    pub fn read(text: &str) -> Result<Glossary, GlossaryError> {
        let (glossary, faults) = Glossary::read_what_can_be(text);
        faults.into_iter().next().map_or(Ok(glossary), Err)
    }

    /// [`Glossary::read`] without the lines that are no terms, and what is wrong with each of these.
    pub fn read_what_can_be(text: &str) -> (Glossary, Vec<GlossaryError>) {
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let rows = lines.filter(|(_, line)| !line.starts_with('#'));
        Glossary::of_rows(rows.map(|(at, line)| (at + 1, line.split('\t').collect())))
    }

    /// The terms of a table's rows, each with its number: as [`Glossary::read`] says.
    pub fn of_rows<'a>(
        rows: impl Iterator<Item = (usize, Vec<&'a str>)>,
    ) -> (Glossary, Vec<GlossaryError>) {
        let (mut glossary, mut faults) = (Glossary::default(), Vec::new());
        let mut columns = None;
        for (row, cells) in rows {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let (columns, is_heading) = match &columns {
                Some(columns) => (columns, false),
                None => {
                    let named = Columns::named(&cells);
                    let is_heading = named.is_some();
                    (&*columns.insert(named.unwrap_or_default()), is_heading)
                }
            };
            if is_heading {
                continue;
            }
            match columns.terms(row, &cells) {
                Ok(found) => found.into_iter().for_each(|term| glossary.add(term)),
                Err(fault) => faults.push(fault),
            }
            if glossary.len() > MOST_TERMS {
                faults.push(GlossaryError::TooMany);
                break;
            }
        }
        (glossary, faults)
    }

    /// Takes in a term; what was said of the same pair before no longer counts.
    pub fn add(&mut self, term: Term) {
        self.0.insert((term.en.clone(), term.ko.clone()), term);
    }

    /// Takes in the terms of another.
    pub fn extend(&mut self, other: Glossary) {
        self.0.extend(other.0);
    }

    /// The terms in alphabetical order.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.0.values()
    }

    /// How many terms it holds.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Glossary, GlossaryError> {
        Glossary::read(text)
    }

    #[test]
    fn terms_are_read_and_the_rest_passed_over() {
        let text = "\u{feff}English\tKorean\n# names\n\nBramwick\t브램윅 | 브램익\tcity\r\nsalt pan\t염전\n";
        let glossary = read(text).unwrap();
        let terms: Vec<(&str, &str)> = glossary
            .terms()
            .map(|term| (term.en.as_str(), term.ko.as_str()))
            .collect();
        assert_eq!(
            terms,
            [
                ("Bramwick", "브램윅"),
                ("Bramwick", "브램익"),
                ("salt pan", "염전")
            ]
        );
    }

    #[test]
    fn a_line_that_is_no_term_is_named() {
        let message = read("a\t가\nno tab here").unwrap_err().to_string();
        assert!(
            message.starts_with("line 2 is no term: \"no tab here\""),
            "{message}"
        );
        assert!(read("empty\t").is_err());
        let long = format!("{}\t가", "word ".repeat(9));
        let message = read(&long).unwrap_err().to_string();
        assert!(message.contains("more than 8 words"), "{message}");
    }

    #[test]
    fn columns_say_what_they_are_whatever_their_order() {
        let text = "비고\t한국어\tEnglish\tStatus\t금지어\tPart of speech\n\
                    은행\t기준금리 | 정책금리\tbase rate\t\t기본요율|기초금리\tnoun\n\
                    \t옛말\tnew word\tForbidden\t\t\n";
        let glossary = read(text).unwrap();
        let terms: Vec<(&str, &str, Option<Lang>)> = glossary
            .terms()
            .map(|term| (term.en.as_str(), term.ko.as_str(), term.forbidden))
            .collect();
        assert_eq!(
            terms,
            [
                ("base rate", "기본요율", Some(Lang::Ko)),
                ("base rate", "기준금리", None),
                ("base rate", "기초금리", Some(Lang::Ko)),
                ("base rate", "정책금리", None),
                ("new word", "옛말", Some(Lang::Ko)),
            ]
        );
        let first = glossary.terms().nth(1).unwrap();
        assert_eq!((&*first.part_of_speech, &*first.note), ("noun", "은행"));
    }

    #[test]
    fn a_row_the_other_way_round_is_read_all_the_same() {
        let glossary = read("염전\tsalt pan|saltern\nBramwick\t브램윅\ta city\n").unwrap();
        let terms: Vec<(&str, &str, &str)> = glossary
            .terms()
            .map(|term| (&*term.en, &*term.ko, &*term.note))
            .collect();
        let expected = [
            ("Bramwick", "브램윅", "a city"),
            ("salt pan", "염전", ""),
            ("saltern", "염전", ""),
        ];
        assert_eq!(terms, expected);
    }
}

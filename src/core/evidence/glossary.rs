//! A user's own terms: lines of an English term, a tab and the Korean for it.

use std::collections::BTreeSet;

/// More terms than anybody has.
pub const MOST_TERMS: usize = 200_000;
/// The most words of an English term.
pub const LONGEST_TERM: usize = 8;

/// One English term and one way to say it in Korean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// English term.
    pub en: String,
    /// Korean term.
    pub ko: String,
}

/// The terms of a glossary, each pair once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary(BTreeSet<Term>);

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
    /// Reads lines of an English term, a tab and its Korean; several Korean words for it stand apart by `|`.
    /// Empty lines, those that begin with `#`, and a first line that names the columns are passed over; further
    /// columns are not read.
    ///
    /// # Errors
    /// [`GlossaryError`] for the first line that is no term.
    pub fn read(text: &str) -> Result<Glossary, GlossaryError> {
        let (glossary, faults) = Glossary::read_what_can_be(text);
        faults.into_iter().next().map_or(Ok(glossary), Err)
    }

    /// [`Glossary::read`] without the lines that are no terms, and what is wrong with each of these.
    pub fn read_what_can_be(text: &str) -> (Glossary, Vec<GlossaryError>) {
        let (mut terms, mut faults) = (BTreeSet::new(), Vec::new());
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let is_heading = at == 0 && {
                let first = line.split('\t').next().unwrap_or_default().trim();
                ["en", "english", "source", "영어"].contains(&first.to_lowercase().as_str())
            };
            if line.trim().is_empty() || line.starts_with('#') || is_heading {
                continue;
            }
            match terms_of(line, at + 1) {
                Ok(found) => terms.extend(found),
                Err(fault) => faults.push(fault),
            }
            if terms.len() > MOST_TERMS {
                faults.push(GlossaryError::TooMany);
                break;
            }
        }
        (Glossary(terms), faults)
    }

    /// Takes in the terms of another.
    pub fn extend(&mut self, other: Glossary) {
        self.0.extend(other.0);
    }

    /// The terms in alphabetical order.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.0.iter()
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

/// The terms of one line, an English one with each of its Korean words.
fn terms_of(text: &str, line: usize) -> Result<Vec<Term>, GlossaryError> {
    let mut fields = text.split('\t').map(str::trim);
    let (en, ko) = match (fields.next(), fields.next()) {
        (Some(en), Some(ko)) if is_english(en) && !ko.is_empty() => (en, ko),
        _ => {
            let text = shortened(text);
            return Err(GlossaryError::NoTerm { line, text });
        }
    };
    if en.split_whitespace().count() > LONGEST_TERM {
        let text = shortened(en);
        return Err(GlossaryError::TooLong { line, text });
    }
    let words = ko.split('|').map(str::trim).filter(|ko| !ko.is_empty());
    let term = |ko: &str| Term {
        en: en.to_owned(),
        ko: ko.to_owned(),
    };
    Ok(words.map(term).collect())
}

fn is_english(term: &str) -> bool {
    term.contains(char::is_alphabetic)
}

/// A line as a message shows it.
fn shortened(line: &str) -> String {
    const SHOWN: usize = 40;
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
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
}

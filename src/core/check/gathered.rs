//! What the rows say together, gathered from one row after the other: of each row a few numbers stay, so that a memory of
//! millions of pairs is checked in little memory.

use super::names::Spelled;
use super::register::Register;
use super::{Finding, Reading, length, names, register, repeats};
use crate::article::Lang;
use crate::bitext::RowIndex;
use std::collections::HashMap;

/// What is kept of the rows of a work.
#[derive(Clone, Debug)]
pub struct Gathered {
    source: Lang,
    lengths: Vec<[u32; 2]>,
    registers: Vec<Option<Register>>,
    /// The prints of source and translation; 0 of a row that is not compared.
    repeats: Vec<[u64; 2]>,
    names: Vec<Spelled>,
    /// Every name and spelling once.
    words: Vec<String>,
    numbers: HashMap<String, u32>,
}

/// A row that stands out among the others. What there is to say of it, its texts tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Suspect {
    /// Among all that were gathered.
    pub row: RowIndex,
    odd: Odd,
}

#[derive(Clone, Debug, PartialEq)]
enum Odd {
    Length(f64),
    Name {
        name: u32,
        here: u32,
        usual: u32,
    },
    /// The row that has the usual translation.
    Repeat(RowIndex),
    Register {
        here: Register,
        usual: Register,
    },
}

impl Suspect {
    /// The rows whose texts have to be known.
    pub fn rows(&self) -> impl Iterator<Item = RowIndex> {
        let usual = match self.odd {
            Odd::Repeat(usual) => Some(usual),
            _ => None,
        };
        std::iter::once(self.row).chain(usual)
    }
}

impl Gathered {
    /// Begins with the rows of a work that was translated from `source`.
    pub fn new(source: Lang) -> Gathered {
        Gathered {
            source,
            lengths: Vec::new(),
            registers: Vec::new(),
            repeats: Vec::new(),
            names: Vec::new(),
            words: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Takes up the next row.
    pub fn add(&mut self, reading: &Reading) {
        let row = self.lengths.len();
        let short = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        self.lengths.push(reading.lengths.map(short));
        self.registers.push(reading.register);
        let [en, ko] = reading.repeat.unwrap_or_default();
        self.repeats.push(match self.source {
            Lang::En => [en, ko],
            Lang::Ko => [ko, en],
        });
        for (en, ko) in &reading.names {
            let [name, here] = match self.source {
                Lang::En => [en, ko],
                Lang::Ko => [ko, en],
            };
            let (name, here) = (self.number(name), self.number(here));
            self.names.push(Spelled { row, name, here });
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }

    fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", String::as_str)
    }

    /// The rows that stand out, in order.
    pub fn suspects(&self) -> Vec<Suspect> {
        let mut suspects: Vec<Suspect> = Vec::new();
        let mut add = |row: usize, odd: Odd| {
            let row = RowIndex(row);
            suspects.push(Suspect { row, odd })
        };
        for (row, times) in length::unusual(&self.lengths) {
            add(row, Odd::Length(times));
        }
        for (Spelled { row, name, here }, usual) in
            names::spelled_otherwise(&self.names, |word| self.word(word))
        {
            add(row, Odd::Name { name, here, usual });
        }
        for (row, usual) in repeats::translated_otherwise(&self.repeats) {
            add(row, Odd::Repeat(RowIndex(usual)));
        }
        for (row, here, usual) in register::mixed(&self.registers) {
            add(row, Odd::Register { here, usual });
        }
        suspects.sort_by_key(|suspect| suspect.row);
        suspects
    }

    /// What there is to say of a row that stands out; `translation` gives the translated text of a row. Nothing of a name
    /// that the row also has in the usual spelling.
    pub fn finding(
        &self,
        suspect: &Suspect,
        translation: impl Fn(RowIndex) -> String,
    ) -> Option<Finding> {
        Some(match suspect.odd {
            Odd::Length(times) => Finding::Length {
                lang: self.source.other(),
                times: match self.source {
                    Lang::En => times,
                    Lang::Ko => times.recip(),
                },
            },
            Odd::Name { name, here, usual } => {
                let usual = self.word(usual);
                if translation(suspect.row).contains(usual) {
                    return None;
                }
                Finding::Name {
                    name: self.word(name).to_owned(),
                    here: self.word(here).to_owned(),
                    elsewhere: usual.to_owned(),
                }
            }
            Odd::Repeat(usual) => Finding::Repeat {
                lang: self.source,
                elsewhere: translation(usual),
            },
            Odd::Register { here, usual } => Finding::Register { here, usual },
        })
    }
}

//! What is not told, because a person has seen it and found it right.

use super::{Check, Finding};
use crate::bitext::{Bitext, RowIndex, Waiver};
use std::collections::HashMap;

/// What is not to be told of the rows of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waived {
    everywhere: Vec<Waiver>,
    here: HashMap<RowIndex, Vec<Waiver>>,
}

/// A line of a list that names no check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: there is no check called \"{name}\"; they are {}", Check::ALL.map(Check::as_str).join(", "))]
pub struct UnknownCheck {
    /// From 1.
    pub line: usize,
    /// What stands in its place.
    pub name: String,
}

impl Waived {
    /// What people have waived in the rows of a work.
    pub fn of(bitext: &Bitext) -> Waived {
        let mut waived = Waived::default();
        waived.add(bitext, RowIndex(0));
        waived
    }

    /// Adds what was waived in `bitext`, whose first row is number `base` of all.
    pub fn add(&mut self, bitext: &Bitext, base: RowIndex) {
        for (row, bead) in bitext.beads.numbered() {
            for waiver in &bead.waivers {
                if waiver.everywhere {
                    self.everywhere.push(waiver.clone());
                } else {
                    let here = self.here.entry(base + row.0).or_default();
                    here.push(waiver.clone());
                }
            }
        }
    }

    /// Reads a list, a waiver a line, for all rows. Lines that begin with `#` are comments.
    ///
    /// # Errors
    /// [`UnknownCheck`].
    pub fn read(text: &str) -> Result<Waived, UnknownCheck> {
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let wanted = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let everywhere = wanted.map(|(number, line)| {
            let Ok(waiver) = line.parse::<Waiver>();
            match Check::named(&waiver.check) {
                Some(_) => Ok(waiver),
                None => Err(UnknownCheck {
                    line: number + 1,
                    name: waiver.check,
                }),
            }
        });
        Ok(Waived {
            everywhere: everywhere.collect::<Result<_, _>>()?,
            here: HashMap::new(),
        })
    }

    /// Whether a finding of row number `row` is waived.
    pub fn holds(&self, row: RowIndex, finding: &Finding) -> bool {
        let here = self.here.get(&row).into_iter().flatten();
        let mut waivers = self.everywhere.iter().chain(here);
        waivers.any(|waiver| is_of(waiver, finding))
    }

    /// Those that count in every row.
    pub fn everywhere(&self) -> &[Waiver] {
        &self.everywhere
    }

    /// Whether nothing is waived.
    pub fn is_empty(&self) -> bool {
        self.everywhere.is_empty() && self.here.is_empty()
    }
}

fn is_of(waiver: &Waiver, finding: &Finding) -> bool {
    let says = || {
        let mut words = finding.words().into_iter().flatten();
        words.any(|word| word == waiver.what) || finding.to_string() == waiver.what
    };
    waiver.check == finding.check().as_str() && (waiver.what.is_empty() || says())
}

impl Finding {
    /// The waiver by which it is not told again, in the row that keeps it.
    pub fn waiver(&self) -> Waiver {
        Waiver {
            check: self.check().as_str().to_owned(),
            what: self.to_string(),
            everywhere: false,
        }
    }

    /// The waiver by which nothing is told any more of the word that it is about, in any row of the work; of a finding
    /// that is about no word, nothing of its check.
    pub fn waiver_everywhere(&self) -> Waiver {
        Waiver {
            check: self.check().as_str().to_owned(),
            what: self.subject().unwrap_or_default().to_owned(),
            everywhere: true,
        }
    }

    /// The word that it is about, if it is about one.
    pub fn subject(&self) -> Option<&str> {
        match self {
            Finding::Name { here, .. }
            | Finding::OtherName { here, .. }
            | Finding::Forbidden { here, .. }
            | Finding::Miscopied { here, .. } => Some(here),
            Finding::Term { term, .. } => Some(term),
            Finding::Untranslated { text } | Finding::Omitted { text } => Some(text),
            Finding::Negation { word } => Some(word),
            Finding::Opposite { en, .. } => Some(en),
            Finding::Numbers { en, ko } | Finding::Markup { en, ko } => match (&en[..], &ko[..]) {
                ([word], []) | ([], [word]) => Some(word),
                _ => None,
            },
            Finding::Mark { .. }
            | Finding::Register { .. }
            | Finding::Length { .. }
            | Finding::Repeat { .. }
            | Finding::Slip { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(here: &str) -> Finding {
        Finding::Name {
            name: "Richard".into(),
            here: here.into(),
            elsewhere: "리처드".into(),
        }
    }

    #[test]
    fn a_list_tells_what_is_not_told_again() {
        let list = "# seen\nnames\t리차드\nmarks\n";
        let waived = Waived::read(list).unwrap();
        assert!(
            waived.holds(RowIndex(7), &name("리차드"))
                && !waived.holds(RowIndex(7), &name("리카드"))
        );
        let wrong = Waived::read("names\n\nnmaes\tx").unwrap_err();
        assert!(wrong.to_string().starts_with("line 3: there is no check"));
    }

    #[test]
    fn what_was_waived_of_a_finding_is_that_finding() {
        let other = Finding::Numbers {
            en: vec!["5".into(), "7".into()],
            ko: vec![],
        };
        for finding in [name("리차드"), other] {
            for waiver in [finding.waiver(), finding.waiver_everywhere()] {
                assert!(is_of(&waiver, &finding), "{waiver}");
                let Ok(again) = waiver.to_string().parse::<Waiver>();
                assert_eq!((&again.check, &again.what), (&waiver.check, &waiver.what));
            }
        }
    }
}

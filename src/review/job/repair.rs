//! What a person does to the rows of a job: how far a pair is, which text belongs to which; and what takes it back.

use super::{Change, JobSession, Refusal, Step};
use jjak_core::article::Lang;
use jjak_formats::job::{JobPair, PairState};
use jjak_pipeline::job::add_records;
use jjak_pipeline::manifest::Record;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// How a pair was matched that a person put together.
pub const BY_HAND: &str = "hand";
/// What a person said of a text that has no counterpart, and what a text is nobody said anything of.
pub const NONE: &str = "none";
const ALONE: &str = "alone";

/// What to do to the texts of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Two rows of one text each.
    Pair(u64, u64),
    /// A pair.
    TakeApart(u64),
    /// A text of a row gets another counterpart, that is a row by itself or in a pair now.
    Rematch {
        row: u64,
        lang: Lang,
        other: PathBuf,
    },
    /// A text has no counterpart, or may have one after all.
    NoCounterpart(u64, bool),
}

/// The one text of a row.
pub fn single(pair: &JobPair) -> Option<(Lang, &Path)> {
    match (&pair.en, &pair.ko) {
        (Some(en), None) => Some((Lang::En, en)),
        (None, Some(ko)) => Some((Lang::Ko, ko)),
        _ => None,
    }
}

/// The text of a row on one side.
pub fn text(pair: &JobPair, lang: Lang) -> Option<&Path> {
    match lang {
        Lang::En => pair.en.as_deref(),
        Lang::Ko => pair.ko.as_deref(),
    }
}

fn alone(lang: Lang, text: &Path) -> JobPair {
    let mut pair = JobPair {
        matched: ALONE.to_owned(),
        ..JobPair::default()
    };
    match lang {
        Lang::En => pair.en = Some(text.into()),
        Lang::Ko => pair.ko = Some(text.into()),
    }
    pair
}

fn by_hand(en: &Path, ko: &Path) -> JobPair {
    JobPair {
        en: Some(en.into()),
        ko: Some(ko.into()),
        how: BY_HAND.to_owned(),
        ..JobPair::default()
    }
}

impl JobSession {
    /// Does `repair` as one step; gives the row to look at then.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed.
    pub fn repair(&mut self, repair: &Repair) -> Result<u64, Refusal> {
        let row = |id: u64| self.pair(id).ok_or(Refusal::OtherKind);
        match repair {
            Repair::Pair(one, two) => {
                let (a, b) = (row(*one)?, row(*two)?);
                let (Some(a), Some(b)) = (single(a), single(b)) else {
                    return Err(Refusal::OtherKind);
                };
                let pair = match (a, b) {
                    ((Lang::En, en), (Lang::Ko, ko)) | ((Lang::Ko, ko), (Lang::En, en)) => {
                        by_hand(en, ko)
                    }
                    _ => return Err(Refusal::SameSide),
                };
                self.exchange(&[*one, *two], vec![pair])
            }
            Repair::TakeApart(id) => {
                let pair = row(*id)?;
                let (Some(en), Some(ko)) = (&pair.en, &pair.ko) else {
                    return Err(Refusal::OtherKind);
                };
                let texts = vec![alone(Lang::En, en), alone(Lang::Ko, ko)];
                self.exchange(&[*id], texts)
            }
            Repair::Rematch {
                row: id,
                lang,
                other,
            } => {
                let of = row(*id)?;
                let kept = text(of, *lang).ok_or(Refusal::OtherKind)?;
                let pair = match lang {
                    Lang::En => by_hand(kept, other),
                    Lang::Ko => by_hand(other, kept),
                };
                let mut gone = vec![*id];
                let mut come = vec![pair];
                let side = lang.other();
                // What it was paired with is by itself now, and so is what its new counterpart was paired with.
                if let Some(left) = text(of, side).filter(|left| *left != other) {
                    come.push(alone(side, left));
                }
                let holds = |pair: &&JobPair| pair.id != *id && text(pair, side) == Some(other);
                if let Some(theirs) = self.pairs.iter().find(holds) {
                    gone.push(theirs.id);
                    if let Some(left) = text(theirs, *lang) {
                        come.push(alone(*lang, left));
                    }
                }
                self.exchange(&gone, come)
            }
            Repair::NoCounterpart(id, none) => {
                let before = row(*id)?;
                if single(before).is_none() {
                    return Err(Refusal::OtherKind);
                }
                let matched = if *none { NONE } else { ALONE };
                let after = JobPair {
                    matched: matched.to_owned(),
                    ..before.clone()
                };
                self.change(vec![after])?;
                Ok(*id)
            }
        }
    }

    /// Says how far pairs are.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed.
    pub fn set_state(&mut self, ids: &[u64], state: PairState) -> Result<(), Refusal> {
        let pairs = ids.iter().filter_map(|&id| self.pair(id));
        let pairs = pairs.filter(|pair| pair.is_pair() && pair.state != state);
        let after: Vec<JobPair> = pairs
            .map(|pair| JobPair {
                state,
                ..pair.clone()
            })
            .collect();
        self.change(after)
    }

    /// Adds what a table names; texts that were by themselves and are in a pair now are so no more. Gives how many rows
    /// are new.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn add(&mut self, records: &[Record], table: Option<&Path>) -> Result<usize, Refusal> {
        let file = self.file.as_mut().ok_or(Refusal::ReadOnly)?;
        let added = add_records(file, records, table)?;
        let paired = file.pairs().filter(|pair| pair.is_pair());
        let paired: HashSet<PathBuf> = paired
            .flat_map(|pair| [pair.en.clone(), pair.ko.clone()])
            .flatten()
            .collect();
        let is_double =
            |pair: &&JobPair| single(pair).is_some_and(|(_, text)| paired.contains(text));
        let doubles: Vec<u64> = file.pairs().filter(is_double).map(|pair| pair.id).collect();
        file.exchange(&doubles, Vec::new())?;
        self.pairs = file.pairs().cloned().collect();
        self.revision += 1;
        (self.past, self.undone) = Default::default();
        Ok(added)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the last step back; gives the row to look at then.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed.
    pub fn undo(&mut self) -> Result<Option<u64>, Refusal> {
        let Some(step) = self.past.pop() else {
            return Ok(None);
        };
        let turned: Step = step
            .iter()
            .map(|change| Change {
                before: change.after.clone(),
                after: change.before.clone(),
            })
            .collect();
        let done = self.write(&turned);
        match done {
            Ok(id) => {
                self.undone.push(step);
                Ok(id)
            }
            Err(refusal) => {
                self.past.push(step);
                Err(refusal)
            }
        }
    }

    /// Does again what was taken back.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed.
    pub fn redo(&mut self) -> Result<Option<u64>, Refusal> {
        let Some(step) = self.undone.pop() else {
            return Ok(None);
        };
        match self.write(&step) {
            Ok(id) => {
                self.past.push(step);
                Ok(id)
            }
            Err(refusal) => {
                self.undone.push(step);
                Err(refusal)
            }
        }
    }

    fn change(&mut self, after: Vec<JobPair>) -> Result<(), Refusal> {
        let step: Step = after
            .into_iter()
            .map(|after| Change {
                before: self.pair(after.id).cloned(),
                after: Some(after),
            })
            .collect();
        if step.is_empty() {
            return Ok(());
        }
        self.write(&step)?;
        self.past.push(step);
        self.undone.clear();
        Ok(())
    }

    /// Takes rows out and puts others in; gives the first of these.
    fn exchange(&mut self, gone: &[u64], come: Vec<JobPair>) -> Result<u64, Refusal> {
        let next = self.pairs.last().map_or(1, |pair| pair.id + 1);
        let file = self.file.as_ref().ok_or(Refusal::ReadOnly)?;
        let next = next.max(file.next_id());
        let gone = gone.iter().map(|&id| Change {
            before: self.pair(id).cloned(),
            after: None,
        });
        let numbered = come.into_iter().zip(next..);
        let come = numbered.map(|(pair, id)| Change {
            before: None,
            after: Some(JobPair { id, ..pair }),
        });
        let step: Step = gone.chain(come).collect();
        self.write(&step)?;
        self.past.push(step);
        self.undone.clear();
        Ok(next)
    }

    /// Brings rows from what they were to what they are to be; what the background has found of them since stays.
    fn write(&mut self, step: &Step) -> Result<Option<u64>, Refusal> {
        let file = self.file.as_mut().ok_or(Refusal::ReadOnly)?;
        let after = step.iter().filter_map(|change| change.after.clone());
        let after: Vec<JobPair> = after
            .map(|pair| match file.pair(pair.id) {
                Some(now) => JobPair {
                    work: now.work.clone().or(pair.work),
                    figures: now.figures.clone().or(pair.figures),
                    failure: now.failure.clone(),
                    ..pair
                },
                None => pair,
            })
            .collect();
        let first = after.first().map(|pair| pair.id);
        let gone = step.iter().filter(|change| change.after.is_none());
        let gone: Vec<u64> = gone
            .filter_map(|change| change.before.as_ref())
            .map(|pair| pair.id)
            .collect();
        file.exchange(&gone, after)?;
        self.pairs = file.pairs().cloned().collect();
        self.revision += 1;
        Ok(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jjak_formats::job::{JobFile, read};

    /// Texts and whose row they are in, whatever the numbers.
    fn told(pairs: &[JobPair]) -> Vec<(Option<PathBuf>, Option<PathBuf>, PairState)> {
        let mut told: Vec<_> = pairs
            .iter()
            .map(|pair| (pair.en.clone(), pair.ko.clone(), pair.state))
            .collect();
        told.sort();
        told
    }

    fn session(folder: &Path) -> JobSession {
        let (mut file, _) = JobFile::create(&folder.join("news.jjakjob")).unwrap();
        let text = |name: String| Some(folder.join(name));
        for number in 0..4 {
            file.add(JobPair {
                en: text(format!("{number}.en.txt")),
                ko: text(format!("{number}.ko.txt")),
                ..JobPair::default()
            })
            .unwrap();
        }
        for number in 4..6 {
            file.add(alone(Lang::En, &folder.join(format!("{number}.en.txt"))))
                .unwrap();
            file.add(alone(Lang::Ko, &folder.join(format!("{number}.ko.txt"))))
                .unwrap();
        }
        JobSession::of(file)
    }

    /// Numbers that look random and are the same in every run (xorshift, Marsaglia 2003).
    struct Random(u64);

    impl Random {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % end.max(1) as u64) as usize
        }
    }

    /// Whatever is done, every text is in exactly one row, the file says what the screen does, and undo leads back.
    #[test]
    fn no_text_is_lost_or_doubled_and_every_step_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let mut job = session(folder.path());
        let first = told(job.pairs());
        let texts = |pairs: &[JobPair]| {
            let sides = |pair: &JobPair| [pair.en.clone(), pair.ko.clone()];
            let mut texts: Vec<PathBuf> = pairs.iter().flat_map(sides).flatten().collect();
            texts.sort();
            texts
        };
        let all = texts(job.pairs());
        let mut random = Random(7);
        let mut states = vec![first.clone()];
        for _ in 0..200 {
            let rows = job.pairs();
            let of = |at: usize| rows.get(at % rows.len()).cloned().unwrap_or_default();
            let (one, two) = (of(random.below(99)), of(random.below(99)));
            let done = match random.below(5) {
                0 => job.repair(&Repair::Pair(one.id, two.id)).map(drop),
                1 => job.repair(&Repair::TakeApart(one.id)).map(drop),
                2 => {
                    let lang = Lang::BOTH[random.below(2)];
                    match text(&two, lang.other()).map(Path::to_path_buf) {
                        Some(other) => {
                            let row = one.id;
                            job.repair(&Repair::Rematch { row, lang, other }).map(drop)
                        }
                        None => Err(Refusal::OtherKind),
                    }
                }
                3 => job.set_state(&[one.id], PairState::ALL[random.below(4)]),
                _ => job.repair(&Repair::NoCounterpart(one.id, true)).map(drop),
            };
            assert_eq!(texts(job.pairs()), all);
            if done.is_ok() {
                states.push(told(job.pairs()));
            }
        }
        let in_file = read(job.path()).unwrap().pairs;
        assert_eq!(told(&in_file), told(job.pairs()));
        let last = told(job.pairs());
        assert!(states.len() > 60, "{} steps", states.len());
        while job.can_undo() {
            job.undo().unwrap();
            assert_eq!(texts(job.pairs()), all);
        }
        assert_eq!(told(job.pairs()), first);
        while job.can_redo() {
            job.redo().unwrap();
        }
        assert_eq!(told(job.pairs()), last);
    }

    #[test]
    fn what_the_background_finds_does_not_take_back_what_a_person_said() {
        let folder = tempfile::tempdir().unwrap();
        let mut job = session(folder.path());
        let under_way = job.pair(1).unwrap().clone();
        job.set_state(&[1], PairState::Parked).unwrap();
        let work = folder.path().join("news/0001.jjak");
        job.take_paired(&JobPair {
            work: Some(work.clone()),
            ..under_way.clone()
        })
        .unwrap();
        let pair = job.pair(1).unwrap();
        assert_eq!(
            (pair.state, &pair.work),
            (PairState::Parked, &Some(work.clone()))
        );
        // Undo takes back what was said, not what was found.
        job.undo().unwrap();
        let pair = job.pair(1).unwrap();
        assert_eq!((pair.state, &pair.work), (PairState::New, &Some(work)));
        // Of a pair that is gone nothing is taken.
        job.repair(&Repair::TakeApart(2)).unwrap();
        let gone = JobPair { id: 2, ..under_way };
        job.take_paired(&gone).unwrap();
        assert!(job.pair(2).is_none());
    }
}

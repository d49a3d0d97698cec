//! What people accepted in the articles of a job teaches the pairing of those that nobody has begun: names above all,
//! which no lexicon holds.

use super::figures::{figures, has_stamp};
use crate::custom::Custom;
use crate::queue::Queue;
use jjak_core::align::{Known, LearnedLexicon, align};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Side};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::job::{Figures, JobPair, PairState, Stamp};
use jjak_formats::project::{self, Claim, Project, Taught};
use std::collections::BTreeMap;
use std::fs;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Most accepted rows that are learned from; of more, every article gives a like share.
const MOST_ROWS: usize = 2_000;

/// The accepted rows of a job's works as texts, each work read once for as long as it stays as it is.
#[derive(Default)]
pub struct Lessons {
    works: BTreeMap<u64, Work>,
    learned: Option<Arc<Learned>>,
}

struct Work {
    stamp: Stamp,
    rows: Vec<(String, String)>,
}

/// What a job teaches now.
pub struct Learned {
    pub lexicon: LearnedLexicon,
    /// What it was learned from, as the works say that are paired with it.
    pub taught: Taught,
}

impl Lessons {
    /// What the accepted rows of these pairs teach; `None` if there are none. The same rows teach the same, whatever was
    /// learned before.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn learned(
        &mut self,
        pairs: &[JobPair],
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<Option<Arc<Learned>>, Cancelled> {
        self.read(pairs, progress)?;
        let rows = self.rows();
        let taught = taught(&rows, self.articles());
        if rows.is_empty() {
            self.learned = None;
        } else if !self
            .learned
            .as_ref()
            .is_some_and(|learned| learned.taught == taught)
        {
            let lexicon = LearnedLexicon::of(&rows, lexicon, progress)?;
            self.learned = Some(Arc::new(Learned { lexicon, taught }));
        }
        Ok(self.learned.clone())
    }

    /// Reads the works that are not as they were, and forgets those that are gone.
    fn read(&mut self, pairs: &[JobPair], progress: &Progress) -> Result<(), Cancelled> {
        let mut before = std::mem::take(&mut self.works);
        let pairs = pairs.iter().filter(|pair| pair.state != PairState::Parked);
        for pair in pairs {
            progress.at(0.0)?;
            let Some(work) = &pair.work else { continue };
            let Ok(there) = fs::metadata(work) else {
                continue;
            };
            let stamp = Stamp::of(&there);
            let known = before.remove(&pair.id).filter(|work| work.stamp == stamp);
            let figures = pair.figures.as_ref().filter(|_| has_stamp(pair, stamp));
            let is_unread = figures.is_some_and(|figures| figures.accepted == 0);
            let rows = match known {
                Some(work) => work.rows,
                None if is_unread => Vec::new(),
                // What cannot be read is told where the works are looked at.
                None => match project::read(work) {
                    Ok(loaded) => loaded.project.bitext.lessons(),
                    Err(_) => continue,
                },
            };
            self.works.insert(pair.id, Work { stamp, rows });
        }
        Ok(())
    }

    fn articles(&self) -> usize {
        let works = self.works.values();
        works.filter(|work| !work.rows.is_empty()).count()
    }

    /// The rows to learn from, in the order of the job.
    fn rows(&self) -> Vec<(String, String)> {
        let all: usize = self.works.values().map(|work| work.rows.len()).sum();
        let share = if all > MOST_ROWS {
            (MOST_ROWS / self.articles().max(1)).max(1)
        } else {
            usize::MAX
        };
        let works = self.works.values();
        let rows = works.flat_map(|work| work.rows.iter().take(share).cloned());
        rows.take(MOST_ROWS).collect()
    }
}

fn taught(rows: &[(String, String)], articles: usize) -> Taught {
    let mut hasher = Fnv::default();
    rows.hash(&mut hasher);
    Taught {
        articles: articles.min(rows.len()),
        rows: rows.len(),
        seal: format!("{:016x}", hasher.finish()),
    }
}

/// FNV-1a, which says the same in every version of the program.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Whether a person has begun the work on a pair, as far as the job says.
pub fn is_begun(pair: &JobPair) -> bool {
    pair.state != PairState::New
}

/// Pairs the work on a pair anew with what was learned since. `None` if there is nothing to do: there is no work yet, a
/// person has begun it, somebody has it open, or it was paired with the same already.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop; the work is then as it was.
pub fn renew_one(
    pair: &JobPair,
    learned: &Learned,
    custom: &Custom,
    queue: Queue,
    progress: &Progress,
) -> Result<Option<JobPair>, Cancelled> {
    let Some(path) = pair.work.as_ref().filter(|_| !is_begun(pair)) else {
        return Ok(None);
    };
    // Refused where a person's work is, or a window has it open.
    let Ok(claim) = Claim::new(path, false) else {
        return Ok(None);
    };
    let Ok(loaded) = project::read(path) else {
        return Ok(None);
    };
    let project = loaded.project;
    let is_same = project.about.taught.as_ref() == Some(&learned.taught);
    if is_same || project.about.segmented || !project.labour().is_none() {
        return Ok(None);
    }
    let lexicon = custom.lexicon();
    let known = Known {
        lexicon: &lexicon,
        learned: Some(&learned.lexicon),
        ..Known::default()
    };
    let texts = |side: &Side| -> Vec<String> {
        let segments = side.segments.iter();
        segments
            .map(|segment| side.text_of(segment).into_owned())
            .collect()
    };
    let [en, ko] = Lang::BOTH.map(|lang| texts(project.bitext.side(lang)));
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
    let links = align(&en, &ko, known, progress)?;
    let mut renewed = Project {
        bitext: Bitext::new(project.bitext.en, project.bitext.ko, &links),
        ..project
    };
    renewed.about.taught = Some(learned.taught.clone());
    let counted = figures(&renewed, queue, &lexicon, progress)?;
    if claim.write(&renewed).is_err() {
        return Ok(None);
    }
    let stamp = fs::metadata(path).map(|there| Stamp::of(&there));
    let stamp = stamp.unwrap_or_default();
    Ok(Some(JobPair {
        figures: Some(Figures { stamp, ..counted }),
        ..pair.clone()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn lessons(works: &[(u64, usize)]) -> Lessons {
        let rows = |id: u64, count: usize| {
            let row = |at| (format!("{id}: {at}"), format!("{id}번: {at}"));
            (0..count).map(row).collect()
        };
        let work = |&(id, count): &(u64, usize)| {
            let stamp = Stamp::default();
            let rows = rows(id, count);
            (id, Work { stamp, rows })
        };
        Lessons {
            works: works.iter().map(work).collect(),
            learned: None,
        }
    }

    #[test]
    fn of_many_rows_every_article_teaches_some() {
        let few = lessons(&[(1, 3), (2, 0), (4, 2)]);
        assert_eq!((few.rows().len(), few.articles()), (5, 2));
        let many = lessons(&[(1, 3 * MOST_ROWS), (2, 10), (3, MOST_ROWS)]);
        let rows = many.rows();
        assert!(rows.len() <= MOST_ROWS);
        let of: HashMap<&str, usize> = rows.iter().fold(HashMap::new(), |mut of, (en, _)| {
            *of.entry(&en[..1]).or_default() += 1;
            of
        });
        assert_eq!(of["2"], 10);
        assert_eq!(of["1"], of["3"]);
        assert_eq!(taught(&rows, 3), taught(&many.rows(), 3));
        assert_ne!(taught(&rows, 3).seal, taught(&few.rows(), 2).seal);
    }
}

//! Candidates with what is known of them.

use super::How;
use super::candidates::Candidate;
use super::decision::Verdict;
use super::share::Share;

/// A candidate with what the aligner and the model say of it.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub candidate: Candidate,
    pub verdict: Verdict,
    /// Of all figures, how much is in both.
    pub agreement: f64,
    pub how: How,
    /// `None` if it was not worth the work.
    pub share: Option<Share>,
}

impl Judged {
    pub(super) fn probability(&self) -> f64 {
        self.verdict.probability
    }

    /// How sure each sentence of a side is paired; nothing if that was not asked.
    pub(super) fn paired(&self, is_en: bool) -> &[f32] {
        match (&self.share, is_en) {
            (Some(share), true) => &share.paired_en,
            (Some(share), false) => &share.paired_ko,
            (None, _) => &[],
        }
    }
}

/// The judged pairs of each document, the likeliest first.
pub(super) struct ByDocument {
    pub en: Vec<Vec<usize>>,
    pub ko: Vec<Vec<usize>>,
}

impl ByDocument {
    pub(super) fn of(judged: &[Judged], [en, ko]: [usize; 2]) -> ByDocument {
        let mut by = ByDocument {
            en: vec![Vec::new(); en],
            ko: vec![Vec::new(); ko],
        };
        let mut order: Vec<(usize, &Judged)> = judged.iter().enumerate().collect();
        order.sort_by(|(i, a), (j, b)| {
            let likelier = b.probability().total_cmp(&a.probability());
            let nearer = b.candidate.cosine.total_cmp(&a.candidate.cosine);
            likelier.then(nearer).then(i.cmp(j))
        });
        for (at, judged) in order {
            for (lists, document) in [
                (&mut by.en, judged.candidate.en),
                (&mut by.ko, judged.candidate.ko),
            ] {
                if let Some(list) = lists.get_mut(document) {
                    list.push(at);
                }
            }
        }
        by
    }

    /// The pairs of one document.
    pub(super) fn pairs(&self, is_en: bool, document: usize) -> &[usize] {
        let lists = if is_en { &self.en } else { &self.ko };
        lists.get(document).map_or(&[], Vec::as_slice)
    }
}

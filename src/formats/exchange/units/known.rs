//! Pairs that somebody has already, and does not want again.

use super::text::plain;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The prints of pairs; copies share them.
#[derive(Clone, Debug, Default)]
pub struct KnownPairs {
    prints: Arc<HashSet<[u64; 2]>>,
    /// How many were asked for and are known.
    met: Arc<AtomicUsize>,
}

impl PartialEq for KnownPairs {
    fn eq(&self, other: &KnownPairs) -> bool {
        self.prints == other.prints
    }
}

impl KnownPairs {
    /// These pairs, English first.
    pub fn of(pairs: impl Iterator<Item = [String; 2]>) -> KnownPairs {
        KnownPairs {
            prints: Arc::new(pairs.map(|[en, ko]| print(&en, &ko)).collect()),
            met: Arc::default(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.prints.is_empty()
    }

    /// Whether the pair is among them, but for white space.
    pub fn holds(&self, en: &str, ko: &str) -> bool {
        let holds = !self.is_empty() && self.prints.contains(&print(en, ko));
        self.met.fetch_add(usize::from(holds), Relaxed);
        holds
    }

    /// How many pairs were found to be among them since this was asked last.
    pub fn take_met(&self) -> usize {
        self.met.swap(0, Relaxed)
    }
}

fn print(en: &str, ko: &str) -> [u64; 2] {
    [0u8, 1].map(|salt| {
        let mut hasher = DefaultHasher::new();
        (salt, plain(en), plain(ko)).hash(&mut hasher);
        hasher.finish()
    })
}

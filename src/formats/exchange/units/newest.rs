//! Which of several works translates a sentence last: of memories that follow each other the newer one counts.

use super::text::plain;
use jjak_core::article::Lang;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Of each text of the source the last work that has it; copies share them. By default nothing is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewestWork {
    works: Arc<HashMap<[u64; 2], usize>>,
    /// The language of the source; English unless something else is said.
    from_korean: bool,
}

impl NewestWork {
    /// These texts of the source, which is in `source`, each with the number of its work, from 0.
    pub fn of(source: Lang, texts: impl Iterator<Item = (usize, String)>) -> NewestWork {
        let mut works: HashMap<[u64; 2], usize> = HashMap::new();
        for (work, text) in texts {
            let newest = works.entry(print(&text)).or_default();
            *newest = work.max(*newest);
        }
        NewestWork {
            works: Arc::new(works),
            from_korean: source == Lang::Ko,
        }
    }

    /// Whether no later work translates what this one of number `work` does.
    pub(super) fn is_of(&self, work: usize, en: &str, ko: &str) -> bool {
        if self.works.is_empty() {
            return true;
        }
        let source = if self.from_korean { ko } else { en };
        let newest = self.works.get(&print(source));
        newest.is_none_or(|newest| *newest <= work)
    }
}

/// Tells texts apart, but for white space, without keeping them: 128 bits, so that no two are taken for one.
fn print(text: &str) -> [u64; 2] {
    [0u8, 1].map(|salt| {
        let mut hasher = DefaultHasher::new();
        (salt, plain(text)).hash(&mut hasher);
        hasher.finish()
    })
}

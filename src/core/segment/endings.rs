use serde::{Deserialize, Serialize};

/// Which Korean endings close a sentence that has no mark at its end, as captions, messages and notes have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endings {
    /// None.
    Marked,
    /// Those of polite speech, which seldom mean anything else: -니다, -니까, -요, -죠.
    #[default]
    Polite,
    /// Those of plain speech, too: -했다, -있다, -는다, -이다.
    Plain,
}

impl Endings {
    /// From the fewest to the most.
    pub const ALL: [Endings; 3] = [Endings::Marked, Endings::Polite, Endings::Plain];

    /// How much is taken for an end, from 0 to 2.
    pub fn level(self) -> usize {
        self as usize
    }
}

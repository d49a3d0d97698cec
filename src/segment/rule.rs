use serde::{Deserialize, Serialize};

/// Why a segment starts where it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The first of its block.
    BlockStart,
    /// A person split or merged here.
    ByHand,
}

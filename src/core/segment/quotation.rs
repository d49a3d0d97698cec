use serde::{Deserialize, Serialize};

/// Whether a quotation of several sentences is cut at their ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quotations {
    /// Never: a quotation stays in one segment.
    Whole,
    /// At the ends of all its sentences, even where the sentence around goes on.
    Always,
    /// At the ends of its sentences, unless Korean grammar ties it to the sentence around it (`"..."라고`).
    #[default]
    Split,
}

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a person has found right although a check tells of it: it is told no more.
///
/// As a line it is the name of the check, a tab, and a word that the finding speaks of or all that it says; a check alone
/// stands for all that it finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Waiver {
    /// The check's name.
    pub check: String,
    /// A word that the finding speaks of, or all that it says; empty for whatever the check finds.
    pub what: String,
    /// In every row of the work, not only in the one that it is kept with.
    #[serde(skip_serializing_if = "is_false")]
    pub everywhere: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl fmt::Display for Waiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.what {
            "" => f.write_str(&self.check),
            what => write!(f, "{}\t{what}", self.check),
        }
    }
}

impl FromStr for Waiver {
    type Err = std::convert::Infallible;

    /// The waiver of a line, for every row.
    fn from_str(line: &str) -> Result<Waiver, Self::Err> {
        let (check, what) = line.split_once('\t').unwrap_or((line, ""));
        Ok(Waiver {
            check: check.trim().to_owned(),
            what: what.trim().to_owned(),
            everywhere: true,
        })
    }
}

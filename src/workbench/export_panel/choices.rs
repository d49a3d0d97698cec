//! Choices of an export, kept for the next one.

use jjak_core::bitext::{Bead, Bitext, State, Verdict};
use jjak_formats::exchange::{Format, Options};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was exported last, for the next time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The format's name.
    pub(super) format: String,
    pub(super) options: Options,
    /// Pairs that are no translations were asked for.
    pub(super) not_translations: bool,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            format: Format::Tmx.as_str().into(),
            options: Options::default(),
            not_translations: false,
        }
    }
}

impl Choices {
    /// What to offer for `bitexts`: accepted rows alone once there are any, if `states` does not say what was exported
    /// of it before; and no pair that is no translation.
    pub(super) fn options_for(
        &self,
        bitexts: &[&Bitext],
        states: Option<&BTreeSet<State>>,
    ) -> Options {
        let mut options = self.options.clone();
        let accepted = |bead: &Bead| bead.state == State::Accepted;
        options.states = match states {
            Some(states) => states.clone(),
            None if bitexts
                .iter()
                .any(|bitext| bitext.beads.iter().any(accepted)) =>
            {
                [State::Accepted].into()
            }
            None => State::ALL.into(),
        };
        if !self.not_translations {
            options.verdicts.remove(&Some(Verdict::NotATranslation));
        }
        options
    }
}

//! What a person has seen and found right: a file of findings that are not to be told again.
//!
//! A line holds the name of a check, a tab, and a word that the finding speaks of or all that it says; a check alone
//! stands for all it finds. Lines that begin with `#` are comments.

use super::super::Stop;
use jjak_core::check::{Check, Finding};
use std::path::Path;

#[derive(Default)]
pub(crate) struct Ignored(Vec<(Check, Option<String>)>);

impl Ignored {
    pub(crate) fn read(path: &Path) -> Result<Ignored, Stop> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Stop::Failed(format!(
                "{}: cannot be read ({error}); it has to be text in UTF-8",
                path.display()
            ))
        })?;
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let wanted = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let entries = wanted.map(|(number, line)| {
            let (check, what) = match line.split_once('\t') {
                Some((check, what)) => (check, Some(what.trim().to_owned())),
                None => (line, None),
            };
            let check = Check::named(check.trim()).ok_or_else(|| {
                let known = Check::ALL.map(Check::as_str).join(", ");
                Stop::Failed(format!(
                    "{}, line {}: there is no check called \"{}\"; they are {known}",
                    path.display(),
                    number + 1,
                    check.trim()
                ))
            })?;
            Ok((check, what))
        });
        Ok(Ignored(entries.collect::<Result<_, Stop>>()?))
    }

    pub(crate) fn holds(&self, finding: &Finding) -> bool {
        self.0.iter().any(|(check, what)| {
            let says = |what: &String| {
                let said = finding.words().concat().contains(&what.as_str());
                said || finding.to_string() == *what
            };
            *check == finding.check() && what.as_ref().is_none_or(says)
        })
    }
}

//! That what is written replaces nothing that somebody needs.

use crate::Stop;
use crate::files::Target;
use crate::identity::Identity;
use crate::tell::tell;
use jjak_formats::exchange;
use jjak_formats::import::part;
use jjak_formats::whole_file::keep_beside;
use jjak_pipeline::custom;
use std::path::PathBuf;

/// Sees that no two of `targets` are one file, and none is one of `inputs` or of the user's lists.
pub(crate) fn keep_apart(targets: &[&Target], inputs: &[PathBuf]) -> Result<(), Stop> {
    let read = |path: &PathBuf| Identity::of(&part::file_of(path));
    let inputs: Vec<Identity> = inputs.iter().filter_map(read).collect();
    let lists: Vec<Identity> = custom::files().iter().filter_map(read).collect();
    let mut others = Vec::with_capacity(targets.len());
    for target in targets {
        let Target::File(path) = target else {
            if targets.iter().filter(|other| *other == target).count() > 1 {
                return Err(Stop::Usage(format!("{target} is given for two outputs")));
            }
            continue;
        };
        let Some(file) = Identity::of(path) else {
            continue;
        };
        let why = match &file {
            file if others.contains(file) => "is given for two outputs",
            file if inputs.contains(file) => "is one of the inputs; the result would replace it",
            file if lists.contains(file) => "is one of your lists; the result would replace it",
            _ => {
                others.push(file);
                continue;
            }
        };
        return Err(Stop::Usage(format!("{target} {why}")));
    }
    Ok(())
}

/// Sees that a text beside an alignment, whose name nobody gave, replaces none of somebody else's. If it is to be
/// replaced it stays under another name.
pub(super) fn keep_text(text: &Target, replace: bool) -> Result<(), Stop> {
    let Target::File(path) = text else {
        return Ok(());
    };
    if !path.is_file() || exchange::is_own_text(path) {
        return Ok(());
    }
    if !replace {
        return Err(Stop::Failed(format!(
            "{text}: the alignment's text would go there, but another file has this name; choose another name, or \
             replace it (--replace): it then stays beside under another name"
        )));
    }
    let kept = keep_beside(path)
        .map_err(|error| Stop::Failed(format!("{text}: cannot be kept beside ({error})")))?;
    tell(format_args!("{text}: is now {}", kept.display()));
    Ok(())
}

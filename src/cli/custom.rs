//! The user's lists and rules, as a command takes them.

use super::Stop;
use super::tell::tell;
use crate::custom::Custom;
use crate::segment::{Srx, SrxUse};
use std::path::{Path, PathBuf};

/// The options that say which rules segmentation goes by.
#[derive(Default)]
pub struct RuleOptions {
    pub srx: Option<PathBuf>,
    pub srx_only: bool,
}

impl RuleOptions {
    /// The user's lists with these options. What cannot be used is told.
    pub fn load(&self) -> Result<Custom, Stop> {
        let mut custom = load();
        let how = if self.srx_only {
            SrxUse::Replace
        } else {
            SrxUse::Extend
        };
        match &self.srx {
            Some(path) => custom.rules.srx = Some((read_srx(path)?, how)),
            None if self.srx_only => {
                return Err(Stop::usage(
                    "--srx-only needs the file: --srx rules.srx --srx-only",
                ));
            }
            None => {}
        }
        Ok(custom)
    }
}

/// The user's lists. What cannot be used is told.
pub fn load() -> Custom {
    let custom = Custom::load();
    for warning in &custom.warnings {
        tell(format_args!("warning: {warning}"));
    }
    custom
}

fn read_srx(path: &Path) -> Result<Srx, Stop> {
    let named = |why: &dyn std::fmt::Display| Stop::Failed(format!("{}: {why}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| named(&format!("cannot be read ({error})")))?;
    let (text, _) = encoding_rs::Encoding::for_bom(&bytes)
        .map_or(encoding_rs::UTF_8, |(encoding, _)| encoding)
        .decode_with_bom_removal(&bytes);
    let srx = Srx::read(&text).map_err(|error| named(&error))?;
    for fault in &srx.faults {
        tell(format_args!("warning: {}: {fault}", path.display()));
    }
    Ok(srx)
}

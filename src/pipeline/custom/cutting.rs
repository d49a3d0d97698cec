use jjak_core::clean::{InlineMarks, Wrapped};
use jjak_core::segment::{Endings, Quotations, Rules, Srx, SrxError, SrxUse};
use jjak_formats::import::limits;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// How a person wants texts cut into sentences, beside the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cutting {
    /// Each line is a sentence; nothing else counts.
    pub lines: bool,
    pub quotations: Quotations,
    pub endings: Endings,
    /// Rules of an SRX 2.0 file.
    pub srx: Option<PathBuf>,
    /// Only those of the file count.
    pub srx_only: bool,
    /// Datelines, credits and bylines inside paragraphs.
    pub inline_marks: InlineMarks,
    /// Lines that were broken at a column.
    pub wrapped: Wrapped,
}

/// An SRX file that cannot be used at all.
#[derive(Debug, thiserror::Error)]
pub enum SrxFileError {
    #[error("{}: cannot be read ({source}); check the name and the folder", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Bad { path: PathBuf, source: SrxError },
}

impl Cutting {
    /// Sets `rules` accordingly; its lists stay.
    ///
    /// # Errors
    /// [`SrxFileError`]; everything but the file then counts.
    pub fn set(&self, rules: &mut Rules) -> Result<(), SrxFileError> {
        rules.lines = self.lines;
        rules.quotations = self.quotations;
        rules.endings = self.endings;
        rules.srx = None;
        if let Some(path) = &self.srx {
            let how = if self.srx_only {
                SrxUse::Replace
            } else {
                SrxUse::Extend
            };
            rules.srx = Some((read_srx(path)?, how));
        }
        Ok(())
    }
}

fn read_srx(path: &Path) -> Result<Srx, SrxFileError> {
    let unreadable = |source| SrxFileError::Unreadable {
        path: path.into(),
        source,
    };
    let bytes = limits::read_file(path).map_err(unreadable)?;
    let (text, is_damaged) = encoding_rs::Encoding::for_bom(&bytes)
        .map_or(encoding_rs::UTF_8, |(encoding, _)| encoding)
        .decode_with_bom_removal(&bytes);
    if is_damaged {
        let why = "it is no UTF-8 or UTF-16 text";
        return Err(unreadable(io::Error::new(io::ErrorKind::InvalidData, why)));
    }
    Srx::read(&text).map_err(|source| SrxFileError::Bad {
        path: path.into(),
        source,
    })
}

//! Work whose text was read in the wrong encoding, begun again from its original bytes.

use crate::custom::Custom;
use crate::{PairError, Warning, prepare_lines};
use jjak_core::article::Lang;
use jjak_core::bitext::Side;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::import::{self, Encoding, ImportError, Imported, Original, bilingual};
use jjak_formats::project::Project;

/// Work that was begun again, and what a person should know of how it was read.
#[derive(Debug)]
pub struct Reread {
    pub project: Project,
    pub warnings: Vec<Warning>,
}

/// Why a text cannot be read in another encoding. Every message names it and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum RereadError {
    #[error("{name} was read as pairs; save its file as UTF-8 and open that")]
    Pairs { name: String },
    #[error(
        "{name} has no other encoding; its format, or where it was pasted from, says which it is in"
    )]
    NoEncoding { name: String },
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Pair(#[from] PairError),
}

/// Reads the text of `lang` again from its original bytes in the `encoding` that a person chose, the other one as it was
/// read before, and pairs them anew by the lists and rules of `custom`. Of the work itself only its labels are kept:
/// sentences, pairs, states and notes are of a text that was not what it seemed. `project` stays as it is; whose lists
/// shaped the new one is for the caller to note. Two texts that were separated from one file are both read in that
/// encoding.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop, or inside it [`RereadError`].
pub fn reread(
    project: &Project,
    lang: Lang,
    encoding: Encoding,
    custom: &Custom,
    progress: &Progress,
) -> Result<Result<Reread, RereadError>, Cancelled> {
    let segmented = project.about.segmented;
    let prepared = texts(project, lang, encoding).and_then(|[en, ko]| {
        Ok(if segmented {
            prepare_lines(en, ko)
        } else {
            custom.prepare(en, ko)
        }?)
    });
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(error) => return Ok(Err(error)),
    };
    let warnings = prepared.warnings.clone();
    let originals = prepared.originals.clone();
    let bitext = prepared.align(&[], &custom.lexicon(), progress)?;
    let mut again = Project::new(originals, bitext, segmented);
    again.about.labels = project.about.labels.clone();
    Ok(Ok(Reread {
        project: again,
        warnings,
    }))
}

/// Both texts, English first.
fn texts(project: &Project, lang: Lang, encoding: Encoding) -> Result<[Imported; 2], RereadError> {
    let (bitext, originals) = (&project.bitext, &project.originals);
    let side = bitext.side(lang);
    let name = side.name();
    // Files of pairs are in whatever encoding; nothing is noted of it.
    if side.article.provenance.encoding.is_empty() {
        return Err(RereadError::Pairs { name });
    }
    let original = |lang| match lang {
        Lang::En => &originals.en,
        Lang::Ko => &originals.ko,
    };
    let chosen = read(side, original(lang), Some(encoding))?;
    if !chosen.has_encoding {
        return Err(RereadError::NoEncoding { name });
    }
    if originals.en == originals.ko
        && let Some(both) = bilingual::separate(&chosen)
    {
        return Ok([both.en, both.ko]);
    }
    let other = bitext.side(lang.other());
    let kept = as_before(other, original(lang.other()))?;
    Ok(match lang {
        Lang::En => [chosen, kept],
        Lang::Ko => [kept, chosen],
    })
}

/// Reads a text as it was read, in an encoding that may have been chosen then.
fn as_before(side: &Side, original: &Original) -> Result<Imported, ImportError> {
    let read_now = read(side, original, None);
    let before = &side.article.provenance.encoding;
    let is_same =
        |read: &Imported| !read.has_encoding || read.article.provenance.encoding == *before;
    match (&read_now, Encoding::named(before)) {
        (Ok(now), _) if is_same(now) => read_now,
        (_, Some(encoding)) => read(side, original, Some(encoding)),
        _ => read_now,
    }
}

fn read(
    side: &Side,
    original: &Original,
    encoding: Option<Encoding>,
) -> Result<Imported, ImportError> {
    let path = side.article.provenance.file.as_deref();
    match (path, std::str::from_utf8(&original.0)) {
        // Pasted text came as characters.
        (None, Ok(text)) => Ok(import::from_text(text.to_owned())),
        _ => import::from_bytes_as(&original.0, path, encoding),
    }
}

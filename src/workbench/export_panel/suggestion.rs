//! Suggestion of a file to write, until the person names another.

use jjak_formats::exchange::{ExportedWork, Format};
use jjak_formats::job::EXTENSION;
use std::path::{Path, PathBuf};

/// A name beside the English article, such as `ferry.tmx` for `ferry.en.txt`.
pub(super) fn of_pair(work: &ExportedWork, format: Format) -> String {
    let file = work.bitext.en.article.provenance.file.as_deref();
    let stem = file.and_then(Path::file_stem).unwrap_or("jjak".as_ref());
    let stem = stem.to_string_lossy();
    let name = format!("{}.{}", stem.trim_end_matches(".en"), format.as_str());
    let folder = file.and_then(Path::parent).unwrap_or(Path::new(""));
    folder.join(name).display().to_string()
}

/// Where the export of a job goes: a file beside it, or a folder.
pub(super) fn of_job(job: &Path, format: Format, each: bool) -> PathBuf {
    debug_assert!(job.extension().is_none_or(|ending| ending == EXTENSION));
    if !each {
        job.with_extension(format.as_str())
    } else {
        let stem = job.file_stem().unwrap_or_default().to_string_lossy();
        job.with_file_name(format!("{stem}-{}", format.as_str()))
    }
}

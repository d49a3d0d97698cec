//! Files as arguments: `-` stands for standard input and output.

use super::Stop;
use super::harmless::Harmless;
use super::page::Given;
use super::tell::{tell, warn};
use jjak_core::article::Article;
use jjak_core::evidence::glossary::Glossary;
use jjak_formats::exchange::{self, Columns};
use jjak_formats::import::{self, Encoding, Imported};
use jjak_formats::whole_file::write_file;
use jjak_pipeline::fetch::{self, PageLink};
use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// What standard output is called as a file. To write it by such a name would begin at the file's start.
const STDOUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Where data goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
}

impl From<PathBuf> for Target {
    fn from(path: PathBuf) -> Target {
        if is_dash(&path) || STDOUT.iter().any(|name| path == Path::new(name)) {
            Target::Stdout
        } else {
            Target::File(path)
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Stdout => f.write_str("standard output"),
            Target::File(path) => path.display().fmt(f),
        }
    }
}

impl Target {
    /// Writes the whole of a file, or to standard output.
    pub(crate) fn write<T>(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> Result<T, Stop> {
        match self {
            Target::Stdout => {
                let mut out = stdout();
                let done = write(&mut out)?;
                out.flush()?;
                Ok(done)
            }
            Target::File(path) => write_file(path, write).map_err(Stop::failed),
        }
    }
}

/// Standard output, without what a terminal would take for orders if it is one.
pub(crate) fn stdout() -> Box<dyn Write> {
    let out = BufWriter::new(io::stdout().lock());
    if io::stdout().is_terminal() {
        Box::new(Harmless::new(out))
    } else {
        Box::new(out)
    }
}

pub(crate) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file, or standard input, as an article, and tells the person what there is to know of it.
pub(crate) fn read_article(path: &Path, encoding: Option<Encoding>) -> Result<Article, Stop> {
    let imported = read(path, encoding)?;
    for warning in &imported.warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
    Ok(imported.article)
}

/// Reads a file, the page of a link, or standard input as an article, in the encoding that was asked for.
pub(crate) fn read(path: &Path, encoding: Option<Encoding>) -> Result<Imported, Stop> {
    if let Some(link) = fetch::link(path) {
        return read_page(&link.map_err(Stop::failed)?, encoding);
    }
    if !is_dash(path) {
        return import::read_as(path, encoding).map_err(Stop::failed);
    }
    let bytes = stdin()?;
    import::from_bytes_as(&bytes, None, encoding).map_err(Stop::failed)
}

/// All of standard input, up to what a file may have.
fn stdin() -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(import::limits::MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Stop::Failed(format!("standard input cannot be read ({error})")))?;
    Ok(bytes)
}

fn read_page(link: &PageLink, encoding: Option<Encoding>) -> Result<Imported, Stop> {
    tell(format_args!("fetching {link}"));
    let page = fetch::page(link).map_err(Stop::failed)?;
    if page.link != *link {
        tell(format_args!("{link} leads to {}", page.link));
    }
    page.read(encoding).map_err(Stop::failed)
}

/// The encoding that an option names.
pub(crate) fn encoding(given: &mut Given<'_>) -> Result<Encoding, Stop> {
    let name = given.text()?;
    Encoding::named(&name).ok_or_else(|| {
        let offered = Encoding::OFFERED.map(Encoding::name).join(", ");
        Stop::Usage(format!(
            "there is no encoding called \"{name}\"; the usual ones are {offered}"
        ))
    })
}

/// The columns of a table that an option names.
pub(crate) fn columns(given: &mut Given<'_>) -> Result<Columns, Stop> {
    let columns = given.text()?;
    Columns::named(&columns).ok_or_else(|| {
        Stop::Usage(format!(
            "--columns takes two numbers or names, the English first: --columns 2,3; not \"{columns}\""
        ))
    })
}

/// Reads a user's glossary, of any form.
pub(crate) fn read_glossary(path: &Path) -> Result<Glossary, Stop> {
    let read = if is_dash(path) {
        exchange::read_glossary(&stdin()?, path)
    } else {
        exchange::open_glossary(path)
    };
    let (glossary, warnings) = read.map_err(Stop::failed)?;
    for warning in warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
    Ok(glossary)
}

/// The one file a command takes.
pub(crate) fn only(files: Vec<PathBuf>) -> Result<PathBuf, Stop> {
    let count = files.len();
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(_) if count == 0 => Err(Stop::usage("give a file, or - for standard input")),
        Err(_) => Err(Stop::Usage(format!("give one file, not {count}"))),
    }
}

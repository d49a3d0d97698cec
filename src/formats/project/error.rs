use crate::whole_file::advice;
use std::io;
use std::path::PathBuf;

/// What can be wrong with a project file. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    #[error("{}: there is no such project; check the name and the folder", path.display())]
    Missing { path: PathBuf },
    #[error("{}: cannot be read ({source}); check that you may open it", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: cannot be written ({source}); {}", path.display(), advice(source))]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("{}: is no Jjak project; open articles with `jjak EN KO`", path.display())]
    NotAProject { path: PathBuf },
    #[error(
        "{}: was written by a newer Jjak (format {found}; this one reads up to {known}); install the newer version",
        path.display()
    )]
    Newer {
        path: PathBuf,
        found: u32,
        known: u32,
    },
    #[error("{}: line {line} cannot be understood ({why}); restore the file from a backup", path.display())]
    Damaged {
        path: PathBuf,
        line: usize,
        why: String,
    },
    #[error("{}: breaks off before the work in it begins; restore it from a backup, or pair the articles anew", path.display())]
    CutShort { path: PathBuf },
    #[error("{}: is larger than {mib} MiB (MAX_PROJECT_BYTES)", path.display())]
    TooLarge { path: PathBuf, mib: u64 },
    #[error(
        "{}: holds work that would be lost ({what}); choose another name, or replace it (--replace): it then stays beside under another name",
        path.display()
    )]
    Holds { path: PathBuf, what: String },
    #[error("{}: is open in another window ({who}); close it there first", path.display())]
    Locked { path: PathBuf, who: String },
    #[error(
        "{}: was changed or removed by another program; save the project under another name to keep your work",
        path.display()
    )]
    Changed { path: PathBuf },
}

//! What keeps a Parquet file from being read.

use std::io;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotRead {
    #[error("it is no Parquet file, or a part of one")]
    Cut,
    #[error(
        "it is packed in a way that is not read ({0}); jjak batch and jjak convert write one that is"
    )]
    Unknown(String),
    #[error(transparent)]
    Io(#[from] io::Error),
}

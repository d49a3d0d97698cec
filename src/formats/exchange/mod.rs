//! Bilingual files: one room a format, with what reads it (`read`) and what writes it (`write`). `pairs` holds what all
//! readers share, from rows to a bitext; `units` what all writers share, from a bitext to translation units;
//! [`format`](Format) is the one table of what each format is called and can hold. [`mod@read`] and [`mod@write`] stand
//! above them all and go to the room that a file needs.

pub mod beads;
mod delimited;
mod format;
mod glossary;
mod html;
mod hunalign;
mod jsonl;
mod markdown;
mod moses;
mod pairs;
mod parquet;
mod po;
pub mod read;
pub mod scores;
mod sdltm;
mod standoff;
mod tmx;
mod units;
pub mod verbatim;
mod word;
pub mod write;
mod xliff;
mod xlsx;

pub use format::{Format, moses_pair};
pub use glossary::{
    GlossaryEntry, GlossaryFileError, GlossaryFormat, GlossaryWarning, Tbx, TermStatistics,
    open_glossary, read_glossary, write_glossary,
};
pub use hunalign::read_ladder;
pub use moses::read_pair;
pub use read::*;
pub use standoff::is_own_text;
pub use write::*;
pub use xlsx::WorkbookWriter;

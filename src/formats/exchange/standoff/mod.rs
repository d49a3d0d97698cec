//! Alignments that stand apart from the texts they align: InterText's, in TEI's manner, and XCES' `cesAlign`, which
//! OPUS uses; with the TEI texts that both speak of.

mod read;
mod tei;
mod write;

pub(super) use read::{read, texts_of};
pub use tei::is_own as is_own_text;
pub(super) use tei::write as write_text;
pub(super) use write::{Form, write};

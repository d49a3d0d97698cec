//! JSON lines, in the form that Hugging Face's `datasets` reads as translations.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

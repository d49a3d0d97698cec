use super::Imported;
use crate::article::Provenance;
use encoding_rs::Encoding;
pub(super) fn declared_encoding(_: &[u8]) -> Option<&'static Encoding> {
    None
}
pub(super) fn article(text: &str, p: Provenance) -> Imported {
    super::text::article(text.to_owned(), p)
}

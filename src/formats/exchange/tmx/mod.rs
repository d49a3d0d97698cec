//! Translation memory exchange, TMX 1.4b <https://www.gala-global.org/tmx-14b>, what translation tools exchange.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{write, write_body, write_end, write_header};

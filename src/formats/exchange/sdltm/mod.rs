//! Trados' translation memories: an SQLite file, whose table of units holds both texts as XML.

mod database;
mod read;

pub(super) use read::read;

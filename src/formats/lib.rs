//! Documents in, bilingual files in and out, and the project file.

pub mod clock;
mod entities;
pub mod exchange;
pub mod import;
pub mod job;
pub mod project;
pub mod unfinished;
pub mod whole_file;

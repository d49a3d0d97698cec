//! Documents in, bilingual files in and out, and the project file.

pub mod aligned;
pub mod clock;
mod entities;
pub mod export;
pub mod import;
pub mod project;
pub mod unfinished;
pub mod whole_file;

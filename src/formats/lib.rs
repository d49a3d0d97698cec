//! Documents in, bilingual files in and out, and the project file.

pub mod aligned;
mod entities;
pub mod export;
pub mod import;
pub mod project;
pub mod whole_file;

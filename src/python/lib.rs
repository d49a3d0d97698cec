//! The Python package `jjak`: the library for who works in Python, with the GIL released where it works.
//!
//! Each room is what Python sees of a room of the library; `jjak/__init__.py` puts them under one name, `jjak/__init__.pyi`
//! says their types.

mod align;
mod bead;
mod checking;
mod columns;
mod error;
mod evidence;
mod finding;
mod html;
mod many;
mod matching;
mod options;
mod page;
mod pair;
mod project;
mod rows;
mod scoring;
mod settings;
mod text;
mod waiting;

use pyo3::prelude::*;

#[pymodule]
mod _jjak {
    #[pymodule_export]
    use super::align::align;
    #[pymodule_export]
    use super::bead::Bead;
    #[pymodule_export]
    use super::checking::check;
    #[pymodule_export]
    use super::error::{Error, PairError, ProjectError, ReadError, Refused, WriteError};
    #[pymodule_export]
    use super::evidence::{Lone, Match};
    #[pymodule_export]
    use super::finding::Finding;
    #[pymodule_export]
    use super::many::{Report, Reports, align_many, likeness};
    #[pymodule_export]
    use super::matching::{Matched, match_};
    #[pymodule_export]
    use super::page::{Block, Page, read, segment};
    #[pymodule_export]
    use super::pair::Pair;
    #[pymodule_export]
    use super::project::Project;
    #[pymodule_export]
    use super::scoring::{Measure, Score, score};
    #[pymodule_export]
    use super::settings::{Settings, user_lists};

    /// The version of Jjak.
    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}

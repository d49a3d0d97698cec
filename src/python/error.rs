//! What is raised. The texts are those of the command line.

use jjak_pipeline::Error as Fault;
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use std::any::Any;
use std::fmt::Display;

create_exception!(
    jjak,
    Error,
    PyException,
    "Whatever Jjak cannot do. The text says why and what to do, as the command line does."
);
create_exception!(
    jjak,
    ReadError,
    Error,
    "A file or text cannot be read: it is missing, damaged, of another kind or over a limit."
);
create_exception!(
    jjak,
    PairError,
    Error,
    "Two texts are no English and Korean pair."
);
create_exception!(
    jjak,
    WriteError,
    Error,
    "A file cannot be written; what stood there before is untouched."
);
create_exception!(
    jjak,
    ProjectError,
    Error,
    "A project cannot be opened or saved: damaged, open elsewhere, or it holds work that would be lost."
);
create_exception!(
    jjak,
    Refused,
    Error,
    "An edit makes no sense there; nothing has changed."
);

/// The exception of a fault.
pub(crate) fn raised(fault: Fault) -> PyErr {
    let words = fault.to_string();
    match fault {
        Fault::Import(_) => ReadError::new_err(words),
        Fault::Pair(_) => PairError::new_err(words),
        Fault::Refused(_) => Refused::new_err(words),
        Fault::Write(_) | Fault::UnknownFormat { .. } => WriteError::new_err(words),
        Fault::Project(_) => ProjectError::new_err(words),
        _ => Error::new_err(words),
    }
}

/// The exception of a text that cannot be read.
pub(crate) fn read_error(fault: impl Display) -> PyErr {
    ReadError::new_err(fault.to_string())
}

/// The exception of a fault in the program itself.
pub(crate) fn panicked(panic: &(dyn Any + Send)) -> PyErr {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let what = text.unwrap_or("it says nothing more");
    Error::new_err(format!("this is a fault of Jjak, please report it: {what}"))
}

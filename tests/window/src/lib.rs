//! What the window's tests and measurements share; see `tests/`.

pub mod repair;

//! What the window's tests and measurements share; see `tests/`.
#![cfg(feature = "window")]

pub mod repair;

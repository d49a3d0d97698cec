//! The screen of a job: the table of its pairs, the texts without a counterpart below it, and its panels.

pub mod candidates;
mod cells;
mod columns;
pub mod export;
pub mod findings;
mod lines;
mod menu;
pub mod replace;
pub mod setup;
pub mod statistics;
mod status;
pub mod strip;
mod table;

pub use cells::title;
pub use status::{Asked, Background, summary};
pub use table::{JobTable, Outcome, Shown, TableView};

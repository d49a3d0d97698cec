//! The window. Views read, then return what the person asked for; [`app`] alone changes anything.

pub mod command;
pub mod dialog;
pub mod fonts;
pub mod ime;
pub mod intake;
pub mod jobs;
pub mod settings;
pub mod start;
pub mod texts;
pub mod theme;
mod zone;

//! The window. Views read, then return what the person asked for; [`app`] alone changes anything.

pub mod command;
pub mod fonts;
pub mod ime;
pub mod jobs;
pub mod settings;
pub mod texts;
pub mod theme;

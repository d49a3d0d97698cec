//! The window driven without a display: what a person does, and what becomes of the work.

mod driver;

mod commands;
mod comparison;
mod cutting;
mod desk;
mod encoding;
mod findings;
mod glossary;
mod hints;
mod job;
mod keyboard;
mod keys;
mod lists;
mod looking;
mod manual;
mod panels;
mod repair;
mod saving;
mod settings;
mod workbench;

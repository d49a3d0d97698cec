//! The library from outside, stage by stage.

mod align;
mod align_known;
mod align_long;
mod align_manual;
mod align_short;
mod aligned;
mod bitext;
mod check;
mod clean;
mod custom;
mod evidence;
mod exchange;
mod export;
mod import;
mod import_documents;
mod import_faults;
mod import_hidden;
mod import_office;
mod import_office_faults;
mod marks;
mod office;
mod project;
#[path = "bitext/random.rs"]
mod random;
mod replay;
mod resegment;
mod rooms;
mod segment;
mod segment_any_text;
mod segment_cases;
mod srx;
mod web_pages;

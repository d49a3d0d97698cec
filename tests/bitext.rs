//! What a person can count on when repairing a bitext: example by example, then for any sequence of operations.

#[path = "bitext/comparison.rs"]
mod comparison;
#[path = "bitext/drawn.rs"]
mod drawn;
#[path = "bitext/examples.rs"]
mod examples;
#[path = "bitext/sequences.rs"]
mod sequences;
#[path = "bitext/texts.rs"]
mod texts;

//! What the program reaches on texts and pages whose right answer people wrote down.

mod gold;
mod learning;
mod pages;

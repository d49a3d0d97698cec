use std::fmt;
use std::io::{self, Write};

/// Says something to the person at the terminal. That nobody listens is no fault.
pub fn tell(message: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{message}");
}

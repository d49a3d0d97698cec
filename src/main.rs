use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    jjak_cli::main(window, end_window)
}

#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> Result<(), String> {
    jjak_workbench::run(files)
}

#[cfg(feature = "gui")]
fn end_window() -> bool {
    jjak_workbench::ending::ask()
}

#[cfg(not(feature = "gui"))]
fn end_window() -> bool {
    false
}

#[cfg(not(feature = "gui"))]
fn window(_files: Vec<PathBuf>) -> Result<(), String> {
    Err(
        "this program was built without its window; the commands below work, and \
         `cargo build --release` (without --no-default-features) builds the window"
            .into(),
    )
}

//! What `jjak --version` says: the version and, of a release build, the commit it was made from.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=JJAK_COMMIT");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let version = match commit() {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    };
    println!("cargo::rustc-env=JJAK_VERSION={version}");
}

/// As it was given, or as git knows it. A debug build would be made anew after each commit: it does not ask.
fn commit() -> Option<String> {
    if let Ok(given) = env::var("JJAK_COMMIT") {
        return Some(given).filter(|commit| !commit.is_empty());
    }
    if env::var("PROFILE").is_ok_and(|profile| profile == "debug") {
        return None;
    }
    // Every commit and every change of branch is a line of it.
    let log = git(&[
        "rev-parse",
        "--path-format=absolute",
        "--git-path",
        "logs/HEAD",
    ])?;
    println!("cargo::rerun-if-changed={log}");
    git(&["rev-parse", "--short=10", "HEAD"])
}

fn git(arguments: &[&str]) -> Option<String> {
    let ran = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(ran.stdout).ok()?;
    (ran.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}

//! What a signal leaves behind: nothing.
#![cfg(unix)]

use super::*;

/// A pipe that nobody writes to keeps the job waiting with its project claimed.
#[test]
fn ended_by_a_signal_nothing_half_done_stays() {
    for signal in ["INT", "TERM"] {
        let desk = Desk::new();
        let mut child = command(desk.0.path(), "align en.txt - -o pair.jjak")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Waiting for the end would close it, and the job would have its text.
        let pipe = child.stdin.take();
        let lock = desk.path(".pair.jjak.lock");
        while !lock.exists() {
            assert!(child.try_wait().unwrap().is_none());
            std::thread::yield_now();
        }
        // It listens before it claims anything.
        let pid = child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &pid]).status();
        assert!(sent.unwrap().success());
        let ended = child.wait().unwrap();
        drop(pipe);
        assert_eq!(ended.code(), Some(130), "{signal}");
        let mut left: Vec<_> = fs::read_dir(desk.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["en.txt", "ko.txt"], "{signal}");
    }
}

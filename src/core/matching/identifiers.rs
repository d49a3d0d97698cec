//! Names that both languages write alike: versions, paths, file names, codes such as `CVE-2024-1`, `v3.4.5`, `useState`.

use crate::evidence::tokens::Key;
use std::ops::Range;

/// What may stand between the letters of one.
const JOINERS: [char; 7] = ['.', '_', '-', '/', '#', '@', ':'];

/// The identifiers of a text: runs of ASCII letters and digits that hold a dot, a slash or the like, digits beside
/// letters, or a capital after a small letter. Plain words and numbers are none.
pub(super) fn identifiers(text: &str) -> impl Iterator<Item = (Key, Range<usize>)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || JOINERS.contains(&c);
    let mut rest = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text.get(rest..)?.find(is_part).map(|at| rest + at) {
            let run = text.get(start..)?;
            let length = run.find(|c| !is_part(c)).unwrap_or(run.len());
            rest = start + length;
            let run = run.get(..length)?;
            let bare = run.trim_matches(JOINERS);
            if is_identifier(bare) {
                let start = start + (run.len() - run.trim_start_matches(JOINERS).len());
                let lower = bare.chars().map(|c| c.to_ascii_lowercase());
                let key = Key::of(std::iter::once('\u{1}').chain(lower));
                return Some((key, start..start + bare.len()));
            }
        }
        None
    })
}

/// Whether an identifier is a version, `3.4.5`: one thing, not three numbers.
pub(super) fn is_version(run: &str) -> bool {
    let parts = run.split('.').collect::<Vec<_>>();
    let is_number =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() > 2 && parts.iter().all(is_number)
}

fn is_identifier(run: &str) -> bool {
    let has = |test: fn(&char) -> bool| run.chars().any(|c| test(&c));
    if !has(char::is_ascii_alphanumeric) || run.len() < 2 {
        return false;
    }
    let digits = has(char::is_ascii_digit);
    let letters = has(char::is_ascii_alphabetic);
    let is_path = letters && run.contains(['.', '_', '/', '#', '@', ':']);
    let has_hump = run
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    is_version(run) || is_path || digits && letters || has_hump
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_paths_and_codes_are_found_and_words_are_not() {
        let text = "Redis 3.4.5는 /etc/redis.conf, CVE-2024-1 and v2. useState() by the-way: 12.5 (well-known) 2024-11-30.";
        let found: Vec<&str> = identifiers(text).map(|(_, span)| &text[span]).collect();
        assert_eq!(
            found,
            ["3.4.5", "etc/redis.conf", "CVE-2024-1", "v2", "useState"]
        );
    }
}

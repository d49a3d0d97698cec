//! The time that files say they were made at.

use jiff::Timestamp;
use std::sync::LazyLock;

/// The variable that fixes it, as <https://reproducible-builds.org/specs/source-date-epoch/> has it.
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

static FIXED: LazyLock<Result<Option<Timestamp>, String>> =
    LazyLock::new(|| match std::env::var_os(VARIABLE) {
        Some(value) => fixed_at(&value.to_string_lossy()).map(Some),
        None => Ok(None),
    });

fn fixed_at(value: &str) -> Result<Timestamp, String> {
    let seconds = value.parse().ok();
    let time = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    time.ok_or_else(|| {
        format!(
            "{VARIABLE} is to be a number of seconds since 1970, not \"{value}\"; mend or unset it"
        )
    })
}

/// Now, or what `SOURCE_DATE_EPOCH` says, so that the same texts make the same files byte for byte.
pub fn now() -> Timestamp {
    match &*FIXED {
        Ok(Some(fixed)) => *fixed,
        _ => Timestamp::now(),
    }
}

/// Sees that the variable, if it is set, says a time.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn check() -> Result<(), String> {
    FIXED.clone().map(drop)
}

#[cfg(test)]
mod tests {
    use super::fixed_at;

    #[test]
    fn a_time_is_a_number_of_seconds() {
        assert_eq!(
            fixed_at("1700000000").unwrap().to_string(),
            "2023-11-14T22:13:20Z"
        );
        assert!(fixed_at("yesterday").is_err());
        assert!(fixed_at("99999999999999999").is_err());
    }
}

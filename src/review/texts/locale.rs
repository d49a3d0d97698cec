//! The language of the window, and words in both.

use serde::{Deserialize, Serialize};

/// The language the window speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    English,
    Korean,
}

impl Locale {
    pub fn of_system() -> Locale {
        match sys_locale::get_locale() {
            Some(locale) if locale.to_ascii_lowercase().starts_with("ko") => Locale::Korean,
            _ => Locale::English,
        }
    }

    pub fn other(self) -> Locale {
        match self {
            Locale::English => Locale::Korean,
            Locale::Korean => Locale::English,
        }
    }

    pub fn pick<T>(self, english: T, korean: T) -> T {
        match self {
            Locale::English => english,
            Locale::Korean => korean,
        }
    }

    /// The text with its `{}` filled in order.
    pub fn fill(self, text: impl Words, values: &[&dyn std::fmt::Display]) -> String {
        let mut parts = text.in_(self).split("{}");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for (at, part) in parts.enumerate() {
            if let Some(value) = values.get(at) {
                out.push_str(&value.to_string());
            }
            out.push_str(part);
        }
        out
    }
}

/// Words that are there in both languages.
pub trait Words: Copy + std::hash::Hash + std::fmt::Debug {
    fn in_(self, locale: Locale) -> &'static str;
}

/// `text` with its first letter a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A number with its thousands apart.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

//! Segmentation rules of other tools: SRX 2.0 files, read, applied and written.
//!
//! A rule says of a place in a text whether a sentence ends there: its first pattern must match up to the place, its
//! second from it on. Rules are tried in their order, and the first that matches decides. Which rules are tried for
//! a language is said by the map; with cascade all that match count, one after the other.

mod apply;
mod own;
mod read;
mod write;

pub use read::SrxError;

use crate::article::Lang;
use fancy_regex::{Regex, RegexBuilder};
use std::fmt;

/// Largest SRX file.
pub(super) const MAX_SRX_BYTES: usize = 8 << 20;
/// Most rules of a file.
pub(super) const MAX_SRX_RULES: usize = 50_000;
/// Deepest nesting of elements; SRX itself needs six.
pub(super) const MAX_SRX_DEPTH: usize = 32;
/// Longest pattern, in bytes.
pub(super) const MAX_PATTERN_BYTES: usize = 100_000;
/// Steps a pattern may go back before it gives up at a place.
pub const BACKTRACK_LIMIT: usize = 100_000;

/// How an SRX file and the built-in rules go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SrxUse {
    /// Where a rule of the file matches it decides; elsewhere the built-in rules do.
    #[default]
    Extend,
    /// Only the rules of the file count.
    Replace,
}

/// What an SRX file says.
#[derive(Clone, Debug, Default)]
pub struct Srx {
    /// Whether the rules of every map that fits count, not only of the first.
    pub cascade: bool,
    /// In the order of the file.
    pub languages: Vec<SrxLanguage>,
    /// In the order of the file, in which they are tried.
    pub maps: Vec<SrxMap>,
    /// What cannot be used, and why. The rest is.
    pub faults: Vec<SrxFault>,
}

/// The rules of one name, mostly a language.
#[derive(Clone, Debug, Default)]
pub struct SrxLanguage {
    /// As maps call it.
    pub name: String,
    /// In the order in which they are tried.
    pub rules: Vec<SrxRule>,
}

/// Where a sentence ends, or does not.
#[derive(Clone, Debug)]
pub struct SrxRule {
    /// Whether it is a break, or the exception of one.
    pub breaks: bool,
    /// As written in the file; empty matches anywhere.
    pub before: String,
    /// What has to follow, likewise.
    pub after: String,
    /// Both together; `None` if one of them is faulty.
    compiled: Option<Regex>,
}

/// Which rules are for which languages.
#[derive(Clone, Debug)]
pub struct SrxMap {
    /// A pattern for the whole of a language code such as `ko-KR`, as written in the file.
    pub pattern: String,
    /// The name of the rules.
    pub language: String,
    compiled: Option<Regex>,
}

/// Something in an SRX file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SrxFault {
    /// Name of the language rules, or of the map.
    pub language: String,
    /// Number of the rule within them, from 1; `None` for a map.
    pub rule: Option<usize>,
    /// In words.
    pub why: String,
}

impl fmt::Display for SrxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rule {
            Some(rule) => write!(
                f,
                "rule {rule} of \"{}\" is not used: {}",
                self.language, self.why
            ),
            None => write!(
                f,
                "the map to \"{}\" is not used: {}",
                self.language, self.why
            ),
        }
    }
}

impl SrxRule {
    /// A rule; the error says why its patterns cannot be used.
    ///
    /// # Errors
    /// What is wrong with a pattern.
    pub fn new(breaks: bool, before: &str, after: &str) -> Result<SrxRule, String> {
        let compiled = compile(&format!("(?m)({before})(?={after})"))
            .and_then(|both| compile(before).and_then(|_| compile(after)).map(|_| both))?;
        Ok(SrxRule {
            compiled: Some(compiled),
            ..SrxRule::unusable(breaks, before, after)
        })
    }

    /// A rule that is kept as it is written and matches nowhere.
    fn unusable(breaks: bool, before: &str, after: &str) -> SrxRule {
        SrxRule {
            breaks,
            before: before.to_owned(),
            after: after.to_owned(),
            compiled: None,
        }
    }
}

impl SrxMap {
    /// A map; the error says why its pattern cannot be used.
    ///
    /// # Errors
    /// What is wrong with the pattern.
    pub fn new(pattern: &str, language: &str) -> Result<SrxMap, String> {
        let compiled = compile(&format!("(?i)\\A(?:{pattern})\\z"))?;
        Ok(SrxMap {
            compiled: Some(compiled),
            ..SrxMap::unusable(pattern, language)
        })
    }

    fn unusable(pattern: &str, language: &str) -> SrxMap {
        SrxMap {
            pattern: pattern.to_owned(),
            language: language.to_owned(),
            compiled: None,
        }
    }

    fn is_for(&self, code: &str) -> bool {
        let pattern = self.compiled.as_ref();
        pattern.is_some_and(|pattern| pattern.is_match(code).unwrap_or(false))
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    if pattern.len() > MAX_PATTERN_BYTES {
        return Err(format!(
            "the pattern is longer than {MAX_PATTERN_BYTES} bytes"
        ));
    }
    RegexBuilder::new(pattern)
        .backtrack_limit(BACKTRACK_LIMIT)
        .build()
        .map_err(|error| format!("the pattern cannot be read ({error})"))
}

impl Srx {
    /// The rules for a language, in the order in which they are tried.
    pub fn rules(&self, lang: Lang) -> Vec<&SrxRule> {
        let codes: &[&str] = match lang {
            Lang::En => &["en-US", "en"],
            Lang::Ko => &["ko-KR", "ko"],
        };
        let mut names: Vec<&str> = Vec::new();
        for map in &self.maps {
            let fits = codes.iter().any(|code| map.is_for(code));
            if fits && !names.contains(&map.language.as_str()) {
                names.push(&map.language);
                if !self.cascade {
                    break;
                }
            }
        }
        names
            .into_iter()
            .filter_map(|name| self.languages.iter().find(|language| language.name == name))
            .flat_map(|language| &language.rules)
            .collect()
    }
}

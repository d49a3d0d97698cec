use super::PerLang;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The two languages of a bitext. English is always the first side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// English, then Korean.
    pub const BOTH: [Lang; 2] = [Lang::En, Lang::Ko];

    /// Its code by ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// The language on the other side.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ko,
            Lang::Ko => Lang::En,
        }
    }

    /// The language of `text` by its script: Korean when at least a fifth of its letters are Hangul
    /// (a Hangul syllable says as much as two or three Latin letters). `None` without any letter.
    pub fn of(text: &str) -> Option<Lang> {
        let (mut hangul, mut letters) = (0usize, 0usize);
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            hangul += usize::from(is_hangul(c));
        }
        match letters {
            0 => None,
            _ if hangul * 5 >= letters => Some(Lang::Ko),
            _ => Some(Lang::En),
        }
    }

    /// The language of most of `texts`, each by its own script.
    pub fn of_most<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Lang> {
        let mut bytes = PerLang([0usize; 2]);
        for text in texts {
            if let Some(lang) = Lang::of(text) {
                bytes[lang] += text.len();
            }
        }
        match bytes.0 {
            [0, 0] => None,
            [en, ko] if ko > en => Some(Lang::Ko),
            _ => Some(Lang::En),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Lang::En => "English",
            Lang::Ko => "Korean",
        })
    }
}

/// Hangul syllables and the letters they are made of.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_korean_page_with_english_boilerplate_is_korean() {
        assert_eq!(
            Lang::of("Back To Top SHARE 정부는 오늘 새 계획을 내놨다"),
            Some(Lang::Ko)
        );
        assert_eq!(
            Lang::of("The word 한류 means Korean wave in every language."),
            Some(Lang::En)
        );
        assert_eq!(Lang::of("2026. 11. 23."), None);
    }
}

//! Which names of files differ only in the language that they name.

use super::gather::FoundText;
use std::collections::HashMap;
use std::path::Component;

/// Words for the two languages in names of files and folders.
const LANGUAGES: [&str; 16] = [
    "en",
    "eng",
    "english",
    "us",
    "gb",
    "uk",
    "ko",
    "kor",
    "kr",
    "korean",
    "영어",
    "영문",
    "한국어",
    "한글",
    "국문",
    "한국",
];

/// The name without its ending and the language in it, for comparing. `None` if nothing is left.
fn bare(found: &FoundText) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut path = found.below.clone();
    // book.epub#3: the number is what counts.
    let chapter = path
        .extension()
        .and_then(|end| end.to_str())
        .and_then(|end| end.split_once('#'));
    let number = chapter.map(|(_, number)| number.to_owned());
    path.set_extension("");
    for part in path.components() {
        if let Component::Normal(name) = part {
            let name = name.to_string_lossy().to_lowercase();
            let words = name.split(|c: char| !c.is_alphanumeric());
            let words = words.filter(|word| !word.is_empty() && !LANGUAGES.contains(word));
            parts.extend(words.map(str::to_owned));
            parts.push("/".to_owned());
        }
    }
    while parts.first().is_some_and(|part| part == "/") {
        parts.remove(0);
    }
    parts.dedup();
    parts.extend(number);
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Pairs of texts whose names differ only in the language, by position in both lists. Names that several share say
/// nothing.
pub(super) fn alike(
    en: &[&FoundText],
    ko: &[&FoundText],
) -> impl Iterator<Item = (usize, usize)> + use<> {
    let once = |side: &[&FoundText]| {
        let mut places: HashMap<String, Option<usize>> = HashMap::new();
        for (at, found) in side.iter().enumerate() {
            if let Some(name) = bare(found) {
                places
                    .entry(name)
                    .and_modify(|place| *place = None)
                    .or_insert(Some(at));
            }
        }
        places
    };
    let korean = once(ko);
    let mut pairs: Vec<(usize, usize)> = once(en)
        .into_iter()
        .filter_map(|(name, en)| Some((en?, (*korean.get(&name)?)?)))
        .collect();
    pairs.sort_unstable();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_their_language_are_alike() {
        let found = |below: &str| FoundText {
            name: below.into(),
            below: below.into(),
            argument: 0,
        };
        let are_alike = |en: &str, ko: &str| alike(&[&found(en)], &[&found(ko)]).count() == 1;
        assert!(are_alike("guide.en.md", "guide.ko.html"));
        assert!(are_alike("docs/en/a/intro.md", "docs/ko/a/intro.md"));
        assert!(are_alike("2026-11-03_EN.txt", "2026-11-03 국문.txt"));
        assert!(are_alike("book_en.epub#3", "book_ko.epub#3"));
        assert!(!are_alike("book_en.epub#3", "book_ko.epub#4"));
        assert!(!are_alike("guide-1.txt", "guide-2.txt"));
        assert!(!are_alike("en.txt", "ko.txt"), "nothing else in the names");
        let two = [&found("x/a_en.txt"), &found("x/a-en.txt")];
        assert_eq!(alike(&two, &[&found("x/a.txt")]).count(), 0);
    }
}

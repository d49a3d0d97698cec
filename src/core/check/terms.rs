//! Terms of the user's glossary that the translation says in another way.

use super::Finding;
use crate::article::Lang;
use crate::evidence::terms::Terms;

pub(super) fn otherwise(en: &[&str], ko: &[&str], source: Lang, terms: &Terms) -> Vec<Finding> {
    match source {
        Lang::En => in_korean(en, ko, terms),
        Lang::Ko => in_english(en, ko, terms),
    }
}

fn in_english(en: &[&str], ko: &[&str], terms: &Terms) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for entry in ko.iter().flat_map(|text| terms.korean_in(text)) {
        if en.iter().any(|text| entry.is_said_in(text)) {
            continue;
        }
        let forbidden = en.iter().find_map(|text| entry.forbidden_in(text));
        let wanted = entry.english().map(str::to_owned).collect();
        tell(&mut found, &entry.ko, forbidden, wanted);
    }
    found
}

fn in_korean(en: &[&str], ko: &[&str], terms: &Terms) -> Vec<Finding> {
    let mut korean = None;
    let mut found: Vec<Finding> = Vec::new();
    for (_, entry) in en.iter().flat_map(|text| terms.used_in(text)) {
        let korean: &String = korean.get_or_insert_with(|| bare(&ko.join(" ")));
        let stands = |term: &&String| korean.contains(&bare(term));
        // A word that is part of what is right is no other.
        let said = entry.ko.iter().find(stands).map(|term| bare(term));
        let is_part = |term: &&String| said.as_ref().is_some_and(|said| said.contains(&bare(term)));
        let forbidden = entry
            .forbidden
            .iter()
            .filter(stands)
            .find(|term| !is_part(term));
        if said.is_none() || forbidden.is_some() {
            let forbidden = forbidden.map(String::as_str);
            tell(&mut found, &entry.en, forbidden, entry.ko.clone());
        }
    }
    found
}

fn tell(found: &mut Vec<Finding>, term: &str, forbidden: Option<&str>, wanted: Vec<String>) {
    let term = term.to_owned();
    let finding = match forbidden {
        Some(here) => Finding::Forbidden {
            term,
            here: here.to_owned(),
            wanted,
        },
        None if wanted.is_empty() => return,
        None => Finding::Term { term, wanted },
    };
    if !found.contains(&finding) {
        found.push(finding);
    }
}

/// Without spaces, which Korean sets as it likes, and without capitals.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::glossary::Glossary;

    fn found(en: &str, ko: &str) -> Vec<String> {
        let glossary =
            "access code\t출입코드|출입 번호\ncode\t코드\nto lease\t임대하다\nOperator\t회사\n";
        let terms = Terms::of(&Glossary::read(glossary).unwrap());
        let found = otherwise(&[en], &[ko], Lang::En, &terms);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_term_in_other_words_is_told() {
        assert_eq!(
            found(
                "The Access Codes are secret.",
                "비밀번호는 공개하지 않는다."
            ),
            ["access code is 출입 번호 or 출입코드 in the glossary"]
        );
        assert_eq!(found("The Operator left.", "운영자는 떠났다.").len(), 1);
    }

    #[test]
    fn a_korean_term_wants_its_english() {
        let glossary = "access code\t출입코드|출입 번호\nentry code\t출입코드\n";
        let terms = Terms::of(&Glossary::read(glossary).unwrap());
        let found = |en: &str, ko: &str| -> Vec<String> {
            let found = otherwise(&[en], &[ko], Lang::Ko, &terms);
            found.iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            found("The password changed.", "출입 코드가 바뀌었다."),
            ["출입코드 is access code or entry code in the glossary"]
        );
        assert!(found("Entry Codes changed.", "출입코드가 바뀌었다.").is_empty());
        assert!(found("The password changed.", "미출입코드가 바뀌었다.").is_empty());
    }

    #[test]
    fn a_forbidden_word_is_told_with_what_to_say_instead() {
        let glossary = "en\tko\tforbidden\naccess code\t출입코드\t코드|접근 번호\n";
        let terms = Terms::of(&Glossary::read(glossary).unwrap());
        let found = |ko: &str| -> Vec<String> {
            let found = otherwise(&["Access codes changed."], &[ko], Lang::En, &terms);
            found.iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            found("접근번호가 바뀌었다."),
            ["접근 번호 is not to be said for access code, but 출입코드"]
        );
        assert!(found("출입코드가 바뀌었다.").is_empty());
        assert_eq!(found("출입코드, 곧 접근 번호가 바뀌었다.").len(), 1);
        assert_eq!(
            found("비밀번호가 바뀌었다."),
            ["access code is 출입코드 in the glossary"]
        );
    }

    #[test]
    fn spacing_forms_and_the_longer_term_are_minded() {
        assert!(found("The access code changed.", "출입번호가 바뀌었다.").is_empty());
        assert!(found("access code, code", "출입 코드, 코드").is_empty());
        assert!(found("They lease boats.", "배를 빌린다.").is_empty());
        assert!(found("The operators left.", "회사들은 떠났다.").is_empty());
    }
}

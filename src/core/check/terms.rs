//! Terms of the user's glossary that the translation says in another way.

use super::Finding;
use crate::article::Lang;
use crate::evidence::terms::Terms;

pub fn otherwise(en: &[&str], ko: &[&str], source: Lang, terms: &Terms) -> Vec<Finding> {
    match source {
        Lang::En => in_korean(en, ko, terms),
        Lang::Ko => in_english(en, ko, terms),
    }
}

fn in_english(en: &[&str], ko: &[&str], terms: &Terms) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for korean in ko.iter().flat_map(|text| terms.korean_in(text)) {
        if en.iter().any(|text| terms.says(text, korean)) {
            continue;
        }
        let finding = Finding::Term {
            term: korean.ko.clone(),
            wanted: korean.english().map(str::to_owned).collect(),
        };
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
}

fn in_korean(en: &[&str], ko: &[&str], terms: &Terms) -> Vec<Finding> {
    let mut korean = None;
    let mut found: Vec<Finding> = Vec::new();
    for (_, entry) in en.iter().flat_map(|text| terms.used_in(text)) {
        let korean = korean.get_or_insert_with(|| bare(&ko.join(" ")));
        if entry.ko.iter().any(|term| korean.contains(&bare(term))) {
            continue;
        }
        let finding = Finding::Term {
            term: entry.en.clone(),
            wanted: entry.ko.clone(),
        };
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
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
    fn spacing_forms_and_the_longer_term_are_minded() {
        assert!(found("The access code changed.", "출입번호가 바뀌었다.").is_empty());
        assert!(found("access code, code", "출입 코드, 코드").is_empty());
        assert!(found("They lease boats.", "배를 빌린다.").is_empty());
        assert!(found("The operators left.", "회사들은 떠났다.").is_empty());
    }
}

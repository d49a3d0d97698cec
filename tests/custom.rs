//! A user's own lists: read, warned about, and written when a person says "never again".

use jjak::article::Reason;
use jjak::clean::NeverRule;
use jjak::custom::{Custom, append_never, append_word, forget_never, forget_word, own_words};
use jjak::import::from_text;
use jjak::segment::WordFault;
use std::fs;
use std::path::Path;

const PAGE: &str = "Harbor Post\nMenu | Subscribe | Sign in\n\nFerry stops for repairs\n\nBy Ann Lee\n\n\
    The ferry will not sail this week because its engine is being repaired in the yard.\n\n\
    Harbor Deals 12: two for one\n\nThe next boat leaves on Monday, the company said in a short note to its customers.\n\n\
    Harbor Deals 7: free soup\n";

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn excluded(custom: &Custom) -> Vec<(String, Reason, String)> {
    let article = custom.lists.clean(from_text(PAGE.into()).article);
    let blocks = article.blocks.iter();
    blocks
        .filter_map(|block| {
            let why = block.excluded.as_ref()?;
            Some((
                article.line(&block.span).into_owned(),
                why.reason,
                why.rule.clone(),
            ))
        })
        .collect()
}

#[test]
fn without_a_folder_the_built_in_lists_count() {
    let custom = Custom::read(Path::new("no/such/folder"));
    assert!(custom.warnings.is_empty());
    assert!(
        !excluded(&custom)
            .iter()
            .any(|(line, ..)| line.starts_with("Harbor Deals"))
    );
}

#[test]
fn never_again_excludes_all_alike_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let article = Custom::builtin()
        .lists
        .clean(from_text(PAGE.into()).article);
    let rule = NeverRule::like("Harbor Deals 12: two for one").unwrap();
    assert_eq!(rule.to_string(), "Harbor Deals * two for one");
    let rule = NeverRule::parse("Harbor Deals *").unwrap();
    assert_eq!(rule.alike(&article).len(), 2);
    assert!(append_never(folder.path(), &rule).unwrap());
    assert!(
        !append_never(folder.path(), &rule).unwrap(),
        "it is there already"
    );
    let exact = NeverRule::exactly(
        "The next boat leaves on Monday, the company said in a short note to its customers.",
    );
    append_never(folder.path(), &exact.clone().unwrap()).unwrap();
    let custom = Custom::read(folder.path());
    assert_eq!(custom.warnings, []);
    let gone: Vec<_> = excluded(&custom)
        .into_iter()
        .filter(|(_, _, rule)| rule == "never")
        .collect();
    assert_eq!(gone.len(), 3);
    assert!(gone.iter().all(|(_, reason, _)| *reason == Reason::ByHand));
    assert!(forget_never(folder.path(), &rule).unwrap());
    let custom = Custom::read(folder.path());
    assert_eq!(
        excluded(&custom)
            .iter()
            .filter(|(_, _, rule)| rule == "never")
            .count(),
        1
    );
    assert_eq!(
        fs::read_dir(folder.path().join("clean")).unwrap().count(),
        1,
        "no temporary file stays"
    );
}

#[test]
fn lists_add_to_the_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "clean/related.txt",
        "# mine\nharbor deals*\n",
    );
    write(folder.path(), "segment/abbreviations.txt", "Kapt.\n");
    write(
        folder.path(),
        "segment/brands.txt",
        "\u{FEFF}wow! magazine\n",
    );
    let custom = Custom::read(folder.path());
    assert_eq!(custom.warnings, []);
    let related = excluded(&custom);
    assert_eq!(
        related
            .iter()
            .filter(|(_, reason, _)| *reason == Reason::Related)
            .count(),
        2
    );
    let text = "He met Kapt. Holm. They sailed.";
    let count = |custom: &Custom| {
        custom
            .rules
            .segment_block(text, &(0..text.len()), jjak::article::Lang::En)
            .len()
    };
    assert_eq!((count(&Custom::builtin()), count(&custom)), (3, 2));
}

#[test]
fn a_bad_line_is_named_with_its_file_and_number_and_the_rest_counts() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "clean/related.txt",
        "harbor deals*\n***\na*\n",
    );
    write(folder.path(), "clean/never.txt", "# fine\n* * *\n");
    write(folder.path(), "clean/frobnicate.txt", "x\n");
    write(
        folder.path(),
        "segment/starters.txt",
        "hence\ntwo words\n...\n",
    );
    fs::write(folder.path().join("segment/brands.txt"), [0xFF, 0xFE, 0x00]).unwrap();
    let custom = Custom::read(folder.path());
    let told: Vec<String> = custom
        .warnings
        .iter()
        .map(|warning| {
            let name = warning
                .file
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            format!("{name} {}", warning.line.unwrap_or(0))
        })
        .collect();
    assert_eq!(
        told,
        [
            "frobnicate.txt 0",
            "never.txt 2",
            "related.txt 2",
            "related.txt 3",
            "brands.txt 0",
            "starters.txt 2",
            "starters.txt 3"
        ]
    );
    assert!(
        custom.warnings[1]
            .to_string()
            .contains("never.txt, line 2: ")
    );
    assert!(
        excluded(&custom)
            .iter()
            .any(|(_, reason, _)| *reason == Reason::Related)
    );
}

#[test]
fn a_word_is_added_to_the_users_list_once_and_taken_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let list = "abbreviations";
    assert!(append_word(folder, list, " Kapt. ").unwrap());
    assert!(!append_word(folder, list, "Kapt.").unwrap());
    assert!(append_word(folder, list, "Dipl.-Ing.").unwrap());
    assert_eq!(own_words(folder, list), ["Kapt.", "Dipl.-Ing."]);
    let text = "He met Kapt. Holm.";
    let rules = Custom::read(folder).rules;
    let cuts = rules.segment_block(text, &(0..text.len()), jjak::article::Lang::En);
    assert_eq!(cuts.len(), 1);
    assert!(forget_word(folder, list, "Kapt.").unwrap());
    assert_eq!(own_words(folder, list), ["Dipl.-Ing."]);
}

#[test]
fn a_word_goes_to_a_list_that_is_there() {
    let mut words = jjak::segment::Words::builtin().clone();
    assert_eq!(words.add("abbreviations", "Kapt."), Ok(()));
    assert_eq!(words.add("nothing", "x"), Err(WordFault::NoList));
    assert_eq!(words.add("starters", "?!"), Err(WordFault::NoLetters));
}

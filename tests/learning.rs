//! What accepted beads of other articles are worth in aligning the next: every gold text is cut into parts, as a series
//! of articles on one subject, and each part is aligned by itself and with what the others teach.

use super::gold::Score;
use jjak::align::{Known, LearnedLexicon, align};
use jjak::evidence::lexicon::Lexicon;
use jjak::progress::Progress;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

type Bead = (Vec<usize>, Vec<usize>);

/// Parts that a text is cut into.
const PARTS: usize = 5;

/// An article with its gold beads, as places in its own sentences.
#[derive(Default)]
struct Article {
    en: Vec<String>,
    ko: Vec<String>,
    beads: Vec<Bead>,
}

fn is_two_sided((en, ko): &&Bead) -> bool {
    !en.is_empty() && !ko.is_empty()
}

impl Article {
    fn read(stem: &Path, ending: &str) -> Article {
        let path = |end: &str| PathBuf::from(format!("{}.{end}", stem.display()));
        let lines = |lang: &str| -> Vec<String> {
            let text = fs::read_to_string(path(&format!("{lang}.{ending}"))).expect("sentences");
            text.lines().map(str::to_owned).collect()
        };
        let numbers = |field: &str| -> Vec<usize> {
            let numbers = field.split(',').filter_map(|at| at.trim().parse().ok());
            numbers.collect()
        };
        let gold = fs::read_to_string(path("gold.tsv")).expect("gold beads");
        let beads = gold.lines().filter_map(|line| line.split_once('\t'));
        Article {
            en: lines("en"),
            ko: lines("ko"),
            beads: beads.map(|(en, ko)| (numbers(en), numbers(ko))).collect(),
        }
    }

    /// The parts of it that some of its beads make, each an article.
    fn parts(&self) -> Vec<Article> {
        let size = self.beads.len().div_ceil(PARTS).max(1);
        self.beads
            .chunks(size)
            .map(|beads| self.of(beads))
            .collect()
    }

    fn of(&self, beads: &[Bead]) -> Article {
        let side = |of: fn(&Bead) -> &Vec<usize>| -> Vec<usize> {
            let all: BTreeSet<usize> = beads.iter().flat_map(of).copied().collect();
            all.into_iter().collect()
        };
        let (en, ko) = (side(|bead| &bead.0), side(|bead| &bead.1));
        let place = |of: &[usize], all: &[usize]| -> Vec<usize> {
            of.iter()
                .filter_map(|at| all.binary_search(at).ok())
                .collect()
        };
        let texts = |all: &[usize], of: &[String]| -> Vec<String> {
            all.iter().map(|&at| of[at].clone()).collect()
        };
        Article {
            beads: beads
                .iter()
                .map(|bead| (place(&bead.0, &en), place(&bead.1, &ko)))
                .collect(),
            en: texts(&en, &self.en),
            ko: texts(&ko, &self.ko),
        }
    }

    /// What a person who accepts its beads teaches.
    fn lessons(&self) -> Vec<(String, String)> {
        let text = |of: &[usize], all: &[String]| {
            let texts: Vec<&str> = of.iter().map(|&at| all[at].as_str()).collect();
            texts.join("\n")
        };
        let beads = self.beads.iter().filter(is_two_sided);
        beads
            .map(|(en, ko)| (text(en, &self.en), text(ko, &self.ko)))
            .collect()
    }

    fn score(&self, learned: Option<&LearnedLexicon>) -> Score {
        let en: Vec<&str> = self.en.iter().map(String::as_str).collect();
        let ko: Vec<&str> = self.ko.iter().map(String::as_str).collect();
        let known = Known {
            learned,
            ..Known::default()
        };
        let links = align(&en, &ko, known, &Progress::default()).expect("nobody cancels");
        let found: BTreeSet<Bead> = links.into_iter().map(|link| (link.en, link.ko)).collect();
        let found: BTreeSet<&Bead> = found.iter().filter(is_two_sided).collect();
        let gold: BTreeSet<&Bead> = self.beads.iter().filter(is_two_sided).collect();
        Score {
            right: gold.intersection(&found).count(),
            found: found.len(),
            expected: gold.len(),
        }
    }
}

/// Each article by itself, and with what all others teach.
fn leave_one_out(articles: &[Article]) -> (Score, Score) {
    let (mut alone, mut taught) = (Score::default(), Score::default());
    for (at, article) in articles.iter().enumerate() {
        let others = articles
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        let lessons: Vec<_> = others.flat_map(|(_, other)| other.lessons()).collect();
        let learned = LearnedLexicon::of(&lessons, Lexicon::shipped(), &Progress::default());
        let learned = learned.expect("nobody cancels");
        alone.add(article.score(None));
        taught.add(article.score(Some(&learned)));
    }
    (alone, taught)
}

fn articles(folder: &Path, ending: &str) -> Vec<(String, Article)> {
    let entries = fs::read_dir(folder).expect("a gold folder");
    let names = entries.filter_map(|entry| {
        let name = entry.ok()?.file_name().into_string().ok()?;
        Some(name.strip_suffix(".gold.tsv")?.to_owned())
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    let read = |name: String| (name.clone(), Article::read(&folder.join(&name), ending));
    names.into_iter().map(read).collect()
}

/// The news and prose of the gold, and its other genres.
fn gold() -> Vec<(String, Article)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut all = articles(&root.join("dev"), "sent");
    all.extend(articles(&root.join("dev2"), "sent"));
    all
}

/// Parts of one text, as articles on one subject; and texts on other subjects, which must not mislead.
#[test]
fn what_others_teach_helps_and_does_not_mislead() {
    let gold = gold();
    let (mut alone, mut taught) = (Score::default(), Score::default());
    for (name, article) in &gold {
        let (by_itself, with_others) = leave_one_out(&article.parts());
        if by_itself.right != with_others.right {
            println!("{name}: {:.3} -> {:.3}", by_itself.f1(), with_others.f1());
        }
        alone.add(by_itself);
        taught.add(with_others);
    }
    println!("one subject: {:.4} -> {:.4}", alone.f1(), taught.f1());
    assert!(taught.f1() >= alone.f1());
    let articles: Vec<Article> = gold.into_iter().map(|(_, article)| article).collect();
    let (alone, taught) = leave_one_out(&articles);
    println!("other subjects: {:.4} -> {:.4}", alone.f1(), taught.f1());
    assert!(taught.f1() >= alone.f1() - 0.002);
}

/// `JJAK_GOLD=FOLDER cargo test --test measured learning -- --nocapture` measures the texts of another folder, one
/// sentence a line.
#[test]
fn texts_of_another_folder() {
    let Some(folder) = std::env::var_os("JJAK_GOLD") else {
        return;
    };
    let set = articles(Path::new(&folder), "txt");
    let (mut alone, mut taught) = (Score::default(), Score::default());
    for (_, article) in &set {
        let (by_itself, with_others) = leave_one_out(&article.parts());
        alone.add(by_itself);
        taught.add(with_others);
    }
    println!("one subject: {:.4} -> {:.4}", alone.f1(), taught.f1());
    let articles: Vec<Article> = set.into_iter().map(|(_, article)| article).collect();
    let (alone, taught) = leave_one_out(&articles);
    println!("other subjects: {:.4} -> {:.4}", alone.f1(), taught.f1());
}

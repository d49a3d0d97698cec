//! The gold pages through the whole library: pages to sentences, sentences to beads, and nothing lost on the way.
//!
//! `JJAK_GOLD=FOLDER cargo test --test gold -- --nocapture` measures the pages of another folder and prints what
//! is wrong, without thresholds.

use jjak::article::one_line;
use jjak::bitext::{Bitext, SegmentId, Side};
use jjak::clean::InlineMarks;
use jjak::custom::Custom;
use jjak::evidence::lexicon::Lexicon;
use jjak::import::{self, Imported};
use jjak::pipeline::{Prepared, prepare_lines};
use jjak::progress::Progress;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

type Bead = (Vec<usize>, Vec<usize>);

/// One document: its pages, and the folder and stem of what people made of them.
struct Document {
    name: String,
    gold: PathBuf,
    en: PathBuf,
    ko: PathBuf,
}

/// Right, found and expected ones, added up over documents.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) expected: usize,
}

impl Score {
    pub(crate) fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }

    pub(crate) fn add(&mut self, other: Score) {
        self.right += other.right;
        self.found += other.found;
        self.expected += other.expected;
    }
}

/// The documents of `folder` whose name starts with `prefix`, in order. Their pages lie in `pages`.
fn documents(folder: &Path, pages: &Path, prefix: &str) -> Vec<Document> {
    let entries = fs::read_dir(folder).expect("a gold folder");
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".gold.tsv")?.to_owned())
        })
        .filter(|name| name.starts_with(prefix))
        .collect();
    names.sort();
    let page = |name: &str, lang: &str| {
        let endings = ["html", "txt"];
        let mut found = endings.map(|ending| pages.join(format!("{name}.{lang}.{ending}")));
        found.sort_by_key(|path| !path.exists());
        found[0].clone()
    };
    names
        .into_iter()
        .map(|name| Document {
            en: page(&name, "en"),
            ko: page(&name, "ko"),
            gold: folder.join(&name),
            name,
        })
        .collect()
}

fn dev(prefix: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    documents(&folder, &folder, prefix)
}

fn samples() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    documents(&root.join("tests/gold/samples"), &root.join("samples"), "")
}

impl Document {
    fn gold_file(&self, ending: &str) -> PathBuf {
        let mut path = self.gold.clone().into_os_string();
        path.push(ending);
        path.into()
    }

    fn gold_beads(&self) -> Vec<Bead> {
        let numbers = |field: &str| -> Vec<usize> {
            let numbers = field.split(',').filter_map(|at| at.trim().parse().ok());
            numbers.collect()
        };
        let text = fs::read_to_string(self.gold_file(".gold.tsv")).expect("gold beads");
        text.lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(en, ko)| (numbers(en), numbers(ko)))
            .collect()
    }

    fn gold_sentences(&self, lang: &str) -> Vec<String> {
        let text = fs::read_to_string(self.gold_file(&format!(".{lang}.sent"))).expect("sentences");
        let lines = text.lines().map(|line| one_line(line).into_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    fn read(&self, of_gold: bool) -> (Imported, Imported) {
        let read = |path: &Path| import::read(path).expect("a page");
        if of_gold {
            (
                read(&self.gold_file(".en.sent")),
                read(&self.gold_file(".ko.sent")),
            )
        } else {
            (read(&self.en), read(&self.ko))
        }
    }

    /// Two-sided beads of the gold sentences: exactly the same sentences on both sides, or wrong.
    fn beads(&self) -> Score {
        let (en, ko) = self.read(true);
        let bitext = aligned(prepare_lines(en, ko).expect("gold sentences"), &self.name);
        let place = |side: &Side, ids: &[SegmentId]| -> Vec<usize> {
            let mut places: Vec<usize> = ids.iter().filter_map(|&id| side.position(id)).collect();
            places.sort_unstable();
            places
        };
        let both = |(en, ko): &Bead| !en.is_empty() && !ko.is_empty();
        let gold: BTreeSet<Bead> = self.gold_beads().into_iter().filter(both).collect();
        let beads = bitext.beads.iter();
        let found: BTreeSet<Bead> = beads
            .map(|bead| (place(&bitext.en, &bead.en), place(&bitext.ko, &bead.ko)))
            .filter(both)
            .collect();
        for (en, ko) in gold.difference(&found) {
            println!("{}: no bead {en:?} {ko:?}", self.name);
        }
        Score {
            right: gold.intersection(&found).count(),
            found: found.len(),
            expected: gold.len(),
        }
    }

    /// Sentences of the raw pages: exactly the same text but for white space.
    fn sentences(&self) -> Score {
        let (en, ko) = self.read(false);
        // The sentences were written down with their datelines and credits.
        let mut custom = Custom::builtin();
        custom.lists.inline_marks = InlineMarks::Keep;
        let prepared = custom.prepare(en, ko).expect("two pages");
        assert!(prepared.warnings.is_empty(), "{}", self.name);
        let mut score = Score::default();
        for (side, lang) in [(&prepared.en, "en"), (&prepared.ko, "ko")] {
            let found = side.segments.iter();
            let found: Vec<String> = found
                .map(|segment| one_line(&side.text_of(segment)).into_owned())
                .collect();
            let name = format!("{}.{lang}", self.name);
            score.add(compare(&self.gold_sentences(lang), &found, &name));
        }
        aligned(prepared, &self.name);
        score
    }
}

/// Aligns, and holds that every character is accounted for.
fn aligned(prepared: Prepared, name: &str) -> Bitext {
    let bitext = prepared.align(&[], Lexicon::shipped(), &Progress::default());
    let bitext = bitext.expect("nobody cancels");
    let conservation = bitext.check().expect(name);
    for (side, count) in [(&bitext.en, conservation.en), (&bitext.ko, conservation.ko)] {
        let text = side.article.text.chars();
        let total = text.filter(|c| !c.is_whitespace()).count();
        assert_eq!((count.accounted(), count.total), (total, total), "{name}");
    }
    bitext
}

/// Sentences in both lists, each copy counted once.
fn compare(gold: &[String], found: &[String], name: &str) -> Score {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for sentence in gold {
        *left.entry(sentence).or_default() += 1;
    }
    let mut right = 0;
    for sentence in found {
        match left.get_mut(sentence.as_str()) {
            Some(copies) if *copies > 0 => {
                *copies -= 1;
                right += 1;
            }
            _ => println!("{name}: no such sentence: {sentence}"),
        }
    }
    for sentence in gold {
        if let Some(copies @ 1..) = left.get_mut(sentence.as_str()) {
            *copies -= 1;
            println!("{name}: not found: {sentence}");
        }
    }
    Score {
        right,
        found: found.len(),
        expected: gold.len(),
    }
}

/// F1 over all `documents` together, which must reach `floor`.
fn reaches(floor: f64, documents: &[Document], what: &str, score: impl Fn(&Document) -> Score) {
    assert!(!documents.is_empty(), "no documents for {what}");
    let mut total = Score::default();
    for document in documents {
        total.add(score(document));
    }
    println!(
        "{what}: F1 {:.4} ({} right of {} found and {} expected)",
        total.f1(),
        total.right,
        total.found,
        total.expected
    );
    assert!(total.f1() >= floor, "{what}: {:.4} < {floor}", total.f1());
}

#[test]
fn beads_of_the_news_pages() {
    reaches(0.98, &dev("n"), "news beads", Document::beads);
}

#[test]
fn beads_of_the_prose_pages() {
    reaches(0.96, &dev("p"), "prose beads", Document::beads);
}

#[test]
fn beads_of_the_samples() {
    reaches(0.98, &samples(), "sample beads", Document::beads);
}

#[test]
fn sentences_of_the_raw_pages() {
    reaches(0.995, &dev(""), "page sentences", Document::sentences);
}

#[test]
fn sentences_of_the_samples() {
    reaches(0.99, &samples(), "sample sentences", Document::sentences);
}

#[test]
fn pages_of_another_folder() {
    let Some(folder) = std::env::var_os("JJAK_GOLD").map(PathBuf::from) else {
        return;
    };
    let all = documents(&folder, &folder, "");
    reaches(0.0, &all, "beads", Document::beads);
    reaches(0.0, &all, "sentences", Document::sentences);
}

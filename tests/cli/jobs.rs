//! `jjak job`: from a table to one memory, and what happens in between.

use super::*;
use jjak::bitext::{Operation, RowIndex, State};
use jjak::job as file;
use jjak::project::Journal;

const ARTICLES: [&str; 3] = ["ferry", "harbor", "library"];

/// A desk with three articles, and a table that pairs them.
fn desk() -> Desk {
    let desk = Desk::new();
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/samples");
    fs::create_dir(desk.path("texts")).unwrap();
    let mut table = "memo\tko\ten\tscore\tstate\n".to_owned();
    for name in ARTICLES {
        for lang in ["en", "ko"] {
            let text = fs::read(gold.join(format!("{name}.{lang}.sent"))).unwrap();
            desk.put(&format!("texts/{name}.{lang}.txt"), text);
        }
        table.push_str(&format!(
            "-\ttexts/{name}.ko.txt\ttexts/{name}.en.txt\t.97\tsure\n"
        ));
    }
    table.push_str("-\t\ten.txt\t\talone\n-\tko.txt\ten.txt\t.31\tguess\n");
    desk.put("pairs.tsv", table);
    desk
}

fn job(desk: &Desk) -> Vec<file::JobPair> {
    file::read(&desk.path("news.jjakjob")).unwrap().pairs
}

#[test]
fn a_table_becomes_a_job_that_is_shown_and_written_as_one() {
    let desk = desk();
    let ran = desk.jjak("job pairs.tsv -o news.jjakjob");
    assert!(
        ran.err
            .contains("3 pairs (5 rows new, 3 paired, 0 cannot be), 2 texts"),
        "{}",
        ran.err
    );
    ran.done();
    let pairs = job(&desk);
    assert!(
        pairs
            .iter()
            .take(3)
            .all(|pair| pair.work.as_ref().unwrap().is_file())
    );
    // What is only guessed is no pair.
    assert!(pairs.iter().skip(3).all(|pair| !pair.is_pair()));
    let table: serde_json::Value =
        serde_json::from_str(&desk.jjak("job news.jjakjob --format json").done()).unwrap();
    assert_eq!(table[0]["state"], "new");
    assert!(table[0]["paired"].as_f64().unwrap() > 0.7);
    assert!(table[0]["en_sentences"].as_u64().unwrap() > 5);
    assert_eq!(table[3]["state"], "no-counterpart");
    let text = desk.jjak("job news.jjakjob").done();
    assert!(
        text.contains("3 pairs: 3 new, 0 in work, 0 done, 0 parked"),
        "{text}"
    );
    let found = desk.jjak("job news.jjakjob --search harbor --sort left --format tsv");
    assert_eq!(found.done().lines().count(), 2);
    desk.jjak("job news.jjakjob --sort size")
        .refused(&["not \"size\""]);
    desk.jjak("job news.jjakjob -o news.tmx -o news.tsv").done();
    let rows: usize = pairs
        .iter()
        .filter_map(|pair| pair.figures.as_ref())
        .map(|figures| figures.rows)
        .sum();
    assert!(desk.text("news.tsv").lines().count() <= rows + 1);
    assert!(desk.text("news.tmx").contains("</tmx>"));
    desk.jjak("job news.jjakjob -o each --format tmx --each")
        .done();
    assert_eq!(fs::read_dir(desk.path("each")).unwrap().count(), 3);
}

#[test]
fn a_job_can_be_moved_and_goes_on_where_it_stopped() {
    let desk = desk();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    // Its texts, works and file are one folder.
    fs::create_dir(desk.path("moved")).unwrap();
    for name in ["news", "news.jjakjob", "texts"] {
        fs::rename(desk.path(name), desk.path("moved").join(name)).unwrap();
    }
    let shown = desk.jjak("job moved/news.jjakjob --strict");
    assert!(!shown.err.contains("not there"), "{}", shown.err);
    let works = file::read(&desk.path("moved/news.jjakjob")).unwrap().pairs;
    let work = works[1].work.clone().unwrap();
    fs::remove_file(&work).unwrap();
    let shown = desk.jjak("job moved/news.jjakjob");
    assert!(
        shown.err.contains("pair 2: ") && shown.err.contains("not there"),
        "{}",
        shown.err
    );
    desk.jjak("job moved/news.jjakjob -o moved/news.jjakjob")
        .done();
    assert!(work.is_file());
}

#[test]
fn works_that_are_there_are_never_made_anew() {
    let desk = desk();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let works: Vec<PathBuf> = job(&desk)
        .iter()
        .filter_map(|pair| pair.work.clone())
        .collect();
    let before: Vec<Vec<u8>> = works.iter().map(|work| fs::read(work).unwrap()).collect();
    // As after a crash: works were written, and the job does not know.
    fs::remove_file(desk.path("news.jjakjob")).unwrap();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let after: Vec<Vec<u8>> = works.iter().map(|work| fs::read(work).unwrap()).collect();
    assert!(before == after);
    assert_eq!(job(&desk).len(), 5);
    // Once more adds nothing.
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    assert_eq!(job(&desk).len(), 5);
}

#[test]
fn what_was_done_in_a_work_shows_in_the_job() {
    let desk = desk();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let work = job(&desk)[0].work.clone().unwrap();
    let (mut journal, mut loaded) = Journal::open(&work).unwrap();
    let accept = Operation::SetState {
        rows: RowIndex(0)..RowIndex(1),
        state: State::Accepted,
    };
    let edit = accept.edit(&loaded.project.bitext).unwrap();
    journal.edit(&edit).unwrap();
    loaded.project.apply(edit);
    drop(journal);
    let table: serde_json::Value =
        serde_json::from_str(&desk.jjak("job news.jjakjob --format json").done()).unwrap();
    assert_eq!(table[0]["state"], "in-work");
    assert!(table[0]["accepted"].as_f64().unwrap() > 0.0);
    desk.jjak("job news.jjakjob --mark done 1,3").done();
    let done = desk
        .jjak("job news.jjakjob --state done --format tsv")
        .done();
    assert_eq!(done.lines().count(), 3, "{done}");
    desk.jjak("job news.jjakjob --mark done 4")
        .refused(&["no pair 4"]);
    desk.jjak("job news.jjakjob --mark ready 1")
        .refused(&["new, in-work, done, parked"]);
}

#[test]
fn a_sentence_translated_in_two_ways_in_two_articles_is_told() {
    let desk = Desk::new();
    for (name, translated) in [
        ("a", "은행은 금리를 그대로 두기로 했다."),
        ("b", "은행이 이자율을 유지하기로 결정했다."),
    ] {
        desk.put(
            &format!("{name}.en.txt"),
            "The bank decided to keep its rate.\nExports rose 8.4 percent in October.\n",
        );
        desk.put(
            &format!("{name}.ko.txt"),
            format!("{translated}\n10월 수출은 8.4% 늘었다.\n"),
        );
    }
    desk.put("pairs.csv", "en,ko\na.en.txt,a.ko.txt\nb.en.txt,b.ko.txt\n");
    desk.jjak("job pairs.csv -o two.jjakjob").done();
    let found = desk.jjak("job two.jjakjob --check --strict");
    assert_eq!(found.code, Some(1));
    assert!(
        found.out.starts_with("1 findings over 2 articles"),
        "{}",
        found.out
    );
    assert!(
        found
            .out
            .contains("pair 2, row 1: the same English is elsewhere: 은행은"),
        "{}",
        found.out
    );
}

#[test]
fn a_pair_that_cannot_be_paired_is_told_and_the_others_are() {
    let desk = desk();
    desk.put("texts/harbor.ko.txt", "Nothing Korean in here at all.\n");
    let ran = desk.jjak("job pairs.tsv -o news.jjakjob --strict");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("pair 2: ") && ran.err.contains("both English"),
        "{}",
        ran.err
    );
    assert_eq!(
        job(&desk).iter().filter(|pair| pair.work.is_some()).count(),
        2
    );
    desk.put("bad.tsv", "en\tko\tscore\na\tb\t7\n");
    desk.jjak("job bad.tsv -o other.jjakjob")
        .refused(&["bad.tsv: line 2, column score"]);
    assert!(!desk.path("other.jjakjob").exists());
    desk.jjak("job pairs.tsv").refused(&["-o NAME.jjakjob"]);
    desk.put("none.jjakjob", "text\n");
    desk.jjak("job none.jjakjob")
        .refused(&["is no job of Jjak"]);
}

#[test]
fn a_job_that_was_killed_at_any_moment_goes_on() {
    let desk = desk();
    for moment in 0..6 {
        let mut child = command(desk.0.path(), "job pairs.tsv -o news.jjakjob")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(40 * moment));
        child.kill().unwrap();
        child.wait().unwrap();
        // Whatever is there is sound: no job that looks empty, no work that is half a work.
        if desk.path("news.jjakjob").exists() {
            let pairs = job(&desk);
            let works = pairs.iter().filter_map(|pair| pair.work.as_ref());
            works.for_each(|work| drop(jjak::project::read(work).unwrap()));
        }
    }
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let pairs = job(&desk);
    assert_eq!(pairs.len(), 5);
    assert_eq!(pairs.iter().filter(|pair| pair.work.is_some()).count(), 3);
    let held = fs::read_dir(desk.path("news")).unwrap();
    let names = held.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // A kill may leave a lock that nobody holds, and what is unfinished until it is surely nobody's; both are hidden.
    let works: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    assert_eq!(works.len(), 3, "{works:?}");
}

/// What is accepted in one article is learned from in pairing those that nobody has begun, and no other.
#[test]
fn accepted_rows_teach_what_nobody_has_begun() {
    let desk = desk();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let work = |number: usize| job(&desk)[number].work.clone().unwrap();
    let state = |path: &Path, rows, state| {
        let (mut journal, loaded) = Journal::open(path).unwrap();
        let operation = Operation::SetState { rows, state };
        let edit = operation.edit(&loaded.project.bitext).unwrap();
        journal.edit(&edit).unwrap();
    };
    state(&work(0), RowIndex(0)..RowIndex(4), State::Accepted);
    state(&work(1), RowIndex(0)..RowIndex(1), State::Flagged);
    let begun = fs::read(work(1)).unwrap();
    let alone = fs::read(work(2)).unwrap();
    // Nothing is paired anew unasked, nor if nothing is to be learned.
    desk.jjak("job news.jjakjob -o news.jjakjob").done();
    desk.jjak("job news.jjakjob -o news.jjakjob --renew --no-learning")
        .done();
    assert_eq!(fs::read(work(2)).unwrap(), alone);
    let ran = desk.jjak("job news.jjakjob -o news.jjakjob --renew");
    assert!(
        ran.err
            .contains("learned from 4 accepted rows of 1 articles; 1 pairs"),
        "{}",
        ran.err
    );
    ran.done();
    assert_eq!(fs::read(work(1)).unwrap(), begun);
    let taught = |number| {
        jjak::project::read(&work(number))
            .unwrap()
            .project
            .about
            .taught
    };
    assert_eq!(
        taught(2).map(|taught| (taught.articles, taught.rows)),
        Some((1, 4))
    );
    assert_eq!((taught(0), taught(1)), (None, None));
    // Once more there is nothing new to learn; the same rows in another work teach the same.
    let renewed = fs::read(work(2)).unwrap();
    let again = desk.jjak("job news.jjakjob -o news.jjakjob --renew");
    assert!(!again.err.contains("learned"), "{}", again.err);
    again.done();
    assert_eq!(fs::read(work(2)).unwrap(), renewed);
    // A text that comes later is paired with it, too.
    for lang in ["en", "ko"] {
        desk.put(
            &format!("more.{lang}.txt"),
            desk.text(&format!("texts/ferry.{lang}.txt")),
        );
    }
    desk.put("more.tsv", "en\tko\nmore.en.txt\tmore.ko.txt\n");
    desk.jjak("job more.tsv -o news.jjakjob").done();
    let more = job(&desk)
        .into_iter()
        .rfind(file::JobPair::is_pair)
        .unwrap();
    let more = jjak::project::read(&more.work.unwrap()).unwrap().project;
    assert_eq!(more.about.taught.unwrap().rows, 4);
}

#[test]
fn a_job_goes_by_the_glossary_beside_it() {
    let desk = desk();
    desk.jjak("job pairs.tsv -o news.jjakjob").done();
    let findings = |job: &str| -> u64 {
        let table = desk.jjak(&format!("job {job} --format json")).done();
        let table: serde_json::Value = serde_json::from_str(&table).unwrap();
        let pairs = table.as_array().unwrap().iter();
        pairs.filter_map(|pair| pair["findings"].as_u64()).sum()
    };
    let before = findings("news.jjakjob");
    // Paired with it, the checks know it.
    desk.put(
        "more.glossary.tsv",
        "harbor\t없는말\nferry\t없는말\nlibrary\t없는말\n",
    );
    desk.jjak("job pairs.tsv -o more.jjakjob").done();
    let after = findings("more.jjakjob");
    assert!(after > before, "{after} {before}");
}

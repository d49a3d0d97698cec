//! Translation memories go through as they came, and a broken row stops nobody who says so.

use super::*;

/// White space and letters that tools look a text up with.
const TEXTS: [[&str; 2]; 7] = [
    ["A\u{a0}no-break space", "줄바꿈\u{a0}없는 빈칸"],
    ["Two  spaces", "빈칸  둘"],
    [" outer space ", " 바깥 빈칸\u{3000}"],
    ["Full\u{3000}width", "전각\u{3000}빈칸"],
    ["Line\nbreak", "줄\n바꿈"],
    [
        "Letters",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
    ],
    ["- a list mark", "'=표시"],
];

fn memory() -> String {
    let unit = |[en, ko]: &[&str; 2]| {
        format!(
            "<tu><tuv xml:lang=\"en\"><seg>{en}</seg></tuv><tuv xml:lang=\"ko\"><seg>{ko}</seg></tuv></tu>\n"
        )
    };
    let units: String = TEXTS.iter().map(unit).collect();
    format!(
        "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"en\"/><body>{units}</body></tmx>"
    )
}

/// The texts of a TMX file.
fn texts(tmx: &str) -> Vec<String> {
    let segs = tmx.split("<seg>").skip(1);
    let segs = segs.map(|seg| seg.split("</seg>").next().unwrap());
    segs.map(|seg| seg.replace("&#39;", "'")).collect()
}

#[test]
fn a_memory_keeps_its_white_space_and_letters_byte_for_byte() {
    let desk = Desk::new();
    desk.put("memory.tmx", memory());
    let expected = texts(&memory());
    desk.jjak("convert memory.tmx -o again.tmx").done();
    assert_eq!(texts(&desk.text("again.tmx")), expected);
    for by in ["jjak", "csv", "xlsx", "jsonl", "xlf", "xliff"] {
        desk.jjak(&format!("convert memory.tmx -o by.{by}")).done();
        desk.jjak(&format!("convert by.{by} -o again.tmx")).done();
        assert_eq!(texts(&desk.text("again.tmx")), expected, "{by}");
        desk.jjak(&format!("convert by.{by} --plain -o again.tmx"))
            .done();
        assert_eq!(texts(&desk.text("again.tmx")), expected, "{by}, plain");
    }
    // A table without quotes holds no line breaks: that is said.
    let ran = desk.jjak("convert memory.tmx -o by.tsv");
    assert!(ran.err.contains("2 texts have line breaks"), "{}", ran.err);
    ran.done();
    assert_eq!(
        desk.jjak("convert memory.tmx -o by.tsv --strict").code,
        Some(1)
    );
    desk.jjak("convert by.tsv -o again.tmx").done();
    let one_line: Vec<String> = expected
        .iter()
        .map(|text| text.replace('\n', " "))
        .collect();
    assert_eq!(texts(&desk.text("again.tmx")), one_line);
}

#[test]
fn a_memory_is_made_alike_for_who_asks() {
    let desk = Desk::new();
    desk.put("memory.tmx", memory());
    desk.jjak("convert memory.tmx -o again.tmx --normalize nfc,spaces")
        .done();
    let texts = texts(&desk.text("again.tmx"));
    assert_eq!(texts[0], "A no-break space");
    assert_eq!(
        texts[2..6],
        ["Two spaces", "빈칸 둘", "outer space", "바깥 빈칸"]
    );
    assert_eq!(texts[8..10], ["Line break", "줄 바꿈"]);
    assert_eq!(texts[11], "한글");
}

#[test]
fn what_spreadsheets_take_for_formulas_is_guarded_and_comes_back() {
    let desk = Desk::new();
    desk.put("memory.tmx", memory());
    let ran = desk.jjak("convert memory.tmx -o safe.csv");
    assert!(
        ran.err.contains("2 texts begin with an apostrophe"),
        "{}",
        ran.err
    );
    ran.done();
    let safe = desk.text("safe.csv");
    assert!(safe.contains("\"'- a list mark\",\"''=표시\""), "{safe}");
    desk.jjak("convert memory.tmx -o bare.csv --spreadsheet-safe no")
        .done();
    let bare = desk.text("bare.csv");
    assert!(bare.contains("\"- a list mark\",\"''=표시\""), "{bare}");
    for csv in ["safe.csv", "bare.csv"] {
        desk.jjak(&format!("convert {csv} -o again.tmx")).done();
        assert_eq!(texts(&desk.text("again.tmx")), texts(&memory()), "{csv}");
    }
}

#[test]
fn broken_records_are_skipped_for_who_asks_with_counts_and_lines() {
    let desk = Desk::new();
    let long = "a".repeat((1 << 20) + 1);
    let lines = [
        r#"{"en":"One.","ko":"하나."}"#.to_owned(),
        r#"{"en":"Two.","ko":"\ud83d"}"#.to_owned(),
        "{\"en\":".to_owned(),
        format!(r#"{{"en":"{long}","ko":"넷."}}"#),
        r#"{"en":"Five.","ko":null}"#.to_owned(),
        r#"{"en":"Six.","ko":"여섯."}"#.to_owned(),
    ];
    desk.put("corpus.jsonl", lines.join("\n"));
    desk.jjak("convert corpus.jsonl -o corpus.tsv")
        .refused(&["line 2"]);
    for output in ["corpus.tsv", "corpus.jjak"] {
        let command = format!("convert corpus.jsonl -o {output} --skip-bad");
        let ran = desk.jjak(&command);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for words in ["3 rows that cannot be read", "line 2", "line 3", "row 4"] {
            assert!(ran.err.contains(words), "{words}: {}", ran.err);
        }
        let strict = desk.jjak(&format!("{command} --strict --replace"));
        assert_eq!(strict.code, Some(1));
    }
    let table = desk.text("corpus.tsv");
    let english: Vec<&str> = table
        .lines()
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert_eq!(english, ["en", "One.", "Six."]);
}

#[test]
fn an_entry_that_cannot_be_read_spoils_no_memory_for_who_asks() {
    let desk = Desk::new();
    let pairs = [
        ("One.", "하나."),
        ("Two &bogus; lost.", "둘."),
        ("Three&nbsp;times.", "셋."),
    ];
    let units = |begin: &str, middle: &str, end: &str| -> String {
        let units = pairs
            .iter()
            .map(|(en, ko)| format!("{begin}{en}{middle}{ko}{end}"));
        units.collect()
    };
    desk.put(
        "memory.tmx",
        format!(
            "<tmx version='1.4'><header srclang='en'/><body>{}</body></tmx>",
            units(
                "<tu><tuv xml:lang='en'><seg>",
                "</seg></tuv><tuv xml:lang='ko'><seg>",
                "</seg></tuv></tu>"
            )
        ),
    );
    desk.put(
        "job.xlf",
        format!(
            "<xliff version='1.2'><file source-language='en' target-language='ko'><body>{}</body></file></xliff>",
            units(
                "<trans-unit><source>",
                "</source><target>",
                "</target></trans-unit>"
            )
        ),
    );
    desk.put(
        "messages.po",
        "msgid \"One.\"\nmsgstr \"하나.\"\n\nmsgid Two.\nmsgstr \"둘.\"\n\nmsgid \"Three times.\"\nmsgstr \"셋.\"\n",
    );
    for (file, why) in [
        ("memory.tmx", "&bogus;"),
        ("job.xlf", "&bogus;"),
        ("messages.po", "line 4"),
    ] {
        desk.jjak(&format!("convert {file} -o out.tsv"))
            .refused(&[file, why]);
        let ran = desk.jjak(&format!("convert {file} -o out.tsv --skip-bad"));
        for words in ["1 rows that cannot be read", why] {
            assert!(ran.err.contains(words), "{file}: {}", ran.err);
        }
        ran.done();
        let table = desk.text("out.tsv");
        let korean = table
            .lines()
            .skip(1)
            .filter_map(|line| line.split('\t').nth(1));
        let korean: Vec<&str> = korean.collect();
        assert_eq!(korean, ["하나.", "셋."], "{file}");
    }
}

#[test]
fn a_project_that_cannot_be_read_stops_no_corpus_for_who_asks() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o a.jjak").done();
    let text = desk.text("a.jjak");
    desk.put("b.jjak", &text[..text.len() / 2]);
    desk.jjak("export a.jjak b.jjak -o all.tsv")
        .refused(&["b.jjak", "breaks off"]);
    let ran = desk.jjak("export a.jjak b.jjak -o all.tsv --skip-bad");
    assert!(ran.err.contains("1 of 2 projects"), "{}", ran.err);
    ran.done();
    assert_eq!(desk.text("all.tsv").lines().count(), 5);
    let strict = desk.jjak("export a.jjak b.jjak -o all.tsv --skip-bad --strict");
    assert_eq!(strict.code, Some(1));
    desk.jjak("export b.jjak -o all.tsv --skip-bad")
        .refused(&["none of the projects"]);
}

#[test]
fn texts_that_do_not_belong_together_are_told() {
    let desk = Desk::new();
    desk.put(
        "recipe.txt",
        "양파를 얇게 썰어 찬물에 담가 둔다.\n냄비에 기름을 두르고 마늘을 볶는다.\n두부는 물기를 빼고 깍둑썰기한다.\n된장을 풀고 호박을 넣는다.\n불을 줄이고 뚜껑을 덮는다.\n파를 얹어 상에 낸다.\n",
    );
    let ran = desk.jjak("align en.txt recipe.txt -o a.tsv");
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err.contains("do not seem to belong together"),
        "{}",
        ran.err
    );
    let strict = desk.jjak("align en.txt recipe.txt -o a.tsv --strict");
    assert_eq!(strict.code, Some(1));
    let ran = desk.jjak("align en.txt ko.txt -o a.tsv --strict");
    assert!(!ran.err.contains("belong together"), "{}", ran.err);
    ran.done();
}

/// A work of five sentences of which one stands twice with two translations, and one has none.
fn in_context() -> Desk {
    let desk = Desk::new();
    desk.put(
        "a.txt",
        "We met.\nHe said yes.\nThey \"left\".\nHe said yes.\nIt rained.\n",
    );
    desk.put(
        "b.txt",
        "우리는 만났다.\n그는 그렇다고 했다.\n덧붙인 말.\n그는 좋다고 했다.\n비가 왔다.\n",
    );
    desk.put("pins.tsv", "0\t0\n1\t1\n2\t\n\t2\n3\t3\n4\t4\n");
    desk.jjak("align --segmented a.txt b.txt --pins pins.tsv -o work.jjak")
        .done();
    desk
}

fn units(tmx: &str) -> Vec<&str> {
    tmx.split("<tu ").skip(1).collect()
}

#[test]
fn memoq_finds_the_segments_beside_a_source_within_its_text() {
    let desk = in_context();
    desk.jjak("export work.jjak --context -o with.tmx").done();
    let with = desk.text("with.tmx");
    let units = units(&with);
    assert_eq!(units.len(), 4, "{with}");
    let prop = |name: &str, text: &str| {
        format!("<prop type=\"x-context-{name}\">&lt;seg&gt;{text}&lt;/seg&gt;</prop>")
    };
    // The third sentence is left out and still stands beside the second and the fourth.
    let left = "They &amp;quot;left&amp;quot;.";
    for (unit, before, after, source) in [
        (0, None, Some("He said yes."), "We met."),
        (1, Some("We met."), Some(left), "He said yes."),
        (2, Some(left), Some("It rained."), "He said yes."),
        (3, Some("He said yes."), None, "It rained."),
    ] {
        let before = before.map_or(String::new(), |text| prop("pre", text));
        let after = after.map_or(String::new(), |text| prop("post", text));
        let text = format!("<tuv xml:lang=\"en-US\">{before}{after}<seg>{source}</seg>");
        assert!(units[unit].contains(&text), "{text} in {}", units[unit]);
        assert!(units[unit].contains("<tuv xml:lang=\"ko-KR\"><seg>"));
    }
    desk.jjak("export work.jjak -o without.tmx").done();
    assert!(!desk.text("without.tmx").contains("context"));
    desk.jjak("convert with.tmx -o again.tsv --strict").done();
    assert_eq!(desk.text("again.tsv").lines().count(), 5);
}

#[test]
fn omegat_finds_another_translation_by_its_file_and_the_segments_beside_it() {
    let desk = in_context();
    desk.jjak("export work.jjak --context -o with.tmx").done();
    let with = desk.text("with.tmx");
    let prop = |name: &str, text: &str| format!("<prop type=\"{name}\">{text}</prop>");
    let units = units(&with);
    let first = [prop("prev", ""), prop("next", "He said yes.")];
    assert!(
        first.iter().all(|prop| units[0].contains(prop)),
        "{}",
        units[0]
    );
    assert!(units[3].contains(&prop("next", "")), "{}", units[3]);
    // The first translation holds wherever no other does.
    assert!(!units[1].contains("\"file\""), "{}", units[1]);
    let other = [
        prop("file", "a.txt"),
        prop("prev", "They &quot;left&quot;."),
        prop("next", "It rained."),
    ];
    assert!(
        other.iter().all(|prop| units[2].contains(prop)),
        "{}",
        units[2]
    );
    desk.jjak("export work.jjak --context --mask -o masked.tmx")
        .done();
    assert!(!desk.text("masked.tmx").contains("a.txt"));
}

#[test]
fn xliff_keeps_what_stands_between_for_its_context() {
    let desk = in_context();
    for format in ["xliff", "xliff21"] {
        let run = |options: &str| {
            let ran = desk.jjak(&format!(
                "export work.jjak {options} --format {format} -o -"
            ));
            ran.done()
        };
        let sources = |xliff: &str| -> Vec<String> {
            let sources = xliff.split("<source>").skip(1);
            let sources = sources.map(|source| source.split('<').next().unwrap().to_owned());
            sources.collect()
        };
        assert_eq!(sources(&run("")).len(), 4);
        let all = [
            "We met.",
            "He said yes.",
            "They &quot;left&quot;.",
            "He said yes.",
            "It rained.",
        ];
        assert_eq!(sources(&run("--context")), all, "{format}");
    }
    let ran = desk.jjak("export work.jjak --context -o work.xliff");
    assert!(
        ran.err
            .contains("5 pairs written, 1 without a counterpart left out"),
        "{}",
        ran.err
    );
    ran.done();
}

#[test]
fn a_memory_is_brought_up_to_date() {
    let desk = Desk::new();
    desk.put(
        "memory.tsv",
        "en\tko\nThe port opens.\t항구가 열린다.\nFares rose.\t요금이 올랐다.\nIt rained.\t비가 왔다.\n",
    );
    desk.put(
        "june.tsv",
        "en\tko\nFares rose.\t운임이 올랐다.\nIt rained.\t비가 왔다.\nIt snowed.\t눈이 왔다.\n",
    );
    let told = desk.jjak("update memory.tsv june.tsv -o new.tmx -o new.tsv");
    let said = told.err.clone();
    told.done();
    assert!(
        said.contains("1 sentences new, 1 translated otherwise, the newer kept, 1 the same"),
        "{said}"
    );
    let texts = |name: &str| -> Vec<String> {
        let table = desk.text(name);
        let rows = table.lines().skip(1);
        rows.map(|row| row.split('\t').take(2).collect::<Vec<_>>().join("|"))
            .collect()
    };
    let expected = [
        "The port opens.|항구가 열린다.",
        "Fares rose.|운임이 올랐다.",
        "It rained.|비가 왔다.",
        "It snowed.|눈이 왔다.",
    ];
    assert_eq!(texts("new.tsv"), expected);
    desk.jjak("update memory.tsv june.tsv -o both.tsv --keep-both")
        .done();
    let both = texts("both.tsv");
    assert_eq!(both.len(), 5);
    assert!(both.contains(&"Fares rose.|요금이 올랐다.".to_owned()));
    // From Korean the Korean is what is looked up.
    desk.put("older.tsv", "en\tko\nFares rose.\t요금이 올랐다.\n");
    desk.put("newer.tsv", "en\tko\nFares went up.\t요금이 올랐다.\n");
    desk.jjak("update older.tsv newer.tsv -o ko.tsv --source ko")
        .done();
    assert_eq!(texts("ko.tsv"), ["요금이 올랐다.|Fares went up."]);
    desk.jjak("update memory.tsv june.tsv -o memory.tsv")
        .refused(&["is one of the inputs"]);
    desk.jjak("update memory.tsv -o x.tmx")
        .refused(&["what is newer"]);
}

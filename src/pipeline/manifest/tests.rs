use super::*;

fn read(table: &str) -> Vec<Result<Record, ManifestError>> {
    Manifest::of(table.as_bytes()).collect()
}

fn sides(table: &str) -> Vec<(String, String)> {
    let name = |path: &Option<PathBuf>| {
        path.as_ref()
            .map_or_else(String::new, |p| p.display().to_string())
    };
    let records = read(table).into_iter().map(Result::unwrap);
    records
        .map(|record| (name(&record.en.path), name(&record.ko.path)))
        .collect()
}

#[test]
fn columns_may_stand_in_any_order_and_among_others() {
    let expected = [("a.txt".to_owned(), "가.txt".to_owned())];
    for table in [
        "en\tko\na.txt\t가.txt\n",
        "\u{feff}Memo\tKO\tscore\tEN\r\nseen\t가.txt\t0,93\ta.txt\r\n",
        "id,ko,en\n7,\"가.txt\",a.txt\n",
        "en;ko;note\n\na.txt;가.txt;\"two\nlines\"\n;;\n",
        "{\"ko\": \"가.txt\", \"en_path\": \"a.txt\", \"rank\": 3, \"id\": null}\n",
        "a.txt\t가.txt\n",
    ] {
        assert_eq!(sides(table), expected, "{table}");
    }
}

#[test]
fn what_is_no_known_column_is_carried() {
    let records = read("en\tko\tbatch no\na\tb\t12\n");
    let others = &records[0].as_ref().unwrap().others;
    assert_eq!(others, &[("batch no".to_owned(), "12".to_owned())]);
}

#[test]
fn a_row_is_a_pair_with_both_sides_and_no_score_below_a_half() {
    let table = "en\tko\tscore\na\tb\t\na\tb\t.5\na\tb\t.49\na\t\t.9\n\tb\t1\n";
    let pairs: Vec<bool> = read(table)
        .into_iter()
        .map(|row| row.unwrap().is_pair())
        .collect();
    assert_eq!(pairs, [true, true, false, false, false]);
}

#[test]
fn a_bad_cell_is_told_with_line_and_column_and_the_rest_is_read() {
    let rows = read("en\tko\tscore\na\tb\tsure\nc\td\t2\ne\tf\t1\ng\th\t1\tmore\n");
    let told: Vec<String> = rows
        .iter()
        .filter_map(|row| row.as_ref().err())
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "line 2, column score: sure is no number",
            "line 3, column score: 2 is no number from 0 to 1",
            "line 5, column 4: the first line names 3 columns; name this one or leave it out",
        ]
    );
    assert!(rows[2].is_ok());
}

#[test]
fn a_table_that_is_none_is_told() {
    for (table, told) in [
        ("", ManifestError::Empty),
        (
            "en\tscore\na\t1\n",
            ManifestError::NoColumn { missing: "ko" },
        ),
        (
            "en\tko\tEnglish\n",
            ManifestError::TwoColumns { name: "en" },
        ),
        ("en,ko\n\"a,b\n", ManifestError::OpenQuote { line: 2 }),
    ] {
        assert_eq!(read(table), [Err(told)], "{table}");
    }
    let rows = read("{\"en\": \"a\", \"ko\": \"b\"}\nnonsense\n{\"en\": \"c\", \"ko\": \"d\"}\n");
    assert!(matches!(
        rows[1],
        Err(ManifestError::NotJson { line: 2, .. })
    ));
    assert!(rows[2].is_ok());
}

#[test]
fn texts_may_stand_in_the_table() {
    let rows =
        read("{\"id\": 4, \"en_text\": \"It rained.\\nTwice.\", \"ko_html\": \"<p>비가 왔다.\"}");
    let record = rows[0].as_ref().unwrap();
    assert_eq!(record.id.as_deref(), Some("4"));
    assert_eq!(
        record.en.text,
        Some(Text::Plain("It rained.\nTwice.".into()))
    );
    assert_eq!(record.ko.text, Some(Text::Html("<p>비가 왔다.".into())));
    assert!(record.is_pair());
}

#[test]
fn other_encodings_are_read_from_a_file() {
    let folder = std::env::temp_dir().join(format!("jjak-manifest-{}", std::process::id()));
    let text = "en\tko\na.txt\t가.txt\n";
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    std::fs::write(&folder, utf16).unwrap();
    let rows: Vec<_> = Manifest::open(&folder).unwrap().collect();
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        rows[0].as_ref().unwrap().ko.path.as_deref(),
        Some(Path::new("가.txt"))
    );
}

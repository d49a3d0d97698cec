//! The report as a page to read, print or send: grouped by check, with both texts and the place marked in them.

use super::report::{Report, Row};
use jjak_core::article::{Lang, PerLang};
use jjak_formats::exchange::xml::escape;
use std::io::{self, Write};

const STYLE: &str = "\
:root{color-scheme:light dark}
body{font:16px/1.6 Pretendard,'Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',system-ui,sans-serif;
margin:2rem auto;max-width:78rem;padding:0 1.25rem}
:lang(ko){word-break:keep-all;overflow-wrap:anywhere}
h1{font-size:1.35rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
td,th{border-top:1px solid #8884;padding:.5rem .75rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th:first-child,td:first-child{width:9rem;font-variant-numeric:tabular-nums}th:nth-child(2){width:22%}
tr{break-inside:avoid}mark{background:#f5a62340;color:inherit;border-bottom:2px solid #c77700}
.counts{width:auto}.counts td:first-child{width:auto}.note{opacity:.8}";

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let counts = report.counts();
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Jjak: {counts}</title>\n<style>{STYLE}</style></head>\n<body><h1>{counts}</h1>"
    )?;
    let by_check = report.by_check();
    if !by_check.is_empty() {
        writeln!(out, "<table class=\"counts\">")?;
        for (check, count) in &by_check {
            let (name, level) = (check.as_str(), check.level().as_str());
            writeln!(
                out,
                "<tr class=\"{level}\"><td><a href=\"#{name}\">{name}</a></td><td>{level}</td><td>{count}</td></tr>"
            )?;
        }
        writeln!(out, "</table>")?;
    }
    let [first, second] = report.languages();
    for (check, count) in by_check {
        let name = check.as_str();
        writeln!(
            out,
            "<h2 id=\"{name}\">{name} ({count})</h2>\n<table><thead><tr><th>Row</th><th>Finding</th><th>{first}</th><th>{second}</th></tr></thead>"
        )?;
        let rows = report
            .rows
            .iter()
            .filter(|row| row.finding.check() == check);
        for row in rows {
            write_row(row, [first, second], report.several, out)?;
        }
        writeln!(out, "</table>")?;
    }
    writeln!(out, "</body></html>")
}

fn write_row(
    row: &Row,
    languages: [Lang; 2],
    several: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let file = if several {
        format!("<br>{}", escape(&row.file))
    } else {
        String::new()
    };
    let words = PerLang(row.finding.words());
    let [first, second] = languages.map(|lang| {
        let text = marked(row.text(lang), &words[lang]);
        format!("<td lang=\"{}\">{text}</td>", lang.code())
    });
    writeln!(
        out,
        "<tr><td>{}{file}</td><td>{}</td>{first}{second}</tr>",
        row.number,
        escape(&row.finding.to_string()),
    )
}

/// `text` with the first place of each of `words` marked.
fn marked(text: &str, words: &[&str]) -> String {
    let mut places: Vec<(usize, usize)> = words
        .iter()
        .filter(|word| !word.is_empty())
        .filter_map(|word| text.find(word).map(|at| (at, at + word.len())))
        .collect();
    places.sort_unstable();
    let (mut out, mut last) = (String::new(), 0);
    for (start, end) in places {
        if start < last {
            continue;
        }
        out.push_str(&escape(&text[last..start]));
        out.push_str(&format!("<mark>{}</mark>", escape(&text[start..end])));
        last = end;
    }
    out.push_str(&escape(&text[last..]));
    out
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn words_are_marked_where_they_stand() {
        assert_eq!(
            marked("5 < 7 and 9", &["9", "7", ""]),
            "5 &lt; <mark>7</mark> and <mark>9</mark>"
        );
        assert_eq!(marked("없음", &["7"]), "없음");
    }
}

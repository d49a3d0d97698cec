//! The figures of a corpus as a page to read.

use super::statistics::{Histogram, Statistics};
use std::io::{self, Write};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}\
table{border-collapse:collapse}td,th{padding:.15rem .8rem;text-align:right;border-bottom:1px solid #ddd}td:first-child,th:first-child,.texts td:nth-child(2),.texts th:nth-child(2){text-align:left}\
figure{margin:1.5rem 0}svg{width:100%;height:auto}rect{fill:#3a6ea5}text{font-size:11px;fill:#444}";

/// Writes the page.
///
/// # Errors
/// What `out` says.
pub fn write(name: &str, of: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    let name = escaped(name);
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}</title><style>{STYLE}</style></head>\n<body><h1>{name}</h1>\n<table>\n"
    )?;
    let [en_words, ko_words] = of.words;
    let [en_characters, ko_characters] = of.characters;
    let [en_script, ko_script] = of.script_share.map(percent);
    let numbers = percent(of.numbers_agree as f64 / of.with_numbers.max(1) as f64);
    for (what, value) in [
        ("documents", of.documents.to_string()),
        (
            "of these nearly the same as one before",
            of.documents_repeated.to_string(),
        ),
        ("pairs", of.pairs.to_string()),
        (
            "of these said before, letter for letter",
            of.repeated_exactly.to_string(),
        ),
        (
            "of these said before, but for case, marks and spaces",
            of.repeated.to_string(),
        ),
        ("sentences without a counterpart", of.one_sided.to_string()),
        (
            "words, English and Korean",
            format!("{en_words} and {ko_words}"),
        ),
        (
            "characters, English and Korean",
            format!("{en_characters} and {ko_characters}"),
        ),
        (
            "letters in their own script",
            format!("{en_script} and {ko_script}"),
        ),
        ("pairs with numbers", of.with_numbers.to_string()),
        ("of these with the same on both sides", numbers),
    ] {
        writeln!(out, "<tr><td>{what}</td><td>{value}</td></tr>")?;
    }
    writeln!(out, "</table>")?;
    write_volumes(of, out)?;
    let [en, ko] = &of.lengths;
    for (title, histogram) in [
        ("Confidence", &of.confidence),
        ("Korean characters for one English", &of.length_ratio),
        ("Characters of the English", en),
        ("Characters of the Korean", ko),
    ] {
        plot(title, histogram, out)?;
    }
    writeln!(out, "<h2>Sentences, English and Korean</h2>\n<table>")?;
    let mut shapes: Vec<(&String, &usize)> = of.shapes.iter().collect();
    shapes.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    for (shape, count) in shapes {
        writeln!(out, "<tr><td>{}</td><td>{count}</td></tr>", escaped(shape))?;
    }
    writeln!(out, "</table>")?;
    recurring(of, out)?;
    writeln!(out, "</body></html>")
}

/// What recurs on the pages of a site, if anything does.
fn recurring(of: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    if of.recurring == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "<h2>Sentences that recur on the pages of a site</h2>\n<p>{} in all. jjak dedup --recurring leaves out what is only these.</p>\n<table class=\"texts\"><tr><th>site</th><th>sentence</th><th>documents</th><th>of</th></tr>",
        of.recurring
    )?;
    for recurs in &of.recurring_most {
        let [site, text] = [&recurs.site, &recurs.text].map(|text| escaped(text));
        let (documents, all) = (recurs.documents, recurs.of);
        writeln!(
            out,
            "<tr><td>{site}</td><td lang=\"{}\">{text}</td><td>{documents}</td><td>{all}</td></tr>",
            recurs.lang.code()
        )?;
    }
    writeln!(out, "</table>")
}

/// What there is of each state, as work is paid for.
fn write_volumes(of: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    if of.by_state.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<h2>By state</h2>\n<table><tr><th>state</th><th>pairs</th><th>English words</th><th>Korean words (eojeol)</th>\
         <th>English characters</th><th>Korean characters</th><th>English without spaces</th><th>Korean without spaces</th></tr>"
    )?;
    for (state, volume) in &of.by_state {
        write!(
            out,
            "<tr><td>{}</td><td>{}</td>",
            escaped(state),
            volume.pairs
        )?;
        for count in [
            volume.words,
            volume.characters,
            volume.characters_without_spaces,
        ]
        .concat()
        {
            write!(out, "<td>{count}</td>")?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</table>")
}

/// Bars, the number that each begins at under every fifth, and the count of the highest above it.
fn plot(title: &str, histogram: &Histogram, out: &mut dyn Write) -> io::Result<()> {
    const WIDTH: f64 = 720.0;
    const HEIGHT: f64 = 120.0;
    const ABOVE: f64 = 14.0;
    let most = histogram.counts.iter().max().copied().unwrap_or(0).max(1);
    let bar = WIDTH / histogram.counts.len().max(1) as f64;
    writeln!(
        out,
        "<figure><figcaption>{title}</figcaption><svg viewBox=\"0 {} {WIDTH} {}\" role=\"img\" aria-label=\"{title}\">",
        -ABOVE,
        ABOVE + HEIGHT + 20.0
    )?;
    let mut is_told = false;
    for (at, &count) in histogram.counts.iter().enumerate() {
        let (x, height) = (at as f64 * bar, count as f64 / most as f64 * HEIGHT);
        let begins = histogram.from + at as f64 * histogram.step;
        let begins = (begins * 100.0).round() / 100.0;
        writeln!(
            out,
            "<rect x=\"{x}\" y=\"{:.1}\" width=\"{}\" height=\"{height:.1}\"><title>from {begins}: {count}</title></rect>",
            HEIGHT - height,
            bar - 2.0
        )?;
        if count == most && !std::mem::replace(&mut is_told, true) {
            // Of the last bar it would go beyond the edge.
            let (x, anchor) = if at + 1 == histogram.counts.len() {
                (x + bar - 2.0, "end")
            } else {
                (x + bar / 2.0 - 1.0, "middle")
            };
            writeln!(
                out,
                "<text x=\"{x}\" y=\"-3\" text-anchor=\"{anchor}\">{count}</text>"
            )?;
        }
        if at % 5 == 0 {
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{}\">{begins}</text>",
                HEIGHT + 14.0
            )?;
        }
    }
    writeln!(out, "</svg></figure>")
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

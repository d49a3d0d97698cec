//! A page to read and print: both texts side by side, what matches marked, with counts. It needs no script and nothing
//! from elsewhere.

use super::text::plain;
use super::unit::Unit;
use super::work::Work;
use super::xml::escape;
use crate::article::Lang;
use crate::bitext::{Bitext, State};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::{Evidence, Kind, Place};
use std::io::{self, Write};
use std::ops::Range;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1f24;--weak:#5c6670;--page:#fff;--line:#d8dde3;--number:#0b5cad;--date:#8a5a00;\
--name:#a3261f;--term:#1d6b3c;--copy:#5c6670}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--weak:#9aa5b1;--page:#16191d;--line:#333a42;--number:#7db8ff;\
--date:#e6b450;--name:#ff9b91;--term:#7fd6a0;--copy:#9aa5b1}}
body{font:16px/1.6 'Pretendard','Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif;color:var(--ink);\
background:var(--page);margin:2rem auto;max-width:72rem;padding:0 1rem}
h1{font-size:1.3rem;margin:0 0 .25rem}p{margin:.2rem 0}.weak{color:var(--weak);font-size:.85rem}
table{border-collapse:collapse;width:100%;margin-top:1rem;table-layout:fixed}
th,td{border-top:1px solid var(--line);padding:.5rem .75rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th:first-child,td:first-child{width:5.5rem}td p+p{margin-top:.4rem}tr{break-inside:avoid}
mark{background:none;color:inherit;border-bottom:2px solid}mark.number{border-color:var(--number)}\
mark.date{border-color:var(--date);border-bottom-style:dashed}mark.name{border-color:var(--name);border-bottom-style:double}\
mark.term{border-color:var(--term);border-bottom-width:1px}mark.copy{border-color:var(--copy);border-bottom-style:dotted}";

/// Writes the page; returns how many rows it has.
pub fn write<'a>(
    works: &[Work],
    units: impl Iterator<Item = Unit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_head(works[0].bitext, out)?;
    let mut written = 0;
    for unit in units {
        write_row(works[unit.work].bitext, &unit, out)?;
        written += 1;
    }
    writeln!(out, "</tbody></table>\n</body>\n</html>")?;
    Ok(written)
}

fn write_head(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    let title = |lang: Lang| {
        let provenance = &bitext.side(lang).article.provenance;
        let file = || Some(provenance.file.as_ref()?.display().to_string());
        let title = provenance.title.clone().or_else(file);
        let title = title.unwrap_or_else(|| lang.to_string());
        escape(&plain(&title)).into_owned()
    };
    let (en, ko) = (title(Lang::En), title(Lang::Ko));
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{en} · {ko}</title>\n<style>\n{STYLE}\n</style>\n\
         </head>\n<body>"
    )?;
    writeln!(out, "<h1>{en}</h1>\n<h1 lang=\"ko\">{ko}</h1>")?;
    let beads = &bitext.beads;
    let of = |state| beads.iter().filter(|bead| bead.state == state).count();
    let one_sided = beads
        .iter()
        .filter(|bead| bead.en.is_empty() || bead.ko.is_empty());
    writeln!(
        out,
        "<p class=\"weak\">{} rows · {} accepted · {} flagged · {} without a counterpart</p>",
        beads.len(),
        of(State::Accepted),
        of(State::Flagged),
        one_sided.count(),
    )?;
    writeln!(
        out,
        "<p class=\"weak\">Underlined: <mark class=\"number\">numbers</mark>, <mark class=\"date\">dates</mark>, \
         <mark class=\"name\">names</mark>, <mark class=\"term\">dictionary words</mark>, \
         <mark class=\"copy\">copied words</mark> that the other side has.</p>"
    )?;
    writeln!(
        out,
        "<table>\n<thead><tr><th>Row</th><th>English</th><th>Korean</th></tr></thead>\n<tbody>"
    )
}

fn write_row(bitext: &Bitext, unit: &Unit, out: &mut dyn Write) -> io::Result<()> {
    let texts = Lang::BOTH.map(|lang| -> Vec<String> {
        let ids = unit.bead.ids(lang).iter();
        ids.map(|&id| plain(&bitext.side(lang).text(id)).into_owned())
            .collect()
    });
    let [en, ko] = texts
        .each_ref()
        .map(|side| -> Vec<&str> { side.iter().map(String::as_str).collect() });
    let evidence = Evidence::of(&en, &ko, Lexicon::shipped());
    let marks = |side: fn(&crate::evidence::Match) -> &Place,
                 sentence: usize|
     -> Vec<(Range<usize>, Kind)> {
        let mut marks: Vec<(Range<usize>, Kind)> = evidence
            .matches
            .iter()
            .filter(|found| side(found).sentence == sentence)
            .map(|found| (side(found).span.clone(), found.kind))
            .collect();
        marks.sort_by_key(|(span, _)| span.start);
        marks
    };
    let cell = |side: &[&str], of: fn(&crate::evidence::Match) -> &Place| -> String {
        let sentences = side.iter().enumerate();
        sentences
            .map(|(at, text)| format!("<p>{}</p>", marked(text, &marks(of, at))))
            .collect()
    };
    let mut said = vec![unit.bead.state.as_str().to_owned()];
    said.extend(unit.verdict().map(str::to_owned));
    said.push(format!("{:.0}%", unit.bead.confidence * 100.0));
    let note = match unit.note.as_str() {
        "" => String::new(),
        note => format!("<p class=\"weak\">{}</p>", escape(note)),
    };
    writeln!(
        out,
        "<tr><td>{}<p class=\"weak\">{}</p></td><td lang=\"en\">{}</td><td lang=\"ko\">{}{note}</td></tr>",
        unit.row + 1,
        escape(&said.join(" · ")),
        cell(&en, |found| &found.en),
        cell(&ko, |found| &found.ko),
    )
}

/// `text` with the pieces of `marks`, which are in order and apart, underlined.
fn marked(text: &str, marks: &[(Range<usize>, Kind)]) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (span, kind) in marks {
        let class = match kind {
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Name => "name",
            Kind::Term => "term",
            Kind::Copy => "copy",
        };
        html += &escape(&text[at..span.start]);
        html += &format!(
            "<mark class=\"{class}\">{}</mark>",
            escape(&text[span.clone()])
        );
        at = span.end;
    }
    html + &escape(&text[at..])
}

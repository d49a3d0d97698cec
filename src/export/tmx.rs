//! TMX 1.4, in the one form that every reader tried takes.

use super::Options;
use super::unit::{Unit, plain};
use crate::aligned::Mark;
use crate::bitext::{Bitext, Side};
use std::io::{self, Write};

/// Writes `units`, none of them one-sided; returns how many that were.
pub fn write<'a>(
    bitext: &Bitext,
    units: impl Iterator<Item = Unit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_header(bitext, options, out)?;
    let mut written = 0;
    for unit in units {
        write_unit(&unit, options, out)?;
        written += 1;
    }
    writeln!(out, "  </body>\n</tmx>")?;
    Ok(written)
}

fn write_header(bitext: &Bitext, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Jjak" creationtoolversion="{version}" segtype="sentence" o-tmf="Jjak" adminlang="en" srclang="{srclang}" datatype="plaintext" creationdate="{date}">"#,
        version = env!("CARGO_PKG_VERSION"),
        srclang = escape(&options.en_code),
        date = options.created.strftime("%Y%m%dT%H%M%SZ"),
    )?;
    let labels = [
        ("domain", &options.labels.domain),
        ("reviewer", &options.labels.reviewer),
    ];
    for (name, label) in labels {
        if let Some(label) = label {
            write_prop("    ", name, &plain(label), out)?;
        }
    }
    write_provenance("en", &bitext.en, out)?;
    write_provenance("ko", &bitext.ko, out)?;
    writeln!(out, "  </header>\n  <body>")
}

/// Where the text came from, as far as it is known.
fn write_provenance(lang: &str, side: &Side, out: &mut dyn Write) -> io::Result<()> {
    let provenance = &side.article.provenance;
    let known = [
        ("title", &provenance.title),
        ("byline", &provenance.byline),
        ("date", &provenance.date),
        ("url", &provenance.url),
    ];
    for (what, value) in known {
        if let Some(value) = value {
            write_prop("    ", &format!("{lang}-{what}"), &plain(value), out)?;
        }
    }
    Ok(())
}

fn write_unit(unit: &Unit, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let shape = unit.bead.shape();
    let segtype = if shape == "1-1" {
        ""
    } else {
        r#" segtype="block""#
    };
    writeln!(out, "    <tu{segtype}>")?;
    let mut prop = |name, value: &str| write_prop("      ", name, value, out);
    prop("confidence", &unit.confidence())?;
    prop("shape", &shape)?;
    prop("state", unit.bead.state.as_str())?;
    if let Some(verdict) = unit.verdict() {
        prop("verdict", verdict)?;
    }
    prop("origin", unit.bead.origin.as_str())?;
    for (name, marks) in [
        ("en-sentences", &unit.en_marks),
        ("ko-sentences", &unit.ko_marks),
    ] {
        prop(name, &Mark::written(marks.iter().copied()))?;
    }
    if !unit.note.is_empty() {
        writeln!(out, "      <note>{}</note>", escape(&unit.note))?;
    }
    for (code, text) in [(&options.en_code, &unit.en), (&options.ko_code, &unit.ko)] {
        writeln!(
            out,
            r#"      <tuv xml:lang="{}"><seg>{}</seg></tuv>"#,
            escape(code),
            escape(text)
        )?;
    }
    writeln!(out, "    </tu>")
}

fn write_prop(indent: &str, name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    let value = escape(value);
    writeln!(out, r#"{indent}<prop type="x-jjak-{name}">{value}</prop>"#)
}

/// `text` as XML writes it, in content and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

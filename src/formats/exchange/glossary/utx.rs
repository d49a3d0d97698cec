//! UTX 1.11, the simple glossary of the Asia-Pacific Association for Machine Translation
//! (<https://www.aamt.info/english/utx/>): a line that names languages, a line that names columns, and tabs.

use super::GlossaryEntry;
use crate::clock;
use crate::exchange::units::text::plain;
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::{Glossary, GlossaryError};
use std::io::{self, Write};

pub(super) fn is_one(text: &str) -> bool {
    text.starts_with("#UTX")
}

/// The terms. Where the target is English a forbidden term forbids the English.
pub(super) fn read(text: &str) -> (Glossary, Vec<GlossaryError>) {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let languages = head.split(';').nth(1).unwrap_or_default().trim();
    let is_from_korean = languages.to_lowercase().starts_with("ko");
    let [source, target] = if is_from_korean {
        ["ko", "en"]
    } else {
        ["en", "ko"]
    };
    let heading = lines.clone().find(|line| line.starts_with("#src"));
    let heading = heading.unwrap_or("#src\ttgt\tsrc:pos");
    let names = heading.trim_start_matches('#').split('\t').map(|name| {
        let name = name.trim();
        match name {
            "src" => source,
            "tgt" => target,
            name => name,
        }
    });
    let names: Vec<&str> = names.collect();
    let status = names.iter().position(|name| *name == "term status");
    let rows = text.lines().enumerate();
    let rows = rows.filter(|(_, line)| !line.starts_with('#'));
    let rows = rows.map(|(at, line)| {
        let mut cells: Vec<&str> = line.split('\t').collect();
        if let (true, Some(status)) = (is_from_korean, status)
            && let Some(cell) = cells.get_mut(status)
            && cell.trim() == "forbidden"
        {
            *cell = "forbidden english";
        }
        (at + 1, cells)
    });
    let all = std::iter::once((0, names.clone())).chain(rows);
    Glossary::of_rows(all)
}

pub(super) fn write(
    entries: &[GlossaryEntry],
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "#UTX 1.11; {}/{}; {}; creator: Jjak {}",
        source.code(),
        source.other().code(),
        clock::now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        env!("CARGO_PKG_VERSION")
    )?;
    writeln!(out, "#src\ttgt\tsrc:pos\tterm status\tcomment")?;
    for GlossaryEntry { term, found } in entries {
        let [first, second] = match source {
            Lang::En => [&term.en, &term.ko],
            Lang::Ko => [&term.ko, &term.en],
        };
        let status = match (term.forbidden, found) {
            (Some(side), _) if side != source => "forbidden",
            // Of a word of the source it says that another is better.
            (Some(_), _) => "non-standard",
            (None, Some(_)) => "provisional",
            (None, None) => "approved",
        };
        let pos = part_of_speech(&term.part_of_speech);
        let cells = [first, second, pos, status, &term.note].map(|cell| plain(cell));
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}

/// As UTX and TBX name it.
pub(super) fn part_of_speech(name: &str) -> &'static str {
    match name.to_lowercase().replace([' ', '_', '-'], "").as_str() {
        "" => "",
        "noun" | "n" | "명사" => "noun",
        "propernoun" | "name" | "고유명사" => "properNoun",
        "verb" | "v" | "동사" => "verb",
        "adjective" | "adj" | "형용사" => "adjective",
        "adverb" | "adv" | "부사" => "adverb",
        _ => "other",
    }
}

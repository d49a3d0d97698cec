//! What the articles of a job say together: one name, one sentence in two ways.

use super::super::custom::{self, add_terms_beside};
use super::super::files::{self, Target};
use super::super::{Outcome, Stop};
use super::{Args, works};
use jjak_core::article::Lang;
use jjak_formats::project::Project;
use jjak_pipeline::job::check_together;
use serde::Serialize;
use std::path::Path;

/// Lists what is in two ways in two of its articles.
pub(super) fn check(path: &Path, args: &Args) -> Result<Outcome, Stop> {
    #[derive(Serialize)]
    struct Line<'a> {
        pair: u64,
        /// From 1.
        row: usize,
        check: &'a str,
        finding: String,
        en: String,
        ko: String,
        work: &'a Path,
    }
    let format = args.format.as_deref().unwrap_or("text");
    if !["text", "tsv", "json"].contains(&format) {
        return Err(Stop::Usage(format!(
            "--format {format}: the formats are text, tsv and json"
        )));
    }
    let works = works(path, args)?;
    let mut custom = custom::load();
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    add_terms_beside(&mut custom, path);
    let projects: Vec<&Project> = works.iter().map(|(.., project)| project).collect();
    let found = check_together(&projects, &custom.lexicon());
    let lines: Vec<Line> = found
        .iter()
        .filter_map(|((article, row), finding)| {
            let (pair, work, project) = works.get(*article)?;
            let text = |lang| {
                let texts: Vec<_> = project.bitext.texts(*row, lang).collect();
                texts.join(" ")
            };
            Some(Line {
                pair: *pair,
                row: row.number(),
                check: finding.check().as_str(),
                finding: finding.to_string(),
                en: text(Lang::En),
                ko: text(Lang::Ko),
                work,
            })
        })
        .collect();
    Target::Stdout.write(|out| match format {
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &lines)?;
            writeln!(out)
        }
        "tsv" => {
            writeln!(out, "pair\trow\tcheck\tfinding\ten\tko\twork")?;
            for line in &lines {
                let work = line.work.display().to_string();
                let cells = [line.check, &line.finding, &line.en, &line.ko, &work];
                let cells =
                    cells.map(|cell| cell.split(char::is_control).collect::<Vec<_>>().join(" "));
                writeln!(out, "{}\t{}\t{}", line.pair, line.row, cells.join("\t"))?;
            }
            Ok(())
        }
        _ => {
            writeln!(
                out,
                "{} findings over {} articles",
                lines.len(),
                works.len()
            )?;
            for line in &lines {
                writeln!(
                    out,
                    "pair {}, row {}: {} ({})",
                    line.pair, line.row, line.finding, line.check
                )?;
            }
            Ok(())
        }
    })?;
    Ok(if args.strict && !lines.is_empty() {
        Outcome::Warned
    } else {
        Outcome::of(args.strict)
    })
}

//! `jjak terms`: which words are said in which, found in pairs; and glossaries from one form into another.

mod options;

use super::bar::with_bar;
use super::files::{self, Target};
use super::outputs::keep_apart;
use super::sources::{self, Opened, texts};
use super::tell::{tell, warn};
use super::{Outcome, Stop, custom};
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::Glossary;
use jjak_core::extraction::{Candidate, Counts};
use jjak_formats::exchange::{GlossaryEntry, GlossaryFormat, write_glossary};
use jjak_pipeline::term_candidates::{KnownTerms, NAME, entry, tells_of_terms};
pub(crate) use options::PAGE;
use options::{Args, Names};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

fn run(args: Args) -> Result<Outcome, Stop> {
    if args.inputs.is_empty() && args.glossary.is_none() {
        return Err(Stop::usage(
            "give projects or bilingual files to find terms in, or a glossary to write in another form: --glossary terms.tbx -o terms.xlsx",
        ));
    }
    let outputs = args.outputs()?;
    let files = sources::files(&args.inputs)?;
    let mut read = files.clone();
    read.extend(args.glossary.clone());
    let targets: Vec<&Target> = outputs.iter().map(|(target, _)| target).collect();
    keep_apart(&targets, &read)?;
    let glossary = args.glossary.as_deref().map(files::read_glossary);
    let glossary = glossary.transpose()?;
    let (entries, source) = match (&glossary, files.is_empty()) {
        (Some(glossary), true) => (GlossaryEntry::all_of(glossary), Lang::En),
        _ => args.found(&files, glossary.as_ref())?,
    };
    args.write(&outputs, &entries, args.source.unwrap_or(source))?;
    Ok(Outcome::of(args.strict))
}

impl Args {
    /// Where the terms go, and in which form each.
    fn outputs(&self) -> Result<Vec<(Target, GlossaryFormat)>, Stop> {
        if self.outputs.is_empty() {
            let format = self.format.unwrap_or(GlossaryFormat::Tsv);
            return Ok(vec![(Target::Stdout, format)]);
        }
        let places = self.outputs.iter().cloned();
        let format_of = |place: PathBuf| match self.format.or(GlossaryFormat::of(&place)) {
            Some(format) => Ok((place.into(), format)),
            None => Err(Stop::Usage(format!(
                "-o {}: which format? End the name in .tsv, .csv, .xlsx, .tbx or .utx, or add --format",
                place.display()
            ))),
        };
        places.map(format_of).collect()
    }

    /// The terms of the pairs of all files that are not in the glossary.
    fn found(
        &self,
        files: &[PathBuf],
        glossary: Option<&Glossary>,
    ) -> Result<(Vec<GlossaryEntry>, Lang), Stop> {
        let works: Result<Vec<Opened>, Stop> = files
            .iter()
            .map(|file| sources::open(file, self.columns.as_ref(), false))
            .collect();
        let works = works?;
        let mut counts = Counts::default();
        let mut pairs = 0;
        self.each(&works, |[en, ko]| {
            counts.add(&en, &ko);
            pairs += 1;
            Ok(())
        })?;
        if pairs == 0 {
            return Err(Stop::failed(
                "none of the pairs is accepted; accept those that are right, or take all of them: --all",
            ));
        }
        let mut custom = custom::load();
        custom
            .glossary
            .extend(glossary.cloned().unwrap_or_default());
        let lexicon = custom.lexicon();
        let mut links = counts.often(self.least);
        with_bar("Finding terms", |progress| {
            let mut at = 0;
            self.each(&works, |[en, ko]| {
                progress
                    .at(at as f32 / pairs as f32)
                    .map_err(Stop::failed)?;
                at += 1;
                links.add(&en, &ko, &lexicon);
                Ok(())
            })
        })?;
        let known = KnownTerms::of(&custom.glossary);
        let found: Vec<Candidate> = links
            .candidates()
            .into_iter()
            .filter(|found| self.tells(found))
            .filter(|found| !known.holds(found))
            .take(self.most)
            .collect();
        let needed: HashSet<usize> = found.iter().map(|found| found.example).collect();
        let mut examples: HashMap<usize, [String; 2]> = HashMap::new();
        let mut at = 0;
        self.each(&works, |texts| {
            if needed.contains(&at) {
                examples.insert(at, texts);
            }
            at += 1;
            Ok(())
        })?;
        let mut entries: Vec<GlossaryEntry> = found
            .into_iter()
            .map(|found| {
                let example = examples.get(&found.example).cloned().unwrap_or_default();
                entry(found, example)
            })
            .collect();
        // Names apart, behind the terms.
        entries.sort_by_key(|entry| entry.term.part_of_speech == NAME);
        tell(format_args!("{} terms in {pairs} pairs", entries.len()));
        let source = works.first().map_or(Lang::En, |work| work.source);
        Ok((entries, source))
    }

    /// Gives the texts of every pair that tells of terms, through all works.
    fn each(
        &self,
        works: &[Opened],
        mut take: impl FnMut([String; 2]) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        for work in works {
            work.pairs.each(|bitext, _| {
                let beads = bitext.beads.numbered();
                for (row, _) in beads.filter(|(_, bead)| tells_of_terms(bead, self.all)) {
                    take(texts(bitext, row))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    fn tells(&self, found: &Candidate) -> bool {
        let by_name = match self.names {
            Names::Too => true,
            Names::No => !found.is_name,
            Names::Only => found.is_name,
        };
        by_name
            && found.confidence >= self.min_confidence
            && (!self.ways || !found.others.is_empty())
    }

    fn write(
        &self,
        outputs: &[(Target, GlossaryFormat)],
        entries: &[GlossaryEntry],
        source: Lang,
    ) -> Result<(), Stop> {
        for (target, format) in outputs {
            let lost = target.write(|out| write_glossary(entries, *format, source, out))?;
            if lost > 0 {
                warn(format_args!(
                    "{target}: {lost} forbidden words are left out, which TBX-Core has no word for"
                ));
            }
            if let Target::File(_) = target {
                tell(format_args!(
                    "{target}: {} terms written",
                    entries.len() - lost
                ));
            }
        }
        Ok(())
    }
}

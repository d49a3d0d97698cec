//! The likeliest counterparts of one text, for a person to choose from.

use super::table::why;
use super::{FoundText, Held, READ, Request, Text, read_all};
use jjak_core::article::{Lang, PerLang};
use jjak_core::matching::rank as rank_documents;
use jjak_core::progress::{Cancelled, Progress};
use std::path::{Path, PathBuf};

/// A text of the other language.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    pub path: PathBuf,
    /// The probability that the two belong together.
    pub score: f64,
    /// What speaks for it.
    pub why: String,
}

/// The counterparts of the text `of`, which is among those of the request, the likeliest first.
///
/// # Errors
/// [`Cancelled`], or inside it why the text cannot be compared.
pub fn rank(
    of: &Path,
    request: &Request,
    progress: &Progress,
) -> Result<Result<Vec<Ranked>, String>, Cancelled> {
    let held = read_all(request, &super::Given::new(), progress)?;
    let mut sides: PerLang<Vec<(&FoundText, Text)>> = Default::default();
    let mut wanted = Err("the text is not among those that were named".to_owned());
    for (found, held) in request.texts.iter().zip(held) {
        let is_wanted = found.name == of;
        match held {
            Held::Nothing(why) if is_wanted => wanted = Err(why),
            Held::Both if is_wanted => wanted = Err("the file holds both languages".to_owned()),
            Held::Nothing(_) | Held::Both => {}
            Held::Text(text) => {
                let side = &mut sides[text.lang];
                if is_wanted {
                    wanted = Ok((text.lang, side.len()));
                }
                side.push((found, text));
            }
        }
    }
    let (lang, at) = match wanted {
        Ok(wanted) => wanted,
        Err(why) => return Ok(Err(why)),
    };
    let [en, ko] = sides.each_mut().map(|side| {
        let documents = side.iter_mut();
        documents
            .map(|(_, text)| std::mem::take(&mut text.document))
            .collect::<Vec<_>>()
    });
    let pairs = rank_documents(
        &en,
        &ko,
        (lang, at),
        request.lexicon,
        request.threads,
        &progress.within(READ..1.0),
    )?;
    let others = &sides[lang.other()];
    let ranked = pairs.iter().filter_map(|pair| {
        let other = match lang {
            Lang::En => pair.ko,
            Lang::Ko => pair.en,
        };
        Some(Ranked {
            path: others.get(other)?.0.name.clone(),
            score: pair.score,
            why: why(pair),
        })
    });
    Ok(Ok(ranked.collect()))
}

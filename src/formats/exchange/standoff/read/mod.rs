//! Alignments that stand apart from the texts they align: InterText's, in TEI's manner, and XCES' `cesAlign`, which
//! OPUS uses. A link names the sentences of both texts by their ids.

mod links;
mod text;

use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning, Cell, Row};
use jjak_core::article::{BlockKind, Lang, PerLang};
use links::Link;
use std::collections::{HashMap, HashSet};
use text::Text;

/// The names of the texts, for [`crate::exchange::read::texts_of`].
pub(in crate::exchange) fn texts_of(alignment: &str) -> Result<Vec<String>, BilingualError> {
    let groups = links::read(alignment)?.groups;
    let names = groups.into_iter().flat_map(|group| [group.from, group.to]);
    Ok(names.collect())
}

/// Reads an alignment; `texts` are those that it names, in its order.
pub(in crate::exchange) fn read(
    alignment: &str,
    texts: &[String],
) -> Result<BilingualFile, BilingualError> {
    let mut alignment = links::read(alignment)?;
    let mut aligned = std::mem::take(&mut alignment.about);
    let (mut dangling, mut unlinked) = (0, 0);
    let mut offsets = PerLang([0; 2]);
    for (group, texts) in alignment.groups.into_iter().zip(texts.chunks_exact(2)) {
        let [from, to] = [0, 1].map(|side| group.ids(side).collect::<HashSet<&str>>());
        // Ids tell nothing of their side: an id of the one may be one of the other.
        let wanted = from.union(&to).copied().collect();
        let [from, to] = [&texts[0], &texts[1]].map(|text| Text::read(text, &wanted));
        let (from, to) = (from?, to?);
        let is_to_first = group.begins_with_to(&from.order(), &to.order());
        let (sides, is_to_english) = match (from.lang(), to.lang()) {
            (Some(Lang::En), Some(Lang::Ko)) => (PerLang([from, to]), false),
            (Some(Lang::Ko), Some(Lang::En)) => (PerLang([to, from]), true),
            _ => return Err(BilingualError::OtherLanguages),
        };
        let is_english_first = is_to_first == is_to_english;
        let counted = pair(
            &mut aligned,
            group.links,
            sides,
            is_english_first,
            &mut offsets,
        )?;
        dangling += counted.0;
        unlinked += counted.1;
    }
    aligned.warn(dangling, BilingualWarning::Dangling);
    aligned.warn(unlinked, BilingualWarning::Unlinked);
    Ok(aligned)
}

/// A row on its way: which sentences of each side it has.
struct Draft {
    sentences: PerLang<Vec<usize>>,
    row: Row,
}

/// Adds the rows of one pair of texts, the English first, and says how many links led nowhere and how many sentences had none.
fn pair(
    aligned: &mut BilingualFile,
    links: Vec<Link>,
    sides: PerLang<Text>,
    is_english_first: bool,
    offsets: &mut PerLang<usize>,
) -> Result<(usize, usize), BilingualError> {
    let order = PerLang(sides.each_ref().map(Text::order));
    let mut dangling = 0;
    let mut taken = PerLang::from_fn(|lang| vec![false; sides[lang].sentences.len()]);
    let mut drafts = Vec::with_capacity(links.len());
    for link in links {
        let [first, second] = link.ids;
        let halves = if is_english_first {
            [first, second]
        } else {
            [second, first]
        };
        let named = halves.iter().map(Vec::len).sum::<usize>();
        let mut sentences = PerLang([Vec::new(), Vec::new()]);
        for (lang, ids) in Lang::BOTH.into_iter().zip(halves) {
            let places = ids
                .iter()
                .filter_map(|id| order[lang].get(id.as_str()).copied());
            // A sentence is in one row; the first link that names it has it.
            sentences[lang] = places
                .filter(|&place| !std::mem::replace(&mut taken[lang][place], true))
                .collect();
            sentences[lang].sort_unstable();
        }
        dangling += usize::from(sentences.iter().map(Vec::len).sum::<usize>() < named);
        if sentences.iter().any(|side| !side.is_empty()) {
            let row = link.row;
            drafts.push(Draft { sentences, row });
        }
    }
    let unlinked = taken.iter().flatten().filter(|&&taken| !taken).count();
    let drafts = with_unlinked(in_english_order(drafts, &taken[Lang::En]), &taken[Lang::Ko]);
    for Draft { sentences, mut row } in drafts {
        for lang in Lang::BOTH {
            let text =
                |&place: &usize| (place + offsets[lang], sides[lang].sentences[place].as_str());
            *row.cell(lang) = Cell::of(sentences[lang].iter().map(text));
        }
        aligned.take_row(Ok(row))?;
    }
    for (lang, text) in Lang::BOTH.into_iter().zip(sides) {
        let starts = text.paragraphs.into_iter();
        let starts = starts.map(|(place, kind): (usize, BlockKind)| (place + offsets[lang], kind));
        aligned.paragraphs[lang].extend(starts);
        if offsets[lang] == 0 {
            aligned.provenance[lang] = text.provenance;
        }
        offsets[lang] += text.sentences.len();
    }
    Ok((dangling, unlinked))
}

/// The rows in the order of their English, with rows for English that no link speaks of; what has none stays below
/// the row it stood below.
fn in_english_order(drafts: Vec<Draft>, is_taken: &[bool]) -> Vec<Draft> {
    let mut above = None;
    let mut keyed: Vec<(Option<usize>, Draft)> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        above = draft.sentences[Lang::En].first().copied().or(above);
        keyed.push((above, draft));
    }
    let free = (0..is_taken.len()).filter(|&place| !is_taken[place]);
    keyed.extend(free.map(|place| {
        let sentences = PerLang([vec![place], Vec::new()]);
        let row = Row::default();
        (Some(place), Draft { sentences, row })
    }));
    keyed.sort_by_key(|&(above, _)| above);
    keyed.into_iter().map(|(_, draft)| draft).collect()
}

/// The rows with one for each Korean sentence that no link speaks of, below the row of the sentence before it.
fn with_unlinked(drafts: Vec<Draft>, is_taken: &[bool]) -> Vec<Draft> {
    let mut row_of: HashMap<usize, usize> = HashMap::with_capacity(is_taken.len());
    for (row, draft) in drafts.iter().enumerate() {
        row_of.extend(draft.sentences[Lang::Ko].iter().map(|&place| (place, row)));
    }
    let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    for (place, is_taken) in is_taken.iter().enumerate() {
        match is_taken {
            true => last = row_of.get(&place).copied(),
            false => below.entry(last).or_default().push(place),
        }
    }
    let alone = |places: Option<Vec<usize>>| {
        let places = places.unwrap_or_default().into_iter();
        places.map(|place| Draft {
            sentences: PerLang([Vec::new(), vec![place]]),
            row: Row::default(),
        })
    };
    let mut all: Vec<Draft> = alone(below.remove(&None)).collect();
    for (row, draft) in drafts.into_iter().enumerate() {
        all.push(draft);
        all.extend(alone(below.remove(&Some(row))));
    }
    all
}

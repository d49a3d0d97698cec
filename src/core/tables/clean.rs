//! The lists of boilerplate as the tables that `clean::lists` reads.

use crate::article::Reason;
use crate::clean::lists::gathered::{FILES, Gathered};
use crate::clean::lists::shipped::PATTERN;
use crate::clean::pattern::{Beginning, Pattern};
use crate::packed::{Filter, Rows, Texts};
use std::collections::BTreeMap;

/// The tables by their names.
///
/// # Errors
/// The pattern that has no room in a row.
pub fn tables() -> Result<[(&'static str, Vec<u8>); 8], String> {
    let mut lists = Gathered::default();
    for (reason, file) in FILES {
        lists.add(reason, file);
    }
    lists.add_site_words(jjak_assets::clean::NAMES);
    lists.add_roles(jjak_assets::clean::ROLES);
    let phrases = lists.phrases.iter().map(|(text, &entry)| {
        let heading = lists.headings.get(text);
        let heading = heading.map_or(0, |&reason| place(reason) + 1);
        let number = place(entry.reason) | u32::from(entry.sure) << 8 | heading << 16;
        (text.as_str(), number)
    });
    let counts = lists.words.iter();
    let counts = counts.map(|(word, &count)| (word.as_str(), count));
    let names = lists.site_words.iter().map(|word| (word.as_str(), 1));
    let roles = lists.roles.iter();
    let roles = roles.map(|(role, &sure)| (role.as_str(), u32::from(sure)));
    let begins = lists.patterns.floating.keys();
    let begins = begins.map(|first| first.telling().hash());
    let mut texts = Vec::new();
    Ok([
        ("clean-phrases", Texts::pack(phrases)),
        ("clean-words", Texts::pack(counts)),
        ("clean-site-words", Texts::pack(names)),
        ("clean-roles", Texts::pack(roles)),
        (
            "clean-anchored",
            patterns(&lists.patterns.anchored, &mut texts)?,
        ),
        (
            "clean-floating",
            patterns(&lists.patterns.floating, &mut texts)?,
        ),
        ("clean-begins", Filter::pack(begins)),
        ("clean-patterns", texts),
    ])
}

fn patterns(
    by_beginning: &BTreeMap<Beginning, Vec<Pattern>>,
    texts: &mut Vec<u8>,
) -> Result<Vec<u8>, String> {
    let mut rows = Vec::new();
    for (first, patterns) in by_beginning {
        for pattern in patterns {
            let text = pattern.text.as_bytes();
            let fault = |_| format!("no room for the pattern {}", pattern.text);
            let mut bytes = first.hash().to_le_bytes().to_vec();
            bytes.extend(u32::try_from(texts.len()).map_err(fault)?.to_le_bytes());
            bytes.extend(u16::try_from(text.len()).map_err(fault)?.to_le_bytes());
            bytes.extend(u16::try_from(pattern.rank).map_err(fault)?.to_le_bytes());
            // Far more than is ever asked for.
            bytes.push(pattern.letters.min(255) as u8);
            bytes.push(place(pattern.entry.reason) as u8);
            bytes.push(u8::from(pattern.entry.sure) | u8::from(pattern.opens_list) << 1);
            rows.push(super::row::<PATTERN>(&bytes));
            texts.extend(text);
        }
    }
    Ok(Rows::pack(rows))
}

/// The place of a reason among all.
fn place(reason: Reason) -> u32 {
    let before = Reason::ALL.iter().take_while(|&&other| other != reason);
    before.count() as u32
}

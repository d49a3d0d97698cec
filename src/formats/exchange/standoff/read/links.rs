//! The alignment itself: groups of links, each of two texts.

use crate::exchange::pairs::MAX_TEXTS;
use crate::exchange::pairs::elements::{Elements, walk_text};
use crate::exchange::pairs::{BilingualError, BilingualFile, Row};
use jjak_core::bitext::State;
use jjak_core::xml::{attribute, ours};
use quick_xml::events::BytesStart;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The links of two texts.
pub(super) struct Group {
    /// The names of the texts, as the file writes them.
    pub from: String,
    pub to: String,
    /// Whether the first ids of a link are of `to`: so in InterText, the other way round in XCES.
    is_to_first: bool,
    pub links: Vec<Link>,
}

pub(super) struct Link {
    /// As the file orders them.
    pub ids: [Vec<String>; 2],
    pub row: Row,
}

#[derive(Default)]
pub(super) struct Links {
    pub groups: Vec<Group>,
    /// What is said of all.
    pub about: BilingualFile,
    is_ces: bool,
}

/// Reads an alignment.
///
/// # Errors
/// [`BilingualError`].
pub(super) fn read(xml: &str) -> Result<Links, BilingualError> {
    let mut links = Links::default();
    walk_text(xml, &mut links)?;
    if links.groups.is_empty() {
        return Err(BilingualError::Empty);
    }
    Ok(links)
}

impl Group {
    /// The ids that its links give for one half of them.
    pub(super) fn ids(&self, half: usize) -> impl Iterator<Item = &str> {
        let ids = self.links.iter().flat_map(move |link| &link.ids[half]);
        ids.map(String::as_str)
    }

    /// Whether the first ids of its links are of `to`: as the format has it, unless the ids themselves say
    /// otherwise. `from` and `to` hold the sentences of the texts by their ids.
    pub(super) fn begins_with_to(
        &self,
        from: &HashMap<&str, usize>,
        to: &HashMap<&str, usize>,
    ) -> bool {
        let known = |half, of: &HashMap<&str, usize>| {
            self.ids(half).filter(|id| of.contains_key(id)).count()
        };
        let to_first = known(0, to) + known(1, from);
        let from_first = known(0, from) + known(1, to);
        match to_first.cmp(&from_first) {
            Ordering::Equal => self.is_to_first,
            more => more.is_gt(),
        }
    }
}

impl Elements for Links {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError> {
        let value = |name| attribute(element, name);
        if above.is_empty() {
            self.is_ces = name == "cesalign";
        }
        match name {
            "linkgrp" => {
                if self.groups.len() >= MAX_TEXTS {
                    return Err(BilingualError::TooManyTexts);
                }
                // InterText's files are one group; TEI's own name the texts in the group, too.
                let (Some(from), Some(to)) = (value("fromdoc"), value("todoc")) else {
                    return Err(BilingualError::NoTexts);
                };
                self.groups.push(Group {
                    from,
                    to,
                    is_to_first: !self.is_ces,
                    links: Vec::new(),
                });
                for (name, value) in ours(element) {
                    self.about.take_about(&name, &value);
                }
            }
            "link" => {
                if let Some(group) = self.groups.last_mut() {
                    group.links.push(link(element));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn link(element: &BytesStart) -> Link {
    let value = |name| attribute(element, name);
    let targets = value("xtargets").unwrap_or_default();
    let (first, second) = targets.split_once(';').unwrap_or((&targets, ""));
    let ids = [first, second].map(|ids| ids.split_whitespace().map(str::to_owned).collect());
    let mut row = Row::default();
    if let Some(score) = value("certainty").and_then(|score| score.parse().ok()) {
        row.take_hunalign_score(score);
    }
    match (value("status").as_deref(), value("mark").as_deref()) {
        (_, Some(mark)) if mark != "0" => row.state = State::Flagged,
        (Some("man"), _) => row.state = State::Accepted,
        _ => {}
    }
    row.take_all(ours(element));
    Link { ids, row }
}

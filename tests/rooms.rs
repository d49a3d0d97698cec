//! Within a crate, too, what rooms use goes one way: no two of them need each other, directly or around others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The folders of crates whose rooms are looked at.
const CRATES: [&str; 7] = [
    "core",
    "formats",
    "pipeline",
    "cli",
    "review",
    "workbench",
    "python",
];

/// A module, from the crate's root: `exchange::tmx::read`; the root is empty.
type Room = Vec<String>;

/// Of the rooms within one, which use which others beside them; a file of either is named for each.
type Uses = BTreeMap<Room, BTreeMap<String, BTreeMap<String, [String; 2]>>>;

#[test]
fn no_rooms_go_in_a_circle() {
    let mut circles = Vec::new();
    for name in CRATES {
        for (room, uses) in uses(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name)) {
            if let Some(circle) = circle(&uses) {
                let place = [&[name.to_owned()][..], &room].concat().join("::");
                circles.push(format!("in {place}: {circle}"));
            }
        }
    }
    assert!(
        circles.is_empty(),
        "rooms use each other in a circle; what both need belongs in a room below them:\n{}",
        circles.join("\n")
    );
}

#[test]
fn a_circle_is_told_by_the_names_of_its_rooms() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    file("lib.rs", "mod a; mod b; mod c;");
    file("a/mod.rs", "mod one; mod two; use crate::b::B;");
    file("a/one.rs", "use super::{two::Two, A};");
    file(
        "a/two.rs",
        "// use super::one;\n#[cfg(test)]\nmod tests { use super::super::one::One; }",
    );
    file("b.rs", "fn b() { crate::c::inner::c() }");
    file("c/mod.rs", "pub mod inner;");
    file("c/inner.rs", "use std::fmt;");
    let told = |room: &str| {
        let uses = uses(folder.path());
        let room: Room = room
            .split("::")
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        uses.get(&room).and_then(circle)
    };
    assert_eq!((told(""), told("a")), (None, None));
    file("c/inner.rs", "use crate::{\n    a::{one as first, A},\n};");
    let said = told("").unwrap();
    assert_eq!(
        said,
        "a -> b (a uses b), b -> c (b uses c::inner), c -> a (c::inner uses a::one)"
    );
    file("a/two.rs", "use super::one::One;");
    assert!(told("a").unwrap().contains("two -> one"));
}

/// What the files in `folder`, a crate's, use of each other.
fn uses(folder: &Path) -> Uses {
    let mut files = BTreeMap::new();
    gather(folder, &mut Vec::new(), &mut files);
    let mut uses = Uses::new();
    for (room, text) in &files {
        for path in paths(text, room) {
            let used = (0..=path.len()).rev().map(|length| &path[..length]);
            let Some(used) = used.into_iter().find(|used| files.contains_key(*used)) else {
                continue;
            };
            let shared = room.iter().zip(used).take_while(|(a, b)| a == b).count();
            // What is around a room it may use, and what is within it.
            let (Some(from), Some(to)) = (room.get(shared), used.get(shared)) else {
                continue;
            };
            let uses = uses.entry(room[..shared].to_vec()).or_default();
            let uses = uses.entry(from.clone()).or_default();
            uses.entry(to.clone())
                .or_insert_with(|| [room.join("::"), used.join("::")]);
        }
    }
    uses
}

/// The files below `folder` by their modules, without what only tests need.
fn gather(folder: &Path, room: &mut Room, files: &mut BTreeMap<Room, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            room.push(stem);
            gather(&path, room, files);
            room.pop();
        } else if path.extension().is_some_and(|end| end == "rs") && stem != "build" {
            let mut own = room.clone();
            if !matches!(stem.as_str(), "mod" | "lib") {
                own.push(stem);
            }
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            let lines = text
                .lines()
                .map(|line| line.split("//").next().unwrap_or_default());
            files.insert(own, lines.collect::<Vec<_>>().join("\n"));
        }
    }
}

/// The paths in `text`, a file of `room`, that begin at the crate's root or at the room around.
fn paths(mut text: &str, room: &[String]) -> Vec<Room> {
    let mut found = Vec::new();
    while let Some(at) = text.find("::") {
        let (before, after) = (&text[..at], &text[at + 2..]);
        let around = &room[..room.len().saturating_sub(1)];
        text = match before.rsplit(|c| !is_name(c)).next() {
            Some("crate") => tree(after, Vec::new(), &mut found),
            Some("super") => tree(after, around.to_vec(), &mut found),
            _ => after,
        };
    }
    found
}

/// Adds the paths that go on from `before`; the text behind them.
fn tree<'t>(text: &'t str, mut before: Room, found: &mut Vec<Room>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut text) = text.strip_prefix('{') {
        loop {
            text = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            match text.strip_prefix('}') {
                Some(rest) => return rest,
                None if text.is_empty() => return text,
                None => {
                    let rest = tree(text, before.clone(), found);
                    // Perhaps `as` another name.
                    text = rest.trim_start_matches(|c| !matches!(c, ',' | '}'));
                }
            }
        }
    }
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    match name {
        "super" => drop(before.pop()),
        _ => before.push(name.to_owned()),
    }
    if let Some(rest) = rest.strip_prefix("::") {
        return tree(rest, before, found);
    }
    found.push(before);
    rest
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The shortest way that leads back to where it began, in words.
fn circle(uses: &BTreeMap<String, BTreeMap<String, [String; 2]>>) -> Option<String> {
    let ways = uses.keys().filter_map(|start| way_back(uses, start));
    let shortest = ways.min_by_key(Vec::len)?;
    let steps = shortest.iter().map(|(from, to)| {
        let [user, used] = &uses[from][to];
        format!("{from} -> {to} ({user} uses {used})")
    });
    Some(steps.collect::<Vec<_>>().join(", "))
}

fn way_back(
    uses: &BTreeMap<String, BTreeMap<String, [String; 2]>>,
    start: &str,
) -> Option<Vec<(String, String)>> {
    let mut ways = vec![vec![start.to_owned()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in &ways {
            for next in uses
                .get(way.last()?)
                .into_iter()
                .flatten()
                .map(|(next, _)| next)
            {
                let way = [way, &[next.clone()][..]].concat();
                if next == start {
                    let steps = way
                        .windows(2)
                        .map(|step| (step[0].clone(), step[1].clone()));
                    return Some(steps.collect());
                }
                if seen.insert(next.clone()) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

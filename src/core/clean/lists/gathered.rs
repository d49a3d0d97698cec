//! What list files say, as they are read: those of the program when it is built, a user's when it runs.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::article::Reason;
use crate::clean::entry::{Entry, entries, fold, key, plain_words};
use crate::clean::lists::patterns::Patterns;
use jjak_assets::clean as assets;
use std::collections::{BTreeMap, BTreeSet};

/// The files that give a reason, in the order of their precedence.
pub const FILES: [(Reason, &str); 18] = [
    (Reason::WireMark, assets::WIRE_MARK),
    (Reason::SceneBreak, assets::SCENE_BREAK),
    (Reason::Credit, assets::CREDIT),
    (Reason::Copyright, assets::COPYRIGHT),
    (Reason::Tip, assets::TIP),
    (Reason::Byline, assets::BYLINE),
    (Reason::Date, assets::DATE),
    (Reason::Advertisement, assets::ADVERTISEMENT),
    (Reason::Ranking, assets::RANKING),
    (Reason::Related, assets::RELATED),
    (Reason::Keywords, assets::KEYWORDS),
    (Reason::Hashtags, assets::HASHTAGS),
    (Reason::Reaction, assets::REACTION),
    (Reason::Subscription, assets::SUBSCRIPTION),
    (Reason::Share, assets::SHARE),
    (Reason::SiteInfo, assets::SITE_INFO),
    (Reason::Email, assets::EMAIL),
    (Reason::Navigation, assets::NAVIGATION),
];

#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// By their letters, without spaces.
    pub phrases: BTreeMap<String, Entry>,
    /// The phrases that open a list.
    pub headings: BTreeMap<String, Reason>,
    pub patterns: Patterns,
    /// In how many entries each word stands.
    pub words: BTreeMap<String, u32>,
    pub site_words: BTreeSet<String>,
    /// Words that follow a reporter's name, and whether nobody else bears them.
    pub roles: BTreeMap<String, bool>,
}

impl Gathered {
    /// Adds words that follow a reporter's name (`? ` before those that others bear too).
    pub fn add_roles(&mut self, file: &str) {
        for line in entries(file) {
            let (role, sure) = line
                .strip_prefix("? ")
                .map_or((line, true), |role| (role, false));
            self.roles.insert(key(role), sure);
        }
    }

    /// Adds words that make the name of a site.
    pub fn add_site_words(&mut self, file: &str) {
        self.site_words.extend(entries(file).map(key));
    }

    /// Adds the lines of a list file (its form is described in `assets/clean/navigation.txt`). What stands
    /// in several files belongs to the first one added.
    pub fn add(&mut self, reason: Reason, file: &str) {
        for line in entries(file) {
            let (mark, text) = match line.split_once(' ') {
                Some((mark @ ("?" | "+"), text)) => (mark, text),
                _ => ("", line),
            };
            let entry = Entry {
                reason,
                sure: mark != "?",
            };
            let opens_list = mark == "+";
            let text = fold(text.trim());
            if text.trim_matches('*').is_empty() {
                continue;
            }
            for word in plain_words(&text) {
                *self.words.entry(word.to_owned()).or_default() += 1;
            }
            if text.contains('*') {
                self.patterns.add(&text, entry, opens_list);
                continue;
            }
            let key = key(&text);
            if opens_list {
                self.headings.entry(key.clone()).or_insert(reason);
            }
            self.phrases.entry(key).or_insert(entry);
        }
    }
}

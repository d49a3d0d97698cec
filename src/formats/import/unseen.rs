//! What a page's markup keeps from its reader: text that is read all the same and stays excluded, so that nothing of a
//! page is lost, and that is the article where the page hides that.

use super::piece::Piece;
use dom_query::{Document, NodeId, NodeRef};
use std::collections::HashMap;

/// Text of a hidden part that outweighs the visible page makes it the article only from here on (bytes).
const MIN_ARTICLE: usize = 400;

/// Why an element is not seen; the rule's name where its text is excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unseen {
    /// Nothing in it is text.
    NoText,
    /// `hidden`, `display: none`, `visibility: hidden`.
    Hidden,
    /// For screen readers alone.
    ScreenReader,
    /// For browsers that run no scripts.
    NoScript,
    Template,
    /// Choices and contents of form fields.
    FormField,
    /// What names the parts of a drawing, and what stands for media that cannot be played.
    Fallback,
}

impl Unseen {
    pub(super) fn rule(self) -> &'static str {
        match self {
            Unseen::NoText => "no-text",
            Unseen::Hidden => "hidden",
            Unseen::ScreenReader => "screen-reader",
            Unseen::NoScript => "noscript",
            Unseen::Template => "template",
            Unseen::FormField => "form-field",
            Unseen::Fallback => "fallback",
        }
    }

    /// Why the element itself is not seen, whatever is around it.
    pub(super) fn of(node: &NodeRef, name: &str) -> Option<Unseen> {
        match name {
            "head" | "script" | "style" | "iframe" | "embed" | "input" | "map" | "img"
            | "source" => return Some(Unseen::NoText),
            "noscript" => return Some(Unseen::NoScript),
            "template" => return Some(Unseen::Template),
            "select" | "textarea" | "datalist" => return Some(Unseen::FormField),
            "svg" | "object" | "canvas" | "audio" | "video" | "annotation" | "annotation-xml" => {
                return Some(Unseen::Fallback);
            }
            _ => {}
        }
        if node.has_attr("hidden") || node.attr("style").is_some_and(|style| hides(&style)) {
            return Some(Unseen::Hidden);
        }
        let class = node.class()?;
        let mut classes = class.split_ascii_whitespace();
        classes
            .any(is_for_screen_readers)
            .then_some(Unseen::ScreenReader)
    }
}

fn hides(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_for_screen_readers(class: &str) -> bool {
    matches!(
        class,
        "sr-only"
            | "visually-hidden"
            | "visuallyhidden"
            | "screen-reader-text"
            | "blind"
            | "a11y-hidden"
            | "u_skip"
    )
}

/// Puts the parts that a server sent after the page, hidden, to where the page's script would move them, as React's
/// streams do: `<template id="B:0">` marks the place of `<div hidden id="S:0">`.
pub(super) fn assemble(document: &Document) {
    let mut places = HashMap::new();
    let mut parts = Vec::new();
    let mut nodes = vec![document.root()];
    while let Some(node) = nodes.pop() {
        if let Some(id) = node.attr("id") {
            if let Some(place) = id.strip_prefix("B:").filter(|_| node.has_name("template")) {
                places.insert(place.to_owned(), node);
            } else if let Some(part) = id.strip_prefix("S:").filter(|_| node.has_attr("hidden")) {
                parts.push((part.to_owned(), node));
            }
        }
        nodes.extend(node.children_it(true));
    }
    for (name, part) in parts {
        part.remove_attr("hidden");
        if let Some(place) = places.get(&name)
            && !part.ancestors(None).iter().any(|node| node.id == place.id)
        {
            place.insert_before(&part);
        }
    }
}

/// Shows the hidden part that outweighs what the page shows, if there is one; says which rule had hidden it.
pub(super) fn reveal(document: &Document, pieces: &[Piece]) -> Option<&'static str> {
    let running = |piece: &Piece| {
        if piece.is_running() {
            piece.text.len()
        } else {
            0
        }
    };
    let mut visible = 0;
    let mut hidden: Vec<(NodeId, &'static str, usize)> = Vec::new();
    for piece in pieces {
        match (piece.unseen, hidden.last_mut()) {
            (None, _) => visible += running(piece),
            (Some(unseen), Some((root, _, bytes))) if *root == unseen.root => {
                *bytes += running(piece);
            }
            (Some(unseen), _) => hidden.push((unseen.root, unseen.rule, running(piece))),
        }
    }
    let (root, rule, bytes) = hidden.into_iter().max_by_key(|(_, _, bytes)| *bytes)?;
    if bytes <= visible || bytes < MIN_ARTICLE {
        return None;
    }
    let node = document.tree.get(&root)?;
    if !may_hold_article(&node) {
        return None;
    }
    show(&node);
    Some(rule)
}

/// The nodes within `node`; those of a template stand apart from it.
pub(super) fn children<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let contents = node
        .element_ref()
        .and_then(|element| element.template_contents);
    match contents.and_then(|contents| node.tree.get(&contents)) {
        Some(contents) => contents.children_it(false).collect(),
        None => node.children_it(false).collect(),
    }
}

/// Consent and sign-up dialogs wait hidden, too.
fn may_hold_article(node: &NodeRef) -> bool {
    const OTHERS: [&str; 12] = [
        "cookie",
        "consent",
        "gdpr",
        "privacy",
        "terms",
        "login",
        "signup",
        "newsletter",
        "comment",
        "menu",
        "nav",
        "footer",
    ];
    let says = |attribute: &str| {
        node.attr(attribute).is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            OTHERS.iter().any(|other| value.contains(other))
        })
    };
    !(says("id") || says("class") || says("aria-label"))
}

fn show(node: &NodeRef) {
    node.remove_attr("hidden");
    if node.attr("style").is_some_and(|style| hides(&style)) {
        node.remove_attr("style");
    }
    if node
        .class()
        .is_some_and(|class| class.split_ascii_whitespace().any(is_for_screen_readers))
    {
        node.remove_attr("class");
    }
    if node.has_name("noscript") || node.has_name("template") {
        let contents: Vec<NodeId> = children(node).iter().map(|child| child.id).collect();
        node.rename("div");
        for child in contents {
            node.append_child(&child);
        }
    }
}

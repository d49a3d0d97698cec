//! A web page as its visible pieces of text in order: one for each paragraph, heading, list item, caption or cell.

use super::frames::{self, Frame, Tag, Totals};
use super::piece::{Hidden, Piece};
use super::traits::Traits;
use super::unseen::{Unseen, children};
use dom_query::{Document, NodeRef};
use jjak_core::article::BlockKind;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A page's text, and the elements that hold it; the first is the page.
#[derive(Debug)]
pub(super) struct Page {
    pub pieces: Vec<Piece>,
    pub frames: Vec<Frame>,
}

/// The pieces of `document` in order. Nothing of its text is left out; what the markup hides follows the paragraph
/// that it stands in, and says so. Scripts and styles are no text.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    page(document).pieces
}

/// [`pieces`], with what is around them.
pub(super) fn page(document: &Document) -> Page {
    let (mut walk, _) = walk(document, &[]);
    frames::total(&mut walk.frames);
    Page {
        pieces: walk.pieces,
        frames: walk.frames,
    }
}

/// [`pieces`], with the first piece of the element that each of `anchors` names by its `id`; an empty one names the
/// beginning.
pub(super) fn pieces_with_anchors(
    document: &Document,
    anchors: &[&str],
) -> (Vec<Piece>, Vec<Option<usize>>) {
    let (walk, places) = walk(document, anchors);
    (walk.pieces, places)
}

fn walk(document: &Document, anchors: &[&str]) -> (Walk, Vec<Option<usize>>) {
    let mut places: Vec<Option<usize>> = anchors
        .iter()
        .map(|anchor| anchor.is_empty().then_some(0))
        .collect();
    let by_id: HashMap<&str, usize> = anchors.iter().copied().zip(0..).collect();
    let root = document.root();
    let mut walk = Walk::new();
    // Not recursive: a page may be nested deeper than the stack is.
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if node.is_element()
                    && let Some(unseen) = why_unseen(&node, &name)
                {
                    if unseen != Unseen::NoText {
                        walk.hidden.extend(hidden_pieces(&node, unseen.rule()));
                    }
                    continue;
                }
                let role = Role::of(&node, &name);
                walk.enter(role, &node, &name);
                if !by_id.is_empty()
                    && let Some(id) = node.attr("id")
                    && let Some(&at) = by_id.get(&*id)
                {
                    places[at].get_or_insert(walk.pieces.len());
                }
                steps.push(Step::Leave(role));
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Leave(role) => walk.leave(role),
        }
    }
    walk.flush();
    (walk, places)
}

/// The text of an element that is not seen, as pieces.
fn hidden_pieces(hidden: &NodeRef, rule: &'static str) -> Vec<Piece> {
    let mut walk = Walk::new();
    let mut steps: Vec<Step> = children(hidden)
        .into_iter()
        .rev()
        .map(Step::Enter)
        .collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if node.is_element() && why_unseen(&node, &name) == Some(Unseen::NoText) {
                    continue;
                }
                let role = Role::of(&node, &name);
                walk.enter(role, &node, &name);
                steps.push(Step::Leave(role));
                steps.extend(children(&node).into_iter().rev().map(Step::Enter));
            }
            Step::Leave(role) => walk.leave(role),
        }
    }
    walk.flush();
    for piece in &mut walk.pieces {
        piece.frame = 0;
        piece.unseen = Some(Hidden {
            root: hidden.id,
            rule,
        });
    }
    walk.pieces
}

/// Why an element is not seen, if it is not. The mark that leads to a note is no text, as in other documents.
fn why_unseen(node: &NodeRef, name: &str) -> Option<Unseen> {
    if is_book(node, &["noteref"]) {
        return Some(Unseen::NoText);
    }
    Unseen::of(node, name)
}

/// How large a document is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    /// How deep its elements are nested.
    pub depth: usize,
    pub elements: usize,
    /// Bytes that are looked through to write it as HTML: html5ever looks through the rest of a text at each of the
    /// letters that may have to be escaped.
    pub escaping: u64,
}

impl Extent {
    pub(super) fn of(document: &Document) -> Extent {
        let mut extent = Extent::default();
        let mut nodes = vec![(document.root(), 0)];
        while let Some((node, depth)) = nodes.pop() {
            extent.depth = extent.depth.max(depth);
            extent.elements += usize::from(node.is_element());
            if node.is_text() {
                extent.add_text(&node.text());
            }
            for attribute in node.attrs() {
                extent.add_text(&attribute.value);
            }
            nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
        }
        extent
    }

    fn add_text(&mut self, text: &str) {
        // The first byte of a no-break space is that of other letters, too.
        let special = text.bytes().filter(|byte| matches!(byte, b'&' | 0xC2));
        let bytes = special.count() as u64 * text.len() as u64;
        self.escaping = self.escaping.saturating_add(bytes);
    }
}

/// The most elements that are open at once, counted from the tags before anything is built of them. Elements that
/// end by themselves are not counted.
pub(super) fn open_elements(html: &str) -> usize {
    const ENDING: [&str; 32] = [
        "p", "li", "dd", "dt", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot",
        "br", "img", "hr", "input", "meta", "link", "source", "area", "base", "col", "colgroup",
        "embed", "param", "track", "wbr", "rp", "rt", "html", "head", "body",
    ];
    let (mut open, mut most) = (0usize, 0usize);
    for tag in html.split('<').skip(1) {
        let (closes, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = &name[..end];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || ENDING
                .iter()
                .any(|ending| name.eq_ignore_ascii_case(ending))
        {
            continue;
        }
        open = if closes {
            open.saturating_sub(1)
        } else {
            open + 1
        };
        most = most.max(open);
    }
    most
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Role),
}

/// What an element does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Inline,
    /// A link: apart from the one before it.
    Link,
    /// Apart from whatever stands beside it.
    Button,
    Break,
    /// Begins and ends a piece, of this kind unless the one around it is special.
    Block(Option<BlockKind>),
}

impl Role {
    fn of(node: &NodeRef, name: &str) -> Role {
        if is_caption(node) {
            return Role::Block(Some(BlockKind::Caption));
        }
        if is_book(node, &["footnote", "endnote", "rearnote"]) {
            return Role::Block(Some(BlockKind::Footnote));
        }
        match name {
            "br" => Role::Break,
            "button" => Role::Button,
            "a" | "label" => Role::Link,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block(Some(BlockKind::Heading)),
            "li" | "dd" | "dt" => Role::Block(Some(BlockKind::ListItem)),
            "figcaption" | "caption" => Role::Block(Some(BlockKind::Caption)),
            "td" | "th" => Role::Block(Some(BlockKind::Cell)),
            "blockquote" => Role::Block(Some(BlockKind::Quote)),
            "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav"
            | "aside" | "figure" | "ul" | "ol" | "dl" | "table" | "thead" | "tbody" | "tfoot"
            | "tr" | "form" | "fieldset" | "address" | "pre" | "hr" | "body" | "html"
            | "details" | "summary" | "dialog" | "center" | "legend" | "hgroup" | "menu"
            | "option" => Role::Block(None),
            _ => Role::Inline,
        }
    }
}

/// Captions that portals put into an inline element beside the lead, such as Naver's `em.img_desc`.
fn is_caption(node: &NodeRef) -> bool {
    node.class().is_some_and(|classes| {
        classes.split_ascii_whitespace().any(|class| {
            let class = class.to_ascii_lowercase();
            matches!(
                class.as_str(),
                "img_desc"
                    | "img_caption"
                    | "image_caption"
                    | "photo_caption"
                    | "photo_desc"
                    | "caption"
                    | "txt_caption"
                    | "img-caption"
                    | "image-caption"
                    | "photo-caption"
                    | "wp-caption-text"
                    | "tit-cap"
                    | "cap"
            )
        })
    })
}

/// Whether a book says that an element is one of `kinds` (EPUB 3 Structural Semantics, DPub-ARIA).
fn is_book(node: &NodeRef, kinds: &[&str]) -> bool {
    ["epub:type", "role"].iter().any(|attribute| {
        node.attr(attribute).is_some_and(|said| {
            let mut words = said.split_ascii_whitespace();
            words.any(|word| kinds.contains(&word.strip_prefix("doc-").unwrap_or(word)))
        })
    })
}

struct Walk {
    pieces: Vec<Piece>,
    text: String,
    /// Bytes of `text` inside links.
    linked: usize,
    kinds: Vec<BlockKind>,
    frames: Vec<Frame>,
    frame: usize,
    links: usize,
    after_link: bool,
    tight: bool,
    /// What the last piece was.
    last: Option<BlockKind>,
    /// Hidden within the paragraph that is being read.
    hidden: Vec<Piece>,
}

impl Walk {
    fn new() -> Walk {
        Walk {
            pieces: Vec::new(),
            text: String::new(),
            linked: 0,
            kinds: vec![BlockKind::Body],
            frames: vec![Frame::default()],
            frame: 0,
            links: 0,
            after_link: false,
            tight: false,
            last: None,
            hidden: Vec::new(),
        }
    }

    fn open_frame(&mut self, node: &NodeRef, name: &str) {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        if let Some(class) = node.class() {
            let plain = |c: &char| !c.is_ascii_digit();
            class
                .chars()
                .filter(plain)
                .for_each(|c| c.hash(&mut hasher));
        }
        let own = hasher.finish();
        let around = self.frames.get(self.frame);
        let (depth, kind) = around.map_or((0, 0), |around| (around.depth + 1, around.own));
        (own, kind).hash(&mut hasher);
        self.frames.push(Frame {
            parent: self.frame,
            depth,
            tag: Tag::of(name),
            traits: Traits::of(node, name),
            own,
            signature: hasher.finish(),
            totals: Totals::default(),
        });
        self.frame = self.frames.len() - 1;
    }

    fn push(&mut self, text: &str) {
        let before = self.text.len();
        for c in text.chars() {
            if !c.is_whitespace() {
                self.text.push(c);
                self.after_link = false;
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
        if self.links > 0 {
            self.linked += self.text.len() - before;
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            let kept = self.text.trim_end().len();
            self.text.truncate(kept);
            self.text.push_str("  ");
        }
    }

    fn enter(&mut self, role: Role, node: &NodeRef, name: &str) {
        match role {
            Role::Block(kind) => {
                self.flush();
                self.open_frame(node, name);
                let around = self.kinds.last().copied().unwrap_or_default();
                self.kinds.push(kind.unwrap_or(around));
            }
            Role::Link => {
                if self.after_link {
                    self.gap();
                }
                self.links += 1;
            }
            Role::Button => {
                self.gap();
                self.links += 1;
            }
            Role::Inline if self.after_link => self.gap(),
            Role::Break => {
                self.tight = self.flush() || !self.tight;
            }
            Role::Inline => {}
        }
    }

    fn leave(&mut self, role: Role) {
        match role {
            Role::Block(_) => {
                self.flush();
                self.tight = false;
                self.kinds.pop();
                if let Some(frame) = self.frames.get(self.frame) {
                    self.frame = frame.parent;
                }
            }
            Role::Link | Role::Button => {
                self.links -= 1;
                self.after_link = true;
            }
            Role::Break | Role::Inline => {}
        }
    }

    /// Ends the piece; whether there was one.
    fn flush(&mut self) -> bool {
        let ended = self.flush_visible();
        self.pieces.append(&mut self.hidden);
        ended
    }

    fn flush_visible(&mut self) -> bool {
        self.after_link = false;
        let linked = std::mem::take(&mut self.linked);
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if text.is_empty() {
            return false;
        }
        let kind = self.kinds.last().copied().unwrap_or_default();
        let in_list =
            matches!(kind, BlockKind::ListItem | BlockKind::Cell) && self.last == Some(kind);
        self.last = Some(kind);
        let piece = Piece {
            text: text.to_owned(),
            kind,
            tight: self.tight || in_list,
            is_link: linked * 10 >= text.len() * 9,
            linked: linked.min(text.len()),
            frame: self.frame,
            unseen: None,
        };
        if let Some(frame) = self.frames.get_mut(self.frame) {
            let is_running = piece.is_running();
            frame.totals.add(Totals {
                pieces: 1,
                bytes: piece.text.len(),
                linked: piece.linked,
                running: if is_running { piece.text.len() } else { 0 },
            });
        }
        self.pieces.push(piece);
        self.tight = false;
        true
    }
}

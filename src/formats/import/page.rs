//! A web page as its visible pieces of text in order: one for each paragraph, heading, list item, caption or cell.

use dom_query::{Document, NodeId, NodeRef};
use jjak_core::article::BlockKind;
use std::collections::HashMap;

/// A visible piece of text.
#[derive(Debug)]
pub(super) struct Piece {
    /// With single spaces, and two between buttons and links that stand side by side.
    pub text: String,
    pub kind: BlockKind,
    /// Follows the piece before without an empty line, as after `<br>` or within a list.
    pub tight: bool,
    /// All of it is a link or a button.
    pub is_link: bool,
    /// The element around it, for telling which pieces stand side by side.
    pub container: NodeId,
}

/// The pieces of `document` in order. Nothing visible is left out; scripts, form fields and what the markup
/// hides are.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    pieces_with_anchors(document, &[]).0
}

/// [`pieces`], with the first piece of the element that each of `anchors` names by its `id`; an empty one names the
/// beginning.
pub(super) fn pieces_with_anchors(
    document: &Document,
    anchors: &[&str],
) -> (Vec<Piece>, Vec<Option<usize>>) {
    let mut places: Vec<Option<usize>> = anchors
        .iter()
        .map(|anchor| anchor.is_empty().then_some(0))
        .collect();
    let by_id: HashMap<&str, usize> = anchors.iter().copied().zip(0..).collect();
    let root = document.root();
    let mut walk = Walk {
        pieces: Vec::new(),
        text: String::new(),
        linked: 0,
        kinds: vec![BlockKind::Body],
        containers: vec![root.id],
        links: 0,
        after_link: false,
        tight: false,
    };
    // Not recursive: a page may be nested deeper than the stack is.
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if node.is_element() && is_unseen(&node, &name) {
                    continue;
                }
                let role = Role::of(&node, &name);
                walk.enter(role, node.id);
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
    (walk.pieces, places)
}

/// How deep the elements of `document` are nested, and how many there are.
pub(super) fn extent(document: &Document) -> (usize, usize) {
    let (mut deepest, mut elements) = (0, 0);
    let mut nodes = vec![(document.root(), 0)];
    while let Some((node, depth)) = nodes.pop() {
        deepest = deepest.max(depth);
        elements += usize::from(node.is_element());
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    (deepest, elements)
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
            | "details" | "summary" | "dialog" | "center" | "legend" | "hgroup" | "menu" => {
                Role::Block(None)
            }
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

fn is_unseen(node: &NodeRef, name: &str) -> bool {
    const UNSEEN: [&str; 20] = [
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object",
        "embed", "canvas", "audio", "video", "select", "textarea", "input", "datalist", "map",
        "img", "source",
    ];
    // The mark that leads to a note is no text, as in other documents.
    if UNSEEN.contains(&name) || node.has_attr("hidden") || is_book(node, &["noteref"]) {
        return true;
    }
    let styled_away = node.attr("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    styled_away
        || node.class().is_some_and(|classes| {
            classes.split_ascii_whitespace().any(|class| {
                matches!(
                    class,
                    "sr-only"
                        | "visually-hidden"
                        | "screen-reader-text"
                        | "blind"
                        | "a11y-hidden"
                        | "u_skip"
                )
            })
        })
}

struct Walk {
    pieces: Vec<Piece>,
    text: String,
    /// Bytes of `text` inside links.
    linked: usize,
    kinds: Vec<BlockKind>,
    containers: Vec<NodeId>,
    links: usize,
    after_link: bool,
    tight: bool,
}

impl Walk {
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

    fn enter(&mut self, role: Role, node: NodeId) {
        match role {
            Role::Block(kind) => {
                self.flush();
                let around = self.kinds.last().copied().unwrap_or_default();
                self.kinds.push(kind.unwrap_or(around));
                self.containers.push(node);
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
                self.containers.pop();
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
        self.after_link = false;
        let linked = std::mem::take(&mut self.linked);
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if text.is_empty() {
            return false;
        }
        let kind = self.kinds.last().copied().unwrap_or_default();
        // A paragraph stands in what is around it: its siblings are the article's other paragraphs.
        let around = self.containers.len().saturating_sub(2);
        let container = if self.tight {
            self.containers.last()
        } else {
            self.containers.get(around)
        };
        let in_list = matches!(kind, BlockKind::ListItem | BlockKind::Cell)
            && self.pieces.last().is_some_and(|piece| piece.kind == kind);
        if let Some(&container) = container {
            self.pieces.push(Piece {
                text: text.to_owned(),
                kind,
                tight: self.tight || in_list,
                is_link: linked * 10 >= text.len() * 9,
                container,
            });
        }
        self.tight = false;
        true
    }
}

//! A piece's odds of being the article's, as the sum of small trees (gradient boosting: Friedman 2001). They are fitted
//! on saved pages by `tests/pages/fit.py` and lie in `assets/clean/page-model.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Trees over features, added up to log-odds.
#[derive(Debug, Default)]
pub(super) struct Forest {
    trees: Vec<Vec<Node>>,
    base: f32,
}

#[derive(Debug)]
enum Node {
    /// Goes on at the next node where the feature is at most the threshold, else at `above`.
    Split {
        feature: usize,
        threshold: f32,
        above: usize,
    },
    Leaf(f32),
}

/// What looks at a piece alone, and what also looks at the odds of the pieces around it.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub first: Forest,
    pub second: Forest,
}

pub(super) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(jjak_assets::clean::PAGE_MODEL));

impl Model {
    /// A line a tree: in prefix order, `name threshold` of a split, then what is at most that and what is above;
    /// `= value` of a leaf. The lines `first` and `second` say whose trees follow.
    fn read(text: &str) -> Model {
        let names = super::features::names().chain(super::NEIGHBOURS);
        let numbers: HashMap<&str, usize> = names.zip(0..).collect();
        let mut model = Model::default();
        let mut second = false;
        for line in text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if matches!(line, "first" | "second") {
                second = line == "second";
                continue;
            }
            let forest = if second {
                &mut model.second
            } else {
                &mut model.first
            };
            let mut words = line.split(' ');
            let mut tree = Vec::new();
            if read_tree(&mut words, &numbers, &mut tree).is_none() {
                continue;
            }
            match tree.as_slice() {
                [Node::Leaf(base)] => forest.base += base,
                _ => forest.trees.push(tree),
            }
        }
        model
    }
}

fn read_tree<'a>(
    words: &mut impl Iterator<Item = &'a str>,
    numbers: &HashMap<&str, usize>,
    tree: &mut Vec<Node>,
) -> Option<()> {
    let (name, value) = (words.next()?, words.next()?.parse().ok()?);
    if name == "=" {
        tree.push(Node::Leaf(value));
        return Some(());
    }
    let feature = *numbers.get(name)?;
    let at = tree.len();
    tree.push(Node::Leaf(0.0));
    read_tree(words, numbers, tree)?;
    let above = tree.len();
    read_tree(words, numbers, tree)?;
    if let Some(node) = tree.get_mut(at) {
        *node = Node::Split {
            feature,
            threshold: value,
            above,
        };
    }
    Some(())
}

impl Forest {
    /// The log-odds of these features.
    pub(super) fn log_odds(&self, features: &[f32]) -> f32 {
        let trees = self.trees.iter().map(|tree| leaf(tree, features));
        self.base + trees.sum::<f32>()
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.trees.len()
    }
}

fn leaf(tree: &[Node], features: &[f32]) -> f32 {
    let mut at = 0;
    loop {
        match tree.get(at) {
            Some(&Node::Split {
                feature,
                threshold,
                above,
            }) => {
                let value = features.get(feature).copied().unwrap_or_default();
                at = if value <= threshold { at + 1 } else { above };
            }
            Some(&Node::Leaf(value)) => return value,
            None => return 0.0,
        }
    }
}

//! The keys that turn an alignment into another: what a person who sees what is wrong would press, with every
//! cursor step counted.

use jjak::article::Lang;
use jjak::bitext::{Bead, Bitext, RowIndex, RowRange, SegmentId};
use jjak::import::Originals;
use jjak::project::Project;
use jjak::segment::Rules;
use jjak_workbench::app::run_in_rows;
use jjak_workbench::command::Command;
use jjak_workbench::review::Review;
use jjak_workbench::session::{Cursor, Session};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::time::Duration;

/// How long the checks read at a time.
const SLICE: Duration = Duration::from_millis(50);

/// The sentences of a bead, English and Korean.
pub type Pair = (Vec<SegmentId>, Vec<SegmentId>);

/// Places looked at before a region counts as too hard.
const MOST_EXPANDED: usize = 600;
/// What a bead that is still wrong weighs against a key, in the order of the search.
const WRONG: usize = 3;

/// A page is as long as the screen is high, which is not known here.
const STEPS: [Command; 8] = [
    Command::NextRow,
    Command::PreviousRow,
    Command::LeftColumn,
    Command::RightColumn,
    Command::NextUnsure,
    Command::PreviousUnsure,
    Command::FirstRow,
    Command::LastRow,
];

/// What acts on the sentence under the cursor.
const REPAIRS: [Command; 7] = [
    Command::PushTail,
    Command::PullTail,
    Command::MoveDown,
    Command::MoveUp,
    Command::Merge,
    Command::Split,
    Command::Unlink,
];

/// A review without a screen, and what it should come to.
pub struct Repair {
    review: Review,
    gold: HashSet<Pair>,
    /// All that was pressed so far.
    pub pressed: Vec<Command>,
}

fn pair(bead: &Bead) -> Pair {
    (bead.en.clone(), bead.ko.clone())
}

/// The beads of a `.gold.tsv` file, whose numbers count the sentences of `bitext` in order.
pub fn gold(bitext: &Bitext, tsv: &str) -> HashSet<Pair> {
    let ids = |lang: Lang, numbers: &str| -> Vec<SegmentId> {
        let segments = &bitext.side(lang).segments;
        let numbers = numbers.split(',').filter_map(|at| at.trim().parse().ok());
        numbers.map(|at: usize| segments[at].id()).collect()
    };
    tsv.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(en, ko)| (ids(Lang::En, en), ids(Lang::Ko, ko)))
        .collect()
}

impl Repair {
    pub fn new(bitext: Bitext, gold: HashSet<Pair>) -> Repair {
        let project = Project::new(Originals::default(), bitext, false);
        let mut review = Review::new(Session::new(project, None, false), Rules::default());
        while review.session.read_on(SLICE) {}
        Repair {
            review,
            gold,
            pressed: Vec::new(),
        }
    }

    fn session(&mut self) -> &mut Session {
        &mut self.review.session
    }

    pub fn bitext(&self) -> &Bitext {
        self.review.session.bitext()
    }

    /// How many beads of the gold are not there.
    pub fn wrong(&self) -> usize {
        let here: HashSet<Pair> = self.bitext().beads.iter().map(pair).collect();
        self.gold.difference(&here).count()
    }

    fn is_right(&self, row: RowIndex) -> bool {
        self.gold.contains(&pair(&self.bitext().beads[row]))
    }

    /// Does a command and waits for the checks, as a person does: what they find needs eyes.
    fn run(&mut self, command: Command) {
        run_in_rows(&mut self.review, command);
        while self.review.session.read_on(SLICE) {}
    }

    fn press(&mut self, commands: &[Command]) {
        for &command in commands {
            self.run(command);
        }
        self.pressed.extend(commands);
    }

    /// Mends every wrong bead, going there by the shortest way: what it costs to repair alone.
    ///
    /// Says whether all came right.
    pub fn repair(&mut self) -> bool {
        while let Some(row) = self
            .bitext()
            .beads
            .rows()
            .each()
            .find(|&row| !self.is_right(row))
        {
            let Some(keys) = self.plan(row) else {
                return false;
            };
            self.press(&keys);
        }
        true
    }

    /// Goes through the queue as a reviewer does: accepts what is right, mends what is not; then mends what the queue
    /// did not show, accepts that, and accepts all that is sure.
    ///
    /// Says whether all came right.
    pub fn review(&mut self) -> bool {
        let all = self.go_through_queue() && self.repair() && self.go_through_queue();
        self.press(&[Command::AcceptConfident]);
        all
    }

    fn go_through_queue(&mut self) -> bool {
        while self.review.session.left() > 0 {
            let row = self.review.session.cursor().row;
            if !self.review.session.needs_eyes(row) {
                self.press(&[Command::NextUnsure]);
            } else if self.is_right(row) {
                self.press(&[Command::Accept]);
            } else {
                let Some(keys) = self.plan(row) else {
                    return false;
                };
                self.press(&keys);
            }
        }
        true
    }

    /// The keys that make the wrong row right, with all that it is mixed up with.
    fn plan(&mut self, row: RowIndex) -> Option<Vec<Command>> {
        let region = self.region(row);
        let wanted: Vec<Pair> = self
            .gold
            .iter()
            .filter(|(en, ko)| {
                let mut ids = en.iter().map(|id| (Lang::En, *id));
                ids.any(|id| region.contains(&id))
                    || ko.iter().any(|id| region.contains(&(Lang::Ko, *id)))
            })
            .cloned()
            .collect();
        let missing_elsewhere = |repair: &Repair| {
            let here: HashSet<Pair> = repair.bitext().beads.iter().map(pair).collect();
            let mut missing = repair.gold.difference(&here);
            (
                wanted.iter().filter(|pair| !here.contains(pair)).count(),
                missing
                    .by_ref()
                    .filter(|pair| !wanted.contains(pair))
                    .count(),
            )
        };
        let (_, elsewhere) = missing_elsewhere(self);
        let start = self.session().cursor();
        let mut paths: Vec<Vec<Command>> = vec![Vec::new()];
        let mut best = BinaryHeap::from([Reverse((0, 0, 0))]);
        let mut seen: HashMap<(Vec<Pair>, Cursor), usize> = HashMap::new();
        for _ in 0..MOST_EXPANDED {
            let Reverse((_, _, at)) = best.pop()?;
            let keys = paths[at].clone();
            let revision = self.session().revision();
            for &key in &keys {
                self.run(key);
            }
            let depth = self.session().revision() - revision;
            let (wrong, others) = missing_elsewhere(self);
            let solved = wrong == 0 && others <= elsewhere;
            let next = if solved {
                Vec::new()
            } else {
                self.moves(&region)
            };
            for path in next {
                let before = self.session().cursor();
                let revision = self.session().revision();
                for &key in &path {
                    self.run(key);
                }
                let edits = self.session().revision() - revision;
                if edits > 0 {
                    let (wrong, others) = missing_elsewhere(self);
                    let length = keys.len() + path.len();
                    let beads = self.bitext().beads.iter().map(pair).collect();
                    let place = seen
                        .entry((beads, self.review.session.cursor()))
                        .or_insert(usize::MAX);
                    if length < *place {
                        *place = length;
                        let cost = length + WRONG * (wrong + others.saturating_sub(elsewhere));
                        best.push(Reverse((cost, length, paths.len())));
                        paths.push(keys.iter().chain(&path).copied().collect());
                    }
                }
                self.back(edits, before);
            }
            self.back(depth, start);
            if solved {
                return Some(keys);
            }
        }
        None
    }

    fn back(&mut self, edits: u64, cursor: Cursor) {
        for _ in 0..edits {
            self.session().undo();
        }
        self.session().linking = None;
        self.session().set_cursor(cursor);
    }

    /// The sentences of the wrong row, of the gold beads that share some with it, and so on.
    fn region(&self, row: RowIndex) -> BTreeSet<(Lang, SegmentId)> {
        let of = |(en, ko): &Pair| -> Vec<(Lang, SegmentId)> {
            let en = en.iter().map(|&id| (Lang::En, id));
            en.chain(ko.iter().map(|&id| (Lang::Ko, id))).collect()
        };
        let beads: Vec<Pair> = self.bitext().beads.iter().map(pair).collect();
        let mut region: BTreeSet<_> = of(&pair(&self.bitext().beads[row])).into_iter().collect();
        loop {
            let before = region.len();
            for ids in self.gold.iter().chain(&beads).map(of) {
                if ids.iter().any(|id| region.contains(id)) {
                    region.extend(ids);
                }
            }
            if region.len() == before {
                return region;
            }
        }
    }

    /// Every change that keys can make at the region's sentences and the empty cells beside them, with the way there.
    fn moves(&mut self, region: &BTreeSet<(Lang, SegmentId)>) -> Vec<Vec<Command>> {
        let start = self.session().cursor();
        let ways = self.ways();
        let beads = &self.bitext().beads;
        let in_region = |row: RowIndex| {
            Lang::BOTH.iter().any(|&lang| {
                let mut ids = beads[row].ids(lang).iter();
                ids.any(|&id| region.contains(&(lang, id)))
            })
        };
        let mut places: Vec<Cursor> = Vec::new();
        for row in beads.rows().each().filter(|&row| in_region(row)) {
            for lang in Lang::BOTH {
                for at in 0..beads[row].ids(lang).len().max(1) {
                    places.push(Cursor { row, lang, at });
                }
            }
        }
        let mut moves = Vec::new();
        for place in &places {
            for repair in REPAIRS {
                let mut keys = ways[place].clone();
                keys.push(repair);
                moves.push(keys);
            }
        }
        for &from in &places {
            self.session().set_cursor(from);
            let onward = self.ways();
            for to in places
                .iter()
                .filter(|to| to.lang != from.lang && to.row != from.row)
            {
                let mut keys = ways[&from].clone();
                keys.push(Command::Link);
                keys.extend(&onward[to]);
                keys.push(Command::Link);
                moves.push(keys);
            }
        }
        self.session().set_cursor(start);
        moves
    }

    /// The shortest way by keys from the cursor to every place.
    fn ways(&mut self) -> HashMap<Cursor, Vec<Command>> {
        let start = self.session().cursor();
        let mut ways = HashMap::from([(start, Vec::new())]);
        let mut queue = VecDeque::from([start]);
        while let Some(from) = queue.pop_front() {
            for step in STEPS {
                self.session().set_cursor(from);
                self.run(step);
                let to = self.session().cursor();
                if !ways.contains_key(&to) {
                    let mut way = ways[&from].clone();
                    way.push(step);
                    ways.insert(to, way);
                    queue.push_back(to);
                }
            }
        }
        self.session().set_cursor(start);
        ways
    }
}

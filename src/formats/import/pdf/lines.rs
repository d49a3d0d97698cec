//! A page's glyphs as lines in reading order: words by the gaps between glyphs, columns by the gaps between lines.

use super::content::Glyph;
use jjak_core::article::is_hangul;

/// A line of text. Points, from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct PdfLine {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub is_bold: bool,
    pub is_artifact: bool,
    /// Other text stands beside it.
    pub is_cell: bool,
    /// A space follows its last word in the file: the line was not broken within a word.
    pub ends_with_space: bool,
}

/// Lines that stand under one another: a column, or what has the page's whole width.
#[derive(Debug)]
pub(super) struct Column {
    pub lines: Vec<PdfLine>,
    pub left: f64,
    pub right: f64,
}

/// Shares of the glyphs' size.
const SAME_LINE: f64 = 0.4;
const WORD_GAP: f64 = 0.2;
const WIDE_GAP: f64 = 0.4;
/// Between pieces of one line that are apart, as columns are.
const PIECE_GAP: f64 = 1.3;
/// Lines of a column, at least.
const FEWEST_LINES: usize = 3;
/// Width of a column, at least, in sizes of its glyphs: narrower ones are a table's.
const NARROWEST: f64 = 7.0;

/// The columns of a page in reading order.
pub(super) fn columns(glyphs: Vec<Glyph>) -> Vec<Column> {
    let (artifacts, text): (Vec<PdfLine>, Vec<PdfLine>) = pieces(glyphs)
        .into_iter()
        .partition(|piece| piece.is_artifact);
    let mut columns = Vec::new();
    split(text, 0, &mut columns);
    if !artifacts.is_empty() {
        columns.push(column(artifacts));
    }
    columns
}

/// Glyphs that stand side by side on a line.
fn pieces(glyphs: Vec<Glyph>) -> Vec<PdfLine> {
    let word_gap = word_gap(&glyphs);
    let mut pieces: Vec<PdfLine> = Vec::new();
    for row in rows(glyphs) {
        let first = pieces.len();
        for glyph in row {
            let is_blank = glyph.text.trim().is_empty();
            match pieces[first..].last_mut() {
                Some(piece) if follows(piece, &glyph) => add(piece, glyph, word_gap),
                _ if is_blank => {}
                _ => pieces.push(PdfLine::from(glyph)),
            }
        }
    }
    pieces.sort_by(|a, b| {
        a.baseline
            .total_cmp(&b.baseline)
            .then(a.left.total_cmp(&b.left))
    });
    pieces
}

/// How wide a gap parts words: where a file gives spaces, East Asian and Western letters may be apart without one.
fn word_gap(glyphs: &[Glyph]) -> f64 {
    const SPACES_PER_HUNDRED: usize = 4;
    let spaces = glyphs
        .iter()
        .filter(|glyph| glyph.text.ends_with(' '))
        .count();
    if spaces * 100 >= glyphs.len() * SPACES_PER_HUNDRED {
        WIDE_GAP
    } else {
        WORD_GAP
    }
}

/// Glyphs of one height, from left to right. Files give them in any order.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    let (mut baseline, mut size) = (0.0f64, 0.0f64);
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if (glyph.baseline - baseline).abs() < SAME_LINE * size.max(glyph.size) => {
                if glyph.size > size {
                    (baseline, size) = (glyph.baseline, glyph.size);
                }
                row.push(glyph);
            }
            _ => {
                (baseline, size) = (glyph.baseline, glyph.size);
                rows.push(vec![glyph]);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

impl From<Glyph> for PdfLine {
    fn from(glyph: Glyph) -> PdfLine {
        PdfLine {
            left: glyph.left,
            right: glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            is_bold: glyph.is_bold,
            is_artifact: glyph.is_artifact,
            is_cell: false,
            ends_with_space: false,
            text: glyph.text,
        }
    }
}

fn on_one_line(a: &PdfLine, b: &PdfLine) -> bool {
    (a.baseline - b.baseline).abs() < SAME_LINE * a.size.max(b.size)
}

fn follows(piece: &PdfLine, glyph: &Glyph) -> bool {
    let size = piece.size.max(glyph.size);
    piece.is_artifact == glyph.is_artifact && glyph.left - piece.right < PIECE_GAP * size
}

fn add(piece: &mut PdfLine, glyph: Glyph, word_gap: f64) {
    let gap = glyph.left - piece.right;
    if glyph.text.trim().is_empty() {
        piece.ends_with_space |= !glyph.text.is_empty();
    } else {
        // Bold type that is printed twice, a little apart.
        let is_twice = glyph.left < piece.right - 0.5 * (glyph.right - glyph.left)
            && piece.text.ends_with(&glyph.text);
        if is_twice {
            return;
        }
        if piece.ends_with_space || gap > word_gap * piece.size.max(glyph.size) {
            piece.text.push(' ');
        }
        piece.text.push_str(&glyph.text);
        piece.ends_with_space = glyph.text.ends_with(' ');
        piece.is_bold &= glyph.is_bold;
        // A mark that is raised or small does not make the line so.
        if glyph.size > piece.size {
            (piece.size, piece.baseline) = (glyph.size, glyph.baseline);
        }
    }
    piece.right = piece.right.max(glyph.right);
}

fn append(line: &mut PdfLine, piece: PdfLine) {
    line.text.push(' ');
    line.text.push_str(&piece.text);
    line.ends_with_space = piece.ends_with_space;
    line.is_bold &= piece.is_bold;
    line.right = line.right.max(piece.right);
    if piece.size > line.size {
        (line.size, line.baseline) = (piece.size, piece.baseline);
    }
}

/// Parts `pieces` at the gutter between columns, where there is one; lines as wide as the page part what is above from
/// what is below.
fn split(pieces: Vec<PdfLine>, depth: usize, columns: &mut Vec<Column>) {
    /// Columns of a page, as a power of two.
    const DEEPEST: usize = 3;
    if pieces.is_empty() {
        return;
    }
    let gutter = (depth < DEEPEST).then(|| gutter(&pieces)).flatten();
    let Some(gutter) = gutter else {
        columns.push(column(pieces));
        return;
    };
    let (mut left, mut right, mut wide) = (Vec::new(), Vec::new(), Vec::new());
    let flush = |left: &mut Vec<PdfLine>, right: &mut Vec<PdfLine>, columns: &mut Vec<Column>| {
        let (left, right) = (std::mem::take(left), std::mem::take(right));
        if is_column(&left) && is_column(&right) {
            split(left, depth + 1, columns);
            split(right, depth + 1, columns);
        } else {
            let mut both: Vec<PdfLine> = left.into_iter().chain(right).collect();
            both.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
            if !both.is_empty() {
                columns.push(column(both));
            }
        }
    };
    for piece in pieces {
        if piece.left < gutter && piece.right > gutter {
            flush(&mut left, &mut right, columns);
            wide.push(piece);
            continue;
        }
        if !wide.is_empty() {
            columns.push(column(std::mem::take(&mut wide)));
        }
        if piece.right <= gutter {
            left.push(piece)
        } else {
            right.push(piece)
        }
    }
    if !wide.is_empty() {
        columns.push(column(wide));
    }
    flush(&mut left, &mut right, columns);
}

/// Lines of running text rather than a table's cells.
fn is_column(lines: &[PdfLine]) -> bool {
    let wide = lines
        .iter()
        .filter(|line| line.right - line.left > NARROWEST * line.size);
    lines.len() >= FEWEST_LINES && wide.count() * 3 >= lines.len() * 2
}

/// Where the page's text is parted from top to bottom, except by few lines.
fn gutter(pieces: &[PdfLine]) -> Option<f64> {
    const SLOTS: usize = 200;
    let left = pieces
        .iter()
        .map(|piece| piece.left)
        .fold(f64::INFINITY, f64::min);
    let right = pieces
        .iter()
        .map(|piece| piece.right)
        .fold(f64::NEG_INFINITY, f64::max);
    let slot = (right - left) / SLOTS as f64;
    if !slot.is_finite() || slot <= 0.0 {
        return None;
    }
    let mut covered = [0usize; SLOTS];
    for piece in pieces {
        let from = ((piece.left - left) / slot) as usize;
        let to = ((piece.right - left) / slot).ceil() as usize;
        for slot in &mut covered[from.min(SLOTS)..to.min(SLOTS)] {
            *slot += 1;
        }
    }
    let most = covered.iter().copied().max().unwrap_or(0);
    let middle = SLOTS * 15 / 100..SLOTS * 85 / 100;
    let (at, least) = middle
        .map(|at| (at, covered[at]))
        .min_by_key(|(_, covered)| *covered)?;
    if least * 3 > most || most < FEWEST_LINES {
        return None;
    }
    let free = covered[at..]
        .iter()
        .take_while(|covered| **covered == least)
        .count();
    let gutter = left + (at as f64 + free as f64 / 2.0) * slot;
    let side = |is_left: bool| -> Vec<PdfLine> {
        let on_side = |piece: &&PdfLine| {
            if is_left {
                piece.right <= gutter
            } else {
                piece.left >= gutter
            }
        };
        pieces.iter().filter(on_side).cloned().collect()
    };
    (is_column(&side(true)) && is_column(&side(false))).then_some(gutter)
}

/// Pieces as the lines of one column. Those far apart on one height are cells of a table; a number or bullet belongs to
/// what it stands before.
fn column(pieces: Vec<PdfLine>) -> Column {
    const CELL_GAP: f64 = 2.0;
    let (left, right) = edges(&pieces);
    let mut lines: Vec<PdfLine> = Vec::new();
    for mut piece in pieces {
        match lines.last_mut() {
            Some(line) if on_one_line(line, &piece) && piece.left >= line.right => {
                let is_near = piece.left - line.right < CELL_GAP * line.size.max(piece.size);
                if is_near || is_mark(&line.text) && !line.is_cell {
                    append(line, piece);
                } else {
                    line.is_cell = true;
                    piece.is_cell = true;
                    lines.push(piece);
                }
            }
            _ => lines.push(piece),
        }
    }
    Column { lines, left, right }
}

/// Where most lines begin and end; a page number or a title beside them does not count.
fn edges(pieces: &[PdfLine]) -> (f64, f64) {
    const FEW_OF: usize = 12;
    let sorted = |edge: fn(&PdfLine) -> f64| {
        let mut edges: Vec<f64> = pieces.iter().map(edge).collect();
        edges.sort_by(f64::total_cmp);
        edges
    };
    let few = pieces.len() / FEW_OF;
    let left = sorted(|piece| piece.left).get(few).copied();
    let right = sorted(|piece| -piece.right).get(few).copied();
    (left.unwrap_or(0.0), -right.unwrap_or(0.0))
}

/// A bullet or number, such as `1.` or `a)`.
fn is_mark(text: &str) -> bool {
    const LONGEST: usize = 4;
    let is_short = text.chars().count() <= LONGEST;
    is_short && (text.ends_with(['.', ')']) || !text.contains(char::is_alphanumeric))
}

impl PdfLine {
    /// How wide its first word is, about.
    pub(super) fn first_word(&self) -> f64 {
        let word = self.text.split_whitespace().next().unwrap_or_default();
        let chars = word.chars().map(|c| if is_hangul(c) { 0.95 } else { 0.5 });
        chars.sum::<f64>() * self.size
    }
}

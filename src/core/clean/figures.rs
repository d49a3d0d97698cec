//! Lines of figures: prices, results, quantities.

use super::line::PageLine;
use crate::article::BlockKind;

/// `NSL.OL -6.12%`, `한빛정밀 (021000) 현재가 48,350 ▲ 6,900 (+16.65%)`: a price and how it moved.
pub(super) fn is_quote_of_price(line: &PageLine) -> bool {
    let moved = |word: &str| {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ','));
        word.ends_with('%') && word.starts_with(['+', '-', '−', '▲', '▼', '△', '▽'])
    };
    // `KOSPI 2,512.31 ▲ 12.40`
    let figures = line.text.split(' ').filter(|word| {
        word.contains('.')
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    let arrow = line.text.contains(['▲', '▼', '△', '▽']) && figures.count() >= 2;
    line.width <= 70
        && line.text.split(' ').count() >= 2
        && !line.ends_sentence()
        && (line.text.split(' ').any(moved) || arrow)
        && line.kind != BlockKind::Cell
        && line
            .text
            .split(' ')
            .filter(|word| word.chars().all(char::is_lowercase))
            .count()
            <= 1
}

/// `Carrick Rovers 2 – 3 Wexholm Athletic`: who played, and how it ended.
pub(super) fn is_result(line: &PageLine) -> bool {
    let named = |text: &str| {
        text.split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
    };
    let score =
        |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let text = line.text.replace(['–', '—', ':'], "-");
    let Some((home, away)) = text.split_once('-') else {
        return false;
    };
    let (Some((home, left)), Some((right, away))) =
        (home.trim().rsplit_once(' '), away.trim().split_once(' '))
    else {
        return false;
    };
    // `The 7:15 That Stopped Running`
    let clock = line.text.contains(':') && right.len() == 2;
    line.width <= 60 && !clock && score(left) && score(right) && named(home) && named(away)
}

/// `ORBL -17.20 (-18.64%)`, `57°`: prices, scores, the weather.
pub(super) fn is_figures(line: &PageLine) -> bool {
    let words = || line.text.split(' ');
    let figures = words()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .count();
    line.width <= 40 && figures * 2 >= words().count() && line.kind != BlockKind::Cell
}

/// `새우젓 1큰술`, `2 cups flour`: what a recipe asks for.
pub(super) fn is_quantity(line: &PageLine) -> bool {
    const UNITS: [&str; 34] = [
        "g",
        "kg",
        "mg",
        "ml",
        "l",
        "oz",
        "lb",
        "lbs",
        "cup",
        "cups",
        "tbsp",
        "tsp",
        "tablespoon",
        "tablespoons",
        "teaspoon",
        "teaspoons",
        "clove",
        "cloves",
        "can",
        "cans",
        "pinch",
        "slices",
        "ounces",
        "pounds",
        "큰술",
        "작은술",
        "스푼",
        "컵",
        "줌",
        "꼬집",
        "쪽",
        "숟갈",
        "공기",
        "대",
    ];
    let mut after_number = false;
    line.width <= 40
        && line.folded.split(' ').any(|word| {
            let unit = word.trim_start_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '/' | '.' | '½' | '¼')
            });
            let glued = unit.len() < word.len();
            let measured =
                (glued || after_number) && UNITS.contains(&unit.trim_end_matches([',', ')']));
            after_number = glued && unit.is_empty();
            measured
        })
}

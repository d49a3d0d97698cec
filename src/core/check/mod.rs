//! What looks wrong in a row, told only where it nearly always is: a check that cries wolf is worse than none.
//!
//! Each row is read by itself ([`Reading::of`]); what needs the other rows, such as the usual length or one name spelled
//! in two ways, follows from all readings together ([`across`]). So after an edit only the rows it touched are read anew.
//!
//! ```
//! use jjak_core::align::Link;
//! use jjak_core::article::{Article, Lang};
//! use jjak_core::bitext::{Bitext, Side};
//! use jjak_core::check::{Check, check};
//! use jjak_core::evidence::lexicon::Lexicon;
//! use jjak_core::progress::Progress;
//! let side = |lang, text| {
//!     let article = Article::of_lines(lang, text);
//!     let segments = jjak_core::segment::segment(&article);
//!     Side { article, segments }
//! };
//! let link = Link { en: vec![0], ko: vec![0], confidence: 1.0 };
//! let en = side(Lang::En, "Exports rose 8.4 percent.");
//! let ko = side(Lang::Ko, "수출은 8.5% 늘었다.");
//! let bitext = Bitext::new(en, ko, &[link]);
//! let findings = check(&bitext, Lang::En, Lexicon::shipped(), &Progress::default()).unwrap();
//! assert_eq!(findings[0][0].check(), Check::Numbers);
//! ```

mod addition;
mod collection;
mod copies;
mod finding;
mod fix;
mod gathered;
mod kinds;
mod length;
mod marks;
mod markup;
mod names;
mod negation;
mod numbers;
mod omission;
mod opposites;
mod reading;
mod register;
mod repeats;
mod sequence;
mod slips;
mod surnames;
mod terms;
mod transcribed;
mod waived;

pub use collection::{ArticleRow, Collection};
pub use finding::Finding;
pub use fix::{Rewording, fix};
pub use gathered::{Gathered, Suspect};
pub use kinds::{Check, Level};
pub use reading::{Reading, readings};
pub use register::Register;
pub use slips::Slip;
pub use waived::{UnknownCheck, Waived};

use crate::article::Lang;
use crate::bitext::{Bitext, RowIndex};
use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};

/// What the rows of a work that was translated from `source` say together, for each of them. `readings` has one for
/// every row, in order.
pub fn across(bitext: &Bitext, source: Lang, readings: &[&Reading]) -> Vec<Vec<Finding>> {
    let mut gathered = Gathered::new(source);
    readings.iter().for_each(|reading| gathered.add(reading));
    let mut found = vec![Vec::new(); readings.len()];
    let translation = |row: RowIndex| {
        let texts: Vec<_> = bitext.texts(row, source.other()).collect();
        texts.join(" ")
    };
    for suspect in gathered.suspects() {
        if let (Some(row), Some(finding)) = (
            found.get_mut(suspect.row.0),
            gathered.finding(&suspect, translation),
        ) {
            row.push(finding);
        }
    }
    found
}

/// What is told of a row, without what another finding of it stands for; `finding` is what is told in each.
pub fn told_once<T>(mut told: Vec<T>, finding: impl Fn(&T) -> &Finding) -> Vec<T> {
    let is_told = |one: &T| {
        told.iter()
            .any(|other| finding(other).stands_for(finding(one)))
    };
    let once: Vec<bool> = told.iter().map(|one| !is_told(one)).collect();
    let mut once = once.into_iter();
    told.retain(|_| once.next().unwrap_or(true));
    told
}

/// All findings but those that people have waived, for every row of a work that was translated from `source`.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn check(
    bitext: &Bitext,
    source: Lang,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Vec<Vec<Finding>>, Cancelled> {
    let rows = bitext.beads.len();
    let told = |row: usize| progress.at(row as f32 / rows as f32);
    let mut readings = readings(bitext, source, lexicon, told)?;
    let all: Vec<&Reading> = readings.iter().collect();
    let mut found = across(bitext, source, &all);
    for (found, reading) in found.iter_mut().zip(&mut readings) {
        found.splice(0..0, reading.found.drain(..));
    }
    let waived = Waived::of(bitext);
    for (row, found) in found.iter_mut().enumerate() {
        found.retain(|finding| !waived.holds(RowIndex(row), finding));
        *found = told_once(std::mem::take(found), |finding| finding);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_told_once_in_a_row() {
        let name = |here: &str| Finding::Name {
            name: "Richard".into(),
            here: here.into(),
            elsewhere: "리처드".into(),
        };
        let other = |sure: bool| Finding::OtherName {
            name: "Richard".into(),
            here: "리차드".into(),
            usual: vec!["리처드".into()],
            sure,
        };
        for (told, stays) in [
            (vec![other(false), name("리차드")], name("리차드")),
            (vec![other(true), name("리차드")], other(true)),
        ] {
            assert_eq!(told_once(told, |finding| finding), [stays]);
        }
        let two = vec![other(true), name("리카드")];
        assert_eq!(told_once(two, |finding| finding).len(), 2);
    }
}

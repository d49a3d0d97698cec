//! A pair cut by other rules: what a person settled stays, the rest is cut and paired anew, one step to undo.

use jjak::article::Lang;
use jjak::bitext::{Bitext, Operation, RowIndex, RowRange, SegmentId, State};
use jjak::evidence::lexicon::Lexicon;
use jjak::import::from_text;
use jjak::pipeline::prepare;
use jjak::progress::Progress;
use jjak::segment::{Endings, Rules};

const EN: &str = "The ferry leaves at nine every morning. It carries 40 cars and 200 people.

The crew met on Monday. The captain spoke first. The mayor left early.

Tickets cost 12 dollars. Children travel free.";

/// The second paragraph has no marks at its sentences' ends.
const KO: &str = "여객선은 매일 아침 9시에 출발한다. 자동차 40대와 승객 200명을 태운다.

선원들은 월요일에 모였다 선장이 먼저 말했다 시장은 일찍 떠났다.

표는 12달러다. 어린이는 무료로 탄다.";

fn pair() -> Bitext {
    pair_of(EN, KO)
}

fn pair_of(en: &str, ko: &str) -> Bitext {
    let prepared = prepare(from_text(en.into()), from_text(ko.into())).unwrap();
    prepared
        .align(&[], Lexicon::shipped(), &Progress::default())
        .unwrap()
}

fn resegment(bitext: &Bitext, rules: &Rules) -> Operation {
    let cut = bitext.resegment(rules, Lexicon::shipped(), &Progress::default());
    let cut = cut.unwrap();
    assert_eq!(cut.lost, []);
    cut.operation
}

fn plain() -> Rules {
    Rules {
        endings: Endings::Plain,
        ..Rules::default()
    }
}

fn row_of(bitext: &Bitext, lang: Lang, text: &str) -> RowIndex {
    let holds = |row: &RowIndex| bitext.texts(*row, lang).any(|line| line.contains(text));
    bitext.beads.rows().each().find(holds).unwrap()
}

#[test]
fn sentences_that_come_apart_find_their_pairs() {
    let mut bitext = pair();
    let before = bitext.clone();
    let row = row_of(&bitext, Lang::Ko, "선장이");
    assert_eq!(bitext.beads[row].en.len(), 3);
    let edit = resegment(&bitext, &plain()).edit(&bitext).unwrap();
    bitext.apply(&edit);
    for (en, ko) in [
        ("captain", "선장이"),
        ("mayor", "시장은"),
        ("crew", "선원들은"),
    ] {
        let row = row_of(&bitext, Lang::En, en);
        assert_eq!(bitext.beads[row].shape(), "1-1");
        assert!(bitext.texts(row, Lang::Ko).any(|line| line.contains(ko)));
    }
    bitext.check().unwrap();
    bitext.apply(&edit.inverse());
    assert_eq!(bitext, before);
}

#[test]
fn accepted_rows_and_cuts_by_hand_stay() {
    let mut bitext = pair();
    let row = row_of(&bitext, Lang::Ko, "선장이");
    let accept = Operation::SetState {
        rows: row.alone(),
        state: State::Accepted,
    };
    let edit = accept.edit(&bitext).unwrap();
    bitext.apply(&edit);
    assert!(resegment(&bitext, &plain()).edit(&bitext).is_err());

    let mut bitext = pair();
    let id = bitext.ko.segments[0].id();
    let at = KO.find("9시").unwrap();
    let tickets = EN.find("Tickets").unwrap();
    for operation in [
        Operation::SplitSegment {
            lang: Lang::Ko,
            id,
            at,
        },
        Operation::MergeSegments {
            lang: Lang::En,
            id: SegmentId(tickets),
        },
    ] {
        let edit = operation.edit(&bitext).unwrap();
        bitext.apply(&edit);
    }
    for rules in [plain(), Rules::default(), plain()] {
        if let Ok(edit) = resegment(&bitext, &rules).edit(&bitext) {
            bitext.apply(&edit);
        }
        assert!(bitext.ko.segment(SegmentId(at)).is_some(), "the cut stays");
        let free = EN.find("Children").unwrap();
        assert!(
            bitext.en.segment(SegmentId(free)).is_none(),
            "the join stays"
        );
    }
    row_of(&bitext, Lang::Ko, "시장은");
}

#[test]
fn a_list_marker_that_was_cut_off_by_hand_stays_cut_off() {
    let lines = Rules {
        lines: true,
        ..Rules::default()
    };
    let mut bitext = pair_of("The list:\n\n■ Bread", "목록:\n\n빵");
    let whole = resegment(&bitext, &lines).edit(&bitext).unwrap();
    bitext.apply(&whole);
    let lang = Lang::En;
    let id = SegmentId(bitext.en.article.text.find('■').unwrap());
    let at = bitext.en.article.text.find("Bread").unwrap();
    let cut = Operation::SplitSegment { lang, id, at };
    bitext.apply(&cut.edit(&bitext).unwrap());
    let row = row_of(&bitext, lang, "Bread");
    let rows = row.alone();
    let settled = Operation::SetState {
        rows,
        state: State::Accepted,
    };
    bitext.apply(&settled.edit(&bitext).unwrap());

    let cut = resegment(&bitext, &Rules::default());
    if let Ok(edit) = cut.edit(&bitext) {
        bitext.apply(&edit);
    }
    let texts: Vec<_> = (0..bitext.beads.len())
        .flat_map(|row| bitext.texts(RowIndex(row), lang))
        .collect();
    assert_eq!(texts, ["The list:", "■", "Bread"]);
}

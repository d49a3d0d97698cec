//! The words of comparing two people's works.

super::texts! { ComparisonText:
    Title "Compare with another work" "다른 작업과 비교";
    Hint "A project (.jjak) of the same pair, or a table such as XLSX that was sent out and came back. Nothing of it is changed."
        "같은 글 쌍의 작업 파일(.jjak)이나, 보냈다가 돌려받은 XLSX 같은 표를 고르세요. 그 파일은 바뀌지 않습니다.";
    Start "Compare" "비교";
    PathName "The other work's file" "비교할 파일";
    PathHint "path of a .jjak, .xlsx, .tmx … file" ".jjak, .xlsx, .tmx 등의 파일 경로";
    Reading "Reading the other work…" "다른 작업을 읽는 중…";
    Against "Beside the work of {}" "내 작업과 {}의 작업";
    Beads "Rows paired alike: {} (F1 {})" "똑같이 짝지은 행 {}개 (F1 {})";
    Verdicts "Verdicts: {} of {} alike, Cohen’s kappa {}" "판정 {} / {}개 일치, 코헨의 카파 {}";
    NoVerdicts "No row has a verdict in both." "두 작업에서 모두 판정한 행이 없습니다.";
    NoKappa "undefined" "정의되지 않음";
    BeadsTip "Exact agreement of the rows with both sides, as corpus papers report it; mine has {} such rows, the other {}."
        "양쪽 문장이 있는 행이 정확히 같은 정도입니다(말뭉치 논문의 F1). 내 작업에 {}행, 상대 작업에 {}행 있습니다.";
    Left "Differences: {}" "서로 다른 곳 {}군데";
    Settled "Decided: {}. Show them again" "결정한 곳 {}군데 다시 보기";
    Alike "Nothing differs any more." "더는 다른 곳이 없습니다.";
    Mine "Mine" "내 작업";
    Keys "1 or ← keeps mine, 2 or → takes theirs, 3 keeps both with a flag; ↑ ↓ another difference"
        "1 또는 ← 내 것 유지, 2 또는 → 상대 것 사용, 3 둘 다 남기고 보류, ↑ ↓ 다른 곳으로";
    KeepMine "1  Keep mine" "1  내 것 유지";
    TakeTheirs "2  Take theirs" "2  상대 것 사용";
    KeepBoth "3  Both, flagged" "3  둘 다 남기고 보류";
    CannotTake "Theirs cannot be taken: it holds other sentences." "문장이 서로 달라 상대 것을 쓸 수 없습니다.";
    NotHere "no such row" "해당 행 없음";
    Pairing "pairing" "짝";
    Cutting "sentence ends" "문장 경계";
    Text "text" "문장";
    State "state" "상태";
    Verdict "verdict" "판정";
    Note "note" "메모";
    Entry "Difference {}: {}" "다른 곳 {}: {}";
    Took "Took theirs." "상대 것을 썼습니다.";
    KeptBoth "Kept mine; theirs is in the note, and the row is flagged." "내 것을 남기고 상대 것을 메모에 적은 뒤 보류했습니다.";
}

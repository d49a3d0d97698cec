//! The words of the job: its table, its panels, and what is told of it.

use super::Locale;
use jjak_formats::job::PairState;

super::texts! { JobText:
    SetupTitle "Make a job of many articles" "작업 모음 만들기";
    AddTitle "Add texts to the job" "작업 모음에 글 추가";
    SetupHint "Folders, files or a table of pairs. Jjak reads them, finds which English text goes with which Korean one, and pairs their sentences. Nothing of yours is changed."
        "폴더나 파일, 짝 목록을 주세요. 영어 글과 한국어 글 가운데 어느 글끼리 짝인지 찾고 문장까지 짝을 맞춥니다. 원본 파일은 바뀌지 않습니다.";
    Given "What is matched" "짝을 찾을 글";
    GivenNone "Nothing yet: drop folders or files here, or choose a folder." "아직 없습니다. 폴더나 파일을 여기에 놓거나 폴더를 고르세요.";
    AddFolder "Add a folder…" "폴더 추가…";
    AddPathHint "or type a path and press Enter" "또는 경로를 입력하고 Enter를 누르세요";
    AddPathName "Path to add" "추가할 경로";
    NotThere "{}: there is no such file or folder." "{}: 그런 파일이나 폴더가 없습니다.";
    Folder "folder" "폴더";
    Table "table of pairs" "짝 목록";
    TextFile "text" "글";
    JobFileName "The job's file" "작업 모음 파일";
    JobFileHint "Beside it a folder of the same name keeps the work on each pair." "같은 이름의 폴더에 글 쌍마다 작업 파일이 저장됩니다.";
    JobThere "This job is there already: what is new is added to it." "이미 있는 작업 모음입니다. 새 글만 더합니다.";
    Start "Match the texts" "글 짝 찾기";
    StartTable "Make the job" "작업 모음 만들기";
    Matching "Reading and matching the texts…" "글을 읽고 짝을 찾는 중…";
    Gathering "Looking for texts…" "글을 모으는 중…";
    Made "{} rows are new in the job." "작업 모음에 새로 {}개를 더했습니다.";
    NothingNew "Nothing is new: every text is in the job already." "새로 더할 글이 없습니다. 모두 이미 작업 모음에 있습니다.";
    Unusable "Texts that cannot be used: {}. They stand below the pairs, with the reason." "쓸 수 없는 글이 {}개 있습니다. 표 아래에 이유와 함께 있습니다.";
    NoTexts "There is no text in what was given. Give folders or files with articles." "받은 것 가운데 글이 없습니다. 글이 든 폴더나 파일을 주세요.";
    Damaged "The end of the job's file was damaged; what was told there is lost. A copy of the file lies beside it."
        "작업 모음 파일의 끝이 손상되어 그 부분은 읽지 못했습니다. 원래 파일은 옆에 따로 남겨 두었습니다.";
    HeldBy "This job is open elsewhere ({}), so it is only shown here. The pairs can be opened and worked on."
        "다른 곳({})에서 열려 있는 작업 모음이라 보기만 할 수 있습니다. 글 쌍은 열어서 작업할 수 있습니다.";
    Unwritable "This job cannot be written to, so it is only shown here." "쓰기 권한이 없는 작업 모음이라 보기만 할 수 있습니다.";
    ReadAgain "Read it again" "다시 읽기";
    RefusedReadOnly "The job is only shown here; it cannot be changed." "보기만 하는 작업 모음이라 바꿀 수 없습니다.";
    RefusedKind "That is not for this row." "이 행에는 쓸 수 없는 명령입니다.";
    RefusedSide "Both texts are {}. A pair needs one of each language." "둘 다 {} 글입니다. 언어가 다른 글끼리만 쌍이 됩니다.";

    ColumnNumber "No." "번호";
    ColumnTitle "Title" "제목";
    ColumnSentences "Sentences" "문장";
    ColumnMatch "Match" "글 대응";
    ColumnPaired "Paired" "짝지음";
    ColumnLeft "Left" "남은 행";
    ColumnFindings "Findings" "검사";
    ColumnAccepted "Accepted" "확정";
    ColumnChanged "Changed" "수정";
    ColumnState "State" "상태";
    TipNumber "The pair's number in the job" "작업 모음 안의 번호";
    TipTitle "English title over the Korean one" "위는 영어 제목, 아래는 한국어 제목";
    TipSentences "Sentences, English and Korean" "영어 문장 수와 한국어 문장 수";
    TipMatch "How sure it is that the two texts belong together, and what says so" "두 글이 서로 대응할 확률과 그 근거";
    TipPaired "Of the sentences of both sides, how many have a counterpart" "두 글의 문장 가운데 짝이 있는 비율";
    TipLeft "Rows left to look at" "확인이 필요한 행 수";
    TipFindings "Rows of which a check says something" "검사 결과가 있는 행 수";
    TipAccepted "Accepted rows" "확정한 행의 비율";
    TipChanged "When anything of the pair changed last" "마지막으로 바뀐 때";
    TipState "New, in work, done or parked" "시작 전, 작업 중, 완료, 미룸";
    SortUp "{}, ascending" "{}, 오름차순";
    SortDown "{}, descending" "{}, 내림차순";
    TurnOrder "Click to sort by it; click again for the other way round" "누르면 이 열로 정렬하고, 다시 누르면 순서를 뒤집습니다";

    HowName "by name" "파일 이름";
    HowContent "by content" "내용";
    HowBoth "name and content" "이름·내용";
    HowKnown "from the table" "짝 목록";
    HowHand "by hand" "직접";
    Waiting "waiting to be paired" "짝 맞추기를 기다리는 중";
    Pairing "being paired…" "짝을 맞추는 중…";
    NotPaired "not paired yet" "아직 짝을 맞추지 않음";
    CannotPair "cannot be paired: {}" "짝을 맞출 수 없음: {}";
    WorkFault "the work cannot be had: {}" "작업 파일을 열 수 없음: {}";
    RowName "Pair {}: {} · {}, {}" "글 쌍 {}: {} · {}, {}";
    RowLeft "{} left" "남은 행 {}개";

    All "All {}" "전체 {}";
    SearchHint "Search the titles" "제목·파일 검색";
    SearchHelp "Shows only the pairs whose titles or file names hold these words" "제목이나 파일 이름에 이 말이 들어 있는 쌍만 보입니다";
    NoneShown "There is no pair of this kind. Esc shows all pairs." "이런 글 쌍이 없습니다. Esc를 누르면 모두 보입니다.";
    Empty "This job has no pairs yet. Drop folders or files here to add texts." "아직 글 쌍이 없습니다. 폴더나 파일을 여기에 놓으면 더할 수 있습니다.";
    Summary "{} of {} pairs done" "글 쌍 {} / {}개 완료";
    SummaryLeft "{} rows left" "확인할 행 {}개";
    SummaryRows "{}% of {} rows accepted" "{}% 확정(전체 {}행)";
    SummaryParked "{} parked" "미룸 {}개";
    PairingBar "Pairing {} of {}" "짝 맞추는 중 {} / {}";
    PairingOver "Every pair of the job is paired." "모든 글 쌍의 짝을 맞췄습니다.";
    PairingFailed "Pairs that cannot be paired: {}. The table says why." "짝을 맞출 수 없는 글 쌍이 {}개 있습니다. 이유는 표에 있습니다.";
    PairingStopped "Stopped; {} pairs are not paired yet. An opened pair is paired at once." "중단했습니다. 글 쌍 {}개가 남았습니다. 쌍을 열면 바로 짝을 맞춥니다.";
    LookingBar "Looking at the works…" "작업 파일을 살펴보는 중…";
    Missing "Works that are not there any more: {}. They are paired anew when asked for." "없어진 작업 파일이 {}개 있습니다. 열거나 ‘나머지 글 짝 맞추기’를 누르면 다시 짝을 맞춥니다.";

    Texts "Without a counterpart ({})" "상대 글이 없는 글 {}개";
    TextsHint "Drag one onto another, or press {} on each, to pair them. {}: likely counterparts" "끌어다 다른 글에 놓거나 두 글에서 {} 키를 누르면 쌍이 됩니다. {}: 상대일 만한 글";
    TextName "Text: {}, {}, {}" "글: {}, {}, {}";
    MatchedGuess "perhaps, {}%" "혹시 {}%";
    MatchedVersion "version of {}" "{}의 다른 판";
    MatchedDuplicate "same as {}" "{}와(과) 같은 글";
    MatchedNone "no counterpart" "상대 글 없음";
    MatchedAlone "nothing found" "찾지 못함";
    MarkedText "Marked. Go to its counterpart and press {} again." "글을 표시했습니다. 상대 글로 가서 {} 키를 다시 누르세요.";
    PairedByHand "The two texts are a pair now." "두 글이 한 쌍이 되었습니다.";
    TakenApart "The pair is taken apart. Its work stays in {}" "글 쌍을 풀었습니다. 작업은 {}에 남아 있습니다.";
    TakenApartNew "The pair is taken apart." "글 쌍을 풀었습니다.";
    MarkedDone "Done: {}" "완료: {}";
    DoneWithLeft "Done, with {} rows not looked at: {}" "확인할 행 {}개를 남긴 채 완료로 표시했습니다: {}";
    NoneLeft "No pair of the job has rows left." "작업 모음에 확인할 행이 남은 글 쌍이 없습니다.";
    NothingHere "Nothing left here. {} goes on to the next pair; {} rows are left in the job." "이 글 쌍은 다 확인했습니다. {} 키를 누르면 다음 쌍으로 갑니다. 작업 모음에 확인할 행이 {}개 남았습니다.";
    OpenedNext "Next pair: {}" "다음 글 쌍: {}";

    CandidatesTitle "Counterparts by rank" "상대일 만한 글";
    CandidatesOf "For {}" "{}의 상대";
    CandidatesOther "Of the {} text instead" "{} 글의 상대 보기";
    CandidatesLooking "Comparing the texts…" "글을 비교하는 중…";
    CandidatesNone "No other text speaks of the same." "같은 내용의 다른 글이 없습니다.";
    CandidatesHint "1 to 9, or Enter on one, takes it; what it was paired with is by itself then." "1–9를 누르거나 Enter로 고릅니다. 원래 상대였던 글은 따로 남습니다.";
    CandidateNow "its counterpart now" "지금 상대";
    CandidateTaken "in pair {}" "글 쌍 {}에 있음";
    CandidateFree "free" "상대 없음";
    CandidateName "{}. {}: {}%" "{}. {}: {}%";

    FindingsTitle "Findings over the job" "작업 모음 검사";
    FindingsHint "Names and sentences that two articles have in two ways, each told where the rarer one is."
        "두 글에서 서로 다르게 옮긴 이름과 문장입니다. 드물게 쓴 쪽을 보여 줍니다.";
    FindingsNone "The articles agree: no name and no sentence is in two ways." "글마다 다르게 옮긴 이름이나 문장이 없습니다.";
    FindingsCount "Findings: {}" "검사 결과 {}개";
    FindingsPlace "{}, row {}" "{}, {}행";
    ReadingWorks "Reading the works…" "작업 파일을 읽는 중…";
    Unread "Works that cannot be read: {}" "읽을 수 없는 작업 파일 {}개";
    ReplaceTitle "Replace in the job" "작업 모음에서 바꾸기";
    ReplaceFind "Find in all articles" "모든 글에서 찾기";
    ReplaceFound "Sentences: {}, in {} articles" "문장 {}개(글 {}개)";
    ReplaceArticle "{} ({})" "{} ({})";
    ReplaceIn "Replace in {} articles" "글 {}개에서 바꾸기";
    Replaced "Replaced: {} sentences in {} articles. Undo takes it back in each." "문장 {}개를 바꿨습니다(글 {}개). 글마다 실행 취소로 되돌릴 수 있습니다.";
    ReplaceFailed "Not changed: {}" "바꾸지 못했습니다: {}";
    StatisticsTitle "Statistics of the job" "작업 모음 통계";
    StatisticsPairs "Pairs" "글 쌍";
    StatisticsRows "Rows" "행";
    StatisticsSure "sure, to accept" "확실, 확정 전";
    StatisticsMatch "How sure the matches are" "글 대응 신뢰도";
    StatisticsPaired "Share of sentences paired" "짝지은 문장 비율";
    StatisticsAccepted "Rows accepted, by day" "날짜별 확정한 행";
    StatisticsDays "Pairs done, by day" "날짜별 완료한 글 쌍";
    ExportPairs "Pairs of the table: {}" "표에 보이는 글 쌍 {}개";
    ExportOne "All in one file" "파일 하나로";
    ExportEach "A file for each pair" "글 쌍마다 파일 하나씩";
    ExportFolder "Folder" "폴더";

    StripPlace "Pair {} of {}" "글 쌍 {} / {}";
    StripLeft "{} left here, {} in the job" "여기 {}개, 작업 모음에 {}개 남음";
    LearnedFrom "Learned from articles: {}" "확정한 글 {}편에서 배움";
    LearnedTip "This article was paired with what accepted rows ({}) of other articles ({}) teach. It can be switched off in the settings."
        "다른 글에서 확정한 {}행(글 {}편)을 참고하여 짝을 맞췄습니다. 설정에서 끌 수 있습니다.";
    ReadOnlyWork "This work is open elsewhere ({}), so it is only shown here." "다른 곳({})에서 열려 있는 작업이라 보기만 할 수 있습니다.";
    BackHint "The table of all pairs" "모든 글 쌍의 표";
    OpeningPair "Opening…" "여는 중…";
    RecentJob "job" "작업 모음";
    ManyTitle "Many articles: make a job…" "글 여러 편 한꺼번에…";
    ManyTip "Drop folders or many files anywhere here, too" "폴더나 여러 파일을 이 화면에 놓아도 됩니다";
}

/// How far a pair is, as the window says it.
pub fn pair_state(state: PairState, locale: Locale) -> &'static str {
    match state {
        PairState::New => locale.pick("new", "시작 전"),
        PairState::InWork => locale.pick("in work", "작업 중"),
        PairState::Done => locale.pick("done", "완료"),
        PairState::Parked => locale.pick("parked", "미룸"),
    }
}

//! Every word of the window that is not a command's, in English and Korean.

mod comparison;
mod job;
mod labels;
mod locale;

pub use comparison::ComparisonText;
pub use job::{JobText, pair_state};
pub use labels::{check, format, lang_name, reason, refusal, state, verdict};
pub use locale::{Locale, Words, capital, grouped};

macro_rules! texts {
    ($all:ident: $($name:ident $en:literal $ko:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $all { $($name),* }

        impl $all {
            pub const ALL: &[$all] = &[$($all::$name),*];

            pub fn in_(self, locale: $crate::texts::Locale) -> &'static str {
                match self { $($all::$name => locale.pick($en, $ko)),* }
            }
        }

        impl $crate::texts::Words for $all {
            fn in_(self, locale: $crate::texts::Locale) -> &'static str {
                $all::in_(self, locale)
            }
        }
    };
}
pub(crate) use texts;

texts! { Text:
    English "English" "영어";
    Korean "Korean" "한국어";
    Row "Row {}" "{}행";
    Left "{} left" "확인할 행 {}개";
    AllReviewed "Every row is accepted" "모든 행을 확정했습니다";
    SureLeft "No row needs eyes any more. Sure rows that are not accepted yet: {}. “{}” accepts them all."
        "확인이 필요한 행은 더 없습니다. 아직 확정하지 않은 확실한 행 {}개는 ‘{}’으로 한꺼번에 확정할 수 있습니다.";
    HiddenLeft "None of the rows shown needs eyes; hidden ones that do: {}. Esc shows all rows."
        "보이는 행 중에는 확인할 것이 없습니다. 숨겨진 행 {}개가 남았습니다. Esc를 누르면 모든 행이 보입니다.";
    ToAccept "{} to accept" "확정할 행 {}개";
    Accepted "{} of {} accepted" "{} / {}개 확정";
    Confidence "confidence {}%" "신뢰도 {}%";
    NotScored "not scored" "점수 없음";
    Crossing "crosses other rows" "순서가 바뀐 짝";
    EmptyCell "(no counterpart)" "(대응 문장 없음)";
    NoRows "No rows are left: undo, or bring a paragraph back from the list of excluded ones."
        "남은 행이 없습니다. 실행 취소를 하거나 제외 목록에서 문단을 되살리세요.";
    NothingHidden "All rows are shown already." "이미 모든 행이 보입니다.";
    NotEdited "This sentence has not been edited." "편집하지 않은 문장입니다.";
    Copied "Lines copied: {}" "{}줄을 복사했습니다.";
    PasteWhere "Texts are pasted on the start screen, or into a sentence that is being edited."
        "글은 시작 화면이나 편집 중인 문장에 붙여 넣을 수 있습니다.";
    SettingsKept "The settings hold values that this version does not know. They stay in the file as they are: {}"
        "설정 파일에 이 버전이 모르는 값이 있어 그대로 두었습니다: {}";
    SettingsDamaged "The settings cannot be used, so those of the first start hold: {}"
        "설정 파일이 손상되어 처음 설정으로 시작했습니다: {}";
    SettingsUnreadable "The settings cannot be read and will not be changed: {}"
        "설정 파일을 읽을 수 없어, 바꾼 설정이 저장되지 않습니다: {}";
    SettingsAside "The damaged settings are kept as {}" "손상된 설정 파일은 {}에 남겨 두었습니다.";
    SettingsUnwritten "The settings could not be saved. {}" "설정을 저장하지 못했습니다. {}";
    TextDropped "What was typed is dropped; undo brings it back." "입력한 내용을 버렸습니다. 실행 취소하면 되살아납니다.";
    NothingToUndo "There is nothing to undo." "되돌릴 작업이 없습니다.";
    NothingToRedo "There is nothing to do again." "다시 실행할 작업이 없습니다.";
    Editing "Ctrl+Enter saves, accepts and goes on · Tab saves and goes to the other side · Esc drops"
        "Ctrl+Enter 저장하고 확정 · Tab 저장하고 반대쪽으로 · Esc 취소";
    EditorName "Edit the sentence" "문장 편집";
    Cutting "{} of {} · {} · Up/Down next best · Left/Right along the text · Enter cuts · Shift+Enter cuts the row, too · Esc leaves it"
        "{}/{} · {} · ↑/↓ 순위대로 · ←/→ 글 순서대로 · Enter 자르기 · Shift+Enter 행까지 나누기 · Esc 취소";
    CutQuotation "sentence of the quotation" "인용문 안의 문장";
    CutMark "mark" "문장 부호";
    CutClause "clause" "절";
    CutComma "comma" "쉼표";
    CutWord "word" "단어";
    Linking "Marked. Go to its counterpart and press the same key." "문장을 표시했습니다. 짝이 될 문장으로 이동해 같은 키를 누르세요.";
    FindHint "Find in both texts" "양쪽에서 찾기";
    FindCount "{} of {}" "{} / {}";
    FindNone "Nothing found" "찾은 결과가 없습니다";
    Regex "Regex" "정규식";
    NoRegex "Not a regular expression" "정규식 문법이 올바르지 않습니다";
    ReplaceHint "Replace with" "바꿀 말";
    ReplaceHelp "$1 stands for the first group of a regular expression" "정규식에서 $1은 첫 번째 그룹을 뜻합니다";
    ReplaceHere "Replace" "바꾸기";
    ReplaceDeletes "Delete what is found" "찾은 글 지우기";
    NoSentenceHere "There is no sentence in this cell. The arrows lead to the other side." "이 칸에는 문장이 없습니다. ←/→ 키로 반대쪽으로 가세요.";
    ReplaceAll "Replace all ({})" "모두 바꾸기({})";
    QueueSure "and above is sure" "이상이면 확실";
    QueueLeastSureFirst "least sure first" "신뢰도가 낮은 행부터";
    QueueHelp "Which rows need eyes, and in which order" "확인할 행의 기준과 순서를 정합니다";
    WhichSide "Which side" "찾을 언어";
    WhichRows "Which rows" "찾을 행";
    BothSides "Both sides" "양쪽";
    RowsAll "All rows" "모든 행";
    RowsNeedingEyes "needs eyes" "확인 필요";
    RowsOneSided "no counterpart" "대응 문장 없음";
    RowsMany "several sentences" "여러 문장";
    RowsEdited "edited" "수정됨";
    RowsNoted "with a note" "메모 있음";
    RowsBookmarked "with a bookmark" "책갈피 있음";
    RowsFound "with a finding" "검사 결과 있음";
    RowsConfidence "confidence {}–{}%" "신뢰도 {}–{}%";
    RowsShape "shape {}" "{} 짝";
    RowsOtherShape "other shapes" "그 밖의 짝";
    FindingsTitle "Findings" "검사 결과";
    FindingMark "finding" "검사 결과";
    Bookmarked "bookmark" "책갈피";
    NoBookmarks "There is no bookmark and no note" "책갈피나 메모가 없습니다";
    Fresh "re-aligned just now" "방금 다시 맞춘 행";
    Selected "{} rows selected" "{}개 행 선택";
    OriginalTitle "Original" "처음 문장";
    UnmatchedTitle "Without a counterpart" "대응 문장 없음";
    UnmatchedNone "Every sentence has a counterpart" "모든 문장에 짝이 있습니다";
    GoToRow "Go to row {}" "{}행으로 이동";
    Domain "Field" "분야";
    DomainHint "economy" "경제";
    DirectionHelp "Of new pairs: the original stands at the left, and exports begin with it" "새로 여는 글에 적용합니다. 원문이 왼쪽에 오고 내보낼 때도 먼저 옵니다";
    Direction "Translated" "번역 방향";
    FromEnglish "English to Korean" "영어 → 한국어";
    FromKorean "Korean to English" "한국어 → 영어";
    Reviewer "Reviewer" "검토자";
    Licence "Licence" "이용 조건";
    LicenceHint "CC BY 4.0" "CC BY 4.0";
    ReviewerHint "name" "이름";
    MapTitle "Alignment map" "정렬 지도";
    MapName "Alignment map: {} rows, {} crossing, {} without a counterpart" "정렬 지도: {}개 행, 순서 바뀜 {}, 대응 문장 없음 {}";
    MapRow "Row {}: {}" "{}행: {}";
    Sureness "How sure" "신뢰도 분포";
    SurenessBin "{} rows" "{}개 행";
    PaletteHint "What do you want to do?" "무엇을 할까요?";
    PaletteNone "No command of that name" "그런 이름의 명령이 없습니다";
    HelpTitle "Keys and commands" "단축키와 명령";
    HintsTitle "First steps" "첫걸음";
    HintsNext "Next" "다음";
    HintsLeave "No hints, thanks" "그만 보기";
    HintsEnd "Start" "시작하기";
    HintRow "A row is a pair: what stands on the left is translated on the right. What was left out of the pages stays in grey lines; a click brings it back."
        "한 행이 한 쌍입니다. 왼쪽 문장을 오른쪽 문장이 옮긴 것입니다. 글에서 뺀 부분은 흐린 줄로 남아 있고, 누르면 되살아납니다.";
    HintConfidence "How sure Jjak is that this row is right, and below it why: what matches, and what has no counterpart."
        "이 행이 맞는지 얼마나 확신하는지 보여 줍니다. 아래에는 그 근거, 곧 일치 항목과 상대 글에 없는 항목이 나옵니다.";
    HintLeft "So many rows want your eyes. D goes to the next of them; A accepts a row and goes on."
        "직접 확인할 행의 수입니다. D를 누르면 다음으로 확인할 행으로 가고, A를 누르면 확정하고 넘어갑니다.";
    HintRepairs "A wrong pair is repaired with one key: Enter pushes a column down, Backspace pulls it up, M merges two rows, S splits one. Ctrl+Z takes anything back."
        "틀린 짝은 키 하나로 고칩니다. Enter는 열을 내리고 Backspace는 올리며, M은 두 행을 합치고 S는 나눕니다. 무엇이든 Ctrl+Z로 되돌립니다.";
    HintExport "Out it goes: TMX for translation tools, XLSX for reviewers, TSV or JSON lines for corpora. F1 opens the manual."
        "다 되면 내보냅니다. 번역 도구에는 TMX, 검수자에게는 XLSX, 말뭉치에는 TSV나 JSON Lines가 알맞습니다. F1을 누르면 설명서가 열립니다.";
    ManualTitle "Manual" "설명서";
    ManualSearch "Search the manual" "설명서에서 찾기";
    ManualNothing "Not in the manual" "설명서에 없는 말입니다";
    Close "Close" "닫기";
    Cancel "Cancel" "취소";
    Aligning "Pairing sentences…" "짝을 맞추는 중…";
    Realigned "Re-aligned: {} rows changed" "다시 맞춰 {}개 행이 바뀌었습니다";
    RealignedNone "Re-aligned: nothing changed" "다시 맞췄지만 바뀐 행이 없습니다";
    Cancelled "Stopped; nothing was changed" "중단했습니다. 바뀐 내용은 없습니다";
    JobFailed "Something went wrong inside Jjak: {}. Your work is as it was." "Jjak 내부 오류가 발생했습니다: {}. 작업 내용은 그대로 있습니다.";
    ExcludedTitle "Excluded blocks" "제외한 문단";
    ExcludedHere "{} excluded: {}" "제외한 문단 {}개: {}";
    ClickFolds "Click to show them as one line again" "누르면 다시 한 줄로 접힙니다";
    ShowExcluded "Show them one by one" "하나씩 보기";
    FoldExcluded "Fold them again" "다시 접기";
    MenuName "What can be done here" "여기서 할 수 있는 일";
    MenuRow "The row" "이 행";
    LookUpWord "Show the rows with “{}”" "‘{}’ 들어 있는 행 모두 보기";
    AddWordToGlossary "Add “{}” to the glossary…" "용어집에 ‘{}’ 추가…";
    WordInContext "“{}” in context…" "‘{}’ 용례 보기…";
    CutBeforeWord "Cut the sentence before “{}”" "‘{}’ 앞에서 문장 자르기";
    FilterHint "Rows with this text" "글자로 행 필터";
    FilterHelp "Shows only the rows that hold this text, of the kind chosen. Esc shows all rows again."
        "고른 종류에서 이 글자가 들어 있는 행만 보입니다. Esc를 누르면 모든 행이 보입니다.";
    FilterMore "Verdicts and more" "판정·기타";
    RowsShown "{} of {} rows" "{} / {}개 행";
    ShowAll "Show all rows" "모든 행 보기";
    NoneShown "There is no row of this kind. Esc shows all rows." "이런 행이 없습니다. Esc를 누르면 모든 행이 보입니다.";
    GoToHint "Row number, 1 to {}" "행 번호(1–{})";
    GoToOutside "There are rows 1 to {}." "1행부터 {}행까지 있습니다.";
    TermTitle "Glossary" "용어집";
    TermHint "The aligner knows these terms, and the checks look for them." "짝을 맞출 때 이 용어를 쓰고, 번역에 들어 있는지도 검사합니다.";
    TermOffered "Matches in this row" "이 행의 일치 항목";
    TermOfJob "This job" "이 작업 모음";
    TermOfWork "This work" "이 작업";
    TermOwn "My glossary, for all work" "내 용어집(모든 작업)";
    TermAddFile "Add a file…" "파일 추가…";
    TermAddFileHelp "A client's glossary (TSV, CSV, XLSX, TBX, UTX); a copy of it stays beside this work"
        "고객사 용어집(TSV, CSV, XLSX, TBX, UTX)을 더합니다. 사본이 작업 파일 옆에 저장됩니다.";
    TermNone "No terms yet" "아직 용어가 없습니다";
    TermCount "Terms: {}" "용어 {}개";
    TermForget "Take “{}” out" "‘{}’ 빼기";
    TermForgotten "Taken out of the glossary: {} = {}" "용어집에서 뺐습니다: {} = {}";
    TermFile "and all of {}" "{} 파일의 용어도 함께 쓰입니다";
    TermFileAdded "{} terms count from now on; they lie in {}" "용어 {}개가 지금부터 쓰입니다: {}";
    TermEnglish "English term" "영어 용어";
    TermKorean "Korean for it" "한국어 용어";
    TermAdd "Add" "추가";
    TermAdded "In the glossary: {} = {}" "용어집에 넣었습니다: {} = {}";
    TermThere "It was in the glossary already: {} = {}" "이미 용어집에 있습니다: {} = {}";
    NoGlossary "There is no folder to keep the glossary in." "용어집을 저장할 폴더가 없습니다.";
    FindingsOfText "Findings of this text" "이 글의 검사 결과";
    FindingsNone "No check says anything." "검사 결과가 없습니다.";
    FindingsReading "Reading: {}%" "읽는 중: {}%";
    FindingsAll "All {}" "전체 {}";
    FindingsWaived "Found right {}" "맞음 {}";
    FindingFix "Set right" "고치기";
    FindingFixAlike "Set right everywhere ({})" "모두 고치기({})";
    FindingFixShown "Set all {} right" "{}개 모두 고치기";
    FindingRight "Right here" "여기서는 맞음";
    FindingRightWord "“{}” is right" "‘{}’ 항상 맞음";
    FindingRightCheck "Never: {}" "검사 안 함: {}";
    FindingBack "Tell again" "다시 검사";
    FindingEverywhere "in the whole text" "글 전체";
    FindingSaveList "Save as a list…" "목록으로 저장…";
    FindingLoadList "Load a list…" "목록 불러오기…";
    FindingListHelp "Another text can load it, and jjak check --ignore takes it" "다른 글에서 불러오거나 jjak check --ignore에 줄 수 있습니다";
    FindingListSaved "Written: {}" "저장했습니다: {}";
    NoFindings "No check says anything of a row" "검사 결과가 있는 행이 없습니다";
    NoFindingHere "No check says anything of this row" "이 행에는 검사 결과가 없습니다";
    NoFix "Only you can tell how this is set right: edit the sentence (F2)" "어떻게 고칠지는 직접 정해야 합니다. F2로 문장을 고치세요";
    FixedSentences "Sentences set right: {}. Ctrl+Z takes it back." "문장 {}개를 고쳤습니다. Ctrl+Z로 되돌립니다.";
    WaivedHere "Not told again here. Ctrl+Z takes it back." "이 행에서는 다시 알리지 않습니다. Ctrl+Z로 되돌립니다.";
    WaivedEverywhere "Not told again in this text. Ctrl+Z takes it back." "이 글에서는 다시 알리지 않습니다. Ctrl+Z로 되돌립니다.";
    ConcordanceTitle "Concordance" "용례";
    ConcordanceHint "A word in all its places; the number leads to the row." "낱말이 나오는 곳을 모두 보여 줍니다. 번호를 누르면 그 행으로 갑니다.";
    ConcordanceWord "Word to look up" "찾을 낱말";
    ConcordanceCount "Places: {}" "{}곳";
    ConcordanceMost "The first {} places" "처음 {}곳";
    CandidatesTitle "Term candidates" "용어 후보";
    CandidatesHint "Words and names that are said in one way; + takes one into the glossary." "한결같이 옮긴 용어와 이름입니다. +를 누르면 용어집에 들어갑니다.";
    CandidatesOfAccepted "{} candidates in {} accepted pairs" "후보 {}개, 확정한 짝 {}개에서";
    CandidatesOfAll "{} candidates in {} pairs (none is accepted yet)" "후보 {}개, 짝 {}개에서(아직 확정한 짝이 없음)";
    CandidatesSave "Save as a file…" "파일로 저장…";
    CandidatesSaveHelp "XLSX, TBX, TSV, CSV or UTX, by the ending of its name" "파일 이름에 따라 XLSX, TBX, TSV, CSV, UTX로 저장합니다";
    CandidatesKinds "{}: end the name in .xlsx, .tbx, .tsv, .csv or .utx" "{}: 파일 이름을 .xlsx, .tbx, .tsv, .csv, .utx로 끝내세요";
    CandidatesSaved "{} terms written: {}" "용어 {}개를 저장했습니다: {}";
    CandidateAdd "Take “{}” = “{}” into the glossary" "용어집에 ‘{}’ = ‘{}’ 넣기";
    CandidateOthers "Said otherwise: {}" "다른 번역: {}";
    CandidatePairs "{} pairs" "{}개 짝";
    ClickRestores "Click to bring it back" "누르면 되살립니다";
    ClickShows "Click to see them" "누르면 하나씩 보여 줍니다";
    ExcludedNone "Nothing was excluded" "제외한 문단이 없습니다";
    ListWarning "Your lists: {}" "내 목록: {}";
    NothingAlike "Nothing can be told to be like a paragraph without words" "단어가 없는 문단이라 비슷한 문단을 찾을 수 없습니다";
    NeverAgainKept "Kept for every page from now on: {}" "앞으로 여는 모든 글에서 제외합니다: {}";
    NoLists "There is no folder to keep the rule in; it counts for this text only" "규칙을 저장할 폴더가 없어 이 글에서만 제외합니다";
    LoneFigures "Without a counterpart" "상대 글에 없는 항목";
    Shorter "Korean is {}% shorter than usual" "한국어가 평소보다 {}% 짧습니다";
    Longer "Korean is {}% longer than usual" "한국어가 평소보다 {}% 깁니다";
    UsualLength "the length is as usual" "길이는 평소와 비슷합니다";

    Restore "Restore" "되살리기";
    NoteHint "A note for whoever reads this next" "다음에 볼 사람을 위한 메모";
    NoMatches "No number, name or dictionary word matches here." "일치하는 숫자, 이름, 사전 단어가 없습니다.";
    KindNumber "number" "숫자";
    KindDate "date" "날짜";
    KindName "name" "이름";
    KindTerm "word" "단어";
    KindCopy "copied" "그대로 옮긴 말";
    NothingLost "Nothing lost: EN {}/{}, KO {}/{} characters" "빠진 글자 없음: 영어 {}/{}자, 한국어 {}/{}자";
    Exported "Exported {} pairs to {}" "{}쌍을 내보냈습니다: {}";
    Sure "sure" "확실";
    Likely "likely" "대체로 확실";
    Unsure "unsure: please look" "불확실, 확인 필요";
    ByPerson "made by hand" "직접 만든 짝";
    ByEdit "left over from an edit beside it" "이웃한 행을 고치면서 남은 행";
    Matches "What matches" "일치 항목";
    Verdict "Verdict" "판정";
    Note "Note" "메모";
    ExportTitle "Export" "내보내기";
    EditedMark "edited" "수정됨";
    Tagline "Turns an English article and its Korean counterpart into a reviewed parallel corpus"
        "영어 기사와 한국어 기사의 문장을 짝지어 검토를 거친 병렬 말뭉치를 만듭니다";
    ChooseEnglish "Choose the English article" "영어 글 고르기";
    ChooseKorean "Choose the Korean article" "한국어 글 고르기";
    DropHere "Drop a file here" "파일을 여기에 놓으세요";
    DropKinds "web page, text, Word, Hangul, PDF, PowerPoint, Excel, EPUB, subtitles"
        "웹 페이지 · 텍스트 · 워드 · 한글 · PDF · 파워포인트 · 엑셀 · EPUB · 자막";
    KnownFiles "Supported files" "지원하는 파일";
    AllFiles "All files" "모든 파일";
    Chapter "Chapter" "장 선택";
    WholeBook "The whole book" "책 전체";
    LetGo "Let go to open; Jjak finds which is English and which Korean"
        "놓으면 열립니다. 영어와 한국어는 자동으로 구분합니다";
    CuttingTitle "Sentence rules" "문장 나누기 규칙";
    CuttingLines "Every line is a sentence already" "한 줄을 한 문장으로 보기";
    CuttingQuotations "Quotations of several sentences" "여러 문장으로 된 인용문";
    QuotationsSplit "Split, unless Korean grammar ties them (“…”라고 했다)" "나누되, ‘라고 했다’처럼 묶인 인용문은 그대로 두기";
    QuotationsWhole "Keep whole" "나누지 않기";
    QuotationsAlways "Always split" "항상 나누기";
    CuttingWrapped "Lines broken at a column, in texts you open from now on" "일정한 너비에서 끊긴 줄(앞으로 여는 글)";
    WrappedAuto "Join where they look it" "끊긴 것 같으면 잇기";
    WrappedYes "Join" "잇기";
    WrappedNo "Keep" "그대로 두기";
    CuttingEndings "Korean sentences without a full stop" "마침표 없는 한국어 문장";
    EndingsMarked "Split at marks only" "부호가 있을 때만 나누기";
    EndingsPolite "Split after polite endings, too (-니다, -요, -죠)" "존댓말 뒤에서도 나누기 (-니다, -요, -죠)";
    EndingsPlain "Split after plain endings, too (-했다, -있다)" "‘-다’ 뒤에서도 나누기 (-했다, -있다)";
    CuttingSrx "Rules of an SRX file" "SRX 규칙 파일";
    SrxExtend "Besides the built-in rules" "기본 규칙과 함께";
    SrxReplace "Instead of the built-in rules" "기본 규칙 대신";
    CuttingWords "Your own words" "내 단어 목록";
    ListTitles "Abbreviations that never end a sentence" "문장 끝에 오지 않는 약어";
    ListBeforeNumbers "Abbreviations before numbers" "숫자 앞에 오는 약어";
    ListMayEnd "Abbreviations that may end a sentence" "문장 끝에 올 수 있는 약어";
    ListStarters "Words that begin sentences" "문장을 시작하는 단어";
    ListBrands "Names with a mark in them" "부호가 들어가는 이름";
    NewWord "New word" "새 단어";
    AddWord "Add" "추가";
    ForgetWord "Take it out of the list" "목록에서 빼기";
    CuttingPreview "This paragraph by these rules" "이 규칙으로 나눈 현재 문단";
    CuttingMore "and {} more places in this paragraph" "이 문단에 {}곳이 더 있습니다";
    CuttingOneSentence "One sentence: there is no place where it might end." "한 문장입니다. 나눌 만한 곳이 없습니다.";
    CuttingEnds "ends" "나눔";
    CuttingGoesOn "goes on" "이어짐";
    CuttingCounts "Sentences: English {} → {}, Korean {} → {}" "문장 수: 영어 {} → {}, 한국어 {} → {}";
    CuttingApply "Cut the pair anew" "다시 나누기";
    CuttingApplyHint "Your own cuts, edits and accepted rows stay. One step to undo." "직접 나누거나 수정한 문장과 확정한 행은 그대로 둡니다. 한 번에 되돌릴 수 있습니다.";
    CuttingDone "Cut anew: {} rows changed" "다시 나눠 {}개 행이 바뀌었습니다";
    CuttingNone "Cut anew: nothing changed" "다시 나눴지만 바뀐 행이 없습니다";
    CuttingLost "{} changes of yours could not be kept." "직접 수정한 곳 중 {}곳은 유지하지 못했습니다.";
    Browse "Browse…" "찾아보기…";
    PasteText "Paste text" "글 붙여 넣기";
    PasteTip "Ctrl+V anywhere on this screen does it, too" "이 화면 어디서든 Ctrl+V로도 넣을 수 있습니다";
    PasteName "Text" "본문";
    PasteHint "Paste or type the article here" "여기에 글을 붙여 넣거나 입력하세요";
    UseText "Use this text" "이 글 쓰기";
    PathName "Path" "경로";
    PathHint "or type a path or a link and press Enter" "또는 경로나 링크를 입력하고 Enter를 누르세요";
    PastedText "Pasted text" "붙여 넣은 글";
    Characters "{} characters" "{}자";
    Remove "Remove" "빼기";
    Encoding "Encoding" "인코딩";
    EncodingHint "If the text is garbled, choose the encoding it is in." "글자가 깨져 보이면 알맞은 인코딩을 골라 주세요.";
    Separate "Separate the languages" "두 언어 나누기";
    SeparateHint "This text holds English and Korean. Put each on its own side." "영어와 한국어가 함께 들어 있습니다. 언어별로 나누어 양쪽에 넣습니다.";
    Reading "Reading…" "읽는 중…";
    Moved "That text is {}, so it went to its own side." "{} 글이어서 제자리로 옮겼습니다.";
    SameLanguage "Both texts are {}. The {} one is still missing." "둘 다 {} 글입니다. {} 글이 있어야 합니다.";
    NoLetters "There are no words in it, only marks or numbers." "글자 없이 부호나 숫자뿐입니다.";
    NoDialog "This system opened no file dialog. Drop the file here or type its path."
        "시스템의 파일 선택 창을 열 수 없습니다. 파일을 끌어다 놓거나 경로를 입력하세요.";
    PairSentences "Pair the sentences" "짝 맞추기";
    PairTip "Cleans both texts, cuts them into sentences and pairs these"
        "두 글을 정리하고 문장으로 나눈 뒤 서로 짝을 맞춥니다";
    BothNeeded "Add both articles first" "먼저 두 글을 모두 넣으세요";
    OpenSample "Open the sample" "예제 열기";
    RecentPairs "Recent pairs" "최근 작업";
    LookTitle "How it looks" "화면";
    LanguageName "Language" "언어";
    AsSystem "As the system" "시스템 설정대로";
    ThemeName "Colours" "화면 색";
    Light "Light" "밝게";
    Dark "Dark" "어둡게";
    TextSize "Text size" "글자 크기";
    LineSpacing "Line spacing" "줄 간격";
    EnglishColumn "English column" "영어 열 너비";
    QueueTitle "What needs eyes" "확인할 행";
    LearningTitle "Jobs" "작업 모음";
    Learning "Accepted rows teach the pairing of later articles" "확정한 행을 다음 글의 짝 맞추기에 활용";
    LearningHelp "Names and terms in rows accepted elsewhere in the job count when an article nobody has begun is paired."
        "아직 시작하지 않은 글의 짝을 맞출 때 작업 모음의 다른 글에서 확정한 이름과 용어를 참고합니다.";
    KeysTitle "Keys" "단축키";
    KeysHint "Find a command or a key" "명령이나 키로 찾기";
    KeysNone "No command or key of that name" "그런 명령이나 키가 없습니다";
    KeysReset "Reset all keys" "모두 기본값으로";
    KeyReset "Reset" "기본값으로";
    KeyAdd "Add a key" "키 추가";
    KeyChange "Click, then press the new keys" "누른 다음 새 키를 누르세요";
    KeyAsk "Press the new keys. Esc leaves them as they are." "새 키를 누르세요. Esc를 누르면 그대로 둡니다.";
    KeyReserved "Esc, Tab and the keys of copy and paste stay as they are. Press others."
        "Esc, Tab과 복사·붙여넣기 키는 바꿀 수 없습니다. 다른 키를 누르세요.";
    KeyTaken "{} is the key of “{}”." "{} 키는 “{}” 명령에서 쓰고 있습니다.";
    KeySwap "Swap the two" "서로 바꾸기";
    KeyTake "Take it over" "가져오기";
    KeyRemove "Remove this key" "이 키 삭제";
    SplitHandle "Drag to move the border of the columns; double-click for halves"
        "끌어서 두 열의 너비를 바꿉니다. 두 번 클릭하면 너비가 같아집니다";
    MoreName "Settings and messages" "설정과 알림";
    LicencesTitle "Licences" "라이선스";
    LogTitle "Log" "작업 기록";
    LogHint "What happened since Jjak was started: commands, times and sizes. None of your texts or file names is in it."
        "Jjak을 시작한 뒤의 명령, 시각, 크기만 적혀 있습니다. 글 내용이나 파일 이름은 들어 있지 않습니다.";
    LogCopy "Copy" "복사";
    Checking "checking {}%" "검사 중 {}%";
    CheckingHelp "The checks still read the rows; what they find is added to what needs eyes."
        "아직 검사하는 중입니다. 검사 결과가 나온 행은 확인할 행에 더해집니다.";
    ZoomName "Zoom" "화면 배율";
    Messages "Messages ({})" "알림 {}";
    MessagesTitle "Messages" "알림";
    MessagesNone "No messages yet" "알림이 없습니다";
    Times "(×{})" "(×{})";
    ByRule "rule {}" "규칙 {}";
    FormatName "Format" "형식";
    FormatTmx "TMX, for translation tools" "TMX (번역 도구용)";
    FormatTsv "TSV, for corpus tools and scripts" "TSV (말뭉치 도구·스크립트용)";
    FormatCsv "CSV, for Excel and other spreadsheets" "CSV (엑셀 등 표 프로그램용)";
    FormatXliff12 "XLIFF 1.2, for translation tools" "XLIFF 1.2 (번역 도구용)";
    FormatXliff21 "XLIFF 2.1, for translation tools" "XLIFF 2.1 (번역 도구용)";
    FormatTei "Alignment with two TEI texts (InterText)" "TEI 정렬 (InterText용, 본문 두 파일 포함)";
    FormatXces "Alignment with two TEI texts (XCES, as OPUS)" "XCES 정렬 (OPUS 방식, 본문 두 파일 포함)";
    FormatXlsx "XLSX, to review in Excel" "XLSX (엑셀 검토용)";
    FormatDocx "DOCX, a table to review in Word" "DOCX (워드 검토용 표)";
    FormatJsonl "JSONL, for training runs" "JSONL (기계 학습용)";
    FormatParquet "Parquet, for training runs" "Parquet (기계 학습용)";
    FormatMoses "Moses pair, two files of lines (.en and .ko)" "Moses 쌍 (.en·.ko 두 파일)";
    FormatMarkdown "Markdown table" "Markdown 표";
    FormatHtml "HTML report, to read and print" "HTML 보고서 (읽기·인쇄용)";
    CodesName "Language codes" "언어 코드";
    CodeEnglish "Code for English" "영어 코드";
    CodeKorean "Code for Korean" "한국어 코드";
    BadCode "like en-US, ko-KR" "예: en-US, ko-KR";
    IncludeName "Include" "포함";
    StatesName "State" "상태";
    NoVerdict "none" "판정 없음";
    LeastConfidence "Confidence" "최소 신뢰도";
    LeastConfidenceHelp "What is less sure is left out, unless you accepted or made it." "이보다 신뢰도가 낮은 행은 뺍니다. 확정했거나 직접 만든 행은 남습니다.";
    WholeParagraphs "Whole paragraphs" "문단 단위로 묶기";
    DuplicatesName "Duplicates" "중복";
    KeepAll "keep all" "모두 남기기";
    KeepFirst "keep the first" "첫 번째만 남기기";
    OrderName "Order" "순서";
    OrderDocument "As the rows stand" "화면에 보이는 순서";
    OrderEnglish "As in the English text" "영어 본문 순서";
    OrderKorean "As in the Korean text" "한국어 본문 순서";
    NormalName "Make alike" "표기 통일";
    NormalNfc "Unicode (NFC)" "유니코드(NFC)";
    NormalQuotes "quotes" "따옴표";
    NormalSpaces "invisible characters" "보이지 않는 문자";
    IncludeMany "Rows of several sentences" "여러 문장이 묶인 행";
    IncludeOneSided "Rows with one side only" "한쪽만 있는 행";
    NotInFormat "This format cannot hold a row with one side only." "이 형식에는 한쪽만 있는 행을 담을 수 없습니다.";
    IncludeNotes "Notes" "메모";
    PreviewName "Preview" "미리 보기";
    PreviewNone "No row fits these choices." "조건에 맞는 행이 없습니다.";
    TallyRows "Rows in {}: {}" "{}에 담기는 행: {}";
    TallyEach "Rows in each of {}: {}" "{}에 각각 담기는 행: {}";
    TallyParagraphs "Rows in {}: {}, in {} paragraphs" "{}에 담기는 행: {}(문단 {}개)";
    TallyTexts "Beside it both texts whole: {}, {}" "두 글 전체도 함께 저장: {}, {}";
    TallyNoneOut "No row stays out." "빠지는 행이 없습니다.";
    TallyOut "Rows that stay out: {} ({})" "빠지는 행: {}({})";
    OutNoVerdict "without a verdict" "판정 없음";
    OutConfidence "less sure than asked for" "최소 신뢰도 미달";
    OutOneSided "one side only" "한쪽만 있음";
    OutOneSidedInFormat "one side only, which this format cannot hold" "한쪽만 있어 이 형식에 담을 수 없음";
    OutParagraph "in a paragraph that is not whole" "빠지는 행이 있는 문단";
    OutDuplicate "duplicate" "중복";
    OutEmpty "without text" "글 없음";
    FileName "File" "파일";
    SaveAs "Save the export as" "내보낼 파일";
    WillReplace "This file exists and will be replaced." "이미 있는 파일입니다. 계속하면 덮어씁니다.";
    ExportNow "Export" "내보내기";
    SaveTitle "Save the work" "작업 저장";
    SaveHint "One .jjak file holds both articles, the pairs and everything undo can take back. Later edits go into it at once."
        "두 글과 짝, 실행 취소 기록까지 .jjak 파일 하나에 담깁니다. 이후의 작업은 바로바로 기록됩니다.";
    SaveNow "Save" "저장";
    Saved "Saved: {}" "저장했습니다: {}";
    SavedBeside "Saved: {}. What was there is now {}" "저장했습니다: {}. 원래 있던 파일은 {}(으)로 남겨 두었습니다.";
    RecoveredTitle "Work that was not saved" "저장하지 못한 작업";
    RecoveredEdits "{} edits · {}" "편집 {}개 · {}";
    Discard "Discard" "버리기";
    DiscardAsk "It cannot be brought back." "버리면 되살릴 수 없습니다.";
    DiscardForGood "Discard for good" "완전히 버리기";
    Keep "Keep" "남겨 두기";
    OpenRecent "Open" "열기";
    CopyPath "Copy the path" "경로 복사";
    ForgetRecent "Take it out of the list" "목록에서 빼기";
    OpenProjectTitle "Open earlier work" "작업 파일 열기";
    CutEnd "The last edit was cut short, as by a crash, and is left out." "마지막 작업이 끝까지 기록되지 않아 빼고 열었습니다.";
    DamagedEnd "The end of the file is damaged: {} edits could not be read. A copy of the file is kept beside it."
        "파일 끝이 손상되어 작업 {}개를 읽지 못했습니다. 원래 파일은 옆에 따로 남겨 두었습니다.";
    ReadOnly "This file cannot be written to. Save under another name to keep your changes."
        "쓰기 권한이 없는 파일입니다. 작업을 남기려면 다른 이름으로 저장하세요.";
    NoJournal "There is no place to keep your edits: save the work soon." "작업을 기록할 곳이 없습니다. 곧 저장해 주세요.";
    Unsaved "This work is not saved yet." "작업을 아직 저장하지 않았습니다.";
    SaveFirst "Save…" "저장…";
    LeaveAnyway "Leave without saving" "저장하지 않고 나가기";
    StillOpen "The pair you worked on is still open." "하던 작업이 그대로 열려 있습니다.";
}

//! The table: a row of it is a command, with its group, where its keys are heard, its keys, what each thing that it does
//! needs, and its words.
//!
//! The rows are handed to a macro that takes from them what it is for. So what only speaks of commands need not know what
//! does them: this room makes the names of them, and `app::action`, above the rooms that do them, calls their functions.

macro_rules! commands {
    ($take:ident) => { $take! {
    NewPair File Anywhere [ctrl(Key::N)]
        {Rows(RowNeed::Nothing) => Window(Workbench::new_pair), Job(JobNeed::Table) => Window(Workbench::new_pair)}
        "New pair" "새 작업"
        "Back to the start screen, to open two other articles." "시작 화면으로 돌아가 다른 기사 두 편을 엽니다.";
    BackToPair File InGrid []
        {PairBehind => Window(Workbench::back_to_pair)}
        "Back to the pair" "하던 작업으로"
        "Leave the start screen for the pair that is still open." "시작 화면에서 열려 있는 작업으로 돌아갑니다.";
    OpenEnglish File Anywhere [ctrl(Key::O)]
        {Nothing => Window(Workbench::choose_english)}
        "Open English…" "영어 글 열기…"
        "Choose the English article's file." "영어 글 파일을 고릅니다.";
    OpenKorean File Anywhere [ctrl_shift(Key::O)]
        {Nothing => Window(Workbench::choose_korean)}
        "Open Korean…" "한국어 글 열기…"
        "Choose the Korean article's file." "한국어 글 파일을 고릅니다.";
    OpenSample File InGrid []
        {Nothing => Window(Workbench::open_sample)}
        "Open the sample" "예제 열기"
        "Open a small news pair that comes with Jjak." "함께 들어 있는 짧은 기사 한 쌍을 엽니다.";
    OpenProject File Anywhere [ctrl_shift(Key::P)]
        {Nothing => Window(Workbench::choose_project)}
        "Open earlier work…" "작업 열기…"
        "Open a .jjak file, or a job (.jjakjob), and go on where it was left."
        ".jjak 파일이나 작업 모음(.jjakjob)을 열어 하던 곳부터 이어서 합니다.";
    Save File Anywhere [ctrl(Key::S)]
        {Rows(RowNeed::Nothing) => Window(Workbench::save)}
        "Save" "저장"
        "Keep the work in a file; later edits go into it at once." "작업을 파일로 남깁니다. 이후의 작업은 바로 기록됩니다.";
    SaveAs File Anywhere [ctrl_shift(Key::S)]
        {Rows(RowNeed::Nothing) => Window(Workbench::save_as)}
        "Save as…" "다른 이름으로 저장…"
        "Go on in a file of another name." "다른 이름의 파일에서 이어서 합니다.";
    Export File Anywhere [ctrl(Key::E)]
        {Rows(RowNeed::Nothing) => Window(Workbench::export), Job(JobNeed::AnyWork) => Window(Workbench::export_job)}
        "Export…" "내보내기…"
        "Write the pairs as TMX, XLIFF, TSV, XLSX, Parquet and more." "짝지은 문장을 TMX, XLIFF, TSV, XLSX, Parquet 등으로 저장합니다.";
    CompareWorks File Anywhere [ctrl_shift(Key::D)]
        {Rows(RowNeed::Nothing) => Window(Workbench::compare_works)}
        "Compare with another work…" "다른 작업과 비교…"
        "Another person's project or a table that came back, side by side: one key takes mine, theirs or both."
        "다른 사람의 작업 파일이나 돌려받은 표를 나란히 보고, 키 하나로 내 것이나 상대 것을 고르거나 둘 다 남깁니다.";
    Quit File Anywhere [ctrl(Key::Q)]
        {Nothing => Window(Workbench::quit)}
        "Quit" "끝내기"
        "Close the window." "창을 닫습니다.";

    Undo Edit InGrid [ctrl(Key::Z)]
        {Rows(RowNeed::Undo) => Rows(Review::undo), Job(JobNeed::Undo) => Window(Workbench::undo_in_job)}
        "Undo" "실행 취소"
        "Take the last change back, re-alignment too." "마지막 작업을 되돌립니다. 다시 맞추기도 되돌립니다.";
    Redo Edit InGrid [ctrl(Key::Y), ctrl_shift(Key::Z)]
        {Rows(RowNeed::Redo) => Rows(Review::redo), Job(JobNeed::Redo) => Window(Workbench::redo_in_job)}
        "Redo" "다시 실행"
        "Do again what was undone." "되돌린 작업을 다시 합니다.";
    Copy Edit InGrid [ctrl(Key::C)]
        {Rows(RowNeed::Cell) => Window(Workbench::copy)}
        "Copy" "복사"
        "The cell, or the selected rows: a line each, with a tab between the sides."
        "칸을 복사합니다. 여러 행을 선택했으면 행마다 한 줄로, 두 언어 사이에 탭을 넣어 복사합니다.";
    EditText Edit InGrid [bare(Key::F2)]
        {Rows(RowNeed::Sentence) => Rows(Review::edit_text)}
        "Edit the sentence" "문장 편집"
        "Edit in place: Ctrl+Enter saves and accepts, Tab saves and goes to the other side, Esc drops. The source stays as it was."
        "그 자리에서 고칩니다. Ctrl+Enter로 저장하고 확정, Tab으로 저장하고 반대쪽으로, Esc로 취소합니다. 처음 문장은 그대로 남습니다.";
    OriginalText Edit InGrid [shift(Key::F2)]
        {Rows(RowNeed::Edited) => Rows(Review::drop_edited_text)}
        "Original text" "처음 문장으로"
        "Drop what was edited and show the source again." "수정한 내용을 버리고 처음 문장을 되살립니다.";
    AddTerm Edit InGrid [bare(Key::T)]
        {Rows(RowNeed::Nothing) => Rows(Review::add_term), Job(JobNeed::Table) => Window(Workbench::open_glossary)}
        "Glossary…" "용어집…"
        "Add a term to the glossary of the job, of the work or your own, and see what they hold: the aligner and the checks know it."
        "작업 모음이나 이 작업, 내 용어집에 용어를 넣고 든 용어를 봅니다. 짝 맞추기와 검사에 쓰입니다.";
    FixFinding Edit InGrid [bare(Key::R)]
        {Rows(RowNeed::Row) => Rows(Review::fix_finding)}
        "Set the finding right" "검사 결과대로 고치기"
        "What a check is sure how to set right: spaces, marks, a forbidden word, a name in its other spelling. Particles follow."
        "띄어쓰기, 부호, 금지어, 이름 표기처럼 어떻게 고칠지 분명한 것을 고칩니다. 조사도 맞춥니다.";
    FixAlike Edit InGrid [shift(Key::R)]
        {Rows(RowNeed::Row) => Rows(Review::fix_alike)}
        "Set all like it right" "같은 것 모두 고치기"
        "The same in every row, as one step: one spelling for all." "모든 행에서 같은 것을 한 번에 고칩니다. 표기를 하나로 맞출 때 씁니다.";
    WaiveHere Edit InGrid [bare(Key::I)]
        {Rows(RowNeed::Row) => Rows(Review::waive_here)}
        "The finding is right here" "여기서는 맞음"
        "What the checks say of this row is told no more." "이 행의 검사 결과를 더 이상 알리지 않습니다.";
    WaiveEverywhere Edit InGrid [shift(Key::I)]
        {Rows(RowNeed::Row) => Rows(Review::waive_everywhere)}
        "The finding is always right" "항상 맞음"
        "Of this word, or of this check, nothing is told any more in the whole text." "이 글에서는 이 낱말이나 이런 검사를 더 이상 알리지 않습니다.";
    TermCandidates Edit Anywhere [ctrl_shift(Key::T)]
        {Rows(RowNeed::Nothing) => Window(Workbench::open_term_candidates), Job(JobNeed::AnyWork) => Window(Workbench::open_term_candidates)}
        "Term candidates…" "용어 후보…"
        "Words and names that the accepted pairs say in one way, to be taken into a glossary." "확정한 짝에서 한결같이 옮긴 용어와 이름을 찾아 용어집에 넣습니다.";
    Concordance Edit Anywhere [ctrl_shift(Key::C)]
        {Rows(RowNeed::Nothing) => Window(Workbench::open_concordance)}
        "Concordance…" "용례 찾기…"
        "A word in all its places, with what stands around it and its counterpart." "낱말이 나오는 곳을 앞뒤 문맥, 상대 문장과 함께 모두 봅니다.";
    RowMenu Edit InGrid [shift(Key::F10)]
        {Rows(RowNeed::Row) => Rows(Review::ask_for_menu), Job(JobNeed::Table) => Table(JobTable::ask_for_menu)}
        "Menu of the sentence" "문장 메뉴"
        "What can be done to the sentence and its row, as by a right click." "마우스 오른쪽 버튼을 눌렀을 때처럼 문장과 행에 쓸 수 있는 명령을 보여 줍니다.";
    Find Edit Anywhere [ctrl(Key::F)]
        {Rows(RowNeed::Nothing) => Rows(Review::open_find), Job(JobNeed::Table) => Table(JobTable::search)}
        "Find" "찾기"
        "Find text or rows of a kind; spacing does not matter in Korean."
        "글자나 행의 종류로 찾습니다. 한국어 띄어쓰기는 구분하지 않습니다.";
    Replace Edit Anywhere [ctrl(Key::H)]
        {Rows(RowNeed::Nothing) => Rows(Review::open_replace), Job(JobNeed::AnyWork) => Window(Workbench::replace_in_job)}
        "Replace" "바꾸기"
        "Replace what is found, after seeing what it would do; one step to undo."
        "찾은 글자를 바꿉니다. 바뀔 내용을 먼저 보여 주고, 한 번에 되돌릴 수 있습니다.";
    FindNext Edit Anywhere [bare(Key::F3)]
        {Rows(RowNeed::Nothing) => Rows(Review::find_next)}
        "Find next" "다음 찾기"
        "Go to the next hit." "다음 찾은 곳으로 갑니다.";
    FindPrevious Edit Anywhere [shift(Key::F3)]
        {Rows(RowNeed::Nothing) => Rows(Review::find_previous)}
        "Find previous" "이전 찾기"
        "Go to the hit before." "이전 찾은 곳으로 갑니다.";

    Accept Review InGrid [bare(Key::A)]
        {Rows(RowNeed::Row) => Rows(Review::accept)}
        "Accept and go on" "확정하고 다음으로"
        "Accept the pair and jump to the next that needs eyes." "이 짝을 확정하고 확인이 필요한 다음 행으로 갑니다.";
    AcceptAbove Review InGrid [shift(Key::A)]
        {Rows(RowNeed::Row) => Rows(Review::accept_above)}
        "Accept all above" "여기까지 모두 확정"
        "Accept this row and every row above it, as one step." "이 행과 위의 모든 행을 한 번에 확정합니다.";
    AcceptConfident Review InGrid [ctrl_shift(Key::A)]
        {Rows(RowNeed::Row) => Rows(Review::accept_confident)}
        "Accept all that is sure" "확실한 짝 모두 확정"
        "Accept every row that needs no eyes, in one step."
        "확인할 필요가 없는 행을 한꺼번에 확정합니다.";
    Flag Review InGrid [bare(Key::F)]
        {Rows(RowNeed::Row) => Rows(Review::flag)}
        "Flag" "보류"
        "Mark the pair for another look, or unmark it." "나중에 다시 볼 짝으로 표시하거나 표시를 지웁니다.";
    Unreview Review InGrid [shift(Key::U)]
        {Rows(RowNeed::Row) => Rows(Review::unreview)}
        "Back to unreviewed" "검토 전으로"
        "Take acceptance or flag away." "확정이나 보류 표시를 지웁니다.";
    VerdictExact Review InGrid [bare(Key::Num1)]
        {Rows(RowNeed::Row) => Rows(|review| review.judge(Verdict::Exact))}
        "Exact" "정확한 번역"
        "Verdict: an exact translation." "판정: 내용이 정확히 같은 번역입니다.";
    VerdictFree Review InGrid [bare(Key::Num2)]
        {Rows(RowNeed::Row) => Rows(|review| review.judge(Verdict::Free))}
        "Free" "의역"
        "Verdict: a free translation." "판정: 뜻을 살려 옮긴 번역입니다.";
    VerdictPartial Review InGrid [bare(Key::Num3)]
        {Rows(RowNeed::Row) => Rows(|review| review.judge(Verdict::Partial))}
        "Partial" "일부만 번역"
        "Verdict: only part of it is translated." "판정: 일부만 옮긴 번역입니다.";
    VerdictNot Review InGrid [bare(Key::Num4)]
        {Rows(RowNeed::Row) => Rows(|review| review.judge(Verdict::NotATranslation))}
        "Not a translation" "번역 아님"
        "Verdict: the two sides do not translate each other." "판정: 서로의 번역이 아닙니다.";
    VerdictOmission Review InGrid [bare(Key::Num5)]
        {Rows(RowNeed::Row) => Rows(|review| review.judge(Verdict::IntendedOmission))}
        "Intended omission" "의도한 생략"
        "Verdict: left out on purpose." "판정: 일부러 옮기지 않은 문장입니다.";
    Note Review InGrid [bare(Key::N)]
        {Rows(RowNeed::Row) => Rows(Review::write_note)}
        "Note" "메모"
        "Write a note to the pair." "이 짝에 메모를 답니다.";

    Bookmark Review InGrid [bare(Key::B)]
        {Rows(RowNeed::Row) => Rows(Review::bookmark)}
        "Bookmark" "책갈피"
        "Mark the row to come back to it, or take the mark away." "다시 볼 행에 책갈피를 꽂거나 뺍니다.";

    PushTail Repair InGrid [bare(Key::Enter)]
        {Rows(RowNeed::Row) => Rows(Review::push_tail)}
        "Push down" "아래로 밀기"
        "Push this column down a row, as far as the next gap; the other keeps still."
        "이 열을 다음 빈칸까지 한 행 아래로 밉니다. 다른 열은 그대로 있습니다.";
    PullTail Repair InGrid [bare(Key::Backspace)]
        {Rows(RowNeed::Row) => Rows(Review::pull_tail)}
        "Pull up" "위로 당기기"
        "Pull this column up a row, from as far as the next gap; the other keeps still."
        "이 열을 다음 빈칸까지 한 행 위로 당깁니다. 다른 열은 그대로 있습니다.";
    MoveDown Repair InGrid [ctrl(Key::ArrowDown)]
        {Rows(RowNeed::Row) => Rows(Review::move_down)}
        "Sentence to the next row" "문장을 다음 행으로"
        "Move the sentence under the cursor to the row below." "선택한 문장을 다음 행으로 옮깁니다.";
    MoveUp Repair InGrid [ctrl(Key::ArrowUp)]
        {Rows(RowNeed::Row) => Rows(Review::move_up)}
        "Sentence to the row above" "문장을 이전 행으로"
        "Move the sentence under the cursor to the row above." "선택한 문장을 이전 행으로 옮깁니다.";
    Merge Repair InGrid [bare(Key::M)]
        {Rows(RowNeed::Row) => Rows(Review::merge)}
        "Merge with the next row" "다음 행과 합치기"
        "Make one pair of this row and the next." "이 행과 다음 행을 한 짝으로 합칩니다.";
    Split Repair InGrid [bare(Key::S)]
        {Rows(RowNeed::Row) => Rows(Review::split)}
        "Split the row here" "여기서 행 나누기"
        "Split the pair before the sentence under the cursor." "선택한 문장 앞에서 행을 둘로 나눕니다.";
    Link Repair InGrid [bare(Key::Space)]
        {Rows(RowNeed::Row) => Rows(Review::link)}
        "Link" "짝짓기"
        "Mark a sentence, go to its counterpart, press again: the two become a pair, wherever they stand."
        "문장을 표시한 뒤 짝이 될 문장에서 다시 누르면 떨어져 있어도 한 짝이 됩니다.";
    Unlink Repair InGrid [bare(Key::U)]
        {Rows(RowNeed::Row) => Rows(Review::unlink)}
        "Unlink" "짝 풀기"
        "Make every sentence of the pair a row of its own." "짝을 풀어 문장마다 한 행으로 만듭니다.";
    CutSentence Repair InGrid [shift(Key::S)]
        {Rows(RowNeed::Sentence) => Rows(Review::choose_cut)}
        "Cut the sentence…" "문장 자르기…"
        "Cut points by rank: Up/Down goes to the next best, Left/Right along the text; Enter cuts, Shift+Enter cuts the row, too."
        "자를 만한 곳을 좋은 순서로 보여 줍니다. ↑/↓는 순위대로, ←/→는 글 순서대로 옮기고 Enter로 자릅니다. Shift+Enter는 행까지 나눕니다.";
    JoinSentence Repair InGrid [shift(Key::M)]
        {Rows(RowNeed::Sentence) => Rows(Review::join_sentence)}
        "Join with the next sentence" "다음 문장과 합치기"
        "Make one sentence of this one and the next." "이 문장과 다음 문장을 하나로 만듭니다.";
    ExcludeBlock Repair InGrid [bare(Key::X)]
        {Rows(RowNeed::Row) => Rows(Review::exclude)}
        "Exclude the paragraph" "문단 제외"
        "Take the paragraph out of the article; it stays in the side list." "문단을 본문에서 제외합니다. 제외 목록에 남습니다.";
    ExcludeAlike Repair InGrid [shift(Key::X)]
        {Rows(RowNeed::Sentence) => Rows(Review::exclude_alike)}
        "Exclude all like this" "비슷한 문단 모두 제외"
        "Take out every paragraph of this text that differs in numbers and names only."
        "이 글에서 숫자나 이름만 다르고 형식이 같은 문단을 모두 제외합니다.";
    NeverAgain Repair InGrid []
        {Rows(RowNeed::Sentence) => Window(Workbench::never_again)}
        "Never again" "앞으로 항상 제외"
        "Exclude all like this, here and in every page opened from now on; your lists keep the rule."
        "형식이 같은 문단을 이 글에서도, 앞으로 열 글에서도 제외합니다. 규칙은 내 목록에 남습니다.";
    SentenceRules Repair Anywhere [ctrl(Key::L)]
        {Rows(RowNeed::Nothing) => Window(Workbench::open_cutting_panel)}
        "Sentence rules…" "문장 나누기 규칙…"
        "How texts are cut into sentences, with a preview that says why; the open pair can be cut anew."
        "문장을 어떻게 나눌지 정합니다. 나눈 이유를 미리 보여 주고, 열린 글도 다시 나눌 수 있습니다.";
    RealignFromHere Repair InGrid [ctrl(Key::R)]
        {Rows(RowNeed::Row) => Window(Workbench::realign_from_here)}
        "Re-align from here" "여기부터 다시 맞추기"
        "Pair the rest, or the selected rows, anew; accepted, hand-made and edited rows stay."
        "나머지나 선택한 행을 다시 짝짓습니다. 확정했거나 직접 손본 행은 그대로 둡니다.";
    RealignBetween Repair InGrid [ctrl_shift(Key::R)]
        {Rows(RowNeed::Row) => Window(Workbench::realign_between)}
        "Re-align around here" "이 부분만 다시 맞추기"
        "Pair the rows around anew, from the settled row above to the settled row below."
        "위아래로 가장 가까운 확정한 행 사이를 다시 짝짓습니다.";

    NextRow Go InGrid [bare(Key::ArrowDown), bare(Key::J)]
        {Rows(RowNeed::Row) => Rows(Review::next_row), Job(JobNeed::Table) => Table(JobTable::next_row)}
        "Down" "아래로"
        "The next sentence or row." "다음 문장이나 행으로 갑니다.";
    PreviousRow Go InGrid [bare(Key::ArrowUp), bare(Key::K)]
        {Rows(RowNeed::Row) => Rows(Review::previous_row), Job(JobNeed::Table) => Table(JobTable::previous_row)}
        "Up" "위로"
        "The sentence or row above." "이전 문장이나 행으로 갑니다.";
    LeftColumn Go InGrid [bare(Key::ArrowLeft)]
        {Rows(RowNeed::Row) => Rows(Review::go_left), Job(JobNeed::Table) => Table(JobTable::go_to_english)}
        "Left column" "왼쪽 열"
        "To the left column: the language that was translated from." "왼쪽 열로 갑니다. 원문 언어가 왼쪽에 있습니다.";
    RightColumn Go InGrid [bare(Key::ArrowRight)]
        {Rows(RowNeed::Row) => Rows(Review::go_right), Job(JobNeed::Table) => Table(JobTable::go_to_korean)}
        "Right column" "오른쪽 열"
        "To the right column: the translation." "오른쪽 열로 갑니다. 번역문이 오른쪽에 있습니다.";
    NextUnsure Go InGrid [bare(Key::D)]
        {Job(JobNeed::Reviewed) => Window(Workbench::next_pair), Rows(RowNeed::Row) => Rows(Review::next_unsure)}
        "Next that needs eyes" "다음 확인할 행"
        "Low confidence, n:m, an empty side, a finding, a flag, or made by hand and not accepted; with none left, what is not accepted." "신뢰도가 낮거나, 여러 문장이 묶였거나, 한쪽이 비었거나, 검사 결과가 있거나, 직접 손본 뒤 확정하지 않은 행입니다. 다 보면 확정하지 않은 행으로 갑니다.";
    PreviousUnsure Go InGrid [shift(Key::D)]
        {Rows(RowNeed::Row) => Rows(Review::previous_unsure)}
        "Previous that needs eyes" "이전 확인할 행"
        "Back to the row before that needs eyes." "확인이 필요한 이전 행으로 갑니다.";
    SelectDown Go InGrid [shift(Key::ArrowDown)]
        {Rows(RowNeed::Row) => Rows(Review::select_down)}
        "Select downwards" "아래로 선택"
        "Select rows: accepting, flagging, merging and re-aligning then mean all of them."
        "여러 행을 선택합니다. 확정, 보류, 합치기, 다시 맞추기가 선택한 행 모두에 적용됩니다.";
    SelectUp Go InGrid [shift(Key::ArrowUp)]
        {Rows(RowNeed::Row) => Rows(Review::select_up)}
        "Select upwards" "위로 선택"
        "Select rows upwards; any other move ends the selection." "위쪽으로 선택합니다. 다른 행으로 가면 선택이 풀립니다.";
    NextBookmark Go InGrid [bare(Key::G)]
        {Rows(RowNeed::Row) => Rows(Review::next_bookmark)}
        "Next bookmark or note" "다음 책갈피·메모"
        "To the next row with a bookmark or a note." "책갈피나 메모가 있는 다음 행으로 갑니다.";
    PreviousBookmark Go InGrid [shift(Key::G)]
        {Rows(RowNeed::Row) => Rows(Review::previous_bookmark)}
        "Previous bookmark or note" "이전 책갈피·메모"
        "To the row before with a bookmark or a note." "책갈피나 메모가 있는 이전 행으로 갑니다.";
    NextFinding Go InGrid [bare(Key::F8)]
        {Rows(RowNeed::Row) => Rows(Review::next_finding)}
        "Next finding" "다음 검사 결과"
        "To the next row of which a check says something." "검사 결과가 있는 다음 행으로 갑니다.";
    PreviousFinding Go InGrid [shift(Key::F8)]
        {Rows(RowNeed::Row) => Rows(Review::previous_finding)}
        "Previous finding" "이전 검사 결과"
        "To the row before of which a check says something." "검사 결과가 있는 이전 행으로 갑니다.";
    PageDown Go InGrid [bare(Key::PageDown)]
        {Rows(RowNeed::Row) => Rows(Review::page_down), Job(JobNeed::Table) => Table(JobTable::page_down)}
        "Page down" "한 화면 아래로"
        "As far down as the rows on the screen go." "한 화면만큼 아래로 갑니다.";
    PageUp Go InGrid [bare(Key::PageUp)]
        {Rows(RowNeed::Row) => Rows(Review::page_up), Job(JobNeed::Table) => Table(JobTable::page_up)}
        "Page up" "한 화면 위로"
        "As far up as the rows on the screen go." "한 화면만큼 위로 갑니다.";
    GoToRow Go Anywhere [ctrl(Key::G)]
        {Rows(RowNeed::Row) => Window(Workbench::ask_for_row)}
        "Go to row…" "행으로 이동…"
        "Type the number of a row to go there." "행 번호를 입력해 그 행으로 갑니다.";
    FirstRow Go InGrid [ctrl(Key::Home), bare(Key::Home)]
        {Rows(RowNeed::Row) => Rows(Review::first_row), Job(JobNeed::Table) => Table(JobTable::first_row)}
        "First row" "첫 행"
        "To the first row." "첫 행으로 갑니다.";
    LastRow Go InGrid [ctrl(Key::End), bare(Key::End)]
        {Rows(RowNeed::Row) => Rows(Review::last_row), Job(JobNeed::Table) => Table(JobTable::last_row)}
        "Last row" "마지막 행"
        "To the last row." "마지막 행으로 갑니다.";

    FilterRows Go Anywhere [ctrl_shift(Key::F)]
        {Rows(RowNeed::Row) => Rows(Review::filter_rows), Job(JobNeed::Table) => Table(JobTable::search)}
        "Filter rows" "행 필터"
        "Show only the rows that hold a text; the strip above the rows filters by kind."
        "입력한 글이 들어 있는 행만 봅니다. 종류별 필터는 표 위의 버튼으로 고릅니다.";
    ShowAllRows Go InGrid []
        {Rows(RowNeed::Filter) => Rows(Review::show_all_rows), Job(JobNeed::Table) => Table(JobTable::show_all)}
        "Show all rows" "모든 행 보기"
        "Leave the filter; Esc in the rows does it, too." "필터를 해제합니다. 표에서 Esc를 눌러도 됩니다.";

    NewJob Job InGrid []
        {Nothing => Window(Workbench::new_job)}
        "New job…" "새 작업 모음…"
        "Many articles at once: folders, files or a table of pairs. Jjak finds which belong together."
        "글 여러 편을 한꺼번에 다룹니다. 폴더나 파일, 짝 목록을 주면 어느 글끼리 짝인지 찾습니다.";
    AddTexts Job InGrid []
        {Job(JobNeed::Writable) => Window(Workbench::add_texts)}
        "Add texts…" "글 추가…"
        "Match more folders or files into this job." "폴더나 파일을 더해 작업 모음 안에서 짝을 찾습니다.";
    JobTable Job Anywhere [ctrl(Key::T)]
        {Job(JobNeed::Away) => Window(Workbench::go_to_table)}
        "Table of the job" "작업 모음 표"
        "Back to the table of all pairs." "모든 글 쌍을 보여 주는 표로 돌아갑니다.";
    OpenPair Job InGrid [bare(Key::Enter)]
        {Job(JobNeed::Pair) => Window(Workbench::open_pair_here)}
        "Open the pair" "글 쌍 열기"
        "Open the pair of the table in the rows; nothing else is waited for."
        "표에서 고른 글 쌍을 엽니다. 다른 쌍이 끝나기를 기다리지 않습니다.";
    NextPair Job Anywhere [ctrl(Key::PageDown)]
        {Job(JobNeed::Open) => Window(Workbench::next_pair)}
        "Next pair with rows left" "확인할 행이 남은 다음 쌍"
        "To the next pair of the job that has rows left." "작업 모음에서 확인할 행이 남은 다음 글 쌍으로 갑니다.";
    PreviousPair Job Anywhere [ctrl(Key::PageUp)]
        {Job(JobNeed::Open) => Window(Workbench::previous_pair)}
        "Previous pair with rows left" "확인할 행이 남은 이전 쌍"
        "To the pair before that has rows left." "확인할 행이 남은 이전 글 쌍으로 갑니다.";
    PairDone Job InGrid [bare(Key::E)]
        {Job(JobNeed::Markable) => Window(Workbench::mark_done)}
        "Done with the pair" "글 쌍 완료"
        "Mark the pair done and go to the next with rows left; in the table, mark it or take the mark away."
        "이 글 쌍을 완료로 표시하고 확인할 행이 남은 다음 쌍으로 갑니다. 표에서는 표시를 켜거나 끕니다.";
    ParkPair Job InGrid [bare(Key::P)]
        {Job(JobNeed::Markable) => Window(Workbench::park_pair)}
        "Park the pair" "글 쌍 미루기"
        "Put the pair off: it counts no more in what is left, until this is asked again."
        "글 쌍을 뒤로 미룹니다. 한 번 더 누를 때까지 남은 행에 세지 않습니다.";
    Counterparts Job InGrid [bare(Key::C)]
        {Job(JobNeed::Line) => Window(Workbench::show_counterparts)}
        "Other counterparts…" "다른 상대 글…"
        "The likeliest counterparts of the text by rank, with what speaks for each; one key takes one."
        "상대일 만한 글을 가능성 순으로, 근거와 함께 보여 줍니다. 키 하나로 고릅니다.";
    PairTexts Job InGrid [bare(Key::Space)]
        {Job(JobNeed::Text) => Window(Workbench::pair_texts)}
        "Pair two texts" "두 글 짝짓기"
        "Mark a text without a counterpart, go to another and press again: the two become a pair."
        "상대 글이 없는 글을 표시하고, 다른 글에서 다시 누르면 두 글이 한 쌍이 됩니다.";
    TakeApart Job InGrid [bare(Key::U)]
        {Job(JobNeed::OwnPair) => Window(Workbench::take_apart)}
        "Take the pair apart" "글 쌍 풀기"
        "The two texts stand by themselves again; work that was done stays in its file."
        "두 글을 따로 떼어 놓습니다. 해 둔 작업은 파일에 남습니다.";
    NoCounterpart Job InGrid [bare(Key::X)]
        {Job(JobNeed::Text) => Window(Workbench::turn_no_counterpart)}
        "No counterpart" "상대 글 없음"
        "Say that the text has no counterpart, or that it may have one after all."
        "상대 글이 없는 글로 표시하거나 표시를 지웁니다.";
    JobFindings Job InGrid []
        {Job(JobNeed::Open) => Window(Workbench::open_job_findings)}
        "Findings over the job…" "작업 모음 검사…"
        "One name or one sentence translated in two ways in two articles."
        "두 글에서 서로 다르게 옮긴 이름이나 문장을 찾습니다.";
    JobStatistics Job InGrid []
        {Job(JobNeed::Open) => Window(Workbench::open_job_statistics)}
        "Statistics of the job…" "작업 모음 통계…"
        "How far the job is, in figures and plots." "작업 모음이 얼마나 진행되었는지 수치와 그림으로 봅니다.";
    PairAll Job InGrid []
        {Job(JobNeed::Unpaired) => Window(Workbench::pair_all)}
        "Pair what is left" "나머지 글 짝 맞추기"
        "Pair the sentences of every pair that has not been, in the background."
        "아직 짝을 맞추지 않은 글 쌍의 문장을 뒤에서 모두 짝짓습니다.";

    Palette View Anywhere [ctrl(Key::P)]
        {Nothing => Window(Workbench::open_palette)}
        "Command palette" "명령 찾기"
        "Find any command by name." "이름으로 명령을 찾아 실행합니다.";
    Help View Anywhere [bare(Key::Questionmark)]
        {Nothing => Window(Workbench::open_help)}
        "Keys" "단축키"
        "All commands with their keys." "모든 명령과 단축키를 봅니다.";
    Manual View Anywhere [bare(Key::F1)]
        {Nothing => Window(Workbench::open_manual)}
        "Manual" "설명서"
        "The manual, opened at what you are doing." "지금 하는 일에 맞는 쪽을 펴서 설명서를 봅니다.";
    FirstSteps View InGrid []
        {Rows(RowNeed::Nothing) => Window(Workbench::show_hints)}
        "First steps" "첫걸음"
        "Five hints on the rows, the bar, the keys and the export." "행, 막대, 키, 내보내기를 다섯 가지 안내로 보여 줍니다.";
    ExcludedList View InGrid [ctrl(Key::B)]
        {Rows(RowNeed::Nothing) => Rows(Review::turn_excluded)}
        "Excluded and unmatched" "제외·대응 없음 목록"
        "Sentences without a counterpart, and what cleaning took out and why; one click brings it back."
        "대응 문장이 없는 문장과, 정리하면서 제외한 문단 및 그 이유를 봅니다. 제외한 문단은 누르면 되살아납니다.";
    FindingList View InGrid [ctrl_shift(Key::K)]
        {Rows(RowNeed::Nothing) => Rows(Review::turn_findings)}
        "Findings of this text" "이 글의 검사 결과"
        "What the checks say, by check, with what sets it right and a word that it is right as it is."
        "검사 결과를 종류별로 보고, 그 자리에서 고치거나 맞다고 표시합니다.";
    Details View InGrid [ctrl(Key::D)]
        {Rows(RowNeed::Nothing) => Rows(Review::turn_details)}
        "Details" "상세 정보"
        "What matches in the pair under the cursor." "선택한 짝의 일치 항목과 검사 결과를 봅니다.";
    Map View InGrid [ctrl(Key::M)]
        {Rows(RowNeed::Nothing) => Rows(Review::turn_map)}
        "Alignment map" "정렬 지도"
        "Both texts as axes, a mark for every row; a click goes there."
        "두 글을 축으로 삼아 짝마다 점을 찍은 그림입니다. 누르면 그 행으로 갑니다.";
    Reading View InGrid [bare(Key::V)]
        {Rows(RowNeed::Nothing) => Rows(Review::turn_reading)}
        "Both texts whole" "두 글 나란히 보기"
        "Both articles side by side with the current pair marked; a click goes to its row."
        "두 글을 통째로 나란히 놓고 지금 짝을 표시합니다. 문장을 누르면 그 행으로 갑니다.";
    Messages View Anywhere [ctrl(Key::J)]
        {Nothing => Window(Workbench::turn_messages)}
        "Messages" "알림"
        "What Jjak said so far, newest first." "지금까지 나온 알림을 다시 봅니다.";
    Log View Anywhere []
        {Nothing => Window(Workbench::turn_log)}
        "Log" "작업 기록"
        "What happened, without any of your texts: to send with a fault."
        "글 내용 없이 무슨 일이 있었는지 보여 줍니다. 오류를 알릴 때 함께 보내세요.";
    Licences View Anywhere []
        {Nothing => Window(Workbench::turn_licences)}
        "Licences" "라이선스"
        "Whose work Jjak is built with, and under which licences." "Jjak에 쓰인 다른 소프트웨어와 글꼴의 라이선스를 보여 줍니다.";
    Settings View Anywhere [ctrl(Key::Comma)]
        {Nothing => Window(Workbench::turn_settings)}
        "Settings" "설정"
        "Keys, text size, line spacing, columns, colours and what needs eyes."
        "단축키, 글자 크기, 줄 간격, 열 너비, 화면 색, 확인 기준을 바꿉니다.";
    LightDark View InGrid []
        {Nothing => Window(Workbench::turn_light_dark)}
        "Light or dark" "밝게/어둡게"
        "Switch between light and dark." "밝은 화면과 어두운 화면을 바꿉니다.";
    Language View InGrid []
        {Nothing => Window(Workbench::turn_language)}
        "한국어로 보기" "Show in English"
        "Switch the window to Korean." "화면을 영어로 바꿉니다.";
    ZoomIn View Anywhere [ctrl(Key::Plus), ctrl(Key::Equals)]
        {Nothing => Window(Workbench::zoom_in)}
        "Zoom in" "화면 확대"
        "Everything larger." "화면 전체를 키웁니다.";
    ZoomOut View Anywhere [ctrl(Key::Minus)]
        {Nothing => Window(Workbench::zoom_out)}
        "Zoom out" "화면 축소"
        "Everything smaller." "화면 전체를 줄입니다.";
    ZoomReset View Anywhere [ctrl(Key::Num0)]
        {Nothing => Window(Workbench::zoom_reset)}
        "Normal size" "기본 배율"
        "The size it was at first." "처음 크기로 되돌립니다.";
    } };
}

pub(crate) use commands;

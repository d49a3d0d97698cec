//! Everything a person can ask for, named once: menus, palette, settings and help sheet read this table.

use super::chord::{Chord, bare, ctrl, ctrl_shift, shift};
use super::texts::Tongue;
use egui::Key;
use jjak_core::bitext::Verdict;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    File,
    Edit,
    Review,
    Repair,
    Go,
    Job,
    View,
}

impl Group {
    pub const ALL: [Group; 7] = [
        Group::File,
        Group::Edit,
        Group::Review,
        Group::Repair,
        Group::Go,
        Group::Job,
        Group::View,
    ];

    pub fn label(self, tongue: Tongue) -> &'static str {
        let (en, ko) = match self {
            Group::File => ("File", "파일"),
            Group::Edit => ("Edit", "편집"),
            Group::Review => ("Review", "검토"),
            Group::Repair => ("Repair", "짝 고치기"),
            Group::Go => ("Go", "이동"),
            Group::Job => ("Job", "작업 모음"),
            Group::View => ("View", "보기"),
        };
        tongue.pick(en, ko)
    }
}

/// Where a command is meant. One chord may ask for one thing in the rows of a pair and for another in the table of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Anywhere,
    Rows,
    Table,
}

impl Place {
    /// Whether there is a screen on which both are meant.
    pub fn meets(self, other: Place) -> bool {
        self == other || self == Place::Anywhere || other == Place::Anywhere
    }
}

impl Command {
    pub fn place(self) -> Place {
        match self {
            Command::OpenPair
            | Command::Counterparts
            | Command::PairTexts
            | Command::TakeApart
            | Command::NoCounterpart => Place::Table,
            Command::Undo | Command::Redo | Command::Find | Command::Replace | Command::RowMenu => {
                Place::Anywhere
            }
            _ => match self.group() {
                Group::Review | Group::Repair | Group::Edit => Place::Rows,
                Group::File | Group::Go | Group::Job | Group::View => Place::Anywhere,
            },
        }
    }

    /// Whether it accepts rows.
    pub fn accepts(self) -> bool {
        matches!(
            self,
            Command::Accept | Command::AcceptAbove | Command::AcceptConfident
        )
    }

    /// Whether it is about the row under the cursor, or about rows around it.
    pub fn needs_row(self) -> bool {
        match self.group() {
            Group::Review | Group::Repair | Group::Go => {
                !matches!(self, Command::SentenceRules | Command::ShowAllRows)
            }
            Group::Edit => {
                matches!(
                    self,
                    Command::Copy | Command::EditText | Command::OriginalText | Command::RowMenu
                )
            }
            Group::File | Group::Job | Group::View => false,
        }
    }
}

/// The commands that judge a pair.
pub const VERDICTS: [(Command, Verdict); 5] = [
    (Command::VerdictExact, Verdict::Exact),
    (Command::VerdictFree, Verdict::Free),
    (Command::VerdictPartial, Verdict::Partial),
    (Command::VerdictNot, Verdict::NotATranslation),
    (Command::VerdictOmission, Verdict::IntendedOmission),
];

macro_rules! commands {
    ($($name:ident $group:ident [$($key:expr),*] $en:literal $ko:literal $help_en:literal $help_ko:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($name),* }

        impl Command {
            pub const ALL: &[Command] = &[$(Command::$name),*];

            pub fn group(self) -> Group {
                match self { $(Command::$name => Group::$group),* }
            }

            /// What the settings call it.
            pub fn name(self) -> &'static str {
                match self { $(Command::$name => stringify!($name)),* }
            }

            /// The built-in chords; what the person changed of them, the keymap knows.
            pub fn keys(self) -> &'static [Chord] {
                match self { $(Command::$name => const { &[$($key),*] }),* }
            }

            pub fn label(self, tongue: Tongue) -> &'static str {
                match self { $(Command::$name => tongue.pick($en, $ko)),* }
            }

            pub fn help(self, tongue: Tongue) -> &'static str {
                match self { $(Command::$name => tongue.pick($help_en, $help_ko)),* }
            }
        }
    };
}

commands! {
    NewPair File [ctrl(Key::N)] "New pair" "새 작업"
        "Back to the start screen, to open two other articles." "시작 화면으로 돌아가 다른 기사 두 편을 엽니다.";
    BackToPair File [] "Back to the pair" "하던 작업으로"
        "Leave the start screen for the pair that is still open." "시작 화면에서 열려 있는 작업으로 돌아갑니다.";
    OpenEnglish File [ctrl(Key::O)] "Open English…" "영어 글 열기…"
        "Choose the English article's file." "영어 글 파일을 고릅니다.";
    OpenKorean File [ctrl_shift(Key::O)] "Open Korean…" "한국어 글 열기…"
        "Choose the Korean article's file." "한국어 글 파일을 고릅니다.";
    OpenSample File [] "Open the sample" "예제 열기"
        "Open a small news pair that comes with Jjak." "함께 들어 있는 짧은 기사 한 쌍을 엽니다.";
    OpenProject File [ctrl_shift(Key::P)] "Open earlier work…" "작업 열기…"
        "Open a .jjak file, or a job (.jjakjob), and go on where it was left."
        ".jjak 파일이나 작업 모음(.jjakjob)을 열어 하던 곳부터 이어서 합니다.";
    Save File [ctrl(Key::S)] "Save" "저장"
        "Keep the work in a file; later edits go into it at once." "작업을 파일로 남깁니다. 이후의 작업은 바로 기록됩니다.";
    SaveAs File [ctrl_shift(Key::S)] "Save as…" "다른 이름으로 저장…"
        "Go on in a file of another name." "다른 이름의 파일에서 이어서 합니다.";
    Export File [ctrl(Key::E)] "Export…" "내보내기…"
        "Write the pairs as TMX, XLIFF, TSV, XLSX, Parquet and more." "짝지은 문장을 TMX, XLIFF, TSV, XLSX, Parquet 등으로 저장합니다.";
    Quit File [ctrl(Key::Q)] "Quit" "끝내기"
        "Close the window." "창을 닫습니다.";

    Undo Edit [ctrl(Key::Z)] "Undo" "실행 취소"
        "Take the last change back, re-alignment too." "마지막 작업을 되돌립니다. 다시 맞추기도 되돌립니다.";
    Redo Edit [ctrl(Key::Y), ctrl_shift(Key::Z)] "Redo" "다시 실행"
        "Do again what was undone." "되돌린 작업을 다시 합니다.";
    Copy Edit [ctrl(Key::C)] "Copy" "복사"
        "The cell, or the selected rows: a line each, with a tab between the sides."
        "칸을 복사합니다. 여러 행을 선택했으면 행마다 한 줄로, 두 언어 사이에 탭을 넣어 복사합니다.";
    EditText Edit [bare(Key::F2)] "Edit the sentence" "문장 편집"
        "Edit in place: Ctrl+Enter saves and accepts, Tab saves and goes to the other side, Esc drops. The source stays as it was."
        "그 자리에서 고칩니다. Ctrl+Enter로 저장하고 확정, Tab으로 저장하고 반대쪽으로, Esc로 취소합니다. 처음 문장은 그대로 남습니다.";
    OriginalText Edit [shift(Key::F2)] "Original text" "처음 문장으로"
        "Drop what was edited and show the source again." "수정한 내용을 버리고 처음 문장을 되살립니다.";
    AddTerm Edit [] "Add to the glossary…" "용어집에 추가…"
        "Keep a term in your glossary: the aligner and the checks then know it."
        "용어를 내 용어집에 넣습니다. 짝 맞추기와 검사에 쓰입니다.";
    RowMenu Edit [shift(Key::F10)] "Menu of the sentence" "문장 메뉴"
        "What can be done to the sentence and its row, as by a right click." "마우스 오른쪽 버튼을 눌렀을 때처럼 문장과 행에 쓸 수 있는 명령을 보여 줍니다.";
    Find Edit [ctrl(Key::F)] "Find" "찾기"
        "Find text or rows of a kind; spacing does not matter in Korean."
        "글자나 행의 종류로 찾습니다. 한국어 띄어쓰기는 구분하지 않습니다.";
    Replace Edit [ctrl(Key::H)] "Replace" "바꾸기"
        "Replace what is found, after seeing what it would do; one step to undo."
        "찾은 글자를 바꿉니다. 바뀔 내용을 먼저 보여 주고, 한 번에 되돌릴 수 있습니다.";
    FindNext Edit [bare(Key::F3)] "Find next" "다음 찾기"
        "Go to the next hit." "다음 찾은 곳으로 갑니다.";
    FindPrevious Edit [shift(Key::F3)] "Find previous" "이전 찾기"
        "Go to the hit before." "이전 찾은 곳으로 갑니다.";

    Accept Review [bare(Key::A)] "Accept and go on" "확정하고 다음으로"
        "Accept the pair and jump to the next that needs eyes." "이 짝을 확정하고 확인이 필요한 다음 행으로 갑니다.";
    AcceptAbove Review [shift(Key::A)] "Accept all above" "여기까지 모두 확정"
        "Accept this row and every row above it, as one step." "이 행과 위의 모든 행을 한 번에 확정합니다.";
    AcceptConfident Review [ctrl_shift(Key::A)] "Accept all that is sure" "확실한 짝 모두 확정"
        "Accept every row that needs no eyes, in one step."
        "확인할 필요가 없는 행을 한꺼번에 확정합니다.";
    Flag Review [bare(Key::F)] "Flag" "보류"
        "Mark the pair for another look, or unmark it." "나중에 다시 볼 짝으로 표시하거나 표시를 지웁니다.";
    Unreview Review [shift(Key::U)] "Back to unreviewed" "검토 전으로"
        "Take acceptance or flag away." "확정이나 보류 표시를 지웁니다.";
    VerdictExact Review [bare(Key::Num1)] "Exact" "정확한 번역"
        "Verdict: an exact translation." "판정: 내용이 정확히 같은 번역입니다.";
    VerdictFree Review [bare(Key::Num2)] "Free" "의역"
        "Verdict: a free translation." "판정: 뜻을 살려 옮긴 번역입니다.";
    VerdictPartial Review [bare(Key::Num3)] "Partial" "일부만 번역"
        "Verdict: only part of it is translated." "판정: 일부만 옮긴 번역입니다.";
    VerdictNot Review [bare(Key::Num4)] "Not a translation" "번역 아님"
        "Verdict: the two sides do not translate each other." "판정: 서로의 번역이 아닙니다.";
    VerdictOmission Review [bare(Key::Num5)] "Intended omission" "의도한 생략"
        "Verdict: left out on purpose." "판정: 일부러 옮기지 않은 문장입니다.";
    Note Review [bare(Key::N)] "Note" "메모"
        "Write a note to the pair." "이 짝에 메모를 답니다.";

    Bookmark Review [bare(Key::B)] "Bookmark" "책갈피"
        "Mark the row to come back to it, or take the mark away." "다시 볼 행에 책갈피를 꽂거나 뺍니다.";

    PushTail Repair [bare(Key::Enter)] "Push down" "아래로 밀기"
        "Push this column down a row, as far as the next gap; the other keeps still."
        "이 열을 다음 빈칸까지 한 행 아래로 밉니다. 다른 열은 그대로 있습니다.";
    PullTail Repair [bare(Key::Backspace)] "Pull up" "위로 당기기"
        "Pull this column up a row, from as far as the next gap; the other keeps still."
        "이 열을 다음 빈칸까지 한 행 위로 당깁니다. 다른 열은 그대로 있습니다.";
    MoveDown Repair [ctrl(Key::ArrowDown)] "Sentence to the next row" "문장을 다음 행으로"
        "Move the sentence under the cursor to the row below." "선택한 문장을 다음 행으로 옮깁니다.";
    MoveUp Repair [ctrl(Key::ArrowUp)] "Sentence to the row above" "문장을 이전 행으로"
        "Move the sentence under the cursor to the row above." "선택한 문장을 이전 행으로 옮깁니다.";
    Merge Repair [bare(Key::M)] "Merge with the next row" "다음 행과 합치기"
        "Make one pair of this row and the next." "이 행과 다음 행을 한 짝으로 합칩니다.";
    Split Repair [bare(Key::S)] "Split the row here" "여기서 행 나누기"
        "Split the pair before the sentence under the cursor." "선택한 문장 앞에서 행을 둘로 나눕니다.";
    Link Repair [bare(Key::Space)] "Link" "짝짓기"
        "Mark a sentence, go to its counterpart, press again: the two become a pair, wherever they stand."
        "문장을 표시한 뒤 짝이 될 문장에서 다시 누르면 떨어져 있어도 한 짝이 됩니다.";
    Unlink Repair [bare(Key::U)] "Unlink" "짝 풀기"
        "Make every sentence of the pair a row of its own." "짝을 풀어 문장마다 한 행으로 만듭니다.";
    CutSentence Repair [shift(Key::S)] "Cut the sentence…" "문장 자르기…"
        "Cut points by rank: Up/Down goes to the next best, Left/Right along the text; Enter cuts, Shift+Enter cuts the row, too."
        "자를 만한 곳을 좋은 순서로 보여 줍니다. ↑/↓는 순위대로, ←/→는 글 순서대로 옮기고 Enter로 자릅니다. Shift+Enter는 행까지 나눕니다.";
    JoinSentence Repair [shift(Key::M)] "Join with the next sentence" "다음 문장과 합치기"
        "Make one sentence of this one and the next." "이 문장과 다음 문장을 하나로 만듭니다.";
    ExcludeBlock Repair [bare(Key::X)] "Exclude the paragraph" "문단 제외"
        "Take the paragraph out of the article; it stays in the side list." "문단을 본문에서 제외합니다. 제외 목록에 남습니다.";
    ExcludeAlike Repair [shift(Key::X)] "Exclude all like this" "비슷한 문단 모두 제외"
        "Take out every paragraph of this text that differs in numbers and names only."
        "이 글에서 숫자나 이름만 다르고 형식이 같은 문단을 모두 제외합니다.";
    NeverAgain Repair [] "Never again" "앞으로 항상 제외"
        "Exclude all like this, here and in every page opened from now on; your lists keep the rule."
        "형식이 같은 문단을 이 글에서도, 앞으로 열 글에서도 제외합니다. 규칙은 내 목록에 남습니다.";
    SentenceRules Repair [ctrl(Key::L)] "Sentence rules…" "문장 나누기 규칙…"
        "How texts are cut into sentences, with a preview that says why; the open pair can be cut anew."
        "문장을 어떻게 나눌지 정합니다. 나눈 이유를 미리 보여 주고, 열린 글도 다시 나눌 수 있습니다.";
    RealignFromHere Repair [ctrl(Key::R)] "Re-align from here" "여기부터 다시 맞추기"
        "Pair the rest, or the selected rows, anew; accepted, hand-made and edited rows stay."
        "나머지나 선택한 행을 다시 짝짓습니다. 확정했거나 직접 손본 행은 그대로 둡니다.";
    RealignBetween Repair [ctrl_shift(Key::R)] "Re-align around here" "이 부분만 다시 맞추기"
        "Pair the rows around anew, from the settled row above to the settled row below."
        "위아래로 가장 가까운 확정한 행 사이를 다시 짝짓습니다.";

    NextRow Go [bare(Key::ArrowDown), bare(Key::J)] "Down" "아래로"
        "The next sentence or row." "다음 문장이나 행으로 갑니다.";
    PreviousRow Go [bare(Key::ArrowUp), bare(Key::K)] "Up" "위로"
        "The sentence or row above." "이전 문장이나 행으로 갑니다.";
    EnglishSide Go [bare(Key::ArrowLeft)] "English side" "영어 쪽"
        "To the English column." "영어 열로 갑니다.";
    KoreanSide Go [bare(Key::ArrowRight)] "Korean side" "한국어 쪽"
        "To the Korean column." "한국어 열로 갑니다.";
    NextUnsure Go [bare(Key::D)] "Next that needs eyes" "다음 확인할 행"
        "Low confidence, n:m, an empty side, a finding, a flag, or made by hand and not accepted; with none left, what is not accepted." "신뢰도가 낮거나, 여러 문장이 묶였거나, 한쪽이 비었거나, 검사 결과가 있거나, 직접 손본 뒤 확정하지 않은 행입니다. 다 보면 확정하지 않은 행으로 갑니다.";
    PreviousUnsure Go [shift(Key::D)] "Previous that needs eyes" "이전 확인할 행"
        "Back to the row before that needs eyes." "확인이 필요한 이전 행으로 갑니다.";
    SelectDown Go [shift(Key::ArrowDown)] "Select downwards" "아래로 선택"
        "Select rows: accepting, flagging, merging and re-aligning then mean all of them."
        "여러 행을 선택합니다. 확정, 보류, 합치기, 다시 맞추기가 선택한 행 모두에 적용됩니다.";
    SelectUp Go [shift(Key::ArrowUp)] "Select upwards" "위로 선택"
        "Select rows upwards; any other move ends the selection." "위쪽으로 선택합니다. 다른 행으로 가면 선택이 풀립니다.";
    NextBookmark Go [bare(Key::G)] "Next bookmark or note" "다음 책갈피·메모"
        "To the next row with a bookmark or a note." "책갈피나 메모가 있는 다음 행으로 갑니다.";
    PreviousBookmark Go [shift(Key::G)] "Previous bookmark or note" "이전 책갈피·메모"
        "To the row before with a bookmark or a note." "책갈피나 메모가 있는 이전 행으로 갑니다.";
    PageDown Go [bare(Key::PageDown)] "Page down" "한 화면 아래로"
        "As far down as the rows on the screen go." "한 화면만큼 아래로 갑니다.";
    PageUp Go [bare(Key::PageUp)] "Page up" "한 화면 위로"
        "As far up as the rows on the screen go." "한 화면만큼 위로 갑니다.";
    GoToRow Go [ctrl(Key::G)] "Go to row…" "행으로 이동…"
        "Type the number of a row to go there." "행 번호를 입력해 그 행으로 갑니다.";
    FirstRow Go [ctrl(Key::Home), bare(Key::Home)] "First row" "첫 행"
        "To the first row." "첫 행으로 갑니다.";
    LastRow Go [ctrl(Key::End), bare(Key::End)] "Last row" "마지막 행"
        "To the last row." "마지막 행으로 갑니다.";

    FilterRows Go [ctrl_shift(Key::F)] "Filter rows" "행 필터"
        "Show only the rows that hold a text; the strip above the rows filters by kind."
        "입력한 글이 들어 있는 행만 봅니다. 종류별 필터는 표 위의 버튼으로 고릅니다.";
    ShowAllRows Go [] "Show all rows" "모든 행 보기"
        "Leave the filter; Esc in the rows does it, too." "필터를 해제합니다. 표에서 Esc를 눌러도 됩니다.";

    NewJob Job [] "New job…" "새 작업 모음…"
        "Many articles at once: folders, files or a table of pairs. Jjak finds which belong together."
        "글 여러 편을 한꺼번에 다룹니다. 폴더나 파일, 짝 목록을 주면 어느 글끼리 짝인지 찾습니다.";
    AddTexts Job [] "Add texts…" "글 추가…"
        "Match more folders or files into this job." "폴더나 파일을 더해 작업 모음 안에서 짝을 찾습니다.";
    JobTable Job [ctrl(Key::T)] "Table of the job" "작업 모음 표"
        "Back to the table of all pairs." "모든 글 쌍을 보여 주는 표로 돌아갑니다.";
    OpenPair Job [bare(Key::Enter)] "Open the pair" "글 쌍 열기"
        "Open the pair of the table in the rows; nothing else is waited for."
        "표에서 고른 글 쌍을 엽니다. 다른 쌍이 끝나기를 기다리지 않습니다.";
    NextPair Job [ctrl(Key::PageDown)] "Next pair with rows left" "확인할 행이 남은 다음 쌍"
        "To the next pair of the job that has rows left." "작업 모음에서 확인할 행이 남은 다음 글 쌍으로 갑니다.";
    PreviousPair Job [ctrl(Key::PageUp)] "Previous pair with rows left" "확인할 행이 남은 이전 쌍"
        "To the pair before that has rows left." "확인할 행이 남은 이전 글 쌍으로 갑니다.";
    PairDone Job [bare(Key::E)] "Done with the pair" "글 쌍 완료"
        "Mark the pair done and go to the next with rows left; in the table, mark it or take the mark away."
        "이 글 쌍을 완료로 표시하고 확인할 행이 남은 다음 쌍으로 갑니다. 표에서는 표시를 켜거나 끕니다.";
    ParkPair Job [bare(Key::P)] "Park the pair" "글 쌍 미루기"
        "Put the pair off: it counts no more in what is left, until this is asked again."
        "글 쌍을 뒤로 미룹니다. 한 번 더 누를 때까지 남은 행에 세지 않습니다.";
    Counterparts Job [bare(Key::C)] "Other counterparts…" "다른 상대 글…"
        "The likeliest counterparts of the text by rank, with what speaks for each; one key takes one."
        "상대일 만한 글을 가능성 순으로, 근거와 함께 보여 줍니다. 키 하나로 고릅니다.";
    PairTexts Job [bare(Key::Space)] "Pair two texts" "두 글 짝짓기"
        "Mark a text without a counterpart, go to another and press again: the two become a pair."
        "상대 글이 없는 글을 표시하고, 다른 글에서 다시 누르면 두 글이 한 쌍이 됩니다.";
    TakeApart Job [bare(Key::U)] "Take the pair apart" "글 쌍 풀기"
        "The two texts stand by themselves again; work that was done stays in its file."
        "두 글을 따로 떼어 놓습니다. 해 둔 작업은 파일에 남습니다.";
    NoCounterpart Job [bare(Key::X)] "No counterpart" "상대 글 없음"
        "Say that the text has no counterpart, or that it may have one after all."
        "상대 글이 없는 글로 표시하거나 표시를 지웁니다.";
    JobFindings Job [] "Findings over the job…" "작업 모음 검사…"
        "One name or one sentence translated in two ways in two articles."
        "두 글에서 서로 다르게 옮긴 이름이나 문장을 찾습니다.";
    JobStatistics Job [] "Statistics of the job…" "작업 모음 통계…"
        "How far the job is, in figures and plots." "작업 모음이 얼마나 진행되었는지 수치와 그림으로 봅니다.";
    PairAll Job [] "Pair what is left" "나머지 글 짝 맞추기"
        "Pair the sentences of every pair that has not been, in the background."
        "아직 짝을 맞추지 않은 글 쌍의 문장을 뒤에서 모두 짝짓습니다.";

    Palette View [ctrl(Key::P)] "Command palette" "명령 찾기"
        "Find any command by name." "이름으로 명령을 찾아 실행합니다.";
    Help View [bare(Key::Questionmark)] "Keys" "단축키"
        "All commands with their keys." "모든 명령과 단축키를 봅니다.";
    Manual View [bare(Key::F1)] "Manual" "설명서"
        "The manual, opened at what you are doing." "지금 하는 일에 맞는 쪽을 펴서 설명서를 봅니다.";
    FirstSteps View [] "First steps" "첫걸음"
        "Five hints on the rows, the bar, the keys and the export." "행, 막대, 키, 내보내기를 다섯 가지 안내로 보여 줍니다.";
    ExcludedList View [ctrl(Key::B)] "Excluded and unmatched" "제외·대응 없음 목록"
        "Sentences without a counterpart, and what cleaning took out and why; one click brings it back."
        "대응 문장이 없는 문장과, 정리하면서 제외한 문단 및 그 이유를 봅니다. 제외한 문단은 누르면 되살아납니다.";
    Details View [ctrl(Key::D)] "Details" "상세 정보"
        "What matches in the pair under the cursor." "선택한 짝의 일치 항목과 검사 결과를 봅니다.";
    Map View [ctrl(Key::M)] "Alignment map" "정렬 지도"
        "Both texts as axes, a mark for every row; a click goes there."
        "두 글을 축으로 삼아 짝마다 점을 찍은 그림입니다. 누르면 그 행으로 갑니다.";
    Reading View [bare(Key::V)] "Both texts whole" "두 글 나란히 보기"
        "Both articles side by side with the current pair marked; a click goes to its row."
        "두 글을 통째로 나란히 놓고 지금 짝을 표시합니다. 문장을 누르면 그 행으로 갑니다.";
    Messages View [ctrl(Key::J)] "Messages" "알림"
        "What Jjak said so far, newest first." "지금까지 나온 알림을 다시 봅니다.";
    Log View [] "Log" "작업 기록"
        "What happened, without any of your texts: to send with a fault."
        "글 내용 없이 무슨 일이 있었는지 보여 줍니다. 오류를 알릴 때 함께 보내세요.";
    Settings View [ctrl(Key::Comma)] "Settings" "설정"
        "Keys, text size, line spacing, columns, colours and what needs eyes."
        "단축키, 글자 크기, 줄 간격, 열 너비, 화면 색, 확인 기준을 바꿉니다.";
    LightDark View [] "Light or dark" "밝게/어둡게"
        "Switch between light and dark." "밝은 화면과 어두운 화면을 바꿉니다.";
    Language View [] "한국어로 보기" "Show in English"
        "Switch the window to Korean." "화면을 영어로 바꿉니다.";
    ZoomIn View [ctrl(Key::Plus), ctrl(Key::Equals)] "Zoom in" "화면 확대"
        "Everything larger." "화면 전체를 키웁니다.";
    ZoomOut View [ctrl(Key::Minus)] "Zoom out" "화면 축소"
        "Everything smaller." "화면 전체를 줄입니다.";
    ZoomReset View [ctrl(Key::Num0)] "Normal size" "기본 배율"
        "The size it was at first." "처음 크기로 되돌립니다.";
}

//! Why a job cannot be made, opened or written.

use crate::job::making::MakeError;
use crate::texts::{JobText, Locale};
use jjak_formats::job::{JobError, MAX_PAIRS};
use jjak_pipeline::manifest::ManifestError;
use jjak_pipeline::matching::{GatherError, MAX_TEXTS};

pub fn job_error(error: &JobError, locale: Locale) -> String {
    let korean = match error {
        JobError::Missing { path } => format!(
            "{}: 작업 모음이 없습니다. 이름과 폴더를 확인해 주세요.",
            path.display()
        ),
        JobError::Unreadable { path, source } => format!(
            "{}: 읽을 수 없습니다({source}). 열람 권한을 확인해 주세요.",
            path.display()
        ),
        JobError::Unwritable { path, source } => format!(
            "{}: 저장할 수 없습니다({source}). 위치와 남은 공간을 확인해 주세요.",
            path.display()
        ),
        JobError::NotAJob { path } => format!("{}: 작업 모음 파일이 아닙니다.", path.display()),
        JobError::Newer { path, .. } => format!(
            "{}: 더 새로운 버전에서 저장한 작업 모음입니다. 프로그램을 업데이트해 주세요.",
            path.display()
        ),
        JobError::Damaged { path, line, .. } => format!(
            "{}: {line}번째 줄이 손상되었습니다. 백업한 파일로 다시 열어 주세요.",
            path.display()
        ),
        JobError::CutShort { path } => format!(
            "{}: 파일이 중간에 끊겨 있습니다. 백업한 파일로 다시 열어 주세요.",
            path.display()
        ),
        JobError::Locked { path, who } => format!(
            "{}: 다른 곳({who})에서 열려 있습니다. 먼저 그곳에서 닫아 주세요.",
            path.display()
        ),
        JobError::Changed { path } => format!(
            "{}: 다른 프로그램이 바꾸거나 지웠습니다. 다시 열어 주세요.",
            path.display()
        ),
        JobError::TooMany { path } => format!(
            "{}: 글 쌍이 {MAX_PAIRS}개를 넘습니다. 작업 모음을 나눠 주세요.",
            path.display()
        ),
    };
    locale.pick(error.to_string(), korean)
}

pub fn make_error(error: &MakeError, locale: Locale) -> String {
    let korean = match error {
        MakeError::Gather(GatherError::Missing { path }) => {
            return locale.fill(JobText::NotThere, &[&path.display()]);
        }
        MakeError::Gather(GatherError::Unreadable { path, why }) => {
            format!("{}: 읽을 수 없습니다({why}).", path.display())
        }
        MakeError::Gather(GatherError::TooMany { path }) => format!(
            "{}: 글이 {MAX_TEXTS}개를 넘습니다. 나눠서 짝을 찾아 주세요.",
            path.display()
        ),
        MakeError::Table { path, error } => {
            format!("{}: {}", path.display(), table_error(error))
        }
        MakeError::TextInTable { path, line } => format!(
            "{}: {line}번째 줄에 글이 통째로 들어 있습니다. 작업 모음은 파일로만 만들 수 있습니다.",
            path.display()
        ),
        MakeError::Nothing => return JobText::NoTexts.in_(locale).to_owned(),
    };
    locale.pick(error.to_string(), korean)
}

/// What is wrong with a table of pairs, in Korean.
fn table_error(error: &ManifestError) -> String {
    match error {
        ManifestError::Unreadable { why } => format!("읽을 수 없습니다({why})."),
        ManifestError::UnknownEncoding => {
            "인코딩을 알 수 없습니다. UTF-8로 저장해 주세요.".to_owned()
        }
        ManifestError::Empty => "짝이 없습니다. 첫 줄에 en, ko 열 이름이 있어야 합니다.".to_owned(),
        ManifestError::NoColumn { missing } => {
            format!("{missing} 열이 없습니다. 첫 줄에 열 이름을 적어 주세요.")
        }
        ManifestError::TwoColumns { name } => {
            format!("{name} 열이 두 개입니다. 하나를 빼 주세요.")
        }
        ManifestError::NotUtf8 { line } => {
            format!("{line}번째 줄이 UTF-8이 아닙니다. UTF-8로 저장해 주세요.")
        }
        ManifestError::TooLong { line } => format!("{line}번째 줄이 너무 깁니다."),
        ManifestError::OpenQuote { line } => {
            format!("{line}번째 줄: 칸 앞의 따옴표가 닫히지 않았습니다.")
        }
        ManifestError::NotJson { line, why } => {
            format!("{line}번째 줄이 JSON 객체가 아닙니다({why}).")
        }
        ManifestError::Cell { line, column, why } => {
            format!("{line}번째 줄, {column} 열: {why}")
        }
    }
}

//! Errors and warnings in the window's language.

mod bilingual;
mod document;
mod job;
mod link;

pub use document::import_error;
pub use job::{job_error, make_error};
pub use link::fetch_error;

use bilingual::{aligned_warning, pairs_error};
use document::import_warning;

use super::opening::{Note, OpenError};
use super::texts::{Locale, Text};
use jjak_core::article::Lang;
use jjak_formats::project::{Damage, ProjectError};
use jjak_pipeline::{PairError, RereadError, Warning};

pub fn open_error(error: &OpenError, locale: Locale) -> String {
    let korean = match error {
        OpenError::Import(error) => import_error(error),
        OpenError::Fetch(error) => fetch_error(error),
        OpenError::Pair(error) => pair_error(error),
        OpenError::Pairs(error) => pairs_error(error),
        OpenError::Project(error) => return project_error(error, locale),
        OpenError::Reread(error) => reread_error(error),
    };
    locale.pick(error.to_string(), korean)
}

fn pair_error(error: &PairError) -> String {
    match error {
        PairError::SameLanguage {
            first,
            second,
            lang,
        } => {
            let lang = match lang {
                Lang::En => "영어",
                Lang::Ko => "한국어",
            };
            format!(
                "두 글이 모두 {lang}입니다({first}, {second}). 영어 글 하나와 한국어 글 하나를 골라 주세요."
            )
        }
        PairError::TooManySentences { name } => {
            format!("{name}: 문장이 지나치게 많습니다. 나누어서 열어 주세요.")
        }
        PairError::NothingKept { name, .. } => format!(
            "{name}: 본문으로 볼 만한 문장이 없습니다. 기사 본문이 들어 있는지 확인해 주세요."
        ),
    }
}

fn reread_error(error: &RereadError) -> String {
    match error {
        RereadError::Pairs { name } => {
            format!(
                "{name}: 이미 짝지어진 파일이라 인코딩을 바꿀 수 없습니다. UTF-8로 저장해 다시 열어 주세요."
            )
        }
        RereadError::NoEncoding { name } => {
            format!("{name}: 인코딩이 정해져 있는 형식이라 바꿀 필요가 없습니다.")
        }
        RereadError::Import(error) => import_error(error),
        RereadError::Pair(error) => pair_error(error),
    }
}

pub fn project_error(error: &ProjectError, locale: Locale) -> String {
    let korean = match error {
        ProjectError::Missing { path } => format!(
            "{}: 작업 파일이 없습니다. 이름과 폴더를 확인해 주세요.",
            path.display()
        ),
        ProjectError::Unreadable { path, source } => {
            format!(
                "{}: 읽을 수 없습니다({source}). 열람 권한을 확인해 주세요.",
                path.display()
            )
        }
        ProjectError::Unwritable { path, source } => format!(
            "{}: 저장할 수 없습니다({source}). 다른 곳에 저장해 주세요.",
            path.display()
        ),
        ProjectError::Holds { path, .. } => format!(
            "{}: 이미 작업한 내용이 들어 있습니다. 다른 이름으로 저장해 주세요.",
            path.display()
        ),
        ProjectError::NotAProject { path } => {
            format!(
                "{}: Jjak 작업 파일이 아닙니다. 기사 파일이면 영어와 한국어를 함께 열어 주세요.",
                path.display()
            )
        }
        ProjectError::Newer { path, .. } => format!(
            "{}: 더 새로운 버전에서 저장한 파일입니다. 프로그램을 업데이트해 주세요.",
            path.display()
        ),
        ProjectError::Damaged { path, line, .. } => format!(
            "{}: {line}번째 줄이 손상되었습니다. 백업한 파일로 다시 열어 주세요.",
            path.display()
        ),
        ProjectError::CutShort { path } => format!(
            "{}: 파일이 중간에 끊겨 있습니다. 백업한 파일로 열거나 기사를 다시 짝지어 주세요.",
            path.display()
        ),
        ProjectError::TooLarge { path, mib } => {
            format!("{}: 파일이 {mib} MiB보다 큽니다.", path.display())
        }
        ProjectError::Locked { path, who } => format!(
            "{}: 다른 창에서 열려 있습니다({who}). 그 창을 먼저 닫아 주세요.",
            path.display()
        ),
        ProjectError::Changed { path } => format!(
            "{}: 다른 프로그램이 파일을 바꾸거나 지웠습니다. 다른 이름으로 저장하면 작업이 보존됩니다.",
            path.display()
        ),
    };
    locale.pick(error.to_string(), korean)
}

pub fn note(note: &Note, locale: Locale) -> String {
    match note {
        Note::Pairs(warning) => locale.pick(warning.to_string(), aligned_warning(warning)),
        Note::Pair(warning) => {
            let korean = match warning {
                Warning::Swapped { .. } => {
                    "영어와 한국어가 바뀌어 있어 자리를 바로잡았습니다.".to_owned()
                }
                Warning::LostEnd { name, end } => format!(
                    "{name}: 글의 끝부분 {}자가 모두 한 가지 이유({})로 빠졌습니다. 본문이 빠지지 않았는지 뺀 글을 살펴봐 주세요.",
                    end.characters,
                    end.reason.in_words(Lang::Ko)
                ),
                Warning::LittleKept { name, kept } => format!(
                    "{name}: {}자 가운데 {}자만 기사로 남았습니다. 제외한 글에 기사가 섞이지 않았는지 살펴봐 주세요.",
                    kept.of, kept.kept
                ),
                Warning::Unrelated {
                    paired, sentences, ..
                } => format!(
                    "서로 짝이 되는 글이 아닌 것 같습니다. 짧은 쪽 {sentences}문장 가운데 {paired}문장만 짝이 있습니다."
                ),
                Warning::NoLetters { name, .. } => {
                    format!("{name}: 글자가 없어 언어를 알 수 없습니다.")
                }
                Warning::Import { name, warning } => {
                    format!("{name}: {}", import_warning(warning))
                }
            };
            locale.pick(warning.to_string(), korean)
        }
        Note::List(warning) => locale.fill(Text::ListWarning, &[warning]),
        Note::Srx(error) => locale.fill(Text::ListWarning, &[error]),
        Note::Damage(Damage { lines: 0, .. }) => Text::CutEnd.in_(locale).to_owned(),
        Note::Damage(Damage { lines, .. }) => locale.fill(Text::DamagedEnd, &[lines]),
        Note::ReadOnly => Text::ReadOnly.in_(locale).to_owned(),
        Note::NoJournal => Text::NoJournal.in_(locale).to_owned(),
    }
}

//! From what a person gave to an open bitext: the main job, on a worker thread.

use super::start::Source;
use super::texts::Tongue;
use crate::bitext::Bitext;
use crate::import::{self, ImportError, Imported};
use crate::pipeline::{self, PairError, Warning};
use crate::progress::{Cancelled, Progress};
use std::path::Path;

const SAMPLE_EN: &[u8] = include_bytes!("../../samples/harbor.en.html");
const SAMPLE_KO: &[u8] = include_bytes!("../../samples/harbor.ko.txt");

/// A bitext ready for review, and what the person should know of how it came about.
pub struct Opened {
    pub bitext: Bitext,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Pair(#[from] PairError),
}

/// The sample that comes with the program, as if it had been chosen from disk.
pub fn sample() -> Result<(Imported, Imported), OpenError> {
    let read = |bytes, name| import::from_bytes(bytes, Some(Path::new(name)));
    Ok((read(SAMPLE_EN, "harbor.en.html")?, read(SAMPLE_KO, "harbor.ko.txt")?))
}

pub fn read(source: Source) -> Result<Imported, ImportError> {
    match source {
        Source::File(path) => import::read(&path),
        Source::Text(text) => Ok(import::from_text(text)),
    }
}

/// Cleans, segments and aligns two texts.
///
/// # Errors
/// [`Cancelled`], or inside it what is wrong with the texts.
pub fn open(
    texts: Result<(Imported, Imported), OpenError>,
    progress: &Progress,
) -> Result<Result<Opened, OpenError>, Cancelled> {
    let prepared = match texts.and_then(|(en, ko)| Ok(pipeline::prepare(en, ko)?)) {
        Ok(prepared) => prepared,
        Err(error) => return Ok(Err(error)),
    };
    let warnings = prepared.warnings.clone();
    let bitext = prepared.align(&[], progress)?;
    Ok(Ok(Opened { bitext, warnings }))
}

/// The error in the window's language.
pub fn explain(error: &OpenError, tongue: Tongue) -> String {
    let korean = match error {
        OpenError::Import(error) => import_error(error),
        OpenError::Pair(PairError::SameLanguage { first, second, lang }) => {
            let lang = match lang {
                crate::article::Lang::En => "영어",
                crate::article::Lang::Ko => "한국어",
            };
            format!("두 글이 모두 {lang}입니다({first}, {second}). 영어 글 하나와 한국어 글 하나를 골라 주세요.")
        }
        OpenError::Pair(PairError::NothingKept { name, .. }) => {
            format!("{name}: 본문으로 볼 만한 문장이 없습니다. 기사 본문이 들어 있는지 확인해 주세요.")
        }
    };
    tongue.pick(error.to_string(), korean)
}

/// An import error in Korean.
pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::Missing { path } => format!("{}: 파일이 없습니다. 이름과 폴더를 확인해 주세요.", path.display()),
        ImportError::Directory { path } => format!("{}: 폴더입니다. 안에 있는 파일을 골라 주세요.", path.display()),
        ImportError::Unreadable { path, source } => {
            format!("{}: 읽을 수 없습니다({source}). 열람 권한을 확인해 주세요.", path.display())
        }
        ImportError::Empty { path } => {
            format!("{}: 글이 없습니다. 기사가 들어 있는 파일을 골라 주세요.", path.display())
        }
        ImportError::NotText { path, .. } => {
            format!("{}: 텍스트 파일이 아닙니다. 텍스트나 HTML로 저장한 뒤 다시 열어 주세요.", path.display())
        }
        ImportError::UnknownEncoding { path } => format!(
            "{}: 인코딩을 알 수 없습니다(조합형이거나 손상된 파일일 수 있습니다). UTF-8로 저장한 뒤 다시 열어 주세요.",
            path.display()
        ),
        ImportError::TooDeep { path } => {
            format!("{}: 태그가 지나치게 겹쳐 있는 웹 페이지입니다. 본문을 복사해 붙여 넣어 주세요.", path.display())
        }
        ImportError::TooLarge { path } => {
            format!("{}: 파일이 너무 큽니다. 나누어서 열어 주세요.", path.display())
        }
    }
}

pub fn warning(warning: &Warning, tongue: Tongue) -> String {
    let korean = match warning {
        Warning::Swapped { .. } => "영어와 한국어가 바뀌어 있어 자리를 바로잡았습니다.".to_owned(),
        Warning::NoLetters { name, .. } => format!("{name}: 글자가 없어 언어를 알 수 없습니다."),
    };
    tongue.pick(warning.to_string(), korean)
}

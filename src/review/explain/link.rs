//! Why a link could not be followed.

use jjak_pipeline::fetch::{BadLink, Certificate, FetchError, limits as fetching};

/// An import error in Korean.
/// Why a page cannot be fetched, in Korean.
pub fn fetch_error(error: &FetchError) -> String {
    const SAVE: &str = "브라우저에서 페이지를 저장해 그 파일을 열어 주세요.";
    match error {
        FetchError::Link(error) => bad_link(error),
        FetchError::NoServer { link } => format!(
            "{link}: 서버를 찾을 수 없거나 네트워크에 연결되어 있지 않습니다. 링크와 연결을 확인해 주세요."
        ),
        FetchError::Unreachable { link, why } => {
            format!("{link}: 서버에 연결할 수 없습니다({why}). 링크와 연결을 확인해 주세요.")
        }
        FetchError::Certificate { link, why } => format!(
            "{link}: 서버의 인증서를 믿을 수 없어({}) 다른 사람이 만든 페이지일 수 있습니다. 브라우저에서 무엇이 잘못됐는지 확인해 주세요.",
            certificate(why)
        ),
        FetchError::Tls { link, why } => {
            format!("{link}: 안전한 연결을 맺을 수 없습니다({why}). {SAVE}")
        }
        FetchError::Status { link, status } => {
            let meaning = match status {
                401 | 402 | 407 => "로그인이 필요한 페이지입니다",
                403 | 451 => "서버가 페이지를 내주지 않습니다",
                404 | 410 => "그런 페이지가 없습니다",
                429 => "요청이 너무 많다고 합니다",
                500..=599 => "서버에 문제가 있습니다",
                _ => "페이지가 없습니다",
            };
            let advice = match status {
                404 | 410 => "링크를 확인해 주세요.",
                429 | 500..=599 => "나중에 다시 해 보거나 브라우저에서 저장한 파일을 열어 주세요.",
                _ => SAVE,
            };
            format!("{link}: {meaning}(상태 코드 {status}). {advice}")
        }
        FetchError::TooLarge { link } => format!(
            "{link}: {}MiB보다 큽니다. 필요한 부분만 파일로 저장해 열어 주세요.",
            fetching::MAX_PAGE_BYTES >> 20
        ),
        FetchError::TooSlow { link, seconds } => {
            format!("{link}: {seconds}초 안에 받지 못했습니다. 나중에 다시 해 보거나 {SAVE}")
        }
        FetchError::TooManyRedirects { link } => format!(
            "{link}: 다른 주소로 {}번 넘게 넘어갑니다. 브라우저에서 연 뒤 그 주소를 복사해 주세요.",
            fetching::MAX_REDIRECTS
        ),
        FetchError::Redirect { link, to } => {
            format!("{link}: 따라갈 수 없는 주소로 넘어갑니다. {}", bad_link(to))
        }
        FetchError::NotText { link, what } => {
            format!("{link}: 글이 아닙니다({what}). 글이 있는 페이지의 링크를 넣어 주세요.")
        }
        FetchError::Broken { link, why } => format!(
            "{link}: 서버의 응답이 중간에 끊기거나 잘못되었습니다({why}). 다시 해 보거나 {SAVE}"
        ),
    }
}

fn bad_link(error: &BadLink) -> String {
    match error {
        BadLink::Scheme { link } => {
            format!("{link}: http://나 https://로 시작하는 링크만 가져올 수 있습니다.")
        }
        BadLink::Credentials { host } => format!(
            "{host}: 링크에 사용자 이름이나 비밀번호가 들어 있습니다. 보내지 않으니 링크에서 지우거나, 브라우저에서 페이지를 저장해 그 파일을 열어 주세요."
        ),
        BadLink::Host { link } => {
            format!("{link}: 서버 이름을 알 수 없습니다. 브라우저 주소창에서 링크를 복사해 주세요.")
        }
    }
}

fn certificate(why: &Certificate) -> String {
    match why {
        Certificate::Expired => "기한이 지남".into(),
        Certificate::NotYetValid => "아직 유효하지 않음, 시계가 맞는지 확인 필요".into(),
        Certificate::OtherName => "다른 이름의 인증서".into(),
        Certificate::UnknownIssuer => "시스템이 모르는 기관이 발급".into(),
        Certificate::Revoked => "폐기된 인증서".into(),
        Certificate::Other(why) => why.clone(),
    }
}

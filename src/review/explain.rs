//! Errors and warnings in the window's language.

mod job;

pub use job::{job_error, make_error};

use super::opening::{Note, OpenError};
use super::texts::{Locale, Text};
use jjak_core::article::Lang;
use jjak_formats::exchange::{BilingualError, BilingualWarning, PairsError};
use jjak_formats::import::{Fault, ImportError, ImportWarning, Part};
use jjak_formats::project::{Damage, ProjectError};
use jjak_pipeline::fetch::{BadLink, Certificate, FetchError, limits as fetching};
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

/// A fault of a file of pairs, in Korean.
fn pairs_error(error: &PairsError) -> String {
    let (path, why) = match error {
        PairsError::UnknownFormat { path } => (path, "알 수 없는 형식입니다.".to_owned()),
        PairsError::Unreadable { path, source } => (
            path,
            format!("읽을 수 없습니다({source}). 이름과 폴더를 확인해 주세요."),
        ),
        PairsError::Bad { path, source } => (path, bilingual_error(source)),
    };
    format!("{}: {why}", path.display())
}

fn bilingual_error(error: &BilingualError) -> String {
    match error {
        BilingualError::TooLarge => "파일이 너무 큽니다. 나누어서 열어 주세요.".into(),
        BilingualError::UnknownEncoding => {
            "인코딩을 알 수 없습니다. UTF-8로 저장한 뒤 다시 열어 주세요.".into()
        }
        BilingualError::Unread { format } => {
            format!("{} 형식은 쓰기만 하고 읽지는 않습니다.", format.as_str())
        }
        BilingualError::Empty => "짝지은 문장이 없습니다.".into(),
        BilingualError::NotXml { at, why } => {
            format!("올바른 XML이 아닙니다({at}바이트째, {why}).")
        }
        BilingualError::Workbook(fault) => document_fault(fault),
        BilingualError::OtherLanguages => {
            "영어나 한국어가 아닌 글입니다. 영어와 한국어 짝만 열 수 있습니다.".into()
        }
        BilingualError::OtherRoot { found, wanted } => {
            format!("<{wanted}> 파일이 아닙니다(첫 요소 <{found}>).")
        }
        BilingualError::NoTexts => "짝지을 두 글의 이름(fromDoc, toDoc)이 없습니다.".into(),
        BilingualError::MissingText { name } => {
            format!("짝지을 글 {name} 파일이 없습니다. 압축을 풀어 같은 폴더에 넣어 주세요.")
        }
        BilingualError::TooManyTexts => "글이 너무 많습니다. 나누어서 열어 주세요.".into(),
        BilingualError::NotPo { line, .. } => format!("{line}번째 줄이 PO 형식에 맞지 않습니다."),
        BilingualError::NotLadder { line } => {
            format!("{line}번째 줄이 hunalign 사다리 형식에 맞지 않습니다.")
        }
        BilingualError::LadderTooLong {
            line,
            sentence,
            sentences,
        } => {
            format!(
                "{line}번째 줄이 {sentence}번째 문장을 가리키지만 문장은 {sentences}개뿐입니다."
            )
        }
        BilingualError::NoSuchColumn { name } => {
            format!("{name} 열이 없습니다. 열 번호나 첫 줄에 적힌 이름을 적어 주세요.")
        }
        BilingualError::TooDeep => "요소가 지나치게 겹쳐 있습니다.".into(),
        BilingualError::UnknownEntity { at, name } => {
            format!("알 수 없는 개체 &{name};가 있습니다({at}바이트째).")
        }
        BilingualError::NotJson { line, why } => {
            format!("{line}번째 줄이 번역을 담은 JSON이 아닙니다({why}).")
        }
        BilingualError::NoColumns => {
            "영어 열과 한국어 열을 알 수 없습니다. 첫 줄에 en, ko처럼 열 이름을 적어 주세요.".into()
        }
        BilingualError::OpenQuote { row } => format!(
            "{row}번째 행: 칸 첫머리의 따옴표가 닫히지 않았습니다. 닫는 따옴표를 넣어 주세요."
        ),
        BilingualError::TooLong { row } => {
            format!(
                "{row}번째 행의 글이 지나치게 깁니다. 닫는 따옴표나 태그가 빠졌는지 확인해 주세요."
            )
        }
        BilingualError::UnevenLines { en, ko } => {
            format!("줄 수가 다릅니다(영어 {en}줄, 한국어 {ko}줄).")
        }
    }
}

fn aligned_warning(warning: &BilingualWarning) -> String {
    match warning {
        BilingualWarning::NoText(rows) => format!("글이 없는 {rows}개 행은 뺐습니다."),
        BilingualWarning::Skipped { count, .. } => format!("읽을 수 없는 {count}개 행은 뺐습니다."),
        BilingualWarning::OtherLanguage(texts) => {
            format!("영어나 한국어가 아닌 글 {texts}개는 뺐습니다.")
        }
        BilingualWarning::SecondText(texts) => {
            format!("한 단위에 같은 언어의 글이 여럿이어서 뒤의 {texts}개는 뺐습니다.")
        }
        BilingualWarning::Codes(codes) => format!("문장 안의 서식 코드 {codes}개는 뺐습니다."),
        BilingualWarning::Outside(units) => {
            format!("세그먼트 바깥에 글이 있는 단위가 {units}개입니다. 그 글은 뺐습니다.")
        }
        BilingualWarning::Untranslatable(units) => {
            format!("번역 대상이 아닌 단위 {units}개는 뺐습니다.")
        }
        BilingualWarning::Sheets(sheets) => {
            format!("숨겨졌거나 영어와 한국어 열이 없는 시트 {sheets}개는 뺐습니다.")
        }
        BilingualWarning::Removed(rows) => {
            format!("보낼 때 표에 있던 {rows}행이 지금은 없습니다")
        }
        BilingualWarning::BesideCells(texts) => {
            format!("칸 밖의 글상자와 메모 {texts}개는 뺐습니다.")
        }
        BilingualWarning::OtherDirection(rows) => {
            format!("번역 방향이 반대인 행이 {rows}개 있습니다. 나머지와 같은 방향으로 다룹니다.")
        }
        BilingualWarning::Obsolete(entries) => {
            format!("더는 쓰이지 않는 항목 {entries}개는 뺐습니다.")
        }
        BilingualWarning::Lost(texts) => format!(
            "글 {texts}개에 깨진 글자(�)가 있습니다. 깨지지 않은 원본이 있는지 확인해 주세요."
        ),
        BilingualWarning::Dangling(links) => {
            format!("없는 문장을 가리키는 연결이 {links}개 있습니다.")
        }
        BilingualWarning::Unlinked(sentences) => {
            format!("연결되지 않은 문장 {sentences}개는 짝 없이 넣었습니다.")
        }
    }
}

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

pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::Missing { path } => format!(
            "{}: 파일이 없습니다. 이름과 폴더를 확인해 주세요.",
            path.display()
        ),
        ImportError::Directory { path } => format!(
            "{}: 폴더입니다. 안에 있는 파일을 골라 주세요.",
            path.display()
        ),
        ImportError::Unreadable { path, source } => {
            format!(
                "{}: 읽을 수 없습니다({source}). 열람 권한을 확인해 주세요.",
                path.display()
            )
        }
        ImportError::Empty { path } => {
            format!(
                "{}: 글이 없습니다. 기사가 들어 있는 파일을 골라 주세요.",
                path.display()
            )
        }
        ImportError::ScriptPage { path } => {
            format!(
                "{}: 글이 없고 스크립트로 불러오는 페이지입니다. 브라우저에서 기사가 다 나타난 뒤 저장한 파일을 열어 주세요.",
                path.display()
            )
        }
        ImportError::NotText { path, .. } => {
            format!(
                "{}: 텍스트 파일이 아닙니다. 텍스트나 HTML로 저장한 뒤 다시 열어 주세요.",
                path.display()
            )
        }
        ImportError::UnknownEncoding { path } => format!(
            "{}: 인코딩을 알 수 없습니다(조합형이거나 손상된 파일일 수 있습니다). UTF-8로 저장한 뒤 다시 열어 주세요.",
            path.display()
        ),
        ImportError::NoPart { path } => {
            format!("{}: 이 범위에는 글이 없습니다.", path.display())
        }
        ImportError::TooDeep { path } => {
            format!(
                "{}: 태그가 지나치게 겹쳐 있는 웹 페이지입니다. 본문을 복사해 붙여 넣어 주세요.",
                path.display()
            )
        }
        ImportError::TooLarge { path } => {
            format!(
                "{}: 파일이 너무 큽니다. 나누어서 열어 주세요.",
                path.display()
            )
        }
        ImportError::Document { path, fault } => {
            format!("{}: {}", path.display(), document_fault(fault))
        }
    }
}

/// Why a document cannot be read, in Korean, without its name.
fn document_fault(fault: &Fault) -> String {
    match fault {
        Fault::Damaged { place, why } => format!(
            "파일이 손상되었습니다({place}: {why}). 원래 프로그램에서 열어 다시 저장해 주세요."
        ),
        Fault::Encrypted => {
            "암호가 걸린 문서입니다. 원래 프로그램에서 암호를 풀고 저장한 뒤 다시 열어 주세요."
                .into()
        }
        Fault::Unread { .. } => {
            "읽을 수 없는 형식입니다. 원래 프로그램에서 다른 형식으로 저장한 뒤 다시 열어 주세요."
                .into()
        }
        Fault::Pairs => {
            "영어와 한국어가 나란히 들어 있는 표입니다. 번역 쌍 파일로 열어 주세요.".into()
        }
        Fault::NoChapter { asked, .. } => format!("'{asked}'에 해당하는 장이 없습니다."),
        Fault::Distribution => {
            "배포용 문서라 글을 꺼낼 수 없습니다. 만든 사람에게 원본을 요청해 주세요.".into()
        }
        Fault::Scanned => {
            "글자가 없는 스캔 문서입니다. 문자 인식(OCR) 프로그램으로 글을 뽑은 뒤 열어 주세요.".into()
        }
        Fault::NoLetters => {
            "글꼴에 문자 정보가 없어 글을 읽을 수 없습니다. 원래 프로그램에서 열거나 PDF 뷰어에서 글을 복사해 주세요.".into()
        }
        Fault::OverLimit {
            limit, unit, name, ..
        } => format!(
            "문서가 허용 한도({limit} {unit}, {name})를 넘습니다. 필요한 부분만 따로 저장해 열어 주세요."
        ),
    }
}

/// What there is to know of how a file was read, in Korean, without its name.
fn import_warning(warning: &ImportWarning) -> String {
    match warning {
        ImportWarning::LeftOut(parts) => {
            let part = |(what, count): &(Part, usize)| format!("{} {count}개", part_name(*what));
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("{}는 뺐습니다.", parts.join(", "))
        }
        ImportWarning::ChangesShown => {
            "변경 추적 중인 문서라 삭제된 글이 섞여 있을 수 있습니다. 변경 내용을 적용해 저장한 뒤 여는 편이 좋습니다."
                .into()
        }
        ImportWarning::PdfIsGuessed => {
            "PDF는 시험 기능입니다. 줄과 문단을 추정해 나누었으니 글을 한번 훑어봐 주세요.".into()
        }
        ImportWarning::Distribution => {
            "보기만 허용된 배포용 문서입니다. 글을 쓰기 전에 작성자에게 허락을 받아 주세요.".into()
        }
        ImportWarning::ScannedPages { pages } => {
            format!("글자 없이 그림만 있는 쪽은 읽지 못했습니다({}쪽).", page_list(pages))
        }
        ImportWarning::UnknownLetters {
            count,
            fonts,
            pages,
        } => format!(
            "글꼴에 문자 정보가 없는 글자 {count}개는 �로 나타냈습니다({}쪽, {}).",
            page_list(pages),
            fonts.join(", ")
        ),
        ImportWarning::TurnedText { characters } => {
            format!("세로쓰기이거나 기울어진 글자 {characters}개는 뺐습니다.")
        }
        ImportWarning::Undecodable { encoding, count } => {
            format!("{encoding}(으)로 읽을 수 없는 곳 {count}군데는 �로 나타냈습니다. 다른 인코딩을 골라 보세요.")
        }
        ImportWarning::Lost { count } => {
            format!("깨진 글자 {count}개가 �로 남아 있습니다. 깨지지 않은 원본이 있는지 확인해 주세요.")
        }
        ImportWarning::HiddenArticle { .. } => {
            "화면에 보이지 않게 숨겨 둔 기사를 읽었습니다. 글을 한번 훑어봐 주세요.".into()
        }
        ImportWarning::ScriptPage => {
            "글이 거의 없고 스크립트로 불러오는 페이지입니다. 브라우저에서 기사가 다 나타난 뒤 저장한 파일을 열어 주세요.".into()
        }
        ImportWarning::EncodingUnused => {
            "인코딩이 파일 형식에 정해져 있어 선택한 인코딩은 쓰지 않았습니다.".into()
        }
    }
}

/// The first of many pages.
fn page_list(pages: &[usize]) -> String {
    let pages: Vec<String> = pages.iter().take(10).map(ToString::to_string).collect();
    pages.join(", ")
}

/// What a part that is left out is called, in Korean.
fn part_name(what: Part) -> &'static str {
    match what {
        Part::Pictures => "그림",
        Part::Objects => "개체",
        Part::Charts => "차트",
        Part::Equations => "수식",
        Part::Comments => "메모",
        Part::Deletions => "변경 추적에서 삭제된 글",
        Part::Hidden => "숨긴 글",
        Part::HiddenSlides => "숨긴 슬라이드",
        Part::HiddenSheets => "숨긴 시트",
        Part::Prompts => "채우지 않은 칸",
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

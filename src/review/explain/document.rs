//! What is wrong with a document, and what to know of it.

use jjak_formats::import::{Fault, ImportError, ImportWarning, Part};

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
pub(super) fn document_fault(fault: &Fault) -> String {
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
pub(super) fn import_warning(warning: &ImportWarning) -> String {
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

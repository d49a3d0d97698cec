//! What is wrong with a file of pairs, and what to know of it.

use super::document::document_fault;
use jjak_formats::exchange::{BilingualError, BilingualWarning, PairsError};

/// A fault of a file of pairs, in Korean.
pub(super) fn pairs_error(error: &PairsError) -> String {
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

pub(super) fn bilingual_error(error: &BilingualError) -> String {
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

pub(super) fn aligned_warning(warning: &BilingualWarning) -> String {
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

//! The aligner on manuals, whose sentences share their words and whose programs stand in both languages alike.

use jjak::align::{Known, Link, align};
use jjak::progress::Progress;

fn links(en: &[&str], ko: &[&str]) -> Vec<Link> {
    align(en, ko, Known::default(), &Progress::default()).expect("not cancelled")
}

/// What was cut and what was added elsewhere, in the words of all the others, is no sentence that moved.
#[test]
fn strangers_in_the_words_of_their_text_stay_alone() {
    let en = [
        "Saving a form",
        "A form keeps its draft in the browser until the server confirms the save.",
        "Call saveDraft when the user leaves a field, so that the draft survives a reload.",
        "The server answers with a version number, and the form shows it beside the button.",
        "If the version on the server is newer than the draft, the form asks which of the two to keep.",
        "A draft that is newer than the server shows its version number in the list.",
        "Pass a second argument to saveDraft to name the draft.",
        "The name is shown in the list of drafts, and the user can change it there.",
        "Drafts without a name are deleted after thirty days.",
        "The list of drafts is sorted by date.",
        "Click a draft in the list to open it in the form.",
        "Use clearDraft to delete a draft from the browser.",
        "The server keeps its own copy until the form is sent.",
        "Sending a form clears its draft, too.",
    ];
    let ko = [
        "폼 저장하기",
        "폼은 서버가 저장을 확인할 때까지 브라우저에 초안을 보관합니다.",
        "사용자가 필드를 벗어날 때 saveDraft를 호출하면 새로고침해도 초안이 남습니다.",
        "서버는 버전 번호로 응답하고, 폼은 그 번호를 버튼 옆에 표시합니다.",
        "서버의 버전이 초안보다 새로우면 폼은 둘 중 무엇을 남길지 묻습니다.",
        "saveDraft에 두 번째 인수를 넘기면 초안에 이름을 붙일 수 있습니다.",
        "이름은 초안 목록에 표시되며, 사용자는 목록에서 이름을 바꿀 수 있습니다.",
        "이름이 없는 초안은 30일 뒤에 삭제됩니다.",
        "초안 목록은 날짜순으로 정렬됩니다.",
        "목록에서 초안을 클릭하면 폼에 열립니다.",
        "브라우저에서 초안을 삭제하려면 clearDraft를 사용합니다.",
        "서버는 초안을 보관하지 않으므로 폼을 새로 열면 사용자가 버전을 확인합니다.",
        "서버는 폼을 보낼 때까지 자체 사본을 보관합니다.",
        "폼을 보내면 초안도 지워집니다.",
    ];
    let links = links(&en, &ko);
    let alone = |link: &&Link| link.en.is_empty() || link.ko.is_empty();
    let alone: Vec<_> = links.iter().filter(alone).collect();
    assert_eq!(alone.len(), 2, "{links:#?}");
    assert_eq!((&*alone[0].en, &*alone[1].ko), (&[5][..], &[11][..]));
}

/// Such a line is as long in Korean as in English, which is no reason to join it to another.
#[test]
fn lines_of_a_program_pair_with_themselves() {
    let en = [
        "The list used to hold the item twice, like this:",
        "drafts = [{ id: 0, name: 'first'}, ...]",
        "openDraft = {id: 0, name: 'first'}",
        "But after the change it is like this:",
        "drafts = [{ id: 0, name: 'first'}, ...]",
        "openId = 0",
        "The copy is gone, and only what is needed is kept.",
    ];
    let ko = [
        "목록은 다음과 같이 항목을 두 번 담고 있었습니다.",
        "drafts = [{ id: 0, name: 'first'}, ...]",
        "openDraft = {id: 0, name: 'first'}",
        "하지만 변경 후에는 다음과 같습니다.",
        "openId = 0",
        "사본은 사라지고 필요한 것만 남습니다.",
    ];
    let links = links(&en, &ko);
    for (e, k) in [(0, 0), (1, 1), (2, 2), (3, 3), (5, 4), (6, 5)] {
        let found = links.iter().any(|link| link.en == [e] && link.ko == [k]);
        assert!(found, "{e} {k}: {links:#?}");
    }
}

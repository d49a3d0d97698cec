//! What the states of translation tools are in ours. A translator's own word that a segment is done is no review of
//! it; a second person's, or a lock, is.

use jjak_core::bitext::State;

/// The states of XLIFF 1.2, with what a unit says of its approval.
pub(super) fn of_one(state: &str, is_approved: bool) -> State {
    match state {
        "final" | "signed-off" => State::Accepted,
        state if state.starts_with("needs-review") => State::Flagged,
        _ if is_approved => State::Accepted,
        _ => State::Unreviewed,
    }
}

/// The states of XLIFF 2.x; what it has no word for stands in the sub-state.
pub(super) fn of_two(state: &str, sub_state: &str) -> State {
    match state {
        _ if sub_state == "jjak:flagged" => State::Flagged,
        "reviewed" | "final" => State::Accepted,
        _ => State::Unreviewed,
    }
}

/// The confirmation levels of Trados.
pub(super) fn of_trados(level: &str) -> State {
    match level {
        "ApprovedTranslation" | "ApprovedSignOff" => State::Accepted,
        level if level.starts_with("Rejected") => State::Flagged,
        _ => State::Unreviewed,
    }
}

/// The statuses of memoQ.
pub(super) fn of_memoq(status: &str) -> State {
    match status {
        "Rejected" => State::Flagged,
        "Proofread" => State::Accepted,
        status if status.starts_with("Reviewer") && status.ends_with("Confirmed") => {
            State::Accepted
        }
        _ => State::Unreviewed,
    }
}

/// A locked segment is settled, unless someone objected.
pub(super) fn locked(state: State, lock: &str) -> State {
    match state {
        State::Unreviewed if matches!(lock, "true" | "1" | "locked" | "yes") => State::Accepted,
        state => state,
    }
}

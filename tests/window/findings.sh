#!/bin/sh
# What the checks say, set right and found right by real keys under Xvfb, with openbox; and a term put into the glossary.
#
#   tests/window/findings.sh
#
# Needs Xvfb, openbox, xdotool (Debian: xvfb openbox xdotool libgl1-mesa-dri libxkbcommon-x11-0).
set -eu
cd "$(dirname "$0")/../.."
cargo build --quiet
built=${CARGO_TARGET_DIR:-target}/debug
work=$(mktemp -d)
. tests/window/screen.sh

cat >"$work/en.txt" <<'END'
Richard Miller opened the harbor office on Monday.

Richard said that the ferry would sail again in March.

Is the ferry safe?

Richard Miller met the fishermen on Tuesday.

Richard left the island on Wednesday morning.

The ferry operator said that fares would not rise this year.
END
cat >"$work/ko.txt" <<'END'
리처드 밀러가 월요일 항만 사무소를 열었다.

리처드는 연락선이 3월에 다시 다닐 것이라고 말했다 .

연락선은 안전하다.

리차드 밀러는 화요일 어민들을 만났다.

리차드는 수요일 아침 섬을 떠났다.

연락선 운영사는 올해 요금이 오를 것이라고 밝혔다.
END
settings english false
screen 1280x800
openbox >/dev/null 2>&1 &
started="$started $!"
press() {
    xdotool key --clearmodifiers --delay 60 "$@"
    sleep 0.3
}
open "$work/en.txt" "$work/ko.txt"
sleep 3

# A space before a mark, a question without its mark, one spelling for all; the last finding is right as it is.
press F8 r F8 r F8 shift+r
press ctrl+End F8 shift+F8 i
# A term, of what matches in the row.
for key in t Tab Tab space Return; do press $key; done
press ctrl+s
sleep 1
press Return
sleep 1

"$built/jjak" export "$work/en.jjak" -o "$work/ko.tsv" 2>/dev/null ||
    fail "the window saved nothing"
holds() {
    grep -q "$1" "$work/ko.tsv" || fail "not set right: $1"
}
holds '다닐 것이라고 말했다\.'
holds '안전하다?'
holds '리처드 밀러는 화요일'
holds '리처드는 수요일'
grep -q '"waivers"' "$work/en.jjak" || fail "what was found right is not in the work"
"$built/jjak" check "$work/en.jjak" --format tsv >"$work/check.tsv" 2>/dev/null || true
if grep -q negation "$work/check.tsv"; then fail "what was found right is told again"; fi
glossary=$XDG_CONFIG_HOME/jjak/lists/glossary.tsv
grep -q "^this year	올해$" "$glossary" || fail "the term is in no glossary"
kill "$jjak"
wait "$jjak" || fail "the window did not close in good order"
echo "findings.sh: findings set right and found right, and a term kept, by real keys"

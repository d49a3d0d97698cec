#!/bin/sh
# The clipboard between the window and other programs, under Xvfb with a window manager and real keys: texts and a page's
# HTML pasted on the start screen, a cell and selected rows copied, a word pasted into a field and cut out of it.
#
#   tests/window/clipboard.sh [FOLDER]    screenshots go into FOLDER
#
# Needs Xvfb, openbox, xdotool, xclip, and for screenshots ImageMagick's `import` (Debian: xvfb openbox xdotool xclip
# imagemagick libgl1-mesa-dri libxkbcommon-x11-0).
set -eu
cd "$(dirname "$0")/../.."
shots=${1:-}
[ -z "$shots" ] || mkdir -p "$shots"
cargo build --quiet
cargo build --quiet -p jjak-window-tests --example copies
built=${CARGO_TARGET_DIR:-target}/debug
work=$(mktemp -d)
. tests/window/screen.sh
settings english false
screen 1280x800
openbox >"$work/openbox.log" 2>&1 &
started="$started $!"
sleep 1

press() {
    xdotool key --clearmodifiers --delay 60 "$@"
    sleep 0.4
}
shot() {
    [ -z "$shots" ] || import -window root "$shots/clipboard-$1.png"
}
# Text as another program puts it on the clipboard.
other_copies() {
    xclip -selection clipboard -i <"$1"
    sleep 0.3
}
# The first argument is a format of printf.
copied_is() {
    sleep 0.3
    timeout 5 xclip -selection clipboard -o >"$work/copied" || fail "nothing was copied: $2"
    printf "$1" >"$work/meant"
    cmp -s "$work/meant" "$work/copied" || fail "$2: $(cat "$work/copied")"
}

open
# A page as a browser copies it: the heading and the paragraph are blocks of their own, and no tags are seen.
printf '<meta charset="utf-8"><h1>The harbor opens today.</h1><p>The ferry leaves at nine.</p>' >"$work/page.html"
"$built/examples/copies" "$work/page.html" 'The harbor opens today. The ferry leaves at nine.' &
started="$started $!"
sleep 0.5
press ctrl+v
printf '항구가 오늘 문을 연다.\n여객선은 9시에 떠난다.\n' >"$work/ko.txt"
other_copies "$work/ko.txt"
press shift+Insert
shot start
press Return
sleep 2
shot rows
press ctrl+c
copied_is 'The harbor opens today.' 'the cell'
press Right ctrl+Insert
copied_is '항구가 오늘 문을 연다.' 'the cell, by Ctrl+Insert'
press shift+Down ctrl+c
copied_is 'The harbor opens today.\t항구가 오늘 문을 연다.\nThe ferry leaves at nine.\t여객선은 9시에 떠난다.\n' 'the rows'
# Into a sentence, and out of it.
printf '첫 배' >"$work/word"
other_copies "$work/word"
press Escape F2 ctrl+a ctrl+v ctrl+a ctrl+c
copied_is '첫 배' 'the sentence that is edited'
press ctrl+x
xdotool type --delay 60 'x'
press shift+Insert ctrl+Return
shot pasted
press ctrl+c
copied_is 'x첫 배' 'the sentence after Ctrl+Enter'
echo "clipboard.sh: texts, a page, a cell, rows and words went both ways"

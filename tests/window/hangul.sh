#!/bin/sh
# Hangul typed into the window with a real input method: composed syllables, a shortcut in the middle of a syllable, and
# the review's keys while the layout is Hangul.
#
#   tests/window/hangul.sh [FOLDER]    screenshots go into FOLDER
#
# Needs Xvfb, xdotool, ibus with ibus-hangul, D-Bus, and for screenshots ImageMagick's `import` (Debian: xvfb xdotool
# ibus ibus-hangul dbus dbus-x11 imagemagick libgl1-mesa-dri libxkbcommon-x11-0).
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${JJAK_HANGUL_BUS:-}" ]; then
    cargo build --quiet
    # The input method wants a session of its own.
    JJAK_HANGUL_BUS=1 exec dbus-run-session -- "$0" "$@"
fi
shots=${1:-}
[ -z "$shots" ] || mkdir -p "$shots"
built=${CARGO_TARGET_DIR:-target}/debug
work=$(mktemp -d)
. tests/window/screen.sh

printf 'The harbor opens today.\nThe ferry leaves at nine.\n' >"$work/a.en.txt"
printf '항구가 오늘 문을 연다.\n여객선은 9시에 떠난다.\n' >"$work/a.ko.txt"

export HOME="$work" XDG_RUNTIME_DIR="$work/run" GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8 XMODIFIERS=@im=ibus
mkdir -p "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
settings korean false
screen 1280x800
ibus-daemon --xim --panel=disable --emoji-extension=disable >"$work/ibus.log" 2>&1 &
started="$started $!"
sleep 2
# Started by hand, because a daemon without a desktop waits in vain for its engine.
engine=$(sed -n 's:.*<exec>\(.*\)</exec>.*:\1:p' /usr/share/ibus/component/hangul.xml | head -n 1)
$engine >"$work/engine.log" 2>&1 &
started="$started $!"
sleep 1
timeout 30 ibus engine hangul 2>>"$work/ibus.log" || fail "no Hangul engine: $(cat "$work/ibus.log")"

open "$work/a.en.txt" "$work/a.ko.txt"

press() {
    xdotool key --clearmodifiers --delay 40 "$@"
    sleep 0.3
}
# As fast as a quick typist: 12 letters a second.
letters() {
    xdotool type --delay 80 "$1"
    sleep 0.3
}
shot() {
    [ -z "$shots" ] || import -window root "$shots/hangul-$1.png"
}

# A new text, its last syllable still being composed when it is saved.
press Right F2 ctrl+a
press Hangul
letters gkdrnrk
shot composing
letters " dhsmf dufflsek"
press ctrl+Return
shot saved
# The layout is still Hangul, and still these keys accept, move on, and edit the next sentence.
press a Down
press F2 End BackSpace
letters "rh gksek"
press ctrl+Return
press a
shot accepted
press ctrl+s Return
sleep 1
saved=$(find "$work" -maxdepth 1 -name '*.jjak')
[ -n "$saved" ] || fail "the window saved nothing"
"$built/jjak" export "$saved" -o "$work/out.tsv" 2>/dev/null
cut -f 2,5 "$work/out.tsv" >"$work/said"
printf 'ko\tstate\n항구가 오늘 열린다\taccepted\n여객선은 9시에 떠난다고 한다\taccepted\n' >"$work/meant"
diff "$work/meant" "$work/said" || fail "what was typed is not what was meant"
echo "hangul.sh: both sentences came out as typed"

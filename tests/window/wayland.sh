#!/bin/sh
# The clipboard between the window and other programs on Wayland: a cell copied, a word of another program pasted into
# the find field and copied out of it again.
#
#   tests/window/wayland.sh [FOLDER]    screenshots go into FOLDER
#
# Needs sway, wtype, wl-clipboard and for screenshots grim (Debian: sway wtype wl-clipboard grim libegl-mesa0
# libgl1-mesa-dri libxkbcommon0). Not as root: sway refuses.
set -eu
cd "$(dirname "$0")/../.."
shots=${1:-}
[ -z "$shots" ] || mkdir -p "$shots"
[ "${BUILT:-}" ] || cargo build --quiet
built=${BUILT:-${CARGO_TARGET_DIR:-target}/debug}
work=$(mktemp -d)
. tests/window/screen.sh
settings english false

# A compositor without a display, drawn by the processor.
export XDG_RUNTIME_DIR="$work/run" WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
export LIBGL_ALWAYS_SOFTWARE=1
unset DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"
printf 'output HEADLESS-1 resolution 1280x800\ndefault_border none\nxwayland disable\n' >"$work/sway"
sway -c "$work/sway" >"$work/sway.log" 2>&1 &
started="$started $!"
tries=0
until socket=$(find "$XDG_RUNTIME_DIR" -name 'wayland-*' ! -name '*.lock' | head -n 1) && [ -n "$socket" ]; do
    tries=$((tries + 1))
    [ $tries -lt 50 ] || fail "sway does not start: $(cat "$work/sway.log")"
    sleep 0.2
done
WAYLAND_DISPLAY=$(basename "$socket")
export WAYLAND_DISPLAY
"$built/jjak" samples/harbor.en.html samples/harbor.ko.txt >"$work/jjak.log" 2>&1 &
jjak=$!
started="$started $jjak"
sleep 12

# One keyboard for all keys: without one there is no focus, and without the focus no clipboard.
wtype -s 400 -M ctrl -k c -m ctrl -s 3000 -M ctrl -k f -m ctrl -s 1500 -M ctrl -k v -m ctrl -s 2500 -M ctrl -k a \
    -m ctrl -s 300 -M ctrl -k c -m ctrl -s 4000 &
started="$started $!"
sleep 2
copied=$(timeout 3 wl-paste -n) || fail "nothing was copied out of the rows"
[ "$copied" = "Eunpo to dredge inner harbor for first time in 23 years" ] || fail "copied out of the rows: $copied"
printf '항구' | wl-copy
sleep 4
[ -z "$shots" ] || grim "$shots/wayland-find.png"
# What was pasted is copied out again, in place of another text.
printf 'other' | wl-copy
sleep 3
copied=$(timeout 3 wl-paste -n) || fail "nothing was copied out of the field"
[ "$copied" = "항구" ] || fail "copied out of the field: $copied"
kill -0 "$jjak" || fail "the window fell: $(cat "$work/jjak.log")"
echo "wayland: a cell and a field are copied, a word is pasted"

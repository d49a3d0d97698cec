# What the scripts with a real window share; to be sourced. Needs `work`, the folder of the run, and `built`, that of the
# programs.

started=
finish() {
    for process in $started; do kill "$process" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# Settings and data of this run alone, in the language `english` or `korean`, dark or not.
settings() {
    export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state"
    mkdir -p "$XDG_CONFIG_HOME/jjak"
    echo "{\"tongue\": \"$1\", \"dark\": $2}" >"$XDG_CONFIG_HOME/jjak/settings.json"
}

# A screen of that size, WIDTHxHEIGHT, without a display.
screen() {
    size=$1
    display=99
    while [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
    export DISPLAY=":$display" LIBGL_ALWAYS_SOFTWARE=1
    unset WAYLAND_DISPLAY
    Xvfb "$DISPLAY" -screen 0 "${size}x24" -nolisten tcp >"$work/xvfb.log" 2>&1 &
    started="$started $!"
    tries=0
    until xdotool getdisplaygeometry >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 50 ] || fail "Xvfb does not start"
        sleep 0.1
    done
}

# Starts the window with the files given and makes it fill the screen.
open() {
    "$built/jjak" "$@" >"$work/jjak.log" 2>&1 &
    jjak=$!
    started="$started $jjak"
    tries=0
    # A window that is just being made can make one search fail.
    until window=$(xdotool search --onlyvisible --pid "$jjak" 2>/dev/null | head -n 1) && [ -n "$window" ]; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "no window: $(cat "$work/jjak.log")"
        sleep 0.5
    done
    xdotool windowmove "$window" 0 0 windowsize "$window" "${size%x*}" "${size#*x}"
    xdotool windowfocus "$window"
    sleep 4
}

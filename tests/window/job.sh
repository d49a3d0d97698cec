#!/bin/sh
# A job of twelve pairs under Xvfb with real keys: a folder is opened, its texts are matched and paired, every pair is
# reviewed until it is as people paired it and marked done, and the job is exported into one TMX. Tells how many keys and
# minutes that took. Screenshots go into a folder.
#
#   tests/window/job.sh FOLDER [WIDTHxHEIGHT] [en|ko] [light|dark]
#
# Needs what run.sh needs.
set -eu
cd "$(dirname "$0")/../.."
shots=$1
size=${2:-1280x800}
tongue=${3:-en}
theme=${4:-light}
mkdir -p "$shots"
shots=$(cd "$shots" && pwd)

cargo build --quiet
cargo build --quiet -p jjak-window-tests --example keys
built=${CARGO_TARGET_DIR:-target}/debug
work=$(mktemp -d)
. tests/window/screen.sh

# Both languages in one folder, under names that say nothing, and one text of each without a counterpart.
texts=$work/articles
mkdir "$texts" "$work/keys"
number=0
add() {
    number=$((number + 1))
    en=$texts/a$((40 - number)).${1##*.}
    ko=$texts/b$((60 + number * 7 % 13)).${2##*.}
    cp "$1" "$en"
    cp "$2" "$ko"
    "$built/examples/keys" "$en" "$ko" "$3" >"$work/keys/$(basename "$en")" 2>>"$work/keys.log"
    # Of the sentences of the gold, those with a counterpart.
    awk -F '\t' '$1 != "" && $2 != ""' "$3" >>"$work/gold"
}
for name in harbor ferry library; do
    page=$(ls samples/$name.en.html samples/$name.en.txt 2>/dev/null | head -n 1)
    add "$page" samples/$name.ko.txt tests/gold/samples/$name.gold.tsv
done
for name in n02 n05 n09 n12 p03 p06 p09 p10; do
    add tests/gold/dev/$name.en.txt tests/gold/dev/$name.ko.txt tests/gold/dev/$name.gold.tsv
done
for name in q06; do
    for lang in en ko; do cp tests/gold/dev2/$name.$lang.sent "$work/$name.$lang.txt"; done
    add "$work/$name.en.txt" "$work/$name.ko.txt" tests/gold/dev2/$name.gold.tsv
done
cp tests/gold/dev2/q08.en.sent "$texts/alone.txt"
cp tests/gold/dev2/q12.ko.sent "$texts/홀로.txt"

[ "$tongue" = ko ] && language=korean || language=english
[ "$theme" = dark ] && dark=true || dark=false
settings $language $dark
screen "$size"

keys=0
press() {
    xdotool key --clearmodifiers --delay 60 "$@"
    keys=$((keys + $#))
    sleep 0.15
}
shot() {
    sleep 0.7
    import -window root "$shots/$tongue-$theme-$size-job-$1.png"
}
# A column of the job's table as programs read it, for the pairs alone.
column() {
    "$built/jjak" job "$job" --format tsv 2>/dev/null | awk -F '\t' -v name="$1" '
        NR == 1 { for (i = 1; i <= NF; i++) { if ($i == name) at = i; if ($i == "ko") ko = i; if ($i == "en") en = i }; next }
        $en != "" && $ko != "" { print $at }'
}
# Waits up to two minutes for a command to be true.
await() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 240 ] || fail "$* did not come about: $(cat "$work/jjak.log")"
        sleep 0.5
    done
}
is_paired() { [ -s "$job" ] && [ "$(column rows | grep -c .)" = $number ]; }
is_done() { [ "$(column state | sed -n "${1}p")" = "done" ]; }

job=$work/articles-job.jjakjob
open "$texts"
shot setup
began=$(date +%s)
press Return
await is_paired
shot table
press Return
sleep 4
shot pair
at=1
column en >"$work/order"
while read -r en; do
    while read -r key; do press "$key"; done <"$work/keys/$(basename "$en")"
    press e
    await is_done $at
    at=$((at + 1))
    # The next one opens, and is checked.
    sleep 4
done <"$work/order"
shot done
press ctrl+e
sleep 2
shot export
press Return
await test -s "$work/articles-job.tmx"
ended=$(date +%s)
shot exported
press Escape
sleep 0.5

# Beside the pairs of the gold there is nothing in the memory.
units=$(grep -c '<tuv xml:lang="en' "$work/articles-job.tmx")
[ "$units" = "$(wc -l <"$work/gold")" ] || fail "the memory holds $units pairs, the gold $(wc -l <"$work/gold")"
[ "$(column state | grep -c done)" = $number ] || fail "not every pair is done"
kill "$jjak"
wait "$jjak" || fail "the window did not close in good order: $(cat "$work/jjak.log")"
seconds=$((ended - began))
echo "job.sh: $keys keys and $((seconds / 60)) min $((seconds % 60)) s from the folder to one memory of $units pairs, $number articles"

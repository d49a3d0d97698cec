#!/bin/sh
# The window under Xvfb with real keys: opens the sample, reviews it until it is as people paired it, exports it, and
# compares the export with the gold beads. Screenshots of the main screens go into a folder.
#
#   tests/window/run.sh FOLDER [WIDTHxHEIGHT] [en|ko] [light|dark]
#
# Needs Xvfb, xdotool and ImageMagick's `import` (Debian: xvfb xdotool imagemagick libgl1-mesa-dri libxkbcommon-x11-0).
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

# The pair lies in a folder of its own, so that the export goes there.
cp samples/harbor.en.html samples/harbor.ko.txt "$work"
en=$work/harbor.en.html
ko=$work/harbor.ko.txt
gold=tests/gold/samples/harbor
"$built/examples/keys" "$en" "$ko" $gold.gold.tsv >"$work/keys"

[ "$tongue" = ko ] && language=korean || language=english
[ "$theme" = dark ] && dark=true || dark=false
settings $language $dark
screen "$size"

press() {
    xdotool key --clearmodifiers --delay 60 "$@"
    sleep 0.15
}
shot() {
    sleep 0.7
    import -window root "$shots/$tongue-$theme-$size-$1.png"
}

open
shot start
kill "$jjak"
open "$en" "$ko"
shot review
press ctrl+m; shot map; press ctrl+m
press ctrl+b; shot excluded; press ctrl+b
press ctrl+f; xdotool type --delay 40 port; shot find; press Escape; press Escape
press ctrl+comma; shot settings; press ctrl+comma
press question; shot help; press Escape
press ctrl+p; shot palette; press Escape
press ctrl+e; shot export; press Escape
press F2; shot edit; press Escape
press ctrl+Home

# Every key of the review, as a person would press them.
while read -r key; do press "$key"; done <"$work/keys"
shot reviewed
press ctrl+e
press Return
sleep 1
shot exported
press ctrl+s
shot save
press Return
sleep 1
[ -s "$work/harbor.tmx" ] || fail "the window exported nothing"
[ -s "$work/harbor.jjak" ] || fail "the window saved nothing"

# Beads as numbers: the byte at which a sentence begins tells which one it is.
"$built/jjak" export "$work/harbor.jjak" --one-sided -o "$work/all.tsv" 2>/dev/null
"$built/jjak" export "$work/harbor.jjak" -o "$work/pairs.tsv" 2>/dev/null
"$built/jjak" convert "$work/harbor.tmx" -o "$work/memory.tsv" 2>/dev/null
for table in pairs memory; do cut -f 1,2 "$work/$table.tsv" >"$work/$table.texts"; done
cmp -s "$work/pairs.texts" "$work/memory.texts" || fail "the translation memory is not the work"
column() {
    awk -F '\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next } { print $at }' "$2"
}
for lang in en ko; do
    column ${lang}_sentences "$work/all.tsv" | tr , '\n' | sed -n 's/+.*//p' | sort -n >"$work/starts.$lang"
    column ${lang}_sentences "$work/pairs.tsv" | awk -v starts="$work/starts.$lang" '
        BEGIN { while ((getline start < starts) > 0) number[start] = n++ }
        { line = ""; count = split($0, marks, ",")
          for (i = 1; i <= count; i++) { sub(/[+].*/, "", marks[i]); line = line (i > 1 ? "," : "") number[marks[i]] }
          print line }' >"$work/numbers.$lang"
done
paste "$work/numbers.en" "$work/numbers.ko" >"$work/beads"
awk -F '\t' '$1 != "" && $2 != ""' $gold.gold.tsv >"$work/gold"
"$built/jjak" score "$work/gold" "$work/beads" | tee "$work/score"
sort "$work/gold" >"$work/gold.sorted"
sort "$work/beads" >"$work/beads.sorted"
cmp -s "$work/gold.sorted" "$work/beads.sorted" || fail "the export is not the gold"
# The end of a desktop's session closes the window, and asks nothing.
kill "$jjak"
wait "$jjak" || fail "the window did not close in good order: $(cat "$work/jjak.log")"
echo "run.sh: $(wc -l <"$work/keys") keys brought the sample to its gold; $(wc -l <"$work/beads") pairs exported"

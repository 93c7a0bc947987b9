#!/bin/sh
# Draws the README's two pictures from a run: its terminal page and the first page of its PDF.
# Needs chromium and pdftoppm (poppler); run it from the project's folder: src/docs/draw-run.sh 2025-12-31-002
set -eu
run=${1:?Expected a run, for example 2025-12-31-002}
folder=${VESPER_VAR:-var}/runs/$run
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p src/docs/img

{
    echo '<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#15181d;color:#e4e7eb}'
    echo 'pre{margin:0;padding:18px 20px;font:14px/1.38 "DejaVu Sans Mono","Liberation Mono",monospace}b{color:#8fc7ff}</style><pre>'
    echo "<b>\$ ./vesper runs show $run</b>"
    sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' "$folder/summary.txt"
    echo '</pre>'
} > "$work/page.html"
lines=$(($(wc -l < "$folder/summary.txt") + 1))
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=880,$((lines * 194 / 10 + 36)) \
    --screenshot="$work/run-terminal.png" "file://$work/page.html" 2>/dev/null
cp "$work/run-terminal.png" src/docs/img/run-terminal.png
pdftoppm -r 92 -f 1 -l 1 -png -singlefile "$folder/report.pdf" src/docs/img/run-report
for picture in run-terminal run-report; do
    bytes=$(wc -c < "src/docs/img/$picture.png")
    [ "$bytes" -gt 0 ] && [ "$bytes" -le 200000 ] || { echo "Expected $picture.png of 1 to 200,000 bytes, but it has $bytes" >&2; exit 1; }
done

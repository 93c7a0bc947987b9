#!/bin/sh
# Draws every processes/*.bpmn into src/docs/img/<name>.svg, with the modeller's own renderer (bpmn-js).
# Needs npm and chromium; run it from the project's folder after changing a process.
set -eu
tools=target/draw-processes
mkdir -p "$tools" src/docs/img
[ -d "$tools/node_modules/bpmn-js" ] || npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund bpmn-js@18
for file in processes/*.bpmn; do
    name=$(basename "$file" .bpmn)
    page="$tools/$name.html"
    {
        echo '<!doctype html><meta charset="utf-8"><div id="canvas" style="height:600px"></div><script id="bpmn" type="text/xml">'
        cat "$file"
        echo '</script><script src="node_modules/bpmn-js/dist/bpmn-viewer.production.min.js"></script><script>'
        echo 'const viewer = new BpmnJS({container: "#canvas"});'
        echo 'viewer.importXML(document.getElementById("bpmn").textContent.trim()).then(() => viewer.saveSVG())'
        echo '  .then(({svg}) => { document.body.innerHTML = ""; document.body.append(btoa(unescape(encodeURIComponent(svg)))); });'
        echo '</script>'
    } > "$page"
    chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=10000 \
        --dump-dom "file://$PWD/$page" 2>/dev/null |
        grep -o '<body>[A-Za-z0-9+/=]*' | cut -c7- | base64 -d > "src/docs/img/$name.svg"
    [ -s "src/docs/img/$name.svg" ] || { echo "Expected a drawing of $file, but chromium gave none" >&2; exit 1; }
done

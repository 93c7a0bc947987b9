// Makes dmn-table.min.js, dmn-table.css and their licences: of dmn-js the part that shows and edits a decision table.
//   npm install --ignore-scripts dmn-js-decision-table@17.12.2 dmn-js-shared@17.12.2 dmn-font@0.6.2 esbuild@0.28.2
//   node build.js
// The pages allow no style but those of files. So CodeMirror's rules go into a style sheet that is made by script, and what
// markup says of style is set by script: nothing looks other for it, and bpmn.io's mark stands where it stood.
const { build } = require("esbuild");
const fs = require("fs");
const path = require("path");

const once = (file, from, to) => {
  const text = fs.readFileSync(file, "utf8");
  if (text.split(from).length !== 2) throw new Error("Expected " + JSON.stringify(from) + " once in " + file);
  return { contents: text.replace(from, () => to), loader: "js" };
};
const byScript = {
  name: "style-by-script",
  setup: (it) => {
    it.onLoad({ filter: /node_modules\/style-mod\/src\/style-mod\.js$/ }, ({ path: file }) =>
      once(file, "if (!root.head && root.adoptedStyleSheets", "if (root.adoptedStyleSheets"));
    it.onLoad({ filter: /node_modules\/domify\/index\.js$/ }, ({ path: file }) => ({
      contents: once(file, "export default function domify(", "function domified(").contents + `
export default function domify(html, document) {
  const made = domified(typeof html === "string" ? html.replace(/(<[^>]*\\s)style="/g, '$1data-style="') : html, document);
  if (made.nodeType === 1 || made.nodeType === 11) {
    const all = [...made.querySelectorAll("[data-style]")];
    if (made.nodeType === 1 && made.hasAttribute("data-style")) all.push(made);
    all.forEach((one) => { one.style.cssText = one.getAttribute("data-style"); one.removeAttribute("data-style"); });
  }
  return made;
}`,
      loader: "js",
    }));
  },
};

build({
  entryPoints: ["table.js"],
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none",
  format: "iife",
  globalName: "DmnTable",
  target: "es2020",
  outfile: "dmn-table.min.js",
  plugins: [byScript],
}).then(({ metafile }) => {
  const used = new Set(Object.keys(metafile.inputs).map((file) => (/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) || [])[1]).filter(Boolean));
  used.add("dmn-font");
  fs.writeFileSync("LICENSES.txt", [...used].sort().map((name) => {
    const folder = path.join("node_modules", name);
    const about = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = fs.readdirSync(folder).find((one) => /^licen[sc]e/i.test(one));
    return name + " " + about.version + " (" + (about.license || "MIT") + ")\n\n" + (file ? fs.readFileSync(path.join(folder, file), "utf8").trim() : "No licence file in the package.") + "\n";
  }).join("\n" + "-".repeat(80) + "\n\n"));
  const read = (file) => fs.readFileSync(path.join("node_modules", file), "utf8").trim();
  const face = '@font-face { font-family: "dmn"; src: url("dmn.woff2") format("woff2"); font-weight: normal; font-style: normal; }';
  fs.writeFileSync("dmn-table.css", [
    read("dmn-font/dist/css/dmn.css").replace(/@font-face \{[^}]*\}/, face),
    read("dmn-js-shared/assets/css/dmn-js-shared.css"),
    read("dmn-js-decision-table/assets/css/dmn-js-decision-table.css"),
    read("dmn-js-decision-table/assets/css/dmn-js-decision-table-controls.css"),
  ].join("\n\n") + "\n");
  fs.copyFileSync("node_modules/dmn-font/dist/font/dmn.woff2", "dmn.woff2");
  fs.copyFileSync("node_modules/dmn-js-decision-table/LICENSE", "LICENSE");
});

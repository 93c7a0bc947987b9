// Shows the table of a rule in dmn-js. Who may write drafts edits it there: what the modeller has is tried by Vesper after each
// edit, which says what is to be said of its cells, which cases hold, what it keeps although the modeller dropped it; and it is
// saved into a draft. Vesper takes rows, cells and added inputs, and leaves the rest of the table's file as it is.
(() => {
  "use strict";
  const host = document.getElementById("modeller");
  if (!host || typeof DmnTable === "undefined") return;
  const form = document.getElementById("save");
  const edits = host.dataset.edits === "true" && form !== null;
  const trouble = document.getElementById("modeller-trouble");
  const tried = document.getElementById("tried");
  const further = document.getElementById("add-input");
  let changed = false;
  let asked = 0;
  let waits = 0;

  const element = (name, style, text) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const json = async (answer) => {
    if (answer.ok && answer.headers.get("Content-Type").startsWith("application/json")) return answer.json();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Error(page.querySelector(".why")?.textContent ?? "Expected an answer, but there was none; maybe you are signed out. Sign in again in another window, and go on here.");
  };

  host.replaceChildren();
  const modeller = new (edits ? DmnTable.Editor : DmnTable.Viewer)({ container: host, decisionTable: { debounceInput: false } });

  // the file alone is the body, so that nothing is read of it before it is known who sends it
  const send = async (to, fields) => json(await fetch(to + "?" + new URLSearchParams({ draft: form.elements.draft.value, ...fields }), {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": form.elements._csrf.value },
    body: new Blob([(await modeller.saveXML()).xml]),
  }));

  /* What is said of what the modeller has. */
  const tones = { error: "bad", warning: "warn", hint: "quiet" };
  const cellOf = (row, title, titles) => host.querySelectorAll("tbody tr:not(.add-rule)")[row - 1]
    ?.querySelectorAll("td.input-cell, td.output-cell")[titles.indexOf(title)];
  const mark = (findings, titles) => {
    host.querySelectorAll("td[data-found]").forEach((cell) => { delete cell.dataset.found; cell.removeAttribute("title"); });
    findings.forEach((finding) => {
      const cell = finding.row > 0 && cellOf(finding.row, finding.column, titles);
      if (cell) { cell.dataset.found = finding.severity.toLowerCase(); cell.title = finding.sentence; }
    });
  };
  const list = (part, items, lines) => {
    document.getElementById(items).replaceChildren(...lines);
    document.getElementById(part).hidden = !lines.length;
  };
  const said = (finding, titles) => {
    const line = element("li");
    const where = [finding.row > 0 ? "row " + finding.row : "", finding.column].filter(Boolean).join(", ") || "the table";
    const severity = finding.severity.toLowerCase();
    line.append(element("span", "stamp " + tones[severity], severity), " ");
    const cell = finding.row > 0 && cellOf(finding.row, finding.column, titles);
    if (cell) {
      const link = element("a", "", where);
      link.href = "#table";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const now = cellOf(finding.row, finding.column, titles);
        now?.scrollIntoView({ block: "center", inline: "center" });
        now?.querySelector("[contenteditable=true]")?.focus();
      });
      line.append(link);
    } else line.append(element("strong", "", where));
    line.append(": ", finding.sentence);
    if (finding.example) line.append(element("span", "quiet", " For example " + finding.example + "."));
    return line;
  };
  const failing = (one) => {
    const line = element("li");
    line.append(element("span", "stamp bad", "case fails"), " ", element("strong", "", one.name), ": ",
      one.expected ? "Expected " + one.expected + ", but got " + one.got : one.got);
    return line;
  };
  const show = (answer) => {
    const { findings, results } = answer.tried;
    mark(findings, answer.titles);
    const fails = results.filter((one) => !one.passed);
    list("findings-part", "said-of", [...findings.map((one) => said(one, answer.titles)), ...fails.map(failing)]);
    tried.textContent = answer.tried.trouble || (results.length ? (results.length - fails.length) + " of " + results.length + " cases hold." : "There are no cases yet.");
    list("changes-part", "changed", [
      ...answer.changes.map((one) => element("li", "", one.sentence)),
      ...answer.left.map((one) => element("li", "bad", "Left out: " + one + ". Only rows, cells and added inputs are taken from the modeller.")),
      ...answer.kept.map((one) => element("li", "quiet", "Kept, which the modeller had dropped: " + one)),
    ]);
  };
  const ask = () => {
    const mine = ++asked;
    send(host.dataset.tries, {})
      .then((answer) => { if (mine === asked) { trouble.textContent = ""; show(answer); } })
      .catch((failed) => { if (mine === asked) { trouble.textContent = failed.message; tried.textContent = ""; } });
  };
  const edited = () => {
    changed = true;
    clearTimeout(waits);
    waits = setTimeout(ask, 350);
  };

  /* The table. */
  const offer = (inputs) => further.replaceChildren(...[{ name: "" }, ...inputs].map(({ name }) => {
    const option = element("option", "", name || "none");
    option.value = name;
    return option;
  }));
  let heard = null;
  const open = async (model) => {
    await modeller.importXML(model.xml);
    if (!edits) {
      host.querySelector(".tjs-table-container").tabIndex = 0; // so that keys move it
      return;
    }
    offer(model.inputs);
    if (heard !== modeller.getActiveViewer()) {
      heard = modeller.getActiveViewer();
      heard.get("eventBus").on("commandStack.changed", edited);
    }
  };
  fetch(host.dataset.facts, { headers: { Accept: "application/json" } })
    .then(json)
    .then(open)
    .then(() => { host.dataset.opened = "true"; if (edits) ask(); })
    .catch((failed) => { trouble.textContent = failed.message; });

  if (!edits) return;
  const bar = element("p", "grid-bar");
  const button = (text, act) => {
    const made = element("button", "plain", text);
    made.type = "button";
    made.addEventListener("click", () => act(modeller.getActiveViewer().get("commandStack")));
    bar.append(made, " ");
  };
  button("Undo", (stack) => { if (stack.canUndo()) stack.undo(); });
  button("Redo", (stack) => { if (stack.canRedo()) stack.redo(); });
  bar.append(document.querySelector("label[for=add-input]"), further);
  host.before(bar);

  further.addEventListener("change", () => {
    const input = further.value;
    if (!input) return;
    send(host.dataset.input, { input })
      .then(open)
      .then(edited)
      .catch((failed) => { further.value = ""; trouble.textContent = failed.message; });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form.action, { seen: form.elements.seen.value, note: form.elements.note.value })
      .then((saved) => {
        changed = false;
        location.assign(host.dataset.page + "?draft=" + encodeURIComponent(saved.table.draft));
      })
      .catch((failed) => { trouble.textContent = failed.message; trouble.scrollIntoView({ block: "center" }); });
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();

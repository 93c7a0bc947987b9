// The grids of the table of a rule and of its cases: what was edited is sent with the form below as lists of edits, and each edit is
// tried by Vesper, which says what is to be said of the cells and of each case. Without it the plain tables say the same.
(() => {
  "use strict";
  const host = document.getElementById("sheet");
  if (!host) return;
  const element = gridElement;
  const form = document.getElementById("save");
  const below = document.getElementById("cases-sheet");
  const LONGEST = Number(host.dataset.longest);
  let results = [];
  let asked = 0;
  let waits = 0;

  const sent = () => {
    const fields = new URLSearchParams();
    const put = (all, before) => all.forEach((one) => Object.entries(one).forEach(([name, value]) => fields.append(before + name, value)));
    put(table.list(), "");
    if (cases) put(cases.list(), "case-");
    return fields;
  };
  const tries = () => {
    if (!form || host.dataset.edits !== "true" || !host.dataset.tries) return;
    clearTimeout(waits);
    results = results.map(() => null);
    if (cases) cases.draw();
    waits = setTimeout(ask, 350);
  };
  const ask = () => {
    const mine = ++asked;
    const fields = sent();
    fields.append("_csrf", form.elements._csrf.value);
    fields.append("draft", form.elements.draft.value);
    fetch(host.dataset.tries, { method: "POST", body: fields })
      .then(async (answer) => {
        if (mine !== asked) return;
        if (!answer.ok) throw new Error(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".why")?.textContent ?? answer.statusText);
        say(await answer.json());
      })
      .catch((failed) => { if (mine === asked) summary.textContent = failed.message; });
  };
  const summary = document.getElementById("tried");
  const said = document.getElementById("said-of");
  const tones = { error: "bad", warning: "warn", hint: "quiet" };
  const say = (tried) => {
    results = tried.results;
    table.find(tried.findings);
    if (cases) cases.draw();
    said.replaceChildren(...tried.findings.map((finding) => {
      const line = element("li");
      const where = [finding.row > 0 ? "row " + finding.row : "", finding.column].filter(Boolean).join(", ") || "the table";
      line.append(element("span", "stamp " + tones[finding.severity.toLowerCase()], finding.severity.toLowerCase()), " ");
      if (finding.row > 0) line.append(jump(finding.row, finding.column, where));
      else line.append(element("strong", "", where));
      line.append(": ", finding.sentence);
      if (finding.example) line.append(element("span", "quiet", " For example " + finding.example + "."));
      return line;
    }));
    document.getElementById("findings-part").hidden = !tried.findings.length;
    const failing = results.filter((one) => !one.passed).length;
    summary.textContent = tried.trouble || (results.length ? (results.length - failing) + " of " + results.length + " cases hold." : "There are no cases yet.");
  };
  const jump = (row, column, where) => {
    const link = element("a", "jump", where);
    link.href = "#table";
    link.addEventListener("click", () => table.go(row - 1, column));
    return link;
  };

  const table = makeGrid(host, "", "table", { form, edited: tries, moved: () => {} });
  const cases = below && makeGrid(below, "case-", "cases", {
    form,
    edited: tries,
    moved: (_, r) => table.decide(results[r] ? results[r].row - 1 : -1),
  });
  const mark = (_, r) => {
    const one = results[r];
    if (!one) return results.length ? { word: "…", tone: "quiet", said: "" } : null;
    return one.passed ? { word: "holds", tone: "good", said: "It holds: " + one.got }
      : { word: "fails", tone: "bad", said: one.expected ? "Expected " + one.expected + ", but got " + one.got : one.got };
  };

  if (form && host.dataset.edits === "true") {
    let sending = false;
    form.addEventListener("submit", (event) => {
      table.close(true);
      if (cases) cases.close(true);
      form.querySelectorAll("textarea.edit").forEach((input) => input.remove());
      const fields = sent();
      const none = [...fields.keys()].length === 0;
      if (none || fields.toString().length > LONGEST) {
        event.preventDefault();
        table.status.textContent = none ? "Nothing was edited yet."
          : "This is too much to save at once: undo the last part, save, and go on. A spreadsheet takes larger edits.";
        return;
      }
      fields.forEach((value, name) => {
        const input = element("textarea", "edit");
        input.hidden = true;
        input.name = name;
        input.value = value;
        form.append(input);
      });
      sending = true;
    });
    addEventListener("beforeunload", (event) => { if (!sending && (table.list().length || (cases && cases.list().length))) event.preventDefault(); });
    if (cases) cases.button("Accept what the rule says", () => {
      const one = results[cases.place()];
      if (one && !one.passed && Object.keys(one.accepted).length) cases.write(cases.here(), one.accepted);
    });
    if (cases && below.dataset.missing) cases.button("Add missing cases", () => {
      summary.textContent = "Looking for what is missing…";
      facts(below.dataset.missing)
        .then((missing) => {
          const added = cases.append(missing.map((one) => one.cells));
          if (!added) summary.textContent = "Nothing is missing: each row decides a case, and each condition turns one.";
        })
        .catch(() => { summary.textContent = "The missing cases were not found: the rule as it is saved cannot be used."; });
    });
  }

  const facts = (from) => fetch(from, { headers: { Accept: "application/json" } })
    .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); });
  facts(host.dataset.facts)
    .then((shown) => {
      table.fill(shown.sheet, true);
      table.find(shown.findings);
      table.further("add-input", shown.inputs);
      document.querySelectorAll(".jump").forEach((link) => link.addEventListener("click", () => table.go(Number(link.dataset.row) - 1, link.dataset.column)));
    })
    .catch(() => {}); // the plain table stays
  if (cases) facts(below.dataset.facts)
    .then((shown) => {
      results = shown.results;
      cases.fill(shown.sheet, false);
      cases.mark("Says", mark);
      cases.further("add-column", shown.further);
    })
    .catch(() => {});
})();

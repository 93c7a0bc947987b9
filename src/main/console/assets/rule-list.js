// The grid of a list of names: what was edited is sent with the form below as a list of edits, and each edit is tried by Vesper,
// which says what is to be said of the cells and how each entry would stand. Without it the plain table says the same.
(() => {
  "use strict";
  const host = document.getElementById("list-sheet");
  if (!host) return;
  const form = document.getElementById("save");
  const summary = document.getElementById("tried");
  const said = document.getElementById("said-of");
  let states = [];
  let asked = 0;
  let waits = 0;

  const sent = () => {
    const fields = new URLSearchParams();
    list.list().forEach((one) => Object.entries(one).forEach(([name, value]) => fields.append(name, value)));
    return fields;
  };
  const tries = () => {
    clearTimeout(waits);
    states = [];
    waits = setTimeout(ask, 350);
  };
  const ask = () => {
    const mine = ++asked;
    const fields = sent();
    fields.append("_csrf", form.elements._csrf.value);
    fields.append("draft", form.elements.draft.value);
    fields.append("on", host.dataset.on);
    fetch(host.dataset.tries, { method: "POST", body: fields })
      .then(async (answer) => {
        if (mine !== asked) return;
        if (!answer.ok) throw new Error(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".why")?.textContent ?? answer.statusText);
        say(await answer.json());
      })
      .catch((failed) => { if (mine === asked) summary.textContent = failed.message; });
  };
  const tones = { error: "bad", warning: "warn", hint: "quiet" };
  const say = (tried) => {
    states = tried.states;
    list.find(tried.findings);
    said.replaceChildren(...tried.findings.map((finding) => {
      const line = gridElement("li");
      line.append(gridElement("span", "stamp " + tones[finding.severity.toLowerCase()], finding.severity.toLowerCase()), " ");
      line.append(finding.row > 0 ? jump(finding) : gridElement("strong", "", "the list"), ": ", finding.sentence);
      return line;
    }));
    document.getElementById("findings-part").hidden = !tried.findings.length;
    const errors = tried.findings.filter((finding) => finding.severity.toLowerCase() === "error").length;
    summary.textContent = errors ? errors + (errors === 1 ? " error stands" : " errors stand") + " against it." : "";
  };
  const jump = (finding) => {
    const link = gridElement("a", "jump", ["row " + finding.row, finding.column].filter(Boolean).join(", "));
    link.href = "#entries";
    link.addEventListener("click", () => list.go(finding.row - 1, finding.column));
    return link;
  };

  const list = makeGrid(host, "", "entries", { form, edited: tries, moved: () => {} });
  const stands = { holds: "good", "expires soon": "warn" };
  const mark = (_, r) => (states[r] ? { word: states[r], tone: stands[states[r]] ?? "quiet", said: "" } : null);

  if (form && host.dataset.edits === "true") {
    let sending = false;
    form.addEventListener("submit", (event) => {
      list.close(true);
      form.querySelectorAll("textarea.edit").forEach((input) => input.remove());
      const fields = sent();
      const none = [...fields.keys()].length === 0;
      if (none || fields.toString().length > Number(host.dataset.longest)) {
        event.preventDefault();
        list.status.textContent = none ? "Nothing was edited yet." : "This is too much to save at once: undo the last part, save, and go on.";
        return;
      }
      fields.forEach((value, name) => {
        const input = gridElement("textarea", "edit");
        input.hidden = true;
        input.name = name;
        input.value = value;
        form.append(input);
      });
      sending = true;
    });
    addEventListener("beforeunload", (event) => { if (!sending && list.list().length) event.preventDefault(); });
  }

  fetch(host.dataset.facts, { headers: { Accept: "application/json" } })
    .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); })
    .then((shown) => {
      states = shown.states;
      list.fill(shown.sheet, true);
      list.mark("Stands", mark);
      list.find(shown.findings);
      list.further("add-input", shown.further);
      document.querySelectorAll(".jump").forEach((link) => link.addEventListener("click", () => list.go(Number(link.dataset.row) - 1, link.dataset.column)));
    })
    .catch(() => {}); // the plain table stays
})();

// Takes a file of the table that was edited elsewhere: says what it would change and what of it cannot be taken, by its cells, and
// keeps it in a draft once somebody says why.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  if (!form) return;
  const { upload, draft = "", seen, largest, page } = form.dataset;
  const input = document.getElementById("edited");
  const said = document.getElementById("upload-said");
  const list = document.getElementById("upload-list");
  const keep = document.getElementById("upload-keep");
  let chosen = null;
  form.hidden = false;

  const line = (tone, word, place, text) => {
    const one = gridElement("li");
    one.append(gridElement("span", "stamp " + tone, word), " ");
    if (place) one.append(gridElement("strong", "", place), ": ");
    one.append(text);
    return one;
  };
  const nothing = (text) => {
    keep.hidden = true;
    list.replaceChildren();
    said.textContent = text;
  };
  // the bytes alone are the body, so that nothing is read of it before it is known who sends them
  const send = async (act, file, fields) => {
    const query = new URLSearchParams({ draft, name: file.name, ...fields });
    const answer = await fetch(upload + act + "?" + query, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": form.elements._csrf.value },
      body: await file.arrayBuffer(),
    }).catch(() => { throw new Error("The file was not sent: maybe you are signed out, or it was moved or changed since."); });
    if (!answer.ok) throw new Error(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".why")?.textContent ?? answer.statusText);
    return answer.json();
  };
  const tones = { error: "bad", warning: "warn", hint: "quiet" };
  const counted = (count, thing) => count + " " + thing + (count === 1 ? "" : "s");
  const show = (look) => {
    list.replaceChildren();
    keep.hidden = true;
    if (look.refused.length) {
      said.textContent = counted(look.refused.length, "cell") + " or parts of it do not hold; nothing was kept.";
      list.replaceChildren(...look.refused.map((one) => line("bad", "refused", one.place, one.sentence)));
      return;
    }
    if (!look.changed) { said.textContent = "It says what the table says: nothing would change."; return; }
    const failing = look.tried.results.filter((one) => !one.passed);
    said.textContent = counted(look.changed, "difference") + ". " + (look.tried.trouble
      || (look.tried.results.length - failing.length) + " of " + counted(look.tried.results.length, "case") + " would hold.");
    const lines = look.changes.map((change) => line("quiet", "change", "", change));
    if (look.changed > look.changes.length) lines.push(line("quiet", "change", "", "and " + (look.changed - look.changes.length) + " more"));
    look.kept.forEach((one) => lines.push(line("quiet", "kept", "", one + ", which the modeller had dropped")));
    look.left.forEach((one) => lines.push(line("warn", "left out", "", one)));
    look.tried.findings.forEach((one) => lines.push(line(tones[one.severity.toLowerCase()], one.severity.toLowerCase(),
      [one.row > 0 ? "row " + one.row : "", one.column].filter(Boolean).join(", "), one.sentence)));
    failing.forEach((one) => lines.push(line("bad", "fails", one.name, one.expected ? "expected " + one.expected + ", but got " + one.got : one.got)));
    list.replaceChildren(...lines);
    keep.hidden = false;
  };

  input.addEventListener("change", () => {
    chosen = input.files[0] ?? null;
    if (!chosen) return nothing("");
    if (chosen.size > Number(largest)) return nothing("Expected a file of at most " + largest + " bytes, but it has " + chosen.size + "; take fewer rows.");
    nothing("Looking at it…");
    const mine = chosen;
    send("/tries", mine, {}).then((look) => { if (mine === chosen) show(look); }).catch((failed) => { if (mine === chosen) nothing(failed.message); });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!chosen || keep.hidden) return;
    said.textContent = "Keeping it…";
    send("", chosen, { seen, note: document.getElementById("upload-note").value })
      .then((table) => { location.href = page + "?draft=" + encodeURIComponent(table.draft); })
      .catch((failed) => { said.textContent = failed.message; });
  });
})();

// Keeps a page as it is now: asks what has happened since, and where something has, takes the parts marked data-live from the
// page as the server makes it now. One short request at a time, none while nobody looks.
(() => {
  "use strict";
  const state = document.body.dataset.state;
  const asOf = document.getElementById("as-of");
  if (!state || !asOf) return;

  const SOON = 400; // milliseconds: what happened is seen within a second
  const LATER = 5000; // where nothing answers, and where nothing more happens
  const ENDED = ["done", "refused", "abandoned"];
  const PATIENCE = 10000; // an answer that takes longer is not waited for
  let tag = "";
  let over = false;
  let timer = 0;
  let asking = false;

  const say = (text) => {
    const said = asOf.querySelector("span");
    if (said && said.textContent !== text) said.textContent = text;
  };

  const renew = async () => {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return false;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = now.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!other || part.innerHTML === other.innerHTML) continue;
      const fields = [...part.querySelectorAll("input:not([type=hidden]), textarea")];
      if (fields.some((field) => field === document.activeElement || field.value !== field.defaultValue
        || field.checked !== field.defaultChecked)) continue; // somebody writes
      const open = [...part.querySelectorAll("details[open]")].map((details) => details.id);
      const at = part.contains(document.activeElement) ? document.activeElement : null;
      const href = at ? at.getAttribute("href") : null;
      part.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)));
      part.hidden = other.hidden;
      for (const id of open) if (id && document.getElementById(id)) document.getElementById(id).open = true;
      if (href) {
        const again = [...part.querySelectorAll("a")].find((link) => link.getAttribute("href") === href);
        if (again) again.focus({ preventScroll: true });
      }
    }
    const time = asOf.querySelector("time");
    const then = now.querySelector("#as-of time");
    if (time && then) time.textContent = then.textContent;
    return true;
  };

  const ask = async () => {
    asking = true;
    let pause = SOON;
    try {
      const answer = await fetch(state, {
        cache: "no-store",
        headers: tag ? { "If-None-Match": tag } : {},
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 200) {
        const facts = await answer.json();
        const next = answer.headers.get("ETag") || "";
        if (await renew()) tag = next; // the first time too: something may have happened since the page was made
        over = !Array.isArray(facts) && ENDED.includes(facts.run.status);
        document.dispatchEvent(new CustomEvent("vesper:state", { detail: facts }));
        say("Changes are shown as they happen.");
      } else if (answer.status === 304) {
        say("Changes are shown as they happen.");
      } else if (answer.status === 401 || answer.status === 403) {
        say("You are not signed in any more. Open a new link, then reload this page.");
        asking = false;
        return;
      } else {
        pause = LATER;
        say("Vesper cannot say what has happened since; this page asks again.");
      }
    } catch {
      pause = LATER;
      say("Vesper does not answer; this page asks again.");
    }
    asking = false;
    if (document.visibilityState === "visible") timer = setTimeout(ask, over ? LATER : pause);
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible" && !asking) ask();
  });
  ask();
})();

// What a page that keeps up could tell htmx only by expressions, which are evaluated: when something is told to have changed,
// whether anybody looks, writes or has unfolded something, and what to say where nobody answers. All else of it stands in the
// templates.
(() => {
  "use strict";
  const LATER = 5000; // milliseconds, where nothing answers or the answer is no
  const SOON = 400; // between two questions, where something happens or nothing is told
  const asks = (event) => event.target.id === "watch";
  const say = (text) => { document.querySelector("#as-of span").textContent = text; };
  let rest = 0;
  let asking = false;
  let told = false; // that something changed, and was not asked for yet

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!asks(event)) return;
    if (document.hidden || performance.now() < rest) event.preventDefault();
    else asking = true;
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (!asks(event)) return;
    asking = false;
    if (event.detail.successful) say("Changes are shown as they happen.");
  });

  const failed = (event, why) => {
    const place = event.detail.target;
    if (why || place.textContent.trim() === "") place.textContent = why || "Vesper answered what this page cannot read.";
    if (!asks(event)) return;
    rest = performance.now() + LATER;
    told = true;
    event.target.removeAttribute("hx-headers"); // so that the next answer is a page, which takes the place of what is said here
    say("What is shown may be old; this page asks again.");
  };
  document.addEventListener("htmx:responseError", (event) => failed(event, "")); // htmx put there what the answer says
  for (const nobody of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(nobody, (event) => {
      failed(event, asks(event) ? "Vesper does not answer."
        : "Vesper does not answer. Whether this was done is not known: look before you try it again.");
    });
  }

  // A list with buttons does not move under the hand that is about to press one.
  const order = (list) => [...list.querySelectorAll("article")].map((one) => one.id).join();
  const moves = (part, now) => part.matches(".steady") && part.querySelector("form") && order(part) !== order(now);

  const written = (field) => field === document.activeElement || field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const part = event.detail.target;
    const moved = moves(part, event.detail.fragment);
    if (moved) document.querySelector("#moved").hidden = false;
    if (moved || [...part.querySelectorAll("input:not([type=hidden]), textarea")].some(written)
      || part.querySelector(".htmx-request, .trouble:not(:empty)")) event.detail.shouldSwap = false;
  });

  Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, element) => !(name === "open" && element.localName === "details");

  const topics = document.querySelector("#watch").dataset.topics;
  if (!topics) return; // it asks by itself
  let stream = null; // held while somebody looks: a browser has few connections to one host for all its pages
  let last = 0;

  const follow = () => {
    if (stream !== null && stream.readyState !== EventSource.CLOSED) return;
    stream = new EventSource("/console/events?topics=" + topics);
    stream.onopen = () => { told = true; }; // what happened before is asked for once
    stream.addEventListener("change", () => { told = true; });
    stream.addEventListener("missed", () => { told = true; });
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(look, LATER); }; // it comes again by itself otherwise
  };
  const look = () => {
    if (!document.hidden) follow();
    else if (stream !== null) stream.close();
  };
  document.addEventListener("visibilitychange", look);
  look();

  setInterval(() => {
    const open = stream !== null && stream.readyState === EventSource.OPEN;
    if (asking || document.hidden || (open && !told) || performance.now() < Math.max(rest, last + SOON)) return;
    told = false;
    last = performance.now();
    htmx.trigger("#watch", "told");
  }, 100);
})();

// What a page that keeps up could tell htmx only by expressions, which are evaluated: whether anybody looks, writes or has
// unfolded something, and what to say where nobody answers. All else of it stands in the templates.
(() => {
  "use strict";
  const LATER = 5000; // milliseconds, where nothing answers or the answer is no
  const asks = (event) => event.target.id === "watch";
  const say = (text) => { document.querySelector("#as-of span").textContent = text; };
  let rest = 0;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (asks(event) && (document.hidden || performance.now() < rest)) event.preventDefault();
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (asks(event) && event.detail.successful) say("Changes are shown as they happen.");
  });

  const failed = (event, why) => {
    const place = event.detail.target;
    if (why || place.textContent.trim() === "") place.textContent = why || "Vesper answered what this page cannot read.";
    if (!asks(event)) return;
    rest = performance.now() + LATER;
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
})();

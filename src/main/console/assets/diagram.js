// Draws the processes of a run with bpmn-js, and on them where the run stands: marks, times, tokens.
(() => {
  "use strict";
  const section = document.querySelector("[data-processes]");
  if (!section || typeof BpmnJS === "undefined") return;

  const canvasElement = section.querySelector(".canvas");
  const bar = section.querySelector(".drawn");
  const SAYS = {
    done: "done", active: "at work", waiting: "a person is asked", failed: "stands still",
    refused: "refused", next: "comes next", stopped: "stopped",
  };
  const CURRENT = ["active", "waiting", "failed"];
  const SMALLEST = 0.55; // below this no name can be read

  let viewer = null;
  let processes = [];
  let shown = "";
  let state = null;
  let marked = [];

  const lasted = (millis) => {
    const seconds = Math.floor(millis / 1000);
    if (seconds < 10) return (millis / 1000).toFixed(1) + " s";
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return Math.floor(seconds / 60) + " min " + String(seconds % 60).padStart(2, "0") + " s";
    return Math.floor(seconds / 3600) + " h " + String(Math.floor(seconds / 60) % 60).padStart(2, "0") + " min";
  };

  const make = (name, style, text) => {
    const made = document.createElement(name);
    made.className = style;
    if (text) made.textContent = text;
    return made;
  };

  const here = (element) => element.process === shown;

  // what stands on an element: its token, and a line below it
  const badge = (element) => {
    if (element.task) {
      const link = make("a", "badge waiting", "a person is asked");
      link.href = "/console/tasks/" + element.task;
      link.title = element.says;
      return link;
    }
    if (element.state === "failed") {
      const failed = make("span", "badge failed", "stands still");
      failed.title = element.says;
      return failed;
    }
    if (element.tookMillis !== null) {
      const usual = element.usualMillis;
      const slow = usual !== null && element.tookMillis > 2000 && element.tookMillis > usual * 1.5;
      const took = make("span", slow ? "badge slow" : "badge", lasted(element.tookMillis));
      took.title = element.says;
      if (usual !== null) took.append(" ", make("span", "usual", "usually " + lasted(usual)));
      return took;
    }
    if (element.state === "active" && element.usualMillis !== null) {
      return make("span", "badge", "usually " + lasted(element.usualMillis));
    }
    return null;
  };

  const mark = () => {
    if (!state || !shown) return;
    const canvas = viewer.get("canvas");
    const overlays = viewer.get("overlays");
    const registry = viewer.get("elementRegistry");
    for (const [id, style] of marked) if (registry.get(id)) canvas.removeMarker(id, style);
    overlays.clear();
    marked = [];
    const put = (id, style) => {
      if (!registry.get(id)) return false;
      canvas.addMarker(id, style);
      marked.push([id, style]);
      return true;
    };
    for (const flow of state.flows.filter(here)) put(flow.flow, "run-taken");
    for (const element of state.elements.filter(here)) {
      if (!put(element.element, "run-" + element.state)) continue;
      const drawn = registry.get(element.element);
      const holds = drawn.type === "bpmn:SubProcess";
      if (holds) put(element.element, "run-holds");
      const line = holds ? null : badge(element);
      const current = CURRENT.includes(element.state) && !holds;
      if (line) overlays.add(element.element, { position: { top: -20, left: current ? 14 : 0 }, html: line });
      if (current) {
        const token = make("span", "token " + element.state);
        token.title = SAYS[element.state];
        overlays.add(element.element, { position: { top: -10, left: -10 }, html: token });
      }
    }
    const calls = (processes.find((process) => process.process === shown) || { calls: [] }).calls;
    for (const call of calls) put(call.element, "run-opens");
    for (const button of bar.querySelectorAll("[data-process]")) {
      const at = state.elements.filter((element) => element.process === button.dataset.process);
      const current = at.find((element) => CURRENT.includes(element.state));
      button.dataset.at = current ? current.state : at.some((element) => element.state === "refused") ? "refused"
        : at.some((element) => element.state === "done") ? "done" : "";
    }
    const said = state.elements.filter((element) => here(element) && element.state !== "done");
    canvasElement.setAttribute("aria-label", "Diagram of " + name(shown) + ": "
      + (said.map((element) => element.name + ", " + SAYS[element.state]).join("; ") || "nothing is at work here"));
  };

  const name = (id) => (processes.find((process) => process.process === id) || { name: id }).name;

  // all of it where that can be read, else the place where the run is
  const look = () => {
    if (canvasElement.clientWidth === 0 || canvasElement.clientHeight === 0) return;
    const canvas = viewer.get("canvas");
    canvas.resized();
    canvas.zoom("fit-viewport", "auto");
    if (canvas.zoom() > 1) canvas.zoom(1, "auto");
    if (canvas.zoom() >= SMALLEST || !state) return;
    const at = state.elements.filter((element) => here(element) && CURRENT.includes(element.state))
      .concat(state.elements.filter((element) => here(element) && element.state === "next"))
      .map((element) => viewer.get("elementRegistry").get(element.element))
      .find((element) => element && element.type !== "bpmn:SubProcess");
    canvas.zoom(SMALLEST);
    const box = canvas.viewbox();
    const inner = box.inner;
    const x = at ? at.x + at.width / 2 : inner.x + box.width / 2;
    const y = inner.height < box.height ? inner.y + inner.height / 2 : at ? at.y + at.height / 2 : inner.y + box.height / 2;
    const left = Math.max(inner.x - 20, Math.min(x - box.width / 2, inner.x + inner.width + 20 - box.width));
    canvas.viewbox({ x: left, y: y - box.height / 2, width: box.width, height: box.height });
  };

  const show = async (id) => {
    const process = processes.find((one) => one.process === id);
    if (!process) return;
    marked = [];
    shown = "";
    await viewer.importXML(process.bpmn);
    shown = id;
    for (const button of bar.querySelectorAll("[data-process]")) {
      button.setAttribute("aria-pressed", String(button.dataset.process === id));
    }
    look();
    mark();
  };

  const button = (text, label, act) => {
    const made = make("button", "", text);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  // a finger moves the diagram sideways, and the page up and down
  const fingers = () => {
    let last = null;
    canvasElement.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") last = event.clientX;
    });
    canvasElement.addEventListener("pointermove", (event) => {
      if (last === null || event.pointerType !== "touch") return;
      viewer.get("canvas").scroll({ dx: event.clientX - last, dy: 0 });
      last = event.clientX;
    });
    for (const end of ["pointerup", "pointercancel"]) canvasElement.addEventListener(end, () => { last = null; });
  };

  const begin = async () => {
    const answer = await fetch(section.dataset.processes);
    if (!answer.ok) return;
    processes = await answer.json();
    if (processes.length === 0) return;
    section.hidden = false;
    viewer = new BpmnJS({
      container: canvasElement,
      zoomScroll: { enabled: false }, // the wheel is the page's
      bpmnRenderer: {
        defaultFillColor: "var(--paper)",
        defaultStrokeColor: "var(--drawn)",
        defaultLabelColor: "var(--ink)",
      },
    });
    for (const process of processes) {
      const one = button(process.name, "", () => show(process.process));
      one.dataset.process = process.process;
      bar.append(one);
    }
    const zoom = (by) => {
      const canvas = viewer.get("canvas");
      canvas.zoom(Math.max(0.2, Math.min(4, canvas.zoom() * by)), "auto");
    };
    const tools = make("span", "tools", "");
    tools.append(button("−", "Smaller", () => zoom(1 / 1.25)), button("+", "Larger", () => zoom(1.25)),
      button("Fit", "Fit the whole diagram", () => viewer.get("canvas").zoom("fit-viewport", "auto")));
    bar.append(tools);
    viewer.get("eventBus").on("element.click", (event) => {
      const process = processes.find((one) => one.process === shown);
      const step = document.querySelector(`input[name="to"][value="${CSS.escape(shown + "/" + event.element.id)}"]`);
      if (step) step.checked = true;
      const call = process && process.calls.find((one) => one.element === event.element.id);
      if (call) show(call.process);
    });
    fingers();
    window.addEventListener("resize", () => { if (shown) look(); });
    await show(processes[0].process);
  };

  const follow = async () => {
    const answer = await fetch(section.dataset.state, { cache: "no-store" });
    if (!answer.ok) return;
    const first = state === null;
    state = await answer.json();
    if (!shown) return;
    mark();
    if (first) look();
  };

  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "watch") follow().catch(() => {}); });
  follow().catch(() => {});
  begin();
})();

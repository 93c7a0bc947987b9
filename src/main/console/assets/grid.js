// Makes a grid of a table: rows are drawn where they are seen, keys work as in a spreadsheet, and what was edited is told as a list
// of edits. `names` begins the ids of its cells, `form` is shown once it can be edited, `edited` is told of each edit, `moved` of
// each step.
const gridElement = (name, style, text) => {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text !== undefined) made.textContent = text;
  return made;
};
const makeGrid = (() => {
  "use strict";
  const element = gridElement;
  const clamp = (value, most) => Math.max(0, Math.min(value, most));

  return (host, names, title, { form, edited, moved }) => {
    const edits = host.dataset.edits === "true" && form !== null;
    const HIGH = 32; // of a row, as in the style sheet
    const SPARE = 12; // rows drawn beyond what is seen

    let columns = []; // {title, kind, type, allowed, added}
    let rows = []; // {id, cells}; never changed, always replaced
    let first = { columns: [], rows: [] }; // as it came
    let past = [];
    let future = [];
    let made = 0; // new rows so far
    let at = { row: 0, column: 0 };
    let from = at; // the other corner of what is selected
    let editor = null;
    let leaves = false; // whether Tab leaves the grid
    const found = new Map(); // "row/column" to what is said
    let marks = () => null; // of a row: {word, tone, said}, in a column of their own
    let marked = ""; // how their column is called
    let decides = -1; // a row that stands out
    const plain = (kind) => (kind === "input" ? "-" : "");

    const grid = element("div", "grid");
    grid.tabIndex = 0;
    grid.setAttribute("role", "grid");
    grid.setAttribute("aria-labelledby", title);
    grid.setAttribute("aria-readonly", String(!edits));
    const head = element("div", "grid-row grid-head");
    head.setAttribute("role", "row");
    head.setAttribute("aria-rowindex", "1");
    const body = element("div", "grid-body");
    body.setAttribute("role", "rowgroup");
    const status = element("p", "quiet grid-status");
    status.setAttribute("role", "status");
    const bar = element("p", "grid-bar");

    const state = () => ({ columns, rows, at });
    const restore = (one) => {
      ({ columns, rows } = one);
      at = from = { row: clamp(one.at.row, rows.length - 1), column: clamp(one.at.column, columns.length - 1) };
      shape();
    };
    const change = (act) => {
      past.push(state());
      if (past.length > 500) past.shift();
      future = [];
      act();
      shape();
      edited();
    };
    const undo = () => { if (past.length) { future.push(state()); restore(past.pop()); edited(); } };
    const redo = () => { if (future.length) { past.push(state()); restore(future.pop()); edited(); } };

    const withCell = (row, column, text) => ({ id: row.id, cells: row.cells.map((cell, c) => (c === column ? text : cell)) });

    /* Drawing. */
    const box = () => ({
      top: Math.min(at.row, from.row), bottom: Math.max(at.row, from.row),
      left: Math.min(at.column, from.column), right: Math.max(at.column, from.column),
    });

    const shape = () => {
      head.replaceChildren();
      const corner = element("div", "grid-cell grid-number", "Row");
      corner.setAttribute("role", "columnheader");
      head.append(corner);
      if (marked) {
        const said = element("div", "grid-cell grid-mark", marked);
        said.setAttribute("role", "columnheader");
        head.append(said);
      }
      columns.forEach((column, c) => {
        const cell = element("div", "grid-cell " + column.kind, column.title);
        cell.setAttribute("role", "columnheader");
        cell.setAttribute("aria-colindex", String(c + 2 + (marked ? 1 : 0)));
        cell.title = [column.kind, column.type, column.allowed].filter(Boolean).join(" ");
        head.append(cell);
      });
      grid.setAttribute("aria-rowcount", String(rows.length + 1));
      grid.setAttribute("aria-colcount", String(columns.length + 1 + (marked ? 1 : 0)));
      const widths = columns.map((column, c) => rows.slice(0, 300).reduce((wide, row) => Math.max(wide, row.cells[c].length), column.title.length));
      const held = widths.map((wide) => clamp(wide, 46) + 4);
      grid.style.setProperty("--columns", (marked ? "8rem " : "") + held.map((wide, c) => (c === held.length - 1 ? "minmax(" + wide + "ch, 1fr)" : wide + "ch")).join(" "));
      grid.style.setProperty("--wide", held.reduce((sum, wide) => sum + wide, marked ? 14 : 0) + "ch");
      body.style.height = rows.length * HIGH + "px";
      draw();
    };

    const draw = () => {
      const top = Math.max(0, Math.floor(grid.scrollTop / HIGH) - SPARE);
      const end = Math.min(rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / HIGH) + SPARE);
      const chosen = box();
      const drawn = [];
      for (let r = top; r < end; r++) {
        const line = element("div", "grid-row");
        line.setAttribute("role", "row");
        line.setAttribute("aria-rowindex", String(r + 2));
        line.style.top = r * HIGH + "px";
        const number = element("div", "grid-cell grid-number", String(r + 1));
        number.setAttribute("role", "rowheader");
        line.append(number);
        if (r === decides) line.classList.add("decides");
        if (marked) {
          const mark = marks(rows[r], r);
          const cell = element("div", "grid-cell grid-mark", "");
          cell.setAttribute("role", "gridcell");
          cell.id = names + "mark-" + r;
          if (mark) { cell.append(element("span", "stamp " + mark.tone, mark.word)); cell.title = mark.said; }
          line.append(cell);
        }
        rows[r].cells.forEach((text, c) => {
          const cell = element("div", "grid-cell", text);
          cell.setAttribute("role", "gridcell");
          cell.setAttribute("aria-colindex", String(c + 2 + (marked ? 1 : 0)));
          cell.id = names + "cell-" + r + "-" + c;
          cell.dataset.row = r;
          cell.dataset.column = c;
          const said = found.get(rows[r].id + "/" + columns[c].title);
          if (said) { cell.classList.add("found"); cell.title = said; }
          const inside = r >= chosen.top && r <= chosen.bottom && c >= chosen.left && c <= chosen.right;
          if (inside) { cell.classList.add("chosen"); cell.setAttribute("aria-selected", "true"); }
          if (r === at.row && c === at.column) cell.classList.add("here");
          line.append(cell);
        });
        drawn.push(line);
      }
      body.replaceChildren(...drawn);
      if (editor) place();
      grid.setAttribute("aria-activedescendant", names + "cell-" + at.row + "-" + at.column);
      tell();
    };

    const tell = () => {
      if (!rows.length || !columns.length) { status.textContent = "The table has no rows."; return; }
      const mark = marked ? marks(rows[at.row], at.row) : null;
      const said = found.get(rows[at.row].id + "/" + columns[at.column].title) ?? (mark && mark.said);
      const text = rows[at.row].cells[at.column];
      moved(rows[at.row], at.row);
      status.textContent = "Row " + (at.row + 1) + ", " + columns[at.column].title + ": " + (text === "" ? "empty" : text) + (said ? ". " + said : "");
      if (edits) form.hidden = false;
    };

    const show = () => {
      const top = at.row * HIGH;
      const room = grid.clientHeight - head.offsetHeight;
      if (top < grid.scrollTop) grid.scrollTop = top;
      else if (top + HIGH > grid.scrollTop + room) grid.scrollTop = top + HIGH - room;
      draw();
      const cell = document.getElementById(names + "cell-" + at.row + "-" + at.column);
      if (cell) {
        const left = cell.offsetLeft - head.firstChild.offsetWidth;
        if (left < grid.scrollLeft) grid.scrollLeft = left;
        else if (cell.offsetLeft + cell.offsetWidth > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
      }
    };

    const go = (row, column, keep) => {
      at = { row: clamp(row, rows.length - 1), column: clamp(column, columns.length - 1) };
      if (!keep) from = at;
      show();
    };

    /* Editing a cell. */
    const place = () => {
      editor.style.top = head.offsetHeight + at.row * HIGH + "px";
      const cell = document.getElementById(names + "cell-" + at.row + "-" + at.column);
      if (cell) { editor.style.left = cell.offsetLeft + "px"; editor.style.width = cell.offsetWidth + "px"; }
    };
    const edit = (text) => {
      if (!edits || !rows.length) return;
      editor = element("textarea", "grid-editor");
      editor.setAttribute("aria-label", "Row " + (at.row + 1) + ", " + columns[at.column].title);
      editor.value = text === null ? rows[at.row].cells[at.column] : text;
      editor.rows = Math.min(6, editor.value.split("\n").length);
      grid.append(editor);
      place();
      editor.focus();
      editor.setSelectionRange(editor.value.length, editor.value.length);
      editor.addEventListener("blur", () => close(true));
    };
    const close = (keep) => {
      if (!editor) return;
      const text = editor.value;
      const one = editor;
      editor = null;
      one.remove();
      if (keep && text !== rows[at.row].cells[at.column]) {
        const { row, column } = at;
        change(() => { rows = rows.map((line, r) => (r === row ? withCell(line, column, text) : line)); });
      }
      grid.focus({ preventScroll: true });
    };

    /* Rows and columns. */
    const addRow = (below) => change(() => {
      made += 1;
      const row = { id: "+" + made, cells: columns.map((column) => plain(column.kind)) };
      const place = rows.length ? at.row + (below ? 1 : 0) : 0;
      rows = [...rows.slice(0, place), row, ...rows.slice(place)];
      at = from = { row: place, column: 0 };
    });
    const removeRows = () => {
      if (!rows.length) return;
      const { top, bottom } = box();
      change(() => {
        rows = rows.filter((_, r) => r < top || r > bottom);
        at = from = { row: clamp(top, rows.length - 1), column: at.column };
      });
    };
    const moveRow = (by) => {
      const to = at.row + by;
      if (to < 0 || to >= rows.length) return;
      change(() => {
        rows = [...rows];
        [rows[at.row], rows[to]] = [rows[to], rows[at.row]];
        at = from = { row: to, column: at.column };
      });
      show();
    };
    const kinds = ["input", "output", "annotation", "description"];
    const addColumn = (more) => change(() => {
      const kind = more.kind.toLowerCase();
      const place = columns.filter((column) => kinds.indexOf(column.kind) <= kinds.indexOf(kind)).length;
      columns = [...columns.slice(0, place), { ...more, title: more.name, kind, added: true }, ...columns.slice(place)];
      rows = rows.map((row) => ({ id: row.id, cells: [...row.cells.slice(0, place), plain(kind), ...row.cells.slice(place)] }));
    });
    const clear = () => {
      const { top, bottom, left, right } = box();
      change(() => {
        rows = rows.map((row, r) => (r < top || r > bottom ? row : { id: row.id, cells: row.cells.map((cell, c) => (c < left || c > right ? cell : "")) }));
      });
    };

    /* Blocks, as spreadsheets copy them. */
    const quoted = (text) => (/[\t\n\r"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
    const copied = () => {
      const { top, bottom, left, right } = box();
      return rows.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1).map(quoted).join("\t")).join("\n");
    };
    const block = (text) => {
      const lines = [[]];
      let cell = "";
      let inside = false;
      for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (inside) {
          if (c === '"' && text[i + 1] === '"') { cell += c; i += 1; } else if (c === '"') inside = false; else cell += c;
        } else if (c === '"' && cell === "" && wholly(text, i)) inside = true;
        else if (c === "\t") { lines.at(-1).push(cell); cell = ""; }
        else if (c === "\n") { lines.at(-1).push(cell); cell = ""; lines.push([]); }
        else if (c !== "\r") cell += c;
      }
      lines.at(-1).push(cell);
      if (lines.length > 1 && lines.at(-1).length === 1 && lines.at(-1)[0] === "") lines.pop();
      return lines;
    };
    // "cut" in quotation marks is FEEL's text; only what holds a tab, a line end or two marks in a row was quoted by a spreadsheet
    const wholly = (text, start) => {
      let i = start + 1;
      for (; i < text.length; i++) {
        if (text[i] === '"' && text[i + 1] === '"') i += 1;
        else if (text[i] === '"') break;
      }
      const next = text[i + 1];
      return i < text.length && (next === undefined || next === "\t" || next === "\n" || next === "\r") && /[\t\n\r]|""/.test(text.slice(start + 1, i));
    };
    const paste = (text) => {
      const lines = block(text);
      const { top, left, bottom, right } = box();
      const one = lines.length === 1 && lines[0].length === 1;
      change(() => {
        const missing = one ? 0 : Math.max(0, top + lines.length - rows.length);
        const more = Array.from({ length: missing }, () => { made += 1; return { id: "+" + made, cells: columns.map((column) => plain(column.kind)) }; });
        rows = [...rows, ...more].map((row, r) => {
          const line = one && r >= top && r <= bottom ? lines[0] : lines[r - top];
          if (r < top || line === undefined) return row;
          return { id: row.id, cells: row.cells.map((cell, c) => (one ? (c >= left && c <= right ? line[0] : cell) : (line[c - left] ?? cell))) };
        });
        from = { row: top, column: left };
        at = one ? { row: bottom, column: right } : { row: clamp(top + lines.length - 1, rows.length - 1), column: clamp(left + lines[0].length - 1, columns.length - 1) };
      });
    };

    /* Keys. */
    grid.addEventListener("keydown", (event) => {
      const command = event.ctrlKey || event.metaKey;
      if (editor) {
        if (event.key === "Escape") { event.preventDefault(); close(false); draw(); }
        else if (event.key === "Enter" && !event.altKey && !event.shiftKey) { event.preventDefault(); close(true); go(at.row + 1, at.column); }
        else if (event.key === "Tab") { event.preventDefault(); close(true); go(at.row, at.column + (event.shiftKey ? -1 : 1)); }
        return;
      }
      const page = Math.max(1, Math.floor(grid.clientHeight / HIGH) - 2);
      const last = rows.length - 1;
      const moves = {
        ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0],
      };
      const left = leaves;
      leaves = false;
      if (edits && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); moveRow(event.key === "ArrowUp" ? -1 : 1); }
      else if (moves[event.key]) {
        event.preventDefault();
        const [down, right] = moves[event.key].map((by) => (command ? by * 1e9 : by));
        go(at.row + down, at.column + right, event.shiftKey);
      } else if (event.key === "Home") { event.preventDefault(); go(command ? 0 : at.row, 0, event.shiftKey); }
      else if (event.key === "End") { event.preventDefault(); go(command ? last : at.row, columns.length - 1, event.shiftKey); }
      else if (event.key === "Escape") { leaves = true; from = at; draw(); status.textContent = "Tab leaves the table."; }
      else if (event.key === "Tab") {
        const next = at.column + (event.shiftKey ? -1 : 1);
        if (left || next < 0 || next >= columns.length) return; // to what comes next on the page
        event.preventDefault();
        go(at.row, next);
      } else if (command && event.key.toLowerCase() === "a") { event.preventDefault(); from = { row: 0, column: 0 }; at = { row: last, column: columns.length - 1 }; draw(); }
      else if (edits && command && event.key.toLowerCase() === "z") { event.preventDefault(); if (event.shiftKey) redo(); else undo(); show(); }
      else if (edits && command && event.key.toLowerCase() === "y") { event.preventDefault(); redo(); show(); }
      else if (edits && (event.key === "Enter" || event.key === "F2")) { event.preventDefault(); edit(null); }
      else if (edits && (event.key === "Delete" || event.key === "Backspace")) { event.preventDefault(); clear(); }
      else if (edits && !command && !event.altKey && event.key.length === 1) { event.preventDefault(); edit(event.key); }
    });
    grid.addEventListener("copy", (event) => { if (!editor) { event.preventDefault(); event.clipboardData.setData("text/plain", copied()); } });
    grid.addEventListener("cut", (event) => { if (!editor && edits) { event.preventDefault(); event.clipboardData.setData("text/plain", copied()); clear(); } });
    grid.addEventListener("paste", (event) => { if (!editor && edits) { event.preventDefault(); paste(event.clipboardData.getData("text/plain")); } });
    grid.addEventListener("scroll", () => requestAnimationFrame(draw));
    const pointed = (event) => {
      const cell = event.target.closest(".grid-body .grid-cell[data-row]");
      return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    };
    grid.addEventListener("mousedown", (event) => {
      const cell = pointed(event);
      if (!cell) return;
      event.preventDefault();
      close(true);
      grid.focus({ preventScroll: true });
      go(cell.row, cell.column, event.shiftKey);
    });
    grid.addEventListener("mouseover", (event) => {
      const cell = event.buttons === 1 && !editor && pointed(event);
      if (cell) { at = cell; draw(); }
    });
    grid.addEventListener("dblclick", (event) => { if (pointed(event)) edit(null); });
    addEventListener("resize", () => draw());

    /* What was edited, as a list. */
    const list = () => {
      const all = [];
      const say = (kind, row, column, text) => all.push({ kind, row, column, text });
      columns.filter((column) => column.added).forEach((column) => say("add-input", "", column.title, ""));
      const now = new Set(rows.map((row) => row.id));
      const order = [];
      first.rows.forEach((row) => { if (now.has(row.id)) order.push(row.id); else say("remove-row", row.id, "", ""); });
      rows.forEach((row, r) => {
        const above = r === 0 ? "" : rows[r - 1].id;
        if (row.id.startsWith("+")) { say("add-row", row.id, "", above); order.splice(r, 0, row.id); }
        else if (order[r] !== row.id) { say("move-row", row.id, "", above); order.splice(order.indexOf(row.id), 1); order.splice(r, 0, row.id); }
      });
      const came = new Map(first.rows.map((row) => [row.id, row.cells]));
      const places = new Map(first.columns.map((column, c) => [column.title, c]));
      rows.forEach((row) => columns.forEach((column, c) => {
        const old = came.has(row.id) && places.has(column.title) ? came.get(row.id)[places.get(column.title)] : plain(column.kind);
        if (old !== row.cells[c]) say("cell", row.id, column.title, row.cells[c]);
      }));
      return all;
    };
    if (edits) {
      const button = (text, act) => {
        const made = element("button", "plain", text);
        made.type = "button";
        made.addEventListener("click", () => { close(true); act(); show(); grid.focus({ preventScroll: true }); });
        bar.append(made, " ");
      };
      button("Row above", () => addRow(false));
      button("Row below", () => addRow(true));
      button("Remove row", removeRows);
      button("Up", () => moveRow(-1));
      button("Down", () => moveRow(1));
      button("Undo", undo);
      button("Redo", redo);
    }

    const further = (id, inputs) => {
      const more = document.getElementById(id);
      if (!more) return;
      bar.append(document.querySelector("label[for=" + id + "]"), more);
      more.addEventListener("change", () => {
        const input = inputs.find((one) => one.name === more.value);
        if (input && !columns.some((column) => column.title === input.name)) addColumn(input);
        more.value = "";
      });
    };
    const fill = (sheet, keys) => {
      const seen = new Map();
      columns = sheet.columns.map((column) => {
        const base = column.name.trim() || column.label.trim() || column.kind;
        let title = base;
        for (let n = 2; seen.has(title); n++) title = base + " (" + n + ")";
        seen.set(title, true);
        return { title, kind: column.kind.toLowerCase(), type: column.type, allowed: column.allowed };
      });
      rows = sheet.rows.map((row) => ({ id: row.id, cells: row.cells }));
      first = { columns, rows };
      grid.append(head, body);
      host.replaceChildren(...(edits ? [bar] : []), grid, status, ...(!keys ? [] : [element("p", "quiet", edits
        ? "Arrows and Tab move, Enter or typing edits, Escape takes it back, Shift with Enter begins a line; Alt with an arrow moves a row. After Escape, Tab leaves the table."
        : "Arrows and Tab move, Shift selects, Ctrl+C copies. After Escape, Tab leaves the table.")]));
      shape();
    };

    return {
      bar, edits, status, list, further, fill, close, draw,
      focus: () => grid.focus({ preventScroll: true }),
      here: () => rows[at.row],
      place: () => at.row,
      button: (text, act) => {
        const made = element("button", "plain", text);
        made.type = "button";
        made.addEventListener("click", () => { close(true); act(); show(); grid.focus({ preventScroll: true }); });
        bar.append(" ", made);
      },
      find: (findings) => {
        found.clear();
        findings.forEach((finding) => { if (finding.row > 0 && finding.row <= rows.length && finding.column) found.set(rows[finding.row - 1].id + "/" + finding.column, finding.sentence); });
        draw();
      },
      // rows by title, below the others; those whose first cell is there already are left out
      append: (more) => {
        const there = new Set(rows.map((row) => row.cells[0]));
        const lines = more.filter((texts) => !there.has(texts[columns[0].title]));
        if (lines.length) change(() => {
          const titles = [...new Set(lines.flatMap((texts) => Object.keys(texts)))].filter((title) => !columns.some((column) => column.title === title));
          columns = [...columns, ...titles.map((title) => ({ name: title, title, kind: "annotation", type: "", allowed: "", added: true }))];
          rows = rows.map((row) => ({ id: row.id, cells: [...row.cells, ...titles.map(() => "")] }));
          lines.forEach((texts) => { made += 1; rows = [...rows, { id: "+" + made, cells: columns.map((column) => texts[column.title] ?? "") }]; });
          at = from = { row: rows.length - lines.length, column: 0 };
        });
        if (lines.length) show();
        return lines.length;
      },
      mark: (called, how) => { marks = how; if (!marked) { marked = called; shape(); } else draw(); },
      decide: (row) => { if (decides !== row) { decides = row; draw(); } },
      write: (row, texts) => change(() => {
        rows = rows.map((line) => (line.id !== row.id ? line : columns.reduce((made, column, c) => (texts[column.title] === undefined ? made : withCell(made, c, texts[column.title])), line)));
      }),
      go: (row, title) => { go(row, Math.max(0, columns.findIndex((column) => column.title === title))); grid.focus(); },
    };
  };
})();

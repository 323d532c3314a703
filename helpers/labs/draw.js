// A canvas of 28 x 28 pixels. Pointer events serve mouse, pen and finger; the keyboard has a cursor of its own.

const SIDE = 28;
const ZOOM = 8;

function stamp(ink, x, y) {
  // Put the pen down at (x, y), in pixels: a round tip, soft at its edge, as thick as the data's strokes.
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const dark = Math.min(1, Math.max(0, 1.8 - away));
      const at = row * SIDE + column;
      ink[at] = Math.max(ink[at], Math.round(dark * 100) / 100);
    }
  }
}

function stroke(ink, from, to) {
  const pieces = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * 2) || 1;
  for (let k = 0; k <= pieces; k++) {
    stamp(ink, from.x + ((to.x - from.x) * k) / pieces, from.y + ((to.y - from.y) * k) / pieces);
  }
}

function paint(canvas, ink, cursor) {
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  ink.forEach((dark, at) => {
    if (!dark) return;
    const grey = Math.round(255 * (1 - dark));
    context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
    context.fillRect((at % SIDE) * ZOOM, Math.floor(at / SIDE) * ZOOM, ZOOM, ZOOM);
  });
  if (cursor.shown) {
    context.strokeStyle = "#d55e00";
    context.lineWidth = 2;
    context.strokeRect(cursor.column * ZOOM, cursor.row * ZOOM, ZOOM, ZOOM);
  }
}

function render({ model, el }) {
  const id = `draw-${Math.random().toString(36).slice(2)}`;
  const size = { width: SIDE * ZOOM, height: SIDE * ZOOM };
  const canvas = element("canvas", {
    ...size, tabindex: 0, role: "application", "aria-label": "Canvas to draw a digit on", "aria-describedby": id,
  });
  const help = element("p", { id },
    "Draw a digit, large, with the mouse or a finger. Or by keyboard: the arrow keys move the cursor, " +
    "the space bar puts the pen down and lifts it, Delete clears.");
  const status = element("p", { role: "status", "aria-live": "polite" });
  const clearing = element("button", { type: "button" }, "Clear");
  const cursor = { row: 6, column: 14, down: false, shown: false };
  let ink = [];
  let last = null; // where the pointer's pen is, while it is down

  const middle = () => ({ x: cursor.column + 0.5, y: cursor.row + 0.5 });

  function send() { // while the kernel is busy, ipywidgets keeps the newest for it, and no other
    model.set("ink", [...ink]);
    model.save_changes();
  }

  function draw(from, to) {
    if (!ink.length) ink = new Array(SIDE * SIDE).fill(0);
    stroke(ink, from, to);
    paint(canvas, ink, cursor);
    send();
  }

  function clear() {
    ink = [];
    cursor.down = false;
    paint(canvas, ink, cursor);
    send();
    status.textContent = "The canvas is blank.";
  }

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * SIDE, y: ((event.clientY - box.top) / box.height) * SIDE };
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return; // the menu's button, or a palm beside the pen
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    draw(last, last);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last || !event.isPrimary) return;
    const here = place(event);
    draw(last, here);
    last = here;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => { last = null; });
  }

  const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    const before = middle();
    if (moves[event.key]) {
      const [down, right] = moves[event.key];
      cursor.row = Math.min(SIDE - 1, Math.max(0, cursor.row + down));
      cursor.column = Math.min(SIDE - 1, Math.max(0, cursor.column + right));
    } else if (event.key === " ") {
      cursor.down = !cursor.down;
    } else if (event.key === "Delete" || event.key === "Backspace") {
      clear();
    } else {
      return; // Tab goes on to the next control
    }
    event.preventDefault();
    if (cursor.down) draw(before, middle());
    else paint(canvas, ink, cursor);
    if (event.key in moves || event.key === " ") {
      status.textContent = `Row ${cursor.row + 1}, column ${cursor.column + 1}, pen ${cursor.down ? "down" : "up"}.`;
    }
  });
  canvas.addEventListener("focus", () => { cursor.shown = canvas.matches(":focus-visible"); paint(canvas, ink, cursor); });
  canvas.addEventListener("blur", () => { cursor.shown = false; cursor.down = false; paint(canvas, ink, cursor); });
  clearing.addEventListener("click", clear);

  function show() {
    if (last) return; // the stroke on the canvas is newer
    ink = [...model.get("ink")];
    paint(canvas, ink, cursor);
  }
  model.on("change:ink", show);
  show();
  const words = element("div", { class: "draw-help" }, help, element("div", { class: "lab-buttons" }, clearing), status);
  const pad = element("div", { class: "draw-pad lab-panel", role: "group", "aria-label": "Draw a digit" }, canvas, words);
  const detach = attach({ model, el }, pad);
  return () => {
    detach();
    model.off("change:ink", show);
  };
}

export default { render };

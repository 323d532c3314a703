// A square of pixels to draw on. Pointer events serve mouse, pen and finger; the keyboard has a cursor of its own.

const ZOOM = 8;

function stamp(ink, side, x, y) {
  // Put the pen down at (x, y), in pixels: a round tip, soft at its edge, as thick as the data's strokes.
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const at = row * side + column;
      ink[at] = Math.max(ink[at], Math.round(255 * Math.min(1, Math.max(0, 1.8 - away))));
    }
  }
}

function stroke(ink, side, [x, y], [toX, toY]) {
  const pieces = Math.ceil(Math.hypot(toX - x, toY - y) * 2) || 1;
  for (let k = 0; k <= pieces; k++) stamp(ink, side, x + ((toX - x) * k) / pieces, y + ((toY - y) * k) / pieces);
}

function makePad(control, id, actions) {
  const { side } = control;
  const canvas = element("canvas", {
    width: side * ZOOM, height: side * ZOOM, tabindex: 0, role: "application", "aria-label": control.label,
    "aria-describedby": `${id}-help`,
  });
  const help = element("p", { id: `${id}-help` },
    "Draw a digit, large, with the mouse or a finger. Or by keyboard: the arrow keys move the cursor, " +
    "the space bar puts the pen down and lifts it, Delete clears.");
  const status = element("p", { role: "status", "aria-live": "polite" });
  const clearing = element("button", { type: "button" }, "Clear");
  const cursor = { row: 6, column: 14, down: false, shown: false };
  let ink = new Uint8Array(side * side);
  let last = null; // where the pointer's pen is, while it is down

  function paint() {
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    ink.forEach((dark, at) => {
      if (!dark) return;
      context.fillStyle = `rgb(${255 - dark}, ${255 - dark}, ${255 - dark})`;
      context.fillRect((at % side) * ZOOM, Math.floor(at / side) * ZOOM, ZOOM, ZOOM);
    });
    if (cursor.shown) {
      context.strokeStyle = "#d55e00";
      context.lineWidth = 2;
      context.strokeRect(cursor.column * ZOOM, cursor.row * ZOOM, ZOOM, ZOOM);
    }
  }
  function send() {
    const blank = ink.every((dark) => !dark);
    actions.move({ [control.name]: blank ? "" : [...ink].map((dark) => dark.toString(16).padStart(2, "0")).join("") });
  }
  function draw(from, to) {
    stroke(ink, side, from, to);
    paint();
    send();
  }
  function clear() {
    ink.fill(0);
    cursor.down = false;
    paint();
    send();
    status.textContent = "The canvas is blank.";
  }
  const place = (event) => placeIn(canvas, event, { width: side, height: side });
  const middle = () => [cursor.column + 0.5, cursor.row + 0.5];

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return; // the menu's button, or a palm beside the pen
    canvas.setPointerCapture(event.pointerId);
    actions.beginInteraction();
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
    canvas.addEventListener(end, () => {
      last = null;
      actions.endInteraction();
    });
  }

  const ways = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    const before = middle();
    if (ways[event.key]) {
      const [down, right] = ways[event.key];
      cursor.row = Math.min(side - 1, Math.max(0, cursor.row + down));
      cursor.column = Math.min(side - 1, Math.max(0, cursor.column + right));
    } else if (event.key === " ") {
      cursor.down = !cursor.down;
    } else if (event.key === "Delete" || event.key === "Backspace") {
      clear();
    } else {
      return; // Tab goes on to the next control
    }
    event.preventDefault();
    if (cursor.down) draw(before, middle());
    else paint();
    if (event.key in ways || event.key === " ") {
      status.textContent = `Row ${cursor.row + 1}, column ${cursor.column + 1}, pen ${cursor.down ? "down" : "up"}.`;
    }
  });
  canvas.addEventListener("focus", () => {
    cursor.shown = canvas.matches(":focus-visible");
    paint();
  });
  canvas.addEventListener("blur", () => {
    cursor.shown = cursor.down = false;
    paint();
  });
  clearing.addEventListener("click", clear);

  function show(text) {
    if (last) return; // the stroke on the canvas is newer
    ink = text ? Uint8Array.from(text.match(/../g), (two) => parseInt(two, 16)) : new Uint8Array(side * side);
    paint();
  }
  const words = element("div", { class: "lab-pad-help" }, help, clearing, status);
  return [element("div", { class: "lab-pad", role: "group", "aria-label": control.label }, canvas, words), show];
}

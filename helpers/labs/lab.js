// A lab in the page: controls, picture, formula, caption and table, kept in step with one lab in Python.
//
// Up goes {move: values} or {press: number}, each with `from` and `number`; down comes what has changed, for all views
// of the lab, with `to` for the one that asked. The host is a model with get, on, off and send: see widget.py.

const MAX_IN_FLIGHT = 2; // messages on their way to Python: one is computed while the other travels
const FRAME_MS = 100; // from step to step while a lab rolls
const MAX_ROLL_MS = 2000; // how long it rolls

function merge(whole, changes) {
  for (const [key, value] of Object.entries(changes)) {
    const both = [value, whole[key]].every((one) => one && typeof one === "object" && !Array.isArray(one));
    if (both) merge(whole[key], value);
    else whole[key] = value;
  }
}

function initialize({ model }) {
  // What a view that opens later begins with; all views of the page share this object.
  model.on("msg:custom", ({ changes }) => { if (changes) merge(model.get("lab"), changes); });
}

function makeMessageQueue(model, view, lost) {
  // Sends messages to Python, a few at a time. Moves that wait are merged: only the newest value of a control counts.
  const waiting = [];
  const inFlight = new Map(); // by number, what each message that is not answered yet moves
  let number = 0;

  function send(message) {
    const id = ++number;
    inFlight.set(id, message);
    const done = ({ content }) => {
      if (content.execution_state === "idle" && inFlight.has(id)) { // the kernel received it, and no lab answered
        answered(id);
        lost();
      }
    };
    try {
      model.send({ ...message, from: { view, number: id } }, { iopub: { status: done } });
    } catch {
      inFlight.clear();
      lost(); // there is no kernel
    }
  }
  function answered(which) {
    inFlight.delete(which);
    if (waiting.length && inFlight.size < MAX_IN_FLIGHT) send(waiting.shift());
  }
  function ask(message) {
    const last = waiting.at(-1);
    if (last?.move && message.move) Object.assign(last.move, message.move);
    else if (waiting.length || inFlight.size >= MAX_IN_FLIGHT) waiting.push(message);
    else send(message);
  }
  const all = () => [...inFlight.values(), ...waiting];
  return { ask, answered, quiet: () => !all().length, moves: (name) => all().some(({ move }) => move && name in move) };
}

function render({ model, el }) {
  const lab = model.get("lab");
  const view = `lab-${Math.random().toString(36).slice(2)}`;
  const root = element("div", { class: "lab", role: "group", "aria-label": lab.title });
  const { line: lostHere, lost, forget } = kernelLostNotice(model);
  const queue = makeMessageQueue(model, view, lost);
  const picture = makePicture(`${view}-`);
  const status = element("div", { class: "lab-status", role: "status", "aria-live": "polite" });
  const formula = element("div", { class: "lab-formula" });
  const caption = element("div", { class: "lab-caption" });
  const table = element("table", { class: "lab-table" });
  const controls = Object.fromEntries(lab.controls.map((control) => [control.name, control]));
  const show = {}; // by control: a function that shows a value
  let interacting = false;
  let speaking = 0;
  let rolling = null;

  function say(words, refused = false) {
    status.classList.toggle("lab-error", refused && words !== "");
    if (status.textContent !== words) status.textContent = words;
  }
  function speak() {
    // Once the learner pauses: a screen reader would read out every step of a key held down.
    clearTimeout(speaking);
    if (!interacting && !rolling) speaking = setTimeout(() => say(lab.caption), 300);
  }
  const actions = { // what a control or a handle can ask for
    say,
    move(values) {
      stop();
      queue.ask({ move: values });
    },
    drag(values) {
      const near = Object.entries(values).map(([name, value]) => [name, nearest(controls[name], value)]);
      for (const [name, value] of near) show[name](value);
      actions.move(Object.fromEntries(near));
    },
    value: (name) => lab.values[name],
    beginInteraction() {
      stop();
      interacting = true;
    },
    endInteraction() {
      interacting = false;
      speak();
    },
  };

  // Roll: a button that adds to a control shows the way step by step, and ends where a jump would.
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  function stop() {
    if (!rolling) return;
    clearTimeout(rolling.timer);
    rolling.button.textContent = rolling.label;
    rolling = null;
    speak();
  }
  function roll(button, label, [name, amount, most]) {
    const first = lab.values[name];
    const last = Math.min(first + amount, most);
    const frames = Math.min(last - first, MAX_ROLL_MS / FRAME_MS);
    let frame = 0;
    rolling = { button, label, timer: 0 };
    button.textContent = "Stop";
    (function next() {
      if (queue.quiet()) { // or the kernel is slower than the clock
        frame += 1;
        const value = first + Math.round(((last - first) * frame) / frames);
        show[name](value);
        queue.ask({ move: { [name]: value } });
      }
      if (frame < frames) rolling.timer = setTimeout(next, FRAME_MS);
      else stop();
    })();
  }
  function press(button, number, { label, roll: way }) {
    const isOwn = rolling?.button === button;
    stop();
    if (isOwn) return;
    if (way.length && !still.matches && Math.min(way[1], way[2] - lab.values[way[0]]) > 1) roll(button, label, way);
    else queue.ask({ press: number });
  }

  const panel = element("div", { class: "lab-controls" });
  for (const control of lab.controls) {
    show[control.name] = () => {};
    if (control.hidden) continue;
    const [node, shows] = MAKE[control.kind](control, view, actions);
    show[control.name] = shows;
    panel.append(node);
  }
  const buttons = element("div", { class: "lab-buttons" });
  lab.buttons.forEach((one, number) => {
    const button = element("button", { type: "button" }, one.label);
    button.addEventListener("click", () => press(button, number, one));
    buttons.append(button);
  });
  const handles = {};
  const paper = element("div", { class: "lab-paper" }, picture.svg);
  for (const [name, place] of Object.entries(lab.drawing.handles)) {
    handles[name] = makeHandle(place, picture, actions);
    paper.append(handles[name].node);
  }
  const frame = element("div", { class: "lab-frame" }, paper);
  root.style.setProperty("--lab-width", `${lab.drawing.width}px`);
  root.append(element("div", { class: `lab-grid${lab.drawing.width > 720 ? "" : " lab-narrow"}` },
    element("div", { class: "lab-panel" }, panel, buttons, status),
    frame, element("div", { class: "lab-words" }, formula, caption), element("div", { class: "lab-beside" }, table),
  ));
  const steps = followSteps(lab, table, paper, picture);

  function draw(changes) {
    const changed = changes ?? lab;
    if ("drawing" in changed) {
      picture.draw(lab.drawing, changes ? changes.drawing : null);
      for (const [name, handle] of Object.entries(handles)) handle.show(lab.drawing.handles[name]);
    }
    if ("alt" in changed) picture.svg.setAttribute("aria-label", lab.alt);
    if ("formula" in changed) formula.textContent = lab.formula;
    if ("caption" in changed) {
      caption.textContent = lab.caption;
      if (changes) speak();
    }
    if ("table" in changed) fillTable(table, lab.table);
    for (const [name, value] of Object.entries(lab.values)) {
      if (!interacting && !rolling && !queue.moves(name)) show[name](value); // or the learner is moving it
    }
    steps.show();
  }
  let seen = lab.number; // of the last message
  function hear({ to, changes, refused }) {
    if (!changes) return;
    if (to?.view === view) queue.answered(to.number);
    if (changes.number > seen + 1) queue.ask({ whole: true }); // one was lost on the way
    seen = changes.number ?? seen;
    merge(lab, changes);
    draw(changes);
    if (refused && to?.view === view) say(refused, true);
  }
  model.on("msg:custom", hear);
  receiveEvenIfLoadTimedOut(model);
  const release = guardKeys(root);
  draw();
  el.append(root, lostHere);
  return () => {
    clearTimeout(speaking);
    stop();
    release();
    forget();
    model.off("msg:custom", hear);
  };
}

export default { initialize, render };

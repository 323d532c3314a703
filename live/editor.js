// An exercise's code cell as something to type in: it is kept as it is typed, run, stopped, and begun anew.

import { button, element } from "./elements.js";
import { clearOutputs, showOutput } from "./output.js";
import { stop } from "./python.js";
import { load, onChangeElsewhere, remove, save } from "./storage.js";

const LIMIT = 10; // seconds; the slowest right answer of the course takes less than one

// run(source, onOutput, onStart, isCancelled) -> Promise<{ok, stopped}>; it calls onStart when Python begins with this
// source, which is later than now while Python is starting, and never if isCancelled() is true by then. Returns what
// takes the editor away; what was typed stays kept.
export async function mountEditor(cellElement, { source, lesson, cell, run }) {
  const { codeField } = await import("./codemirror.js"); // until it is here, the page shows the code as it stands
  await new Promise((go) => setTimeout(go)); // reading that file takes a moment: a reader who scrolls goes first
  const exercise = `${lesson.replace(/^\d+-/, "")}/${cell}`; // a lesson's number may change
  const typed = `typed/${exercise}`;
  const earlier = `earlier/${exercise}`; // what was typed, and then replaced by something that was not
  let running = false;

  const status = element("p", { class: "editor-status", role: "status" });
  const outputs = element("div", { class: "editor-outputs cell_output", role: "group", "aria-label": "Output", "aria-live": "polite" });
  const say = (words) => { status.textContent = words; };
  const warn = (words) => { if (words) say(words); };

  const runButton = button("Run", () => start(), { title: "Shift+Enter" });
  const stopButton = button("Stop", () => end("Stopped. Your text is still here."), { hidden: "" });
  const first = button("Back to the first text", () => replace(source, ""));
  const bringBack = button("Bring my earlier text back", () => replace(load(earlier), ""));
  const hint = element("span", { class: "editor-hint" }, "Shift+Enter runs it, Tab leaves it, Ctrl+] indents a line.");
  hint.id = `hint-${lesson}-${cell}`.replace(/\W/g, "-");
  const place = element("div", { class: "editor-field highlight" });
  const buttons = element("div", { class: "editor-buttons" }, runButton, stopButton, first, bringBack, hint);
  const root = element("div", { class: "editor" }, place, buttons, status, outputs);

  const field = codeField({
    parent: place,
    text: load(typed) ?? source,
    attributes: { tabindex: 0, "aria-label": `Python: your answer to ${cell}`, "aria-describedby": hint.id },
    run: () => {
      start();
      return true;
    },
    changed: (text) => {
      if (text === source) remove(typed);
      else if (text !== load(typed)) warn(save(typed, text));
      refresh();
    },
  });

  function refresh() {
    first.hidden = field.text === source;
    bringBack.hidden = [null, source, field.text].includes(load(earlier));
  }

  function replace(text, words) {
    const pressed = buttons.contains(document.activeElement); // and hidden in a moment
    if (field.text !== source) save(earlier, field.text);
    field.text = text;
    say(words);
    if (pressed) runButton.focus();
  }

  const deafen = onChangeElsewhere(typed, (text) => {
    if (text !== field.text) replace(text, "Replaced by what was typed in another tab, or came from a file.");
  });

  let reason = "";
  let cancel = () => {}; // ends the wait for the run at hand
  function end(words) {
    reason = words;
    cancel();
    stop();
  }

  async function start() {
    if (running) return;
    running = true;
    reason = "";
    let limit;
    let fresh = true;
    let cancelled = false;
    const cancelling = new Promise((done) => {
      cancel = () => {
        cancelled = true; // so that a run that still waits for its turn never begins
        done({ stopped: true });
      };
    });
    stopButton.hidden = false;
    say("Waiting for Python, which is starting or busy. It runs as soon as it can.");
    const begun = () => {
      say("Running.");
      limit = setTimeout(end, 1000 * LIMIT, `Stopped after ${LIMIT} seconds: is there a loop that never ends? Your text is still here.`);
    };
    const shown = (output) => {
      if (fresh) clearOutputs(outputs);
      fresh = false;
      showOutput(outputs, output);
    };
    try {
      const { stopped } = await Promise.race([run(field.text, shown, begun, () => cancelled), cancelling]);
      if (fresh) clearOutputs(outputs);
      say(stopped ? reason || "Stopped. Your text is still here." : "");
    } catch (error) {
      say(`This could not be run: ${error.message} Your text is still here.`);
    }
    clearTimeout(limit);
    running = false;
    if (document.activeElement === stopButton) runButton.focus();
    stopButton.hidden = true;
  }

  refresh();
  const still = cellElement.querySelector(".cell_input") ?? cellElement.firstElementChild;
  still.replaceWith(root);
  cellElement.querySelector(".cell_output:not(.editor-outputs)")?.remove();
  return () => {
    deafen();
    field.remove();
  };
}

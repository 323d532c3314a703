// One Python for the whole visit, in a worker that lives on from page to page. Where an answer never ends, the worker
// is ended and another one started; what was noted is put back, and the page, told that Python is "loading", runs again what it needs.

let worker = null;
let request = 0;
let currentPhase = "off"; // off, loading, ready, failed
const waiting = new Map(); // by request: what to do when Python begins and ends it
const views = new Map(); // by number: what hears a lab's or a panel's messages
const outputs = new Map(); // by cell: what hears its outputs
const listeners = { phase: [], progress: [], file: [] };
let noted = "";

function notify(kind, ...what) {
  for (const listener of listeners[kind]) listener(...what);
}

function setPhase(next, why = "") {
  currentPhase = next;
  notify("phase", next, why);
}

function receive({ data }) {
  if (typeof data === "string") {
    const message = JSON.parse(data);
    if ("output" in message) outputs.get(message.cell)?.(message.output);
    else if ("number" in message) views.get(message.number)?.(message);
    else if ("file" in message) notify("file", message.file, message.text);
    else if ("progress" in message) {
      noted = message.progress;
      notify("progress", noted);
    }
  } else if ("phase" in data) {
    if (data.phase === "failed") fail(data.why);
    else setPhase(data.phase);
  } else if ("began" in data) {
    waiting.get(data.began)?.began();
  } else if ("done" in data) {
    const one = waiting.get(data.done);
    waiting.delete(data.done);
    if (data.wrong) console.error(data.wrong);
    one?.done(data.value);
  }
}

function end() {
  // Whoever waits is told that there is nothing to wait for any more.
  worker?.terminate();
  worker = null;
  views.clear();
  outputs.clear();
  const left = [...waiting.values()];
  waiting.clear();
  for (const one of left) one.done(undefined);
}

function fail(why) {
  end();
  setPhase("failed", why);
}

function ask(what, began = () => {}) {
  if (!worker) return Promise.resolve(undefined);
  const mine = ++request;
  return new Promise((done) => {
    waiting.set(mine, { began, done });
    worker.postMessage({ ...what, request: mine });
  });
}

export function start() {
  if (worker) return;
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.onmessage = receive;
  worker.onerror = (event) => fail(event.message || "a part of it could not be loaded");
  if (noted) ask({ do: "write_progress", text: noted });
  setPhase("loading");
}

export function stop() {
  // End what runs, with its Python, and start another one.
  end();
  start();
}

export const phase = () => currentPhase;
export const isOn = () => worker !== null;
export const open = () => ask({ do: "open" });
export const sendToPanel = (number, message) => ask({ do: "receive", number, message });
export const mergeProgress = (text) => ask({ do: "merge_progress", text });
export const setLabState = (number, values) => ask({ do: "move", number, values });

export async function run(source, cell, onOutput, began = () => {}) {
  // Run a cell; began() is called when Python gets to it. Return {ok, stopped}.
  outputs.set(cell, onOutput);
  const ok = await ask({ do: "run", source, cell }, began);
  return { ok: ok === true, stopped: ok === undefined };
}

export function onMessage(number, listener) {
  views.set(number, listener);
  return () => views.delete(number);
}

export const onPhase = (listener) => listeners.phase.push(listener);
export const onFile = (listener) => listeners.file.push(listener);
export const onProgress = (listener) => listeners.progress.push(listener);

export function writeProgress(text) {
  // What the browser has kept, or a file brought along: noted before whatever runs next.
  noted = text;
  return ask({ do: "write_progress", text });
}

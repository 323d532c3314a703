// A lesson's page comes alive: its cells run in order as a reader comes near them. The page is whole without this.

import { mountEditor } from "./editor.js";
import { askFirst, showPhase, showRemark } from "./status_line.js";
import { followLinks } from "./navigation.js";
import { clearOutputs, showOutput } from "./output.js";
import { keepProgress, mountProgress, storedProgress } from "./progress.js";
import * as python from "./python.js";
import { labName, offerLink, wanted } from "./state_link.js";

const NEAR = "100% 0px"; // of the window's height, above and below it

let lesson = null;
let visits = 0;
let queue = Promise.resolve(); // cells run one after the other

function readCells(article) {
  const names = new Set();
  return [...article.querySelectorAll("div.cell")].map((element, number) => {
    const source = element.querySelector(".cell_input pre").textContent.trimEnd();
    let output = element.querySelector(".cell_output");
    if (!output) {
      output = document.createElement("div");
      output.className = "cell_output docutils container";
      element.append(output);
    }
    let section = element.closest("section");
    while (section.parentElement.closest("section section")) section = section.parentElement.closest("section");
    const cell = { element, source, output, section, key: 1000 * visits + number, ran: false, last: source };
    cell.exercise = /\bpractice\.check\(/.test(source); // another cell may take long, and nothing in it is typed
    const name = labName(source, names);
    cell.lab = name !== "";
    if (name && !document.getElementById(name)) element.id = name;
    return cell;
  });
}

async function execute(cell) {
  // Run a cell. What it gave before stays until there is something new, so that nothing jumps.
  const fresh = [];
  const { ok, stopped } = await python.run(cell.last, cell.key, (output) => fresh.push(output));
  if (stopped) return;
  cell.ran = true;
  const states = [...cell.output.children].map((place) => place.model?.get("lab")?.values).filter(Boolean);
  clearOutputs(cell.output);
  for (const output of fresh) {
    if (output.code === "lab" && states.length) python.sendToPanel(output.number, { move: states.shift() });
    await showOutput(cell.output, output);
    if (output.code === "lab") offerLink(cell, output.number);
  }
  cell.element.dataset.live = ok ? "ready" : "failed";
}

function before(cell) {
  // The first cell, and what stands above this one in its section: no section needs more.
  const { cells } = lesson;
  return cells.slice(0, cells.indexOf(cell)).filter((one, at) => at === 0 || one.section === cell.section);
}

function ensureRun(cell, work = null) {
  // Run what a cell needs and then the cell, or the work in its place.
  const mine = lesson;
  const done = queue.then(async () => {
    for (const one of mine === lesson ? before(cell) : []) {
      if (!one.ran) await execute(one);
    }
    if (mine !== lesson) return { ok: false, stopped: true };
    return work ? work() : cell.ran || execute(cell);
  });
  queue = done.catch(() => {}); // a cell that could not be shown, as where a script is lost, stops no other one
  return done;
}

function runAnswer(cell, source, onOutput, began, isCancelled) {
  // An exercise's own run: what it gives belongs to the editor, and it may never end.
  python.start();
  return ensureRun(cell, async () => {
    if (isCancelled()) return { ok: false, stopped: true };
    const result = await python.run(source, cell.key, onOutput, began);
    cell.ran = !result.stopped;
    cell.last = result.stopped ? cell.source : source;
    return result;
  });
}

function mount(cell) {
  const name = cell.source.match(/\.check\("([^"]+)"/)?.[1] ?? `cell ${lesson.cells.indexOf(cell)}`;
  const run = (...what) => runAnswer(cell, ...what);
  cell.unmount = mountEditor(cell.element, { source: cell.source, lesson: lesson.name, cell: name, run });
}

function watch(cells) {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const cell = cells.find(({ element }) => element === target);
      if (!isIntersecting) continue;
      if (cell.exercise && !cell.unmount) mount(cell);
      if (!cell.exercise && !cell.ran && python.isOn()) ensureRun(cell);
    }
  }, { rootMargin: NEAR });
  for (const { element } of cells) observer.observe(element);
  return observer;
}

async function openStateLink(fragment) {
  // A link with a state: #first-step?learning_rate=0.4
  const { id, values } = wanted(fragment);
  if (!values) return;
  const cell = lesson.cells.find(({ element }) => element.id === id);
  document.getElementById(id)?.scrollIntoView();
  if (!cell) return showPhase("lost", id);
  await ensureRun(cell);
  const lab = cell.output.querySelector(".live-link");
  const why = lab ? await python.setLabState(lab.number, values) : "it has no lab that runs";
  lab?.say(why && `The link asks for a state that this lab cannot hold: ${why}. It stands as it began.`);
}

function openPage() {
  // Begin with the page that stands there now.
  visits += 1;
  const article = document.querySelector("article.bd-article");
  const name = location.pathname.match(/([^/]+?)(?:\.html)?$/)?.[1] ?? "";
  lesson = { name, cells: [] };
  lesson.cells = readCells(article);
  if (!lesson.cells.length) return showPhase("reading");
  const place = document.createElement("section");
  place.className = "live-progress d-print-none";
  article.append(place);
  mountProgress(place, python);
  showPhase(python.phase());
  if (python.isOn()) python.open();
  else askFirst(python.start);
  resume();
}

function resume() {
  lesson.observer?.disconnect();
  lesson.observer = watch(lesson.cells);
  const first = lesson.cells.find(({ lab }) => lab);
  if (!python.isOn()) return;
  if (location.hash.includes("?")) openStateLink(location.hash);
  else if (first) ensureRun(first); // wherever it is: a reader comes to it first
}

function closePage() {
  lesson.observer?.disconnect();
  for (const { output, unmount } of lesson.cells) {
    clearOutputs(output);
    unmount?.then((away) => away());
  }
}

python.onPhase((phase, why) => {
  showPhase(phase, why);
  if (phase !== "loading") return;
  for (const cell of lesson.cells) cell.ran = false; // in an earlier Python, if at all
  resume();
});
python.onFile((name, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
});
addEventListener("hashchange", () => openStateLink(location.hash));
python.writeProgress(storedProgress());
keepProgress(python, showRemark);
followLinks(closePage, openPage);
openPage();

// The learner's progress in this browser: given to Python when it starts, kept when it changes, saved and read as a file.
//
// The file is the notebooks' progress.json. Beside what they note in it, it holds under "typed" what stands in the
// editors; the notebooks pass over that. Python alone reads, checks and joins what was noted: see helpers/practice.

import { button, element } from "./elements.js";
import { load, names, onChangeElsewhere, save, saveAndNotify } from "./storage.js";

const NAME = "progress";
const FILE = "progress.json";
const LARGEST = 2_000_000; // bytes; all lessons, all answers tried, are a twentieth of that
const EMPTY = '{"version": 3, "lessons": {}}';

export const storedProgress = () => load(NAME) ?? "";

export function keepProgress({ writeProgress, onProgress }, say) {
  // Keeps what Python notes. Says in a sentence where that cannot be kept. Another tab's notes are taken over.
  let known = storedProgress();
  onProgress((text) => {
    known = text;
    say(save(NAME, text));
  });
  return onChangeElsewhere(NAME, (text) => {
    if (text !== known) writeProgress(text);
    known = text;
  });
}

function asFile() {
  // Returns the text of the file to save.
  const typed = Object.fromEntries(names("typed/").map((name) => [name.slice("typed/".length), load(name)]));
  return JSON.stringify({ ...JSON.parse(load(NAME) ?? EMPTY), typed }, null, 1) + "\n";
}

async function takeFile(file, mergeProgress) {
  // Takes over what a file holds. Returns a sentence for the reader; nothing is changed by a file that is not understood.
  if (file.size > LARGEST) return `Nothing was taken over: ${file.name} is too large for a ${FILE}.`;
  const text = await file.text();
  let typed;
  try {
    ({ typed = {} } = JSON.parse(text));
    if (Array.isArray(typed) || !Object.values(typed).every((one) => typeof one === "string")) throw new Error();
  } catch {
    return `Nothing was taken over: ${file.name} is damaged, or no ${FILE}. Choose the file that “Save” made, or the one beside the notebooks.`;
  }
  const refused = await mergeProgress(text);
  if (refused) return refused;
  for (const [name, one] of Object.entries(typed)) takeTyped(name, one);
  return `Taken over from ${file.name}. What was here and not there is still here.`;
}

function takeTyped(name, text) {
  const before = load(`typed/${name}`);
  if (before === text) return;
  if (before !== null) save(`earlier/${name}`, before); // its editor offers it again
  saveAndNotify(`typed/${name}`, text);
}

export function mountProgress(place, { mergeProgress }) {
  // Puts a button that saves the file, a field that takes one, and a line that says what came of it into a page.
  const status = element("p", { role: "status" });
  const saveButton = button(`Save as ${FILE}`, () => {
    const address = URL.createObjectURL(new Blob([asFile()], { type: "application/json" }));
    element("a", { href: address, download: FILE }).click();
    URL.revokeObjectURL(address);
    status.textContent = `Saved as ${FILE}, in your browser's folder for downloads.`;
  });
  const field = element("input", { type: "file", accept: ".json,application/json" });
  field.addEventListener("change", async () => {
    if (!field.files.length) return;
    status.textContent = "Reading the file. Python looks at it as soon as it can.";
    try {
      status.textContent = await takeFile(field.files[0], mergeProgress);
    } catch (error) {
      status.textContent = `Nothing was noted from the file: ${error.message}`;
    }
    field.value = ""; // the same file may be chosen again
  });
  place.append(
    element("p", {}, "What you type and what you tried are kept in this browser, until you clear its data; in a private window, until you close it. As a file you take them to another browser, or put them beside the notebooks."),
    element("div", { class: "editor-buttons" }, saveButton, element("label", {}, `Take over a ${FILE}: `, field)),
    status,
  );
}

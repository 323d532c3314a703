// The status line at the top of a page: what Python does, and what works where it cannot.

import { button } from "./elements.js";
import { start } from "./python.js";
import { load, save } from "./storage.js";

const WORDS = {
  loading: "Python is starting; the sliders move in a moment. You can read meanwhile.",
  ready: "Python runs in this page. What you move and type stays in this browser.",
  reading: "",
  off: "",
};
const LOADED = "python-loaded";
const UNTIL_THEN = "Until then the pictures stand still; text, hints and solutions are all here.";

function say(...parts) {
  const line = document.getElementById("live-line");
  if (line && line.textContent !== parts.map((one) => one.textContent ?? one).join("")) line.replaceChildren(...parts);
}

export function showRemark(words) {
  // What is to be said beside what Python does, such as that nothing can be kept here.
  const line = document.getElementById("live-line");
  const place = document.getElementById("live-remark") ?? document.createElement("p");
  place.id = "live-remark";
  place.setAttribute("role", "status");
  if (place.textContent !== words) place.textContent = words;
  if (words) line?.after(place);
}

export function showPhase(phase, why = "") {
  document.documentElement.dataset.python = phase;
  if (phase in WORDS) say(WORDS[phase]);
  if (phase === "lost") say(`The link asks for a lab named “${why}”, and this page has none of that name.`);
  if (phase === "failed") {
    const whole = "Text, pictures, hints and solutions are all here; sliders do not move, and answers are not checked. ";
    say(`Python could not be started (${why}). ${whole}`, button("Try again", start));
  }
}

export function askFirst(begin) {
  // Start at once, but ask first on a metered connection, or on the first visit of a phone.
  const megabytes = document.getElementById("live-line")?.dataset.megabytes;
  if (typeof WebAssembly !== "object") {
    return showPhase("failed", "this browser has no WebAssembly, or it is switched off");
  }
  const counted = navigator.connection?.saveData;
  const phone = matchMedia("(pointer: coarse)").matches && !load(LOADED);
  if (!counted && !phone) return begin();
  say(`For the sliders to move, this page loads Python: ${megabytes} MB, once. ${UNTIL_THEN} `, button("Load it", () => {
    save(LOADED, "yes");
    begin();
  }));
}

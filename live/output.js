// What a cell gives, put into the page as a notebook would.

import { makeModel } from "./model.js";

function text(element, { stream, text: words }) {
  // Text of one stream stands together.
  const last = element.lastElementChild;
  const pre = last?.dataset.stream === stream && stream !== "result" ? last : document.createElement("pre");
  pre.dataset.stream = stream;
  pre.className = `live-text live-${stream}`;
  pre.append(words);
  element.append(pre);
}

async function widget(element, output) {
  const place = document.createElement("div");
  element.append(place);
  const model = makeModel(output);
  place.model = model;
  place.number = output.number;
  const { default: code } = await import(new URL(`${output.code}.js`, import.meta.url));
  code.initialize?.({ model });
  place.leave = code.render({ model, el: place });
}

export function showOutput(element, output) {
  if (output.kind === "widget") return widget(element, output);
  if (output.kind === "html") {
    const place = document.createElement("div");
    place.innerHTML = output.html;
    element.append(place);
  } else {
    text(element, output.kind === "error" ? { ...output, stream: "error" } : output);
  }
}

export function clearOutputs(element) {
  for (const place of element.children) {
    place.leave?.();
    place.model?.forget();
  }
  element.replaceChildren();
}

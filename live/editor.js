// For now: a plain field. See mountEditor's use in book.js.

import { clearOutputs, showOutput } from "./output.js";

export function mountEditor(element, { source, run }) {
  const [field, button, output] = [document.createElement("textarea"), document.createElement("button"), element.querySelector(".cell_output")];
  field.value = source;
  field.rows = source.split("\n").length;
  field.ariaLabel = "Your answer";
  button.textContent = "Run";
  button.addEventListener("click", async () => {
    clearOutputs(output);
    await run(field.value, (one) => showOutput(output, one));
  });
  element.querySelector(".cell_input").replaceChildren(field, button);
}

// The learner's progress as a table, and a button that saves it as a page of its own.

function grown([name, attributes, ...parts]) {
  // Text stays text: nothing here is read as HTML.
  return element(name, attributes, ...parts.map((part) => (typeof part === "string" ? part : grown(part))));
}

function render({ model, el }) {
  const page = element("div", { class: "progress-page" });
  const status = element("p", { role: "status", "aria-live": "polite" });
  const button = element("button", { type: "button" }, "Save as progress.html");
  button.addEventListener("click", () => model.send({ save: true }));

  function show() {
    page.replaceChildren(grown(model.get("page")));
    status.textContent = model.get("note");
  }
  model.on("change:page change:note", show);
  show();
  const root = element("div", { class: "lab" }, page, element("div", { class: "lab-buttons" }, button), status);
  const detach = attach({ model, el }, root);
  return () => {
    detach();
    model.off("change:page change:note", show);
  };
}

export default { render };

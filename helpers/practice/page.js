// The learner's progress as tables, a button that saves them as a page of their own, and one that forgets all of it.

function grown([name, attributes, ...parts]) {
  // Text stays text: nothing here is read as HTML.
  return element(name, attributes, ...parts.map((part) => (typeof part === "string" ? part : grown(part))));
}

function render({ model, el }) {
  const page = element("div", { class: "progress-page" });
  const status = element("p", { role: "status", "aria-live": "polite" });
  const button = element("button", { type: "button" }, "Save as progress.html");
  button.addEventListener("click", () => model.send({ save: true }));
  const forget = element("button", { type: "button" });
  const rest = () => { forget.textContent = "Forget all of it"; };
  let sure = false;
  forget.addEventListener("click", () => { // it cannot be taken back, so it is asked twice
    if (sure) model.send({ forget: true });
    sure = !sure;
    if (sure) forget.textContent = "Really forget all of it?";
    else rest();
  });
  forget.addEventListener("blur", () => { sure = false; rest(); });
  rest();

  function show() {
    page.replaceChildren(grown(model.get("page")));
    status.textContent = model.get("note");
  }
  model.on("change:page change:note", show);
  show();
  const root = element("div", { class: "lab" }, page, element("div", { class: "lab-buttons" }, button, forget), status);
  const detach = attach({ model, el }, root);
  return () => {
    detach();
    model.off("change:page change:note", show);
  };
}

export default { render };

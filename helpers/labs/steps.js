// A table whose rows, or columns, are steps: pointing at a step in the picture or in the table marks both.

const REACH = 14; // pixels from the pointer to a point

function fillTable(table, rows) {
  table.replaceChildren();
  if (!rows.length) return;
  const [head, ...body] = rows;
  const across = head[0] === "step" && head.slice(1).every((text) => /^\d+$/.test(text)); // a column for each step
  const step = (row, at) => (across ? head[at] : head[0] === "step" ? row[0] : "");
  const cells = (row, name) => row.map((text, at) => element(text === "" ? "td" : name, {
    ...(name === "th" && text !== "" ? { scope: "col" } : {}), "data-step": /^\d+$/.test(step(row, at)) ? step(row, at) : "",
  }, text));
  table.append(
    element("thead", {}, element("tr", {}, ...cells(head, "th"))),
    element("tbody", {}, ...body.map((row) => element("tr", {}, ...cells(row, "td")))),
  );
}

function followSteps(lab, table, paper, picture) {
  const ring = element("div", { class: "lab-ring", "aria-hidden": "true", hidden: "" });
  paper.append(ring);
  let marked = "";

  function show() {
    const place = marked === "" ? null : lab.drawing.steps[Number(marked)];
    ring.hidden = !place;
    if (place) putAt(ring, place, lab.drawing);
    for (const cell of table.querySelectorAll("[data-step]")) {
      cell.classList.toggle("lab-step-marked", marked !== "" && cell.dataset.step === marked);
    }
  }
  function mark(step) {
    if (step === marked) return;
    marked = step;
    show();
  }
  table.addEventListener("pointerover", (event) => mark(event.target.dataset?.step ?? ""));
  table.addEventListener("pointerleave", () => mark(""));
  paper.addEventListener("pointermove", (event) => {
    const [x, y] = placeIn(picture.svg, event, lab.drawing);
    let [best, nearest] = ["", (REACH * lab.drawing.width) / picture.svg.clientWidth];
    lab.drawing.steps.forEach((place, step) => {
      const away = place ? Math.hypot(place[0] - x, place[1] - y) : Infinity;
      if (away < nearest) [best, nearest] = [`${step}`, away];
    });
    mark(best);
  });
  paper.addEventListener("pointerleave", () => mark(""));
  return { show };
}

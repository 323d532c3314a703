// The drawing of a lab as SVG: what stays, once, and the shapes that move. See marks.py for what a shape says.

const SVG = "http://www.w3.org/2000/svg";

function svgElement(name, attributes, parent) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}

function placeIn(node, event, { width, height }) {
  // Where a pointer is over a node, in the units of which it is so many wide and high.
  const box = node.getBoundingClientRect();
  return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
}

function putAt(node, [x, y], { width, height }) {
  // Put a node over a place of the drawing, at every size of it.
  node.style.left = `${(100 * x) / width}%`;
  node.style.top = `${(100 * y) / height}%`;
}

const COLOURED = new Set(["fill", "stroke"]);
const OURS = new Set(["text", "at", "marker", "clip", "hatch", "hatch-colour", "cells", "columns", "box"]);

function colour(name) {
  return name === "none" ? name : `var(--lab-${name})`;
}

function pairs(text) {
  // The numbers of a list as SVG writes it, two by two: 1.5-3 .5 2
  const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k], numbers[2 * k + 1]]);
}

function cellPaths(group, { cells, columns, box: [left, top, wide, high] }) {
  // One path for each shade, so that the picture is sharp at any size, and dark on pale where the page is dark. Its
  // unit is a cell, and neighbours in a row are one line as wide as a cell: the shortest path there is to read.
  const paths = {};
  for (let at = 0, next; at < cells.length; at = next) {
    const level = cells[at];
    const row = Math.floor(at / columns);
    for (next = at + 1; next < (row + 1) * columns && cells[next] === level; next++);
    if (level !== "0") paths[level] = `${paths[level] ?? ""}M${at - row * columns} ${row}.5h${next - at}`;
  }
  group.setAttribute("transform", `translate(${left} ${top}) scale(${wide} ${high})`);
  group.replaceChildren();
  for (const [level, d] of Object.entries(paths)) svgElement("path", { d, "stroke-opacity": parseInt(level, 16) / 15 }, group);
}

function makeShape(look, layer, prefix) {
  // Make one shape; return a function that shows what it says now.
  const name = "text" in look ? "text" : "cells" in look ? "g" : "path";
  const node = svgElement(name, {}, layer);
  const over = look.hatch ? svgElement("path", { stroke: "none" }, layer) : null; // the hatch lies on the filled shape
  for (const [key, value] of Object.entries(look)) {
    if (!OURS.has(key)) node.setAttribute(key, COLOURED.has(key) ? colour(value) : value);
  }
  if ("clip" in look) {
    for (const one of [node, over]) one?.setAttribute("clip-path", `url(#${prefix}clip-${look.clip})`);
  }
  if (over) {
    const id = `${prefix}hatch-${layer.childElementCount}`;
    const tile = { id, width: 100, height: 100, patternUnits: "userSpaceOnUse" };
    const pattern = svgElement("pattern", tile, layer);
    const line = colour(look["hatch-colour"]);
    svgElement("path", { d: look.hatch, fill: line, stroke: line, "stroke-width": 1.39, "stroke-linecap": "butt" }, pattern);
    over.setAttribute("fill", `url(#${id})`);
  }
  return (shape) => {
    if ("text" in shape) {
      node.textContent = shape.text;
      node.setAttribute("x", shape.x);
      node.setAttribute("y", shape.y);
    } else if ("cells" in shape) {
      cellPaths(node, shape);
    } else {
      const d = "at" in shape ? pairs(shape.at).map(([x, y]) => `M${x} ${y}${shape.marker}`).join("") : shape.d;
      node.setAttribute("d", d);
      over?.setAttribute("d", d);
    }
  };
}

function makePicture(prefix) {
  // An <svg>, and a function that draws the whole drawing, or only the shapes whose names are given.
  const svg = svgElement("svg", { class: "lab-picture", role: "img" });
  const stays = svgElement("g", {}, svg);
  const clips = svgElement("defs", {}, svg);
  const layer = svgElement("g", { class: "lab-moving" }, svg);
  let shapes = {};

  function draw(drawing, changed) {
    if (!changed || "background" in changed || "clips" in changed || "width" in changed) {
      svg.setAttribute("viewBox", `0 0 ${drawing.width} ${drawing.height}`);
      svg.setAttribute("width", drawing.width);
      svg.setAttribute("height", drawing.height);
      stays.innerHTML = drawing.background.replaceAll("lab-id-", `${prefix}id-`);
      clips.replaceChildren();
      drawing.clips.forEach(([x, y, width, height], at) => {
        svgElement("rect", { x, y, width, height }, svgElement("clipPath", { id: `${prefix}clip-${at}` }, clips));
      });
      layer.replaceChildren();
      shapes = {};
      for (const [name, shape] of Object.entries(drawing.shapes)) shapes[name] = makeShape(shape, layer, prefix);
      for (const [name, shape] of Object.entries(drawing.shapes)) shapes[name](shape);
    } else {
      for (const name of Object.keys(changed.shapes ?? {})) shapes[name](drawing.shapes[name]);
    }
  }
  return { svg, draw };
}

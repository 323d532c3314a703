// Handles: the points of a picture that can be dragged. Elements of HTML over the drawing, since SVG's own
// ignore touch-action, and never replaced: replacing an element during a drag ends its pointer capture.

function makeHandle(first, picture, actions) {
  const node = element("div", { class: "lab-handle", "data-handle": first.name, "aria-hidden": "true" });
  let place = null; // where it stands and what its ways mean: see handles.py
  let grip = null; // while it is held: from the pointer to its middle, in pixels of the drawing

  const size = () => picture.svg.viewBox.baseVal;
  const inside = (event) => placeIn(picture.svg, event, size());
  function values([x, y]) {
    const wanted = place.planes.map(([control, corner, right, down, log]) => {
      const value = corner + right * x + down * y;
      return [control, log ? Math.exp(value) : value];
    });
    if (place.angle) {
      const [control, pivotX, pivotY, scale, zero] = place.angle;
      const degrees = (Math.atan2(pivotY - y, x - pivotX) * 180) / Math.PI - zero;
      wanted.push([control, scale * (degrees < -180 ? degrees + 360 : degrees)]);
    }
    if (place.scrub) {
      const [control, scale] = place.scrub;
      wanted.push([control, grip.from + scale * (x - place.at[0])]);
    }
    if (place.press) wanted.push(place.press);
    return Object.fromEntries(wanted);
  }
  node.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary || !place?.at) return; // the menu's button, or a palm beside the pen
    event.preventDefault();
    node.setPointerCapture(event.pointerId);
    const [x, y] = inside(event);
    grip = { x: place.track ? 0 : place.at[0] - x, y: place.track ? 0 : place.at[1] - y, from: place.scrub && actions.value(place.scrub[0]) };
    node.classList.add("lab-dragging");
    actions.beginInteraction();
    if (place.press || place.track) actions.drag(values([x, y]));
  });
  node.addEventListener("pointermove", (event) => {
    if (!grip || !event.isPrimary) return;
    const [x, y] = inside(event);
    actions.drag(values([x + grip.x, y + grip.y]));
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    node.addEventListener(end, () => {
      if (!grip) return;
      grip = null;
      node.classList.remove("lab-dragging");
      actions.endInteraction();
    });
  }
  function show(next) {
    place = next;
    node.hidden = !next.at;
    if (!next.at) return;
    putAt(node, next.at, size());
    if (next.track) node.style.height = `${(100 * next.track) / size().height}%`;
  }
  return { node, show };
}

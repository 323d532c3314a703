// What the eye sees of the one picture on the page, looked at before each frame is painted. Part of `make bench-labs`.
// A picture is new when its pixels or its alt text are; it is blank when it is gone, collapsed, or not decoded yet.

const eye = {
  pressed: 0, // when the last key went down
  seen: [], // {at, what} for each picture that was new, in order
  blank: 0, // frames without a picture, since `open`
  tall: 0, // the picture's height at `open`

  look() {
    return document.querySelector(".jp-OutputArea img, .jp-OutputArea .echo");
  },

  frame() {
    const node = eye.look();
    const what = node && `${node.src ?? ""}${node.alt ?? node.textContent}`;
    const height = node?.offsetHeight ?? 0;
    if (!node || height < 0.9 * eye.tall || node.complete === false) eye.blank++;
    else if (what !== eye.seen.at(-1)?.what) eye.seen.push({ at: performance.now(), what });
    requestAnimationFrame(eye.frame);
  },

  // Forget what was seen but the last picture.
  open() {
    Object.assign(eye, { seen: eye.seen.slice(-1), blank: 0, tall: eye.look()?.offsetHeight ?? 0 });
  },

  // Resolve to the milliseconds from the last key press to the first new picture; to null if none comes.
  async afterPress(patience) {
    for (const end = performance.now() + patience; performance.now() < end; await new Promise(requestAnimationFrame)) {
      const next = eye.seen.find(({ at }) => at > eye.pressed);
      if (next) return next.at - eye.pressed;
    }
    return null;
  },

  // Resolve to when the last picture came, the one that nothing follows; to null if it is known and never comes.
  async settled(last, quiet, patience) {
    for (const end = performance.now() + patience; performance.now() < end; await new Promise(requestAnimationFrame)) {
      const { at, what } = eye.seen.at(-1);
      if (performance.now() - at > quiet && (last === null || what === last)) return at;
    }
    return null;
  },
};

window.eye = eye;
document.addEventListener("keydown", (event) => { eye.pressed = event.timeStamp; }, { capture: true });
document.addEventListener("pointerup", (event) => { eye.released = event.timeStamp; }, { capture: true });
requestAnimationFrame(eye.frame);

window.received = 0; // bytes that came through the kernel's socket
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.addEventListener("message", ({ data }) => { window.received += data.byteLength ?? data.size ?? data.length; });
  }
};

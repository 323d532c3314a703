// The model of a lab or a panel, as the browser code of helpers/ expects it from anywidget: get, on, off and send.

import { onMessage, sendToPanel } from "./python.js";

export function makeModel({ number, values }) {
  const listeners = []; // pairs of an event and a function
  const emit = (event, ...what) => listeners.filter(([one]) => one === event).forEach(([, listener]) => listener(...what));
  const forget = onMessage(number, ({ message, changes }) => {
    if (message) emit("msg:custom", message);
    for (const [name, value] of Object.entries(changes ?? {})) {
      values[name] = value;
      emit(`change:${name}`);
    }
  });
  return {
    get: (name) => values[name],
    on: (events, listener) => events.split(" ").forEach((event) => listeners.push([event, listener])),
    off(events, listener) {
      for (const event of events.split(" ")) {
        const at = listeners.findIndex(([one, other]) => one === event && other === listener);
        if (at >= 0) listeners.splice(at, 1);
      }
    },
    send(message, callbacks) {
      if (message.ping) emit("msg:custom", { pong: message.ping }); // whoever shows it knows it
      else sendToPanel(number, message).then(() => callbacks?.iopub?.status({ content: { execution_state: "idle" } }));
    },
    forget,
  };
}

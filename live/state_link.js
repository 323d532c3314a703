// The state of a lab as a link that a teacher can send: #first-step?learning_rate=0.4

import { button, element } from "./elements.js";

const slug = (words) => words.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

export function labName(source, taken) {
  // The lab of a cell has the name of the bet on it, or else that of its kind; the second of a name is "...-2".
  const name = source.match(/\.bet\("([^"]+)"/)?.[1] ?? source.match(/\b(\w+Lab)\(/)?.[1];
  if (!name) return "";
  let found = slug(name);
  for (let number = 2; taken.has(found); number++) found = `${slug(name)}-${number}`;
  taken.add(found);
  return found;
}

export function wanted(fragment) {
  // What a fragment asks for: an id, and the values of a lab's controls, if it has any.
  const [id, query] = fragment.slice(1).split("?");
  return { id: decodeURIComponent(id), values: query === undefined ? null : Object.fromEntries(new URLSearchParams(query)) };
}

export function offerLink({ element: cell, output }, number) {
  const place = [...output.children].find((one) => one.number === number);
  const status = element("span", { role: "status" });
  const copy = button("Copy a link to this state", async () => {
    const address = new URL(location.href);
    address.hash = `${cell.id}?${new URLSearchParams(place.model.get("lab").values)}`;
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address.href);
      row.say("Copied. Whoever opens it sees the lab as it stands here.");
    } catch {
      row.say("It stands in the address line now: copy it there.");
    }
  });
  const row = element("div", { class: "live-link d-print-none" }, copy, status);
  row.number = number;
  row.say = (words) => { status.textContent = words; };
  place.after(row);
}

// The state of a lab as a link that a teacher can send: #first-step?learning_rate=0.4

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

export function offerLink({ element, output }, number) {
  const place = [...output.children].find((one) => one.number === number);
  const row = document.createElement("div");
  const made = document.createElement("button");
  const status = document.createElement("span");
  row.className = "live-link d-print-none";
  row.number = number;
  made.type = "button";
  made.textContent = "Copy a link to this state";
  status.setAttribute("role", "status");
  row.say = (words) => { status.textContent = words; };
  made.addEventListener("click", async () => {
    const address = new URL(location.href);
    address.hash = `${element.id}?${new URLSearchParams(place.model.get("lab").values)}`;
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address.href);
      row.say("Copied. Whoever opens it sees the lab as it stands here.");
    } catch {
      row.say("It stands in the address line now: copy it there.");
    }
  });
  row.append(made, status);
  place.after(row);
}

// What a reader typed and what was tried, kept in this browser: nothing of it is sent anywhere.
//
// Where the browser keeps nothing, it is kept in the open page alone, and whoever keeps it is told so in a sentence.

const PLACE = "how-a-network-learns/"; // other pages of the same host keep their own things beside it
const NONE = "This browser keeps nothing for this page, so what you do here is gone when you close it. Save it as a file before.";
const FULL = "This browser has no more room for this page: the last change is kept only until you close it. Save it as a file before.";

const unsaved = new Map(); // what the browser did not take

function browserStorage() {
  try {
    return window.localStorage; // null, or an error, where it is switched off
  } catch {
    return null;
  }
}

export function load(name) {
  return unsaved.get(name) ?? browserStorage()?.getItem(PLACE + name) ?? null;
}

export function save(name, text) {
  // Returns "", or a sentence that says why it will not be there tomorrow.
  const storage = browserStorage();
  try {
    storage.setItem(PLACE + name, text);
    unsaved.delete(name);
    return "";
  } catch {
    unsaved.set(name, text);
    return storage?.length ? FULL : NONE; // some browsers have a storage with no room at all
  }
}

export function saveAndNotify(name, text) {
  // As `save`, and tells this tab, too: the editor that shows the old text.
  save(name, text);
  window.dispatchEvent(new StorageEvent("storage", { key: PLACE + name, newValue: text }));
}

export function remove(name) {
  unsaved.delete(name);
  browserStorage()?.removeItem(PLACE + name);
}

export function names(beginning) {
  // Returns the names of all that is kept and begins so.
  const storage = browserStorage();
  const all = [...unsaved.keys()];
  for (let number = 0; number < (storage?.length ?? 0); number++) {
    const key = storage.key(number);
    if (key.startsWith(PLACE)) all.push(key.slice(PLACE.length));
  }
  return [...new Set(all)].filter((name) => name.startsWith(beginning)).sort();
}

export function onChangeElsewhere(name, changed) {
  // Calls `changed` with what another tab has kept under this name, and once more when the reader comes back to this
  // one: a suspended tab gets no storage events. Returns what ends that.
  const heard = ({ key, newValue }) => { if (key === PLACE + name && newValue !== null) changed(newValue); };
  const back = () => { if (!document.hidden && load(name) !== null) changed(load(name)); };
  window.addEventListener("storage", heard);
  document.addEventListener("visibilitychange", back);
  return () => {
    window.removeEventListener("storage", heard);
    document.removeEventListener("visibilitychange", back);
  };
}

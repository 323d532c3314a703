// The page's Python: Pyodide, the packages and the course, in a thread of its own. The page's side is python.js.

import { loadPyodide } from "./pyodide.mjs";

async function archive(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name} could not be loaded (${answer.status})`);
  return answer.arrayBuffer();
}

// Where the line is lost while its core comes, Pyodide only writes so into the console, and waits for ever.
const lost = new Promise((_, reject) => {
  const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
  WebAssembly.instantiateStreaming = (...what) => instantiate(...what).catch((error) => {
    reject(error);
    throw error;
  });
});

async function start() {
  const archives = Promise.all(["packages.tar.gz", "course.tar.gz"].map(archive));
  const python = await Promise.race([loadPyodide({ indexURL: new URL(".", import.meta.url).href }), lost]);
  for (const tar of await archives) python.unpackArchive(tar, "gztar", { extractDir: "/course" });
  const { Host } = python.runPython(`
import os, sys, warnings
warnings.filterwarnings("ignore", "Unable to import Axes3D")  # matplotlib looks for it; no picture here is one of it
sys.path.insert(0, "/course")
os.chdir("/course")
import helpers.live
helpers.live
`);
  return { python, host: Host((text) => postMessage(text)) };
}

const DO = {
  open: ({ host }) => host.open(),
  run: ({ host }, { source, cell }) => host.run(source, cell),
  receive: ({ host, python }, { number, message }) => host.receive(number, python.toPy(message)),
  move: ({ host, python }, { number, values }) => host.move(number, python.toPy(values)),
  merge_progress: ({ host }, { text }) => host.merge_progress(text),
  write_progress: ({ host }, { text }) => host.write_progress(text),
};

const started = start();
started.then(() => postMessage({ phase: "ready" }), (error) => postMessage({ phase: "failed", why: error.message }));

onmessage = async ({ data }) => {
  const running = await started.catch(() => null);
  if (!running) return; // the page was told why
  postMessage({ began: data.request });
  try {
    postMessage({ done: data.request, value: DO[data.do](running, data) });
  } catch (error) {
    postMessage({ done: data.request, wrong: error.message });
  }
};

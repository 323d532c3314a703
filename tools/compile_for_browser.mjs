// Compile the Python files of folders by the Python that will run them. Of packages the sources and the docstrings are
// dropped; the course keeps both, for tracebacks, and NumPy needs its docstrings to start.
//
//     node tools/compile_for_browser.mjs PYODIDE FOLDER...

import { pathToFileURL } from "node:url";

const [pyodide, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${pyodide}/` });
for (const folder of folders) {
  python.mountNodeFS("/mnt", folder);
  await python.runPythonAsync(`
import py_compile
from pathlib import Path
for path in Path("/mnt").rglob("*.py"):
    name = str(path.relative_to("/mnt"))
    ours = name.startswith("helpers/")
    py_compile.compile(str(path), cfile=None if ours else f"{path}c", dfile=f"/course/{name}", doraise=True,
                       optimize=-1 if ours or name.startswith("numpy/") else 2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    if not ours:
        path.unlink()
`);
  python.FS.unmount("/mnt");
}

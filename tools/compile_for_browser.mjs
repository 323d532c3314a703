// Compile the Python files of folders to .pyc beside them, by the Python that will run them, and drop the sources.
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
    py_compile.compile(str(path), cfile=f"{path}c", dfile=str(path.relative_to("/mnt")), doraise=True,
                       invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    path.unlink()
`);
  python.FS.unmount("/mnt");
}

#!/usr/bin/env bash
# Run every test where a learner may be: no network but this computer itself, a home that cannot be written to, and a
# folder with spaces and letters beyond ASCII. On Linux; `make offline-check` calls it. Arguments go to make test.
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
git clone --quiet . "$place/Küche und Keller"
cd "$place/Küche und Keller"
make --no-print-directory test "$@" ARGS=--version  # sets everything up while there is a network

# What Jupyter and matplotlib write goes to a folder of its own.
for name in JUPYTER_CONFIG_DIR JUPYTER_DATA_DIR JUPYTER_RUNTIME_DIR IPYTHONDIR MPLCONFIGDIR; do
    export "$name=$place/$name"
done
as_root=(); [ "$(id -u)" = 0 ] || as_root=(--user --map-root-user)
unshare "${as_root[@]}" --net --mount bash -euo pipefail -c '
    ip link set lo up
    mount --bind "$HOME" "$HOME"
    mount -o remount,bind,ro "$HOME"
    ! touch "$HOME/written" 2>/dev/null || { echo "$HOME can still be written to" >&2; exit 1; }
    make --no-print-directory test "$@"
' offline_check "$@"

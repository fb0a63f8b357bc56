#!/bin/sh
# Makes the virtual environment: sh tools/setup_venv.sh PYTHON FOLDER
# A bare Debian has Python and pip but may lack venv's ensurepip; then virtualenv is fetched with pip
# into a folder that is thrown away (pip's --target is not touched by PEP 668).
set -eu

python=$1
folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "error: tocsin needs Python 3.11 or later, $python is $("$python" --version 2>&1)" >&2
    echo "→ install one and say: make PYTHON=python3.12 …" >&2
    exit 1
}

if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -m venv "$folder"
    exit 0
fi

"$python" -m pip --version >/dev/null 2>&1 || {
    echo "error: $python has neither venv nor pip" >&2
    echo "→ apt-get install python3-venv (or python3-pip), then make again" >&2
    exit 1
}
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$python" -m pip install --quiet --disable-pip-version-check --target "$tools" virtualenv
PYTHONPATH="$tools" "$python" -m virtualenv --quiet "$folder"

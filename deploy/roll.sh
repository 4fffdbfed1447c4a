#!/bin/sh
# Restarts the processes on some ports, each once the one before it is ready: roll.sh 8501 8502
set -eu
here=$(dirname "$(readlink -f "$0")")
settings=${SETTINGS:-/etc/icb-footprints.env}
STREAMLIT_SERVER_BASE_URL_PATH=$(sed -n 's/^STREAMLIT_SERVER_BASE_URL_PATH=//p' "$settings")
export STREAMLIT_SERVER_BASE_URL_PATH
for port in "$@"; do
    systemctl restart "icb-footprints@$port"
    until "$here/../.venv/bin/python" "$here/healthy.py" "$port"; do sleep 1; done
    echo "The process on port $port is ready."
done

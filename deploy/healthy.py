"""Ends with 0 if the app on a port of this machine can serve, and with 1 if it cannot."""

import os
import sys
from http.client import HTTPConnection

base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
line = HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=20)
try:
    line.request("GET", f"/{base}/ready" if base else "/ready")
    sys.exit(line.getresponse().status != 200)
except OSError:
    sys.exit(1)

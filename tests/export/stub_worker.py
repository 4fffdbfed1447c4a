"""A worker that makes nothing: it tells its steps and sends its order back as it came.

Run as a script with how many steps there are, how many seconds each takes and, where it is to
fail, its last words.
"""

import sys
import time

count, seconds, *last_words = sys.argv[1:]
order = sys.stdin.buffer.read()
for done in range(int(count)):
    print(f"step {done}/{count}", file=sys.stderr, flush=True)
    time.sleep(float(seconds))
if last_words:
    sys.exit(last_words[0])
sys.stdout.buffer.write(order)

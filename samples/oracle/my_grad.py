"""Claims the gradient of sin(x)*exp(y): reads a point a line, answers a gradient a line."""
import json
import math
import sys

for line in sys.stdin:
    at = json.loads(line)["at"]
    x, y = at["x"], at["y"]
    gradient = {"x": math.cos(x) * math.exp(y), "y": math.sin(x) * math.exp(y)}
    print(json.dumps({"gradient": gradient}), flush=True)

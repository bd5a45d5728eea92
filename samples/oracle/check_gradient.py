"""Judges two hand-written gradients of the logistic loss with the Adequal oracle; needs no package but uses NumPy."""
import json
import math
import os
import subprocess

try:
    import numpy as np
except ImportError:
    np = None

FORMULA = "log(1 + exp(-w0*1.5 - w1*0.5)) + log(1 + exp(w0*0.25 + w1*2))"
ROWS = [((1.5, 0.5), 1.0), ((0.25, 2.0), -1.0)]


def gradient(w):
    """sum of -y x sigmoid(-y w x)"""
    if np is not None:
        x = np.array([row for row, _ in ROWS])
        y = np.array([label for _, label in ROWS])
        return (-(y / (1 + np.exp(y * (x @ np.array(w))))) @ x).tolist()
    total = [0.0, 0.0]
    for x, y in ROWS:
        factor = -y / (1 + math.exp(y * (w[0] * x[0] + w[1] * x[1])))
        total = [t + factor * xi for t, xi in zip(total, x)]
    return total


def wrong_gradient(w):
    """divided by the number of rows, which the loss is not"""
    return [g / len(ROWS) for g in gradient(w)]


class Oracle:
    def __init__(self):
        command = os.environ.get("ADEQUAL", "adequal").split() + ["oracle"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.greeting = json.loads(self.process.stdout.readline())

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


oracle = Oracle()
points = [(0.3, -0.7), (-1.2, 0.4), (2.5, 1.1)]
for name, function in [("gradient", gradient), ("wrong_gradient", wrong_gradient)]:
    # hexadecimal floats say the numbers to the bit
    answer = oracle.ask(op="check", formula=FORMULA,
                        points=[{"w0": w0.hex(), "w1": w1.hex()} for w0, w1 in points],
                        claims=[dict(zip(("w0", "w1"), (float(g).hex() for g in function(w)))) for w in points])
    for point, result in zip(points, answer["results"]):
        print(name, "at", point, "is", result["verdict"] + ",", result["evidence"])
        for diagnosis in result["diagnosis"]:
            print("   ", diagnosis["kind"] + ":", diagnosis["text"])
oracle.close()

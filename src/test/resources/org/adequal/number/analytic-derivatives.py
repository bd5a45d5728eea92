"""Writes analytic-derivatives.csv: function, x (hexadecimal), f', f'' to 40 digits, rounded to doubles.

python3 analytic-derivatives.py > analytic-derivatives.csv      (needs mpmath)
"""
import random
from mpmath import mp, mpf, diff, sin, cos, exp, log, sqrt, tanh, atan, asin, cosh, cbrt

mp.dps = 60
FUNCTIONS = {
    "sin": (lambda x: sin(x), -10, 10),
    "exp": (lambda x: exp(x), -5, 5),
    "log": (lambda x: log(x), 0.001, 20),
    "sqrt": (lambda x: sqrt(x), 0.001, 20),
    "tanh": (lambda x: tanh(x), -4, 4),
    "atan": (lambda x: atan(x), -20, 20),
    "asin": (lambda x: asin(x), -0.99, 0.99),
    "gauss": (lambda x: exp(-x * x), -4, 4),
    "runge": (lambda x: 1 / (1 + 25 * x * x), -2, 2),
    "polynomial": (lambda x: x**5 - 3 * x**3 + 2 * x - 7, -3, 3),
    "chirp": (lambda x: x * sin(x * x), -4, 4),
    "fast": (lambda x: cos(100 * x), -1, 1),
    "power": (lambda x: x**x, 0.05, 4),
    "wave": (lambda x: exp(-x) * sin(10 * x), -2, 4),
    "reciprocal": (lambda x: 1 / x, 0.01, 3),
    "far": (lambda x: log(cosh(x / 100)), -1e3, 1e3),
}
random.seed(20)
for name, (f, low, high) in FUNCTIONS.items():
    for _ in range(40):
        x = random.uniform(low, high)
        exact = mpf(x)
        print(name, x.hex(), float(diff(f, exact)).hex(), float(diff(f, exact, 2)).hex(), sep=",")

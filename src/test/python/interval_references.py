"""Writes the reference values of the interval tests: python3 interval_references.py > ../resources/org/adequal/number/interval/references.txt

A line reads: function, arguments, value. Numbers are significand:exponent in base 36 (times a power of two). A value
marked = is exact; else the truth lies strictly between significand and significand + 1 at that exponent (288 bits).
Computed with mpmath at two precisions that must agree.
"""
import random
from fractions import Fraction
from mpmath import mp, mpf

BITS = 288
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(n):
    if n < 0:
        return "-" + base36(-n)
    text = ""
    while True:
        n, digit = divmod(n, 36)
        text = DIGITS[digit] + text
        if n == 0:
            return text


def dyadic(x):
    """Significand and exponent of a float, integer or pair."""
    if isinstance(x, tuple):
        return x
    numerator, denominator = x.as_integer_ratio()
    m, e = numerator, 1 - denominator.bit_length()
    while m != 0 and m % 2 == 0:
        m, e = m // 2, e + 1
    return m, e


def exact(x):
    m, e = dyadic(x)
    return mp.ldexp(mpf(m), e)


def floor_bits(value):
    """Significand of 288 bits (floor) and exponent; exact where all further bits but the last 30 are zero."""
    short = value
    with mp.workprec(mp.prec - 30):
        short = +value
    if short._mpf_[3] <= 160:
        sign, man, exp, length = short._mpf_
        return (-man if sign else man), exp, True
    sign, man, exp, length = value._mpf_
    shift = length - BITS
    signed = -man if sign else man
    return signed >> shift, exp + shift, False


def evaluate(f, arguments):
    previous = None
    prec = 2600  # more than twice the exponents of doubles: 1 + x^2 is not 1
    while True:
        mp.prec = prec
        value = f(*[exact(a) for a in arguments])
        if value == 0:
            return 0, 0, True
        m, e, whole = floor_bits(+value)
        if previous is not None and previous[:2] == (m, e):
            return m, e, whole and previous[2]
        previous = m, e, whole
        prec = prec * 2
        if prec > 60000:
            raise ValueError(f"no agreement: {arguments}")


def neighbour(x, steps=1):
    import math
    for _ in range(abs(steps)):
        x = math.nextafter(x, math.inf if steps > 0 else -math.inf)
    return x


rng = random.Random(20240229)
HUGE_ANGLE = (6381956970095103, 797)
PI_2 = 1.5707963267948966


def spread(low, high, n=18):
    """Random doubles whose logarithms are spread evenly."""
    import math
    return [math.exp(rng.uniform(math.log(low), math.log(high))) for _ in range(n)]


def signed(xs):
    return [x if rng.random() < 0.5 else -x for x in xs]


tiny = [5e-324, -5e-324, 2.5e-310, 1e-300, -1e-300, 1e-40, 1e-20, -1e-9, 2.0**-30, 1e-5, (1, -400), (3, -100)]
angles = tiny + [HUGE_ANGLE, 1e300, -1e22, 1e22, 1.7976931348623157e308, PI_2, neighbour(PI_2), -PI_2, 3 * PI_2,
                 3.141592653589793, 6.283185307179586, 11 * PI_2, 355.0, 103993.0 / 2, 0.7853981633974483,
                 (884279719003555, -48), (1, 40), 1.0, 2.0, -3.0] + signed(spread(1e-3, 1e6))
moderate = tiny + [1.0, -1.0, 0.5, 0.6931471805599453, 709.0, -745.0, -20.0, 37.0, 88.0] + signed(spread(1e-3, 300))
unit = [x for x in tiny] + [0.5, -0.5, 0.75, 0.9, -0.99, neighbour(1.0, -1), -neighbour(1.0, -1), (2**100 - 1, -100),
                            0.7071067811865476] + [rng.uniform(-1, 1) for _ in range(14)]
outside = [1.0, -1.0, neighbour(1.0), -neighbour(1.0), 1 + 2.0**-30, (2**80 + 1, -80), 1.4142135623730951, 2.0, -2.0, 10.0, 1e10, -1e20,
           1e300, 256.5, -300.25] + signed([1 + x for x in spread(1e-8, 1e4)])
positive = [x for x in tiny if dyadic(x)[0] > 0] + [neighbour(1.0), neighbour(1.0, -1), 1.0, 2.0, 1 + 2.0**-20, (2**90 + 1, -90),
            (2**90 - 1, -90), 0.7, 1.4142135623730951, 2.718281828459045, 10.0, 1000.0, 1e300, (1, 5000), (3, -5000),
            1.7976931348623157e308] + spread(1e-5, 1e5)
gammas = [1.0, 2.0, 3.0, 5.0, 10.0, 0.5, 1.5, neighbour(1.0), neighbour(2.0, -1), 1.4616321449683622, 170.5, 171.6, 1e-5, 1e-300,
          5e-324, 1e5, -0.5, -1.5, -2.5, -0.25, -1e-10, -1e-300, -1 + 2.0**-40, -5.000001, -20.5, -170.3, -1.0000000000000002,
          -2.457024738220797, -2.7476826467274127, -1.5 + 2.0**-10, (2**100 + 1, -100), 1e10 + 0.5] + spread(1e-2, 60, 12) + [-x for x in spread(1e-2, 30, 8)]
larger = gammas + [1e15, 1e300, 12345678.9]

unary = {
    "exp": (mp.exp, moderate), "expm1": (mp.expm1, moderate),
    "log": (mp.log, positive), "log2": (lambda x: mp.log(x) / mp.ln2, positive),
    "log10": (lambda x: mp.log(x) / mp.ln10, positive + [100.0, 1e22]),
    "log1p": (lambda x: mp.log(1 + x), [x for x in tiny] + [1.0, -0.5, neighbour(-1.0), -0.999, 1e300, (1, 3000), 2.0**-13, -2.0**-12] + spread(1e-4, 1e6, 12) + [-rng.random() for _ in range(8)]),
    "sin": (mp.sin, angles), "cos": (mp.cos, angles), "tan": (mp.tan, angles),
    "sec": (mp.sec, angles), "csc": (mp.csc, angles), "cot": (mp.cot, angles),
    "asin": (mp.asin, unit + [1.0, -1.0]), "acos": (mp.acos, unit + [1.0, -1.0]),
    "atan": (mp.atan, tiny + [1.0, -1.0, 1e300, -1e20, 255.9, 256.1, 0.00390625, 0.0039, 1e8] + signed(spread(1e-3, 1e4))),
    "acot": (lambda x: mp.pi / 2 - mp.atan(x), tiny + [1.0, -1.0, 1e300, -1e20, 255.9, 256.1, 1e8] + signed(spread(1e-3, 1e4))),
    "asec": (lambda x: mp.acos(1 / x), outside), "acsc": (lambda x: mp.asin(1 / x), outside),
    "sinh": (mp.sinh, moderate), "cosh": (mp.cosh, moderate), "tanh": (mp.tanh, moderate),
    "sech": (mp.sech, moderate), "csch": (mp.csch, moderate), "coth": (mp.coth, moderate),
    "asinh": (mp.asinh, tiny + [1.0, 1e300, -1e10, 100.0] + signed(spread(1e-3, 1e4))),
    "acosh": (mp.acosh, [abs(x) if not isinstance(x, tuple) else x for x in outside]),
    "atanh": (mp.atanh, unit),
    "sqrt": (mp.sqrt, positive + [4.0, 2.25]),
    "cbrt": (lambda x: mp.cbrt(x) if x > 0 else -mp.cbrt(-x), positive + [8.0, -8.0, -27.0, -2.0, -1e-300]),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), moderate), "softplus": (lambda x: mp.log(1 + mp.exp(x)), moderate),
    "erf": (mp.erf, tiny + [0.5, 1.0, 2.0, 3.0, 5.9, 9.0, -4.0, 26.0] + signed(spread(1e-3, 8))),
    "erfc": (mp.erfc, tiny + [0.5, 1.0, 2.0, 3.0, 5.0, 6.0, 8.0, 10.0, 26.0, 27.2, 100.0, -1.0, -6.0, 4.5, 6.5] + spread(1e-2, 30)),
    "gamma": (mp.gamma, gammas),
    "lgamma": (lambda x: mp.log(abs(mp.gamma(x))) if x < 1e6 else mp.loggamma(x), larger),
    "digamma": (lambda x: mp.psi(0, x), larger),
    "polygamma1": (lambda x: mp.psi(1, x), larger), "polygamma2": (lambda x: mp.psi(2, x), larger),
    "polygamma3": (lambda x: mp.psi(3, x), larger), "polygamma7": (lambda x: mp.psi(7, x), gammas),
}


def pairs(n, low=1e-3, high=1e3):
    return [(a, b) for a, b in zip(spread(low, high, n), signed(spread(low, high, n)))]


binary = {
    "atan2": (mp.atan2, [(1.0, -1.0), (-1.0, -1.0), (1e-300, -1.0), (-1e-300, -1.0), (1e-300, 1e300), (5e-324, 1.0), (1.0, 5e-324),
                      (-1.0, 1e-20), (0.0, -2.0), (0.0, 2.0), (3.0, 0.0), (-3.0, 0.0), (1e300, 1e-300)] + [(s * a, b) for s in (1, -1) for a, b in pairs(12)]),
    "hypot": (mp.hypot, [(3.0, 4.0), (1.0, 1e-300), (1e300, 1e300), (5e-324, 5e-324), (1.0, 1.0), (1e-5, 1e5), (0.0, -2.5)] + pairs(25)),
    "pow": (lambda x, y: x ** y, [(2.0, 0.5), (4.0, 0.5), (4.0, -1.5), (1.0, 1e300), (neighbour(1.0), 1e15), (10.0, 300.0), (10.0, -300.0), (0.5, 1074.0),
                      (2.0, 1e5), (1e-300, 0.1), (3.0, 1e-300), (2.25, 2.5), (1.5, 7.0), (-1.5, 7.0), (-3.0, -5.0), (-2.0, 10.0), (16.0, 0.25)] + [(a, b) for a, b in pairs(20, 1e-2, 1e2)]),
    "logb": (lambda x, b: mp.log(x) / mp.log(b), [(8.0, 4.0), (9.0, 3.0), (0.125, 2.0), (2.0, 0.5), (5.0, 25.0), (10.0, neighbour(1.0)), (neighbour(1.0), 10.0),
                      (1e300, 1e-300), (3.0, 9.0)] + [(a, abs(b)) for a, b in pairs(24)]),
    "mod": (lambda x, y: x - y * mp.floor(x / y), [(7.0, 3.0), (-7.0, 3.0), (7.0, -3.0), (-7.0, -3.0), (1e300, 3.0), (1e22, 0.1), (-1e-300, 1.0), (5e-324, -1.0), (6.0, 3.0), (2.5, 0.75)]
            + [(b, a) for a, b in pairs(22)]),
}


def number(m, e):
    return base36(m) + ":" + base36(e)


def main():
    for name, (f, points) in list(unary.items()) + list(binary.items()):
        seen = set()
        for point in points:
            if name in unary:
                arguments = (point,)
            else:
                arguments = point
            key = tuple(dyadic(a) for a in arguments)
            if key in seen:
                continue
            seen.add(key)
            m, e, whole = evaluate(f, arguments)
            print(name, ",".join(number(*k) for k in key), ("=" if whole else "") + number(m, e))


main()

"""True values from MPFR, which rounds correctly: one request a line, "function bits m:e[,m:e]" in base 36, one answer.

The answer is "low high" (numbers m:e around the value, neighbours of so many bits or a little more), "undefined",
"infinite", or "unknown" where the function is not served here; an empty line sends the answers. Needs python3-gmpy2; polygamma needs python-flint.
"""
import sys

import gmpy2
from gmpy2 import mpfr

try:
    import flint
except ImportError:
    flint = None

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
RANGE = dict(emin=gmpy2.get_emin_min(), emax=gmpy2.get_emax_max())


def write(n):
    if n == 0:
        return "0"
    sign, n, text = "-" if n < 0 else "", abs(n), ""
    while n:
        n, digit = divmod(n, 36)
        text = DIGITS[digit] + text
    return sign + text


def exact(m, e):
    with gmpy2.context(precision=max(2, abs(m).bit_length()), **RANGE):
        x = mpfr(m)
        return gmpy2.mul_2exp(x, e) if e >= 0 else gmpy2.div_2exp(x, -e)


def show(x):
    m, e = x.as_mantissa_exp()
    return write(int(m)) + ":" + write(int(e))


def native(name):
    return lambda *x: getattr(gmpy2, name)(*x)


# correctly rounded by MPFR, so rounding down and up gives the neighbours of the value
NATIVE = {name: native(name) for name in
          "exp expm1 log log2 log10 log1p sin cos tan sec csc cot asin acos atan sinh cosh tanh sech csch coth "
          "asinh acosh atanh sqrt cbrt erf erfc gamma digamma hypot".split()}
NATIVE["lgamma"] = lambda x: gmpy2.lgamma(x)[0]
NATIVE["atan2"] = lambda y, x: mpfr("nan") if x == 0 and y == 0 else gmpy2.atan2(y, x)
NATIVE["pow"] = lambda x, y: mpfr(1) if y == 0 else x ** y

# a few roundings at a length at which no cancellation of doubles leaves fewer places than asked for
COMPOSED = {
    "acot": lambda x: gmpy2.const_pi() / 2 - gmpy2.atan(x),
    "asec": lambda x: gmpy2.acos(1 / x) if x != 0 else mpfr("nan"),
    "acsc": lambda x: gmpy2.asin(1 / x) if x != 0 else mpfr("nan"),
    "sigmoid": lambda x: 1 / (1 + gmpy2.exp(-x)),
    "softplus": lambda x: max(x, 0) + gmpy2.log1p(gmpy2.exp(-abs(x))),
    "logb": lambda x, b: mpfr("nan") if x <= 0 or b <= 0 or b == 1 else gmpy2.log(x) / gmpy2.log(b),
}


def mod(a, b):
    (m, e), (n, g) = a, b
    if n == 0:
        return "undefined"
    low = min(e, g)
    rest = (m << (e - low)) % (n << (g - low))
    return " ".join([write(rest) + ":" + write(low)] * 2)


def polygamma(order, a, bits):
    if flint is None:
        return "unknown"
    m, e = a
    flint.ctx.prec = bits + 1400
    x = flint.acb(flint.arb(m) * flint.arb(2) ** e)
    if m <= 0 and e >= 0 or m <= 0 and m % (1 << -e) == 0:
        return "undefined"
    value = x.polygamma(flint.acb(order)).real
    low, high = value.lower(), value.upper()
    if not (low.is_finite() and high.is_finite()):
        return "unknown"
    return " ".join(write(int(p)) + ":" + write(int(q)) for p, q in (low.man_exp(), high.man_exp()))


def answer(function, bits, numbers):
    if function == "mod":
        return mod(*numbers)
    if function.startswith("polygamma"):
        return polygamma(int(function[9:]), numbers[0], bits)
    x = [exact(m, e) for m, e in numbers]
    if function in NATIVE:
        ends = []
        for direction in (gmpy2.RoundDown, gmpy2.RoundUp):
            with gmpy2.context(precision=bits, round=direction, **RANGE):
                ends.append(NATIVE[function](*x))
    elif function in COMPOSED:
        with gmpy2.context(precision=bits + 4400, **RANGE):
            value = COMPOSED[function](*x)
            margin = gmpy2.div_2exp(abs(value), bits)
            ends = [value - margin, value + margin]
    else:
        return "unknown"
    if any(gmpy2.is_nan(end) for end in ends):
        return "undefined"
    if any(gmpy2.is_infinite(end) for end in ends):
        return "infinite"
    return show(ends[0]) + " " + show(ends[1])


def read(text):
    m, e = text.split(":")
    return int(m, 36), int(e, 36)


print("MPFR", gmpy2.mpfr_version().split()[-1] + (", FLINT " + flint.__FLINT_VERSION__ if flint else ""), flush=True)
for line in sys.stdin:
    if line.isspace():
        sys.stdout.flush()
        continue
    function, bits, numbers = line.split()
    print(answer(function, int(bits), [read(n) for n in numbers.split(",")]))

# packages: python3-sympy python3-mpmath
"""Algebra and numbers of any precision: calculus, equations, matrices, printing, special functions."""
import mpmath
from sympy import (Eq, Function, Matrix, Rational, Sum, Symbol, cos, diff, dsolve, exp, expand, factor, factorint, integrate, latex, limit, log, nsolve, oo, pi,
                   pretty, series, simplify, sin, solve, sqrt, srepr, symbols, sympify, trigsimp)
from sympy.logic import simplify_logic
from sympy.utilities.lambdify import lambdify

x, y, n = symbols("x y n")
print(expand((x + y) ** 4), factor(x ** 4 - 1), simplify(sin(x) ** 2 + cos(x) ** 2), trigsimp(sin(x) * cos(x) * 2))
print(diff(exp(x ** 2) * sin(x), x), integrate(x ** 2 * exp(-x), (x, 0, oo)), integrate(1 / (1 + x ** 2), x), limit(sin(x) / x, x, 0), series(cos(x), x, 0, 6))
print(solve(Eq(x ** 2 - 5 * x + 6, 0), x), solve([x + y - 3, x - y - 1], [x, y]), nsolve(cos(x) - x, 1), solve(x ** 3 - 2, x))
print(Sum(1 / n ** 2, (n, 1, oo)).doit(), factorint(2 ** 64 - 1), Rational(1, 3) + Rational(1, 6), sqrt(8), pi.evalf(40))
M = Matrix([[1, 2], [3, 4]])
print(M.det(), M.inv(), M.eigenvals(), M ** 3, M.charpoly(x).as_expr(), (M * Matrix([x, y])).T)
f = Function("f")
print(dsolve(f(x).diff(x) - f(x), f(x)), sympify("a*(b + 2)**c").free_symbols == set(symbols("a b c")), srepr(x + 1), simplify_logic("a & (a | b)"))
print(pretty(integrate(sqrt(x) / (x + 1), x)), latex(Rational(1, 2) * x ** 2 + log(y)), lambdify((x, y), x ** y + 1)(2, 3), Symbol("k", positive=True).is_real)
mpmath.mp.dps = 50
print(mpmath.pi, mpmath.zeta(3), mpmath.gamma(mpmath.mpf("0.5")), mpmath.quad(lambda t: mpmath.exp(-t * t), [-mpmath.inf, mpmath.inf]), mpmath.findroot(mpmath.cos, 1.5))
print(mpmath.besselj(0, 1), mpmath.mpc(1, 2) ** mpmath.mpf("0.5"), mpmath.identify(mpmath.mpf("1.4142135623730950488")), mpmath.polyroots([1, 0, -2]), mpmath.nstr(mpmath.e, 15), mpmath.hyp2f1(1, 2, 3, 0.5))

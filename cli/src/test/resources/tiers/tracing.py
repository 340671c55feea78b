import sys
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
def g(x):
    return x * 2
for _ in range(300): f(50)
ev = []
def tr(frame, event, arg):
    ev.append((frame.f_code.co_name, event, frame.f_lineno))
    return tr
sys.settrace(tr)
f(2)
sys.settrace(None)
print(len(ev), ev[:6])
ev2 = []
def late(frame, event, arg):
    ev2.append((frame.f_code.co_name, event)); return late
def h(n):
    for i in range(n):
        if i == 4990: sys.settrace(late)
        g(i)
    sys.settrace(None)
h(5000)
print(len(ev2))

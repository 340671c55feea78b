# Interpreters beside the main one: what they share, what they do not, and the channels between them.
import threading

import _xxinterpchannels as channels
import _xxsubinterpreters as interpreters

back = channels.create()


def ask(interpreter, script, **shared):
    """Runs a script that says what it has to say by tell()."""
    try:
        interpreters.run_string(interpreter, "import _xxinterpchannels\ntell = lambda *a: _xxinterpchannels.send(back, repr(a))\n" + script, dict(shared, back=back))
    except Exception as error:
        print(type(error).__name__, error)
    while (told := channels.recv(back, None)) is not None:
        print(told)


main = interpreters.get_main()
one = interpreters.create()
print(main == interpreters.get_current() == 0, one != main, interpreters.list_all() == [main, one], one == int(one) == float(one), one == "1")
ask(one, "x = [1]\nimport json\njson.mark = 5\nimport sys; sys.flag = 1; tell(__name__, sorted(k for k in globals() if k < '_' or k > '`'), sys.argv is not None)")
import json
import sys
print(hasattr(json, "mark"), hasattr(sys, "flag"))
ask(one, "tell(x, json.mark, a, b, c, d)", a="é", b=b"x", c=None, d=-5)
for script in ("raise Exception", "1/0", "import sys; sys.exit(3)", "x=", "class E(Exception):\n  def __str__(s): return 'own'\nraise E", "\0"):
    ask(one, script)
for wrong in (True, 1.5, 2**70, [], object):
    ask(one, "", wrong=wrong)
for call in (lambda: interpreters.run_string("x", ""), lambda: interpreters.run_string(-1, ""), lambda: interpreters.run_string(99, ""), lambda: interpreters.run_string(0, ""),
             lambda: interpreters.run_string(one, b""), lambda: interpreters.destroy(0), lambda: interpreters.InterpreterID(2**64), lambda: interpreters.is_running(55)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
ask(one, "import threading\ntry:\n  threading.Thread(target=tell, daemon=True).start()\nexcept RuntimeError as e:\n  tell(str(e))\nt = threading.Thread(target=tell, args=('thread',)); t.start(); t.join()")
ask(one, "import os\ntry:\n  os.execl('/none', 'none')\nexcept RuntimeError as e:\n  tell(str(e))\nimport signal\nsignal.signal(2, signal.SIG_DFL)")
ask(one, "import _xxsubinterpreters as s\ntell(int(s.get_current()) == %d, s.is_running(%d))\ns.destroy(%d)" % (one, one, one))
ask(one, "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\ntell(f(18), [f(i) for i in range(8)])")
worker = threading.Thread(target=ask, args=(one, "import time\nwhile (got := _xxinterpchannels.recv(go, 0)) == 0: time.sleep(0.01)\ntell(got)"), kwargs={"go": (go := channels.create())})
worker.start()
while not interpreters.is_running(one):
    pass
ask(one, "")
channels.send(go, b"now")
worker.join()
interpreters.destroy(one)
ask(main, "")
print(interpreters.list_all() == [main])


def steps(*steps):
    channel = channels.create()
    for name, *rest in steps:
        options = rest[-1] if rest and isinstance(rest[-1], dict) else {}
        try:
            told = getattr(channels, name)(channel, *(r for r in rest if r is not options), **options)
        except Exception as error:
            told = type(error).__name__, str(error).replace(str(int(channel)), "N")
        users = []
        for end in (True, False):
            try:
                users.append(channels.list_interpreters(channel, send=end))
            except Exception as error:
                users.append(type(error).__name__)
        print(name, rest, told, users)


put, get = ("send", b"a"), ("recv",)
steps(put, put, ("close", {"send": True}), get, ("close", {"send": True}), put, get, get)
steps(put, ("release", {"recv": True}), get, put, ("close",), ("close", {"force": True}), put, ("destroy",), put)
steps(("release", {"send": True}), put, get)
steps(put, get, get, ("recv", 7), ("close",), ("close",), ("release",))
two, shared = interpreters.create(), channels.create()
ask(two, "_xxinterpchannels.send(to, 'left')", to=shared.send)
interpreters.destroy(two)
steps()
for call in (lambda: channels.recv(shared), lambda: channels.send(shared, 1), lambda: channels._channel_id(10**6), lambda: channels._channel_id(1, send=False, recv=False)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(int(shared)), "N"))
print(repr(channels._channel_id(50, send=True, force=True)), shared.send.end, shared.send == shared, interpreters.is_shareable(shared))

# the log of the system is the main interpreter's
import syslog

for opened in (False, True):
    if opened:
        syslog.openlog("test")
    one = interpreters.create()
    for code in ("syslog.openlog()", "syslog.syslog('test')", "syslog.closelog()"):
        try:
            print(opened, interpreters.run_string(one, "import syslog\n" + code))
        except Exception as error:
            print(opened, type(error).__name__, error)
    interpreters.destroy(one)
syslog.closelog()

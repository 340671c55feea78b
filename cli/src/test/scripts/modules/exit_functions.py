# What functions registered with atexit raise is told to sys.unraisablehook.
import atexit
import sys
import _xxsubinterpreters as interpreters
import _xxinterpchannels as channels

back = channels.create()
interpreter = interpreters.create()
interpreters.run_string(interpreter, """
import atexit, sys, _xxinterpchannels
told = []
sys.unraisablehook = lambda u: told.append((u.err_msg, u.exc_type.__name__, str(u.exc_value), u.object.__name__))
def fail(): 1 / 0
def leave(): sys.exit(3)
atexit.register(told.append, 'last')
atexit.register(fail)
atexit.register(leave)
atexit._run_exitfuncs()
_xxinterpchannels.send(back, repr(told))
""", {"back": back})
print(channels.recv(back))
interpreters.destroy(interpreter)

"""The screen through a pseudo terminal: what is shown, keys, sizes, colours, panels, errors."""
import os
import pty
import select
import subprocess
import sys
import tempfile
import termios

CHILD = r'''
import curses, curses.panel, curses.textpad, gc, io, sys

said = []

def tell(*items):
    said.append(" ".join(map(repr, items)))

def error(function, *args):
    try:
        function(*args)
    except Exception as e:
        tell(type(e).__name__, str(e))

error(curses.beep)
error(curses.tigetnum, "cols")
error(curses.setupterm, "no such terminal")

def wait(screen, number):
    """Shows a sign that nothing else on the screen looks like; the keys of this number follow it."""
    y, x = screen.getyx()
    screen.addstr(20, 0, "".join(chr(97 + number + i) for i in range(5)))
    screen.move(y, x)
    screen.refresh()

def main(screen):
    tell(screen.getmaxyx(), curses.LINES, curses.COLS, curses.termname(), screen.encoding)
    screen.addstr(0, 0, "Grüße", curses.A_BOLD)
    screen.addch(1, 0, "漢")
    screen.addch(1, 2, b"x", curses.A_REVERSE)
    screen.hline(2, 0, "-", 5)
    tell(screen.instr(0, 0, 5).decode(), hex(screen.inch(1, 2)), screen.instr(2, 0, 6))
    wait(screen, 0)
    tell(screen.getch(), screen.getkey(), screen.get_wch())
    wait(screen, 1)
    tell(screen.getch() == curses.KEY_RESIZE, screen.getmaxyx(), curses.LINES)
    curses.update_lines_cols()
    tell(curses.LINES, curses.COLS)
    curses.echo()
    screen.move(3, 0)
    screen.clrtoeol()
    wait(screen, 2)
    tell(screen.getstr(3, 2, 10))
    curses.noecho()
    box = curses.textpad.Textbox(screen.derwin(2, 10, 5, 5))
    wait(screen, 3)
    tell(box.edit())
    screen.timeout(50)
    tell(screen.getch())
    error(screen.getkey)
    screen.timeout(-1)
    wait(screen, 4)
    try:
        screen.getch()
    except KeyboardInterrupt:
        tell("interrupted")
    curses.flushinp()
    curses.mousemask(curses.ALL_MOUSE_EVENTS)
    wait(screen, 5)
    tell(screen.getch() == curses.KEY_MOUSE, curses.getmouse())
    curses.init_pair(5, curses.COLOR_RED, curses.COLOR_BLUE)
    tell(curses.pair_content(5), curses.color_pair(5), curses.pair_number(curses.color_pair(5)))
    lower, upper = (curses.panel.new_panel(curses.newwin(3, 5, 1, x)) for x in (1, 4))
    lower.set_userptr("lower")
    tell(curses.panel.top_panel() is upper, upper.below().userptr(), upper.window().getbegyx())
    lower.top()
    upper.hide()
    tell(curses.panel.top_panel() is lower, lower.below(), upper.hidden())
    error(upper.userptr)
    # A panel that nobody holds leaves the stack before its window is given back.
    for _ in range(5):
        dropped = [curses.panel.new_panel(curses.newwin(3, 3)) for _ in range(20)]
        del dropped
        gc.collect()
        curses.newwin(2, 2)
        curses.panel.update_panels()
    tell(curses.panel.top_panel() is lower)
    pad = curses.newpad(100, 200)
    error(pad.refresh)
    error(screen.refresh, 0, 0, 0, 0, 1, 1)
    stream = io.BytesIO()
    screen.putwin(stream)
    stream.seek(0)
    tell(curses.getwin(stream).instr(0, 0, 3))
    for wrong in ((), ("ab",), (None,), (b"ab",), (2**70,), (1, 2), (500, 500, "a")):
        error(screen.addch, *wrong)
    error(screen.addstr, 1)
    error(screen.addstr, "a\0b")
    error(screen.move, 1)
    error(screen.box, 1)
    error(curses.color_content, 1000)
    error(curses.init_pair, 2**31, 1, 1)
    error(curses.panel.new_panel, 1)
    error(delattr, screen, "encoding")
    error(curses.window)
    tell(curses.keyname(curses.KEY_LEFT), curses.keyname(3), curses.unctrl(3), curses.has_key(curses.KEY_UP))
    tell(curses.tigetnum("colors"), curses.tigetstr("kcuu1"), curses.tigetflag("am"))
    tell(curses.tparm(curses.tigetstr("cup"), 4, 9))

curses.wrapper(main)
tell(curses.isendwin())
with open(sys.argv[1], "w", encoding="utf-8") as out:
    print(*said, sep="\n", file=out)
'''

# What is typed at each sign; None for a new size.
KEYS = ["a\x1bOAé".encode(), None, b"Bo\x7fob\r", b"hello\x02X\x07", b"\x03", b"\x1b[<0;5;6M\x1b[<0;5;6m"]


def run(result):
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    environment = {**os.environ, "TERM": "xterm-256color"}
    for name in ("LINES", "COLUMNS"):
        environment.pop(name, None)
    start = "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler); os.login_tty(0)\n"
    child = subprocess.Popen(
        [sys.executable, "-c", start + CHILD, result], stdin=slave, stdout=slave, stderr=slave, env=environment
    )
    os.close(slave)
    shown = b""
    number = 0
    while select.select([master], [], [], 60)[0]:
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
        if "".join(chr(97 + number + i) for i in range(5)).encode() in shown:
            if number == len(KEYS):
                continue
            if KEYS[number] is None:
                termios.tcsetwinsize(master, (30, 100))
            else:
                os.write(master, KEYS[number])
            number += 1
    else:
        child.kill()
    os.close(master)
    print("ended with", child.wait())
    return shown


with tempfile.TemporaryDirectory() as folder:
    result = os.path.join(folder, "said")
    shown = run(result)
    for text in ("Grüße", "漢", "hello", "\x1b[?1049h", "\x1b[?1049l"):
        if text.encode() not in shown:
            print("not shown:", ascii(text), shown)
    if os.path.exists(result):
        with open(result, encoding="utf-8") as file:
            print(file.read(), end="")

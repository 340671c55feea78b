package org.krait.stdlib.signal;

import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** Linux's signals: names, numbers and words. */
final class SignalNames {
  /** One more than the highest number. */
  static final int COUNT = 65;

  static final int INTERRUPT = 2;
  private static final int FIRST_REAL_TIME = 34;

  private static final Object[][] CONSTANTS = {
    {"NSIG", 65},
    {"SIG_BLOCK", 0},
    {"SIG_UNBLOCK", 1},
    {"SIG_SETMASK", 2},
    {"SIGHUP", 1},
    {"SIGINT", 2},
    {"SIGQUIT", 3},
    {"SIGILL", 4},
    {"SIGTRAP", 5},
    {"SIGIOT", 6},
    {"SIGABRT", 6},
    {"SIGFPE", 8},
    {"SIGKILL", 9},
    {"SIGBUS", 7},
    {"SIGSEGV", 11},
    {"SIGSYS", 31},
    {"SIGPIPE", 13},
    {"SIGALRM", 14},
    {"SIGTERM", 15},
    {"SIGUSR1", 10},
    {"SIGUSR2", 12},
    {"SIGCLD", 17},
    {"SIGCHLD", 17},
    {"SIGPWR", 30},
    {"SIGIO", 29},
    {"SIGURG", 23},
    {"SIGWINCH", 28},
    {"SIGPOLL", 29},
    {"SIGSTOP", 19},
    {"SIGTSTP", 20},
    {"SIGCONT", 18},
    {"SIGTTIN", 21},
    {"SIGTTOU", 22},
    {"SIGVTALRM", 26},
    {"SIGPROF", 27},
    {"SIGXCPU", 24},
    {"SIGXFSZ", 25},
    {"SIGRTMIN", 34},
    {"SIGRTMAX", 64},
    {"SIGSTKFLT", 16},
    {"ITIMER_REAL", 0},
    {"ITIMER_VIRTUAL", 1},
    {"ITIMER_PROF", 2},
    {"SIG_DFL", 0},
    {"SIG_IGN", 1}
  };

  private static final String[] WORDS = {
    null,
    "Hangup",
    "Interrupt",
    "Quit",
    "Illegal instruction",
    "Trace/breakpoint trap",
    "Aborted",
    "Bus error",
    "Floating point exception",
    "Killed",
    "User defined signal 1",
    "Segmentation fault",
    "User defined signal 2",
    "Broken pipe",
    "Alarm clock",
    "Terminated",
    "Stack fault",
    "Child exited",
    "Continued",
    "Stopped (signal)",
    "Stopped",
    "Stopped (tty input)",
    "Stopped (tty output)",
    "Urgent I/O condition",
    "CPU time limit exceeded",
    "File size limit exceeded",
    "Virtual timer expired",
    "Profiling timer expired",
    "Window changed",
    "I/O possible",
    "Power failure",
    "Bad system call"
  };

  private SignalNames() {}

  static void enter(PyDict dict) {
    for (Object[] constant : CONSTANTS) {
      dict.put(PyStr.interned((String) constant[0]), PyLong.of((Integer) constant[1]));
    }
  }

  /** The two that the C library keeps for its threads. */
  static boolean isReserved(int number) {
    return number == 32 || number == 33;
  }

  static String text(int number) {
    if (number < WORDS.length) {
      return WORDS[number];
    }
    return isReserved(number) ? null : "Real-time signal " + (number - FIRST_REAL_TIME);
  }

  /** Whether a signal without a handler leaves the process as it is, or only stops or continues it. */
  static boolean isHarmless(int number) {
    return switch (number) {
      case 17, 18, 19, 20, 21, 22, 23, 28 -> true;
      default -> false;
    };
  }
}

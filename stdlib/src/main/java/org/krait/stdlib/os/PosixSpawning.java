package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.signal.SignalSets;

/** The functions of {@code posix} that run other programs: in a new process, or in place of this one. */
final class PosixSpawning {
  /** {@code os.P_NOWAIT}. */
  static final int NO_WAIT = 1;

  private static final int OPEN = 0;
  private static final int CLOSE = 1;
  private static final int DUP2 = 2;
  private static final int EXECUTE = 1;
  private static final int CLOSE_RANGE_CLOEXEC = 4;
  private static final int EMPTY_PATH = 0x1000;

  private static final CFunction ACCESS = new CFunction("access");
  private static final CFunction EXECVE = new CFunction("execve");
  private static final CFunction EXECVEAT = new CFunction("execveat");
  private static final CFunction DUP2_CALL = new CFunction("dup2");
  private static final CFunction CLOSE_RANGE = new CFunction("close_range");

  private PosixSpawning() {}

  // ---- arguments

  private static List<byte[]> arguments(PyObject argv, String function, String what) {
    if (!(argv instanceof PyList || argv instanceof PyTuple)) {
      throw Errors.typeError("%s: %s must be a tuple or list", function, what);
    }
    PyObject[] items = Iteration.toArray(argv);
    if (items.length == 0) {
      throw Errors.valueError("%s: %s must not be empty", function, what);
    }
    List<byte[]> words = new ArrayList<>();
    for (PyObject item : items) {
      words.add(Environment.bytes(item));
    }
    if (words.getFirst().length == 0) {
      throw Errors.valueError("%s: %s first element cannot be empty", function, what);
    }
    return words;
  }

  /** {@code name=value} for each item of a mapping. */
  static List<byte[]> environment(PyObject mapping) {
    PyObject[] keys = Iteration.toArray(Attributes.get(mapping, "keys").call());
    PyObject[] values = Iteration.toArray(Attributes.get(mapping, "values").call());
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      byte[] name = Environment.bytes(keys[i]);
      byte[] value = Environment.bytes(values[i]);
      if (name.length == 0 || new String(name, 1, name.length - 1, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('=') >= 0) {
        throw Errors.valueError("illegal environment variable name");
      }
      lines.add(Environment.line(name, value));
    }
    return lines;
  }

  private static List<byte[]> environmentArgument(PyObject env, String function) {
    if (Attributes.getOrNull(env, "keys") == null) {
      throw Errors.typeError("%s: environment must be a mapping object", function);
    }
    return environment(env);
  }

  // ---- in a new process

  @Function(
      "posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=NULL, resetids=False,"
          + " setsid=False, setsigmask=(), setsigdef=(), scheduler=NULL)")
  static int posixSpawn(
      PyObject path, PyObject argv, PyObject env, PyObject actions, PyObject group, boolean reset,
      boolean session, PyObject mask, PyObject defaults, PyObject scheduler) {
    return spawn("posix_spawn", false, path, argv, env, actions, group, reset, session, mask, defaults, scheduler);
  }

  @Function(
      "posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=NULL, resetids=False,"
          + " setsid=False, setsigmask=(), setsigdef=(), scheduler=NULL)")
  static int posixSpawnp(
      PyObject path, PyObject argv, PyObject env, PyObject actions, PyObject group, boolean reset,
      boolean session, PyObject mask, PyObject defaults, PyObject scheduler) {
    return spawn("posix_spawnp", true, path, argv, env, actions, group, reset, session, mask, defaults, scheduler);
  }

  private static int spawn(
      String function, boolean searches, PyObject path, PyObject argv, PyObject env,
      PyObject actions, PyObject group, boolean reset, boolean session, PyObject mask,
      PyObject defaults, PyObject scheduler) {
    PathArgument file = PathArgument.of(path, function);
    Spawn spawn = new Spawn();
    spawn.arguments = arguments(argv, function, "argv");
    if (env != PyNone.NONE) {
      spawn.environment = environmentArgument(env, function);
    }
    spawn.executables = List.of(file.bytes());
    spawn.searches = searches;
    spawn.resetsIds = reset;
    spawn.newSession = session;
    if (group != null) {
      spawn.processGroup = Arguments.toInt(group);
    }
    spawn.blockedSignals = isEmpty(mask) ? null : SignalSets.read(mask);
    spawn.defaultSignals = List.copyOf(SignalSets.read(defaults));
    if (scheduler != null) {
      schedule(spawn, scheduler, function);
    }
    Doors.audit("os.posix_spawn", file.object(), argv, env);
    List<Integer> opened = new ArrayList<>();
    try {
      simulate(spawn, actions, opened, function);
      int pid = spawn.run();
      if (pid < 0) {
        throw OsErrors.make(-pid, file.object());
      }
      return pid;
    } finally {
      opened.forEach(KernelCalls::close);
    }
  }

  private static boolean isEmpty(PyObject sequence) {
    return sequence instanceof PyTuple tuple && tuple.size() == 0;
  }

  private static void schedule(Spawn spawn, PyObject scheduler, String function) {
    if (!(scheduler instanceof PyTuple pair) || pair.size() != 2) {
      throw Errors.typeError("%s: scheduler must be a tuple or None", function);
    }
    if (pair.get(0) != PyNone.NONE) {
      spawn.policy = Arguments.toInt(pair.get(0));
    }
    spawn.priority = PosixScheduling.priority(pair.get(1));
    spawn.setsPriority = true;
  }

  /** What the child's descriptors are after the actions: found out here, where numbers are Python's. */
  private static void simulate(
      Spawn spawn, PyObject actions, List<Integer> opened, String function) {
    Descriptors table = Descriptors.current();
    SortedMap<Integer, Integer> result = spawn.descriptors;
    result.putAll(table.inherited());
    for (PyObject action : actions == PyNone.NONE ? new PyObject[0] : Iteration.toArray(actions)) {
      if (!(action instanceof PyTuple parts) || parts.size() == 0) {
        throw Errors.typeError("Each file_actions element must be a non-empty tuple");
      }
      switch (Arguments.toInt(parts.get(0))) {
        case OPEN -> {
          check(parts, 5, "A open file_action tuple must have 5 elements");
          PathArgument path = PathArgument.of(parts.get(2), function);
          int flags = Arguments.toInt(parts.get(3));
          int kernel = NativeFiles.open(KernelCalls.HERE, path.bytes(), flags, Arguments.toInt(parts.get(4)), path.object());
          opened.add(kernel);
          result.put(Arguments.toInt(parts.get(1)), kernel);
        }
        case CLOSE -> {
          check(parts, 2, "A close file_action tuple must have 2 elements");
          result.remove(Arguments.toInt(parts.get(1)));
        }
        case DUP2 -> {
          check(parts, 3, "A dup2 file_action tuple must have 3 elements");
          int from = Arguments.toInt(parts.get(1));
          Integer kernel = result.get(from);
          result.put(Arguments.toInt(parts.get(2)), kernel == null ? table.kernel(from) : kernel);
        }
        default -> throw Errors.typeError("Unknown file_actions identifier");
      }
    }
  }

  private static void check(PyTuple parts, int count, String otherwise) {
    if (parts.size() != count) {
      throw Errors.typeError("%s", otherwise);
    }
  }

  // ---- CPython's library makes these of fork and exec; here they stand for themselves

  @Function("spawnv(mode, file, args, /)")
  static int spawnv(int mode, PyObject file, PyObject args) {
    return spawn("spawnv", mode, file, args, null, false);
  }

  @Function("spawnve(mode, file, args, env, /)")
  static int spawnve(int mode, PyObject file, PyObject args, PyObject env) {
    return spawn("spawnve", mode, file, args, environmentArgument(env, "spawnve"), false);
  }

  @Function("spawnvp(mode, file, args, /)")
  static int spawnvp(int mode, PyObject file, PyObject args) {
    return spawn("spawnvp", mode, file, args, null, true);
  }

  @Function("spawnvpe(mode, file, args, env, /)")
  static int spawnvpe(int mode, PyObject file, PyObject args, PyObject env) {
    return spawn("spawnvpe", mode, file, args, environmentArgument(env, "spawnvpe"), true);
  }

  private static int spawn(
      String function, int mode, PyObject file, PyObject args, List<byte[]> env, boolean searches) {
    if (!(args instanceof PyList || args instanceof PyTuple)) {
      throw Errors.typeError("argv must be a tuple or a list");
    }
    PyObject[] items = Iteration.toArray(args);
    if (items.length == 0 || !Objects.isTrue(items[0])) {
      throw Errors.valueError("argv first element cannot be empty");
    }
    Spawn spawn = new Spawn();
    spawn.arguments = arguments(args, function, "argv");
    spawn.environment = env;
    spawn.executables = List.of(PathArgument.of(file, function, "file").bytes());
    spawn.searches = searches;
    spawn.descriptors.putAll(Descriptors.current().inherited());
    int pid = spawn.run();
    if (pid < 0) {
      pid = missing();
    }
    return mode == NO_WAIT ? pid : PosixWaiting.exitCode(PyLong.of(PosixWaiting.statusOf(pid)));
  }

  /** A program that cannot be run looks to its parent like one that ends with this code. */
  private static int missing() {
    Spawn spawn = new Spawn();
    spawn.executables = List.of(word("/bin/sh"));
    spawn.arguments = List.of(word("sh"), word("-c"), word("exit 127"));
    return spawn.run();
  }

  @Function("system(command)")
  static int system(PyObject command) {
    byte[] text = Environment.bytes(command);
    Doors.audit("os.system", PyBytes.of(text));
    Spawn spawn = new Spawn();
    spawn.executables = List.of(word("/bin/sh"));
    spawn.arguments = List.of(word("sh"), word("-c"), text);
    spawn.descriptors.putAll(Descriptors.current().inherited());
    int pid = spawn.run();
    return pid < 0 ? 127 << 8 : PosixWaiting.statusOf(pid);
  }

  private static byte[] word(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  // ---- in place of this one

  private static void checkExec() {
    if (!ThreadState.current().interpreter.permissions.exec()) {
      throw Errors.runtimeError("exec not supported for isolated subinterpreters");
    }
  }

  @Function("execv(path, argv, /)")
  static PyObject execv(PyObject path, PyObject argv) {
    PathArgument file = PathArgument.of(path, "execv");
    checkExec();
    List<byte[]> words = arguments(argv, "execv", "arg 2");
    Doors.audit("os.exec", file.object(), argv, PyNone.NONE);
    return execute(file, words, Environment.lines(), null);
  }

  @Function("execve(path, argv, env)")
  static PyObject execve(PyObject path, PyObject argv, PyObject env) {
    PathArgument file = PathArgument.orDescriptor(path, "execve");
    checkExec();
    if (!(argv instanceof PyList || argv instanceof PyTuple)) {
      throw Errors.typeError("execve: argv must be a tuple or list");
    }
    List<byte[]> words = arguments(argv, "execve", "argv");
    List<byte[]> lines = environmentArgument(env, "execve");
    Doors.audit("os.exec", file.object(), argv, env);
    return execute(file, words, lines, path);
  }

  private static PyObject execute(
      PathArgument file, List<byte[]> words, List<byte[]> lines, PyObject shown) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] name = file.isDescriptor() ? new byte[0] : file.bytes();
      long path = Native.string(arena, name).address();
      if (!file.isDescriptor()) {
        ACCESS.requireFor(shown, path, EXECUTE);
        if (NativeStat.of(KernelCalls.HERE, name, true, shown).isDirectory()) {
          throw OsErrors.make(OsErrors.EACCES, shown);
        }
      }
      long argv = Native.strings(arena, words).address();
      long envp = Native.strings(arena, Environment.forChild(lines, name)).address();
      int program = file.isDescriptor() ? KernelCalls.duplicateAbove(file.kernel(), Descriptors.current().size()) : -1;
      SignalSets.ignorePipes();
      place(Descriptors.current().inherited());
      SignalSets.enterMask(arena);
      if (file.isDescriptor()) {
        EXECVEAT.requireFor(shown, program, path, argv, envp, EMPTY_PATH);
      } else {
        EXECVE.requireFor(shown, path, argv, envp);
      }
    }
    return PyNone.NONE;
  }

  /** Puts each descriptor where the next program looks for it; all others are closed when it starts. */
  private static void place(SortedMap<Integer, Integer> wanted) {
    int end = wanted.isEmpty() ? 0 : wanted.lastKey() + 1;
    List<int[]> copies = new ArrayList<>();
    for (Map.Entry<Integer, Integer> one : wanted.entrySet()) {
      copies.add(new int[] {one.getKey(), KernelCalls.duplicateAbove(one.getValue(), end)});
    }
    CLOSE_RANGE.call(0, 0xffffffffL, CLOSE_RANGE_CLOEXEC);
    for (int[] copy : copies) {
      DUP2_CALL.call(copy[1], copy[0]);
    }
  }

  @Function("register_at_fork(*, before=NULL, after_in_child=NULL, after_in_parent=NULL)")
  static void registerAtFork(PyObject before, PyObject child, PyObject parent) {
    if (before == null && child == null && parent == null) {
      throw Errors.typeError("At least one argument is required.");
    }
    for (PyObject hook : new PyObject[] {before, child, parent}) {
      if (hook != null && !Objects.isCallable(hook)) {
        String name = hook == before ? "before" : hook == child ? "after_in_child" : "after_in_parent";
        throw Errors.typeError("'%s' must be callable, not %s", name, hook.type().fullName());
      }
    }
  }
}

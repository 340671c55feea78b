package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/**
 * The module {@code _posixsubprocess}.
 *
 * <p>CPython's child writes into a pipe what went wrong before its program started. Here that is known in
 * the parent, which writes it there itself; there is no child then, and the number returned is that of
 * this process, so that nobody can wait for it.
 */
@BuiltinModule("_posixsubprocess")
public final class SubprocessModule {
  private static final int EXECUTE = 1;
  private static final List<Integer> RESTORED = List.of(13, 25);

  private static final CFunction ACCESS = new CFunction("access");

  @Function(
      "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread,"
          + " c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals,"
          + " call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,"
          + " allow_vfork, /)")
  static long forkExec(
      ThreadState thread, PyObject args, PyObject executables, boolean closesOthers, PyTuple passed, PyObject directory,
      PyObject environment, int input, int inputOther, int outputOther, int output, int errorOther,
      int error, int errorPipeRead, int errorPipe, boolean restoresSignals, boolean session,
      int group, PyObject gid, PyObject groups, PyObject uid, int mask, PyObject prepare,
      boolean vfork) {
    Spawn spawn = new Spawn();
    PyDict posix = ((PyModule) thread.interpreter.importModule("posix")).dict();
    boolean ownSession = prepare == posix.get(PyStr.interned("setsid"));
    boolean ownGroup = prepare == posix.get(PyStr.interned("setpgrp"));
    if (prepare != PyNone.NONE && thread.interpreter.ending) {
      throw Errors.runtimeError("preexec_fn not supported at interpreter shutdown");
    }
    if (prepare != PyNone.NONE && !ownSession && !ownGroup) {
      throw Errors.notImplementedError(
          "preexec_fn needs fork(), which a Java virtual machine does not have");
    }
    spawn.arguments = args == PyNone.NONE ? List.of() : words(args);
    spawn.executables = lines(executables);
    spawn.environment = environment == PyNone.NONE ? null : lines(environment);
    spawn.directory = directory == PyNone.NONE ? null : Environment.bytes(directory);
    spawn.newSession = session || ownSession;
    spawn.processGroup = ownGroup ? 0 : group;
    spawn.mask = mask;
    spawn.defaultSignals = restoresSignals ? RESTORED : List.of();
    if (uid != PyNone.NONE || gid != PyNone.NONE || groups != PyNone.NONE) {
      spawn.credentials = credentials(uid, gid, groups);
    }
    descriptors(spawn, closesOthers, numbers(passed, errorPipe), input, output, error);
    return start(spawn, errorPipe);
  }

  private static List<byte[]> words(PyObject args) {
    List<byte[]> words = new ArrayList<>();
    for (PyObject one : sequence(args)) {
      words.add(Environment.bytes(one));
    }
    return words;
  }

  private static PyObject[] sequence(PyObject args) {
    if (!(args instanceof PyTuple || args instanceof PyList)) {
      return Iteration.toArray(PyTuple.from(args));
    }
    return Iteration.toArray(args);
  }

  private static List<byte[]> lines(PyObject sequence) {
    List<byte[]> lines = new ArrayList<>();
    for (PyObject one : sequence(sequence)) {
      if (!(one instanceof PyBytes bytes)) {
        throw Errors.typeError("expected bytes, %s found", one.type().fullName());
      }
      for (byte b : bytes.array()) {
        if (b == 0) {
          throw Errors.valueError("embedded null byte");
        }
      }
      lines.add(bytes.array());
    }
    return lines;
  }

  private static Spawn.Credentials credentials(PyObject uid, PyObject gid, PyObject groups) {
    return new Spawn.Credentials(
        uid == PyNone.NONE ? -1 : Identity.user(uid),
        gid == PyNone.NONE ? -1 : Identity.group(gid),
        groups == PyNone.NONE
            ? null
            : groups(groups));
  }

  private static int[] groups(PyObject groups) {
    try {
      return Identity.groups(groups, "setgroups argument must be a sequence");
    } catch (PyException e) {
      throw e.is(PyExceptions.OverflowError) ? Errors.valueError("invalid group id") : e;
    }
  }

  /** {@code pass_fds} must be sorted and without repetition; the pipe for errors is among them. */
  private static List<Integer> numbers(PyTuple passed, int errorPipe) {
    List<Integer> numbers = new ArrayList<>();
    int last = -1;
    for (PyObject one : passed.items()) {
      if (!(one instanceof PyInt) || Arguments.toInt(one) <= last) {
        throw Errors.valueError("bad value(s) in fds_to_keep");
      }
      last = Arguments.toInt(one);
      if (last != errorPipe) {
        numbers.add(last);
      }
    }
    return numbers;
  }

  private static void descriptors(
      Spawn spawn, boolean closesOthers, List<Integer> passed, int input, int output, int error) {
    Descriptors table = Descriptors.current();
    table
        .inherited()
        .forEach(
            (number, kernel) -> {
              if (!closesOthers || number <= 2) {
                spawn.descriptors.put(number, kernel);
              }
            });
    for (int number : passed) {
      int kernel = table.kernelOrNone(number);
      if (kernel >= 0) {
        spawn.descriptors.put(number, kernel);
      }
    }
    int[] given = {input, output, error};
    for (int i = 0; i < given.length; i++) {
      if (given[i] >= 0) {
        spawn.descriptors.put(i, table.kernel(given[i]));
      }
    }
  }

  private static long start(Spawn spawn, int errorPipe) {
    int failed;
    String where = "";
    try {
      failed = directoryError(spawn.directory);
      if (failed != 0) {
        where = "noexec";
      } else {
        int pid = spawn.run();
        if (pid > 0) {
          return pid;
        }
        failed = -pid;
      }
    } catch (Spawn.Refused e) {
      failed = e.error;
      where = "noexec";
    }
    report("OSError:" + Integer.toHexString(failed).toUpperCase() + ":" + where, errorPipe);
    return ProcessHandle.current().pid();
  }

  /** {@code posix_spawn} does not tell a missing directory from a missing program. */
  private static int directoryError(byte[] directory) {
    if (directory == null) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      if (ACCESS.call(Native.string(arena, directory).address(), EXECUTE) != 0) {
        return Libc.errno();
      }
      boolean folder = NativeStat.of(KernelCalls.HERE, directory, true, null).isDirectory();
      return folder ? 0 : OsErrors.ENOTDIR;
    } catch (PyException e) {
      return OsErrors.numberOf(e);
    }
  }

  private static void report(String words, int errorPipe) {
    byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
    Descriptors.current().get(errorPipe).write(bytes, 0, bytes.length);
  }
}

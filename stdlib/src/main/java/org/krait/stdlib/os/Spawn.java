package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.krait.stdlib.io.OpenStreams;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.signal.SignalSets;

/**
 * Starts a program in a new process, by {@code posix_spawn}: a Java machine cannot {@code fork}.
 *
 * <p>The child gets the descriptors it shall have under the numbers it shall have, and no others.
 */
final class Spawn {
  private static final int RESET_IDS = 1;
  private static final int SET_GROUP = 2;
  private static final int SET_DEFAULTS = 4;
  private static final int SET_MASK = 8;
  private static final int SET_PARAMETER = 0x10;
  private static final int SET_SCHEDULER = 0x20;
  private static final int SET_SESSION = 0x80;
  private static final int ACTIONS_SIZE = 256;
  private static final int ATTRIBUTES_SIZE = 512;

  private static final CFunction SPAWN = new CFunction("posix_spawn");
  private static final CFunction SPAWNP = new CFunction("posix_spawnp");
  private static final CFunction ACTIONS_INIT = new CFunction("posix_spawn_file_actions_init");
  private static final CFunction ACTIONS_DESTROY = new CFunction("posix_spawn_file_actions_destroy");
  private static final CFunction ADD_DUP2 = new CFunction("posix_spawn_file_actions_adddup2");
  private static final CFunction ADD_CLOSE = new CFunction("posix_spawn_file_actions_addclose");
  private static final CFunction ADD_CLOSEFROM = new CFunction("posix_spawn_file_actions_addclosefrom_np");
  private static final CFunction ADD_CHDIR = new CFunction("posix_spawn_file_actions_addchdir_np");
  private static final CFunction ATTRIBUTES_INIT = new CFunction("posix_spawnattr_init");
  private static final CFunction ATTRIBUTES_DESTROY = new CFunction("posix_spawnattr_destroy");
  private static final CFunction SET_FLAGS = new CFunction("posix_spawnattr_setflags");
  private static final CFunction SET_PGROUP = new CFunction("posix_spawnattr_setpgroup");
  private static final CFunction SET_SIGDEFAULT = new CFunction("posix_spawnattr_setsigdefault");
  private static final CFunction SET_SIGMASK = new CFunction("posix_spawnattr_setsigmask");
  private static final CFunction SET_POLICY = new CFunction("posix_spawnattr_setschedpolicy");
  private static final CFunction SET_PARAM = new CFunction("posix_spawnattr_setschedparam");
  private static final CFunction UMASK = new CFunction("umask");
  private static final Object MASKING = new Object();

  /** Paths to try, in order; the first alone when it is searched for in {@code PATH}. */
  List<byte[]> executables = List.of();

  boolean searches;
  List<byte[]> arguments = List.of();
  List<byte[]> environment;

  /** The child's descriptors: number, and the kernel's descriptor here. */
  final SortedMap<Integer, Integer> descriptors = new TreeMap<>();

  byte[] directory;
  boolean newSession;
  boolean resetsIds;
  int processGroup = -1;
  int mask = -1;
  int policy = -1;
  int priority = -1;
  boolean setsPriority;
  List<Integer> defaultSignals = List.of();
  Iterable<Integer> blockedSignals;
  Credentials credentials;

  /**
   * Starts it.
   *
   * @return the process, or minus the error number
   */
  int run() {
    SignalSets.ignorePipes();
    OpenStreams.settle(null);
    List<Integer> copies = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment actions = arena.allocate(ACTIONS_SIZE, 16);
      MemorySegment attributes = arena.allocate(ATTRIBUTES_SIZE, 16);
      ACTIONS_INIT.call(actions.address());
      ATTRIBUTES_INIT.call(attributes.address());
      try {
        addDescriptors(actions, copies);
        if (directory != null) {
          ADD_CHDIR.call(actions.address(), Native.string(arena, directory).address());
        }
        setAttributes(arena, attributes);
        return start(arena, actions.address(), attributes.address());
      } finally {
        ACTIONS_DESTROY.call(actions.address());
        ATTRIBUTES_DESTROY.call(attributes.address());
        copies.forEach(KernelCalls::close);
      }
    }
  }

  /** By way of copies above all numbers, so that none is overwritten before it is moved. */
  private void addDescriptors(MemorySegment actions, List<Integer> copies) {
    int end = descriptors.isEmpty() ? 0 : descriptors.lastKey() + 1;
    for (Map.Entry<Integer, Integer> one : descriptors.entrySet()) {
      int copy = KernelCalls.duplicateAbove(one.getValue(), end);
      copies.add(copy);
      ADD_DUP2.call(actions.address(), copy, one.getKey());
    }
    for (int number = 0; number < end; number++) {
      if (!descriptors.containsKey(number)) {
        ADD_CLOSE.call(actions.address(), number);
      }
    }
    ADD_CLOSEFROM.call(actions.address(), end);
  }

  private void setAttributes(Arena arena, MemorySegment attributes) {
    long a = attributes.address();
    int flags = SET_MASK | (newSession ? SET_SESSION : 0) | (resetsIds ? RESET_IDS : 0);
    if (processGroup >= 0) {
      flags |= SET_GROUP;
      SET_PGROUP.call(a, processGroup);
    }
    if (!defaultSignals.isEmpty()) {
      flags |= SET_DEFAULTS;
      SET_SIGDEFAULT.call(a, SignalSets.of(arena, defaultSignals).address());
    }
    SET_SIGMASK.call(a, SignalSets.of(arena, blockedSignals == null ? SignalSets.blocked() : blockedSignals).address());
    if (policy >= 0) {
      flags |= SET_SCHEDULER;
      SET_POLICY.call(a, policy);
    }
    if (setsPriority) {
      flags |= SET_PARAMETER;
      MemorySegment parameter = arena.allocate(8, 8);
      parameter.set(Native.INT, 0, priority);
      SET_PARAM.call(a, parameter.address());
    }
    SET_FLAGS.call(a, flags);
  }

  private int start(Arena arena, long actions, long attributes) {
    long argv = Native.strings(arena, arguments).address();
    List<byte[]> lines = environment == null ? Environment.lines() : environment;
    MemorySegment pid = arena.allocate(8, 8);
    int error = OsErrors.ENOENT;
    int first = 0;
    try (AutoCloseable identity = credentials == null ? null : credentials.enter(arena)) {
      for (byte[] executable : executables) {
        long path = Native.string(arena, executable).address();
        long envp = Native.strings(arena, Environment.forChild(lines, executable)).address();
        error = masked(searches ? SPAWNP : SPAWN, pid.address(), path, actions, attributes, argv, envp);
        if (error == 0) {
          return pid.get(Native.INT, 0);
        }
        if (error != OsErrors.ENOENT && error != OsErrors.ENOTDIR && first == 0) {
          first = error;
        }
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return -(first == 0 ? error : first);
  }

  private int masked(CFunction call, long... args) {
    if (mask < 0) {
      return call.callInt(args);
    }
    synchronized (MASKING) {
      int old = UMASK.callInt(mask);
      try {
        return call.callInt(args);
      } finally {
        UMASK.call(old);
      }
    }
  }

  /**
   * Another user and other groups for the child. The kernel keeps them for each thread, so this thread
   * takes them on while it starts the child; the saved ones let it return.
   */
  record Credentials(long user, long group, int[] groups) {
    private static final CFunction SYSCALL = CFunction.wide("syscall");
    private static final CFunction GETRESUID = new CFunction("getresuid");
    private static final CFunction GETRESGID = new CFunction("getresgid");
    private static final CFunction GETGROUPS = new CFunction("getgroups");
    private static final int SETGROUPS = 116;
    private static final int SETRESUID = 117;
    private static final int SETRESGID = 119;
    private static final int MOST = 65536;

    AutoCloseable enter(Arena arena) {
      MemorySegment old = arena.allocate(24, 8);
      GETRESUID.call(old.address(), old.address() + 4, old.address() + 8);
      GETRESGID.call(old.address() + 12, old.address() + 16, old.address() + 20);
      MemorySegment oldGroups = arena.allocate(4L * MOST, 4);
      int count = GETGROUPS.callInt(MOST, oldGroups.address());
      AutoCloseable back =
          () -> {
            if (user >= 0) {
              SYSCALL.call(SETRESUID, old.get(Native.INT, 0), old.get(Native.INT, 4), -1);
            }
            if (group >= 0) {
              SYSCALL.call(SETRESGID, old.get(Native.INT, 12), old.get(Native.INT, 16), -1);
            }
            if (groups != null) {
              SYSCALL.call(SETGROUPS, count, oldGroups.address());
            }
          };
      boolean good = groups == null
          || SYSCALL.call(SETGROUPS, groups.length, Identity.array(arena, groups).address()) == 0;
      good = good && (group < 0 || SYSCALL.call(SETRESGID, group, group, -1) == 0);
      good = good && (user < 0 || SYSCALL.call(SETRESUID, user, user, -1) == 0);
      if (!good) {
        int error = Libc.errno();
        try {
          back.close();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        throw new Refused(error);
      }
      return back;
    }
  }

  /** The child could not be given what it needs before its program starts. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int error;

    Refused(int error) {
      super(null, null, false, false);
      this.error = error;
    }
  }
}

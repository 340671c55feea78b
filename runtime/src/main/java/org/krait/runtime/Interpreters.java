package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** The interpreters of one process by number: the main one, which is 0, and those made since. */
public final class Interpreters {
  /** Brings interpreters up and takes them down, in the running thread. */
  public interface Maker {
    /** A new interpreter, ready to run code. */
    Interpreter make(Interpreter creator, Permissions permissions);

    /** Runs code in the {@code __main__} of an interpreter, shows what it raises; whether it raised nothing. */
    boolean run(Interpreter interpreter, String code);

    /** Ends an interpreter: waits for its threads, runs what {@code atexit} knows, flushes. */
    void end(Interpreter interpreter);
  }

  /** Set by the program that made the main interpreter; null when there can be no others. */
  public volatile Maker maker;

  private final ConcurrentSkipListMap<Long, Interpreter> all = new ConcurrentSkipListMap<>();
  private final Set<Interpreter> running = ConcurrentHashMap.newKeySet();
  private final List<LongConsumer> endings = new CopyOnWriteArrayList<>();
  private long next;

  /** Takes an interpreter in; its number. */
  synchronized long add(Interpreter interpreter) {
    all.put(next, interpreter);
    return next++;
  }

  /** All of them, the oldest first. */
  public List<Interpreter> list() {
    return new ArrayList<>(all.values());
  }

  /** The one with this number, or null. */
  public Interpreter find(long number) {
    return all.get(number);
  }

  /** The main interpreter. */
  public Interpreter main() {
    return all.get(0L);
  }

  /** Has a number told when its interpreter has ended. */
  public void onEnd(LongConsumer ending) {
    endings.add(ending);
  }

  /** An interpreter has ended. */
  public void remove(Interpreter interpreter) {
    all.remove(interpreter.number);
    for (LongConsumer ending : endings) {
      ending.accept(interpreter.number);
    }
  }

  /** Whether code runs in the {@code __main__} of an interpreter; in the main one it always does. */
  public boolean isRunning(Interpreter interpreter) {
    return interpreter.number == 0 || running.contains(interpreter);
  }

  /** Notes that code runs in an interpreter from now on; false when it does already. */
  public boolean start(Interpreter interpreter) {
    return interpreter.number != 0 && running.add(interpreter);
  }

  /** Notes that the code that ran in an interpreter has ended. */
  public void stop(Interpreter interpreter) {
    running.remove(interpreter);
  }
}

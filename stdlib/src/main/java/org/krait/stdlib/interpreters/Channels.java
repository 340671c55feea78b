package org.krait.stdlib.interpreters;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** All channels of a process by number. */
final class Channels {
  private final TreeMap<Long, Channel> all = new TreeMap<>();
  private long next;

  private Channels(Interpreter main) {
    main.siblings.onEnd(this::forget);
  }

  /** Those that the thread's interpreter shares with the others. */
  static Channels of(ThreadState thread) {
    return thread.interpreter.siblings.main().service(Channels.class, Channels::new);
  }

  synchronized long create() {
    all.put(next, new Channel(next));
    return next++;
  }

  synchronized boolean has(long number) {
    return all.containsKey(number);
  }

  synchronized void destroy(long number) {
    if (all.remove(number) == null) {
      throw ChannelErrors.notFound(number);
    }
  }

  synchronized List<Long> numbers() {
    return new ArrayList<>(all.keySet());
  }

  private Channel find(long number) {
    Channel channel = all.get(number);
    if (channel == null) {
      throw ChannelErrors.notFound(number);
    }
    return channel;
  }

  synchronized void send(long number, long interpreter, PyObject value) {
    find(number).send(interpreter, value);
  }

  synchronized PyObject receive(long number, long interpreter) {
    return find(number).receive(interpreter);
  }

  synchronized List<Long> users(long number, boolean send) {
    return find(number).users(send);
  }

  synchronized void release(long number, long interpreter, boolean send, boolean receive) {
    find(number).release(interpreter, send, receive);
  }

  synchronized void close(long number, boolean sendOnly, boolean force) {
    find(number).close(sendOnly, force);
  }

  private synchronized void forget(long interpreter) {
    for (Channel channel : all.values()) {
      channel.forget(interpreter);
    }
  }
}

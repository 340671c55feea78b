package org.krait.stdlib.interpreters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.krait.runtime.PyObject;

/**
 * A queue between interpreters. Each that has used an end is known to it, with whether its end is still
 * open; when the last open one is given up, the channel is closed. Guarded by its {@link Channels}.
 */
final class Channel {
  private record Item(PyObject value, long sender) {}

  final long number;

  /** Sending has ended; what is left may still be received. */
  private boolean closing;

  private boolean closed;
  private final ArrayDeque<Item> items = new ArrayDeque<>();

  /** Whether the end of an interpreter is open, by its number. */
  private final Map<Long, Boolean> senders = new TreeMap<>();

  private final Map<Long, Boolean> receivers = new TreeMap<>();

  Channel(long number) {
    this.number = number;
  }

  void send(long interpreter, PyObject value) {
    check();
    if (closing) {
      throw ChannelErrors.closed(number);
    }
    use(senders, interpreter);
    items.add(new Item(value, interpreter));
  }

  /** The oldest value; null when there is none. */
  PyObject receive(long interpreter) {
    check();
    use(receivers, interpreter);
    Item item = items.poll();
    closed |= closing && items.isEmpty();
    return item == null ? null : item.value;
  }

  private void check() {
    if (closed) {
      throw ChannelErrors.closed(number);
    }
  }

  private void use(Map<Long, Boolean> ends, long interpreter) {
    if (!ends.computeIfAbsent(interpreter, i -> true)) {
      throw ChannelErrors.endClosed(number);
    }
  }

  /** The interpreters with an open end. */
  List<Long> users(boolean send) {
    check();
    if (send && closing) {
      throw ChannelErrors.closed(number);
    }
    List<Long> users = new ArrayList<>();
    (send ? senders : receivers).forEach((interpreter, open) -> {
      if (open) {
        users.add(interpreter);
      }
    });
    return users;
  }

  /** An interpreter gives up ends. */
  void release(long interpreter, boolean send, boolean receive) {
    check();
    if (send) {
      senders.put(interpreter, false);
    }
    if (receive) {
      receivers.put(interpreter, false);
    }
    closed = !isInUse();
  }

  private boolean isInUse() {
    return senders.isEmpty() && receivers.isEmpty()
        || senders.containsValue(true)
        || receivers.containsValue(true);
  }

  /** Closes the channel for everybody; with {@code sendOnly} what is in it may still be received. */
  void close(boolean sendOnly, boolean force) {
    check();
    if (sendOnly && !force && closing) {
      throw ChannelErrors.closed(number);
    }
    if (!force && !items.isEmpty()) {
      if (!sendOnly) {
        throw ChannelErrors.notEmpty(number);
      }
      closing = true;
      return;
    }
    items.clear();
    closed = true;
  }

  /** An interpreter has ended: its ends are closed, what it had sent is gone. */
  void forget(long interpreter) {
    boolean wasUsed = senders.replace(interpreter, false) != null;
    wasUsed |= receivers.replace(interpreter, false) != null;
    items.removeIf(item -> item.sender == interpreter);
    closed |= wasUsed && !isInUse();
  }
}

package org.krait.stdlib.io;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyNone;

/**
 * What {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom} have in common: a raw
 * stream, bytes read ahead, bytes not yet written, and a lock.
 *
 * <p>At most one of the two buffers holds something: whoever writes gives up what was read ahead, by
 * moving the raw stream back, and whoever reads writes first.
 */
abstract class PyBuffered extends PyBufferedIOBase {
  private static final int GROWTH_LIMIT = 1 << 20;

  final ReadBuffer in = new ReadBuffer();
  final WriteBuffer out = new WriteBuffer();
  private final ReentrantLock lock = new ReentrantLock();
  private final WriteBuffer.Sink sink = this::rawWrite;

  PyObject raw;

  /** The raw stream when it is exactly a FileIO: no Python code can be in the way. */
  private PyFileIO direct;

  private int size;
  private boolean initialized;
  private boolean detached;
  private boolean freed;
  boolean finalizing;

  /** Where the raw stream is, or -1 when that is not known. */
  private long rawPosition = -1;

  PyBuffered(PyType type) {
    super(type);
  }

  abstract boolean reads();

  abstract boolean writes();

  final void start(PyObject rawStream, long bufferSize) {
    if (bufferSize <= 0) {
      throw Errors.valueError("buffer size must be strictly positive");
    }
    if (bufferSize > Integer.MAX_VALUE) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    raw = rawStream;
    direct = rawStream.type() == PyFileIO.TYPE ? (PyFileIO) rawStream : null;
    size = (int) Math.min(bufferSize, Integer.MAX_VALUE - 8);
    in.free();
    out.free();
    rawPosition = -1;
    detached = false;
    freed = false;
    initialized = true;
    if (direct != null && writes()) {
      direct.handle().hold(out);
    }
    isAbove(rawStream);
  }

  @Override
  public final boolean isDone() {
    return freed || !initialized;
  }

  /** Leaves what a text layer holds back with the file itself. */
  final void leave(PendingText text) {
    if (direct != null) {
      direct.handle().hold(text);
    }
  }

  final void uninitialize() {
    initialized = false;
    detached = false;
  }

  /** The bytes of memory that the buffer takes. */
  final int memory() {
    return freed ? 0 : size;
  }

  final int size() {
    return size;
  }

  final void checkInitialized() {
    if (!initialized) {
      throw Errors.valueError(
          detached
              ? "raw stream has been detached"
              : "I/O operation on uninitialized object");
    }
  }

  /** The raw stream of an initialized one. */
  final PyObject raw() {
    checkInitialized();
    return raw;
  }

  final boolean isClosed() {
    checkInitialized();
    return direct != null ? direct.isClosed() : Streams.isClosed(raw);
  }

  private boolean isUnusable() {
    return freed || isClosed();
  }

  /** For operations that go on as long as something is left that was read ahead. */
  final void checkOpen(String message) {
    checkInitialized();
    if (in.available() == 0 && isUnusable()) {
      throw Errors.valueError(message);
    }
  }

  final void checkWritable() {
    checkInitialized();
    if (isUnusable()) {
      throw Errors.valueError("write to closed file");
    }
  }

  final void enter() {
    if (lock.isHeldByCurrentThread()) {
      throw Errors.runtimeError("reentrant call inside %s", Objects.repr(this));
    }
    lock.lock();
  }

  final void leave() {
    lock.unlock();
  }

  final void free() {
    freed = true;
    isClosedNow();
    in.free();
    out.free();
  }

  final PyObject detachRaw() {
    PyObject old = raw;
    raw = null;
    direct = null;
    in.free();
    out.free();
    detached = true;
    initialized = false;
    isClosedNow();
    if (old instanceof PyFileIO file && !file.isClosed()) {
      file.closeWhenDropped();
    }
    return old;
  }

  // ---- the raw stream

  /** Reads from the raw stream; 0 at the end, -1 when nothing is there yet. */
  private int rawRead(byte[] target, int from, int length) {
    int count;
    if (direct != null) {
      count = direct.readInto(target, from, length);
    } else {
      count = rawReadInto(target, from, length);
    }
    if (count > 0 && rawPosition >= 0) {
      rawPosition += count;
    }
    return count;
  }

  private int rawReadInto(byte[] target, int from, int length) {
    byte[] part = from == 0 && length == target.length ? target : new byte[length];
    PyMemoryView view = PyMemoryView.of(PyByteArray.of(part));
    PyObject answer;
    try {
      answer = Streams.call(raw, Streams.READINTO, view);
    } finally {
      release(view);
    }
    if (answer == PyNone.NONE) {
      return -1;
    }
    long count = checkCount(answer, length, "readinto");
    if (part != target) {
      System.arraycopy(part, 0, target, from, (int) count);
    }
    return (int) count;
  }

  /** The raw stream may have kept a view of its own; then it keeps the memory too. */
  private static void release(PyMemoryView view) {
    try {
      view.release();
    } catch (PyException e) {
      if (!e.is(PyExceptions.BufferError)) {
        throw e;
      }
    }
  }

  private static long checkCount(PyObject answer, int length, String method) {
    long count;
    try {
      count = Arguments.toLong(answer);
    } catch (PyException e) {
      PyException error = invalidCount(method, -1, length);
      if (!e.is(PyExceptions.TypeError)) {
        throw error;
      }
      error = Errors.make(PyExceptions.OSError, "raw %s() failed", method);
      error.value().setCause(e.value());
      throw error;
    }
    if (count < 0 || count > length) {
      throw invalidCount(method, count, length);
    }
    return count;
  }

  private static PyException invalidCount(String method, long count, int length) {
    return Errors.make(
        PyExceptions.OSError,
        "raw %s() returned invalid length %d (should have been between 0 and %d)",
        method, count, length);
  }

  private int rawWrite(byte[] source, int from, int length) {
    int count;
    if (direct != null) {
      count = direct.writeFrom(source, from, length);
    } else {
      PyMemoryView view =
          PyMemoryView.of(
              org.krait.runtime.types.PyBytes.of(Arrays.copyOfRange(source, from, from + length)));
      PyObject answer;
      try {
        answer = Streams.call(raw, Streams.WRITE, view);
      } finally {
        release(view);
      }
      count = answer == PyNone.NONE ? -1 : (int) checkCount(answer, length, "write");
    }
    if (count > 0 && rawPosition >= 0) {
      rawPosition += count;
    }
    return count;
  }

  final long rawTell() {
    long position =
        direct != null
            ? direct.moveTo(0, 1)
            : Streams.offset(Streams.call(raw, Streams.TELL));
    return rawPosition = checkPosition(position);
  }

  private long rawSeek(long offset, int whence) {
    long position =
        direct != null
            ? direct.moveTo(offset, whence)
            : Streams.offset(
                org.krait.runtime.Attributes.get(raw, Streams.SEEK)
                    .call(PyLong.of(offset), PyLong.of(whence)));
    return rawPosition = checkPosition(position);
  }

  private static long checkPosition(long position) {
    if (position < 0) {
      throw Errors.make(
          PyExceptions.OSError, "Raw stream returned invalid position %d", position);
    }
    return position;
  }

  // ---- reading, with the lock held

  private int fill() {
    byte[] room = in.room(size);
    int count = rawRead(room, 0, size);
    in.end = Math.max(count, 0);
    return count;
  }

  /** Up to {@code count} bytes, fewer at the end of the file; null when none are there yet. */
  final byte[] read(int count) {
    if (count <= in.available()) {
      return in.take(count);
    }
    flushWrites();
    byte[] result = new byte[capacity(count)];
    int length = in.take(result, 0, count);
    while (length < count) {
      if (length == result.length) {
        result = Arrays.copyOf(result, (int) Math.min(count, length * 2L));
      }
      int got = readMore(result, length, Math.min(count, result.length) - length, size);
      if (got <= 0) {
        if (got < 0 && length == 0) {
          return null;
        }
        break;
      }
      length += got;
    }
    return length == result.length ? result : Arrays.copyOf(result, length);
  }

  /** A program may ask for far more than there is. */
  private int capacity(int count) {
    return count <= GROWTH_LIMIT ? count : Math.max(GROWTH_LIMIT, in.available());
  }

  /** Reads straight into the target when {@code much} is wanted, else by way of the buffer. */
  private int readMore(byte[] target, int from, int wanted, int much) {
    if (in.available() > 0) {
      // The buffer was filled when less was wanted: the target grows as bytes come.
      return in.take(target, from, wanted);
    }
    if (wanted >= much) {
      in.clear();
      return rawRead(target, from, wanted - wanted % size);
    }
    int count = fill();
    return count <= 0 ? count : in.take(target, from, wanted);
  }

  /** What is left in the buffer, and once from the raw stream when that is nothing. */
  final byte[] read1(int count) {
    if (count == 0) {
      return new byte[0];
    }
    int have = in.available();
    if (have > 0) {
      return in.take(Math.min(have, count));
    }
    flushWrites();
    in.clear();
    byte[] result = new byte[count];
    int got = Math.max(rawRead(result, 0, count), 0);
    return got == count ? result : Arrays.copyOf(result, got);
  }

  /** Everything up to the end; null when nothing is there yet. */
  final byte[] readAll() {
    byte[] ahead = in.take(in.available());
    rewind();
    byte[] rest = direct != null ? FileIOMethods.readAll(direct) : RawContent.readAll(raw);
    rawPosition = -1;
    if (ahead.length == 0) {
      return rest;
    }
    if (rest == null || rest.length == 0) {
      return ahead;
    }
    byte[] all = Arrays.copyOf(ahead, ahead.length + rest.length);
    System.arraycopy(rest, 0, all, ahead.length, rest.length);
    return all;
  }

  /** Fills an array; how many bytes, or -1 when none are there yet. */
  final int readInto(byte[] target, int from, int length, boolean once) {
    int done = in.take(target, from, length);
    if (done == length) {
      return done;
    }
    flushWrites();
    if (once) {
      return readOnce(target, from, done, length);
    }
    while (done < length) {
      int got = readMore(target, from + done, length - done, size + 1);
      if (got <= 0) {
        return got < 0 && done == 0 ? -1 : done;
      }
      done += got;
    }
    return done;
  }

  /** The rest of {@link #readInto} with one read at most, and none behind read-ahead unless for much. */
  private int readOnce(byte[] target, int from, int done, int length) {
    int rest = length - done;
    if (rest <= size && done > 0) {
      return done;
    }
    int got;
    if (rest > size) {
      in.clear();
      got = rawRead(target, from + done, rest);
    } else {
      got = fill();
      got = got <= 0 ? got : in.take(target, from + done, rest);
    }
    return got < 0 && done == 0 ? -1 : done + Math.max(got, 0);
  }

  final byte[] peek() {
    flushWrites();
    if (in.available() == 0) {
      fill();
    }
    return Arrays.copyOfRange(in.bytes, in.at, in.end);
  }

  final byte[] readLine(long limit) {
    int most = limit < 0 ? Integer.MAX_VALUE : (int) Math.min(limit, Integer.MAX_VALUE);
    int length = in.lineLength(most);
    if (length >= 0) {
      return in.take(length);
    }
    if (in.available() >= most) {
      return in.take(most);
    }
    return longLine(most);
  }

  private byte[] longLine(int most) {
    byte[] line = in.take(in.available());
    flushWrites();
    while (line.length < most && fill() > 0) {
      int rest = most - line.length;
      int length = in.lineLength(rest);
      int count = length >= 0 ? length : Math.min(rest, in.available());
      int old = line.length;
      line = Arrays.copyOf(line, old + count);
      in.take(line, old, count);
      if (length >= 0) {
        break;
      }
    }
    return line;
  }

  // ---- writing, with the lock held

  final int write(byte[] source, int from, int length) {
    dropReadAhead();
    if (length <= out.room(size)) {
      out.append(source, from, length, size);
      return length;
    }
    int done = 0;
    try {
      flushWrites();
    } catch (PyException e) {
      if (!e.is(PyExceptions.BlockingIOError)) {
        throw e;
      }
      done = Math.min(out.room(size), length);
      out.append(source, from, done, size);
      if (done == length) {
        return length;
      }
      throw Streams.wouldBlock(done);
    }
    return writeLong(source, from, length);
  }

  private int writeLong(byte[] source, int from, int length) {
    int done = 0;
    while (length - done > size) {
      int count = rawWrite(source, from + done, length - done);
      if (count < 0) {
        out.append(source, from + done, size, size);
        throw Streams.wouldBlock(done + size);
      }
      done += count;
    }
    out.append(source, from + done, length - done, size);
    return length;
  }

  private void flushWrites() {
    if (out.count() > 0) {
      out.flush(sink);
    }
  }

  private void dropReadAhead() {
    int ahead = in.available();
    in.clear();
    if (ahead > 0) {
      rawSeek(-ahead, 1);
    }
  }

  /** Writes what waits, and moves the raw stream to where the program believes to be. */
  final void rewind() {
    flushWrites();
    if (writes()) {
      dropReadAhead();
    }
  }

  // ---- moving, with the lock held

  final long position() {
    return Math.max(rawTell() - in.available() + out.count(), 0);
  }

  final long moveTo(long target, int whence) {
    if (whence != 2 && reads() && out.count() == 0) {
      long current = rawPosition >= 0 ? rawPosition : rawTell();
      long here = current - in.available();
      long offset = whence == 0 ? target - here : target;
      if (offset >= -in.at && offset <= in.available()) {
        in.at += (int) offset;
        return here + offset;
      }
    }
    flushWrites();
    long offset = whence == 1 ? target - in.available() : target;
    long position = rawSeek(offset, whence);
    in.clear();
    return position;
  }
}

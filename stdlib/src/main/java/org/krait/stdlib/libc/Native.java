package org.krait.stdlib.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Memory as C lays it out: strings, arrays of strings, numbers at offsets.
 *
 * <p>Arrays are copied as segments: what the JDK copies arrays themselves with costs a process some milliseconds at
 * its first use (a switch over their types).
 */
public final class Native {
  public static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  public static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
  public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private Native() {}

  /** Bytes and the null byte that ends a C string. */
  public static MemorySegment string(Arena arena, byte[] bytes) {
    MemorySegment memory = arena.allocate(bytes.length + 1L);
    memory.copyFrom(MemorySegment.ofArray(bytes));
    return memory;
  }

  /** The text in ASCII. */
  public static MemorySegment string(Arena arena, String text) {
    return string(arena, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** A copy of bytes, at least one byte long, so that it has an address. */
  public static MemorySegment bytes(Arena arena, byte[] bytes, int from, int length) {
    MemorySegment memory = arena.allocate(Math.max(length, 1), 8);
    MemorySegment.copy(MemorySegment.ofArray(bytes), from, memory, 0, length);
    return memory;
  }

  /** An array of C strings that ends with a null pointer. */
  public static MemorySegment strings(Arena arena, List<byte[]> items) {
    MemorySegment memory = arena.allocate((items.size() + 1) * 8L, 8);
    for (int i = 0; i < items.size(); i++) {
      memory.set(LONG, i * 8L, string(arena, items.get(i)).address());
    }
    return memory;
  }

  /** The first bytes of memory. */
  public static byte[] copy(MemorySegment memory, long from, int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(memory, from, MemorySegment.ofArray(bytes), 0, length);
    return bytes;
  }

  /** The bytes of a C string at an address that C gave; null for the null pointer. */
  public static byte[] stringAt(long address) {
    if (address == 0) {
      return null;
    }
    MemorySegment memory = at(address, Long.MAX_VALUE);
    int length = 0;
    while (memory.get(BYTE, length) != 0) {
      length++;
    }
    return copy(memory, 0, length);
  }

  /** Memory at an address that C gave. */
  public static MemorySegment at(long address, long size) {
    return MemorySegment.ofAddress(address).reinterpret(size);
  }
}

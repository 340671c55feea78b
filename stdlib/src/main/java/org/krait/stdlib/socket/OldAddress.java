package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** {@code inet_aton}, which takes more forms than four numbers. */
final class OldAddress {
  private static final CFunction ATON = new CFunction("inet_aton");

  private OldAddress() {}

  /** Four bytes, or null. */
  static byte[] parse(String text) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(8, 8);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      boolean good = ATON.callInt(Native.string(arena, bytes).address(), room.address()) != 0;
      return good ? Native.copy(room, 0, 4) : null;
    }
  }
}

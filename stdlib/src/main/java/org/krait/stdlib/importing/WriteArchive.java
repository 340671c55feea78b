package org.krait.stdlib.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.PycFile;

/**
 * Writes a {@link CodeArchive}.
 *
 * <p>The file: the magic number, how many numbers and how many bytes the first segment has; the first
 * segment; the others. A segment: its numbers, its bytes. Its first number says where its table of strings
 * stands ({@link SegmentWriter}). In the first segment there follows the index, an open hash table by
 * {@link String#hashCode}: the number of its slots less one, and for each slot the hash and the place of
 * the entry (0: none); in the others, the head of a module.
 *
 * <p>An entry: its name in UTF-8 (place, bytes), its kind, and, of a frozen module, where its head stands;
 * of a text, place and bytes; of a cache, where in the file its segment starts, the segment's numbers and
 * bytes, the sum and the length of the marshalled code.
 */
final class WriteArchive {
  private static final int ENTRY = 8;

  private record Cache(CodeObject code, byte[] stream) {}

  private final Map<String, CodeObject> frozen = new TreeMap<>();
  private final Map<String, byte[]> texts = new TreeMap<>();
  private final Map<String, Cache> caches = new TreeMap<>();

  void addFrozen(String name, CodeObject code) {
    frozen.put(name, code);
  }

  void addText(String name, byte[] text) {
    texts.put(name, text);
  }

  /**
   * Adds a module of the library.
   *
   * @param name of its cache, from the library's folder on
   * @param stream its code as it stands in the cache
   */
  synchronized void addCache(String name, CodeObject code, byte[] stream) {
    caches.put(name, new Cache(code, stream));
  }

  /** Writes the file. */
  void write(Path file) throws IOException {
    Map<String, SegmentWriter> segments = new TreeMap<>();
    for (Map.Entry<String, Cache> each : caches.entrySet()) {
      SegmentWriter segment = new SegmentWriter();
      segment.reserve(1 + SegmentWriter.MODULE_HEAD);
      segment.module(1, each.getValue().code);
      segment.finish();
      segments.put(each.getKey(), segment);
    }
    SegmentWriter first = first(segments);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(3 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(CodeArchive.MAGIC).putInt(first.count()).putInt(first.byteCount());
    out.write(head.array());
    first.writeTo(out);
    for (SegmentWriter segment : segments.values()) {
      segment.writeTo(out);
    }
    Files.createDirectories(file.getParent());
    PycFile.replace(file, out.toByteArray());
  }

  private SegmentWriter first(Map<String, SegmentWriter> segments) {
    SegmentWriter first = new SegmentWriter();
    int entries = frozen.size() + texts.size() + segments.size();
    int slots = Integer.highestOneBit(entries) * 4;
    first.reserve(2 + 2 * slots + ENTRY * entries);
    first.set(1, slots - 1);
    int entry = 2 + 2 * slots;
    for (Map.Entry<String, CodeObject> each : frozen.entrySet()) {
      int at = first.reserve(SegmentWriter.MODULE_HEAD);
      first.module(at, each.getValue());
      entry = enter(first, entry, each.getKey(), CodeArchive.FROZEN, at);
    }
    for (Map.Entry<String, byte[]> each : texts.entrySet()) {
      int at = first.bytes(each.getValue());
      entry = enter(first, entry, each.getKey(), CodeArchive.TEXT, at, each.getValue().length);
    }
    int offsets = entry + 3;
    for (Map.Entry<String, SegmentWriter> each : segments.entrySet()) {
      byte[] stream = caches.get(each.getKey()).stream;
      SegmentWriter segment = each.getValue();
      entry =
          enter(
              first, entry, each.getKey(), CodeArchive.CACHE, 0, segment.count(),
              segment.byteCount(), CodeArchive.sum(stream), stream.length);
    }
    first.finish();
    int offset = 3 * Integer.BYTES + first.size();
    for (SegmentWriter segment : segments.values()) {
      first.set(offsets, offset);
      offsets += ENTRY;
      offset += segment.size();
    }
    return first;
  }

  /** Writes an entry and puts it into the index; where the next one goes. */
  private static int enter(SegmentWriter out, int at, String name, int kind, int... rest) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    out.set(at, out.bytes(text));
    out.set(at + 1, text.length);
    out.set(at + 2, kind);
    for (int i = 0; i < rest.length; i++) {
      out.set(at + 3 + i, rest[i]);
    }
    int mask = out.get(1);
    int slot = name.hashCode() & mask;
    while (out.get(3 + 2 * slot) != 0) {
      slot = slot + 1 & mask;
    }
    out.set(2 + 2 * slot, name.hashCode());
    out.set(3 + 2 * slot, at);
    return at + ENTRY;
  }
}

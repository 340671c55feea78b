package org.krait.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Options;

/**
 * The process's arguments and environment. Java puts U+FFFD where bytes are no UTF-8; Python keeps
 * such a byte as the surrogate U+DC00 + byte (PEP 383), so that the words are read again then.
 */
final class ProcessWords {
  private static final char LOST = '\uFFFD';

  private ProcessWords() {}

  /** The arguments behind the name of the main class. */
  static String[] arguments(String[] args) {
    boolean isDamaged = false;
    for (String arg : args) {
      isDamaged |= isDamaged(arg);
    }
    if (!isDamaged) {
      return args;
    }
    List<String> all = read("/proc/self/cmdline");
    return all.size() < args.length
        ? args
        : all.subList(all.size() - args.length, all.size()).toArray(String[]::new);
  }

  /**
   * The environment, as it was before the launcher changed it: a JVM takes file names in UTF-8 only in
   * a locale that says so.
   */
  static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(System.getenv());
    boolean isDamaged = false;
    for (String value : environment.values()) {
      isDamaged |= isDamaged(value);
    }
    if (isDamaged) {
      environment.clear();
      read("/proc/self/environ").forEach(entry -> enter(entry, environment));
    }
    String hidden = environment.remove(Options.HIDDEN_VARIABLES);
    if (hidden != null) {
      words(HexFormat.of().parseHex(hidden)).forEach(entry -> enter(entry, environment));
    }
    String locale = System.getProperty("krait.lc_all");
    if (locale != null) {
      environment.remove("LC_ALL");
      if (!locale.isEmpty()) {
        environment.put("LC_ALL", locale);
      } else {
        // As CPython does where the C locale only stands for none (PEP 538).
        environment.put("LC_CTYPE", "C.UTF-8");
      }
    }
    return environment;
  }

  private static void enter(String entry, Map<String, String> environment) {
    int equals = entry.indexOf('=', 1);
    if (equals > 0) {
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
  }

  private static boolean isDamaged(String word) {
    return word.indexOf(LOST) >= 0;
  }

  private static List<String> read(String file) {
    try {
      return words(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What ends with a zero each. */
  private static List<String> words(byte[] bytes) {
    List<String> words = new ArrayList<>();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte b : bytes) {
      if (b == 0) {
        words.add(decode(word.toByteArray()));
        word.reset();
      } else {
        word.write(b);
      }
    }
    return words;
  }

  private static String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xDC00 | in.get() & 0xff));
      }
    }
  }
}

package org.krait.stdlib.ssl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blocks of base 64 between lines of dashes (RFC 7468), anything else around them. */
final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /**
   * One block.
   *
   * @param label what stands behind BEGIN
   * @param headers of old encrypted keys
   * @param bytes null when the block is damaged
   */
  record Block(String label, Map<String, String> headers, byte[] bytes) {}

  private Pem() {}

  static List<Block> blocks(byte[] file) {
    return blocks(new String(file, StandardCharsets.ISO_8859_1));
  }

  static List<Block> blocks(String text) {
    List<Block> found = new ArrayList<>();
    int at = 0;
    while ((at = begin(text, at)) >= 0) {
      int lineEnd = text.indexOf('\n', at);
      String line = (lineEnd < 0 ? text.substring(at) : text.substring(at, lineEnd)).stripTrailing();
      if (lineEnd < 0) {
        break;
      }
      if (!line.endsWith(DASHES) || line.length() < BEGIN.length() + DASHES.length()) {
        at = lineEnd;
        continue;
      }
      String label = line.substring(BEGIN.length(), line.length() - DASHES.length());
      int end = text.indexOf("-----END " + label + DASHES, lineEnd);
      if (end < 0) {
        found.add(new Block(label, Map.of(), null));
        break;
      }
      found.add(block(label, text.substring(lineEnd + 1, end)));
      at = end;
    }
    return found;
  }

  /** The next BEGIN at the start of a line. */
  private static int begin(String text, int from) {
    int at = text.indexOf(BEGIN, from);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf(BEGIN, at + 1);
    }
    return at;
  }

  private static Block block(String label, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    int blank = body.indexOf(':') < 0 ? -1 : body.replace("\r", "").indexOf("\n\n");
    String content = body;
    if (blank >= 0) {
      String plain = body.replace("\r", "");
      for (String line : plain.substring(0, blank).split("\n")) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
      }
      content = plain.substring(blank);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(content.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      bytes = null;
    }
    return new Block(label, headers, bytes);
  }

  /** A block as text. */
  static String text(String label, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return BEGIN + label + DASHES + "\n" + body + "\n-----END " + label + DASHES + "\n";
  }
}

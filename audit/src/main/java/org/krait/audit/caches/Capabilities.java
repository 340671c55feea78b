package org.krait.audit.caches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.krait.audit.sinks.AnalyzeBytecode;
import org.krait.audit.sinks.CodeFacts;
import org.krait.bytecode.CodeObject;

/** What code can do, by the names that it has, in lines for the evidence. */
final class Capabilities {
  private static final int MAX_ITEMS = 12;
  private static final int MAX_STRING = 80;

  /** Beginnings of the names of calls, by what they can do. */
  private static final Map<String, List<String>> KINDS = kinds();

  private Capabilities() {}

  private static Map<String, List<String>> kinds() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put(
        "starts processes",
        List.of(
            "os.system", "os.popen", "os.spawn", "os.exec", "os.fork", "os.posix_spawn", "subprocess",
            "pty.", "multiprocessing", "os.kill", "os.startfile"));
    kinds.put(
        "uses the network",
        List.of(
            "socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "ssl",
            "xmlrpc", "telnetlib", "paramiko", "websocket", ".recv", ".sendall", ".urlopen"));
    kinds.put(
        "makes code",
        List.of(
            "exec", "eval", "compile", "marshal", "pickle", "types.CodeType", "types.FunctionType",
            "importlib", "__import__", "runpy", "code."));
    kinds.put("reaches native code", List.of("ctypes", "cffi", "mmap"));
    kinds.put(
        "uses files",
        List.of(
            "open", "os.remove", "os.unlink", "os.rename", "os.chmod", "os.walk", "os.listdir",
            "os.scandir", "shutil", "pathlib", "tempfile", "io.", "glob", ".read_text", ".write_text",
            ".read_bytes", ".write_bytes", ".write"));
    kinds.put(
        "reads the environment", List.of("os.environ", "os.getenv", "getpass", "platform", "keyring"));
    kinds.put(
        "decodes", List.of("base64", "zlib", "binascii", "codecs", "gzip", "bz2", "lzma", ".decode"));
    return kinds;
  }

  /** What a module without a source does. */
  static List<String> of(CodeObject module) {
    return lines(AnalyzeBytecode.of(module, "", "").facts());
  }

  /**
   * What the code does that the source does not.
   *
   * @param module the module's code in the cache
   * @param extra those of its code objects that the source does not have so
   * @param expected the module's code by its source; null when it does not compile
   */
  static List<String> of(
      CodeObject module, Collection<CodeObject> extra, CodeObject expected) {
    AnalyzeBytecode analysis = AnalyzeBytecode.of(module, "", "");
    CodeFacts facts = expected == null ? analysis.facts() : analysis.facts(extra);
    if (expected != null) {
      facts.remove(AnalyzeBytecode.of(expected, "", "").facts());
    }
    return lines(facts);
  }

  private static List<String> lines(CodeFacts facts) {
    List<String> lines = new ArrayList<>();
    add(lines, "imports", facts.imports());
    Set<String> rest = new TreeSet<>(facts.calls());
    KINDS.forEach(
        (kind, beginnings) -> {
          Set<String> calls = new TreeSet<>();
          for (String call : rest) {
            if (beginnings.stream().anyMatch(b -> begins(call, b))) {
              calls.add(call);
            }
          }
          rest.removeAll(calls);
          add(lines, kind, calls);
        });
    add(lines, "calls", rest);
    Set<String> strings = new TreeSet<>();
    for (String text : facts.strings()) {
      if (text.length() > 3) {
        strings.add(text.length() > MAX_STRING ? text.substring(0, MAX_STRING) + "…" : text);
      }
    }
    add(lines, "strings", strings);
    return lines;
  }

  private static boolean begins(String call, String beginning) {
    if (!call.startsWith(beginning)) {
      return false;
    }
    int end = beginning.length();
    boolean ends = beginning.endsWith(".") || end == call.length();
    return ends || !Character.isLetter(call.charAt(end)) || beginning.matches("os\\.(spawn|exec)");
  }

  private static void add(List<String> lines, String title, Set<String> items) {
    if (!items.isEmpty()) {
      String text = String.join(", ", items.stream().limit(MAX_ITEMS).toList());
      lines.add(
          title + ": " + text + (items.size() > MAX_ITEMS ? ", … (" + items.size() + ")" : ""));
    }
  }
}

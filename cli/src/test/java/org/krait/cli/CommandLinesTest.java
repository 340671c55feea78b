package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.krait.stdlib.os.OpenFile;

/**
 * Krait answers command lines as CPython 3.12.1 does: exit code, standard output, standard error.
 *
 * <p>The answers were recorded from CPython. {@code -Dkrait.golden.update=true -Dkrait.oracle=FOLDER}
 * records them anew with the CPython in that folder.
 */
class CommandLinesTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/krait/cli/commands").toAbsolutePath();
  private static final Path ANSWERS = FOLDER.resolve("answers.txt");
  private static final String FILES = FOLDER.resolve("files").toString();
  private static final String SEPARATOR = "================\n";

  @TestFactory
  Stream<DynamicTest> commandLinesAreAnsweredAsByCPython() throws IOException {
    List<CommandCase> cases = CommandCase.read(FOLDER.resolve("cases.txt"), FILES);
    if (Boolean.getBoolean("krait.golden.update")) {
      record(cases);
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (String answer : Files.readString(ANSWERS).split(SEPARATOR)) {
      int end = answer.indexOf("---- ");
      answers.put(answer.substring(0, end), answer.substring(end));
    }
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.title().strip(), () -> assertEquals(answers.get(c.title()), krait(c))));
  }

  private static Map<String, String> environment(CommandCase command) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", "/nonexistent");
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("PYTHONDONTWRITEBYTECODE", "0");
    environment.putAll(command.environment());
    return environment;
  }

  private static String krait(CommandCase command) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    MemoryFile stdout = new MemoryFile();
    MemoryFile stderr = new MemoryFile();
    OpenFile[] files = {
      new MemoryFile(command.input().getBytes(StandardCharsets.UTF_8)), stdout, stderr
    };
    int[] status = {-1};
    Path built = FOLDER.resolve("../../../../../../../../stdlib/target").normalize();
    System.setProperty("krait.home", built.resolve("home").toString());
    System.setProperty(
        "krait.code", built.resolve("classes/org/krait/stdlib/importing/library.code").toString());
    Thread thread =
        new Session.MainThread(
            () ->
                status[0] =
                    Main.run(
                        "/PYTHON",
                        command.words().toArray(String[]::new),
                        environment(command),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        files,
                        new EarlyCompilation()),
            1L << 26);
    thread.start();
    thread.join();
    return answer(
        status[0],
        out.toString(StandardCharsets.UTF_8) + stdout.text(),
        err.toString(StandardCharsets.UTF_8) + stderr.text(),
        "/PYTHON");
  }

  private static String answer(int status, String out, String err, String program) {
    String text = "---- " + status + "\n" + out;
    if (!text.endsWith("\n")) {
      text += "\n";
    }
    text += "---- stderr\n" + err.replaceAll("<frozen runpy>|/[^\"\n]*/runpy.py", "<runpy>");
    if (!text.endsWith("\n")) {
      text += "\n";
    }
    return text.replace(program, "PYTHON")
        .replace(FILES, "@")
        .replace(System.getProperty("user.dir"), "CWD")
        .replaceAll("0x[0-9a-f]+", "0x");
  }

  private static void record(List<CommandCase> cases) throws IOException {
    Path home = Path.of(System.getProperty("krait.oracle"));
    String program = home.resolve("bin/python3.12").toString();
    List<String> answers = new ArrayList<>();
    for (CommandCase command : cases) {
      List<String> words = new ArrayList<>();
      words.add(program);
      words.addAll(command.words());
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().clear();
      builder.environment().putAll(environment(command));
      builder.environment().put("LD_LIBRARY_PATH", home.resolve("lib") + ":" + home);
      builder.environment().putIfAbsent("PYTHONDONTWRITEBYTECODE", "1");
      Path out = Files.createTempFile("krait", ".out");
      Path err = Files.createTempFile("krait", ".err");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().write(command.input().getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      int status;
      try {
        status = process.waitFor();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      answers.add(
          command.title() + answer(status, Files.readString(out), Files.readString(err), program));
      Files.delete(out);
      Files.delete(err);
    }
    Files.writeString(ANSWERS, String.join(SEPARATOR, answers));
  }
}

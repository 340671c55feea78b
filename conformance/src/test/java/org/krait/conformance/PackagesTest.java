package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Programs that use packages of other people print under Krait what they print under CPython.
 *
 * <p>Only with {@code mvn verify -Pextended} ({@code -Dkrait.packages=true}; {@code
 * -Dkrait.packages.only=TEXT} for some). The first line of each program in {@code src/test/packages} names
 * Debian's packages; {@code apt-get download} brings them and {@code dpkg -x} unpacks them under {@code
 * target/packages}; nothing is installed. A program whose packages cannot be had is skipped.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PackagesTest {
  private static final Path PROGRAMS = Path.of("src/test/packages").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/packages").toAbsolutePath();
  private static final String HEADER = "# packages:";

  private record Outcome(String output, String errors, int status) {}

  @TestFactory
  Stream<DynamicTest> programsPrintWhatTheyPrintUnderCPython() throws IOException {
    assumeTrue(Boolean.getBoolean("krait.packages"), "packages of others are tried with -Pextended only");
    String only = System.getProperty("krait.packages.only", "");
    List<Path> programs;
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      programs = files.filter(file -> file.getFileName().toString().contains(only)).sorted().toList();
    }
    return programs.stream()
        .map(program -> DynamicTest.dynamicTest(program.getFileName().toString(), () -> compare(program)));
  }

  private static void compare(Path program) throws Exception {
    List<String> places = new ArrayList<>();
    String header = Files.readAllLines(program).getFirst();
    assertEquals(HEADER, header.substring(0, HEADER.length()), program + " names no packages");
    for (String name : header.substring(HEADER.length()).strip().split(" +")) {
      if (!name.isEmpty()) {
        places.add(unpacked(name).resolve("usr/lib/python3/dist-packages").toString());
      }
    }
    String path = String.join(":", places);
    ProcessBuilder oracle = Oracle.find().process("-s", program.toString());
    ProcessBuilder krait = new ProcessBuilder(FOLDER.resolve("../../../krait").normalize().toString(), "-s", program.toString());
    Outcome expected = run(oracle, path);
    assertEquals(0, expected.status(), expected.errors());
    Outcome found = run(krait, path);
    assertEquals(expected.output(), found.output(), found.errors());
    assertEquals(0, found.status(), found.errors());
  }

  private static Outcome run(ProcessBuilder builder, String path) throws IOException, InterruptedException {
    builder.environment().put("PYTHONPATH", path);
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Path out = Files.createTempFile("krait", ".out");
    Path errors = Files.createTempFile("krait", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(300, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + builder.command());
      }
      return new Outcome(Files.readString(out), Files.readString(errors), process.exitValue());
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }

  /** The folder with a package's files, fetched and unpacked when it is not there yet. */
  private static Path unpacked(String name) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path archives = Files.createDirectories(FOLDER.resolve("archives"));
    boolean isFetched =
        tell(archives, "apt-get", "-q", "download", name)
            || tell(archives, "apt-get", "-q", "update") && tell(archives, "apt-get", "-q", "download", name);
    assumeTrue(isFetched, "the package " + name + " cannot be fetched: see " + archives.resolve("log"));
    Path archive;
    try (Stream<Path> files = Files.list(archives)) {
      archive = files.filter(file -> file.getFileName().toString().startsWith(name + "_")).findFirst().orElseThrow();
    }
    Path made = FOLDER.resolve(name + ".new");
    assumeTrue(tell(archives, "dpkg", "-x", archive.toString(), made.toString()), "dpkg cannot unpack " + archive);
    return Files.move(made, folder);
  }

  /** Whether a command ended well; what it said is kept. */
  private static boolean tell(Path folder, String... command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

package org.krait.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.krait.stdlib.importing.PrepareLibrary;

/**
 * The last step of the build: what makes a start quick.
 *
 * <p>Writes under {@code target/krait} of the checkout one archive of all rooms ({@code krait.jar}, not
 * compressed) but for the line editor ({@code prompt.jar}), the Java machine that made it ({@code java}), its
 * AOT cache ({@code krait.aot}), by a run of the training program, a smaller one for commands of one line ({@code
 * line.aot}), and one without profiles for what is short and for tests ({@code short.aot}); and compiles the Python
 * library. Each is made again only when the classes it depends on have changed. The launcher does without whatever
 * is missing.
 */
public final class Assemble {
  /** The rooms whose classes make the command, in the order of the build. */
  private static final List<String> ROOMS =
      List.of("constants", "syntax", "bytecode", "compiler", "audit", "runtime", "jit", "stdlib", "cli");

  /** The rooms that decide what Python source is compiled to. */
  private static final List<String> COMPILER = List.of("constants", "syntax", "bytecode", "compiler");

  /** What the library is prepared by. */
  private static final List<String> PREPARATION =
      List.of(
          "documentation.py", "patterns.py", "WriteDocumentation.class", "WritePatterns.class", "PrepareLibrary.class",
          "FrozenEntry.class",
          "WriteArchive.class", "SegmentWriter.class");

  /** The library's code; first in the archive of all rooms, where it is found without looking. */
  private static final String ARCHIVE = "org/krait/stdlib/importing/library.code";

  private static final long TRAINING_SECONDS = 400;

  private final Path root;
  private final Path made;

  private Assemble(Path root) {
    this.root = root;
    this.made = root.resolve("target").resolve("krait");
  }

  /** Takes the folder of the checkout. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Assemble(Path.of(args[0]).toAbsolutePath().normalize()).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(made);
    Path home = root.resolve("stdlib").resolve("target").resolve("home");
    Path library = home.resolve("lib").resolve("python3.12");
    Path stdlib = root.resolve("stdlib/target/classes");
    String compiler =
        fingerprint(classes(COMPILER)) + library.toFile().lastModified() + contents(stdlib, PREPARATION);
    if (!isCurrent("library.stamp", compiler) || !Files.exists(stdlib.resolve(ARCHIVE))) {
      PrepareLibrary.prepare(library, home.resolveSibling("cpython"), stdlib);
      stamp("library.stamp", compiler);
    }
    Map<String, Path> classes = classes(ROOMS);
    Path options = root.resolve("cli/src/main/launch/java.options");
    Path training = root.resolve("cli/src/main/launch/training.py");
    Path line = root.resolve("cli/src/main/launch/training_line.py");
    Path brief = root.resolve("cli/src/main/launch/training_short.py");
    Path shared = root.resolve("cli/src/main/launch/training_elsewhere.py");
    String all =
        fingerprint(classes)
            + options.toFile().lastModified()
            + training.toFile().lastModified()
            + line.toFile().lastModified()
            + brief.toFile().lastModified()
            + shared.toFile().lastModified();
    if (isCurrent("jar.stamp", all) && Files.exists(made.resolve("krait.jar"))) {
      return;
    }
    Path jar = made.resolve("krait.jar");
    Files.deleteIfExists(made.resolve("krait.aot"));
    Files.deleteIfExists(made.resolve("line.aot"));
    Files.deleteIfExists(made.resolve("short.aot"));
    Map<String, Path> prompt = new TreeMap<>(classes);
    prompt.keySet().removeIf(name -> !isPrompt(name));
    classes.keySet().removeIf(Assemble::isPrompt);
    writeJar(jar, classes);
    writeJar(made.resolve("prompt.jar"), prompt);
    write(made.resolve("java"), ProcessHandle.current().info().command().orElse("java") + "\n");
    // An option, so that the reader of options is among what is kept.
    List<String> profiles = new ArrayList<>(LONG_PROFILES);
    profiles.add("-XX:CompileCommandFile=" + writeCommands(classes.keySet()));
    train("krait.aot", jar, home, options, profiles, List.of("-X", "faulthandler", "-B", training.toString()));
    // The options are those that programs give to lines, tests above all.
    train("line.aot", jar, home, options, List.of(FIRST_COMPILER),
        List.of("-X", "faulthandler", "-W", "default", line.toString()));
    train("short.aot", jar, home, options, List.of(FIRST_COMPILER),
        List.of("-X", "faulthandler", "-B", brief.toString()));
    stamp("jar.stamp", all);
  }

  /** The files of some rooms, by their names in the archive. */
  private Map<String, Path> classes(List<String> rooms) throws IOException {
    Map<String, Path> found =
        new TreeMap<>(
            // Tables stand behind it (ResourceFile).
            Comparator.comparing((String name) -> !name.equals(ARCHIVE))
                .thenComparing(name -> name.endsWith(".class"))
                .thenComparing(Comparator.naturalOrder()));
    for (String room : rooms) {
      Path folder = root.resolve(room).resolve("target").resolve("classes");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(Files::isRegularFile)
              .forEach(file -> found.put(name(folder, file), file));
        }
      }
    }
    found.remove("module-info.class");
    return found;
  }

  /** Whether only a terminal's line editor needs a file. */
  private static boolean isPrompt(String name) {
    return name.startsWith("org/krait/cli/prompt/") || name.startsWith("META-INF/services/");
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static String fingerprint(Map<String, Path> files) throws IOException {
    CRC32 sum = new CRC32();
    for (Map.Entry<String, Path> each : files.entrySet()) {
      BasicFileAttributes facts = Files.readAttributes(each.getValue(), BasicFileAttributes.class);
      String line = each.getKey() + " " + facts.size() + " " + facts.lastModifiedTime().toMillis();
      sum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return files.size() + " files " + Long.toHexString(sum.getValue()) + " ";
  }

  /** The sum of what some files of the room for imports hold. */
  private static String contents(Path classes, List<String> names) throws IOException {
    CRC32 sum = new CRC32();
    for (String name : names) {
      sum.update(Files.readAllBytes(classes.resolve(ARCHIVE).resolveSibling(name)));
    }
    return " " + Long.toHexString(sum.getValue());
  }

  private boolean isCurrent(String stamp, String fingerprint) throws IOException {
    Path file = made.resolve(stamp);
    return Files.exists(file) && Files.readString(file).equals(fingerprint);
  }

  private void stamp(String name, String fingerprint) throws IOException {
    write(made.resolve(name), fingerprint);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  /** Beside the old archive and then in its place: it may be in use. */
  private static void writeJar(Path jar, Map<String, Path> files) throws IOException {
    Path draft = jar.resolveSibling(jar.getFileName() + ".new");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, Path> each : files.entrySet()) {
        byte[] data = Files.readAllBytes(each.getValue());
        CRC32 sum = new CRC32();
        sum.update(data);
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setSize(data.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
      }
    }
    Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The launcher gives it to commands of one line, and to what is short. */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  /**
   * What a method's profile misses is compiled as if it never happened, and again when it does: the second
   * tier comes ten times later than usual, so that profiles see more of the training program, and so that it is
   * there at once only for what is hot in all programs. The interpreter's loop runs more often than anything else;
   * of the classes that write class files, the second compiler takes longer than they run.
   */
  private static final List<String> LONG_PROFILES =
      List.of("-XX:Tier4InvocationThreshold=60000", "-XX:Tier4MinInvocationThreshold=7200",
          "-XX:Tier4CompileThreshold=180000", "-XX:Tier4BackEdgeThreshold=480000",
          "-Dkrait.jit.heat=12000",
          "-Dkrait.compiler.steps=1",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,org.krait.runtime.execution.Switch::loop,5.0",
          "-XX:CompileCommand=CompileThresholdScaling,java.lang.classfile.*::*,4.0",
          "-XX:CompileCommand=CompileThresholdScaling,jdk.internal.classfile.*::*,4.0");

  /**
   * The classes of which no profiles are kept, but for those in {@link #INTERPRETER}: what objects and their operations
   * meet is another thing in each program, and machine code that has learnt of more than a program does is a tenth
   * slower for as long as it runs. (A branch that was taken in training alone keeps every new instance from living in
   * registers, if it passes the instance on.)
   */
  private static final Pattern OBJECTS =
      Pattern.compile(
          "org/krait/(runtime|stdlib/(array|bisect|builtins|collections|functools|heapq|itertools|math|operator))/.*");

  /** What all programs do alike, in the runtime: reading code and going through it, classes and modules in the making. */
  private static final Pattern INTERPRETER =
      Pattern.compile(
          "org/krait/runtime/(execution/(AttributeCache|BindArguments|Calls|Code|Execute|Globals|Instructions|Instrument"
              + "|Line|LoadCode|MakeFunction|Profile|PyCode|StackShapes|Switch|Tiering|Unwinding|Variables|VerifyCode)"
              + "|Arguments|BuiltinTable|ClassCreation|Documentation|Errors|GlobalCell|Interpreter|MethodResolution|ModuleTable"
              + "|NativeModule|Options|Signature|SimpleTypeTable|Subclasses|ThreadState|TypeTable).*");

  /** Writes the compiler commands of the training run: no profiles of {@link #OBJECTS}, neither compiled nor inlined. */
  private Path writeCommands(Set<String> classes) throws IOException {
    StringBuilder commands = new StringBuilder("quiet\n");
    for (String name : classes) {
      if (name.endsWith(".class") && OBJECTS.matcher(name).matches() && !INTERPRETER.matcher(name).matches()) {
        String methods = name.substring(0, name.length() - ".class".length()).replace('/', '.') + "::*";
        commands.append("exclude,").append(methods).append('\n');
        // Or the JVM's interpreter would begin a profile.
        commands.append("CompileThresholdScaling,").append(methods).append(",1000000.0\n");
      }
    }
    Path file = made.resolve("training.commands");
    Files.writeString(file, commands);
    return file;
  }

  /**
   * Runs a training program; without the cache starts are slower, and that is all.
   *
   * @param name of the cache
   * @param more options of the Java machine
   * @param words Krait's command line
   */
  private void train(
      String name, Path jar, Path home, Path options, List<String> more, List<String> words)
      throws IOException, InterruptedException {
    Path cache = made.resolve(name + ".new");
    List<String> command = new ArrayList<>();
    command.add(Files.readString(made.resolve("java")).strip());
    command.add("@" + options);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(more);
    command.add("-Dkrait.home=" + home);
    command.add("-Xbootclasspath/a:" + jar);
    command.add("-cp");
    command.add(jar.toString());
    command.add("org.krait.cli.Main");
    command.addAll(words);
    File log = made.resolve(name + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(key -> key.startsWith("PYTHON"));
    builder.redirectErrorStream(true).redirectOutput(log).redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      System.err.println("krait: the training program failed; see " + log);
    }
    if (!Files.exists(cache)) {
      System.err.println("krait: no AOT cache was made (starts will be slower); see " + log);
      return;
    }
    Files.move(
        cache,
        made.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}

package org.krait.generators;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small programs of annotated classes against stand-ins for the runtime. */
final class Compilation {
  private static Path standIns;

  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  private final Path output;

  /**
   * Compiles.
   *
   * @param output a directory for classes and generated sources
   * @param sources whole compilation units; the first public class names the file
   */
  Compilation(Path output, String... sources) throws IOException {
    this.output = output;
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      String name = source.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
      String packageName = source.replaceFirst("(?s)^package ([\\w.]+);.*", "$1");
      files.add(new Source(packageName.replace('.', '/') + "/" + name + ".java", source));
    }
    compile(files, annotations() + File.pathSeparator + standIns());
  }

  private Compilation(Path output) throws IOException {
    this.output = output;
    compile(standInSources(), annotations());
  }

  private void compile(List<JavaFileObject> files, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var task =
        compiler.getTask(
            null,
            null,
            diagnostics,
            List.of("-d", output.toString(), "-Xlint:-options", "-cp", classPath),
            null,
            files);
    task.setProcessors(List.of(new BuiltinsProcessor()));
    task.call();
  }

  private static String annotations() {
    URL place = org.krait.annotations.Method.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(place.toString())).toString();
  }

  /** The directory of the compiled stand-ins, which all compilations share. */
  private static synchronized Path standIns() throws IOException {
    if (standIns == null) {
      Path directory = Files.createTempDirectory("krait-standins");
      Compilation compilation = new Compilation(directory);
      if (!compilation.errors().isEmpty()) {
        throw new IllegalStateException(compilation.errors().toString());
      }
      standIns = directory;
    }
    return standIns;
  }

  private static List<JavaFileObject> standInSources() throws IOException {
    try (InputStream in = Compilation.class.getResourceAsStream("runtime-standins.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<JavaFileObject> files = new ArrayList<>();
      for (String file : text.split("(?m)^--- ")) {
        int end = file.indexOf('\n');
        String path = file.substring(0, end);
        if (path.endsWith(".java")) {
          files.add(new Source(path, file.substring(end + 1)));
        }
      }
      return files;
    }
  }

  /** The messages of errors. */
  List<String> errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(null))
        .toList();
  }

  /** A new object of a compiled class. */
  Object make(String className) throws ReflectiveOperationException, IOException {
    var loader = new URLClassLoader(
            new URL[] {output.toUri().toURL(), standIns().toUri().toURL()}, null);
    return loader.loadClass(className).getConstructor().newInstance();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

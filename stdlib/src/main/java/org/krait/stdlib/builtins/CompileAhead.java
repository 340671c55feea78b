package org.krait.stdlib.builtins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.TacitCompiler;
import org.krait.runtime.Interpreter;
import org.krait.stdlib.os.Paths;

/**
 * Compiles the next files of a folder on another thread while a program compiles one after the other, as
 * {@code compileall} does.
 *
 * <p>A result is used only for the very bytes, name and options that it was made of, and only when there
 * was nothing to say about the source, so that nobody can tell but by the clock. Nothing is done before
 * a few files have been compiled in the order of their names.
 */
final class CompileAhead {
  /** So many files in order before the next ones are read. */
  private static final int FAITH = 3;

  private static final int AHEAD = 2;
  private static final long STACK = 64L << 20;
  private static final long IDLE_SECONDS = 2;

  private final boolean enabled = Runtime.getRuntime().availableProcessors() > 1;
  private final Map<Path, Folder> folders = new HashMap<>();
  private final Map<String, FutureTask<Result>> results = new HashMap<>();
  private Path lastFolder;
  private int inOrder;
  private ThreadPoolExecutor worker;

  private CompileAhead() {}

  static CompileAhead of(Interpreter interpreter) {
    return interpreter.service(CompileAhead.class, i -> new CompileAhead());
  }

  /** The sources of a folder in order, and how far the program has come. */
  private static final class Folder {
    private final List<String> names;
    private int last = -1;

    Folder(List<String> names) {
      this.names = names;
    }
  }

  /** What became of a file; the code is null when it has to be compiled again, to hear what is wrong. */
  private record Result(byte[] source, CompileOptions options, CodeObject code) {}

  /** The code of a source if it is there already, or null; then goes on with the files behind it. */
  synchronized CodeObject take(byte[] source, String filename, CompileOptions options) {
    if (!enabled || !filename.endsWith(".py") || !filename.startsWith("/")) {
      return null;
    }
    CodeObject code = null;
    FutureTask<Result> task = results.remove(filename);
    if (task != null) {
      code = result(task, source, options);
    }
    Path file = Paths.orNull(filename);
    if (file != null) {
      follow(file, options);
    }
    return code;
  }

  private static CodeObject result(
      FutureTask<Result> task, byte[] source, CompileOptions options) {
    try {
      Result result = task.get();
      boolean fits = result.options.equals(options) && Arrays.equals(result.source, source);
      return fits ? result.code : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      return null;
    }
  }

  private void follow(Path file, CompileOptions options) {
    Path parent = file.getParent();
    Folder folder = folders.get(parent);
    if (folder == null) {
      // Imports jump from folder to folder: those are not listed.
      if (!parent.equals(lastFolder) && inOrder < FAITH) {
        lastFolder = parent;
        return;
      }
      folder = new Folder(sources(parent));
      folders.put(parent, folder);
    }
    lastFolder = parent;
    int at = folder.names.indexOf(file.getFileName().toString());
    inOrder = at == folder.last + 1 || folder.last < 0 ? inOrder + 1 : 0;
    folder.last = at;
    if (at < 0 || inOrder < FAITH) {
      return;
    }
    int end = Math.min(folder.names.size(), at + 1 + AHEAD);
    for (String name : folder.names.subList(at + 1, end)) {
      String path = parent.resolve(name).toString();
      if (!results.containsKey(path)) {
        FutureTask<Result> task = new FutureTask<>(() -> compile(path, options));
        results.put(path, task);
        worker().execute(task);
      }
    }
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Result compile(String path, CompileOptions options) throws IOException {
    byte[] source = Files.readAllBytes(Path.of(path));
    return new Result(source, options, TacitCompiler.orNull(source, path, options));
  }

  private ThreadPoolExecutor worker() {
    if (worker == null) {
      worker =
          new ThreadPoolExecutor(
              1,
              1,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(1 << 10),
              body -> {
                Thread thread = new Thread(null, body, "Krait compiles ahead", STACK);
                thread.setDaemon(true);
                return thread;
              },
              new ThreadPoolExecutor.CallerRunsPolicy());
      worker.allowCoreThreadTimeOut(true);
    }
    return worker;
  }
}

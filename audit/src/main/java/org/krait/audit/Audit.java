package org.krait.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.krait.audit.files.FileKinds;
import org.krait.audit.files.FileTree;
import org.krait.audit.files.ReadArchive;
import org.krait.audit.files.ReadFolder;
import org.krait.audit.files.Trouble;

/** Audits folders, files and archives: the entry for Java programs. */
public final class Audit {
  /** Hears how far an audit is. */
  public interface Listener {
    Listener NONE = new Listener() {};

    /** So many files more are going to be examined. */
    default void expect(int files) {}

    /** A file has been examined. */
    default void done(String path) {}
  }

  private final AuditOptions options;
  private final Listener listener;
  private final AuditResults results;

  private Audit(AuditOptions options, Listener listener) {
    this.options = options;
    this.listener = listener;
    this.results = new AuditResults(options);
  }

  /** Audits the paths; whatever is wrong with them is in the report. */
  public static AuditReport run(List<Path> paths, AuditOptions options, Listener listener) {
    Audit audit = new Audit(options, listener);
    try (AuditTree workers = new AuditTree(options, listener, audit.results)) {
      for (Path path : paths) {
        audit.path(path, workers);
      }
    }
    return audit.results.report();
  }

  private void path(Path path, AuditTree workers) {
    try {
      if (Files.isDirectory(path)) {
        FileTree tree = ReadFolder.read(path, options.limits());
        workers.audit(tree, false);
        archives(tree, path, workers, 1);
      } else if (FileKinds.isArchive(path.getFileName().toString())) {
        try (ReadArchive archive =
            ReadArchive.open(
                path, path.toString(), path.getFileName() + "!/", options)) {
          archive(archive.tree(), workers, 1);
        }
      } else if (Files.isRegularFile(path)) {
        workers.audit(ReadFolder.readOne(path, options.limits()), true);
      } else {
        results.unread(path.toString(), Files.exists(path) ? "not a file" : "no such file");
      }
    } catch (IOException e) {
      results.unread(path.toString(), Trouble.of(e));
    }
  }

  private void archive(FileTree tree, AuditTree workers, int depth) {
    results.count("archives");
    workers.audit(tree, false);
    archives(tree, null, workers, depth + 1);
  }

  /** Audits the archives of a tree: of a folder on disk, or of an archive when there is none. */
  private void archives(FileTree tree, Path folder, AuditTree workers, int depth) {
    for (String path : new ArrayList<>(tree.archives())) {
      String shown = tree.shown(path);
      if (results.isExcluded(path)) {
        continue;
      }
      if (depth > options.limits().nesting()) {
        results.unread(shown, "archives within archives more than " + (depth - 1) + " deep");
        continue;
      }
      listener.expect(1);
      try (ReadArchive archive = open(tree, path, folder)) {
        archive(archive.tree(), workers, depth);
      } catch (IOException e) {
        results.unread(shown, Trouble.of(e));
      }
      listener.done(shown);
    }
  }

  private ReadArchive open(FileTree tree, String path, Path folder) throws IOException {
    String shown = tree.shown(path);
    String anchor = tree.anchored(path) + "!/";
    return folder != null
        ? ReadArchive.open(folder.resolve(path), shown, anchor, options)
        : ReadArchive.open(
            tree.files().get(path).read(), tree.files().get(path).name(), shown, anchor, options);
  }
}

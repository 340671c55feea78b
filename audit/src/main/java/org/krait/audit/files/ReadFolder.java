package org.krait.audit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/** Makes the tree of a folder on disk. Links to folders are not followed, which is remarked. */
public final class ReadFolder {
  private final Path root;
  private final Limits limits;
  private final FileTree tree;

  private ReadFolder(Path root, String name, Limits limits) {
    this.root = root;
    this.limits = limits;
    this.tree = new FileTree(name, "", FileTree.Kind.FOLDER);
  }

  public static FileTree read(Path root, Limits limits) throws IOException {
    Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
    ReadFolder reader = new ReadFolder(start, root.toString(), limits);
    Files.walkFileTree(start, reader.new Visitor());
    return reader.tree;
  }

  /**
   * The tree of one file: a source with its caches, a cache with its source, or an archive's place.
   *
   * @param file a regular file
   */
  public static FileTree readOne(Path file, Limits limits) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean inCache = folder.endsWith("__pycache__");
    Path shown = file.getParent() == null ? Path.of(".") : file.getParent();
    if (inCache) {
      folder = folder.getParent();
      shown = shown.getParent() == null ? Path.of("..") : shown.getParent();
    }
    ReadFolder reader = new ReadFolder(shown, shown.toString(), limits);
    String name = file.getFileName().toString();
    if (FileKinds.isArchive(name)) {
      reader.file(file, attributes(file));
      return reader.tree;
    }
    String stem = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    for (Path place : new Path[] {shown, shown.resolve("__pycache__")}) {
      if (!Files.isDirectory(place)) {
        continue;
      }
      try (var list = Files.newDirectoryStream(place, stem + ".*")) {
        for (Path sibling : list) {
          boolean isCache = FileKinds.isCache(sibling.getFileName().toString());
          boolean wanted = sibling.getFileName().toString().equals(name) || !inCache || !isCache;
          if (wanted && Files.isRegularFile(sibling)) {
            reader.file(sibling, attributes(sibling));
          }
        }
      }
    }
    return reader.tree;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Files.readAttributes(file, PosixFileAttributes.class);
    } catch (UnsupportedOperationException e) {
      return Files.readAttributes(file, BasicFileAttributes.class);
    }
  }

  private static int mode(BasicFileAttributes attributes) {
    if (!(attributes instanceof PosixFileAttributes posix)) {
      return -1;
    }
    int mode = 0;
    for (PosixFilePermission permission : posix.permissions()) {
      mode |= 0400 >> permission.ordinal();
    }
    return mode;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private void file(Path file, BasicFileAttributes attributes) {
    FileEntry.Content content =
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) limits.file() + 1);
            if (bytes.length > limits.file()) {
              throw new TooMuch("greater than " + limits.file() + " bytes");
            }
            return bytes;
          }
        };
    tree.add(
        new FileEntry(
            relative(file),
            attributes.size(),
            Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L),
            mode(attributes),
            content));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (!folder.equals(root)) {
        tree.folders().put(relative(folder), mode(ReadFolder.attributes(folder)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isSymbolicLink()) {
        link(file);
      } else if (attributes.isRegularFile()) {
        if (FileKinds.isExamined(file.getFileName().toString())) {
          file(file, ReadFolder.attributes(file));
        }
      } else if (FileKinds.isExamined(file.getFileName().toString())) {
        tree.remark(relative(file), "neither a file nor a folder");
      }
      return FileVisitResult.CONTINUE;
    }

    private void link(Path file) throws IOException {
      if (Files.isDirectory(file)) {
        String sentence = "a link to a folder, " + Files.readSymbolicLink(file);
        if (file.toRealPath().startsWith(root.toRealPath())) {
          tree.aside(relative(file), sentence + ", which is examined in its place");
        } else {
          tree.remark(relative(file), sentence);
        }
      } else if (FileKinds.isExamined(file.getFileName().toString())) {
        if (Files.isRegularFile(file)) {
          file(file, ReadFolder.attributes(file));
        } else if (!Files.exists(file)) {
          tree.remark(relative(file), "a link to nothing, " + Files.readSymbolicLink(file));
        } else {
          tree.remark(relative(file), "neither a file nor a folder");
        }
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      boolean vanished = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      tree.remark(relative(file), vanished ? "gone while reading" : Trouble.of(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      if (e != null) {
        tree.remark(relative(folder), Trouble.of(e));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}

package org.krait.audit.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileKinds;
import org.krait.audit.files.FileTree;

/** Finds what others than its owner can write: folders of caches, sources, caches. */
public final class WritablePlaces {
  private static final int GROUP = 020;
  private static final int OTHERS = 002;

  private WritablePlaces() {}

  /** The findings in a folder on disk: one for each folder, not for each file. */
  public static List<AuditFinding> of(FileTree tree) {
    List<AuditFinding> findings = new ArrayList<>();
    if (tree.kind() != FileTree.Kind.FOLDER) {
      return findings;
    }
    tree.folders()
        .forEach(
            (path, mode) -> {
              if (path.equals("__pycache__") || path.endsWith("/__pycache__")) {
                add(tree, path, mode, "files can be put into this folder", findings);
              }
            });
    Map<String, int[]> files = new TreeMap<>();
    for (FileEntry file : tree.files().values()) {
      if (file.mode() >= 0 && (FileKinds.isSource(file.name()) || FileKinds.isCache(file.name()))) {
        int[] counts = files.computeIfAbsent(file.folder(), _ -> new int[2]);
        counts[0] += (file.mode() & OTHERS) != 0 ? 1 : 0;
        counts[1] += (file.mode() & GROUP) != 0 ? 1 : 0;
      }
    }
    files.forEach(
        (folder, counts) -> {
          int mode = counts[0] > 0 ? OTHERS : counts[1] > 0 ? GROUP : 0;
          int count = counts[0] > 0 ? counts[0] : counts[1];
          add(tree, folder, mode, count + " modules in this folder can be written", findings);
        });
    return findings;
  }

  private static void add(
      FileTree tree, String path, int mode, String what, List<AuditFinding> findings) {
    if (mode < 0 || (mode & (OTHERS | GROUP)) == 0) {
      return;
    }
    boolean others = (mode & OTHERS) != 0;
    findings.add(
        AuditFinding.of(
            AuditRule.WRITABLE_CACHE,
            others ? Severity.WARNING : Severity.NOTE,
            tree.shown(path),
            what + (others ? " by everybody" : " by its group"),
            List.of(),
            tree.anchored(path)));
  }
}

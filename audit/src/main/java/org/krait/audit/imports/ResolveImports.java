package org.krait.audit.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.CacheVerdict;
import org.krait.audit.LoadedModule;
import org.krait.audit.Severity;
import org.krait.audit.Verdict;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileTree;

/**
 * Finds for each module below a root the file that import would execute.
 *
 * <p>A root is the tree itself, and each folder whose name cannot be part of a module's ({@code
 * site-packages}, {@code project-1.0}) or is {@code src}.
 */
public final class ResolveImports {
  private static final String CACHE_FOLDER = "__pycache__";
  private static final int MANY_LIBRARY_NAMES = 30;

  private final FileTree tree;
  private final Map<String, CacheVerdict> verdicts;
  private final List<LoadedModule> modules = new ArrayList<>();
  private final List<AuditFinding> findings = new ArrayList<>();

  /** The candidates by root and full name. */
  private final NavigableMap<String, NavigableMap<String, List<Candidate>>> roots = new TreeMap<>();

  private ResolveImports(FileTree tree, Map<String, CacheVerdict> verdicts) {
    this.tree = tree;
    this.verdicts = verdicts;
  }

  /**
   * What import loads.
   *
   * @param modules in the order of names
   * @param findings about them
   */
  public record Result(List<LoadedModule> modules, List<AuditFinding> findings) {}

  /**
   * Resolves.
   *
   * @param verdicts on the caches, by their path in the tree
   */
  public static Result of(FileTree tree, Map<String, CacheVerdict> verdicts) {
    ResolveImports resolve = new ResolveImports(tree, verdicts);
    resolve.collect();
    resolve.roots.forEach(resolve::root);
    return new Result(resolve.modules, resolve.findings);
  }

  private void collect() {
    boolean isPackage =
        tree.files().containsKey("__init__.py") || tree.files().containsKey("__init__.pyc");
    for (FileEntry file : tree.files().values()) {
      Candidate candidate = Candidate.of(file);
      if (candidate == null || file.folder().endsWith(CACHE_FOLDER)) {
        continue;
      }
      String root = rootOf(file.folder());
      boolean ownInit = candidate.isPackage() && file.folder().equals(root);
      if (ownInit) {
        continue;
      }
      String folder = candidate.isPackage() ? FileEntry.folderOf(file.folder()) : file.folder();
      String below = folder.length() <= root.length() ? "" : folder.substring(root.isEmpty() ? 0 : root.length() + 1);
      String prefix = below.isEmpty() ? "" : below.replace('/', '.') + ".";
      String shownRoot = isPackage && root.isEmpty() ? ".." : root;
      roots
          .computeIfAbsent(shownRoot, _ -> new TreeMap<>())
          .computeIfAbsent(prefix + candidate.name(), _ -> new ArrayList<>())
          .add(candidate);
    }
  }

  private static String rootOf(String folder) {
    String root = "";
    int start = 0;
    while (start < folder.length()) {
      int slash = folder.indexOf('/', start);
      int end = slash < 0 ? folder.length() : slash;
      String part = folder.substring(start, end);
      if (!Candidate.isIdentifier(part) || part.equals("src")) {
        root = folder.substring(0, end);
      }
      start = end + 1;
    }
    return root;
  }

  private void root(String root, NavigableMap<String, List<Candidate>> names) {
    Set<String> library = libraryNames(names);
    names.forEach(
        (name, candidates) -> {
          boolean zip = tree.kind() == FileTree.Kind.ZIP;
          candidates.sort(
              Comparator.comparingInt(zip ? Candidate::zipRank : Candidate::rank)
                  .thenComparing(c -> c.file().path()));
          Candidate chosen = choose(candidates, zip);
          modules.add(loaded(root, name, chosen));
          shadowed(name, chosen, candidates);
          if (name.equals("sitecustomize") || name.equals("usercustomize")) {
            add(
                AuditRule.SITE_CUSTOMIZE, AuditRule.SITE_CUSTOMIZE.severity(), chosen.file(),
                "Python imports " + name + " at each start");
          }
          if (library.contains(name)) {
            add(
                AuditRule.STDLIB_NAME, AuditRule.STDLIB_NAME.severity(), chosen.file(),
                "the standard library has a module " + name + " too");
          }
        });
  }

  /** A zip's bytecode is passed over when its header does not fit the source. */
  private Candidate choose(List<Candidate> candidates, boolean zip) {
    Candidate first = candidates.getFirst();
    if (zip && first.kind() == Candidate.Kind.BYTECODE && candidates.size() > 1) {
      CacheVerdict verdict = verdicts.get(first.file().path());
      if (verdict != null && !isUsed(verdict.verdict())) {
        return candidates.get(1);
      }
    }
    return first;
  }

  /** Names of the library at the top; none where there are so many that this is the library. */
  private static Set<String> libraryNames(NavigableMap<String, List<Candidate>> names) {
    Set<String> library = new TreeSet<>(names.keySet());
    library.retainAll(StdlibNames.all());
    return library.size() >= MANY_LIBRARY_NAMES ? Set.of() : new HashSet<>(library);
  }

  private static boolean isUsed(Verdict verdict) {
    return switch (verdict) {
      case MATCH, FORGED, UNCHECKED_HASH, MALFORMED, SOURCELESS -> true;
      default -> false;
    };
  }

  private LoadedModule loaded(String root, String name, Candidate chosen) {
    String shownRoot = root.equals("..") ? tree.shown("") + "/.." : tree.shown(root);
    FileEntry file = chosen.file();
    if (file.mode() >= 0 && (file.mode() & 0444) == 0) {
      return new LoadedModule(shownRoot, name, tree.shown(file.path()), "unreadable");
    }
    return switch (chosen.kind()) {
      case EXTENSION -> new LoadedModule(shownRoot, name, tree.shown(file.path()), "extension");
      case BYTECODE -> new LoadedModule(shownRoot, name, tree.shown(file.path()), "bytecode");
      case SOURCE -> source(shownRoot, name, file);
    };
  }

  private LoadedModule source(String root, String name, FileEntry file) {
    String stem = file.name().substring(0, file.name().length() - 3);
    String cache =
        FileEntry.in(
            FileEntry.in(file.folder(), CACHE_FOLDER), stem + ".cpython-312.pyc");
    CacheVerdict verdict = verdicts.get(cache);
    boolean used =
        verdict != null && isUsed(verdict.verdict()) && tree.kind() != FileTree.Kind.ZIP;
    return used
        ? new LoadedModule(root, name, tree.shown(cache), "cache")
        : new LoadedModule(root, name, tree.shown(file.path()), "source");
  }

  private void shadowed(String name, Candidate chosen, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      boolean beside = chosen.kind() == Candidate.Kind.BYTECODE && chosen.isPackage() == candidate.isPackage();
      if (candidate != chosen && candidate.kind() == Candidate.Kind.SOURCE && !beside) {
        add(
            AuditRule.IMPORT_SHADOWED, AuditRule.IMPORT_SHADOWED.severity(), candidate.file(),
            "import " + name + " loads " + tree.shown(chosen.file().path()) + " instead");
      }
    }
  }

  private void add(AuditRule rule, Severity severity, FileEntry file, String message) {
    findings.add(
        AuditFinding.of(
            rule, severity, tree.shown(file.path()), message, List.of(),
            tree.anchored(file.path())));
  }
}

package org.krait.audit;

import java.util.Locale;

/**
 * What an audit looks for: one table of all rules.
 *
 * <p>The severity is the usual one; a finding can be graver or lighter and says why. Longer than most
 * files, as it is the one table of the rules and their texts.
 */
public enum AuditRule {
  // Caches against sources
  CACHE_FORGED(
      Severity.ERROR,
      "The cache is not what its source compiles to",
      "The header of the .pyc fits the source, so Python runs the cache without looking further; but"
          + " the code in it is not what the source compiles to. Who reads the source does not read"
          + " what runs.",
      "Treat the cache as hostile: keep a copy, find out where it came from, delete it. Build without"
          + " shipping __pycache__."),
  CACHE_UNCHECKED_HASH(
      Severity.WARNING,
      "The cache is run without a look at its source",
      "The header is of the kind unchecked-hash (PEP 552): Python runs the cache whatever the source"
          + " says, today and after any later change of the source. An error when its code is not"
          + " what the source compiles to.",
      "Recompile with --invalidation-mode checked-hash or timestamp, or delete the cache."),
  CACHE_HASH_MISMATCH(
      Severity.WARNING,
      "The hash in the cache is not that of the source",
      "The header is of the kind checked-hash and its hash is of another source. Python recompiles it"
          + " unless it runs with --check-hash-based-pycs never; then it runs the cache.",
      "Delete the cache, or recompile it from the source."),
  CACHE_MALFORMED(
      Severity.ERROR,
      "The cache breaks rules that the machine relies on",
      "CPython does not verify bytecode. Code that breaks these rules can crash the interpreter or"
          + " corrupt its memory; no compiler writes it.",
      "Delete the cache; krait verify shows each broken rule."),
  CACHE_SOURCELESS(
      Severity.WARNING,
      "A module of bytecode alone",
      "There is no source for this .pyc, and Python imports it without one. What it does can only be"
          + " read from its instructions; the evidence lists what it imports and calls.",
      "Ask for the source, and compile it yourself."),
  CACHE_SHADOWING(
      Severity.WARNING,
      "A .pyc beside the source that is imported",
      "A .pyc lies beside the .py of its name. Python imports the .py while it is there; the .pyc runs"
          + " when it is deleted, when the .pyc is run by name, or from a zip file. A warning when its"
          + " code is not that of the source, else a note.",
      "Delete the .pyc."),
  CACHE_STALE(
      Severity.NOTE,
      "The cache would not be used",
      "The header names another time or size of the source than it has, so Python compiles the source"
          + " anew. In a zip file the time depends on who unpacks it: then it is a warning when the"
          + " code is not that of the source.",
      "Nothing has to be done; deleting the cache does no harm."),
  CACHE_ORPHAN(
      Severity.NOTE,
      "A cache without its source",
      "The .pyc lies in __pycache__ and its source is gone. Python does not import it, but would if a"
          + " source of that name, time and size appeared.",
      "Delete the cache."),
  CACHE_OTHER_VERSION(
      Severity.NOTE,
      "A cache of another Python, which was not examined",
      "The magic number is not CPython 3.12's. Its code is not known here, so nothing was proved about"
          + " it. The interpreter that wrote it would run it.",
      "Delete the cache, or audit it by the version that wrote it."),
  CACHE_UNREADABLE(
      Severity.WARNING,
      "A cache that could not be examined",
      "The file could not be read, or its source could not be compiled here for a reason that proves"
          + " nothing. It is not known to be safe.",
      "Mend what kept it from being read, and audit again."),

  // What import would load
  IMPORT_SHADOWED(
      Severity.WARNING,
      "Another file is imported than the source of that name",
      "Python's import system takes packages before modules, and extension modules before sources: the"
          + " source of this name is never imported.",
      "Remove or rename one of them."),
  STDLIB_NAME(
      Severity.NOTE,
      "A module with the name of one of the standard library",
      "When this folder comes before the library in sys.path, as that of a script does, other code that"
          + " imports the name gets this file.",
      "Rename the module, or move it into a package."),
  PTH_CODE(
      Severity.WARNING,
      "A .pth file with code",
      "Lines of a .pth file that begin with import are executed at each start of Python, whatever is"
          + " imported later. An error when the line does more than import a module.",
      "Read the line; uninstall what put it there if it is not needed."),
  SITE_CUSTOMIZE(
      Severity.WARNING,
      "A module that Python imports at each start",
      "sitecustomize and usercustomize are imported by site before any program runs.",
      "Make sure that it is yours."),
  IMPORT_HOOK(
      Severity.WARNING,
      "An import hook is installed",
      "The module changes how later imports find or run code (sys.meta_path, sys.path_hooks,"
          + " builtins.__import__, sys.path_importer_cache, loaders' methods). A note when that happens"
          + " in a function, a warning when importing the module does it.",
      "Read what the hook does with the code that passes through it."),
  WRITABLE_CACHE(
      Severity.WARNING,
      "Others can write what will be run",
      "The __pycache__ folder or the source can be written by everybody (or, a note, by its group)."
          + " Whoever can write there decides what Python runs, without changing the source that"
          + " people read.",
      "chmod go-w"),

  // Ways into the pipeline
  EXEC_CALL(
      Severity.NOTE,
      "exec of what is not a constant",
      "Code is made at run time and executed. Graver the less its origin can be trusted: an error for"
          + " data from the network and for hidden constants, a warning for input, arguments,"
          + " environment and files.",
      "Replace it by data and code that interprets them; or verify where the code comes from."),
  EVAL_CALL(
      Severity.NOTE,
      "eval of what is not a constant",
      "As exec-call, for expressions. Restricting globals does not keep an expression in.",
      "Use ast.literal_eval with a bound on its length, or a parser for what is expected."),
  COMPILE_TEXT(
      Severity.NOTE,
      "compile of what is not a constant",
      "Source is compiled at run time; what becomes of the code object decides what runs.",
      "Replace it, or verify where the source comes from."),
  COMPILE_TREE(
      Severity.NOTE,
      "A syntax tree is compiled",
      "The tree that is compiled need not be that of any source that somebody has read: code between"
          + " ast.parse and compile can change it.",
      "Make sure that nothing but reviewed code changes the tree."),
  TREE_HOOK(
      Severity.WARNING,
      "A NodeTransformer is wired to an import hook",
      "Modules that are imported through the hook run code that their sources do not have.",
      "Read what the transformer changes."),
  MARSHAL_LOAD(
      Severity.WARNING,
      "marshal.loads of what is not a constant",
      "marshal makes code objects from bytes without any check. An error for data from the network and"
          + " for hidden constants.",
      "Ship source; do not load code objects from data."),
  CODE_CONSTRUCT(
      Severity.WARNING,
      "A code object or function is built by hand",
      "types.CodeType takes any bytes as instructions; no source says what they do.",
      "Compile source instead."),
  CODE_REPLACE(
      Severity.NOTE,
      "code.replace changes a code object",
      "The result runs other instructions, constants or names than the source of the function has. A"
          + " warning when instructions, constants or names are replaced.",
      "Change the source instead."),
  CODE_ASSIGN(
      Severity.WARNING,
      "A function gets the code of another",
      "After an assignment to __code__ a function does what its source does not say.",
      "Call the other function instead."),
  UNPICKLE(
      Severity.WARNING,
      "Unpickling",
      "A pickle names functions that are called while it is loaded: it is a program. An error for data"
          + " from the network.",
      "Use a format for data (json), or sign what you load."),
  COMPUTED_IMPORT(
      Severity.NOTE,
      "A module's name is computed",
      "What is imported is decided at run time. Graver the less the name's origin can be trusted.",
      "Choose among modules that are named in the source."),
  NATIVE_CALL(
      Severity.NOTE,
      "ctypes reaches below Python",
      "Native code and raw memory: neither source nor bytecode says what happens. A warning for the"
          + " interpreter's own functions (pythonapi), for raw memory and for libraries whose name is"
          + " computed.",
      "Review the native part as native code."),
  TRACE_HOOK(
      Severity.NOTE,
      "A trace or profile function is set",
      "It sees every frame, can change locals and jump between lines.",
      "Keep it out of what is shipped."),
  FRAME_WRITE(
      Severity.WARNING,
      "Names are changed in another frame or in builtins",
      "Writing f_globals, f_builtins or an attribute of builtins changes what names mean in code that"
          + " does not show it.",
      "Pass values instead."),
  LITERAL_EVAL(
      Severity.NOTE,
      "ast.literal_eval without a bound",
      "literal_eval runs no code, but a long or deep enough input exhausts memory or the stack of the"
          + " parser. A warning for data from the network.",
      "Check the length before, or use json."),
  TEXT_FILTER(
      Severity.WARNING,
      "A filter that looks at text is no filter",
      "The program searches source text for words, and then runs it, or a tree made of it, or something"
          + " else. Python has countless spellings of a name (getattr, escapes, decoding, NFKC"
          + " identifiers); a tree can be changed after the check.",
      "Check the tree that is compiled, node by node, by what is allowed; or run it in a process that"
          + " may do nothing."),

  // The input itself
  ARCHIVE_TRICK(
      Severity.ERROR,
      "An archive misleads its readers",
      "Paths that lead out of the archive, two files of one name, headers that contradict each other:"
          + " what a reviewer sees is not what is unpacked.",
      "Do not unpack it."),
  NOT_EXAMINED(
      Severity.WARNING,
      "Something could not be examined",
      "It may be anything; the rest of the audit says nothing about it.",
      "Mend what kept it from being read, and audit again."),
  IGNORE_COMMENT(
      Severity.NOTE,
      "A comment to ignore findings that does not say why, or ignores nothing",
      "The form is: # krait: ignore[rule] reason. It holds for findings of its line.",
      "Write down the reason, or remove the comment.");

  private final Severity severity;
  private final String title;
  private final String explanation;
  private final String remedy;

  AuditRule(Severity severity, String title, String explanation, String remedy) {
    this.severity = severity;
    this.title = title;
    this.explanation = explanation;
    this.remedy = remedy;
  }

  /** The name in reports: {@code cache-forged}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of this name, or null. */
  public static AuditRule of(String id) {
    for (AuditRule rule : values()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    return null;
  }

  public Severity severity() {
    return severity;
  }

  /** What it is, in a line. */
  public String title() {
    return title;
  }

  public String explanation() {
    return explanation;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** True for rules whose findings a comment in the examined source can silence. */
  public boolean isIgnorable() {
    return ordinal() >= EXEC_CALL.ordinal() && ordinal() <= TEXT_FILTER.ordinal()
        || this == IMPORT_HOOK;
  }
}

package org.krait.audit.sinks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.AuditRule;

/** Which functions turn data into code, and which argument is the data. */
final class SinkTable {
  /**
   * A sink.
   *
   * @param rule what calling it is
   * @param index the place of the argument that decides; -1 for none
   * @param name the name of that argument
   */
  record Sink(AuditRule rule, int index, String name) {}

  private static final Map<String, Sink> SINKS =
      Map.ofEntries(
          sink("builtins.exec", AuditRule.EXEC_CALL, 0, "source"),
          sink("builtins.execfile", AuditRule.EXEC_CALL, 0, "filename"),
          sink("runpy.run_path", AuditRule.EXEC_CALL, 0, "path_name"),
          sink("code.InteractiveInterpreter.runsource", AuditRule.EXEC_CALL, 0, "source"),
          sink("timeit.timeit", AuditRule.EXEC_CALL, 0, "stmt"),
          sink("timeit.repeat", AuditRule.EXEC_CALL, 0, "stmt"),
          sink("cProfile.run", AuditRule.EXEC_CALL, 0, "statement"),
          sink("profile.run", AuditRule.EXEC_CALL, 0, "statement"),
          sink("pdb.run", AuditRule.EXEC_CALL, 0, "statement"),
          sink("builtins.eval", AuditRule.EVAL_CALL, 0, "source"),
          sink("pdb.runeval", AuditRule.EVAL_CALL, 0, "expression"),
          sink("pandas.eval", AuditRule.EVAL_CALL, 0, "expr"),
          sink("numexpr.evaluate", AuditRule.EVAL_CALL, 0, "ex"),
          sink("builtins.compile", AuditRule.COMPILE_TEXT, 0, "source"),
          sink("codeop.compile_command", AuditRule.COMPILE_TEXT, 0, "source"),
          sink("code.compile_command", AuditRule.COMPILE_TEXT, 0, "source"),
          sink("marshal.loads", AuditRule.MARSHAL_LOAD, 0, "bytes"),
          sink("marshal.load", AuditRule.MARSHAL_LOAD, 0, "file"),
          sink("types.CodeType", AuditRule.CODE_CONSTRUCT, -1, ""),
          sink("types.FunctionType", AuditRule.CODE_CONSTRUCT, 0, "code"),
          sink("types.LambdaType", AuditRule.CODE_CONSTRUCT, 0, "code"),
          sink("pickle.load", AuditRule.UNPICKLE, 0, "file"),
          sink("pickle.loads", AuditRule.UNPICKLE, 0, "data"),
          sink("pickle.Unpickler", AuditRule.UNPICKLE, 0, "file"),
          sink("pickle._load", AuditRule.UNPICKLE, 0, "file"),
          sink("pickle._loads", AuditRule.UNPICKLE, 0, "data"),
          sink("shelve.open", AuditRule.UNPICKLE, 0, "filename"),
          sink("shelve.Shelf", AuditRule.UNPICKLE, 0, "dict"),
          sink("shelve.DbfilenameShelf", AuditRule.UNPICKLE, 0, "filename"),
          sink("dill.load", AuditRule.UNPICKLE, 0, "file"),
          sink("dill.loads", AuditRule.UNPICKLE, 0, "str"),
          sink("dill.load_session", AuditRule.UNPICKLE, 0, "filename"),
          sink("cloudpickle.load", AuditRule.UNPICKLE, 0, "file"),
          sink("cloudpickle.loads", AuditRule.UNPICKLE, 0, "data"),
          sink("joblib.load", AuditRule.UNPICKLE, 0, "filename"),
          sink("pandas.read_pickle", AuditRule.UNPICKLE, 0, "filepath_or_buffer"),
          sink("jsonpickle.decode", AuditRule.UNPICKLE, 0, "string"),
          sink("torch.load", AuditRule.UNPICKLE, 0, "f"),
          sink("yaml.unsafe_load", AuditRule.UNPICKLE, 0, "stream"),
          sink("yaml.full_load", AuditRule.UNPICKLE, 0, "stream"),
          sink("builtins.__import__", AuditRule.COMPUTED_IMPORT, 0, "name"),
          sink("importlib.__import__", AuditRule.COMPUTED_IMPORT, 0, "name"),
          sink("importlib.import_module", AuditRule.COMPUTED_IMPORT, 0, "name"),
          sink("runpy.run_module", AuditRule.COMPUTED_IMPORT, 0, "mod_name"),
          sink("pkgutil.resolve_name", AuditRule.COMPUTED_IMPORT, 0, "name"),
          sink("imp.load_source", AuditRule.COMPUTED_IMPORT, 1, "pathname"),
          sink("imp.load_compiled", AuditRule.COMPUTED_IMPORT, 1, "pathname"),
          sink("imp.load_module", AuditRule.COMPUTED_IMPORT, 0, "name"),
          sink(
              "importlib.util.spec_from_file_location", AuditRule.COMPUTED_IMPORT, 1, "location"),
          sink("importlib.machinery.SourceFileLoader", AuditRule.COMPUTED_IMPORT, 1, "path"),
          sink("importlib.machinery.SourcelessFileLoader", AuditRule.COMPUTED_IMPORT, 1, "path"),
          sink("importlib.machinery.ExtensionFileLoader", AuditRule.COMPUTED_IMPORT, 1, "path"),
          sink("ctypes.CDLL", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.PyDLL", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.WinDLL", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.OleDLL", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.cdll.LoadLibrary", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.windll.LoadLibrary", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ctypes.pydll.LoadLibrary", AuditRule.NATIVE_CALL, 0, "name"),
          sink("ast.literal_eval", AuditRule.LITERAL_EVAL, 0, "node_or_string"));

  /** Functions of {@code ctypes} that touch raw memory. */
  private static final Set<String> RAW =
      Set.of(
          "ctypes.memmove", "ctypes.memset", "ctypes.string_at", "ctypes.wstring_at", "ctypes.cast",
          "ctypes.py_object.from_address");

  /** Functions that set a trace or profile function, but for those below {@code sys.monitoring}. */
  private static final Set<String> TRACE =
      Set.of(
          "sys.settrace", "sys.setprofile", "threading.settrace", "threading.setprofile",
          "threading.settrace_all_threads", "threading.setprofile_all_threads",
          "sys.monitoring.register_callback", "sys.monitoring.set_events",
          "sys.monitoring.set_local_events");

  /** Lists and dictionaries that decide how modules are found. */
  private static final List<String> IMPORT_STATE =
      List.of("sys.meta_path", "sys.path_hooks", "sys.path_importer_cache");

  private static final Set<String> CHANGES =
      Set.of(
          "append", "insert", "extend", "clear", "remove", "pop", "update", "setdefault",
          "__setitem__", "__iadd__");

  private SinkTable() {}

  private static Map.Entry<String, Sink> sink(String ref, AuditRule rule, int index, String name) {
    return Map.entry(ref, new Sink(rule, index, name));
  }

  static Sink sink(String ref) {
    return SINKS.get(ref);
  }

  static boolean isRawMemory(String ref) {
    return RAW.contains(ref)
        || ref.startsWith("ctypes.pythonapi.")
        || ref.startsWith("ctypes.") && ref.endsWith(".from_address");
  }

  static boolean isTrace(String ref) {
    return TRACE.contains(ref);
  }

  /** True for {@code sys.meta_path} and its like. */
  static boolean isImportState(String ref) {
    return IMPORT_STATE.contains(ref);
  }

  /** True for a call that changes how modules are found: {@code sys.meta_path.insert}. */
  static boolean isImportHook(String ref) {
    int dot = ref.lastIndexOf('.');
    return dot > 0 && isImportState(ref.substring(0, dot)) && CHANGES.contains(ref.substring(dot + 1));
  }

  /** Methods that change a dictionary or list. */
  static boolean isChange(String method) {
    return CHANGES.contains(method);
  }
}

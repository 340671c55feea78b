package org.krait.generators;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.krait.generators.BuiltinModel.Attribute;
import org.krait.generators.BuiltinModel.Callable;
import org.krait.generators.BuiltinModel.Conversion;
import org.krait.generators.BuiltinModel.FunctionKind;
import org.krait.generators.BuiltinModel.JavaTarget;
import org.krait.generators.BuiltinModel.JavaType;
import org.krait.generators.BuiltinModel.ModulePart;
import org.krait.generators.BuiltinModel.TypePart;
import org.krait.generators.SpecialTable.Row;

/** The text of the table of a type or module: {@code PyListTable}. */
final class TableSource {
  /** Functions in one switch, so that its method stays far below 8,000 bytes of bytecode. */
  private static final int RANGE = 40;

  /** Bytes of bytecode in a method that shall be inlined: some less than {@code FreqInlineSize}. */
  private static final int INLINED = 280;

  private static final int BRANCH_BYTES = 12;
  private static final int CHARACTERS_PER_BYTE = 4;

  private static final List<String> ARGUMENTS = List.of("a", "b", "c");

  private final BuiltinModel model;
  private final SpecialTable special;
  private final InvocationSource invocations;
  private final String state;

  TableSource(BuiltinModel model, SpecialTable special) {
    this.model = model;
    this.special = special;
    this.invocations = new InvocationSource(model.owner().packageName());
    this.state = model.module() == null ? null : "state";
  }

  /** The package and the imports of the classes made from a type or module. */
  static String header(BuiltinModel model) {
    return """
        // Generated from the annotations of %s.
        package %s;

        import %s.*;
        import %3$s.types.*;

        """
        .formatted(model.owner().nesting(), model.owner().packageName(), BuiltinModel.RUNTIME);
  }

  String text() {
    StringBuilder out = new StringBuilder(header(model));
    String pythonName = model.type() != null ? model.type().name() : model.module().name();
    out.append(
        "/** What Python sees of {@code %s}. */\npublic final class %s extends %s {\n"
            .formatted(
                pythonName,
                model.generated("Table"),
                model.type() != null ? "TypeTable" : "ModuleTable"));
    functionNames(out);
    if (model.type() != null) {
      typeFacts(out, model.type());
    } else {
      moduleFacts(out, model.module());
    }
    signatures(out);
    docs(out);
    for (int given = 0; given <= ARGUMENTS.size(); given++) {
      calls(out, given);
    }
    generalCalls(out);
    attributes(out);
    values(out);
    return out.append("}\n").toString();
  }

  // ---- facts

  private void functionNames(StringBuilder out) {
    names(out, "NAMES", model.functions().stream().map(Callable::name).toList());
    names(out, "ATTRIBUTES", model.attributes().stream().map(Attribute::name).toList());
    names(out, "VALUES", model.values().stream().map(BuiltinModel.Value::name).toList());
    out.append(method("public int count()", "    return %d;\n".formatted(model.functions().size())));
    out.append(
        method(
            "public String name(int id)",
            model.functions().isEmpty() ? "    " + NO_FUNCTION + ";\n" : "    return NAMES[id];\n"));
    String kinds =
        model.functions().stream()
            .map(f -> "\\" + f.kind().ordinal())
            .collect(Collectors.joining());
    out.append(method("protected String kinds()", "    return \"%s\";\n".formatted(kinds)));
  }

  private static void names(StringBuilder out, String constant, List<String> names) {
    if (!names.isEmpty()) {
      String items = JavaText.list(names.stream().map(JavaNames::literal).toList(), "    ");
      out.append("  private static final String[] %s = {\n    %s\n  };\n".formatted(constant, items));
    }
  }

  private void typeFacts(StringBuilder out, TypePart type) {
    String packageName = model.owner().packageName();
    returning(out, "public String module()", JavaNames.literal(type.module()));
    returning(out, "public String typeName()", JavaNames.literal(type.name()));
    returning(
        out,
        "public PyType base()",
        type.base() == null ? "null" : type.base().seenFrom(packageName) + ".TYPE");
    returning(
        out, "public Class<?> javaClass()", type.instances().seenFrom(packageName) + ".class");
    returning(out, "public TypeFlags typeFlags()", "new TypeFlags(" + type.flags() + ")");
    returning(
        out, "public TypeSlots slots()", type.slotsClass().seenFrom(packageName) + ".INSTANCE");
    ownSlots(out, type);
    if (type.refusesHash()) {
      returning(out, "protected boolean refusesHash()", "true");
    }
    if (type.heapType()) {
      returning(out, "public boolean isHeapType()", "true");
    }
    String text = SignatureSource.text(model);
    if (text != null) {
      returning(out, "public String textSignature()", JavaNames.literal(text));
    }
  }

  /** The slots for which there are wrappers, and those for which there are methods. */
  private void ownSlots(StringBuilder out, TypePart type) {
    List<String> coexisting = new ArrayList<>();
    Set<Row> methods = new HashSet<>();
    for (int id = 0; id < model.functions().size(); id++) {
      Row row = model.functions().get(id).slot();
      if (row != null) {
        methods.add(row);
        coexisting.add("      case %d -> Special.%s;\n".formatted(id, row.constant()));
      }
    }
    if (!coexisting.isEmpty()) {
      out.append(method("public int slotOf(int id)", choice("id", coexisting, "-1")));
    }
    List<String> own = new ArrayList<>();
    for (Row row : type.ownSlots()) {
      if (row.method() != null && !methods.contains(row)) {
        own.add("Special." + row.constant());
      }
      special.sharing(row).forEach(sharer -> own.add("Special." + sharer.constant()));
    }
    if (!own.isEmpty()) {
      returning(
          out,
          "protected int[] ownSlots()",
          "new int[] {\n      " + JavaText.list(own, "      ") + "\n    }");
    }
  }

  private void moduleFacts(StringBuilder out, ModulePart module) {
    String owner = model.owner().nesting();
    if (module.stateful()) {
      out.append("\n  private final %s state = new %s();\n".formatted(owner, owner));
    }
    returning(out, "public String module()", JavaNames.literal(module.name()));
    if (!module.types().isEmpty()) {
      String types =
          module.types().stream()
              .map(type -> type.seenFrom(model.owner().packageName()) + ".TYPE")
              .collect(Collectors.joining(",\n      ", "new PyType[] {\n      ", "\n    }"));
      returning(out, "protected PyType[] types()", types);
    }
    if (module.executes()) {
      out.append(method("protected void exec(PyModule module)", "    state.exec(module);\n"));
    }
    if (module.stateful()) {
      returning(out, "public Object state()", "state");
    }
  }

  private void signatures(StringBuilder out) {
    List<String> branches = new ArrayList<>();
    for (int id = 0; id < model.functions().size(); id++) {
      branches.add(
          "      case %d -> %s;\n".formatted(id, SignatureSource.of(model, model.functions().get(id))));
    }
    out.append(
        method("protected Signature makeSignature(int id)", choice("id", branches, NO_FUNCTION)));
  }

  private static final String NO_FUNCTION =
      "throw new IllegalArgumentException(\"no function: \" + id)";

  private void docs(StringBuilder out) {
    if (!model.doc().isEmpty()) {
      returning(out, "public String doc()", JavaNames.literal(model.doc()));
    }
    texts(out, "public String doc(int id)", model.functions().size(), id -> model.functions().get(id).doc());
    texts(
        out,
        "public String attributeDoc(int id)",
        model.attributes().size(),
        id -> model.attributes().get(id).doc());
  }

  private static void texts(StringBuilder out, String head, int count, IntFunction<String> text) {
    List<String> branches = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      if (!text.apply(id).isEmpty()) {
        branches.add("      case %d -> %s;\n".formatted(id, JavaNames.literal(text.apply(id))));
      }
    }
    if (!branches.isEmpty()) {
      out.append(method(head, choice("id", branches, "null")));
    }
  }

  // ---- calls

  /**
   * Calls with a given number of arguments by position: no array is made. The methods are so small
   * that HotSpot inlines them, and then a constant number leaves nothing of the switch.
   */
  private void calls(StringBuilder out, int given) {
    Map<Integer, String> branches = branches(given);
    if (branches.isEmpty()) {
      return;
    }
    String variables = String.join("", ARGUMENTS.subList(0, given).stream().map(", "::concat).toList());
    String parameters = "(int id, PyObject self" + variables.replace(", ", ", PyObject ") + ")";
    String otherwise = "super.call%d(id, self%s)".formatted(given, variables);
    String head = "public PyObject call" + given + parameters;
    List<List<Integer>> parts = parts(branches);
    if (parts.size() == 1) {
      out.append(method(head, choice("id", List.copyOf(branches.values()), otherwise)));
      return;
    }
    StringBuilder dispatch = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (List<Integer> part : parts) {
      String name = "call%dTo%d".formatted(given, part.getLast());
      dispatch.append(
          "    if (id <= %d) {\n      return %s(id, self%s);\n    }\n"
              .formatted(part.getLast(), name, variables));
      String body = choice("id", part.stream().map(branches::get).toList(), otherwise);
      methods.append("\n  private PyObject %s%s {\n%s  }\n".formatted(name, parameters, body));
    }
    dispatch.append("    return " + otherwise + ";\n");
    out.append(method(head, dispatch.toString())).append(methods);
  }

  private SortedMap<Integer, String> branches(int given) {
    SortedMap<Integer, String> branches = new TreeMap<>();
    for (int id = 0; id < model.functions().size(); id++) {
      Callable function = model.functions().get(id);
      if (takes(function, given)) {
        List<String> arguments =
            invocations.byPosition(
                callee(function), function.signature(), function.java(), ARGUMENTS.subList(0, given));
        branches.put(id, branch(id, function.java(), arguments));
      }
    }
    return branches;
  }

  /** Divides functions so that the bytecode of each part, guessed from its text, stays small. */
  private static List<List<Integer>> parts(Map<Integer, String> branches) {
    List<List<Integer>> parts = new ArrayList<>();
    int size = INLINED;
    for (var branch : branches.entrySet()) {
      int added = BRANCH_BYTES + branch.getValue().length() / CHARACTERS_PER_BYTE;
      if (size + added > INLINED) {
        parts.add(new ArrayList<>());
        size = 0;
      }
      parts.getLast().add(branch.getKey());
      size += added;
    }
    return parts;
  }

  private static boolean takes(Callable function, int given) {
    PythonSignature signature = function.signature();
    return given >= signature.required()
        && given <= signature.positional()
        && signature.requiredKeywords() == 0
        && signature.named().size() == signature.parameters().size();
  }

  private String callee(Callable function) {
    return function.kind() == FunctionKind.NEW ? model.type().name() : function.name();
  }

  private String branch(int id, JavaTarget java, List<String> arguments) {
    String call = invocations.call(java, state, arguments);
    return isVoid(java.result())
        ? "      case %d -> {\n        %s;\n        yield PyNone.NONE;\n      }\n".formatted(id, call)
        : "      case %d -> %s;\n".formatted(id, Conversions.result(call, java.result()));
  }

  private static boolean isVoid(JavaType type) {
    return type.conversion() == Conversion.VOID;
  }

  /** Calls of any form, in ranges of functions. */
  private void generalCalls(StringBuilder out) {
    int count = model.functions().size();
    List<String> ranges = new ArrayList<>();
    for (int from = 0; from < count; from += RANGE) {
      ranges.add(generalRange(from, Math.min(count, from + RANGE)));
    }
    String parameters = "(int id, PyObject self, PyObject[] args, PyStr[] names)";
    if (ranges.size() <= 1) {
      String body = ranges.isEmpty() ? "    " + NO_FUNCTION + ";\n" : ranges.getFirst();
      out.append(method("public PyObject callN" + parameters, body));
      return;
    }
    List<String> dispatch =
        IntStream.range(0, ranges.size())
            .mapToObj(i -> "      case %d -> callN%d(id, self, args, names);\n".formatted(i, i))
            .toList();
    out.append(
        method(
            "public PyObject callN" + parameters, choice("id / " + RANGE, dispatch, NO_FUNCTION)));
    for (int i = 0; i < ranges.size(); i++) {
      out.append(
          "\n  private PyObject callN%d%s {\n%s  }\n".formatted(i, parameters, ranges.get(i)));
    }
  }

  private String generalRange(int from, int to) {
    List<String> branches =
        IntStream.range(from, to).mapToObj(id -> generalCall(id, model.functions().get(id))).toList();
    return choice("id", branches, NO_FUNCTION);
  }

  private String generalCall(int id, Callable function) {
    JavaTarget java = function.java();
    if (InvocationSource.isRaw(java)) {
      return branch(id, java, List.of("args", "names"));
    }
    String signature = "signature(" + id + ")";
    String bind =
        function.kind() == FunctionKind.NEW
            ? "bindConstructor(%s, owner(), (PyType) self, Special.INIT, args, names)"
                .formatted(signature)
            : signature + ".bind(args, names)";
    List<String> arguments =
        invocations.bound(callee(function), function.signature(), java, signature);
    String call = invocations.call(java, state, arguments);
    return "      case %d -> {\n        %s%s;\n        %s\n      }\n"
        .formatted(
            id,
            call.contains("v[") ? "PyObject[] v = " : "",
            bind,
            isVoid(java.result())
                ? call + ";\n        yield PyNone.NONE;"
                : "yield " + Conversions.result(call, java.result()) + ";");
  }

  // ---- attributes and values

  private void attributes(StringBuilder out) {
    List<Attribute> attributes = model.attributes();
    if (attributes.isEmpty()) {
      return;
    }
    List<String> getters = new ArrayList<>();
    List<String> setters = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    List<Integer> writable = new ArrayList<>();
    for (int id = 0; id < attributes.size(); id++) {
      Attribute attribute = attributes.get(id);
      getters.add(branch(id, attribute.getter(), List.of()));
      if (attribute.member()) {
        members.add(id);
      }
      if (attribute.setter() != null) {
        writable.add(id);
        String call = invocations.call(attribute.setter(), null, List.of("value"));
        setters.add("      case %d -> %s;\n".formatted(id, call));
      }
    }
    returning(out, "protected String[] attributeNames()", "ATTRIBUTES");
    isOneOf(out, "public boolean isMember(int id)", members);
    isOneOf(out, "public boolean isWritable(int id)", writable);
    out.append(
        method("public PyObject get(int id, PyObject self)", choice("id", getters, "super.get(id, self)")));
    if (!setters.isEmpty()) {
      out.append(
          method(
              "public void set(int id, PyObject self, PyObject value)",
              "    switch (id) {\n%s      default -> super.set(id, self, value);\n    }\n"
                  .formatted(String.join("", setters))));
    }
  }

  private static void isOneOf(StringBuilder out, String head, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      String labels = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
      out.append(
          method(head, choice("id", List.of("      case %s -> true;\n".formatted(labels)), "false")));
    }
  }

  private void values(StringBuilder out) {
    List<BuiltinModel.Value> values = model.values();
    if (values.isEmpty()) {
      return;
    }
    returning(out, "protected String[] valueNames()", "VALUES");
    List<String> branches = new ArrayList<>();
    for (int id = 0; id < values.size(); id++) {
      BuiltinModel.Value value = values.get(id);
      branches.add(
          "      case %d -> %s;\n"
              .formatted(id, Conversions.result(value.expression(), value.type())));
    }
    out.append(
        method("protected PyObject value(int id)", choice("id", branches, "super.value(id)")));
  }

  // ---- form

  private static void returning(StringBuilder out, String head, String value) {
    out.append(method(head, "    return " + value + ";\n"));
  }

  private static String method(String head, String body) {
    return "\n  @Override\n  %s {\n%s  }\n".formatted(head, body);
  }

  private static String choice(String subject, List<String> branches, String otherwise) {
    if (branches.isEmpty()) {
      return "    " + (otherwise.startsWith("throw ") ? "" : "return ") + otherwise + ";\n";
    }
    return "    return switch (%s) {\n%s      default -> %s;\n    };\n"
        .formatted(subject, String.join("", branches), otherwise);
  }
}

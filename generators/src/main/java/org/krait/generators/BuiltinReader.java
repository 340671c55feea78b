package org.krait.generators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Function;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.annotations.Value;
import org.krait.generators.BuiltinModel.Attribute;
import org.krait.generators.BuiltinModel.Callable;
import org.krait.generators.BuiltinModel.FunctionKind;
import org.krait.generators.BuiltinModel.JavaClass;
import org.krait.generators.BuiltinModel.JavaTarget;
import org.krait.generators.BuiltinModel.ModulePart;
import org.krait.generators.BuiltinModel.Slot;
import org.krait.generators.BuiltinModel.TypePart;
import org.krait.generators.PythonSignature.Receiver;
import org.krait.generators.SpecialTable.Heap;
import org.krait.generators.SpecialTable.Row;

/** Reads the model of a type or module from its annotated class. */
final class BuiltinReader {
  private static final String OBJECT_TYPE = BuiltinModel.RUNTIME + ".ObjectType";
  private static final JavaClass TYPE_SLOTS = new JavaClass(BuiltinModel.RUNTIME, "TypeSlots");

  private final JavaTypes types;
  private final SpecialTable special;
  private final Map<String, BuiltinModel> models = new HashMap<>();

  BuiltinReader(JavaTypes types, SpecialTable special) {
    this.types = types;
    this.special = special;
  }

  /** The annotated class and its parts: where the functions are. */
  List<TypeElement> sources(TypeElement owner) {
    List<TypeElement> all = new ArrayList<>();
    all.add(owner);
    BuiltinType type = JavaTypes.annotation(owner, BuiltinType.class);
    BuiltinModule module = JavaTypes.annotation(owner, BuiltinModule.class);
    all.addAll(types.elements(() -> type != null ? type.parts() : module.parts()));
    return all;
  }

  // ---- types

  /**
   * The model of a type.
   *
   * @throws ModelException where the annotations make no sense
   */
  BuiltinModel type(TypeElement owner) {
    String name = owner.getQualifiedName().toString();
    BuiltinModel known = models.get(name);
    if (known == null) {
      known = ModelException.at(owner, () -> readType(owner));
      models.put(name, known);
    }
    return known;
  }

  private BuiltinModel readType(TypeElement owner) {
    BuiltinType type = JavaTypes.annotation(owner, BuiltinType.class);
    if (type == null) {
      throw new IllegalArgumentException("no builtin type: " + owner);
    }
    List<Callable> functions = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (ExecutableElement method : methods(owner)) {
      Method annotation = method.getAnnotation(Method.class);
      if (annotation != null) {
        ModelException.at(method, () -> addMethod(owner, method, annotation, functions, slots));
      }
    }
    return new BuiltinModel(
        types.javaClass(owner),
        typePart(owner, type, slots),
        null,
        type.doc(),
        functions,
        slots,
        attributes(owner),
        values(owner));
  }

  private void addMethod(
      TypeElement owner,
      ExecutableElement method,
      Method annotation,
      List<Callable> functions,
      List<Slot> slots) {
    PythonSignature signature = PythonSignature.parse(annotation.value());
    Row row = slot(signature.name(), annotation.slot());
    JavaTarget java = types.target(method, signature, owner);
    boolean isSlot = row != null && signature.receiver() == Receiver.SELF;
    if (isSlot) {
      Slot slot = new Slot(row, signature, java);
      SlotsSource.check(slot);
      slots.add(slot);
    }
    if (!isSlot || annotation.coexist()) {
      functions.add(
          new Callable(
              signature,
              kind(signature),
              isSlot ? row : null,
              annotation.parseTuple(),
              annotation.textSignature() && !annotation.parseTuple(),
              annotation.doc(),
              java));
    }
  }

  private static FunctionKind kind(PythonSignature signature) {
    return switch (signature.receiver()) {
      case SELF -> FunctionKind.METHOD;
      case NONE -> FunctionKind.STATIC_METHOD;
      case CLS ->
          signature.name().equals("__new__") ? FunctionKind.NEW : FunctionKind.CLASS_METHOD;
    };
  }

  /** The slot of a special method; null for a method that is none. */
  private Row slot(String method, String chosen) {
    if (method.equals("__richcompare__")) {
      return special.slot("compare");
    }
    List<Row> rows = special.named(method);
    if (chosen.isEmpty()) {
      return rows.stream().filter(row -> row.heap() != Heap.INHERIT).findFirst().orElse(null);
    }
    return rows.stream()
        .filter(row -> row.slot().equals(chosen))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no slot " + chosen + " for " + method));
  }

  private TypePart typePart(TypeElement owner, BuiltinType type, List<Slot> slots) {
    boolean isObject = owner.getQualifiedName().contentEquals(OBJECT_TYPE);
    TypeElement base = isObject ? null : base(type);
    List<Row> own = ownSlots(type, slots);
    boolean refusesHash = has(own, "compare") && !has(own, "hash");
    JavaClass inherited = slotsBase(owner, type, base);
    JavaClass javaClass = types.javaClass(owner);
    boolean writes = !slots.isEmpty() || refusesHash;
    return new TypePart(
        type.name(),
        type.module(),
        base == null ? null : types.javaClass(base),
        types.isValue(owner) ? javaClass : new JavaClass(BuiltinModel.RUNTIME, "PyObject"),
        flags(type),
        own,
        inherited,
        writes ? new JavaClass(javaClass.packageName(), javaClass.stem() + "Slots") : inherited,
        writes,
        type.textSignature(),
        refusesHash,
        type.heapType());
  }

  private TypeElement base(BuiltinType type) {
    TypeElement base = types.element(type::base);
    return base.getQualifiedName().contentEquals("java.lang.Object")
        ? types.named(OBJECT_TYPE)
        : base;
  }

  /**
   * The class that the slots of a type extend: hand-written, or those of the base. A base may be a
   * mere holder of a type that has the slots of the Java class above.
   */
  private JavaClass slotsBase(TypeElement owner, BuiltinType type, TypeElement base) {
    TypeElement handwritten = types.element(type::slots);
    if (!handwritten.getQualifiedName().contentEquals("java.lang.Object")) {
      return types.javaClass(handwritten);
    }
    TypeElement above = base;
    if (base != null && !JavaTypes.isAnnotated(base, BuiltinType.class)) {
      above = types.superclass(owner, e -> JavaTypes.isAnnotated(e, BuiltinType.class));
    }
    return above == null ? TYPE_SLOTS : type(above).type().slotsClass();
  }

  private List<Row> ownSlots(BuiltinType type, List<Slot> slots) {
    List<Row> own = new ArrayList<>(slots.stream().map(Slot::row).toList());
    for (String name : type.handwritten()) {
      Row row = special.slot(name) != null ? special.slot(name) : slot(name, "");
      if (row == null) {
        throw new IllegalArgumentException("no such slot: " + name);
      }
      own.add(row);
    }
    List<Row> order = special.rows();
    own.sort(Comparator.comparing(order::indexOf));
    for (int i = 1; i < own.size(); i++) {
      if (own.get(i) == own.get(i - 1)) {
        throw new IllegalArgumentException("two methods for the slot " + own.get(i).slot());
      }
    }
    return own;
  }

  private static boolean has(List<Row> rows, String slot) {
    return rows.stream().anyMatch(row -> row.slot().equals(slot));
  }

  private static String flags(BuiltinType type) {
    String pattern =
        switch (type.pattern()) {
          case SEQUENCE, SEQUENCE_SELF -> "SEQUENCE";
          case MAPPING, MAPPING_SELF -> "MAPPING";
          default -> "NONE";
        };
    return "%b, %b, %b, true, %b, TypeFlags.Pattern.%s, %b, %d, %d"
        .formatted(
            type.subclassable(),
            type.instanceDict(),
            type.weakReferences(),
            !type.disallowNew(),
            pattern,
            type.pattern().name().endsWith("SELF"),
            type.basicSize(),
            type.itemSize());
  }

  // ---- modules

  /**
   * The model of a module.
   *
   * @throws ModelException where the annotations make no sense
   */
  BuiltinModel module(TypeElement owner) {
    BuiltinModule module = JavaTypes.annotation(owner, BuiltinModule.class);
    List<Callable> functions = new ArrayList<>();
    for (ExecutableElement method : methods(owner)) {
      Function annotation = method.getAnnotation(Function.class);
      if (annotation != null) {
        functions.add(ModelException.at(method, () -> function(method, annotation)));
      }
    }
    boolean executes = types.isNativeModule(owner);
    boolean stateful = executes || functions.stream().anyMatch(f -> f.java().onInstance());
    List<JavaClass> contained =
        types.elements(module::types).stream().map(types::javaClass).toList();
    return new BuiltinModel(
        types.javaClass(owner),
        null,
        new ModulePart(module.value(), contained, stateful, executes),
        module.doc(),
        functions,
        List.of(),
        List.of(),
        values(owner));
  }

  private Callable function(ExecutableElement method, Function annotation) {
    PythonSignature signature = PythonSignature.parseFunction(annotation.value());
    return new Callable(
        signature,
        FunctionKind.FUNCTION,
        null,
        annotation.parseTuple(),
        annotation.textSignature() && !annotation.parseTuple(),
        annotation.doc(),
        types.target(method, signature, null));
  }

  // ---- both

  private List<ExecutableElement> methods(TypeElement owner) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeElement source : sources(owner)) {
      for (Element member : source.getEnclosedElements()) {
        if (member instanceof ExecutableElement method
            && member.getKind() == ElementKind.METHOD) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private List<Attribute> attributes(TypeElement owner) {
    Map<String, ExecutableElement> setters = new TreeMap<>();
    for (ExecutableElement method : methods(owner)) {
      Setter setter = method.getAnnotation(Setter.class);
      if (setter != null && setters.put(setter.value(), method) != null) {
        throw new ModelException(method, "a second setter of " + setter.value());
      }
    }
    List<Attribute> attributes = new ArrayList<>();
    for (ExecutableElement method : methods(owner)) {
      Getter getter = method.getAnnotation(Getter.class);
      if (getter != null) {
        ExecutableElement setter = setters.remove(getter.value());
        attributes.add(attribute(owner, getter, method, setter));
      }
    }
    if (!setters.isEmpty()) {
      ExecutableElement lone = setters.values().iterator().next();
      throw new ModelException(lone, "a setter without a getter");
    }
    return attributes;
  }

  private Attribute attribute(
      TypeElement owner, Getter getter, ExecutableElement method, ExecutableElement setter) {
    PythonSignature get = PythonSignature.parse("get(self, /)");
    PythonSignature set = PythonSignature.parse("set(self, value, /)");
    return new Attribute(
        getter.value(),
        getter.doc(),
        getter.member(),
        ModelException.at(method, () -> types.target(method, get, owner)),
        setter == null
            ? null
            : ModelException.at(setter, () -> types.target(setter, set, owner)));
  }

  private List<BuiltinModel.Value> values(TypeElement owner) {
    List<BuiltinModel.Value> values = new ArrayList<>();
    for (TypeElement source : sources(owner)) {
      for (Element member : source.getEnclosedElements()) {
        Value value = member.getAnnotation(Value.class);
        if (value != null) {
          values.add(ModelException.at(member, () -> value(source, (VariableElement) member, value)));
        }
      }
    }
    return values;
  }

  private BuiltinModel.Value value(TypeElement source, VariableElement field, Value value) {
    if (!field.getModifiers().contains(Modifier.STATIC)) {
      throw new IllegalArgumentException("a value is a static field");
    }
    JavaClass owner = types.javaClass(source);
    return new BuiltinModel.Value(
        value.value(), owner.qualified() + "." + field.getSimpleName(), types.type(field.asType()));
  }
}

package org.krait.generators;

import java.util.List;
import java.util.stream.Collectors;
import org.krait.generators.SpecialTable.Row;

/**
 * A builtin type or module as its annotations describe it.
 *
 * @param owner the annotated class
 * @param type what is said of a type, null for a module
 * @param module what is said of a module, null for a type
 * @param functions all functions but slots, in order
 * @param slots the slots that are written in Java
 * @param attributes computed attributes
 * @param values constant attributes
 */
record BuiltinModel(
    JavaClass owner,
    TypePart type,
    ModulePart module,
    String doc,
    List<Callable> functions,
    List<Slot> slots,
    List<Attribute> attributes,
    List<Value> values) {

  /**
   * A Java class by its names.
   *
   * @param packageName its package
   * @param nesting its simple name behind those of the classes around it: {@code PyDict.Keys}
   */
  record JavaClass(String packageName, String nesting) {
    /** The first part of the names of the classes that are made from it: {@code PyDictKeys}. */
    String stem() {
      return nesting.replace(".", "");
    }

    /** How a class of a package refers to it. */
    String seenFrom(String otherPackage) {
      return packageName.equals(otherPackage)
              || packageName.equals(RUNTIME)
              || packageName.equals(RUNTIME + ".types")
          ? nesting
          : packageName + "." + nesting;
    }

    String qualified() {
      return packageName + "." + nesting;
    }
  }

  /** The package of the object protocol; generated classes import it and {@code types} below it. */
  static final String RUNTIME = "org.krait.runtime";

  /**
   * What only a type has.
   *
   * @param name the Python name
   * @param module the Python module it says it is from
   * @param base the Java class of the base, null for {@code object}
   * @param instances the Java class of instances
   * @param flags the arguments of TypeFlags
   * @param ownSlots all slots that are the type's own, those not written in the class with them
   * @param slotsBase the class that the generated slots extend
   * @param slotsClass the class whose INSTANCE the slots are
   * @param writesSlots whether that class is to be generated
   * @param textSignature the text that is written for calls, empty for none
   * @param refusesHash whether values are compared but cannot be hashed
   * @param heapType whether CPython makes the type when its module is loaded
   */
  record TypePart(
      String name,
      String module,
      JavaClass base,
      JavaClass instances,
      String flags,
      List<Row> ownSlots,
      JavaClass slotsBase,
      JavaClass slotsClass,
      boolean writesSlots,
      String textSignature,
      boolean refusesHash,
      boolean heapType) {}

  /**
   * What only a module has.
   *
   * @param name the Python name
   * @param types the classes of the types in it
   * @param stateful whether functions are methods of an object of the class
   * @param executes whether the class implements NativeModule
   */
  record ModulePart(String name, List<JavaClass> types, boolean stateful, boolean executes) {}

  /** What a function becomes; as {@code BuiltinTable.Kind} at run time. */
  enum FunctionKind {
    METHOD,
    CLASS_METHOD,
    STATIC_METHOD,
    NEW,
    FUNCTION
  }

  /**
   * A function that Python code can call.
   *
   * @param slot the slot that is the same method, null for most
   * @param shown whether Python sees the signature
   */
  record Callable(
      PythonSignature signature,
      FunctionKind kind,
      Row slot,
      boolean parseTuple,
      boolean shown,
      String doc,
      JavaTarget java) {
    String name() {
      return signature.name();
    }
  }

  /** A slot written in Java. */
  record Slot(Row row, PythonSignature signature, JavaTarget java) {}

  /**
   * A computed attribute.
   *
   * @param setter null when it cannot be set
   */
  record Attribute(String name, String doc, boolean member, JavaTarget getter, JavaTarget setter) {}

  /** A constant attribute: a static field. */
  record Value(String name, String expression, JavaType type) {}

  /**
   * A Java method to call.
   *
   * @param owner its class
   * @param onInstance whether it is an instance method
   * @param thread whether the thread state comes first
   * @param receiver the type of an explicit receiver parameter, or null
   * @param parameters those of the Python parameters
   */
  record JavaTarget(
      JavaClass owner,
      String method,
      boolean onInstance,
      boolean thread,
      JavaType receiver,
      List<JavaParameter> parameters,
      JavaType result) {}

  /** A Java parameter that takes an argument. */
  record JavaParameter(JavaType type, SliceBound bound) {}

  /** Whether an argument is the bound of a slice. */
  enum SliceBound {
    NONE,
    OR_NONE,
    NOT_NONE
  }

  /** How a Java type takes part in conversions; OWN types bring a converter of their own. */
  enum Conversion {
    VOID,
    BOOLEAN,
    INT,
    LONG,
    DOUBLE,
    TEXT,
    OBJECT,
    INSTANCE,
    OWN,
    ARRAY,
    NAMES
  }

  /**
   * A Java type.
   *
   * @param javaClass null for primitive types and arrays
   * @param pythonName the name in messages, for INSTANCE
   */
  record JavaType(Conversion conversion, JavaClass javaClass, String pythonName) {}

  /** The name of a generated class that belongs to the owner. */
  String generated(String ending) {
    return owner.stem() + ending;
  }

  /** For messages and comments. */
  @Override
  public String toString() {
    return owner.qualified()
        + functions.stream().map(Callable::name).collect(Collectors.joining(", ", "(", ")"));
  }
}

package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link EarlyCompilation} uses the compiler's rooms while the main thread may meet the same classes for the
 * first time. Two threads that initialise two classes wait for each other for ever when each class needs
 * the other: so no two of these may.
 */
class InitialisersTest {
  private static final List<String> ROOMS = List.of("constants", "bytecode", "syntax", "compiler");

  private record Method(String owner, String name, String type) {}

  private final Map<String, ClassModel> classes = new HashMap<>();

  @Test
  void noTwoClassesOfTheCompilerNeedEachOther() throws Exception {
    Path here = Path.of(InitialisersTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (String room : ROOMS) {
      read(here.resolve("../../../" + room + "/target/classes").normalize());
    }
    assertTrue(classes.size() > 200, "only " + classes.size() + " classes found");
    Map<String, Set<String>> needs = new HashMap<>();
    for (String name : classes.keySet()) {
      if (initialiser(name) != null) {
        needs.put(name, needed(name));
      }
    }
    List<String> cycles = new ArrayList<>();
    needs.forEach(
        (name, others) -> {
          for (String other : others) {
            if (name.compareTo(other) < 0 && needs.getOrDefault(other, Set.of()).contains(name)) {
              cycles.add(name + " and " + other);
            }
          }
        });
    assertEquals(List.of(), cycles);
  }

  private void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        ClassModel model = ClassFile.of().parse(file);
        classes.put(model.thisClass().asInternalName(), model);
      }
    }
  }

  private MethodModel initialiser(String owner) {
    return declared(new Method(owner, "<clinit>", "()V"));
  }

  private MethodModel declared(Method wanted) {
    ClassModel model = classes.get(wanted.owner);
    if (model != null) {
      for (MethodModel method : model.methods()) {
        if (method.methodName().equalsString(wanted.name) && method.methodType().equalsString(wanted.type)) {
          return method;
        }
      }
    }
    return null;
  }

  /** The method that a call means, as far as its class says; of the rooms' classes, or null. */
  private Method called(String owner, String name, String type) {
    ClassModel model = classes.get(owner);
    if (model == null) {
      return null;
    }
    Method here = new Method(owner, name, type);
    if (declared(here) != null) {
      return here;
    }
    List<ClassEntry> above = new ArrayList<>(model.interfaces());
    model.superclass().ifPresent(above::add);
    for (ClassEntry one : above) {
      Method found = called(one.asInternalName(), name, type);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The classes that may be initialised while a class is: by what its initialiser and all that it calls name. */
  private Set<String> needed(String first) {
    Set<String> found = new HashSet<>();
    Set<Method> read = new HashSet<>();
    Deque<String> names = new ArrayDeque<>(List.of(first));
    Deque<Method> methods = new ArrayDeque<>();
    while (!names.isEmpty() || !methods.isEmpty()) {
      if (!names.isEmpty()) {
        String name = names.pop();
        ClassModel model = classes.get(name);
        if (model != null && found.add(name)) {
          model.superclass().ifPresent(above -> names.push(above.asInternalName()));
          model.interfaces().stream()
              .map(ClassEntry::asInternalName)
              .filter(this::isInitialisedWithClasses)
              .forEach(names::push);
          methods.push(new Method(name, "<clinit>", "()V"));
        }
        continue;
      }
      Method method = methods.pop();
      MethodModel model = read.add(method) ? declared(method) : null;
      if (model != null && model.code().isPresent()) {
        for (CodeElement element : model.code().get()) {
          switch (element) {
            case FieldInstruction field when isStatic(field.opcode()) ->
                names.push(field.owner().asInternalName());
            case NewObjectInstruction made -> names.push(made.className().asInternalName());
            case InvokeInstruction call -> {
              if (isStatic(call.opcode())) {
                names.push(call.owner().asInternalName());
              }
              Method next =
                  called(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
              if (next != null) {
                methods.push(next);
              }
            }
            default -> {}
          }
        }
      }
    }
    return found;
  }

  private static boolean isStatic(Opcode opcode) {
    return opcode == Opcode.GETSTATIC || opcode == Opcode.PUTSTATIC || opcode == Opcode.INVOKESTATIC;
  }

  /** Interfaces are initialised with the classes that implement them when they have default methods. */
  private boolean isInitialisedWithClasses(String name) {
    ClassModel model = classes.get(name);
    return model != null
        && model.methods().stream()
            .anyMatch(method -> method.code().isPresent() && !method.flags().has(AccessFlag.STATIC));
  }
}

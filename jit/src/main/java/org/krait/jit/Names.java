package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Concurrency;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.SpecialResults;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.AsyncRequests;
import org.krait.runtime.execution.AttributeMemory;
import org.krait.runtime.execution.CompiledCode;
import org.krait.runtime.execution.ComputedAttribute;
import org.krait.runtime.execution.Creation;
import org.krait.runtime.execution.Deoptimize;
import org.krait.runtime.execution.Draining;
import org.krait.runtime.execution.Exit;
import org.krait.runtime.execution.GenericOperations;
import org.krait.runtime.execution.Each;
import org.krait.runtime.execution.GuardedComplex;
import org.krait.runtime.execution.GuardedDerived;
import org.krait.runtime.execution.GuardedContainers;
import org.krait.runtime.execution.GuardedItems;
import org.krait.runtime.execution.GuardedKeys;
import org.krait.runtime.execution.GuardedNumberItems;
import org.krait.runtime.execution.GuardedSequences;
import org.krait.runtime.execution.GuardedNumberSlots;
import org.krait.runtime.execution.GuardedMixed;
import org.krait.runtime.execution.GuardedNumbers;
import org.krait.runtime.execution.GuardedOperations;
import org.krait.runtime.execution.GuardedPatterns;
import org.krait.runtime.execution.GuardedProtocols;
import org.krait.runtime.execution.GuardedStars;
import org.krait.runtime.execution.GuardedTexts;
import org.krait.runtime.execution.GuardedWords;
import org.krait.runtime.execution.ListRoom;
import org.krait.runtime.execution.MatchedClass;
import org.krait.runtime.execution.NamedAttributes;
import org.krait.runtime.execution.NativeTarget;
import org.krait.runtime.execution.Outlined;
import org.krait.runtime.execution.Passing;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.Resumable;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.DictKeys;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The classes of the runtime that generated classes name. */
final class Names {
  static final ClassDesc OBJECT = of(PyObject.class);
  static final ClassDesc OBJECTS = OBJECT.arrayType();
  static final ClassDesc THREAD = of(ThreadState.class);
  static final ClassDesc FUNCTION = of(PyFunction.class);
  static final ClassDesc FRAME = of(PyFrame.class);
  static final ClassDesc CODE = of(PyCode.class);
  static final ClassDesc DICT = of(PyDict.class);
  static final ClassDesc DICT_KEYS = of(DictKeys.class);
  static final ClassDesc STR = of(PyStr.class);
  static final ClassDesc TYPE = of(PyType.class);
  static final ClassDesc SHAPE = of(Shape.class);
  static final ClassDesc CELL = of(GlobalCell.class);
  static final ClassDesc COMPILED = of(CompiledCode.class);
  static final ClassDesc ASYNC_REQUESTS = of(AsyncRequests.class);
  static final ClassDesc AWAITED = of(org.krait.runtime.execution.Awaited.class);
  static final ClassDesc DELEGATION = of(org.krait.runtime.execution.Delegation.class);
  static final ClassDesc CHAIN = of(org.krait.runtime.execution.Chain.class);
  static final ClassDesc RESUMABLE = of(Resumable.class);
  static final ClassDesc CONCURRENCY = of(Concurrency.class);
  static final ClassDesc EACH = of(Each.class);
  static final ClassDesc SINK = of(Sink.class);
  static final ClassDesc LIST_ROOM = of(ListRoom.class);
  static final ClassDesc DRAINING = of(Draining.class);
  static final ClassDesc NONE = of(PyNone.class);
  static final ClassDesc EXIT = of(Exit.class);
  static final ClassDesc EXITS = of(Exit.class).arrayType();
  static final ClassDesc GENERIC = of(GenericOperations.class);
  static final ClassDesc SPECIAL = of(SpecialResults.class);
  static final ClassDesc PASSING = of(Passing.class);
  static final ClassDesc OUTLINED = of(Outlined.class);
  static final ClassDesc EXCEPTION = of(PyBaseException.class);
  static final ClassDesc DEOPTIMIZE = of(Deoptimize.class);
  static final ClassDesc NAMED_ATTRIBUTES = of(NamedAttributes.class);
  static final ClassDesc MATCHED_CLASS = of(MatchedClass.class);
  static final ClassDesc ATTRIBUTE_MEMORY = of(AttributeMemory.class);
  static final ClassDesc COMPUTED_ATTRIBUTE = of(ComputedAttribute.class);
  static final ClassDesc NATIVE_TARGET = of(NativeTarget.class);
  static final ClassDesc LOADER = of(UnitLoader.class);

  private static final Map<String, ClassDesc> GUARDED = guarded();

  private Names() {}

  /** The class that has a guarded operation. */
  static ClassDesc ofGuarded(String operation) {
    return GUARDED.get(operation);
  }

  private static Map<String, ClassDesc> guarded() {
    Map<String, ClassDesc> owners = new HashMap<>();
    for (Class<?> owner :
        List.of(
            GuardedOperations.class, GuardedNumbers.class, GuardedMixed.class, GuardedWords.class, GuardedItems.class, GuardedDerived.class, GuardedKeys.class,
            GuardedNumberItems.class, GuardedSequences.class, GuardedComplex.class, GuardedTexts.class, GuardedNumberSlots.class, NamedAttributes.class, AttributeMemory.class, Creation.class,
            GuardedContainers.class, GuardedProtocols.class, GuardedStars.class, GuardedPatterns.class)) {
      ClassDesc desc = of(owner);
      for (Method method : owner.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          owners.put(method.getName(), desc);
        }
      }
    }
    return owners;
  }

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }
}

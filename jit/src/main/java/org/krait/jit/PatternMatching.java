package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.MatchedClass;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What {@code match} asks of its subject (PEP 634). */
final class PatternMatching {
  private static final PyStr MATCH_ARGS = PyStr.of("__match_args__").intern();

  private final Translation t;
  private final OtherInstructions others;

  PatternMatching(Translation t, OtherInstructions others) {
    this.t = t;
    this.others = others;
  }

  void translate(int op, int arg) {
    switch (op) {
      case MATCH_SEQUENCE -> kind("isSequence");
      case MATCH_MAPPING -> kind("isMapping");
      case GET_LEN -> length();
      case MATCH_KEYS -> keys();
      case MATCH_CLASS -> ofClass(arg);
      default -> throw new IllegalArgumentException("no instruction of match");
    }
  }

  private void kind(String question) {
    t.settle();
    t.load(t.top(1), Kind.REFERENCE);
    t.out.guarded(question, Translation.TRUTH, Translation.OBJECT);
    t.pushed(Kind.TRUTH, null);
  }

  private void length() {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      others.interpret(GET_LEN, 0, 1, 2, 0);
      return;
    }
    t.settle();
    t.load(t.top(1), Kind.REFERENCE);
    t.out.guarded("length", Translation.LONG, Translation.OBJECT);
    t.pushed(Kind.LONG, null);
  }

  private void keys() {
    t.safepoints.ensure();
    PyObject[] keys = t.top(1) instanceof Value.Constant(PyObject object) ? ((PyTuple) object).items() : null;
    if (keys == null || !Arrays.stream(keys).allMatch(PatternMatching::isPlain) || t.seen.distrusted()) {
      others.interpret(MATCH_KEYS, 0, 2, 3, 0);
      return;
    }
    t.settle();
    t.load(t.top(2), Kind.REFERENCE);
    t.loadObject(keys, Names.OBJECTS);
    t.out.guarded("matchKeys", Translation.OBJECT, Translation.OBJECT, Names.OBJECTS);
    t.pushed(Kind.REFERENCE, null);
  }

  private static boolean isPlain(PyObject key) {
    return key.getClass() == PyStr.class || key.getClass() == PyLong.class;
  }

  private void ofClass(int positional) {
    t.safepoints.ensure();
    MatchedClass pattern = t.seen.distrusted() ? null : pattern(t.top(2), positional, t.top(1));
    if (pattern == null) {
      others.interpret(MATCH_CLASS, positional, 3, 1, 0);
      return;
    }
    t.pop();
    t.pop();
    t.load(t.operands(1)[0], Kind.REFERENCE);
    t.loadObject(pattern, Names.MATCHED_CLASS);
    t.out.guarded("matchClass", Translation.OBJECT, Translation.OBJECT, Names.MATCHED_CLASS);
    t.pushed(Kind.REFERENCE, null);
  }

  /** The pattern, where the class is a constant of a plain kind; else null. */
  private MatchedClass pattern(Value of, int positional, Value named) {
    if (!(of instanceof Value.Constant(PyObject object)) || !(object instanceof PyType type)
        || type.type() != PyType.TYPE || !(named instanceof Value.Constant(PyObject names))) {
      return null;
    }
    PyObject[] keywords = ((PyTuple) names).items();
    if (positional > 0 && !t.assume(type.unchanged(MATCH_ARGS))) {
      return null;
    }
    PyObject declared = positional == 0 ? PyTuple.EMPTY : type.lookup(MATCH_ARGS);
    if (declared == null) {
      boolean isSubject = type.matchesSelf() && positional == 1 && keywords.length == 0;
      return isSubject ? MatchedClass.ofSubject(type) : null;
    }
    if (declared.getClass() != PyTuple.class || ((PyTuple) declared).size() < positional) {
      return null;
    }
    Set<PyStr> all = new LinkedHashSet<>();
    for (int i = 0; i < positional; i++) {
      if (((PyTuple) declared).get(i) instanceof PyStr name) {
        all.add(name.intern());
      }
    }
    for (PyObject keyword : keywords) {
      all.add(((PyStr) keyword).intern());
    }
    // Fewer are left where one stands twice or is no text, which raises.
    return all.size() == positional + keywords.length
        ? new MatchedClass(type, all.toArray(PyStr[]::new))
        : null;
  }
}

package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.TypeFlags;
import org.krait.runtime.TypeSlots;
import org.krait.runtime.TypeTable;

/**
 * The types of {@link PyStructSequence}, made from a name and a list of fields
 * ({@code Objects/structseq.c} in CPython).
 */
public final class StructSequenceType extends TypeTable {
  private static final int NEW = 0;
  private static final int REPR = 1;
  private static final int REDUCE = 2;
  private static final int REPLACE = 3;
  private static final String[] METHODS = {"__new__", "__repr__", "__reduce__", "__replace__"};

  private final String module;
  private final String name;
  private final int visible;
  private final String[] allFields;
  private final String[] named;
  private final int[] places;
  private final PyType type;

  private final boolean single;
  private boolean closed;

  private StructSequenceType(String fullName, int visible, boolean single, String[] fields) {
    this.single = single;
    int dot = fullName.lastIndexOf('.');
    this.module = dot < 0 ? "builtins" : fullName.substring(0, dot);
    this.name = fullName.substring(dot + 1);
    this.visible = visible;
    this.allFields = fields;
    // Loops and no streams: some of these types are made by every start.
    int[] at = new int[fields.length];
    String[] found = new String[fields.length];
    int count = 0;
    for (int i = 0; i < fields.length; i++) {
      if (!fields[i].isEmpty()) {
        at[count] = i;
        found[count++] = fields[i];
      }
    }
    this.places = Arrays.copyOf(at, count);
    this.named = Arrays.copyOf(found, count);
    this.type = PyType.builtin(this);
  }

  /**
   * A type.
   *
   * @param fullName with the module: {@code os.stat_result}
   * @param visible how many fields the tuple shows
   * @param fields names, empty for a visible field without one
   */
  public static StructSequenceType of(String fullName, int visible, String... fields) {
    return new StructSequenceType(fullName, visible, false, fields);
  }

  /** A type of which programs make no instances. */
  public static StructSequenceType ofClosed(String fullName, int visible, String... fields) {
    StructSequenceType made = of(fullName, visible, fields);
    made.closed = true;
    return made;
  }

  /** A type with one field, whose instances are made from its value instead of a sequence. */
  public static StructSequenceType ofOne(String fullName, String field) {
    return new StructSequenceType(fullName, 1, true, new String[] {field});
  }

  public PyType type() {
    return type;
  }

  int visible() {
    return visible;
  }

  /** An instance that takes over the values of all fields. */
  public PyStructSequence make(PyObject... values) {
    return new PyStructSequence(this, values, null);
  }

  /** An instance whose missing (null) fields, beyond the length of the tuple, are asked for when read. */
  public PyStructSequence makeLate(
      java.util.function.IntFunction<PyObject> late, PyObject... values) {
    return new PyStructSequence(this, values, late);
  }

  private PyObject create(PyObject sequence, PyObject dict) {
    if (closed) {
      throw Errors.typeError("cannot create '%s.%s' instances", module, name);
    }
    if (single) {
      return make(sequence);
    }
    if (dict != null && !(dict instanceof PyDict)) {
      throw Errors.typeError("%s.%s() takes a dict as second arg, if any", module, name);
    }
    PyObject[] given = Iteration.toArray(sequence);
    if (given.length < visible || given.length > allFields.length) {
      String bound =
          visible == allFields.length
              ? "a " + visible + "-sequence"
              : given.length < visible
                  ? "an at least " + visible + "-sequence"
                  : "an at most " + allFields.length + "-sequence";
      throw Errors.typeError(
          "%s.%s() takes %s (%d-sequence given)", module, name, bound, given.length);
    }
    PyObject[] values = Arrays.copyOf(given, allFields.length);
    for (int i = given.length; i < values.length; i++) {
      PyObject value = dict instanceof PyDict d ? d.get(PyStr.interned(allFields[i])) : null;
      values[i] = value == null ? PyNone.NONE : value;
    }
    return make(values);
  }

  private PyObject repr(PyStructSequence self) {
    StringBuilder text = new StringBuilder(type.fullName()).append('(');
    for (int i = 0; i < visible; i++) {
      text.append(i == 0 ? "" : ", ").append(allFields[i]).append('=');
      text.append(Objects.repr(self.get(i)));
    }
    return PyStr.of(text.append(')').toString());
  }

  private PyObject reduce(PyStructSequence self) {
    PyDict hidden = new PyDict();
    for (int i = visible; i < allFields.length; i++) {
      hidden.put(PyStr.interned(allFields[i]), self.field(i));
    }
    return single
        ? PyTuple.of(type, PyTuple.of(self.get(0)))
        : PyTuple.of(type, PyTuple.of(PyTuple.of(self.items().clone()), hidden));
  }

  private PyObject replace(PyStructSequence self, PyObject[] args, PyStr[] names) {
    PyObject[] values = self.fields().clone();
    int first = args.length - (names == null ? 0 : names.length);
    for (int i = first; i < args.length; i++) {
      int at = Arrays.asList(allFields).indexOf(names[i - first].toString());
      if (at < 0) {
        throw Errors.typeError("Got unexpected field name(s): ['%s']", names[i - first]);
      }
      values[at] = args[i];
    }
    return make(values);
  }

  @Override
  public int count() {
    return METHODS.length;
  }

  @Override
  public String name(int id) {
    return METHODS[id];
  }

  @Override
  protected String kinds() {
    return new String(
        new char[] {
          (char) Kind.NEW.ordinal(), (char) Kind.METHOD.ordinal(), (char) Kind.METHOD.ordinal(),
          (char) Kind.METHOD.ordinal()
        });
  }

  @Override
  protected Signature makeSignature(int id) {
    return single
        ? new Signature(
            name, qualifiedName(id), "(" + named[0] + ")", 0, 1, 1, 0, 0, named[0])
        : new Signature(
            name, qualifiedName(id), "(iterable=(), /)", 0, 2, 1, 0, 0, "sequence", "dict");
  }

  @Override
  public PyObject callN(int id, PyObject self, PyObject[] args, PyStr[] names) {
    return switch (id) {
      case NEW -> {
        PyObject[] bound = signature(id).bind(args, names);
        yield create(bound[0], single ? null : bound[1]);
      }
      case REPR -> repr((PyStructSequence) self);
      case REDUCE -> reduce((PyStructSequence) self);
      default -> replace((PyStructSequence) self, args, names);
    };
  }

  @Override
  protected String[] attributeNames() {
    return named;
  }

  @Override
  public boolean isMember(int id) {
    return true;
  }

  @Override
  public PyObject get(int id, PyObject self) {
    return ((PyStructSequence) self).field(places[id]);
  }

  @Override
  protected String[] valueNames() {
    return new String[] {"n_sequence_fields", "n_fields", "n_unnamed_fields", "__match_args__"};
  }

  @Override
  protected PyObject value(int id) {
    return switch (id) {
      case 0 -> PyLong.of(visible);
      case 1 -> PyLong.of(allFields.length);
      case 2 -> PyLong.of(allFields.length - named.length);
      default -> {
        PyObject[] shown = new PyObject[visible];
        int count = 0;
        for (int i = 0; i < visible; i++) {
          if (!allFields[i].isEmpty()) {
            shown[count++] = PyStr.interned(allFields[i]);
          }
        }
        yield PyTuple.of(Arrays.copyOf(shown, count));
      }
    };
  }

  @Override
  public String module() {
    return module;
  }

  @Override
  public String typeName() {
    return name;
  }

  @Override
  public PyType base() {
    return PyTuple.TYPE;
  }

  @Override
  public Class<?> javaClass() {
    return PyStructSequence.class;
  }

  @Override
  public TypeFlags typeFlags() {
    TypeFlags tuple = PyTuple.TYPE.flags();
    return new TypeFlags(
        false, false, false, true, true, tuple.pattern(), tuple.matchesSelf(), 24, 8);
  }

  @Override
  public TypeSlots slots() {
    return StructSequenceSlots.INSTANCE;
  }

  /** A tuple's slots, but for the repr. */
  private static final class StructSequenceSlots extends PyTupleSlots {
    static final StructSequenceSlots INSTANCE = new StructSequenceSlots();

    @Override
    public PyObject repr(PyObject self) {
      PyStructSequence sequence = (PyStructSequence) self;
      return sequence.kind().repr(sequence);
    }
  }
}

package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code re.Match}: where a pattern and its groups matched. */
@BuiltinType(name = "Match", module = "re", subclassable = false, disallowNew = true)
public final class PyMatch extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMatchTable());

  private final PyPattern pattern;
  private final Subject subject;
  private final int from;
  private final int to;
  private final int[] spans;
  private final int lastIndex;

  /** The match that a search is at. */
  PyMatch(Search search) {
    pattern = search.pattern;
    subject = search.subject;
    from = search.from;
    to = search.to;
    spans = search.spans();
    lastIndex = search.lastIndex();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  boolean isBytes() {
    return subject.isBytes();
  }

  /** A group by number, or the default when it did not take part. */
  PyObject slice(int group, PyObject otherwise) {
    int start = spans[2 * group];
    return start < 0 ? otherwise : subject.slice(start, spans[2 * group + 1]);
  }

  /** The number of a group that is given by number or name. */
  private int group(PyObject key) {
    long number = -1;
    if (Subscripts.isIndex(key)) {
      PyInt index = Arguments.index(key);
      number = index.fitsLong() ? index.longValue() : -1;
    } else {
      PyObject named = key instanceof PyStr ? pattern.groupIndex.get(key) : lookup(key);
      number = named instanceof PyInt index ? index.longValue() : -1;
    }
    if (number < 0 || number > pattern.groups) {
      throw Errors.indexError("no such group");
    }
    return (int) number;
  }

  private PyObject lookup(PyObject key) {
    try {
      return pattern.groupIndex.get(key);
    } catch (org.krait.runtime.PyException e) {
      return null;
    }
  }

  @Method("group(self, /, *args)")
  PyObject group(PyObject[] args) {
    switch (args.length) {
      case 0 -> {
        return slice(0, PyNone.NONE);
      }
      case 1 -> {
        return slice(group(args[0]), PyNone.NONE);
      }
      default -> {
        PyObject[] items = new PyObject[args.length];
        for (int i = 0; i < items.length; i++) {
          items[i] = slice(group(args[i]), PyNone.NONE);
        }
        return PyTuple.of(items);
      }
    }
  }

  @Method("__getitem__(self, key, /)")
  PyObject getitem(PyObject key) {
    return slice(group(key), PyNone.NONE);
  }

  @Method("groups(self, /, default=None)")
  PyObject groups(PyObject otherwise) {
    PyObject[] items = new PyObject[pattern.groups];
    for (int i = 0; i < items.length; i++) {
      items[i] = slice(i + 1, otherwise);
    }
    return PyTuple.of(items);
  }

  @Method("groupdict(self, /, default=None)")
  PyObject groupdict(PyObject otherwise) {
    PyDict named = new PyDict();
    for (PyDict.Entry entry : pattern.groupIndex.entryList()) {
      named.put(entry.key(), slice(group(entry.value()), otherwise));
    }
    return named;
  }

  @Method("start(self, group=0, /)")
  int start(PyObject group) {
    return spans[2 * group(group)];
  }

  @Method("end(self, group=0, /)")
  int end(PyObject group) {
    return spans[2 * group(group) + 1];
  }

  @Method("span(self, group=0, /)")
  PyObject span(PyObject group) {
    return span(group(group));
  }

  private PyTuple span(int group) {
    return PyTuple.of(PyLong.of(spans[2 * group]), PyLong.of(spans[2 * group + 1]));
  }

  @Method("expand(self, /, template)")
  PyObject expand(PyObject template) {
    PyObject filter = PatternSubstitution.compile(pattern, template);
    return filter instanceof PyTemplate chunks ? chunks.expand(this) : filter.call(this);
  }

  @Method("__repr__(self, /)")
  PyObject repr() {
    String head = "<re.Match object; span=(%d, %d), match=".formatted(spans[0], spans[1]);
    return PyStr.of(head).concat(Objects.repr(slice(0, PyNone.NONE))).concat(PyStr.of(">"));
  }

  @Method("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Method("__deepcopy__(self, memo, /)")
  PyObject deepcopy(PyObject memo) {
    return this;
  }

  @Method("__class_getitem__(cls, item, /)")
  static PyObject classGetitem(PyType cls, PyObject item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "string", member = true)
  PyObject getString() {
    return subject.object;
  }

  @Getter(value = "re", member = true)
  PyObject getRe() {
    return pattern;
  }

  @Getter(value = "pos", member = true)
  int getPos() {
    return from;
  }

  @Getter(value = "endpos", member = true)
  int getEndpos() {
    return to;
  }

  @Getter("lastindex")
  PyObject getLastindex() {
    return lastIndex < 0 ? PyNone.NONE : PyLong.of(lastIndex);
  }

  @Getter("lastgroup")
  PyObject getLastgroup() {
    return lastIndex >= 0 && lastIndex < pattern.indexGroup.size()
        ? pattern.indexGroup.get(lastIndex)
        : PyNone.NONE;
  }

  @Getter("regs")
  PyObject getRegs() {
    PyObject[] items = new PyObject[pattern.groups + 1];
    for (int i = 0; i < items.length; i++) {
      items[i] = span(i);
    }
    return PyTuple.of(items);
  }
}

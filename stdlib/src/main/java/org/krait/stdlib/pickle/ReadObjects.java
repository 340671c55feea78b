package org.krait.stdlib.pickle;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.ClassCalls;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.DictCursor;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySetStorage;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Fills containers, finds classes, makes instances and gives them their state. */
final class ReadObjects {
  private static final PyStr SETSTATE = PyStr.interned("__setstate__");
  private static final PyStr DICT = PyStr.interned("__dict__");
  private static final PyStr FIND_CLASS = PyStr.interned("find_class");

  private final PickleReader reader;
  private final PickleStack stack;

  ReadObjects(PickleReader reader) {
    this.reader = reader;
    this.stack = reader.stack;
  }

  // ---- containers

  void append() {
    if (stack.size() - 1 <= stack.fence()) {
      throw stack.underflow();
    }
    appendAll(stack.size() - 1);
  }

  void appendAll(int from) {
    PyObject target = stack.below(from);
    int count = stack.size() - from;
    if (count == 0) {
      return;
    }
    if (target.getClass() == PyList.class) {
      if (count == 1) {
        ((PyList) target).append(stack.get(from));
      } else {
        ((PyList) target).appendAll(Arrays.copyOfRange(stack.array(), from, from + count), count);
      }
      stack.cut(from);
      return;
    }
    PyObject extend = Attributes.getOrNull(target, "extend");
    if (extend != null) {
      extend.call(PyList.of(stack.popAll(from)));
      return;
    }
    PyObject append = Attributes.get(target, "append");
    for (PyObject item : stack.popAll(from)) {
      append.call(item);
    }
  }

  void setItem() {
    setItems(stack.size() - 2);
  }

  void setItems(int from) {
    PyObject target = stack.below(from);
    int size = stack.size();
    if (size == from) {
      return;
    }
    if ((size - from) % 2 != 0) {
      throw PickleErrors.unpickling("odd number of items for SETITEMS");
    }
    if (target.getClass() == PyDict.class) {
      PyDict dict = (PyDict) target;
      for (int i = from; i < size; i += 2) {
        dict.put(stack.get(i), stack.get(i + 1));
      }
    } else {
      for (int i = from; i < size; i += 2) {
        Subscripts.set(target, stack.get(i), stack.get(i + 1));
      }
    }
    stack.cut(from);
  }

  void addItems(int from) {
    PyObject target = stack.below(from);
    if (stack.size() == from) {
      return;
    }
    PyObject[] items = stack.popAll(from);
    if (target.getClass() == PySet.class) {
      for (PyObject item : items) {
        ((PySet) target).add(item);
      }
      return;
    }
    PyObject add = Attributes.get(target, "add");
    for (PyObject item : items) {
      add.call(item);
    }
  }

  void dict(int from) {
    PyObject[] items = stack.popAll(from);
    if (items.length % 2 != 0) {
      throw PickleErrors.unpickling("odd number of items for DICT");
    }
    PyDict dict = new PyDict();
    for (int i = 0; i < items.length; i += 2) {
      dict.put(items[i], items[i + 1]);
    }
    stack.push(dict);
  }

  void frozenSet(int from) {
    PySetStorage elements = new PySetStorage();
    for (PyObject item : stack.popAll(from)) {
      elements.add(item);
    }
    stack.push(elements.size() == 0 ? PyFrozenSet.EMPTY : new PyFrozenSet(elements));
  }

  // ---- classes and functions

  void global() {
    byte[] module = reader.in.fullLine();
    PyStr moduleName = Codecs.decode(withoutEnd(module), "utf-8", "strict");
    byte[] name = reader.in.fullLine();
    stack.push(find(moduleName, Codecs.decode(withoutEnd(name), "utf-8", "strict")));
  }

  private static byte[] withoutEnd(byte[] line) {
    return Arrays.copyOf(line, line.length - 1);
  }

  void stackGlobal() {
    PyObject name = stack.pop();
    PyObject module = stack.pop();
    if (name.getClass() != PyStr.class || module.getClass() != PyStr.class) {
      throw PickleErrors.unpickling("STACK_GLOBAL requires str");
    }
    stack.push(find((PyStr) module, (PyStr) name));
  }

  void extension(int code) {
    if (code <= 0) {
      throw PickleErrors.unpickling("EXT specifies code <= 0");
    }
    PyObject number = PyLong.of(code);
    PyObject known = reader.state.extensionCache.get(number);
    if (known != null) {
      stack.push(known);
      return;
    }
    PyObject pair = reader.state.invertedRegistry.get(number);
    if (pair == null) {
      throw Errors.valueError("unregistered extension code %d", code);
    }
    if (!(pair instanceof PyTuple names)
        || names.size() != 2
        || !(names.get(0) instanceof PyStr module)
        || !(names.get(1) instanceof PyStr name)) {
      throw Errors.valueError("_inverted_registry[%d] isn't a 2-tuple of strings", code);
    }
    PyObject found = find(module, name);
    reader.state.extensionCache.put(number, found);
    stack.push(found);
  }

  private PyObject find(PyStr module, PyStr name) {
    PyObject owner = reader.owner;
    if (owner != null && owner.type() != PyUnpickler.TYPE) {
      return Attributes.get(owner, FIND_CLASS).call(module, name);
    }
    return findClass(module, name);
  }

  /** {@code Unpickler.find_class}. */
  PyObject findClass(PyObject module, PyObject name) {
    ThreadState thread = ThreadState.current();
    AuditHooks.raise(thread, "pickle.find_class", module, name);
    String moduleName = module.toString();
    String global = name.toString();
    if (reader.protocol < 3 && reader.fixImports) {
      String[] current =
          PickleState.translate(
              reader.state.namesOfTwo, reader.state.modulesOfTwo, "", module, name);
      moduleName = current[0];
      global = current[1];
    }
    PyObject found = PickleState.importModule(thread.interpreter, PyStr.interned(moduleName));
    if (reader.protocol < 4) {
      return attribute(found, global, global);
    }
    for (String part : global.split("\\.", -1)) {
      if (part.equals("<locals>")) {
        throw Errors.make(
            PyExceptions.AttributeError,
            "Can't get local attribute %s on %s",
            org.krait.runtime.Objects.repr(name), org.krait.runtime.Objects.repr(found));
      }
      found = attribute(found, part, global);
    }
    return found;
  }

  private static PyObject attribute(PyObject parent, String part, String whole) {
    PyObject value = Attributes.getOrNull(parent, part);
    if (value == null) {
      throw Errors.make(
          PyExceptions.AttributeError,
          "Can't get attribute %s on %s",
          org.krait.runtime.Objects.repr(PyStr.of(whole)), org.krait.runtime.Objects.repr(parent));
    }
    return value;
  }

  // ---- instances

  void instance() {
    int from = stack.mark();
    PyStr module = Codecs.decode(withoutEnd(reader.in.fullLine()), "ascii", "strict");
    PyStr name = Codecs.decode(withoutEnd(reader.in.fullLine()), "ascii", "strict");
    PyObject cls = find(module, name);
    stack.push(instantiate(cls, stack.popAll(from)));
  }

  void object() {
    int from = stack.mark();
    if (stack.size() - from < 1) {
      throw stack.underflow();
    }
    PyObject[] args = stack.popAll(from + 1);
    PyObject cls = stack.pop();
    stack.push(instantiate(cls, args));
  }

  private static PyObject instantiate(PyObject cls, PyObject[] args) {
    if (args.length == 0
        && cls instanceof PyType
        && Attributes.getOrNull(cls, "__getinitargs__") == null) {
      return Attributes.get(cls, "__new__").call(cls);
    }
    return cls.call(args, null);
  }

  void newObject() {
    PyObject args = stack.pop();
    PyObject cls = stack.pop();
    stack.push(make("NEWOBJ", cls, args, null));
  }

  void newObjectWithKeywords() {
    PyObject keywords = stack.pop();
    PyObject args = stack.pop();
    PyObject cls = stack.pop();
    stack.push(make("NEWOBJ_EX", cls, args, keywords));
  }

  private static PyObject make(String op, PyObject cls, PyObject args, PyObject keywords) {
    if (!(cls instanceof PyType type)) {
      throw PickleErrors.unpickling(
          "%s class argument must be a type, not %s", op, cls.type().fullName());
    }
    if (!(args instanceof PyTuple tuple)) {
      throw PickleErrors.unpickling(
          "%s args argument must be a tuple, not %s", op, args.type().fullName());
    }
    if (keywords == null) {
      PyObject[] given = tuple.size() == 0 ? PyObject.NO_ARGS : tuple.items().clone();
      return ClassCalls.create(type, given, null);
    }
    if (!(keywords instanceof PyDict dict)) {
      throw PickleErrors.unpickling(
          "%s kwargs argument must be a dict, not %s", op, keywords.type().fullName());
    }
    PyObject[] all = Arrays.copyOf(tuple.items(), tuple.size() + dict.size());
    PyStr[] names = new PyStr[dict.size()];
    int n = 0;
    for (PyDict.Entry entry : dict.entryList()) {
      if (!(entry.key() instanceof PyStr name)) {
        throw Errors.typeError("keywords must be strings");
      }
      names[n] = name;
      all[tuple.size() + n++] = entry.value();
    }
    return ClassCalls.create(type, all, n == 0 ? null : names);
  }

  void reduce() {
    PyObject args = stack.pop();
    PyObject function = stack.pop();
    if (!(args instanceof PyTuple tuple)) {
      throw Errors.typeError("argument list must be a tuple");
    }
    stack.push(function.call(tuple.items().clone(), null));
  }

  // ---- state

  void build() {
    if (stack.size() - 2 < stack.fence()) {
      throw stack.underflow();
    }
    PyObject state = stack.pop();
    PyObject target = stack.top();
    PyObject setState = Attributes.getOrNull(target, SETSTATE);
    if (setState != null) {
      setState.call(state);
      return;
    }
    PyObject slots = null;
    if (state instanceof PyTuple pair && pair.size() == 2) {
      state = pair.get(0);
      slots = pair.get(1);
    }
    if (state != PyNone.NONE) {
      setAttributes(target, state);
    }
    if (slots != null && slots != PyNone.NONE) {
      if (!(slots instanceof PyDict dict)) {
        throw PickleErrors.unpickling("slot state is not a dictionary");
      }
      for (PyDict.Entry entry : dict.entryList()) {
        Attributes.set(target, name(entry.key()), entry.value());
      }
    }
  }

  private static PyStr name(PyObject key) {
    if (key instanceof PyStr name) {
      return name;
    }
    throw Errors.typeError(
        "attribute name must be string, not '%s'", key.type().fullName());
  }

  private static void setAttributes(PyObject target, PyObject state) {
    if (!(state instanceof PyDict dict)) {
      throw PickleErrors.unpickling("state is not a dictionary");
    }
    if (target.getClass() == PyInstance.class && setDirectly((PyInstance) target, dict)) {
      return;
    }
    PyObject own = Attributes.get(target, DICT);
    for (DictCursor items = dict.items(); items.next(); ) {
      PyObject key = items.key();
      PyObject interned = key.getClass() == PyStr.class ? ((PyStr) key).intern() : key;
      if (own.getClass() == PyDict.class) {
        ((PyDict) own).put(interned, items.value());
      } else {
        Subscripts.set(own, interned, items.value());
      }
    }
  }

  /** Sets attributes of an instance without making its dict; false when that cannot be done. */
  private static boolean setDirectly(PyInstance target, PyDict state) {
    PyType type = target.type();
    if (!type.hasDict() || !(type.lookup(DICT) instanceof org.krait.runtime.types.PyGetSetDescriptor)) {
      return false;
    }
    for (DictCursor items = state.items(); items.next(); ) {
      if (items.key().getClass() != PyStr.class) {
        return false;
      }
    }
    for (DictCursor items = state.items(); items.next(); ) {
      target.setOwnAttribute(((PyStr) items.key()).intern(), items.value());
    }
    return true;
  }
}

package org.krait.stdlib.elementtree;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Methods of elements that look for others: tags here, paths in the library's {@code ElementPath}. */
final class ElementSearch {
  private ElementSearch() {}

  @Method("find(self, /, path, namespaces=None)")
  static PyObject find(PyElement self, PyObject path, PyObject namespaces) {
    if (isPath(path) || namespaces != PyNone.NONE) {
      return search("find", self, path, namespaces);
    }
    for (int i = 0; i < self.length(); i++) {
      PyElement child = self.child(i);
      if (child.isNamed(path)) {
        return child;
      }
    }
    return PyNone.NONE;
  }

  @Method("findtext(self, /, path, default=None, namespaces=None)")
  static PyObject findText(
      PyElement self, PyObject path, PyObject otherwise, PyObject namespaces) {
    if (isPath(path) || namespaces != PyNone.NONE) {
      return search("findtext", self, path, otherwise, namespaces);
    }
    for (int i = 0; i < self.length(); i++) {
      PyElement child = self.child(i);
      if (child.isNamed(path)) {
        PyObject text = child.text();
        return text == PyNone.NONE ? PyStr.EMPTY : text;
      }
    }
    return otherwise;
  }

  @Method("findall(self, /, path, namespaces=None)")
  static PyObject findAll(PyElement self, PyObject path, PyObject namespaces) {
    if (isPath(path) || namespaces != PyNone.NONE) {
      return search("findall", self, path, namespaces);
    }
    PyList found = new PyList();
    for (int i = 0; i < self.length(); i++) {
      PyElement child = self.child(i);
      if (child.isNamed(path)) {
        found.append(child);
      }
    }
    return found;
  }

  @Method("iterfind(self, /, path, namespaces=None)")
  static PyObject iterFind(PyElement self, PyObject path, PyObject namespaces) {
    return search("iterfind", self, path, namespaces);
  }

  private static PyObject search(String function, PyObject... args) {
    return Attributes.get(ElementMethods.state().paths, function).call(args, null);
  }

  /** Whether it may be more than the tag of a child. */
  private static boolean isPath(PyObject path) {
    if (path instanceof PyStr text) {
      return isPath(text.toString());
    }
    return !(path instanceof PyByteString bytes)
        || isPath(new String(Buffers.copy(bytes), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  private static boolean isPath(String tag) {
    if (tag.length() >= 3 && (tag.startsWith("{}") || tag.startsWith("{*}"))) {
      return true;
    }
    boolean outside = true;
    for (int i = 0; i < tag.length(); i++) {
      switch (tag.charAt(i)) {
        case '{' -> outside = false;
        case '}' -> outside = true;
        case '/', '*', '[', '@', '.' -> {
          if (outside) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }
}

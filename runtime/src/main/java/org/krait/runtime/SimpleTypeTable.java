package org.krait.runtime;

import org.krait.runtime.types.PyStr;

/** The table of a type that differs from its base in name only, as most exceptions do. */
public final class SimpleTypeTable extends TypeTable {
  private final String name;
  private final PyType base;
  private final String doc;
  private final PyType secondBase;
  private final String module;

  public SimpleTypeTable(String name, PyType base, String doc) {
    this(name, base, doc, null);
  }

  /** A type of a module, as {@code struct.error}. */
  public SimpleTypeTable(String module, String name, PyType base) {
    this(name, base, null, null, module);
  }

  /** A type with a second base, as {@code ExceptionGroup} has. */
  public SimpleTypeTable(String name, PyType base, String doc, PyType secondBase) {
    this(name, base, doc, secondBase, base.table.module());
  }

  private SimpleTypeTable(
      String name, PyType base, String doc, PyType secondBase, String module) {
    this.module = module;
    this.secondBase = secondBase;
    this.name = name;
    this.base = base;
    this.doc = doc;
  }

  @Override
  public int count() {
    return 0;
  }

  @Override
  public String name(int id) {
    throw new IllegalArgumentException("no function " + id);
  }

  @Override
  protected String kinds() {
    return "";
  }

  @Override
  protected Signature makeSignature(int id) {
    throw new IllegalArgumentException("no function " + id);
  }

  @Override
  public PyObject callN(int id, PyObject self, PyObject[] args, PyStr[] names) {
    throw new IllegalArgumentException("no function " + id);
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
    return base;
  }

  @Override
  public Class<?> javaClass() {
    return base.layout;
  }

  @Override
  public TypeFlags typeFlags() {
    return base.flags();
  }

  @Override
  public TypeSlots slots() {
    return base.slots;
  }

  @Override
  public String doc() {
    return doc;
  }

  @Override
  public PyType secondBase() {
    return secondBase;
  }
}

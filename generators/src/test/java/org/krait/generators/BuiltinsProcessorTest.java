package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinsProcessorTest {
  private static final String HEAD =
      """
      package fixture;
      import org.krait.annotations.*;
      import org.krait.runtime.*;
      import org.krait.runtime.types.*;
      """;

  private static final String BOX =
      HEAD
          + """
          @BuiltinType(name = "box", parts = BoxMethods.class)
          public class PyBox extends PyObject {
            public static final PyType TYPE = PyType.builtin(new PyBoxTable());
            String content = "empty";
            public PyBox() {}

            @Method("__new__(cls, /, *args, **kwargs)")
            static PyObject make(PyType cls, PyObject[] args, PyStr[] names) { return new PyBox(); }

            @Method("__init__(self, content, /, times=1)")
            void init(String content, int times) { this.content = content.repeat(times); }

            @Method("__len__(self, /)")
            int length() { return content.length(); }

            @Method("__richcompare__(self, other, op)")
            PyObject compare(PyObject other, int op) { return PyInt.of(op); }

            @Method("put(self, content, /)")
            void put(PyStr content) { this.content = content.toString(); }

            @Method(value = "__add__(self, other, /)", slot = "concat")
            String concat(PyObject other) { return content + "+" + other; }

            @Method(value = "__mul__(self, n, /)", slot = "repeat")
            String repeat(long n) { return content.repeat((int) n); }

            @Getter("content")
            String content() { return content; }

            @Setter("content")
            void setContent(PyObject value) { content = value == null ? "deleted" : value.toString(); }

            @Value("limit")
            static final int LIMIT = 7;
          }
          """;

  private static final String PART =
      HEAD
          + """
          final class BoxMethods {
            @Method("find(self, what, start=0, stop=sys.maxsize, /)")
            static String find(PyBox self, PyObject what, @SliceIndex long start, @SliceIndex long stop) {
              return what + " " + start + " " + (stop == Long.MAX_VALUE ? "max" : stop);
            }

            @Method("all(first, *rest, flag=False, text=None)")
            static String all(ThreadState thread, PyObject first, PyObject[] rest, boolean flag, PyStr text) {
              return first + "/" + rest.length + "/" + flag + "/" + text + "/" + (thread != null);
            }

            @Method("made(cls, number=0.5, /)")
            static double made(PyType cls, double number) { return number; }
          }
          """;

  @TempDir Path output;

  private Compilation compiled(String... sources) throws IOException {
    Compilation compilation = new Compilation(output, sources);
    assertEquals(List.of(), compilation.errors());
    return compilation;
  }

  /** Calls a method whose name is unique among those with as many parameters. */
  private static Object call(Object target, String name, Object... args) throws Exception {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == args.length) {
          method.setAccessible(true);
          return method.invoke(target, args);
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static int id(Object table, String name) throws Exception {
    for (int id = 0; id < (int) call(table, "count"); id++) {
      if (call(table, "name", id).equals(name)) {
        return id;
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** A str of the fixture's own world. */
  private static Object str(Object world, String text) throws Exception {
    return world.getClass().getClassLoader()
        .loadClass("org.krait.runtime.types.PyStr").getConstructor(String.class).newInstance(text);
  }

  private static Object array(Object world, Object... items) throws Exception {
    Class<?> type = world.getClass().getClassLoader().loadClass("org.krait.runtime.PyObject");
    return Arrays.copyOf(items, items.length, ((Object[]) java.lang.reflect.Array.newInstance(type, 0)).getClass().asSubclass(Object[].class));
  }

  @Test
  void methodsAreCalledByNumberWithTheirDefaults() throws Exception {
    Object table = compiled(BOX, PART).make("fixture.PyBoxTable");
    Object box = table.getClass().getClassLoader().loadClass("fixture.PyBox").getConstructor().newInstance();
    call(table, "call1", id(table, "put"), box, str(table, "hello"));
    assertEquals("hello", call(table, "get", 0, box).toString());

    int find = id(table, "find");
    assertEquals("x 0 max", call(table, "call1", find, box, str(table, "x")).toString());
    assertEquals("x 3 max", call(table, "call2", find, box, str(table, "x"), str(table, "3")).toString());
    Object none = table.getClass().getClassLoader().loadClass("org.krait.runtime.types.PyNone").getField("NONE").get(null);
    assertEquals("x 0 9", call(table, "call3", find, box, str(table, "x"), none, str(table, "9")).toString());
    Object two = array(table, str(table, "x"), str(table, "4"));
    assertEquals("x 4 max", call(table, "callN", find, box, two, null).toString());

    assertEquals("0.5", call(table, "call0", id(table, "made"), box.getClass().getField("TYPE").get(null)).toString());
    Object three = array(table, str(table, "a"), str(table, "b"), str(table, "c"));
    assertEquals("a/2/true/c/true", call(table, "callN", id(table, "all"), null, three, null).toString());
  }

  @Test
  void aWrongArgumentIsRefusedInClinicsWords() throws Exception {
    Object table = compiled(BOX, PART).make("fixture.PyBoxTable");
    Object box = table.getClass().getClassLoader().loadClass("fixture.PyBox").getConstructor().newInstance();
    var failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            InvocationTargetException.class, () -> call(table, "call1", id(table, "put"), box, box));
    assertEquals("put() argument must be str", failure.getCause().getMessage());
  }

  @Test
  void slotsAreOverriddenAndMissingOnesFollow() throws Exception {
    Compilation compilation = compiled(BOX, PART);
    Object table = compilation.make("fixture.PyBoxTable");
    Object slots = call(table, "slots");
    Object box = table.getClass().getClassLoader().loadClass("fixture.PyBox").getConstructor().newInstance();
    assertEquals(5L, call(slots, "len", box));
    assertEquals(true, call(slots, "bool", box), "bool follows len");
    assertEquals("emptyempty", call(slots, "repeat", box, 2L).toString());
    assertEquals("empty+x", call(slots, "concat", box, str(table, "x")).toString());
    assertEquals("3", call(slots, "compare", box, box, 3).toString());
    var failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            InvocationTargetException.class, () -> call(slots, "hash", box));
    assertEquals("unhashable", failure.getCause().getMessage(), "compare without hash");
    call(slots, "init", box, array(table, str(table, "ab"), str(table, "2")), null);
    assertEquals(4L, call(slots, "len", box));
    // init, the six comparisons, len, concat, and repeat with its reflection
    assertArrayEquals(
        new int[] {3, 10, 11, 12, 13, 14, 15, 4, 6, 7, 8}, (int[]) call(table, "ownSlots"));
  }

  @Test
  void attributesAreReadSetAndDeleted() throws Exception {
    Object table = compiled(BOX, PART).make("fixture.PyBoxTable");
    Object box = table.getClass().getClassLoader().loadClass("fixture.PyBox").getConstructor().newInstance();
    assertArrayEquals(new String[] {"content"}, (String[]) call(table, "attributeNames"));
    assertEquals(true, call(table, "isWritable", 0));
    call(table, "set", 0, box, str(table, "new"));
    assertEquals("new", call(table, "get", 0, box).toString());
    call(table, "set", 0, box, null);
    assertEquals("deleted", call(table, "get", 0, box).toString());
    assertEquals("7", call(table, "value", 0).toString());
  }

  @Test
  void aMethodMayCoexistWithItsSlotAndClassesMayConvertArguments() throws Exception {
    String shelf =
        HEAD
            + """
            @BuiltinType(name = "shelf")
            public class PyShelf extends PyObject {
              public static final PyType TYPE = PyType.builtin(new PyShelfTable());
              public PyShelf() {}
              record Place(String text) {
                static Place fromArgument(PyObject value, String which) { return new Place(which); }
              }
              @Method(value = "__getitem__(self, key, /)", coexist = true)
              String item(Place key) { return key.text(); }
              @Method("find(self, first=None, last=NULL, /)")
              String find(Place first, Place last) { return first + " " + last; }
            }
            """;
    Object table = compiled(shelf).make("fixture.PyShelfTable");
    Object value = table.getClass().getClassLoader().loadClass("fixture.PyShelf").getConstructor().newInstance();
    assertEquals("__getitem__", call(table, "name", 0));
    assertEquals(5, call(table, "slotOf", 0), "Special.GETITEM");
    assertEquals(-1, call(table, "slotOf", 1));
    assertArrayEquals(new int[] {}, (int[]) call(table, "ownSlots"));
    assertEquals("__getitem__() argument", call(call(table, "slots"), "getitem", value, value).toString());
    Object none = table.getClass().getClassLoader().loadClass("org.krait.runtime.types.PyNone").getField("NONE").get(null);
    assertEquals("null Place[text=find() argument 2]", call(table, "call2", 1, value, none, none).toString());
    assertEquals("null null", call(table, "call0", 1, value).toString());
  }

  @Test
  void aDerivedTypeInheritsTheSlotsOfItsBase() throws Exception {
    String derived =
        HEAD
            + """
            @BuiltinType(name = "crate", base = PyBox.class)
            public class PyCrate extends PyBox {
              public static final PyType TYPE = PyType.builtin(new PyCrateTable());
            }
            """;
    Object table = compiled(BOX, PART, derived).make("fixture.PyCrateTable");
    assertEquals("fixture.PyBoxSlots", call(table, "slots").getClass().getName());
  }

  @Test
  void aBaseMayBeAMereHolderOfAType() throws Exception {
    String derived =
        HEAD
            + """
            @BuiltinType(name = "crate", base = PyCrate.Base.class)
            public class PyCrate extends PyBox {
              static class Base { static final PyType TYPE = PyBox.TYPE; }
              @Method("__repr__(self, /)") String repr() { return "crate"; }
            }
            """;
    Object table = compiled(BOX, PART, derived).make("fixture.PyCrateTable");
    Object slots = call(table, "slots");
    assertEquals("fixture.PyBoxSlots", slots.getClass().getSuperclass().getName());
  }

  @Test
  void modulesAreFoundInTheIndexAndHaveTheirState() throws Exception {
    String module =
        HEAD
            + """
            @BuiltinModule("counter")
            public class CounterModule implements NativeModule {
              private int count;
              @Function("next(step=1)")
              int next(int step) { return count += step; }
              @Function("twice(x, /)")
              static long twice(long x) { return 2 * x; }
              @Value("start")
              static final String START = "zero";
              public void exec(PyModule module) { count = 100; }
            }
            """;
    Object index = compiled(BOX, PART, module).make("fixture.ModuleIndex");
    assertEquals(List.of("counter"), call(index, "names"));
    assertEquals(null, call(index, "open", "nothing"));
    Object table = call(index, "open", "counter");
    assertEquals("1", call(table, "call0", id(table, "next"), null).toString());
    assertEquals("4", call(table, "call1", id(table, "next"), null, str(table, "3")).toString());
    assertEquals("42", call(table, "call1", id(table, "twice"), null, str(table, "21")).toString());
    Object other = call(index, "open", "counter");
    assertEquals("1", call(other, "call0", id(other, "next"), null).toString(), "a state of its own");
    call(other, "exec", new Object[] {null});
    assertEquals("101", call(other, "call0", id(other, "next"), null).toString());
    assertEquals("zero", call(other, "value", 0).toString());
  }

  @Test
  void switchesAreSplitWhenATypeHasManyMethods() throws Exception {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      methods.append("@Method(\"m%d(self, a, b=None)\") int m%d(int a, PyObject b) { return %d + a; }\n".formatted(i, i, i));
    }
    String large =
        HEAD
            + "@BuiltinType(name = \"large\") public class PyLarge extends PyObject {\n"
            + "public static final PyType TYPE = PyType.builtin(new PyLargeTable());\n"
            + "public PyLarge() {}\n" + methods + "}\n";
    Object table = compiled(large).make("fixture.PyLargeTable");
    Object value = table.getClass().getClassLoader().loadClass("fixture.PyLarge").getConstructor().newInstance();
    for (int i : new int[] {0, 39, 40, 79, 80, 99}) {
      Object one = array(table, str(table, "1"));
      assertEquals("" + (i + 1), call(table, "callN", i, value, one, null).toString());
      assertEquals("" + (i + 2), call(table, "call1", i, value, str(table, "2")).toString());
    }
  }

  @Test
  void generatedMethodsStayWithinWhatHotSpotCompilesAndInlines() throws Exception {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      methods.append(
          "@Method(\"m%d(self, a, b=None, c='x')\") boolean m%d(int a, PyDict b, PyStr c) { return true; }\n"
              .formatted(i, i));
    }
    compiled(
        HEAD
            + "@BuiltinType(name = \"large\") public class PyLarge extends PyObject {\n"
            + "public static final PyType TYPE = PyType.builtin(new PyLargeTable());\n"
            + methods + "}\n");
    ClassModel table = ClassFile.of().parse(output.resolve("fixture/PyLargeTable.class"));
    for (MethodModel method : table.methods()) {
      int size = method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0);
      String name = method.methodName().stringValue();
      assertTrue(size < 8000, name);
      assertTrue(!name.matches("call[0123].*") || size < 325, name + " has " + size);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Method(\"f(self, a)\") int f() { return 0; }                | 0 Java parameters for 1 in the signature",
        "@Method(\"f(self\") int f() { return 0; }                    | not of the form name(parameters): f(self",
        "@Method(\"f(self, a)\") int f(Thread a) { return 0; }        | no conversion for the type java.lang.Thread",
        "@Method(\"f(self)\") PyObject[] f() { return null; }         | no conversion for the result",
        "@Method(\"f(self)\") private int f() { return 0; }           | the method is private",
        "@Method(\"f(self, a=x)\") int f(int a) { return 0; }         | not a number: x",
        "@Method(\"f(self, *a)\") int f(PyObject a) { return 0; }     | the Java type of a does not fit",
        "@Method(\"f(a)\") int f(PyObject a) { return 0; }            | an instance method has the parameter self",
        "@Method(\"__len__(self)\") String f() { return null; }       | the result of the slot is L",
        "@Method(\"__iter__(self, a)\") PyObject f(PyObject a) { return a; } | the slot has fewer parameters: ",
        "@Method(value = \"__add__(self, a)\", slot = \"len\") int f(PyObject a) { return 0; } | no slot len for __add__",
        "@Setter(\"x\") void f(PyObject a) {}                         | a setter without a getter",
        "@Value(\"x\") int f = 1;                                     | a value is a static field"
      })
  void misuseIsReportedWhereItIs(String member, String message) throws IOException {
    String source =
        HEAD
            + "@BuiltinType(name = \"bad\") public class PyBad extends PyObject {\n"
            + "  public static final PyType TYPE = null;\n  " + member + "\n}\n";
    assertTrue(
        new Compilation(output, source).errors().stream().map(String::strip).anyMatch(message.strip()::equals),
        () -> message);
  }

  @Test
  void aMethodOutsideATypeIsReported() throws IOException {
    String source = HEAD + "public class Lost { @Method(\"f(self)\") void f() {} }\n";
    assertEquals(
        List.of("no type or module has this class as a part"), new Compilation(output, source).errors());
  }

  @Test
  void twoClassesForOneModuleAreReported() throws IOException {
    String first = HEAD + "@BuiltinModule(\"same\") public final class First implements NativeModule {}\n";
    String second = HEAD + "@BuiltinModule(\"same\") public final class Second implements NativeModule {}\n";
    assertTrue(new Compilation(output, first, second).errors().contains("same stands in fixture too"));
  }

  @Test
  void twoMethodsForOneSlotAreReported() throws IOException {
    String source =
        HEAD
            + """
            @BuiltinType(name = "bad") public class PyBad extends PyObject {
              @Method("__len__(self)") int a() { return 0; }
              @Method("__len__(self)") int b() { return 0; }
            }
            """;
    assertTrue(new Compilation(output, source).errors().contains("two methods for the slot len"));
  }
}

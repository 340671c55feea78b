package org.krait.generators;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypeException;
import javax.lang.model.type.MirroredTypesException;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.SliceIndex;
import org.krait.generators.BuiltinModel.Conversion;
import org.krait.generators.BuiltinModel.JavaClass;
import org.krait.generators.BuiltinModel.JavaParameter;
import org.krait.generators.BuiltinModel.JavaTarget;
import org.krait.generators.BuiltinModel.JavaType;
import org.krait.generators.BuiltinModel.SliceBound;
import org.krait.generators.PythonSignature.Kind;
import org.krait.generators.PythonSignature.Receiver;

/** Questions about the Java program that is being compiled. */
final class JavaTypes {
  private static final String VALUE = BuiltinModel.RUNTIME + ".PyObject";
  private static final String THREAD = BuiltinModel.RUNTIME + ".ThreadState";
  private static final String NATIVE_MODULE = BuiltinModel.RUNTIME + ".NativeModule";
  private static final String NAME = BuiltinModel.RUNTIME + ".types.PyStr";
  private static final String TYPE = BuiltinModel.RUNTIME + ".PyType";

  private final Elements elements;
  private final Types types;

  JavaTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  // ---- classes

  TypeElement named(String qualifiedName) {
    TypeElement element = elements.getTypeElement(qualifiedName);
    if (element == null) {
      throw new IllegalArgumentException("no such class: " + qualifiedName);
    }
    return element;
  }

  /**
   * An annotation of an element, or null.
   *
   * @throws IllegalArgumentException when it names classes that do not exist
   */
  static <A extends Annotation> A annotation(Element element, Class<A> kind) {
    try {
      return element.getAnnotation(kind);
    } catch (ClassCastException e) {
      // javac's own failure for an array of classes with an unknown one in it
      throw new IllegalArgumentException("a class in the annotation does not exist");
    }
  }

  /** The class that an annotation's value names. */
  TypeElement element(Supplier<Class<?>> value) {
    try {
      return named(value.get().getCanonicalName());
    } catch (MirroredTypeException e) {
      return asElement(e.getTypeMirror());
    }
  }

  /** The classes that an annotation's value names. */
  List<TypeElement> elements(Supplier<Class<?>[]> value) {
    List<TypeElement> result = new ArrayList<>();
    try {
      for (Class<?> one : value.get()) {
        result.add(named(one.getCanonicalName()));
      }
    } catch (MirroredTypesException e) {
      e.getTypeMirrors().forEach(mirror -> result.add(asElement(mirror)));
    }
    return result;
  }

  private TypeElement asElement(TypeMirror mirror) {
    if (mirror.getKind() != TypeKind.DECLARED) {
      throw new IllegalArgumentException("no such class: " + mirror);
    }
    return (TypeElement) types.asElement(mirror);
  }

  JavaClass javaClass(TypeElement element) {
    String packageName = elements.getPackageOf(element).getQualifiedName().toString();
    String name = element.getQualifiedName().toString();
    return new JavaClass(packageName, packageName.isEmpty() ? name : name.substring(packageName.length() + 1));
  }

  /** The nearest class above that fulfils a condition, or null. */
  TypeElement superclass(TypeElement element, Predicate<TypeElement> condition) {
    TypeMirror above = element.getSuperclass();
    while (above.getKind() == TypeKind.DECLARED) {
      TypeElement candidate = asElement(above);
      if (condition.test(candidate)) {
        return candidate;
      }
      above = candidate.getSuperclass();
    }
    return null;
  }

  static boolean isAnnotated(TypeElement element, Class<? extends Annotation> kind) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(kind.getName()));
  }

  /** Whether objects of the class are Python values. */
  boolean isValue(TypeElement element) {
    return isSubclass(element.asType(), VALUE);
  }

  boolean isNativeModule(TypeElement element) {
    return isSubclass(element.asType(), NATIVE_MODULE);
  }

  private boolean isSubclass(TypeMirror type, String qualifiedName) {
    TypeElement other = elements.getTypeElement(qualifiedName);
    return other != null && types.isSubtype(types.erasure(type), types.erasure(other.asType()));
  }

  // ---- types

  /** The part that a type plays in conversions. */
  JavaType type(TypeMirror mirror) {
    return switch (mirror.getKind()) {
      case VOID -> new JavaType(Conversion.VOID, null, null);
      case BOOLEAN -> new JavaType(Conversion.BOOLEAN, null, null);
      case INT -> new JavaType(Conversion.INT, null, null);
      case LONG -> new JavaType(Conversion.LONG, null, null);
      case DOUBLE -> new JavaType(Conversion.DOUBLE, null, null);
      case ARRAY -> arrayType(mirror);
      case DECLARED -> classType((DeclaredType) mirror);
      default -> throw new IllegalArgumentException("no conversion for the type " + mirror);
    };
  }

  private static JavaType arrayType(TypeMirror mirror) {
    return switch (mirror.toString()) {
      case VALUE + "[]" -> new JavaType(Conversion.ARRAY, null, null);
      case NAME + "[]" -> new JavaType(Conversion.NAMES, null, null);
      default -> throw new IllegalArgumentException("no conversion for the type " + mirror);
    };
  }

  private JavaType classType(DeclaredType mirror) {
    TypeElement element = (TypeElement) mirror.asElement();
    String name = element.getQualifiedName().toString();
    if (name.equals("java.lang.String")) {
      return new JavaType(Conversion.TEXT, null, null);
    }
    if (name.equals(VALUE)) {
      return new JavaType(Conversion.OBJECT, javaClass(element), null);
    }
    if (!isValue(element)) {
      if (!convertsItself(element)) {
        throw new IllegalArgumentException("no conversion for the type " + mirror);
      }
      return new JavaType(Conversion.OWN, javaClass(element), null);
    }
    return new JavaType(Conversion.INSTANCE, javaClass(element), pythonName(element));
  }

  /** Whether a class has {@code static T fromArgument(PyObject value, String which)}. */
  private static boolean convertsItself(TypeElement element) {
    return element.getEnclosedElements().stream()
        .anyMatch(
            member ->
                member.getSimpleName().contentEquals("fromArgument")
                    && member.getModifiers().contains(Modifier.STATIC));
  }

  /**
   * The name in messages; null for a class that is no Python type of its own. Taken from the mirror,
   * which can be read even when the annotation names other classes that do not exist.
   */
  private static String pythonName(TypeElement element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(BuiltinType.class.getName())) {
        for (var value : mirror.getElementValues().entrySet()) {
          if (value.getKey().getSimpleName().contentEquals("name")) {
            return (String) value.getValue().getValue();
          }
        }
      }
    }
    return null;
  }

  // ---- methods

  /**
   * The Java method behind a Python one.
   *
   * @param type the class of the Python type, null for functions of modules
   * @throws IllegalArgumentException when it does not fit the signature
   */
  JavaTarget target(ExecutableElement method, PythonSignature signature, TypeElement type) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      throw new IllegalArgumentException("the method is private");
    }
    boolean onInstance = !method.getModifiers().contains(Modifier.STATIC);
    List<VariableElement> all = new ArrayList<>(method.getParameters());
    boolean thread = !all.isEmpty() && all.getFirst().asType().toString().equals(THREAD);
    if (thread) {
      all.removeFirst();
    }
    if (onInstance && type != null && !method.getEnclosingElement().equals(type)) {
      throw new IllegalArgumentException("methods of parts are static");
    }
    if (onInstance && type != null && signature.receiver() != Receiver.SELF) {
      throw new IllegalArgumentException("an instance method has the parameter self");
    }
    JavaType receiver = null;
    if (!onInstance && signature.receiver() != Receiver.NONE) {
      receiver = receiver(all, signature);
      all.removeFirst();
    }
    JavaType result = type(method.getReturnType());
    if (!Conversions.isResult(result.conversion())) {
      throw new IllegalArgumentException("no conversion for the result");
    }
    return new JavaTarget(
        javaClass((TypeElement) method.getEnclosingElement()),
        method.getSimpleName().toString(),
        onInstance,
        thread,
        receiver,
        parameters(all, signature),
        result);
  }

  private JavaType receiver(List<VariableElement> all, PythonSignature signature) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a parameter for the receiver is missing");
    }
    TypeMirror mirror = all.getFirst().asType();
    JavaType receiver = type(mirror);
    boolean fits =
        signature.receiver() == Receiver.CLS
            ? mirror.toString().equals(TYPE) || mirror.toString().equals(VALUE)
            : receiver.conversion() == Conversion.INSTANCE
                || receiver.conversion() == Conversion.OBJECT;
    if (!fits) {
      throw new IllegalArgumentException("the receiver cannot be a " + mirror);
    }
    return receiver;
  }

  private List<JavaParameter> parameters(
      List<VariableElement> all, PythonSignature signature) {
    if (all.size() != signature.parameters().size()) {
      throw new IllegalArgumentException(
          "%d Java parameters for %d in the signature"
              .formatted(all.size(), signature.parameters().size()));
    }
    List<JavaParameter> parameters = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      JavaParameter parameter = new JavaParameter(type(all.get(i).asType()), bound(all.get(i)));
      check(parameter, signature.parameters().get(i), signature);
      parameters.add(parameter);
    }
    return parameters;
  }

  private static SliceBound bound(Element parameter) {
    SliceIndex index = parameter.getAnnotation(SliceIndex.class);
    if (index == null) {
      return SliceBound.NONE;
    }
    if (parameter.asType().getKind() != TypeKind.LONG) {
      throw new IllegalArgumentException("a bound of a slice is a long");
    }
    return index.none() ? SliceBound.OR_NONE : SliceBound.NOT_NONE;
  }

  private static void check(
      JavaParameter java, PythonSignature.Parameter python, PythonSignature signature) {
    Conversion conversion = java.type().conversion();
    boolean fits =
        switch (python.kind()) {
          case STAR -> conversion == Conversion.ARRAY;
          case DOUBLE_STAR ->
              conversion == Conversion.NAMES && signature.count(Kind.STAR) == 1
                  && signature.count(Kind.KEYWORD_ONLY) + signature.count(Kind.POSITIONAL) == 0
                  || conversion == Conversion.INSTANCE && "dict".equals(java.type().pythonName());
          default ->
              Conversions.isArgument(conversion)
                  && (conversion != Conversion.INSTANCE || java.type().pythonName() != null);
        };
    if (!fits) {
      throw new IllegalArgumentException("the Java type of " + python.name() + " does not fit");
    }
    if (java.bound() == SliceBound.OR_NONE || python.preset() != null) {
      new Conversions("").preset(java, python);
    }
  }
}

package org.krait.generators;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.krait.annotations.SignalTrap;

/**
 * Writes the class {@code Trap}, the bridge to {@code sun.misc.Signal}.
 *
 * <p>That class is a supported part of the JDK (module {@code jdk.unsupported}), but javac warns of every
 * source that names it, and the warning cannot be turned off. A class file written here names it without
 * being a source; a proxy by reflection would cost each start 40 ms.
 */
@SupportedAnnotationTypes("org.krait.annotations.SignalTrap")
public final class SignalTrapProcessor extends AbstractProcessor {
  private static final ClassDesc SIGNAL = ClassDesc.of("sun.misc.Signal");
  private static final ClassDesc HANDLER = ClassDesc.of("sun.misc.SignalHandler");
  private static final ClassDesc TARGET = ClassDesc.of("java.util.function.IntConsumer");
  private static final MethodTypeDesc HANDLE = MethodTypeDesc.of(HANDLER, SIGNAL, HANDLER);
  private static final MethodTypeDesc TAKE = MethodTypeDesc.of(ConstantDescs.CD_void, TARGET);
  private static final MethodTypeDesc NAMED =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_String);

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(SignalTrap.class)) {
      String name = ((PackageElement) element).getQualifiedName() + ".Trap";
      try (var out = processingEnv.getFiler().createClassFile(name, element).openOutputStream()) {
        out.write(trap(ClassDesc.of(name)));
      } catch (IOException e) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), element);
      }
    }
    return true;
  }

  /**
   * In Java: {@code final class Trap implements SignalHandler}, with a target, and the static methods
   * {@code boolean set(String, IntConsumer)}, {@code reset(String)} and {@code ignore(String)}, each of
   * which says whether the signal was ignored before.
   */
  private static byte[] trap(ClassDesc self) {
    return ClassFile.of()
        .build(
            self,
            type ->
                type.withFlags(AccessFlag.FINAL, AccessFlag.SUPER)
                    .withInterfaceSymbols(HANDLER)
                    .withField("target", TARGET, ClassFile.ACC_FINAL | ClassFile.ACC_PRIVATE)
                    .withMethodBody(ConstantDescs.INIT_NAME, TAKE, 0, code -> init(code, self))
                    .withMethodBody(
                        "handle",
                        MethodTypeDesc.of(ConstantDescs.CD_void, SIGNAL),
                        ClassFile.ACC_PUBLIC,
                        code -> handle(code, self))
                    .withMethodBody(
                        "set",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_String, TARGET),
                        ClassFile.ACC_STATIC,
                        code -> set(code, self))
                    .withMethodBody(
                        "reset", NAMED, ClassFile.ACC_STATIC, code -> constant(code, "SIG_DFL"))
                    .withMethodBody(
                        "ignore", NAMED, ClassFile.ACC_STATIC, code -> constant(code, "SIG_IGN")));
  }

  private static void init(CodeBuilder code, ClassDesc self) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .aload(0)
        .aload(1)
        .putfield(self, "target", TARGET)
        .return_();
  }

  private static void handle(CodeBuilder code, ClassDesc self) {
    code.aload(0)
        .getfield(self, "target", TARGET)
        .aload(1)
        .invokevirtual(SIGNAL, "getNumber", MethodTypeDesc.of(ConstantDescs.CD_int))
        .invokeinterface(
            TARGET, "accept", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int))
        .return_();
  }

  private static CodeBuilder signal(CodeBuilder code) {
    return code.new_(SIGNAL)
        .dup()
        .aload(0)
        .invokespecial(
            SIGNAL,
            ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
  }

  private static void set(CodeBuilder code, ClassDesc self) {
    signal(code)
        .new_(self)
        .dup()
        .aload(1)
        .invokespecial(self, ConstantDescs.INIT_NAME, TAKE);
    handleAndCompare(code);
  }

  private static void constant(CodeBuilder code, String name) {
    signal(code).getstatic(HANDLER, name, HANDLER);
    handleAndCompare(code);
  }

  private static void handleAndCompare(CodeBuilder code) {
    code.invokestatic(SIGNAL, "handle", HANDLE)
        .getstatic(HANDLER, "SIG_IGN", HANDLER)
        .ifThenElse(
            java.lang.classfile.Opcode.IF_ACMPEQ,
            same -> same.iconst_1().ireturn(),
            other -> other.iconst_0().ireturn());
  }
}

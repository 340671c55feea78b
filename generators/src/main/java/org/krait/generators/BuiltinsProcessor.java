package org.krait.generators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Function;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.annotations.Value;

/** Writes the tables and slots of the types and modules that annotations describe. */
@SupportedAnnotationTypes({
  "org.krait.annotations.BuiltinType",
  "org.krait.annotations.BuiltinModule",
  "org.krait.annotations.Method",
  "org.krait.annotations.Function",
  "org.krait.annotations.Getter",
  "org.krait.annotations.Setter",
  "org.krait.annotations.Value"
})
public final class BuiltinsProcessor extends AbstractProcessor {
  private static final String SPECIAL = "special.slots";

  private final Map<String, BuiltinModel> modules = new TreeMap<>();
  private final Set<Element> sources = new HashSet<>();
  private SpecialTable special;
  private String indexPackage;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    JavaTypes types = new JavaTypes(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    BuiltinReader reader = new BuiltinReader(types, special());
    for (Element element : round.getElementsAnnotatedWith(BuiltinType.class)) {
      reported(element, () -> type(reader, (TypeElement) element));
    }
    for (Element element : round.getElementsAnnotatedWith(BuiltinModule.class)) {
      reported(element, () -> module(reader, (TypeElement) element));
    }
    checkOwners(round);
    reported(null, this::writeIndex);
    return true;
  }

  private void type(BuiltinReader reader, TypeElement element) {
    sources.add(element);
    sources.addAll(reader.sources(element));
    BuiltinModel model = reader.type(element);
    write(model.owner().packageName(), model.generated("Table"), new TableSource(model, special()).text());
    if (model.type().writesSlots()) {
      write(model.owner().packageName(), model.generated("Slots"), new SlotsSource(model).text());
    }
  }

  private void module(BuiltinReader reader, TypeElement element) {
    sources.add(element);
    sources.addAll(reader.sources(element));
    BuiltinModel model = reader.module(element);
    write(model.owner().packageName(), model.generated("Table"), new TableSource(model, special()).text());
    BuiltinModel other = modules.put(model.module().name(), model);
    if (other != null) {
      throw new ModelException(element, model.module().name() + " stands in " + other.owner().packageName() + " too");
    }
    indexPackage = indexPackage(element);
  }

  /** The index stands in the root package of the Java module, which bears the module's name. */
  private String indexPackage(TypeElement element) {
    Elements elements = processingEnv.getElementUtils();
    String module = elements.getModuleOf(element).getQualifiedName().toString();
    return module.isEmpty()
        ? elements.getPackageOf(element).getQualifiedName().toString()
        : module;
  }

  private void writeIndex() {
    if (indexPackage != null) {
      write(indexPackage, "ModuleIndex", ModuleIndexSource.text(indexPackage, modules));
      indexPackage = null;
    }
  }

  /** Annotated members that no type or module takes up are mistakes. */
  private void checkOwners(RoundEnvironment round) {
    for (var annotation : Set.of(Method.class, Function.class, Getter.class, Setter.class, Value.class)) {
      for (Element member : round.getElementsAnnotatedWith(annotation)) {
        if (!sources.contains(member.getEnclosingElement())) {
          error("no type or module has this class as a part", member);
        }
      }
    }
  }

  private SpecialTable special() {
    if (special == null) {
      try (var reader =
          new BufferedReader(
              new InputStreamReader(
                  BuiltinsProcessor.class.getResourceAsStream(SPECIAL), StandardCharsets.UTF_8))) {
        special = SpecialTable.read(SPECIAL, reader.lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return special;
  }

  private void reported(Element element, Runnable work) {
    try {
      work.run();
    } catch (ModelException e) {
      error(e.getMessage(), e.element());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      error(e.getMessage(), element);
    }
  }

  private void error(String message, Element element) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }

  private void write(String packageName, String simpleName, String source) {
    try (var writer =
        processingEnv.getFiler().createSourceFile(packageName + "." + simpleName).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

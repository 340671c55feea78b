package org.krait.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.krait.annotations.FromTable;

/** Runs the generator of each table that a package asks for with {@link FromTable}. */
@SupportedAnnotationTypes("org.krait.annotations.FromTable")
@SupportedOptions(TableProcessor.TABLES_OPTION)
public final class TableProcessor extends AbstractProcessor {
  static final String TABLES_OPTION = "krait.tables";

  /** The generator for each table file ending. */
  private static final Map<String, TableGenerator> GENERATORS =
      Map.of(
          "asdl", new AstGenerator(),
          "opcodes", new OpcodeGenerator(),
          "peg", new PegGenerator(),
          "slots", new SlotsGenerator());

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(FromTable.class)) {
      for (String table : element.getAnnotation(FromTable.class).value()) {
        generate(table, (PackageElement) element);
      }
    }
    return true;
  }

  private void generate(String table, PackageElement target) {
    try {
      TableGenerator generator = GENERATORS.get(table.substring(table.lastIndexOf('.') + 1));
      if (generator == null) {
        throw new TableException(table, 0, "no generator for this kind of table");
      }
      Path file = Path.of(processingEnv.getOptions().get(TABLES_OPTION), table);
      String packageName = target.getQualifiedName().toString();
      generator.generate(
          table,
          Files.readAllLines(file),
          packageName,
          (simpleName, source) -> write(packageName + "." + simpleName, source, target));
    } catch (IOException | TableException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), target);
    }
  }

  private void write(String className, String source, Element origin) throws IOException {
    try (var writer =
        processingEnv.getFiler().createSourceFile(className, origin).openWriter()) {
      writer.write(source);
    }
  }
}

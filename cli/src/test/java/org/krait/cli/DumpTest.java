package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code --dump} prints, as the files beside {@code shop.py} have it. {@code
 * -Dkrait.golden.update=true} rewrites them; read the difference before you keep it.
 */
class DumpTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/krait/cli/dump");

  @ParameterizedTest
  @CsvSource({
    "tokens,Basket.total",
    "ast,label.<locals>.line",
    "scopes,",
    "scopes,label",
    "codegen,label",
    "cfg,Basket.total",
    "code,",
    "code,Basket"
  })
  void stagesPrintWhatIsExpected(String stage, String filter) throws IOException {
    byte[] source = Files.readAllBytes(FOLDER.resolve("shop.py"));
    DumpStage wanted = DumpStage.read(stage).getFirst();
    String actual = new Dump(source, "shop.py", 0, filter).text(wanted);
    String part = filter == null ? "" : "." + filter.replace(".<locals>", "");
    Path file = FOLDER.resolve("shop" + part + "." + stage);
    if (Boolean.getBoolean("krait.golden.update")) {
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual);
  }
}

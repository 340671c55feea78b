/** The {@code krait} command. */
module org.krait.cli {
  requires org.krait.audit;
  requires org.krait.jit;
  requires org.krait.stdlib;
  requires org.krait.compiler;

  // Only for the prompt: the jars of JLine are on the path when standard input is a terminal.
  requires static org.jline.reader;
  requires static org.jline.terminal;

  provides org.krait.stdlib.readline.LineEditorProvider with
      org.krait.cli.prompt.TerminalEditors;
}

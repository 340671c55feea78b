/** The {@code krait} command. */
module org.krait.cli {
  requires org.krait.stdlib;
  requires org.krait.compiler;

}

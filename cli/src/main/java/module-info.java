/** The {@code krait} command. */
module org.krait.cli {
  requires org.krait.audit;
  requires org.krait.stdlib;
  requires org.krait.compiler;
}

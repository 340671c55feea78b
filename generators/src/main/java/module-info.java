/** Build-time only: readers of tables and of annotations, which write Java sources. */
module org.krait.generators {
  requires java.compiler;
  requires org.krait.annotations;

  provides javax.annotation.processing.Processor with
      org.krait.generators.TableProcessor,
      org.krait.generators.BuiltinsProcessor,
      org.krait.generators.SignalTrapProcessor;
}

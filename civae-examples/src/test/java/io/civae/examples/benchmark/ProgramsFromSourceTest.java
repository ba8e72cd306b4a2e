package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are run from their source are compiled by nobody else before somebody needs it. */
class ProgramsFromSourceTest {

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"Crossover.java", "BusyNeighbour.java"})
  void compileAgainstTheLibrary(String name) throws Exception {
    Path source = Path.of("..", "benchmarks", name);
    assumeTrue(Files.exists(source), "the benchmarks are not beside this module");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assumeTrue(compiler != null, "this is no JDK");
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
      List<String> options =
          List.of(
              "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
      boolean compiled =
          compiler
              .getTask(null, files, said, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(said.getDiagnostics().toString()).isTrue();
    }
  }
}

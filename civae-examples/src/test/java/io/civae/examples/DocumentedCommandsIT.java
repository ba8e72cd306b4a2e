package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/augment-a-csv.md, taken out of the page and run as a reader runs them. */
class DocumentedCommandsIT {

  private static final Path PAGE = Path.of("..", "docs", "augment-a-csv.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void runAsTheyAreInAFolderWithTheJar() throws Exception {
    assumeTrue(File.separator.equals("/"), "the page is for a POSIX shell");
    // The jar where the page has it, and the libraries beside it; everything else is new.
    Files.createDirectory(folder.resolve("civae-examples"));
    Path link = folder.resolve("civae-examples").resolve("target");
    Files.createSymbolicLink(link, Path.of("target").toAbsolutePath());
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertThat(blocks).singleElement().asString().contains(" augment ", " traverse ");
    for (String block : blocks) {
      run(block);
    }
    // JUnit would warn of a link that leads out of the folder it deletes.
    Files.delete(link);
    assertThat(lines("flowers.csv")).hasSize(91);
    assertThat(lines("bare.csv")).isEqualTo(lines("flowers.csv").subList(1, 91));
    // 15 roses among 75 tulips: 60 are missing to balance them.
    assertThat(lines("audit.csv")).hasSize(61);
    assertThat(lines("more.csv")).hasSize(140).startsWith(lines("bare.csv").toArray(String[]::new));
    assertThat(lines("more.csv").subList(90, 140)).allMatch(line -> line.endsWith(",rose"));
    assertThat(lines("walk.csv")).hasSize(10);
    assertThat(lines("walk.csv").get(0)).startsWith("length,width,colour,kind,t,margin,");
    assertThat(folder.resolve("flowers.civae")).isNotEmptyFile();
  }

  private void run(String block) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-e", "-c", block)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("told.txt").toFile());
    Path java = Path.of(System.getProperty("java.home"), "bin");
    shell.environment().merge("PATH", java.toString(), (path, own) -> own + ":" + path);
    int exitCode = shell.start().waitFor();
    assertThat(exitCode).as(Files.readString(folder.resolve("told.txt"))).isZero();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }
}

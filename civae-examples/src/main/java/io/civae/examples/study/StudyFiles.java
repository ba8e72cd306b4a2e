package io.civae.examples.study;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The numbers of a study as files; written anew after every training, so that none is lost. */
final class StudyFiles {

  private final Path folder;
  private final JsonObject about;

  StudyFiles(Path folder, JsonObject about) {
    this.folder = folder;
    this.about = about;
  }

  void write(StudyResult result) throws IOException {
    Files.writeString(folder.resolve("metrics.json"), MetricsFile.of(result, about));
    Table1 table = new Table1(result);
    Files.writeString(folder.resolve("table1.md"), table.markdown());
    Files.writeString(folder.resolve("table1.csv"), table.csv());
    if (!result.sweep().isEmpty()) {
      RowTable sweep = sweep(result);
      Files.writeString(folder.resolve("sweep.md"), sweep.markdown());
      Files.writeString(folder.resolve("sweep.csv"), sweep.csv());
    }
    if (!result.semiSupervised().isEmpty()) {
      RowTable semiSupervised = semiSupervised(result);
      Files.writeString(folder.resolve("semi-supervised.md"), semiSupervised.markdown());
      Files.writeString(folder.resolve("semi-supervised.csv"), semiSupervised.csv());
    }
  }

  static RowTable sweep(StudyResult result) {
    return new RowTable("weights", result.sweep(), Sweep.METRICS).judgedBy(result.judge());
  }

  static RowTable semiSupervised(StudyResult result) {
    return new RowTable("trained on", result.semiSupervised(), SemiSupervised.METRICS);
  }

  /** The tables for people. */
  void print(StudyResult result, PrintWriter out) {
    out.print(new Table1(result).markdown());
    if (!result.sweep().isEmpty()) {
      out.println();
      out.print(sweep(result).markdown());
    }
    if (!result.semiSupervised().isEmpty()) {
      out.println();
      out.print(semiSupervised(result).markdown());
    }
    out.println();
    out.println("Written to " + folder);
    out.flush();
  }
}

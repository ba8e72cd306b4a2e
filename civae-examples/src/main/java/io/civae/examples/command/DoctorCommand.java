package io.civae.examples.command;

import io.civae.examples.doctor.Diagnosis;
import io.civae.examples.doctor.DiagnosisJson;
import io.civae.examples.doctor.DiagnosisText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a training would meet on this machine. */
@Command(
    name = "doctor",
    description = {
      "Shows what this machine offers a training.",
      "Platform, Java, engines with their native libraries, devices and threads; names the artifact to"
          + " add for what is missing. Always ends with exit code 0."
    })
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Streams streams = Streams.of(spec);
    Diagnosis diagnosis = Diagnosis.make();
    if (json) {
      streams.out().println(DiagnosisJson.of(diagnosis));
      streams.out().flush();
    } else {
      DiagnosisText.print(streams.out(), diagnosis);
    }
    return 0;
  }
}

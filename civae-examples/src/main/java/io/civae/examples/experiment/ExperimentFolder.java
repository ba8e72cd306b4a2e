package io.civae.examples.experiment;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.examples.format.LatentCsv;
import io.civae.examples.format.NpyFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder an experiment writes to. Files of its own that are there already are overwritten. */
public final class ExperimentFolder {

  private final Path folder;

  private ExperimentFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is missing, parents included. Done before a training, so that hours
   * of work are not lost to a name that cannot be written to.
   *
   * @param folder where to write
   * @return the folder
   * @throws IOException if it cannot be made or written to
   */
  public static ExperimentFolder create(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("--out (" + folder + ") is a file, must be a folder", e);
    } catch (FileSystemException e) {
      throw new IOException("--out (" + folder + ") cannot be made: " + e, e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("--out (" + folder + ") must be writable");
    }
    return new ExperimentFolder(folder);
  }

  /**
   * Where it is.
   *
   * @return its absolute path
   */
  public Path path() {
    return folder.toAbsolutePath().normalize();
  }

  /**
   * Writes {@code model.civae}, {@code metrics.json}, {@code walks.png} and {@code synthetic.png}.
   *
   * @param run a finished training on square pictures
   * @param figures its figures
   * @param seed draws what the pictures show
   * @throws IOException if a file cannot be written
   */
  public void write(TrainingRun run, TestFigures figures, long seed) throws IOException {
    run.model().save(folder.resolve("model.civae"));
    Files.writeString(folder.resolve("metrics.json"), MetricsJson.of(run, figures, seed));
    DigitPictures.walks(run.model(), run.split().test(), seed)
        .writePng(folder.resolve("walks.png"));
    DigitPictures.synthetic(run.model(), run.split().training(), seed)
        .writePng(folder.resolve("synthetic.png"));
  }

  /**
   * Writes what it takes to compute the figures anew: {@code train.csv} and {@code test.csv} with
   * labels and posterior means, {@code test-observations.npy} and {@code reconstructions.npy} with
   * the test observations and their reconstructions, all in the order of the split.
   *
   * @param run a finished training
   * @throws IOException if a file cannot be written
   */
  public void export(TrainingRun run) throws IOException {
    CiVaeModel model = run.model();
    LabeledDataset training = run.split().training();
    LabeledDataset test = run.split().test();
    LatentCsv.write(
        folder.resolve("train.csv"), training, model.encoder().encode(training.features()).mean());
    float[][] latents = model.encoder().encode(test.features()).mean();
    LatentCsv.write(folder.resolve("test.csv"), test, latents);
    float[][] reconstructions = model.decoder().decode(latents);
    int columns = test.featureCount();
    NpyFile.write(folder.resolve("test-observations.npy"), test.size(), columns, test::observation);
    NpyFile.write(
        folder.resolve("reconstructions.npy"), test.size(), columns, i -> reconstructions[i]);
  }
}

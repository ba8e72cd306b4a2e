package io.civae.internal.file;

import io.civae.ModelFileException;
import io.civae.internal.classifier.ClassifierContents;
import java.nio.file.Path;

/** Loads and saves classifiers. */
public final class ClassifierFile {

  private ClassifierFile() {}

  /**
   * Writes a classifier in full or not at all.
   *
   * @param contents of the classifier
   * @param file where to
   * @throws ModelFileException if it cannot be written
   */
  public static void save(ClassifierContents contents, Path file) {
    ArchiveFile.write(file, () -> ClassifierArchive.write(contents), new DiskAccess());
  }

  /**
   * Reads a classifier.
   *
   * @param file to read
   * @return its contents
   * @throws ModelFileException if it cannot be read, or holds no sound classifier
   */
  public static ClassifierContents load(Path file) {
    return ArchiveFile.read(file, ArchiveFormat.CLASSIFIER, ClassifierArchive::read);
  }
}

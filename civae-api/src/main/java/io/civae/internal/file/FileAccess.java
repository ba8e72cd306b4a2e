package io.civae.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The operations that replacing a file takes; a seam at which tests make each one fail. */
interface FileAccess {

  /** An open file. */
  interface Output extends Closeable {

    /** Writes at least one of the remaining bytes, perhaps not all. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns once the bytes are on the disk. */
    void force() throws IOException;
  }

  /** Opens a file that must not exist yet. */
  Output create(Path file) throws IOException;

  /** Renames in one step, over what has that name. */
  void move(Path from, Path to) throws IOException;

  /** Returns once the names in a folder are on the disk. */
  void forceFolder(Path folder) throws IOException;

  /** Deletes a file if it is there. */
  void delete(Path file) throws IOException;
}

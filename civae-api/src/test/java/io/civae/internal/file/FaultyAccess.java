package io.civae.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The disk, until a numbered operation on it fails in a given way. */
final class FaultyAccess implements FileAccess {

  /** How an operation fails. */
  enum Fault {
    /** It does nothing and says so. */
    EXCEPTION("broken on purpose"),
    /** A part of the bytes is written before there is no room left. */
    DISK_FULL("No space left on device"),
    /** It is done, but what comes back is an error. */
    LATE("failed after all"),
    /** A part of the bytes is written, which is no error: the rest is to be asked for again. */
    SHORT_WRITE("");

    private final String message;

    Fault(String message) {
      this.message = message;
    }

    String message() {
      return message;
    }
  }

  private interface Operation {
    void run() throws IOException;
  }

  private final FileAccess disk = new DiskAccess();
  private final int failing;
  private final Fault fault;
  private final List<String> operations = new ArrayList<>();

  /** Operations count from 0. */
  FaultyAccess(int failing, Fault fault) {
    this.failing = failing;
    this.fault = fault;
  }

  /** What was asked for, in order. */
  List<String> operations() {
    return operations;
  }

  /** Whether the operation that is to fail was reached. */
  boolean failed() {
    return operations.size() > failing;
  }

  private void perform(String name, Operation operation) throws IOException {
    int number = operations.size();
    operations.add(name);
    if (number != failing || fault == Fault.SHORT_WRITE) {
      operation.run();
      return;
    }
    if (fault == Fault.LATE) {
      operation.run();
    }
    throw new IOException(fault.message());
  }

  @Override
  public Output create(Path file) throws IOException {
    Output[] opened = new Output[1];
    try {
      perform("create", () -> opened[0] = disk.create(file));
    } catch (IOException e) {
      if (opened[0] != null) {
        opened[0].close();
      }
      throw e;
    }
    Output output = opened[0];
    return new Output() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        boolean partly = operations.size() == failing && fault != Fault.EXCEPTION;
        if (partly && fault != Fault.LATE) {
          ByteBuffer part = bytes.slice(bytes.position(), Math.max(1, bytes.remaining() / 2));
          output.write(part);
          bytes.position(bytes.position() + part.position());
          perform("write", () -> {});
        } else {
          perform("write", () -> output.write(bytes));
        }
      }

      @Override
      public void force() throws IOException {
        perform("force", output::force);
      }

      /** Closes in any case: a real close that fails has let go of the file too. */
      @Override
      public void close() throws IOException {
        output.close();
        perform("close", () -> {});
      }
    };
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    perform("move", () -> disk.move(from, to));
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    perform("forceFolder", () -> disk.forceFolder(folder));
  }

  @Override
  public void delete(Path file) throws IOException {
    perform("delete", () -> disk.delete(file));
  }
}

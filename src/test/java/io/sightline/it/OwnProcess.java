package io.sightline.it;

import java.util.concurrent.TimeUnit;

/** A server's process that belongs to this one: it ends with it, whatever happens. */
final class OwnProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Thread end = new Thread(this::kill);

  OwnProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(end);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Stops it as a person does, and waits; ends it where it does not within a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      kill(); // the tests' process ends, and so does the server
    }
  }

  private void kill() {
    process.destroyForcibly();
  }
}

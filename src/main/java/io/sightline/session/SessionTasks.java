package io.sightline.session;

import io.sightline.pipeline.SerialExecutor;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One session's serial executor: one task at a time, in order of arrival, none of them on a native
 * thread. What a task throws is told, and the next task runs.
 */
final class SessionTasks implements Executor {
  private final SerialExecutor serial;
  private final BooleanSupplier ending;
  private final Consumer<SessionException> refused;
  private final Consumer<Throwable> failed;

  /**
   * @param ending whether requests are ignored from now on
   * @param refused told what a client got wrong
   * @param failed told what a task of the session's own threw
   */
  SessionTasks(
      Executor shared,
      BooleanSupplier ending,
      Consumer<SessionException> refused,
      Consumer<Throwable> failed) {
    this.serial = new SerialExecutor(shared);
    this.ending = ending;
    this.refused = refused;
    this.failed = failed;
  }

  /** A task of the session's own; what it throws is a failure of the session. */
  @Override
  public void execute(Runnable task) {
    serial.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            failed.accept(e);
          }
        });
  }

  /** A task of the session's own that is pointless, or harmful, once the end has begun. */
  void unlessEnding(Runnable task) {
    execute(
        () -> {
          if (!ending.getAsBoolean()) {
            task.run();
          }
        });
  }

  /** What a client asks for; what it gets wrong is told, and the session goes on. */
  void request(Runnable task) {
    unlessEnding(
        () -> {
          try {
            task.run();
          } catch (VirtualMachineError e) {
            if (!(e instanceof StackOverflowError)) {
              throw e;
            }
            refused.accept(ErrorWrapping.typed(e));
          } catch (RuntimeException | Error e) {
            refused.accept(ErrorWrapping.typed(e));
          }
        });
  }
}

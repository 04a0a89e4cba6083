package io.sightline.pipelines;

import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection: one command, one answer. A message is its length, four bytes, the highest first,
 * and JSON in UTF-8. Whoever takes too long to send or to read finds the connection closed.
 */
final class CommandConnection implements Runnable {
  private static final System.Logger LOG = System.getLogger(CommandConnection.class.getName());
  private static final int HEADER = 4;

  /** An answer waits for a model to load, or for a pipeline to end. */
  private static final long ANSWER_SECONDS = 120;

  private final Socket socket;
  private final PipelineSettings settings;
  private final CommandReader reader;
  private final Commands commands;
  private final ScheduledExecutorService timer;
  private boolean whole;

  CommandConnection(
      Socket socket,
      PipelineSettings settings,
      CommandReader reader,
      Commands commands,
      ScheduledExecutorService timer) {
    this.socket = socket;
    this.settings = settings;
    this.reader = reader;
    this.commands = commands;
    this.timer = timer;
  }

  @Override
  public void run() {
    try (socket) {
      CommandReply reply = reply();
      if (reply != null) {
        write(Reply.of(200, reply.message()).body());
        discard();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection of the stream manager broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "a command could not be answered", e);
    }
  }

  /** The answer to what comes; null where nothing has come. */
  private CommandReply reply() throws IOException, InterruptedException {
    try {
      byte[] message = read();
      return message == null ? null : answer(reader.read(message));
    } catch (CommandFailure e) {
      return CommandReply.failure(java.util.UUID.randomUUID().toString(), null, e);
    }
  }

  private CommandReply answer(Command command) throws InterruptedException {
    CompletableFuture<CommandReply> reply = new CompletableFuture<>();
    try {
      commands.execute(command, reply::complete);
      return reply.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (HttpException e) {
      throw CommandFailure.of(e);
    } catch (TimeoutException | ExecutionException e) {
      throw new CommandFailure(
          CommandFailure.Type.OPERATION_ERROR,
          "TimeoutError",
          "no answer within %d seconds".formatted(ANSWER_SECONDS),
          "The command takes too long.");
    }
  }

  private byte[] read() throws IOException {
    Future<?> deadline = deadline();
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int first = in.read();
      if (first < 0) {
        return null;
      }
      byte[] header = new byte[HEADER];
      header[0] = (byte) first;
      int read = 1 + in.readNBytes(header, 1, HEADER - 1);
      if (read < HEADER) {
        throw malformed("Expected header size: %d, received: %d".formatted(HEADER, read));
      }
      long length = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt());
      if (length == 0) {
        throw malformed("Header is indicating non positive payload size: 0");
      }
      if (length > settings.commandBytes()) {
        throw malformed(
            "a command has at most %d bytes, not %d: sightline.pipelines.tcp.command.max.bytes"
                .formatted(settings.commandBytes(), length));
      }
      byte[] message = in.readNBytes((int) length);
      if (message.length < length) {
        throw broken(
            "TransmissionChannelClosed", "Socket was closed to read before payload was decoded.");
      }
      whole = true;
      return message;
    } finally {
      deadline.cancel(false);
    }
  }

  /** At once: clients expect the whole header in what they read first. */
  private void write(byte[] body) throws IOException {
    Future<?> deadline = deadline();
    try {
      ByteBuffer message = ByteBuffer.allocate(HEADER + body.length);
      message.putInt(body.length).put(body);
      socket.getOutputStream().write(message.array());
      socket.getOutputStream().flush();
    } finally {
      deadline.cancel(false);
    }
  }

  /** Who still sends a command that was refused reads the answer only after that. */
  private void discard() throws IOException {
    if (whole) {
      return;
    }
    Future<?> deadline = deadline();
    try {
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } finally {
      deadline.cancel(false);
    }
  }

  private Future<?> deadline() {
    return timer.schedule(this::close, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection did not close", e);
    }
  }

  private static CommandFailure malformed(String message) {
    return broken("MalformedHeaderError", message);
  }

  private static CommandFailure broken(String errorClass, String message) {
    return new CommandFailure(CommandFailure.Type.INTERNAL_ERROR, errorClass, message, message);
  }
}

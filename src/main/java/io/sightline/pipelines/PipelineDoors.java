package io.sightline.pipelines;

import io.sightline.http.Call;
import io.sightline.http.HttpDoors;
import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import io.sightline.http.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The stream manager's commands over HTTP. */
final class PipelineDoors implements HttpDoors {
  private static final String ROOT = "inference_pipelines";
  private static final Map<String, CommandType> GENERAL =
      Map.of(
          "list", CommandType.LIST_PIPELINES,
          "initialise", CommandType.INIT,
          "initialise_webrtc", CommandType.WEBRTC);
  private static final Map<String, CommandType> OF_PIPELINE =
      Map.of(
          "status", CommandType.STATUS,
          "consume", CommandType.CONSUME_RESULT,
          "pause", CommandType.MUTE,
          "resume", CommandType.RESUME,
          "terminate", CommandType.TERMINATE);
  private static final Set<CommandType> READING =
      Set.of(CommandType.LIST_PIPELINES, CommandType.STATUS, CommandType.CONSUME_RESULT);

  private final boolean open;
  private final Commands commands;

  /**
   * @param open whether anything is answered at all
   */
  PipelineDoors(boolean open, Commands commands) {
    this.open = open;
    this.commands = commands;
  }

  @Override
  public Set<String> methodsAt(List<String> path) {
    CommandType type = open ? type(path) : null;
    if (type == null) {
      return Set.of();
    }
    return Set.of(READING.contains(type) ? "GET" : "POST");
  }

  @Override
  public void answer(Supplier<Call> reader, Consumer<Reply> answer) {
    try {
      Call call = reader.get();
      CommandType type = type(call.path());
      Command command =
          new Command(type, type.ofPipeline() ? call.path().get(1) : null, payload(type, call));
      commands.execute(command, reply -> answer.accept(HttpReplies.of(reply)));
    } catch (HttpException e) {
      answer.accept(e.reply());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      answer.accept(HttpReplies.of(CommandReply.failure(null, null, CommandFailure.of(e))));
    }
  }

  /** A payload where one is needed; where it may be absent, it may. */
  private static RequestBody payload(CommandType type, Call call) {
    return switch (type) {
      case INIT, WEBRTC -> RequestBody.of(call);
      case CONSUME_RESULT -> call.body() == null ? null : RequestBody.of(call);
      default -> null;
    };
  }

  /** What is meant by a path; null for nothing. */
  private static CommandType type(List<String> path) {
    if (path.isEmpty() || !path.get(0).equals(ROOT)) {
      return null;
    }
    return switch (path.size()) {
      case 2 -> GENERAL.get(path.get(1));
      case 3 -> OF_PIPELINE.get(path.get(2));
      default -> null;
    };
  }
}

package io.sightline.pipelines;

import io.sightline.http.RequestBody;
import io.sightline.session.LiveSession;
import io.sightline.session.SessionRegistry;
import io.sightline.stream.InferencePipeline;
import io.sightline.stream.StreamEnvironment;
import io.sightline.stream.StreamOptions;
import io.sightline.stream.StreamResult;
import io.sightline.worker.Handshake;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries commands out. Pipelines are sessions of the one registry; here stand those that were
 * opened by a command, the others cannot be reached. Safe for use by several threads.
 */
final class Commands {
  private final SessionRegistry registry;
  private final StreamEnvironment environment;
  private final ResultForm results;
  private final Executor work;
  private final Consumer<Runnable> patience;
  private final MemoryBound memory;

  /** In the order in which they were opened. */
  private final Map<String, Entry> pipelines = Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * @param gone completes when nothing of it is left, its place is free, and it is not found any
   *     more
   */
  private record Entry(ManagedPipeline pipeline, CompletionStage<Void> gone) {}

  /**
   * @param work opens pipelines: names are resolved and models loaded, which may take its time
   * @param patience runs a task when a peer's candidates are waited for no longer
   */
  Commands(
      SessionRegistry registry,
      StreamEnvironment environment,
      ResultForm results,
      Executor work,
      Consumer<Runnable> patience) {
    this.registry = registry;
    this.environment = environment;
    this.results = results;
    this.work = work;
    this.patience = patience;
    memory = new MemoryBound(environment.settings());
  }

  /**
   * Carries a command out; what goes wrong is an answer, too.
   *
   * @param reply is given the answer, once, on any thread
   * @throws io.sightline.http.HttpException (422) with everything that is wrong with the payload
   */
  void execute(Command command, Consumer<CommandReply> reply) {
    String request = UUID.randomUUID().toString();
    try {
      switch (command.type()) {
        case INIT -> {
          StreamOptions options = new PipelinePayload(environment.limits()).read(command.payload());
          command.payload().check();
          memory.check(open());
          work.execute(() -> reply.accept(initialise(request, options)));
        }
        case WEBRTC -> connect(request, command.payload(), reply);
        case LIST_PIPELINES ->
            reply.accept(CommandReply.success(request, null, Map.of("pipelines", ids())));
        default -> steer(request, command, reply);
      }
    } catch (io.sightline.http.HttpException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      reply.accept(CommandReply.failure(request, command.pipelineId(), CommandFailure.of(e)));
    }
  }

  private CommandReply initialise(String request, StreamOptions options) {
    try {
      CompletableFuture<Void> gone = new CompletableFuture<>();
      InferencePipeline session =
          registry.admit(
              () -> new InferencePipeline(environment, options),
              InferencePipeline::start,
              closed -> gone.complete(null));
      add(new CapturedPipeline(session), gone);
      return CommandReply.success(request, session.id(), Map.of());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return CommandReply.failure(request, null, CommandFailure.of(e));
    }
  }

  private List<String> ids() {
    synchronized (pipelines) {
      return List.copyOf(pipelines.keySet());
    }
  }

  private List<ManagedPipeline> open() {
    synchronized (pipelines) {
      return pipelines.values().stream().map(Entry::pipeline).toList();
    }
  }

  private void connect(String request, RequestBody payload, Consumer<CommandReply> reply) {
    PeerPayload peer = PeerPayload.of(payload, environment.limits());
    memory.check(open());
    PeerPipeline pipeline = new PeerPipeline(peer.results());
    CompletableFuture<String> added = new CompletableFuture<>();
    Handshake handshake =
        new Handshake(
            sdp ->
                added.thenAccept(
                    id -> reply.accept(CommandReply.success(request, id, answer(sdp)))),
            failure ->
                reply.accept(CommandReply.failure(request, null, CommandFailure.of(failure))),
            patience);
    CompletableFuture<Void> gone = new CompletableFuture<>();
    try {
      LiveSession session =
          registry.open(
              peer.offer(),
              event -> {
                pipeline.accept(event);
                handshake.accept(event);
              },
              () -> gone.complete(null));
      pipeline.of(session);
      add(pipeline, gone);
      added.complete(session.id());
    } catch (RuntimeException e) {
      peer.results().buffer().close();
      handshake.refuse(e);
    }
  }

  private void steer(String request, Command command, Consumer<CommandReply> reply) {
    String id = command.pipelineId();
    Entry entry = pipelines.get(id);
    if (entry == null) {
      throw CommandFailure.notFound(id);
    }
    ManagedPipeline pipeline = entry.pipeline;
    Map<String, Object> content = Map.of();
    switch (command.type()) {
      case MUTE -> pipeline.mute();
      case RESUME -> pipeline.resume();
      case STATUS -> content = Map.of("report", ReportForm.of(pipeline.report()));
      case CONSUME_RESULT -> content = consume(pipeline, command.payload());
      default -> {
        pipeline.terminate();
        entry.gone.thenRun(() -> reply.accept(CommandReply.success(request, id, Map.of())));
        return;
      }
    }
    reply.accept(CommandReply.success(request, id, content));
  }

  private Map<String, Object> consume(ManagedPipeline pipeline, RequestBody payload) {
    List<String> excluded = List.of();
    if (payload != null) {
      excluded = payload.texts("excluded_fields");
      payload.check();
    }
    try (StreamResult result = pipeline.consume()) {
      return result == null ? ResultForm.empty() : results.of(result, excluded);
    }
  }

  private void add(ManagedPipeline pipeline, CompletionStage<Void> closed) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    pipelines.put(pipeline.id(), new Entry(pipeline, gone));
    closed.thenRun(
        () -> {
          pipelines.remove(pipeline.id());
          gone.complete(null);
        });
  }

  private static Map<String, Object> answer(String sdp) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sdp", sdp);
    answer.put("type", "answer");
    return answer;
  }
}

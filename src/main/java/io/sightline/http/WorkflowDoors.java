package io.sightline.http;

import io.sightline.workflow.WorkflowEngine;
import io.sightline.workflow.WorkflowException;
import io.sightline.workflow.WorkflowStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is asked for by path and method, and who answers. Needs no container. Safe for use by
 * several threads.
 */
final class WorkflowDoors implements HttpDoors {
  private static final System.Logger LOG = System.getLogger(WorkflowDoors.class.getName());

  private final List<Door> doors;

  /**
   * A path and who answers there.
   *
   * @param path segments; a star stands for one of any name
   * @param methods who answers to which method
   * @param forms whether forms are taken, too
   */
  private record Door(
      List<String> path, Map<String, Function<Call, Reply>> methods, boolean forms) {
    boolean at(List<String> segments) {
      if (path.size() != segments.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!path.get(i).equals("*") && !path.get(i).equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  WorkflowDoors(WorkflowEngine engine, WorkflowStore store, HttpSettings settings) {
    WorkflowRun runs = new WorkflowRun(engine, new OutputsWriter(settings));
    InlineDoors inline = new InlineDoors(engine, runs);
    StoredDoors stored = new StoredDoors(engine, store, runs);
    CatalogDoors catalog = new CatalogDoors(engine);
    doors =
        List.of(
            run("workflows/run", inline::run),
            run("infer/workflows", inline::run),
            post("workflows/validate", inline::validate),
            post("workflows/describe_interface", inline::describe),
            door(
                "workflows/blocks/describe",
                Map.of("GET", catalog::blocks, "POST", catalog::blocksOfVersion)),
            post("workflows/blocks/dynamic_outputs", catalog::outputsOfStep),
            door("workflows/definition/schema", Map.of("GET", catalog::schema)),
            door("workflows/execution_engine/versions", Map.of("GET", catalog::versions)),
            door("workflows/stored", Map.of("GET", stored::list)),
            door("workflows/stored/*", Map.of("GET", stored::definition)),
            post("*/workflows/*/describe_interface", stored::describe),
            run("*/workflows/*", stored::run),
            run("infer/workflows/*/*", stored::run));
  }

  private static Door post(String path, Function<Call, Reply> answer) {
    return door(path, Map.of("POST", answer));
  }

  /** A door where pictures may come as files. */
  private static Door run(String path, Function<Call, Reply> answer) {
    return new Door(List.of(path.split("/")), Map.of("POST", answer), true);
  }

  private static Door door(String path, Map<String, Function<Call, Reply>> methods) {
    return new Door(List.of(path.split("/")), methods, false);
  }

  @Override
  public boolean takesForms(List<String> path) {
    return doors.stream().filter(door -> door.at(path)).findFirst().map(Door::forms).orElse(false);
  }

  @Override
  public Set<String> methodsAt(List<String> path) {
    return methods(path).keySet();
  }

  @Override
  public void answer(Supplier<Call> reader, Consumer<Reply> answer) {
    answer.accept(answer(reader));
  }

  /** Answers; what goes wrong is an answer, too. */
  Reply answer(Call call) {
    return answer(() -> call);
  }

  /** Answers a request whose body is still to be read; what is wrong with it is an answer, too. */
  Reply answer(Supplier<Call> reader) {
    try {
      Call call = reader.get();
      Map<String, Function<Call, Reply>> methods = methods(call.path());
      if (methods.isEmpty()) {
        return Reply.detail(404, "Not Found");
      }
      Function<Call, Reply> door = methods.get(call.method());
      if (door == null) {
        return Reply.detail(405, "Method Not Allowed")
            .with("Allow", String.join(", ", methods.keySet().stream().sorted().toList()));
      }
      return door.apply(call);
    } catch (HttpException e) {
      return e.reply();
    } catch (WorkflowException e) {
      return WorkflowErrors.reply(e);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.log(System.Logger.Level.WARNING, "a request could not be answered", e);
      return Reply.of(500, Map.of("message", "Internal error."));
    }
  }

  private Map<String, Function<Call, Reply>> methods(List<String> path) {
    return doors.stream()
        .filter(door -> door.at(path))
        .findFirst()
        .map(Door::methods)
        .orElse(Map.of());
  }
}

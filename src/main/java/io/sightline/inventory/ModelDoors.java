package io.sightline.inventory;

import io.sightline.http.Call;
import io.sightline.http.HttpDoors;
import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import io.sightline.model.ModelNotFoundException;
import io.sightline.model.ModelReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All models, one of them, and those in memory in the form of Roboflow's registry. */
final class ModelDoors implements HttpDoors {
  private static final System.Logger LOG = System.getLogger(ModelDoors.class.getName());
  private static final List<String> REGISTRY = List.of("model", "registry");

  /** Segments of a path to a model: ids have one to three. */
  private static final int LONGEST = 4;

  private final Supplier<List<ModelReport>> all;
  private final Function<String, ModelReport> one;

  /**
   * @param one throws {@link ModelNotFoundException} for an id that is not known
   */
  ModelDoors(Supplier<List<ModelReport>> all, Function<String, ModelReport> one) {
    this.all = all;
    this.one = one;
  }

  @Override
  public Set<String> methodsAt(List<String> path) {
    boolean models = !path.isEmpty() && path.get(0).equals("models") && path.size() <= LONGEST;
    return models || path.equals(REGISTRY) ? Set.of("GET") : Set.of();
  }

  @Override
  public void answer(Supplier<Call> reader, Consumer<Reply> answer) {
    answer.accept(reply(reader));
  }

  private Reply reply(Supplier<Call> reader) {
    try {
      List<String> path = reader.get().path();
      if (path.equals(REGISTRY)) {
        return Reply.of(200, Map.of("models", RegistryEntry.all(all.get())));
      } else if (path.size() == 1) {
        return Reply.of(200, Map.of("models", all.get().stream().map(ModelJson::summary).toList()));
      }
      return Reply.of(
          200, ModelJson.details(one.apply(String.join("/", path.subList(1, path.size())))));
    } catch (HttpException e) {
      return e.reply();
    } catch (ModelNotFoundException e) {
      return Reply.problem(404, "ModelNotFound", e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "a request for models failed", e);
      return Reply.problem(500, "InternalError", "the server failed; its log says why");
    }
  }
}

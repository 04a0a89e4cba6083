package io.sightline.model;

import ai.onnxruntime.OrtEnvironment;
import io.sightline.model.trial.TrialBounds;
import io.sightline.model.trial.TrialOutcome;
import io.sightline.model.trial.Trials;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Tries weights that are new in a process of their own, and remembers by their hash what they took.
 * Safe for several threads.
 */
final class FirstTrial {
  private static final System.Logger LOG = System.getLogger(FirstTrial.class.getName());
  private static final String TRIED = ".tried";

  /** Tries nothing. */
  static final FirstTrial NONE = new FirstTrial(null, null, "", 0, false);

  private final Trials trials;
  private final Path folder;
  private final String terms;
  private final boolean onDevice;
  private final long mostBytes;
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  /** One for what loads in the background, one for who waits. */
  private final Semaphore places = new Semaphore(2, true);

  /**
   * @param trials null to try nothing
   * @param folder for what is remembered over restarts, made when first needed; null for none
   * @param terms under which a trial is worth something later
   * @param mostBytes that a network may take
   * @param onDevice whether networks may run on something else than the processor
   */
  FirstTrial(Trials trials, Path folder, String terms, long mostBytes, boolean onDevice) {
    this.trials = trials;
    this.folder = folder;
    this.terms = terms;
    this.mostBytes = mostBytes;
    this.onDevice = onDevice;
  }

  /** Trials as the settings want them. */
  static FirstTrial of(StoreSettings bounds, ModelSettings settings) {
    if (!bounds.trial()) {
      return NONE;
    }
    boolean onDevice = settings.providers().preferred().stream().anyMatch(Provider::isDevice);
    int pictures = settings.batching().most(settings.providers().preferred().get(0));
    TrialBounds most =
        new TrialBounds(
            bounds.loadBytes(), bounds.trialTime(), pictures, settings.intraOpThreads());
    String library = OrtEnvironment.class.getPackage().getImplementationVersion();
    return new FirstTrial(
        new Trials(most),
        bounds.state() == null ? null : bounds.state().resolve("trials"),
        "onnxruntime %s, %d pictures".formatted(library, pictures),
        bounds.loadBytes(),
        onDevice);
  }

  /**
   * Lets pass what loads and runs within its bounds.
   *
   * @param quarantine takes what hangs or crashes
   * @return bytes that the network took; 0 where that is not known
   * @throws ModelRoomException where it cannot be tried just now
   * @throws ModelException where it is not to be loaded
   */
  long bytes(ModelPackage files, Weights weights, String sha256, Quarantine quarantine) {
    if (trials == null || !(weights instanceof Weights.OnDisk onDisk) || !trials.isPossible()) {
      return 0;
    }
    ModelConfig.Size size = files.config().networkInput().size();
    String key = sha256 + (size == null ? "" : "-%dx%d".formatted(size.width(), size.height()));
    Long before = known.computeIfAbsent(key, this::recorded);
    if (before != null && before <= mostBytes) {
      return before;
    }
    TrialOutcome outcome;
    places.acquireUninterruptibly();
    try {
      outcome =
          trials.of(
              onDisk.file(), size == null ? 0 : size.width(), size == null ? 0 : size.height());
    } finally {
      places.release();
    }
    switch (outcome.end()) {
      case WELL -> record(key, outcome.bytes());
      case UNKNOWN ->
          throw new ModelRoomException(
              "model '%s' was not loaded: %s".formatted(files.id(), outcome.reason()));
      case HUNG, CRASHED -> {
        quarantine.hold(sha256, outcome.reason());
        throw new ModelQuarantinedException(outcome.reason(), sha256);
      }
      case REFUSED -> {
        // a device may take what the processor, which tries it, does not
        if (!onDevice) {
          throw new ModelException(
              "ONNX Runtime cannot load the model: " + onDisk.withoutPlaces(outcome.reason()));
        }
      }
      case TOO_LARGE -> throw new ModelException(outcome.reason());
    }
    return outcome.bytes();
  }

  private Long recorded(String key) {
    try {
      Path file = folder == null ? null : folder.resolve(key + TRIED);
      if (file != null && Files.isRegularFile(file)) {
        String[] lines = Files.readString(file).split("\n");
        return lines[0].equals(terms) ? Long.valueOf(lines[1]) : null;
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING, "a model''s trial cannot be read and is done again: {0}", e.toString());
    }
    return null;
  }

  private void record(String key, long bytes) {
    known.put(key, bytes);
    if (folder != null) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(key + TRIED), terms + "\n" + bytes + "\n");
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "a model''s trial is not remembered: {0}", e.toString());
      }
    }
  }

  /** The server stops: ends what is tried. */
  void close() {
    if (trials != null) {
      trials.close();
    }
  }
}

package io.sightline.model;

import io.sightline.model.download.Downloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The administrator's folder of models: {@code <id>/weights.onnx} with its companions, at most two
 * folders deep as in {@code project/3}, or a bare {@code <id>.onnx}, with {@code <id>.model.json}
 * beside it where it needs one. Where the weights are to be fetched, the JSON file stands alone.
 * What a link leads out of the folder is not there.
 */
final class ModelDirectory {
  private static final String SUFFIX = ".onnx";
  private static final String JSON_SUFFIX = ".model.json";
  private static final int MOST_OTHERS = 64;
  private static final List<String> COMPANIONS =
      List.of(ModelPackage.NAMES, ModelPackage.OURS, ModelPackage.ROBOFLOWS, ModelPackage.POINTS);

  private final Path root;
  private final long maxBytes;
  private final Downloads downloads;
  private final Map<String, Read> configs = new HashMap<>();
  private final Complaints complaints;
  private Set<Path> folders = Set.of();

  /** What a JSON file said when it had this stamp. */
  private record Read(String stamp, ModelConfig config) {}

  /**
   * @param maxBytes largest ONNX file that is read
   * @param downloads fetches what JSON files name
   * @param complaints hears of what is passed over
   */
  ModelDirectory(Path root, long maxBytes, Downloads downloads, Complaints complaints) {
    this.root = root;
    this.maxBytes = maxBytes;
    this.downloads = downloads;
    this.complaints = complaints;
  }

  /**
   * A model as it lies there.
   *
   * @param stamp changes with each of the files, and with what lies beside them in their folder
   * @param aliases other ids that its own file gives it
   */
  record Found(ModelPackage files, String stamp, List<String> aliases) {
    /** Whether the weights are still to come. */
    boolean pending() {
      return files.files().fetching() != null;
    }
  }

  /**
   * All models there, by their id; begins to fetch what is named and not here. For one thread at a
   * time.
   *
   * @throws IOException where the folder cannot be read
   */
  Map<String, Found> scan() throws IOException {
    Map<String, Found> all = new TreeMap<>();
    Path real = root.toRealPath();
    DirectoryWalk.Seen seen = DirectoryWalk.of(real);
    folders = seen.folders();
    for (Path file : seen.outside()) {
      complaints.say(
          "'%s' in the models' directory is passed over: it is a link out of it, or to nothing"
              .formatted(real.relativize(file)));
    }
    for (Path file : seen.files()) {
      String name = file.getFileName().toString();
      boolean whole =
          name.equals(ModelPackage.WEIGHTS)
              || name.equals(ModelPackage.OURS) && !Files.exists(weightsBeside(file));
      boolean alone = name.endsWith(JSON_SUFFIX) && !Files.exists(bare(file, JSON_SUFFIX, SUFFIX));
      boolean bare = name.endsWith(SUFFIX) && !whole;
      if (whole && !file.getParent().equals(real)) {
        add(all, real, real.relativize(file.getParent()), folder(file.getParent()), true);
      } else if (bare) {
        add(all, real, real.relativize(cut(file, SUFFIX)), bareFiles(file, SUFFIX), false);
      } else if (alone) {
        add(
            all,
            real,
            real.relativize(cut(file, JSON_SUFFIX)),
            bareFiles(file, JSON_SUFFIX),
            false);
      }
    }
    configs.keySet().retainAll(all.keySet());
    return all;
  }

  /** The folders that were looked through, the directory itself among them. */
  Set<Path> folders() {
    return folders;
  }

  private void add(
      Map<String, Found> all, Path real, Path named, Map<String, Path> present, boolean folder)
      throws IOException {
    String id = named.toString().replace('\\', '/');
    if (!ModelIds.valid(id)) {
      complaints.say(
          "'%s' in the models' directory is passed over: %s".formatted(id, ModelIds.RULE));
    } else if (all.containsKey(id)) {
      complaints.say("'%s' in the models' directory is there twice".formatted(id));
    } else {
      all.put(id, found(id, real, present, folder ? real.resolve(named) : null));
    }
  }

  private Found found(String id, Path real, Map<String, Path> present, Path folder)
      throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : present.values()) {
      stamp.append(stamp(file));
    }
    for (Path file : folder == null ? List.<Path>of() : others(folder, present.values())) {
      stamp.append(stamp(file));
    }
    FolderFiles here = new FolderFiles(id, real, present, folder, maxBytes, null, downloads);
    ModelConfig config = config(id, here, stamp.toString());
    ModelConfig.Source source =
        present.containsKey(ModelPackage.WEIGHTS) ? null : config.download();
    if (source == null) {
      return new Found(new ModelPackage(id, here), stamp.toString(), config.aliases());
    }
    downloads.want(source.url(), source.sha256(), id);
    FolderFiles elsewhere = new FolderFiles(id, real, present, null, maxBytes, source, downloads);
    stamp.append(downloads.file(source.sha256()) != null);
    return new Found(new ModelPackage(id, elsewhere), stamp.toString(), config.aliases());
  }

  /** What its JSON file says; nothing where it cannot be read, which is told when it loads. */
  private ModelConfig config(String id, FolderFiles files, String stamp) {
    Read read = configs.get(id);
    if (read == null || !read.stamp.equals(stamp)) {
      ModelConfig config;
      try {
        config = new ModelPackage(id, files).config();
      } catch (ModelException e) {
        config = ModelConfig.EMPTY;
      }
      read = new Read(stamp, config);
      configs.put(id, read);
    }
    return read.config;
  }

  private static Map<String, Path> folder(Path folder) {
    Map<String, Path> present = new TreeMap<>();
    add(present, ModelPackage.WEIGHTS, folder.resolve(ModelPackage.WEIGHTS));
    COMPANIONS.forEach(name -> add(present, name, folder.resolve(name)));
    return present;
  }

  private static Map<String, Path> bareFiles(Path file, String suffix) {
    Map<String, Path> present = new TreeMap<>();
    add(present, ModelPackage.WEIGHTS, bare(file, suffix, SUFFIX));
    add(present, ModelPackage.OURS, bare(file, suffix, JSON_SUFFIX));
    return present;
  }

  private static void add(Map<String, Path> present, String name, Path file) {
    if (Files.isRegularFile(file)) {
      present.put(name, file);
    }
  }

  /** What lies beside the files of a package, such as weights in files of their own. */
  private static List<Path> others(Path folder, Collection<Path> known) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !known.contains(file) && Files.isRegularFile(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .limit(MOST_OTHERS)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Path weightsBeside(Path file) {
    return file.resolveSibling(ModelPackage.WEIGHTS);
  }

  private static Path cut(Path file, String suffix) {
    return bare(file, suffix, "");
  }

  private static Path bare(Path file, String suffix, String other) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - suffix.length()) + other);
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return "%s:%d:%s:%s;"
        .formatted(file.getFileName(), now.size(), now.lastModifiedTime(), now.fileKey());
  }
}

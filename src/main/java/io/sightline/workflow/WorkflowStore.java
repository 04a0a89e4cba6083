package io.sightline.workflow;

import io.sightline.settings.Settings;
import io.sightline.workflow.compiler.ExecutionGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The workflows that this server keeps: those of a directory, one file each, and samples that came
 * with it. A file that changes counts from its next use on; one that becomes wrong leaves what it
 * was before in its place. Safe for use by several threads.
 */
public final class WorkflowStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final String SUFFIX = ".json";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int NAME_MAX = 128;
  private static final int LISTED_MAX = 1000;
  private static final String CONTEXT = "workflow_loading";

  private final Path directory;
  private final int maxBytes;
  private final Function<String, ExecutionGraph> compiler;
  private final Map<String, String> samples;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /** A file as it was when it was read. */
  private record Read(FileTime changed, long size, StoredFile file) {}

  /**
   * @param directory null where there is none
   * @param maxBytes of a file
   * @param samples id to definition
   * @param compiler throws a {@link WorkflowException} where a definition is wrong
   */
  WorkflowStore(
      Path directory,
      int maxBytes,
      Map<String, String> samples,
      Function<String, ExecutionGraph> compiler) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.samples = new TreeMap<>(samples);
    this.compiler = compiler;
  }

  /**
   * The directory of the settings; null where they name none.
   *
   * @throws io.sightline.settings.SettingsException where it is none
   */
  static Path directory(Settings settings) {
    String name = "sightline.workflows.directory";
    if (settings.text(name).isEmpty()) {
      return null;
    }
    try {
      Path directory = Path.of(settings.text(name)).toRealPath();
      if (Files.isDirectory(directory)) {
        return directory;
      }
    } catch (IOException | RuntimeException e) {
      // refused below, with the text that was given
    }
    throw settings.refuse(name, "a directory that can be read, or empty");
  }

  /**
   * The definition of a workflow, JSON text.
   *
   * @param id a file's name without .json
   * @throws WorkflowException where there is none of this name, or its file is wrong
   */
  public String definition(String id) {
    StoredFile file = NAME.matcher(id).matches() ? find(id) : null;
    if (file == null) {
      String shown = id.length() > 128 ? id.substring(0, 128) : id;
      throw new WorkflowException(
          "WorkflowNotFound",
          "no workflow '%s' is stored on this server; it has %s"
              .formatted(shown, list().stream().map(StoredWorkflow::id).limit(20).toList()),
          CONTEXT,
          List.of(),
          null);
    }
    if (file.problem() != null) {
      throw file.problem();
    }
    return file.definition();
  }

  /** All of them by name, those that cannot run with the reason; at most 1000. */
  public List<StoredWorkflow> list() {
    Map<String, StoredWorkflow> all = new TreeMap<>();
    samples.keySet().forEach(id -> all.put(id, sample(id).description()));
    for (String id : idsInDirectory()) {
      StoredFile file = NAME.matcher(id).matches() ? inDirectory(id) : misnamed(id);
      if (file != null) {
        all.put(file.description().id(), file.description());
      }
    }
    return List.copyOf(all.values());
  }

  private StoredFile find(String id) {
    StoredFile file = inDirectory(id);
    return file == null && samples.containsKey(id) ? sample(id) : file;
  }

  private StoredFile sample(String id) {
    return read.computeIfAbsent(
            "/" + id,
            key ->
                new Read(null, 0, StoredFile.of(id, true, id + SUFFIX, samples.get(id), compiler)))
        .file();
  }

  private List<String> idsInDirectory() {
    if (directory == null) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(id -> !id.startsWith("."))
          .sorted()
          .limit(LISTED_MAX)
          .forEach(ids::add);
    } catch (IOException e) {
      throw unreadable(directory.getFileName().toString(), e);
    }
    read.keySet().removeIf(id -> !id.startsWith("/") && !ids.contains(id));
    return ids;
  }

  /** The file of an id, read again where it has changed; null where there is none. */
  private StoredFile inDirectory(String id) {
    if (directory == null) {
      return null;
    }
    String name = id + SUFFIX;
    Path file = directory.resolve(name);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return null;
      }
      Path real = file.toRealPath();
      BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
      if (!real.startsWith(directory) || !now.isRegularFile()) {
        throw problem(name, "it is no file inside of the directory of workflows", null);
      }
      Read known = read.get(id);
      if (known == null
          || !now.lastModifiedTime().equals(known.changed)
          || now.size() != known.size) {
        StoredFile fresh = read(id, name, real);
        known =
            new Read(
                now.lastModifiedTime(),
                now.size(),
                known == null ? fresh : fresh.orBefore(known.file));
        read.put(id, known);
      }
      return known.file;
    } catch (WorkflowException e) {
      return StoredFile.wrong(id, false, name, e);
    } catch (IOException e) {
      return StoredFile.wrong(id, false, name, unreadable(name, e));
    }
  }

  private StoredFile read(String id, String name, Path file) throws IOException {
    try {
      return StoredFile.of(id, false, name, text(file, name), compiler);
    } catch (WorkflowException e) {
      return StoredFile.wrong(id, false, name, e);
    }
  }

  private String text(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw problem(name, "it has more than %d bytes".formatted(maxBytes), null);
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
  }

  /** A file whose name nobody could ask for. */
  private static StoredFile misnamed(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    shown = shown.length() > NAME_MAX ? shown.substring(0, NAME_MAX) : shown;
    String reason = "its name has other characters than letters, digits, _, - and ., or too many";
    return StoredFile.wrong(shown, false, shown + SUFFIX, problem(shown, reason, null));
  }

  private static WorkflowException unreadable(String name, IOException e) {
    return problem(name, "it cannot be read: " + e.getClass().getSimpleName(), e);
  }

  private static WorkflowException problem(String name, String reason, Throwable cause) {
    return new WorkflowException("StoredWorkflowUnreadable", reason, CONTEXT, List.of(), cause);
  }
}

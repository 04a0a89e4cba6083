package io.sightline.model;

import io.sightline.model.download.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model's files as they were found in the models' directory. Each is looked at again when it is
 * read: what a link leads out of the directory by then is refused.
 *
 * @param id of the model, for errors
 * @param root of the directory, without links
 * @param present where they lie, by the names of a package
 * @param folder the model's own; null for a bare file
 * @param source where the weights are fetched from; null where they lie in the directory
 */
record FolderFiles(
    String id,
    Path root,
    Map<String, Path> present,
    Path folder,
    long maxBytes,
    ModelConfig.Source source,
    Downloads downloads)
    implements ModelPackage.Files {
  /** Names of 100,000 classes and any configuration are smaller. */
  private static final int COMPANION = 4 << 20;

  @Override
  public byte[] read(String name) throws IOException {
    Path file = path(name);
    return file == null ? null : Files.readAllBytes(file);
  }

  @Override
  public Path path(String name) throws IOException {
    boolean weights = name.equals(ModelPackage.WEIGHTS);
    if (weights && source != null) {
      Path fetched = downloads.file(source.sha256());
      if (fetched == null) {
        throw new ModelRoomException("model '%s' %s".formatted(id, fetching()));
      }
      return fetched;
    }
    Path file = present.get(name);
    if (file == null) {
      return null;
    }
    Path real = file.toRealPath();
    if (!real.startsWith(root)) {
      throw new ModelException(
          "%s of model '%s' leads out of the models' directory".formatted(name, id));
    }
    long size = Files.size(real);
    if (weights && size > maxBytes) {
      throw new ModelException(
          "%s of model '%s' has %d bytes; sightline.models.file.max.bytes allows %d"
              .formatted(name, id, size, maxBytes));
    }
    if (!weights && size > COMPANION) {
      throw new ModelException(
          "%s of model '%s' has %d bytes; %d are allowed".formatted(name, id, size, COMPANION));
    }
    return real;
  }

  @Override
  public String fetching() {
    return source == null ? null : downloads.state(source.sha256());
  }

  @Override
  public boolean isFetchFailed() {
    return source != null && downloads.isFailed(source.sha256());
  }

  @Override
  public String sha256() {
    return source == null ? null : source.sha256();
  }

  @Override
  public String origin() {
    return source == null ? "directory" : "catalogue";
  }
}

package io.sightline.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of models in a folder and two folders below; what cannot be read is not there. */
final class DirectoryWalk extends SimpleFileVisitor<Path> {
  private static final int DEEPEST = 3;
  private static final int MOST_FILES = 20_000;

  private final Path root;
  private final List<Path> found = new ArrayList<>();
  private final List<Path> outside = new ArrayList<>();
  private final Set<Path> folders = new HashSet<>();

  private DirectoryWalk(Path root) {
    this.root = root;
  }

  /**
   * What a walk found.
   *
   * @param files that end with {@code .onnx} or {@code model.json}, in the order of their names
   * @param folders in which such files may lie, the root among them
   * @param outside names that would be among the files, but are links out of the root or to nothing
   */
  record Seen(List<Path> files, Set<Path> folders, List<Path> outside) {}

  /**
   * Walks once.
   *
   * @param root without links
   */
  static Seen of(Path root) throws IOException {
    DirectoryWalk walk = new DirectoryWalk(root);
    Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, walk);
    walk.found.sort(null);
    return new Seen(walk.found, walk.folders, walk.outside);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
    if (hidden) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    folders.add(folder);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = file.getFileName().toString();
    boolean candidate =
        !name.startsWith(".") && (name.endsWith(".onnx") || name.endsWith("model.json"));
    if (candidate) {
      (isInside(file) ? found : outside).add(file);
    }
    return found.size() + outside.size() < MOST_FILES
        ? FileVisitResult.CONTINUE
        : FileVisitResult.TERMINATE;
  }

  private boolean isInside(Path file) {
    try {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (file.equals(root)) {
      throw problem;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
    return FileVisitResult.CONTINUE;
  }
}

package io.sightline.model.trial;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with what the process of a trial needs: its classes and ONNX Runtime's libraries, so
 * that they are not unpacked for each, and nothing else of the server.
 */
final class TrialKit implements AutoCloseable {
  static final String PREFIX = "sightline-trial-";
  private static final List<Class<?>> CLASSES =
      List.of(TrialMain.class, TrialRun.class, EmptyInputs.class, NetworkOptions.class);
  private static final List<String> LIBRARIES =
      List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

  private final OwnFolder own;
  private final Path folder;
  private final String classPath;

  private TrialKit(OwnFolder own, String classPath) {
    this.own = own;
    this.folder = own.path();
    this.classPath = classPath;
  }

  /**
   * @throws IOException where the folder cannot be made, or something for it is not found
   */
  static TrialKit make() throws IOException {
    OwnFolder own = OwnFolder.make(PREFIX);
    Path folder = own.path();
    try {
      for (Class<?> one : CLASSES) {
        Path file = folder.resolve(one.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        copy(one, one.getSimpleName() + ".class", file);
      }
      for (String library : LIBRARIES) {
        String path = "/ai/onnxruntime/native/" + platform() + "/" + library;
        copy(OrtEnvironment.class, path, folder.resolve(library));
      }
      return new TrialKit(own, folder + File.pathSeparator + archive(folder));
    } catch (IOException e) {
      own.close();
      throw e;
    }
  }

  private static String platform() {
    String processor = System.getProperty("os.arch");
    return processor.equals("aarch64") ? "linux-aarch64" : "linux-x64";
  }

  private static void copy(Class<?> beside, String resource, Path file) throws IOException {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      Files.copy(in, file);
    }
  }

  /** The archive with ONNX Runtime's classes. */
  private static Path archive(Path folder) throws IOException {
    CodeSource source = OrtEnvironment.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new FileNotFoundException("the archive of ONNX Runtime");
    }
    URL place = source.getLocation();
    try {
      if (place.getProtocol().equals("file")) {
        return local(place);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException(e);
    }
    Path copy = folder.resolve("onnxruntime.jar");
    try (InputStream in = place.openStream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  /** The file of an address, whose path may be as it is or with signs written as numbers. */
  static Path local(URL place) throws URISyntaxException {
    Path plain = Path.of(new URI("file", null, place.getPath(), null));
    return Files.exists(plain) ? plain : Path.of(place.toURI());
  }

  /** Whether nobody has cleared away the folder, as systems do with temporary ones. */
  boolean isWhole() {
    return LIBRARIES.stream().allMatch(library -> Files.exists(folder.resolve(library)));
  }

  /** Clears away what processes that were ended have left; only where none runs. */
  void sweep() {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().startsWith("onnxruntime-java"))
          .toList()
          .forEach(OwnFolder::delete);
    } catch (IOException e) {
      // it goes with the folder
    }
  }

  Path folder() {
    return folder;
  }

  String classPath() {
    return classPath;
  }

  @Override
  public void close() {
    own.close();
  }
}

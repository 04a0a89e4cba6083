package io.sightline.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shared library of the operating system that webrtc-java needs when it loads.
 *
 * @param file its file name, as the dynamic linker asks for it
 * @param debianPackage the package that brings it
 */
record SystemLibrary(String file, String debianPackage) {
  private static final List<SystemLibrary> NEEDED =
      List.of(
          new SystemLibrary("libpulse.so.0", "libpulse0"),
          new SystemLibrary("libudev.so.1", "libudev1"),
          new SystemLibrary("libdbus-1.so.3", "libdbus-1-3"),
          new SystemLibrary("libX11.so.6", "libx11-6"),
          new SystemLibrary("libXfixes.so.3", "libxfixes3"),
          new SystemLibrary("libXrandr.so.2", "libxrandr2"),
          new SystemLibrary("libXcomposite.so.1", "libxcomposite1"));

  private static final List<Path> DIRECTORIES =
      List.of(
          Path.of("/lib/x86_64-linux-gnu"),
          Path.of("/usr/lib/x86_64-linux-gnu"),
          Path.of("/lib/aarch64-linux-gnu"),
          Path.of("/usr/lib/aarch64-linux-gnu"),
          Path.of("/lib64"),
          Path.of("/usr/lib64"),
          Path.of("/usr/lib"),
          Path.of("/usr/local/lib"));

  private static final Pattern MISSING =
      Pattern.compile("([^\\s:/]+\\.so[.\\d]*): cannot open shared object file");

  /**
   * What to tell the administrator: the linker names only the first library that it misses, so the
   * others are looked up too.
   *
   * @param linkerMessage message of the {@link UnsatisfiedLinkError}
   */
  static List<String> sentences(String linkerMessage) {
    List<String> sentences = new ArrayList<>();
    Matcher matcher = MISSING.matcher(linkerMessage);
    String named = matcher.find() ? matcher.group(1) : "";
    for (SystemLibrary library : NEEDED) {
      if (library.file.equals(named) || !named.isEmpty() && !library.isInstalled()) {
        sentences.add(library.sentence());
      }
    }
    if (sentences.isEmpty()) {
      sentences.add(
          named.isEmpty()
              ? "the native library of webrtc-java does not load: " + linkerMessage
              : named + " is missing: install the package of the system that brings it");
    }
    return sentences;
  }

  private boolean isInstalled() {
    return DIRECTORIES.stream().anyMatch(directory -> Files.exists(directory.resolve(file)));
  }

  private String sentence() {
    return file + " is missing: install " + debianPackage;
  }
}

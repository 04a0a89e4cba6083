package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A fresh user directory for Open Liberty: the configuration of the server that the build has
 * installed, the archive to run, and a link to the libraries with native code.
 */
record ServerDirectory(Path user, Path archive) {
  private static final String NAME = "sightline";

  private static Path liberty() {
    return Path.of(System.getProperty("sightline.liberty", "target/liberty/wlp")).toAbsolutePath();
  }

  /** The WAR that the build has made. */
  static Path war() {
    return Path.of(System.getProperty("sightline.war", "target/sightline.war")).toAbsolutePath();
  }

  static ServerDirectory create(Path archive) {
    try {
      Path base = Files.createDirectories(Path.of("target/it").toAbsolutePath());
      Path user = Files.createTempDirectory(base, "server-");
      Path server = Files.createDirectories(user.resolve("servers").resolve(NAME));
      Path installed = liberty().resolve("usr/servers").resolve(NAME);
      for (String file : List.of("server.xml", "server.env", "jvm.options")) {
        Files.copy(installed.resolve(file), server.resolve(file));
      }
      Path resources = Files.createDirectories(user.resolve("shared/resources"));
      Files.createSymbolicLink(
          resources.resolve("natives"), liberty().resolve("usr/shared/resources/natives"));
      Path apps = Files.createDirectories(server.resolve("apps"));
      Path copy = apps.resolve(archive.getFileName());
      Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
      return new ServerDirectory(user, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no server in " + liberty() + ": run mvn package liberty:create first", e);
    }
  }

  /** Runs the server in the foreground of a process of its own. */
  Process launch(Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(liberty().resolve("bin/server").toString(), "run", NAME);
    builder.environment().keySet().removeAll(List.of("WLP_OUTPUT_DIR", "LOG_DIR"));
    builder.environment().put("WLP_USER_DIR", user.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SIGHTLINE_ARCHIVE", archive.getFileName().toString());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(user.resolve("console.log").toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log() {
    return server().resolve("logs/messages.log");
  }

  String localConnectorAddress() {
    try {
      Path file = server().resolve("logs/state/com.ibm.ws.jmx.local.address");
      return Files.readString(file, UTF_8).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path server() {
    return user.resolve("servers").resolve(NAME);
  }
}

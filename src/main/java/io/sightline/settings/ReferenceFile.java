package io.sightline.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commented file of all settings, read without a container: for tests, benchmarks and a worker
 * process. Values may name another variable with a default, {@code ${NAME:default}}.
 */
public final class ReferenceFile {
  private static final String PATH = "/META-INF/microprofile-config.properties";
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z0-9_.]+):([^}]*)}");

  private final Properties properties = new Properties();
  private final Map<String, String> environment;

  /** Reads the file; {@code environment} overrides it as the process environment would. */
  public ReferenceFile(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    try (InputStream in = ReferenceFile.class.getResourceAsStream(PATH)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of the file and the environment that this was made with. */
  public Settings settings() {
    return new Settings(this::value);
  }

  /** The names of all settings that the file declares. */
  public java.util.Set<String> names() {
    return properties.stringPropertyNames();
  }

  private Optional<String> value(String name) {
    String given = environment.get(Settings.environmentName(name));
    if (given != null) {
      return Optional.of(given);
    }
    return Optional.ofNullable(properties.getProperty(name)).map(this::expand);
  }

  private String expand(String text) {
    Matcher matcher = EXPRESSION.matcher(text);
    return matcher.replaceAll(
        m -> Matcher.quoteReplacement(environment.getOrDefault(m.group(1), m.group(2))));
  }
}

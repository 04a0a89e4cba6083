package io.sightline.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads settings by name and holds them to their bounds. Plain Java: the look-up comes from
 * MicroProfile Config in a server and from {@link ReferenceFile} without one.
 */
public final class Settings {
  private final Function<String, Optional<String>> lookup;

  /** Reads through {@code lookup}, which answers a setting's text, defaults included. */
  public Settings(Function<String, Optional<String>> lookup) {
    this.lookup = lookup;
  }

  /** The text of a setting, trimmed, possibly empty. */
  public String text(String name) {
    return lookup.apply(name).orElse("").trim();
  }

  /** The elements of a comma-separated setting, trimmed, empty ones left out. */
  public List<String> list(String name) {
    return Arrays.stream(text(name).split(","))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** True or false, in any case; nothing else. */
  public boolean flag(String name) {
    return switch (text(name).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse(name, "true or false");
    };
  }

  /** A whole number from {@code min} to {@code max}, both allowed. */
  public int integer(String name, int min, int max) {
    try {
      int value = Integer.parseInt(text(name));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, with the text that was given
    }
    throw refuse(name, "a whole number from " + min + " to " + max);
  }

  /** A number from {@code min} to {@code max}, both allowed. */
  public double decimal(String name, double min, double max) {
    try {
      double value = Double.parseDouble(text(name));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, with the text that was given
    }
    throw refuse(name, "a number from " + min + " to " + max);
  }

  /** A time given in seconds, fractions allowed, from {@code min} to {@code max} seconds. */
  public Duration seconds(String name, double min, double max) {
    return Duration.ofMillis(Math.round(decimal(name, min, max) * 1000));
  }

  /** One of the constants of {@code type}, in any case. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text(name))) {
        return constant;
      }
    }
    throw refuse(name, "one of " + Arrays.toString(type.getEnumConstants()));
  }

  /** Refuses the value of {@code name}: what would be right is {@code expected}. */
  public SettingsException refuse(String name, String expected) {
    return new SettingsException(
        "setting %s (environment %s) must be %s, not '%s'"
            .formatted(name, environmentName(name), expected, text(name)));
  }

  /** The environment variable that gives {@code name}, by MicroProfile Config's rule. */
  public static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}

package io.sightline.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sightline.model.trial.NetworkOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network runs on, and why on nothing better.
 *
 * @param used the first of the preferred providers that took it
 * @param refused a sentence for each one before
 */
record ProviderChoice(Provider used, List<String> refused) {
  private static final int REASON_LENGTH = 300;
  private static final Pattern REASON =
      Pattern.compile("\\[ONNXRuntimeError] : \\d+ : [A-Z_]+ : (.+)");

  /** An OrtSession that is open, and what was chosen for it. */
  record Opened(OrtSession session, ProviderChoice choice) {}

  /** Opens a network with such options. */
  @FunctionalInterface
  interface Opener {
    OrtSession open(OrtSession.SessionOptions options) throws OrtException;
  }

  /**
   * Tries one provider after the other, each with those behind it for what it cannot do.
   *
   * @throws OrtException of the last one where none takes the network
   */
  static Opened open(Providers providers, int intraOpThreads, Opener opener) throws OrtException {
    OnnxRuntime.environment();
    List<Provider> preferred = providers.preferred();
    List<String> refused = new ArrayList<>();
    for (int i = 0; ; i++) {
      Provider first = preferred.get(i);
      boolean last = i == preferred.size() - 1;
      try (OrtSession.SessionOptions options = NetworkOptions.of(intraOpThreads)) {
        check(first);
        first.add(options, providers);
        addOthers(preferred.subList(i + 1, preferred.size()), options, providers);
        return new Opened(opener.open(options), new ProviderChoice(first, List.copyOf(refused)));
      } catch (OrtException e) {
        if (last) {
          throw e;
        }
        refused.add("not on %s: %s".formatted(text(first), firstLine(e)));
      }
    }
  }

  private static void check(Provider provider) throws OrtException {
    if (!OrtEnvironment.getAvailableProviders().contains(provider.ort())) {
      throw new OrtException("this build of ONNX Runtime has no " + text(provider));
    }
  }

  private static void addOthers(
      List<Provider> others, OrtSession.SessionOptions options, Providers providers) {
    for (Provider other : others) {
      try {
        check(other);
        other.add(options, providers);
      } catch (OrtException e) {
        // the first one needs it for what it cannot do itself; it may be able to do everything
      }
    }
  }

  /** Without the place in ONNX Runtime's sources that its messages begin with. */
  private static String firstLine(OrtException e) {
    String message = String.valueOf(e.getMessage()).strip();
    String line = message.lines().findFirst().orElse("no reason given");
    Matcher reason = REASON.matcher(line);
    line = reason.find() ? reason.group(1) : line;
    return line.length() > REASON_LENGTH ? line.substring(0, REASON_LENGTH) : line;
  }

  private static String text(Provider provider) {
    return provider.name().toLowerCase(Locale.ROOT);
  }

  /** Name of the provider as in the settings. */
  String text() {
    return text(used);
  }

  /** Whether a better provider did not take the network. */
  boolean isFallback() {
    return !refused.isEmpty();
  }
}

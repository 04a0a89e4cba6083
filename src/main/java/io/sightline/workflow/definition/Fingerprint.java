package io.sightline.workflow.definition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The name that Roboflow's engine gives to a document in errors: a hash of its sorted JSON. */
final class Fingerprint {
  private static final double LARGE = 1e16;
  private static final double SMALL = 1e-4;

  private final StringBuilder json = new StringBuilder();

  private Fingerprint() {}

  static String of(Map<?, ?> document) {
    Fingerprint print = new Fingerprint();
    print.write(document);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(print.json.toString().getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, v) -> sorted.put((String) key, v));
      String gap = "{";
      for (Map.Entry<String, Object> entry : sorted.entrySet()) {
        json.append(gap);
        string(entry.getKey());
        json.append(':');
        write(entry.getValue());
        gap = ",";
      }
      json.append(sorted.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      json.append('[');
      for (int i = 0; i < list.size(); i++) {
        json.append(i > 0 ? "," : "");
        write(list.get(i));
      }
      json.append(']');
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof Double number) {
      json.append(real(number));
    } else {
      json.append(value);
    }
  }

  private static String real(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    if (value == 0 || size >= SMALL && size < LARGE) {
      String plain = digits.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    int exponent = digits.precision() - digits.scale() - 1;
    String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        default -> json.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : c);
      }
    }
    json.append('"');
  }
}

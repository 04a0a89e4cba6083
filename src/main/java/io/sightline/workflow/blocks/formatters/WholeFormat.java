package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BlockException;
import java.math.BigInteger;
import java.util.Locale;

/** Shows whole numbers. */
final class WholeFormat {
  private static final BigInteger CODE_POINTS = BigInteger.valueOf(Character.MAX_CODE_POINT);

  private WholeFormat() {}

  static String format(BigInteger value, FormatSpec spec, String typeName) {
    char type = spec.type();
    if ("eEfFgG%".indexOf(type) >= 0) {
      double real = value.doubleValue();
      if (Double.isInfinite(real)) {
        throw new BlockException("int too large to convert to float");
      }
      return RealFormat.format(real, spec, typeName);
    }
    if ("bcdoxXn".indexOf(type) < 0) {
      throw FormatException.unknownType(type, typeName);
    }
    if (spec.precision() >= 0) {
      throw new FormatException("Precision not allowed in integer format specifier");
    }
    if (spec.noNegativeZero()) {
      throw new FormatException(
          "Negative zero coercion (z) not allowed in integer format specifier");
    }
    return switch (type) {
      case 'c' -> character(value, spec);
      case 'b' -> inBase(value, spec, 2, "0b");
      case 'o' -> inBase(value, spec, 8, "0o");
      case 'x' -> inBase(value, spec, 16, "0x");
      case 'X' -> inBase(value, spec, 16, "0X");
      default -> inBase(value, spec, 10, "");
    };
  }

  private static String inBase(BigInteger value, FormatSpec spec, int base, String prefix) {
    String digits = value.abs().toString(base);
    return Digits.assemble(
        spec,
        value.signum() < 0,
        spec.alternate() ? prefix : "",
        spec.type() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits,
        "");
  }

  private static String character(BigInteger value, FormatSpec spec) {
    if (spec.sign() != 0) {
      throw new FormatException("Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate()) {
      throw new FormatException("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (value.bitLength() > 63) {
      throw new BlockException("Python int too large to convert to C long");
    }
    if (value.signum() < 0 || value.compareTo(CODE_POINTS) > 0) {
      throw new BlockException("%c arg not in range(0x110000)");
    }
    return spec.padded("", Character.toString(value.intValue()));
  }
}

package io.sightline.workflow.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.sightline.workflow.block.FormException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;

/**
 * A regular expression of Python's re that RE2 finds, in time linear in the text. What RE2 has not,
 * looking around and referring back, is refused as a syntax error.
 */
final class Regex {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_SIZE = 10_000;
  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d{0,4})(?:,(\\d{0,4}))?\\}");

  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws FormException where it is no regular expression or one that is too large
   */
  static Regex of(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new FormException(
          "Input should be a regular expression of at most %d characters, got %d"
              .formatted(MAX_LENGTH, text.length()));
    }
    if (unrolled(text) > MAX_SIZE) {
      throw new FormException(
          "Input should be a regular expression whose counted repetitions unroll to at most %d parts"
              .formatted(MAX_SIZE));
    }
    try {
      return new Regex(Pattern.compile(PythonPattern.forRe2(text)));
    } catch (PatternSyntaxException e) {
      throw new FormException("Input should be a valid regular expression: " + e.getDescription());
    }
  }

  /** Whether it matches somewhere in {@code text}; spends what that takes. */
  boolean findsIn(String text, Budget budget) {
    budget.spend((long) pattern.programSize() * (text.length() + 1));
    return pattern.matcher(text).find();
  }

  /** At least the parts that are there once counted repetitions are written out. */
  private static long unrolled(String text) {
    Deque<Long> around = new ArrayDeque<>();
    Matcher count = COUNT.matcher(text);
    long total = 0;
    long last = 0;
    int i = 0;
    while (i < text.length() && total <= MAX_SIZE) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '(') {
        around.push(total);
        total = 1;
        last = 1;
      } else if (c == ')' && !around.isEmpty()) {
        last = total;
        total += around.pop();
      } else if (c == '{' && count.region(i, text.length()).lookingAt()) {
        long times = Math.max(number(count.group(1)), number(count.group(2)));
        total += last * Math.max(0, times - 1);
        last *= Math.max(1, times);
        end = count.end();
      } else {
        end = c == '[' ? behindClass(text, i) : c == '\\' ? behindEscape(text, i) : end;
        last = end - i;
        total += last;
      }
      i = end;
    }
    return total;
  }

  private static int number(String digits) {
    return digits == null || digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }

  private static int behindEscape(String text, int start) {
    return Math.min(start + 2, text.length());
  }

  private static int behindClass(String text, int start) {
    int i = start + (text.startsWith("[^", start) ? 2 : 1);
    for (int first = i; i < text.length() && (text.charAt(i) != ']' || i == first); ) {
      i = text.charAt(i) == '\\' ? behindEscape(text, i) : i + 1;
    }
    return Math.min(i + 1, text.length());
  }
}

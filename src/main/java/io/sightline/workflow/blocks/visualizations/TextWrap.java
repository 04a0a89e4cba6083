package io.sightline.workflow.blocks.visualizations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks text into lines as Python's textwrap does: at spaces and behind hyphens in words. */
final class TextWrap {
  /** Spaces, or a word up to and with a hyphen between letters. */
  private static final Pattern CHUNK =
      Pattern.compile(
          "\\s+|\\S+?(?<=\\p{L}{2}-)(?=\\p{L}{2})|\\S+", Pattern.UNICODE_CHARACTER_CLASS);

  private TextWrap() {}

  /**
   * The lines of a text, at least one.
   *
   * @param length characters of a line, 0 for any number
   */
  static List<String> lines(String text, int length) {
    if (text.isEmpty()) {
      return List.of("");
    }
    if (length == 0) {
      return text.lines().toList();
    }
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      int before = lines.size();
      wrap(paragraph.replace("\t", "        "), length, lines);
      if (lines.size() == before) {
        lines.add("");
      }
    }
    return lines;
  }

  private static void wrap(String paragraph, int length, List<String> lines) {
    Deque<String> chunks = new ArrayDeque<>();
    Matcher matcher = CHUNK.matcher(paragraph);
    while (matcher.find()) {
      chunks.add(matcher.group());
    }
    boolean first = true;
    while (!chunks.isEmpty()) {
      if (!first && chunks.getFirst().isBlank()) {
        chunks.removeFirst();
      }
      String line = line(chunks, length);
      if (!line.isEmpty()) {
        lines.add(line);
        first = false;
      }
    }
  }

  private static String line(Deque<String> chunks, int length) {
    StringBuilder line = new StringBuilder();
    int end = 0;
    while (!chunks.isEmpty() && line.length() + chunks.getFirst().length() <= length) {
      String chunk = chunks.removeFirst();
      line.append(chunk);
      end = chunk.isBlank() ? end : line.length();
    }
    if (!chunks.isEmpty() && chunks.getFirst().length() > length) {
      String chunk = chunks.removeFirst();
      int room = Math.max(1, length - line.length());
      line.append(chunk, 0, room);
      end = chunk.substring(0, room).isBlank() ? end : line.length();
      chunks.addFirst(chunk.substring(room));
    }
    line.setLength(end);
    return line.toString();
  }
}

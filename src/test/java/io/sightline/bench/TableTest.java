package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table();

  @Test
  @DisplayName("BE-4: a missed goal is a row like any other")
  void tellsTheRatioOfWhatWasReachedToTheGoal() {
    table.goal("slow", 600, 1200, "ms", "why");
    assertEquals(List.of("slow", "600", "ms", "1200", "ms", "2", "why"), words());
  }

  @Test
  void aRowWithoutAGoalHasNoRatio() {
    table.figure("memory", 448.4, "MiB", "");
    assertEquals(List.of("memory", "448", "MiB"), words());
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    table.goal("absent", 3, Double.NaN, "ms", "");
    assertEquals(List.of("absent", "3", "ms", "-", "-"), words());
  }

  @Test
  void smallFiguresKeepTheirDecimals() {
    table.figure("small", 1.234, "ms", "");
    table.figure("middling", 12.34, "ms", "");
    assertEquals(List.of("small", "1.23", "ms", "middling", "12.3", "ms"), words());
  }

  /** Everything below the line of titles. */
  private List<String> words() {
    String rows = table.toString();
    return List.of(rows.substring(rows.indexOf('\n')).strip().split("\\s+"));
  }
}

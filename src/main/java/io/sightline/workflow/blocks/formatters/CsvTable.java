package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.query.PythonValues;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes rows as comma-separated values, as Roboflow's engine does with a data frame: a column of
 * numbers is one of whole numbers only where all are, and nothing is an empty cell.
 */
final class CsvTable {
  static final int MAX_LENGTH = 8_000_000;

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final List<Map<String, Object>> rows;
  private final StringBuilder text = new StringBuilder();

  private CsvTable(List<Map<String, Object>> rows) {
    this.rows = rows;
  }

  /**
   * @param rows at least one, all with the same columns
   * @throws BlockException where the text is longer than {@link #MAX_LENGTH} characters
   */
  static String write(List<Map<String, Object>> rows) {
    CsvTable table = new CsvTable(rows);
    table.write();
    return table.text.toString();
  }

  private void write() {
    List<String> columns = new ArrayList<>(rows.get(0).keySet());
    boolean[] fractional = new boolean[columns.size()];
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] = fractional(columns.get(i));
    }
    line(columns);
    for (Map<String, Object> row : rows) {
      List<String> cells = new ArrayList<>(columns.size());
      for (int i = 0; i < fractional.length; i++) {
        cells.add(cell(row.get(columns.get(i)), fractional[i]));
      }
      line(cells);
    }
  }

  /** True for a column of numbers of which some have a fraction or are missing. */
  private boolean fractional(String column) {
    boolean anyNumber = false;
    boolean anyOther = false;
    for (Map<String, Object> row : rows) {
      Object value = row.get(column);
      if (value != null && !(value instanceof Number)) {
        return false;
      }
      anyNumber |= value != null;
      anyOther |= value == null || value instanceof Double || value instanceof Float;
    }
    return anyNumber && anyOther;
  }

  private static String cell(Object value, boolean fractional) {
    if (value == null || value instanceof Double d && d.isNaN()) {
      return "";
    }
    if (fractional) {
      return PythonValues.text(((Number) value).doubleValue());
    }
    String shown = PythonValues.text(value);
    if (value instanceof Temporal) {
      return shown.replace('T', ' ');
    }
    boolean formula =
        value instanceof String && !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
    return formula ? "'" + shown : shown;
  }

  private void line(List<String> cells) {
    String gap = "";
    for (String cell : cells) {
      text.append(gap);
      boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
      gap = ",";
      if (text.length() > MAX_LENGTH) {
        throw new BlockException(
            "the table is longer than %d characters, the most that is allowed"
                .formatted(MAX_LENGTH));
      }
    }
    text.append('\n');
  }
}

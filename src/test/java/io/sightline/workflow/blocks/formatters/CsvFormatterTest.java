package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.GivenStep;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatterTest {
  private static Map<String, Object> row(Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put((String) cells[i], cells[i + 1]);
    }
    return row;
  }

  @Test
  void aColumnOfNumbersIsFractionalWhereOneIsOrIsMissing() {
    assertEquals(
        "a,b,c,d\n1,1.0,1.0,1\n2,,2.5,True\n",
        CsvTable.write(
            List.of(
                row("a", 1, "b", 1, "c", 1, "d", 1), row("a", 2, "b", null, "c", 2.5, "d", true))));
  }

  @Test
  void quotesWhatWouldBreakTheTable() {
    assertEquals(
        "a\n\"x,y\"\n\"he said \"\"hi\"\"\nnext\"\n",
        CsvTable.write(List.of(row("a", "x,y"), row("a", "he said \"hi\"\nnext"))));
  }

  @Test
  void disarmsTextsThatSpreadsheetsWouldCompute() {
    assertEquals(
        "a,n\n'=1+1,-1\n'@x,-1\n",
        CsvTable.write(List.of(row("a", "=1+1", "n", -1), row("a", "@x", "n", -1))));
  }

  @Test
  void showsNestedValuesAsPython() {
    assertEquals(
        "a\n\"['x', None]\"\n",
        CsvTable.write(List.of(row("a", java.util.Arrays.asList("x", null)))));
  }

  @Test
  void boundsTheTable() {
    Map<String, Object> row = row("a", "x".repeat(1_000_000));
    assertThrows(BlockException.class, () -> CsvTable.write(java.util.Collections.nCopies(9, row)));
  }

  @Test
  void onlyTheLastElementGetsTheTable() {
    CsvFormatter block =
        new CsvFormatter(Clock.fixed(Instant.parse("2024-03-01T12:00:00.5Z"), ZoneOffset.UTC));
    List<StepInput> inputs =
        List.of(
            GivenStep.input(new CsvFormatter.V1().manifest(), Map.of("columns_data", row("n", 1))),
            GivenStep.input(new CsvFormatter.V1().manifest(), Map.of("columns_data", row("n", 2))));
    List<BlockResult> results = block.runAll(inputs);
    assertEquals(BlockResult.of((Object) null), results.get(0));
    assertEquals(
        BlockResult.of(
            "n,timestamp\n1,2024-03-01T12:00:00.500000+00:00\n"
                + "2,2024-03-01T12:00:00.500000+00:00\n"),
        results.get(1));
  }

  @Test
  void theColumnOfTheTimeIsReserved() {
    assertThrows(
        FormException.class,
        () ->
            GivenStep.fields(
                new CsvFormatter.V1(), Map.of("columns_data", Map.of("timestamp", "x"))));
  }
}

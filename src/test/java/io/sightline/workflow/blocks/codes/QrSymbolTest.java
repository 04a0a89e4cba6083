package io.sightline.workflow.blocks.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.sightline.workflow.block.BlockException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("KC-2: module for module what Roboflow's engine draws")
class QrSymbolTest {
  private static String rows(boolean[][] dark, char on, char off, String end) {
    StringBuilder text = new StringBuilder();
    for (boolean[] row : dark) {
      for (boolean module : row) {
        text.append(module ? on : off);
      }
      text.append(end);
    }
    return text.toString();
  }

  private static int hash(String text, ErrorCorrectionLevel level) {
    return rows(QrSymbol.of(text, level), '1', '0', "").hashCode();
  }

  @Test
  void capitalsMakeASmallCode() {
    assertEquals(
        """
        #######.#.#...#######
        #.....#.#..#..#.....#
        #.###.#...#.#.#.###.#
        #.###.#.##.#..#.###.#
        #.###.#...##..#.###.#
        #.....#..####.#.....#
        #######.#.#.#.#######
        ........#.###........
        #.##.###..###.#..#.##
        #.#.##.###.#####.####
        #.##..###..#......#..
        #.##......##..#.#.##.
        .##########.#..#..#..
        ........##.#..#.#.##.
        #######.##.##..###.##
        #.....#.#......#..#..
        #.###.#..##.###.#..##
        #.###.#.#..#..##.#.#.
        #.###.#.###.#.#..#...
        #.....#......#.#.#...
        #######.#....#..#..#.
        """,
        rows(QrSymbol.of("HELLO 123", ErrorCorrectionLevel.M), '#', '.', "\n"));
  }

  @Test
  void longRunsOfDigitsAndCapitalsAreWrittenShorter() {
    assertEquals(
        905136184,
        hash("x" + "1".repeat(25) + "abcABCDEFGHIJKLMNOPQRSTUVWXYZ", ErrorCorrectionLevel.L));
  }

  @Test
  void lettersBeyondLatinAreUtf8WithoutSayingSo() {
    assertEquals(1363160306, hash("Ünïcödé €", ErrorCorrectionLevel.Q));
  }

  @Test
  void largeCodesTellTheirVersionAndSpreadTheirBlocks() {
    assertEquals(75399348, hash("z".repeat(300), ErrorCorrectionLevel.H));
  }

  @Test
  void refusesTextsThatFitIntoNoCode() {
    assertEquals(
        "the text is too long for a QR code with error correction H",
        assertThrows(
                BlockException.class, () -> QrSymbol.of("z".repeat(1274), ErrorCorrectionLevel.H))
            .getMessage());
  }
}

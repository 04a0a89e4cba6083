package io.sightline.workflow.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Q-1: numbers as Python computes and shows them")
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "2.5,0,2.0",
    "3.5,0,4.0",
    "-2.5,0,-2.0",
    "2.675,2,2.67",
    "1.005,2,1.0",
    "0.125,2,0.12",
    "1250.0,-2,1200.0",
    "1e300,5,1e300",
    "-0.4,0,-0.0",
    "5e-324,400,5e-324"
  })
  void roundsToTheEvenNeighbourOfTheBinaryValue(double value, int digits, double expected) {
    assertEquals(expected, Numbers.round(value, digits));
  }

  @ParameterizedTest
  @CsvSource({"1250,-2,1200", "1350,-2,1400", "7,3,7", "-15,-1,-20", "5,-400,0"})
  void keepsWholeNumbersWhole(long value, int digits, long expected) {
    assertEquals(expected, Numbers.round(value, digits).longValue());
  }

  @ParameterizedTest
  @CsvSource({
    "0.1,0.1", "1e-05,1e-05", "0.0001,0.0001", "1e16,1e+16",
        "123456789012345680.0,1.2345678901234568e+17",
    "1e15,1000000000000000.0", "-0.0,-0.0", "100.0,100.0", "1.5e-10,1.5e-10", "NaN,nan",
    "Infinity,inf"
  })
  void showsFractions(double value, String expected) {
    assertEquals(expected, Python.text(value, new Budget(2_000_000)));
  }

  @ParameterizedTest
  @CsvSource({"' 4.9 ',4.9", "1_000,1000.0", "-1e3,-1000.0", ".5,0.5", "inf,Infinity"})
  void readsNumbersFromText(String text, double expected) {
    assertEquals(expected, Numbers.parse(text));
  }

  @Test
  void readsNothingElse() {
    assertNull(Numbers.parse("0x10"));
    assertNull(Numbers.parse("1d"));
    assertNull(Numbers.parse(""));
    assertNull(Numbers.parse("9".repeat(10_000)));
    assertNull(Numbers.parse(null));
  }
}

package io.sightline.workflow.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static Object apply(Object value, Map<?, ?>... operations) {
    return ((OperationChain) new OperationsForm().read(List.of(operations)))
        .apply(value, Map.of(), RunLimits.NONE);
  }

  private static QueryException failed(Object value, Map<?, ?>... operations) {
    return assertThrows(QueryException.class, () -> apply(value, operations));
  }

  @Test
  void leastCommonIsTheLastOfTheRarest() {
    assertEquals(
        "d",
        apply(
            List.of("a", "a", "b", "d"),
            Map.of("type", "SequenceAggregate", "mode", "least_common")));
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertEquals(2, apply("a\uD83D\uDE00", Map.of("type", "SequenceLength")));
  }

  @Test
  void writesTimesAsIso() {
    assertEquals(
        "2024-01-02T03:04:05+00:00",
        apply(Instant.parse("2024-01-02T03:04:05Z"), Map.of("type", "TimestampToISOFormat")));
    assertEquals(
        "2024-01-02T03:04:05.000007+00:00",
        apply(
            Instant.parse("2024-01-02T03:04:05.000007Z"), Map.of("type", "TimestampToISOFormat")));
  }

  @Test
  @DisplayName("Q-2: errors say the operation, its place and the type that came")
  void errorsSayWhatCame() {
    QueryException e =
        failed(List.of(1), Map.of("type", "SequenceLength"), Map.of("type", "StringToLowerCase"));
    assertEquals("InvalidInputTypeError", e.errorType());
    assertEquals(
        "Using operation string_to_lower(...) in context <root>[1] which requires string as input"
            + " data, got: <class 'int'>",
        e.getMessage());
    assertEquals("step_execution | roboflow_query_language_evaluation | <root>[1]", e.context());
  }

  @Test
  @DisplayName("Q-3: texts that grow are bounded")
  void refusesToJoinMoreThanAMillionCharacters() {
    List<String> parts = Collections.nCopies(2000, "x".repeat(1000));
    assertEquals("OperationError", failed(parts, Map.of("type", "SequenceJoin")).errorType());
  }

  @Test
  @DisplayName("Q-3: each detection is held against every parent")
  void refusesTooManyParents() {
    Map<String, Object> pick = Map.of("type", "PickDetectionsByParentClass", "parent_class", "a");
    assertEquals(detections(1000), apply(detections(1000), pick));
    assertEquals("OperationError", failed(detections(2000), pick).errorType());
  }

  private static Detections detections(int count) {
    ImageOrigin origin = ImageOrigin.whole("image", 64, 48);
    BoundingBox box = new BoundingBox(0, 0, 4, 4);
    Detection one = new Detection(box, 0.5f, 0, "a", "id", null, origin, origin, Map.of());
    return new Detections(Collections.nCopies(count, one), 64, 48);
  }

  @Test
  @DisplayName("Q-3: operations that multiply a text end with an error")
  void refusesTextsThatMultiply() {
    Map<String, Object> toText = Map.of("type", "ToString");
    Map<String, Object> split = Map.of("type", "SequenceApply", "operations", List.of());
    List<Map<String, Object>> bomb = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      bomb.add(toText);
      bomb.add(split);
    }
    assertEquals("OperationError", failed(true, bomb.toArray(Map<?, ?>[]::new)).errorType());
  }

  @Test
  @DisplayName("Q-3: numbers that grow are bounded")
  void refusesNumbersThatGrow() {
    Map<String, Object> grow = Map.of("type", "Multiply", "other", BigInteger.TEN.pow(900));
    Map<?, ?>[] bomb = Collections.nCopies(1000, grow).toArray(Map<?, ?>[]::new);
    assertEquals("OperationError", failed(7, bomb).errorType());
  }

  @Test
  @DisplayName("Q-3: a value that holds a large one many times counts it each time")
  void refusesSharedPartsThatMultiply() {
    Map<String, Object> share =
        Map.of("type", "SequenceMap", "lookup_table", Map.of("a", Collections.nCopies(9000, "a")));
    assertEquals(
        "OperationError", failed("a".repeat(9000), share, Map.of("type", "ToString")).errorType());
  }

  @Test
  @DisplayName("Q-3: regular expressions take linear time or are refused")
  void regularExpressionsEnd() {
    assertEquals(
        false, apply("", Map.of("type", "StringMatches", "regex", "(?:|){40}(?:|){40}(?:|){40}x")));
    assertEquals(
        false,
        apply("a".repeat(500), Map.of("type", "StringMatches", "regex", "(?:a*)*(?:a*)*(?:a*)*z")));
    assertEquals(
        true, apply("id-2024", Map.of("type", "StringMatches", "regex", "^[a-z]{2,3}-\\d{4}$")));
    for (String regex :
        List.of(
            "(?:(?:(?:^){1000}){1000}){1000}",
            "[)](?:[^]](?:\\)){100}){101}",
            "(?:(?:(?:^){10000}){10000}){10000}",
            "(a)\\1",
            "(?=a)",
            "x".repeat(1001))) {
      Map<?, ?> operation = Map.of("type", "StringMatches", "regex", regex);
      assertThrows(FormException.class, () -> new OperationsForm().read(List.of(operation)), regex);
    }
    assertEquals(
        "OperationError",
        failed("a".repeat(5000), Map.of("type", "StringMatches", "regex", "a{1000}$")).errorType());
  }

  @Test
  void elementsAreCountedByTheFirst128CharactersOfTheirText() {
    String start = "x".repeat(128);
    assertEquals(
        Map.of(start, 1, start + " [...]", 2),
        apply(List.of(start, start + "1", start + "2"), Map.of("type", "SequenceElementsCount")));
  }

  @Test
  void textsAndListsAreRepeated() {
    Map<String, Object> twice = Map.of("type", "Multiply", "other", 2);
    assertEquals("abab", apply("ab", twice));
    assertEquals(List.of(1, 2, 1, 2), apply(List.of(1, 2), twice));
    assertEquals("", apply("ab", Map.of("type", "Multiply", "other", -1)));
    assertEquals(
        "OperationError",
        failed("ab", Map.of("type", "Multiply", "other", 2_000_000_000)).errorType());
    assertEquals(
        "InvalidInputTypeError",
        failed("ab", Map.of("type", "Multiply", "other", 1.5)).errorType());
  }

  @Test
  void leastAndGreatestOfTexts() {
    assertEquals("c", apply("abc", Map.of("type", "NumericSequenceAggregate", "function", "max")));
    String message =
        failed(List.of("a"), Map.of("type", "NumericSequenceAggregate", "function", "sum"))
            .getMessage();
    assertTrue(
        message.endsWith("Details: unsupported operand type(s) for +: 'int' and 'str'"), message);
  }

  @Test
  void longJoinsSayHowLong() {
    String message =
        failed(
                List.of("x".repeat(600_000), "x".repeat(600_000)),
                Map.of("type", "SequenceJoin", "separator", "--"))
            .getMessage();
    assertTrue(message.contains("a string of 1200002 characters, which exceeds"), message);
  }

  @Test
  void jsonNamesWhatIsNoNumber() {
    assertEquals(
        "{\"a\": [NaN, -Infinity]}",
        apply(
            Map.of("a", List.of(Double.NaN, Double.NEGATIVE_INFINITY)),
            Map.of("type", "ConvertDictionaryToJSON")));
  }

  @Test
  void tablesNameTheElementThatTheyMiss() {
    String message =
        failed(List.of("car"), Map.of("type", "SequenceMap", "lookup_table", Map.of("person", 1)))
            .getMessage();
    assertTrue(message.contains("value `'car'` which cannot be found"), message);
  }

  @Test
  void divisionByZeroIsAnError() {
    assertTrue(
        failed(1, Map.of("type", "Divide", "other", 0)).getMessage().contains("divided by 0"));
  }

  @Test
  void everyOperationSurvivesEveryTypeOfValue() {
    Object[] values = {
      null, true, 7, 2.5, "text", List.of(1, "a"), Map.of("k", 1), Instant.EPOCH, new byte[3]
    };
    for (Map<String, Object> operation : OPERATIONS) {
      for (Object value : values) {
        try {
          apply(value, operation);
        } catch (QueryException e) {
          assertTrue(e.getMessage().length() < 2000);
        }
      }
    }
  }

  private static final List<Map<String, Object>> OPERATIONS =
      List.of(
          Map.of("type", "StringToLowerCase"),
          Map.of("type", "StringToUpperCase"),
          Map.of("type", "StringSubSequence", "start", -2, "end", 900),
          Map.of("type", "StringMatches", "regex", "x"),
          Map.of("type", "ToString"),
          Map.of("type", "ToBoolean"),
          Map.of("type", "ToNumber", "cast_to", "int"),
          Map.of("type", "NumberRound", "decimal_digits", 2),
          Map.of("type", "Multiply", "other", 2),
          Map.of("type", "Divide", "other", 3),
          Map.of("type", "RandomNumber"),
          Map.of("type", "LookupTable", "lookup_table", Map.of("a", 1)),
          Map.of("type", "SequenceMap", "lookup_table", Map.of("a", 1)),
          Map.of("type", "SequenceApply", "operations", List.of(Map.of("type", "ToString"))),
          Map.of("type", "SequenceAggregate", "mode", "most_common"),
          Map.of("type", "NumericSequenceAggregate", "function", "max"),
          Map.of("type", "SequenceLength"),
          Map.of("type", "SequenceElementsCount"),
          Map.of("type", "SequenceJoin"),
          Map.of("type", "DetectionsPropertyExtract", "property_name", "center"),
          Map.of("type", "ExtractDetectionProperty", "property_name", "center"),
          Map.of("type", "DetectionsOffset", "offset_x", 1, "offset_y", 1),
          Map.of("type", "DetectionsShift", "shift_x", 1, "shift_y", 1),
          Map.of("type", "DetectionsRename", "class_map", Map.of("a", "b")),
          Map.of("type", "DetectionsSelection", "mode", "first"),
          Map.of("type", "SortDetections", "mode", "size"),
          Map.of("type", "PickDetectionsByParentClass", "parent_class", "a"),
          Map.of("type", "DetectionsToDictionary"),
          Map.of("type", "ConvertDictionaryToJSON"),
          Map.of("type", "ClassificationPropertyExtract", "property_name", "top_class"),
          Map.of("type", "ExtractImageProperty", "property_name", "size"),
          Map.of("type", "ExtractFrameMetadata", "property_name", "frame_number"),
          Map.of("type", "ConvertImageToJPEG"),
          Map.of("type", "ConvertImageToBase64"),
          Map.of("type", "TimestampToISOFormat"));

  @Test
  void hostileDocumentsAreRefusedAsForms() {
    for (Object raw :
        Arrays.asList(
            null,
            Map.of(),
            List.of(7),
            List.of(Map.of()),
            List.of(Map.of("type", 7)),
            List.of(Map.of("type", "Nope")),
            List.of(Map.of("type", "Multiply", "other", "x")),
            List.of(Map.of("type", "StringMatches", "regex", "(")),
            List.of(Map.of("type", "SequenceApply", "operations", 7)))) {
      assertThrows(FormException.class, () -> new OperationsForm().read(raw));
    }
  }
}

package io.sightline.workflow.query;

import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads operations of documents. */
final class OperationReader {
  private static final String[] SORT_MODES = {
    "confidence", "x_min", "x_max", "y_min", "y_max", "size", "center_x", "center_y"
  };
  private static final Map<String, BiFunction<QueryReader, String, Operation>> READERS = readers();

  private OperationReader() {}

  /**
   * @param place what errors at run time call the chain
   * @throws FormException saying what would be right
   */
  static OperationChain chain(Object value, String place) {
    if (!(value instanceof List<?> list)) {
      throw new FormException("Input should be a valid list");
    }
    List<Operation> operations = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      operations.add(operation(QueryReader.of(list.get(i)), place + "[" + i + "]"));
    }
    return new OperationChain(operations);
  }

  private static Operation operation(QueryReader reader, String place) {
    BiFunction<QueryReader, String, Operation> known = READERS.get(reader.tag());
    if (known == null) {
      throw QueryReader.unknown(reader.tag(), READERS.keySet());
    }
    return known.apply(reader, place);
  }

  private static Map<String, BiFunction<QueryReader, String, Operation>> readers() {
    Map<String, BiFunction<QueryReader, String, Operation>> all = new LinkedHashMap<>();
    texts(all);
    numbers(all);
    sequences(all);
    detections(all);
    others(all);
    return all;
  }

  private static void texts(Map<String, BiFunction<QueryReader, String, Operation>> all) {
    all.put("StringToLowerCase", (r, p) -> new TextOperation.ToLower(p));
    all.put("StringToUpperCase", (r, p) -> new TextOperation.ToUpper(p));
    all.put("LookupTable", (r, p) -> new LookupOperation.Lookup(p, r.map("lookup_table")));
    all.put("SequenceMap", (r, p) -> new LookupOperation.MapEach(p, r.map("lookup_table")));
    all.put("ToString", (r, p) -> new TextOperation.ToText(p));
    all.put(
        "StringSubSequence",
        (r, p) -> new TextOperation.SubSequence(p, r.number("start", 0), r.number("end", -1)));
    all.put("StringMatches", (r, p) -> new TextOperation.Matches(p, Regex.of(r.text("regex"))));
    all.put("TimestampToISOFormat", (r, p) -> new TextOperation.IsoTime(p));
  }

  private static void numbers(Map<String, BiFunction<QueryReader, String, Operation>> all) {
    all.put(
        "ToNumber",
        (r, p) ->
            new NumberOperation.ToNumber(p, r.choice("cast_to", "int", "float").equals("int")));
    all.put("NumberRound", (r, p) -> new NumberOperation.Round(p, r.number("decimal_digits")));
    all.put("ToBoolean", (r, p) -> new NumberOperation.ToFlag(p));
    all.put("Multiply", (r, p) -> new NumberOperation.Multiply(p, r.anyNumber("other")));
    all.put("Divide", (r, p) -> new NumberOperation.Divide(p, r.anyNumber("other")));
    all.put(
        "RandomNumber",
        (r, p) ->
            new NumberOperation.Random(
                (double) r.optional("min_value", 0.0, Forms.number()),
                (double) r.optional("max_value", 1.0, Forms.number())));
  }

  private static void sequences(Map<String, BiFunction<QueryReader, String, Operation>> all) {
    all.put(
        "SequenceApply",
        (r, p) -> {
          List<?> inner = (List<?>) r.required("operations", Forms.list(0, Forms.any()));
          List<Operation> operations = new ArrayList<>();
          inner.forEach(o -> operations.add(operation(QueryReader.of(o), p)));
          return new SequenceOperation.Apply(p, new OperationChain(operations));
        });
    all.put(
        "NumericSequenceAggregate",
        (r, p) ->
            new SequenceOperation.NumericAggregate(
                p,
                r.choice("function", "min", "max", "sum"),
                r.optional("neutral_value", null, Forms.any())));
    all.put(
        "SequenceAggregate",
        (r, p) ->
            new SequenceOperation.Aggregate(
                p, r.choice("mode", "first", "last", "most_common", "least_common")));
    all.put("SequenceLength", (r, p) -> new SequenceOperation.Length(p));
    all.put("SequenceElementsCount", (r, p) -> new SequenceOperation.ElementsCount(p));
    all.put(
        "SequenceJoin",
        (r, p) ->
            new SequenceOperation.Join(p, (String) r.optional("separator", ", ", Forms.text())));
  }

  private static void detections(Map<String, BiFunction<QueryReader, String, Operation>> all) {
    String[] properties = DetectionProperty.names().toArray(String[]::new);
    all.put(
        "DetectionsPropertyExtract",
        (r, p) -> new DetectionsOperation.Property(p, r.choice("property_name", properties)));
    all.put(
        "ExtractDetectionProperty",
        (r, p) -> new DetectionOperation.Property(p, r.choice("property_name", properties)));
    all.put(
        "DetectionsFilter",
        (r, p) ->
            new DetectionsOperation.Filter(
                StatementReader.group(r.required("filter_operation", Forms.any()), p)));
    all.put(
        "DetectionsOffset",
        (r, p) -> {
          float x = r.number("offset_x") / 2f;
          float y = r.number("offset_y") / 2f;
          return new DetectionsOperation.MoveCorners("offset_detections", -x, -y, x, y);
        });
    all.put(
        "DetectionsShift",
        (r, p) -> {
          float x = r.number("shift_x");
          float y = r.number("shift_y");
          return new DetectionsOperation.MoveCorners("shift_detections", x, y, x, y);
        });
    all.put(
        "DetectionsRename",
        (r, p) ->
            new RenameClasses(
                named(r.required("class_map", Forms.any()), Forms.map(Forms.text())),
                named(r.optional("strict", true, Forms.any()), Forms.flag()),
                r.number("new_classes_id_offset", 1024)));
    all.put(
        "DetectionsSelection",
        (r, p) ->
            new DetectionsOperation.Select(
                r.choice("mode", "left_most", "right_most", "top_confidence", "first", "last")));
    all.put(
        "SortDetections",
        (r, p) ->
            new DetectionsOperation.Sort(r.choice("mode", SORT_MODES), r.flag("ascending", true)));
    all.put(
        "PickDetectionsByParentClass",
        (r, p) -> new DetectionsOperation.PickByParentClass(p, r.text("parent_class")));
    all.put("DetectionsToDictionary", (r, p) -> new DetectionsOperation.ToDictionary(p));
  }

  private static void others(Map<String, BiFunction<QueryReader, String, Operation>> all) {
    all.put(
        "ClassificationPropertyExtract",
        (r, p) ->
            new ClassificationOperation.Property(
                r.choice(
                    "property_name",
                    "top_class",
                    "top_class_confidence",
                    "top_class_confidence_single",
                    "all_classes",
                    "all_confidences")));
    all.put(
        "ExtractImageProperty",
        (r, p) ->
            new ImageOperation.Property(
                p, r.choice("property_name", "size", "height", "width", "aspect_ratio")));
    all.put(
        "ExtractFrameMetadata",
        (r, p) ->
            new ImageOperation.FrameMetadata(
                p,
                r.choice(
                    "property_name", "frame_number", "frame_timestamp", "seconds_since_start")));
    all.put(
        "ConvertImageToJPEG",
        (r, p) -> new ImageOperation.ToJpeg(p, quality(r.number("compression_level", 95))));
    all.put("ConvertImageToBase64", (r, p) -> new ImageOperation.ToBase64(p));
    all.put("ConvertDictionaryToJSON", (r, p) -> new DictionaryOperation.ToJson(p));
  }

  /** A value, or the name of one that comes with each frame. */
  private static Object named(Object value, Form form) {
    return value instanceof String ? value : form.read(value);
  }

  private static int quality(int level) {
    if (level < 1 || level > 100) {
      throw new FormException("Input should be from 1 to 100");
    }
    return level;
  }
}

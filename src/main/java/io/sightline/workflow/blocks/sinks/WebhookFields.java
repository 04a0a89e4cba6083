package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of {@link WebhookSink}. */
final class WebhookFields {
  private static final Kind[] HEADER_KINDS = {
    Kind.STRING,
    Kind.INTEGER,
    Kind.FLOAT,
    Kind.ROBOFLOW_MODEL_ID,
    Kind.ROBOFLOW_PROJECT,
    Kind.ROBOFLOW_API_KEY,
    Kind.FLOAT_ZERO_TO_ONE,
    Kind.BOOLEAN,
    Kind.TOP_CLASS
  };

  private WebhookFields() {}

  static List<Field> all() {
    List<Kind> query = new ArrayList<>(List.of(HEADER_KINDS));
    query.add(Kind.LIST_OF_VALUES);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.required(
            "url", "Where the request goes.", Forms.reference(Kind.STRING), Forms.text()));
    fields.add(
        Field.required("method", "The request's method.", Forms.oneOf("GET", "POST", "PUT")));
    fields.add(
        map(
            "query_parameters",
            "Parameters in the address.",
            Forms.reference(query.toArray(Kind[]::new)),
            Forms.scalar(),
            Forms.list(0, Forms.scalar())));
    fields.add(map("headers", "Headers.", Forms.reference(HEADER_KINDS), Forms.scalar()));
    payload(fields, "json_payload", "Members of an object that is sent as JSON.");
    payload(fields, "multi_part_encoded_files", "Files that are sent in parts.");
    payload(fields, "form_data", "Fields that are sent as a form.");
    fields.add(seconds("request_timeout", 2, "Seconds to wait for the answer."));
    fields.add(flag("fire_and_forget", true, "True where the step does not wait for the answer."));
    fields.add(flag("disable_sink", false, "True where nothing is sent."));
    fields.add(seconds("cooldown_seconds", 5, "Seconds between two requests."));
    return fields;
  }

  private static Field map(String name, String description, Form... values) {
    return Field.optional(name, Map.of(), description, Forms.map(values));
  }

  private static void payload(List<Field> fields, String name, String description) {
    fields.add(
        map(
            name,
            description,
            Forms.reference(),
            Forms.scalar(),
            Forms.map(Forms.any()),
            Forms.list(0, Forms.any())));
    fields.add(
        map(
            name + "_operations",
            "What is done with a value before, by its name.",
            new OperationsForm()));
  }

  private static Field seconds(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.INTEGER), Forms.wholeNumber());
  }

  private static Field flag(String name, boolean defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.BOOLEAN), Forms.flag());
  }

  /** The values of a payload field, those with operations after them. */
  static Map<Object, Object> payload(StepInput input, String name) {
    Map<Object, Object> values = new LinkedHashMap<>((Map<?, ?>) input.value(name));
    ((Map<?, ?>) input.value(name + "_operations"))
        .forEach(
            (key, chain) ->
                values.computeIfPresent(
                    key,
                    (k, value) -> ((OperationChain) chain).apply(value, Map.of(), input.limits())));
    return values;
  }
}

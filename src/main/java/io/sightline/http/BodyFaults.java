package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a request's body, in the form of Roboflow's server: status 422. */
final class BodyFaults {
  private static final int INPUT_MAX = 4096;

  /** A body may have millions of wrong values, and each would take hundreds of bytes to tell. */
  private static final int FAULTS_MAX = 100;

  /** Is not repeated: an answer may end in a log. */
  private static final String KEY = "api_key";

  private final List<Object> faults = new ArrayList<>();

  /**
   * Takes up a fault, but for those beyond the bound.
   *
   * @param path to the fault below the body: names and places in lists
   * @param input what stands there, without the client's key; left out where it is long
   */
  void add(String type, String message, Object input, Object... path) {
    if (faults.size() == FAULTS_MAX) {
      return;
    }
    List<Object> place = new ArrayList<>(List.of("body"));
    place.addAll(List.of(path));
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("type", type);
    fault.put("loc", place);
    fault.put("msg", message);
    fault.put("input", KEY.equals(place.get(place.size() - 1)) ? null : brief(input));
    faults.add(fault);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** All of them as an answer. */
  HttpException exception() {
    return new HttpException(Reply.of(422, Map.of("detail", faults)));
  }

  /** A body that is no JSON. */
  static HttpException noJson(long offset, String reason) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("type", "json_invalid");
    fault.put("loc", List.of("body", offset));
    fault.put("msg", "JSON decode error");
    fault.put("input", Map.of());
    fault.put("ctx", Map.of("error", reason));
    return new HttpException(Reply.of(422, Map.of("detail", List.of(fault))));
  }

  private static Object brief(Object given) {
    Object input = given;
    if (given instanceof Map<?, ?> fields && fields.containsKey(KEY)) {
      Map<Object, Object> others = new LinkedHashMap<>(fields);
      others.remove(KEY);
      input = others;
    }
    try {
      return Json.MAPPER.writeValueAsBytes(input).length > INPUT_MAX ? null : input;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}

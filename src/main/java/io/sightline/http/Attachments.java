package io.sightline.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that came with a request.
 *
 * @param files by the names of their parts, in the order in which they came
 */
record Attachments(Map<String, List<byte[]>> files) {
  static final Attachments NONE = new Attachments(Map.of());

  /** The name of the one picture in requests of Roboflow's clients for models. */
  private static final String FILE = "file";

  /**
   * Inputs with the files in their places: where {@code {"type": "multipart", "value": name}}
   * stands, else in the input of the part's name. Several parts of one name are a batch.
   *
   * @param pictures the inputs that are pictures
   * @throws HttpException (400) where a file has no place, or is named and not there
   */
  Map<String, Object> into(Map<String, Object> inputs, List<String> pictures) {
    if (files.isEmpty()) {
      return inputs;
    }
    Set<String> used = new LinkedHashSet<>();
    Map<String, Object> all = new LinkedHashMap<>();
    inputs.forEach((name, value) -> all.put(name, placed(value, used)));
    List<String> left = new ArrayList<>(files.keySet());
    left.removeAll(used);
    left.sort(Comparator.comparing(name -> !pictures.contains(name)));
    for (String name : left) {
      String input = input(name, all, pictures);
      if (all.put(input, single(files.get(name))) != null) {
        throw refusal("'%s' is given twice".formatted(input));
      }
    }
    return all;
  }

  private String input(String part, Map<String, Object> given, List<String> pictures) {
    if (pictures.contains(part)) {
      return part;
    }
    List<String> open = pictures.stream().filter(name -> !given.containsKey(name)).toList();
    if (part.equals(FILE) && open.size() == 1) {
      return open.get(0);
    }
    throw refusal(
        "the file '%s' belongs to no input: the workflow's pictures are %s"
            .formatted(part, pictures.isEmpty() ? "none" : String.join(", ", pictures)));
  }

  private Object placed(Object value, Set<String> used) {
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(element -> all.add(placed(element, used)));
      return all;
    }
    boolean named =
        value instanceof Map<?, ?> map
            && map.get("type") instanceof String type
            && type.equalsIgnoreCase("multipart")
            && map.get("value") instanceof String;
    return named ? placed((Map<?, ?>) value, used) : value;
  }

  private Object placed(Map<?, ?> reference, Set<String> used) {
    String name = (String) reference.get("value");
    if (!files.containsKey(name)) {
      throw refusal(
          "the file '%s' did not come: there are %s"
              .formatted(name, String.join(", ", files.keySet())));
    }
    used.add(name);
    List<Object> all = new ArrayList<>();
    for (byte[] file : files.get(name)) {
      Map<String, Object> picture = new LinkedHashMap<>();
      reference.forEach((key, part) -> picture.put(key.toString(), part));
      picture.put("value", file);
      all.add(picture);
    }
    return single(all);
  }

  private static Object single(List<?> all) {
    return all.size() == 1 ? all.get(0) : all;
  }

  private static HttpException refusal(String reason) {
    return new HttpException(400, "InvalidMultipartError", "multipart/form-data: " + reason);
  }
}

package io.sightline.workflow.query;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DetectionsDictionary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations on detections. */
sealed interface DetectionsOperation extends Operation
    permits DetectionsOperation.On, RenameClasses {
  /** The name that statements about a detection know it by. */
  String DETECTION = "_";

  /** An operation that first makes sure that it got detections. */
  sealed interface On extends DetectionsOperation {
    /** The place of the operation in its chain, for errors; null where they do not say it. */
    String place();

    /** The operation's name in errors. */
    String title();

    Object on(Detections detections, Scope scope);

    @Override
    default Object apply(Object value, Scope scope) {
      return on(detections(value, title(), place()), scope);
    }
  }

  static Detections detections(Object value, String title, String place) {
    if (value instanceof Detections detections) {
      return detections;
    }
    throw QueryException.input(
        place,
        "Executing %s(...)%s, expected sv.Detections object as value, got %s of type %s"
            .formatted(
                title,
                place == null ? "" : " in context " + place,
                Python.brief(value),
                Python.type(value)));
  }

  record Property(String place, String name) implements On {
    @Override
    public String title() {
      return "extract_detections_property";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      List<Object> values = new ArrayList<>(detections.size());
      for (Detection detection : detections) {
        Object value = DetectionProperty.read(name, detection, detections);
        if (value == null) {
          throw new BlockException(
              "a detection has no '%s', which no step before has added".formatted(name));
        }
        values.add(pointRounded(value));
      }
      return values;
    }

    private Object pointRounded(Object value) {
      boolean point =
          name.equals("center") || name.startsWith("top_") || name.startsWith("bottom_");
      return point
          ? ((List<?>) value).stream().map(v -> (long) Math.rint((Double) v)).toList()
          : value;
    }
  }

  record Filter(Statement statement) implements On {
    @Override
    public String place() {
      return null;
    }

    @Override
    public String title() {
      return "filter_detections";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      Map<String, Object> inner = new HashMap<>(scope.names());
      List<Detection> kept = new ArrayList<>(detections.size());
      for (Detection detection : detections) {
        inner.put(DETECTION, detection);
        if (statement.test(scope.inside(detections, inner))) {
          kept.add(detection);
        }
      }
      return detections.with(kept);
    }
  }

  /** Moves each corner; used to shift boxes and to grow them. */
  record MoveCorners(String title, float left, float top, float right, float bottom) implements On {
    @Override
    public String place() {
      return null;
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      List<Detection> moved = new ArrayList<>(detections.size());
      for (Detection d : detections) {
        BoundingBox b = d.box();
        BoundingBox box =
            new BoundingBox(b.x1() + left, b.y1() + top, b.x2() + right, b.y2() + bottom);
        moved.add(d.withBox(box));
      }
      return detections.with(moved);
    }
  }

  record Select(String mode) implements On {
    @Override
    public String place() {
      return null;
    }

    @Override
    public String title() {
      return "select_detections";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      if (detections.isEmpty()) {
        return detections;
      }
      List<Detection> all = detections.items();
      Comparator<Detection> byCenter =
          Comparator.comparingDouble(d -> ((double) d.box().x1() + d.box().x2()) / 2);
      Detection chosen =
          switch (mode) {
            case "first" -> all.get(0);
            case "last" -> all.get(all.size() - 1);
            case "left_most" -> first(all, byCenter);
            case "right_most" -> first(all, byCenter.reversed());
            default -> first(all, Comparator.comparingDouble(d -> -d.confidence()));
          };
      return detections.with(List.of(chosen));
    }

    private static Detection first(List<Detection> all, Comparator<Detection> order) {
      return Collections.min(all, order);
    }
  }

  record Sort(String mode, boolean ascending) implements On {
    @Override
    public String place() {
      return null;
    }

    @Override
    public String title() {
      return "sort_detections";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      List<Detection> sorted = new ArrayList<>(detections.items());
      sorted.sort(Comparator.comparingDouble(this::key));
      if (!ascending) {
        Collections.reverse(sorted);
      }
      return detections.with(sorted);
    }

    private double key(Detection d) {
      BoundingBox box = d.box();
      return switch (mode) {
        case "center_x" -> ((double) box.x1() + box.x2()) / 2;
        case "center_y" -> ((double) box.y1() + box.y2()) / 2;
        default -> ((Number) DetectionProperty.read(mode, d, null)).doubleValue();
      };
    }
  }

  record PickByParentClass(String place, String parentClass) implements On {
    @Override
    public String title() {
      return "pick_detections_by_parent_class";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      List<Detection> parents =
          detections.items().stream().filter(d -> d.className().equals(parentClass)).toList();
      scope.budget().spend((long) parents.size() * detections.size());
      List<Detection> picked = new ArrayList<>(parents);
      for (Detection d : detections) {
        if (!d.className().equals(parentClass) && parents.stream().anyMatch(p -> inside(d, p))) {
          picked.add(d);
        }
      }
      return detections.with(picked);
    }

    private static boolean inside(Detection d, Detection parent) {
      double x = Position.CENTER.x(d);
      double y = Position.CENTER.y(d);
      BoundingBox box = parent.box();
      return box.x1() <= x && x <= box.x2() && box.y1() <= y && y <= box.y2();
    }
  }

  record ToDictionary(String place) implements On {
    @Override
    public String title() {
      return "detections_to_dictionary";
    }

    @Override
    public Object on(Detections detections, Scope scope) {
      return DetectionsDictionary.write(detections);
    }
  }
}

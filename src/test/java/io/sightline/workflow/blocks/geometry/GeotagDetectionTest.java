package io.sightline.workflow.blocks.geometry;

import static io.sightline.workflow.blocks.Step.frame;
import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.workflow.blocks.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeotagDetectionTest {
  private static List<Object> run(double altitude, double heading) {
    return new Step(
            new GeotagDetection.V1(),
            "latitude",
            60.0,
            "longitude",
            10.0,
            "altitude",
            altitude,
            "horizontal_fov",
            90.0,
            "heading",
            heading)
        .run("image", frame("a", 1, 0), "predictions", on(object("sheep", 320, 120, 20, 10)));
  }

  private static Map<?, ?> only(List<Object> answer) {
    return (Map<?, ?>) ((List<?>) answer.get(0)).get(0);
  }

  @Test
  void theRightEdgeLiesHalfAGroundWidthToTheEast() {
    // 90 degrees see as far to the side as the camera is high; a degree is half as long at 60 north
    double degrees = 111.32 / (111_320 * 0.5);
    assertEquals(10 + degrees, (double) only(run(111.32, 0)).get("lon"), 1e-7);
    assertEquals(60.0, only(run(111.32, 0)).get("lat"));
  }

  @Test
  void turnsWithTheCamera() {
    Map<?, ?> told = only(run(111.32, 90));
    assertEquals(59.999, told.get("lat"));
    assertEquals(10.0, told.get("lon"));
  }

  @Test
  void writesGeoJson() {
    List<Object> answer = run(0, 0);
    assertEquals(
        Map.of(
            "type",
            "FeatureCollection",
            "features",
            List.of(
                Map.of(
                    "type",
                    "Feature",
                    "geometry",
                    Map.of("type", "Point", "coordinates", List.of(10.0, 60.0)),
                    "properties",
                    Map.of("class", "sheep", "confidence", 0.75)))),
        answer.get(1));
    assertEquals(320.0, only(answer).get("pixel_x"));
  }
}

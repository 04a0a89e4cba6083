package io.sightline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T-4: a name that looks like a setting and is none is told")
class UnknownSettingsTest {
  private static final Set<String> DECLARED = new ReferenceFile(Map.of()).names();

  @Test
  void namesThemAndTheNearestThatThereIs() {
    assertEquals(
        List.of(
            "there is no setting SIGHTLINE_SESION_LIMIT, it has no effect; the nearest one is"
                + " SIGHTLINE_SESSION_LIMIT",
            "there is no setting sightline.colour.of.the.sky, it has no effect",
            "there is no setting sightline.session.limits, it has no effect; the nearest one is"
                + " sightline.session.limit"),
        List.copyOf(
            UnknownSettings.sentences(
                List.of(
                    "sightline.session.limits",
                    "SIGHTLINE_SESION_LIMIT",
                    "sightline.sesion.limit",
                    "sightline.colour.of.the.sky"),
                DECLARED)));
  }

  @Test
  void saysNothingOfTheOthers() {
    assertEquals(
        List.of(),
        List.copyOf(
            UnknownSettings.sentences(
                List.of(
                    "sightline.session.limit",
                    "SIGHTLINE_SESSION_LIMIT",
                    "SIGHTLINE_ADMIN_PASSWORD",
                    "sightline.admin.password",
                    "java.version",
                    "PATH"),
                DECLARED)));
  }
}

package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission = new Admission(2, 100);

  @Test
  @DisplayName("H-2: one request more than the limit is told so at once")
  void refusesTheOneBeyondTheLimit() {
    admission.take(1);
    admission.take(1);
    HttpException refused = assertThrows(HttpException.class, () -> admission.take(1));
    assertEquals(503, refused.reply().status());
    assertEquals("1", refused.reply().headers().get("Retry-After"));
    assertEquals(
        "request limit reached: 2 of 2 under way",
        Doors.json(refused.reply()).get("message").asText());
  }

  @Test
  void aPlaceIsFreeWhenAllItsHoldersHaveLetGo() {
    Admission.Place place = admission.take(2);
    place.letGo();
    assertEquals(1, admission.free());
    place.letGo();
    assertEquals(2, admission.free());
    place.letGo();
    assertEquals(2, admission.free());
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    Admission.Place place = admission.take(2);
    place.letGo();
    place.giveBack();
    place.giveBack();
    assertEquals(2, admission.free());
  }

  @Test
  @DisplayName("H-2: the bodies of all requests share their room")
  void boundsTheBodiesOfAllRequests() {
    Admission.Place first = admission.take(1);
    first.reserve(60);
    Admission.Place second = admission.take(1);
    HttpException refused = assertThrows(HttpException.class, () -> second.reserve(41));
    assertEquals(503, refused.reply().status());
    second.letGo();
    first.reserve(40);
    first.letGo();
    admission.take(1).reserve(100);
  }
}

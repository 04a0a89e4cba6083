package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageIT {
  @Test
  @DisplayName("B-7: a person who said no to the camera reads how to allow it")
  void explainsADeniedCamera() {
    try (Browser browser = Browser.denyingTheCamera()) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.choose("source", "camera");
      page.start();
      page.awaitState("error");
      assertTrue(page.text("error").contains("may not use your camera"), page.text("error"));
      assertTrue(page.text("error").contains("Allow the camera"), page.text("error"));
    }
  }

  @Test
  @DisplayName("B-1: without a camera the sample clip is chosen and works")
  void worksWithTheSampleClipWhereThereIsNoCamera() {
    try (Browser browser = Browser.withoutCamera()) {
      SightlinePage page = browser.open(Address.ofThePage());
      assertEquals("sample", page.value("source"));
      page.startAndAwaitResults();
      Eventually.holds("pictures", () -> page.shownPictures("annotated-video") > 10);
    }
  }

  @Test
  @DisplayName("B-8: starts and stops from the keyboard, the focus stays on a live button")
  void worksFromTheKeyboard() {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.enter("start");
      page.awaitState("running");
      assertEquals("stop", page.focused());
      page.enter("stop");
      page.awaitState("ended");
      assertEquals("start", page.focused());
    }
  }

  @Test
  @DisplayName("B-8: everything the page loads comes from its own server")
  void loadsNothingFromElsewhere() {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.startAndAwaitResults();
      String own = URI.create(Address.ofThePage()).getAuthority();
      for (String loaded : page.loaded()) {
        assertEquals(own, URI.create(loaded).getAuthority(), loaded);
      }
    }
  }
}

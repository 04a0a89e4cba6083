package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.it.SightlineServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server with one place; {@code sightline.limited.url} names one that runs already. */
class SessionPlacesIT {
  private static SightlineServer server;
  private static String address;

  @BeforeAll
  static void startAServerWithOnePlace() {
    address = System.getProperty("sightline.limited.url", "");
    if (address.isEmpty()) {
      server = SightlineServer.start(Map.of("sightline.session.limit", "1"));
      address = server.uri().toString();
    }
  }

  @AfterAll
  static void stopIt() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @DisplayName("B-6: a browser that finds no free place is told so, and gets in when one is free")
  void tellsTheSecondBrowserThatTheServerIsFull() {
    try (Browser first = Browser.playing("walking.mjpeg");
        Browser second = Browser.playing("walking.mjpeg")) {
      SightlinePage inside = first.open(address);
      inside.startAndAwaitResults();

      SightlinePage outside = second.open(address);
      outside.start();
      Eventually.becomes(
          "a refusal", () -> outside.text("error"), text -> text.contains("The server is full"));
      assertEquals("error", outside.state());
      assertEquals("server-full", outside.knows("failure").asText());

      inside.awaitFrames(5);
      inside.click("stop");
      inside.awaitState("ended");
      startUntilThereIsAPlace(outside);
    }
  }

  @Test
  @DisplayName("B-6: closing the tab frees its place within seconds")
  void freesThePlaceOfAClosedTab() {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage later = browser.open(address);
      SightlinePage page = browser.openInNewTab(address);
      startUntilThereIsAPlace(page);
      page.awaitFrames(5);

      browser.closeTab();

      startUntilThereIsAPlace(later);
    }
  }

  /** Presses Start as long as the server is full. */
  private static void startUntilThereIsAPlace(SightlinePage page) {
    page.start();
    Eventually.holds(
        "a free place",
        () -> {
          if (page.state().equals("error")) {
            page.start();
          }
          return page.state().equals("running");
        });
  }
}

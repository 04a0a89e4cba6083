package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.it.PayaraServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B-13: the same archive on Payara")
class PayaraIT {
  /** Payara's own warning, where both ends close a socket in the same moment. */
  private static final Pattern BOTH_CLOSE =
      Pattern.compile("GRIZZLY0013[^\\]]*TyrusSession\\.close[^\\]]*]]");

  @Test
  void bringsTheVideoBackAnnotatedAndFreesThePlaceOfWhoLeaves() {
    try (PayaraServer server = PayaraServer.start(Map.of("sightline.session.limit", "1"))) {
      Eventually.holds("a ready server", server::isReady);
      String address = server.uri().toString();
      try (Browser browser = Browser.playing("walking.mjpeg")) {
        SightlinePage page = browser.open(address);
        page.startAndAwaitResults();
        long shown = page.shownPictures("annotated-video");
        Eventually.holds("pictures", () -> page.shownPictures("annotated-video") > shown + 10);
        page.click("pause");
        page.awaitState("paused");
        page.awaitQuiet();
        page.click("stop");
        page.awaitState("ended");
        page.start();
        page.awaitState("running");
      }
      String log = BOTH_CLOSE.matcher(server.logText()).replaceAll("");
      assertFalse(log.contains("Exception"), log);
    }
  }

  @Test
  void refusesTheStartWithTheSentenceOfASettingOutOfBounds() {
    try (PayaraServer server = PayaraServer.start(Map.of("sightline.session.limit", "0"))) {
      assertFalse(server.isReady());
      assertTrue(server.logText().contains("sightline.session.limit"), server::logText);
    }
  }
}

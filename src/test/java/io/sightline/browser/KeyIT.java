package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.it.SightlineServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyIT {
  /** Of the key "secret". */
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private static SightlineServer server;
  private Browser browser;
  private SightlinePage page;

  @BeforeAll
  static void start() {
    server = SightlineServer.start(Map.of("sightline.security.api.keys", HASH));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void openThePage() {
    browser = Browser.playing("standing.mjpeg");
    page = browser.open(server.uri().toString());
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  private void answer(String key) {
    Eventually.becomes("the question", page::focused, "key"::equals);
    page.type("key", key + "\n");
  }

  @Test
  @DisplayName("B-14: the page asks for the server's key once, and everything works with it")
  void asksOnceForTheKey() {
    page.click("tab-workflows");
    answer("guess");
    Eventually.becomes(
        "the refusal", () -> page.text("key-fault"), "The server does not know this key."::equals);
    answer("secret");
    Eventually.becomes(
        "a checked document",
        () -> page.text("workflow-state"),
        "The document is well-formed."::equals);
    page.click("workflow-run");
    page.awaitState("running");
    page.awaitFrames(3);
    assertEquals(0, page.count("dialog[open]"));
  }

  @Test
  @DisplayName("B-14: a session that is refused for want of a key starts when there is one")
  void startsTheSessionThatAskedForTheKey() {
    page.start();
    answer("secret");
    page.awaitState("running");
    page.awaitFrames(3);
  }

  @Test
  @DisplayName("B-14: who has no key is told what is missing, and may try again")
  void goesOnWithoutAKey() {
    page.start();
    Eventually.becomes("the question", page::focused, "key"::equals);
    page.type("key", org.openqa.selenium.Keys.ESCAPE.toString());
    Eventually.becomes("no question", () -> page.count("dialog[open]"), n -> n == 0);
    assertTrue(page.text("error").contains("This server asks for a key"), page.text("error"));
    page.start();
    answer("secret");
    page.awaitState("running");
  }
}

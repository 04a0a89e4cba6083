package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelsTabIT {
  private Browser browser;
  private SightlinePage page;

  @BeforeEach
  void openTheTab() {
    browser = Browser.playing("standing.mjpeg");
    page = browser.open(Address.ofThePage());
    page.enter("tab-models");
    Eventually.holds(
        "the default model", () -> page.text("models-body").contains("ssdlite-mobilenet-v2"));
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("B-15: models are listed with their states, and one is looked at from the keyboard")
  void showsTheModelsAndAllOfOne() {
    Eventually.holds("a warm model", () -> page.text("models-body").contains("ready"));
    assertTrue(page.text("models-state").contains("in memory"), page.text("models-state"));

    page.enter("model-ssdlite-mobilenet-v2");

    Eventually.holds("its tensors", () -> page.text("models-details").contains("images float32"));
    String details = page.text("models-details");
    assertTrue(details.contains("person, bicycle, car"), details);
    assertTrue(details.contains("ready: in memory and warm"), details);
  }
}

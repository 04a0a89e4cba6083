package io.sightline.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.openqa.selenium.chrome.ChromeDriver;

/** A page that does what a test's scripts say. */
final class ScriptPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ChromeDriver driver;

  ScriptPage(ChromeDriver driver) {
    this.driver = driver;
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  /**
   * Runs the body of an async function.
   *
   * @return what it returns; an error's text begins with "failed: "
   */
  JsonNode run(String body) {
    String script =
        "const done = arguments[0];"
            + "(async () => {%s})().then((value) => done(JSON.stringify(value ?? null)),"
                .formatted(body)
            + " (error) => done(JSON.stringify('failed: ' + error)));";
    try {
      return JSON.readTree((String) driver.executeAsyncScript(script));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of an expression now. */
  JsonNode value(String expression) {
    return run("return " + expression + ";");
  }
}

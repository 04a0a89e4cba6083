package io.sightline.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The page: its buttons and lists, its texts, and {@code window.sightline}, what it knows. Lists
 * change as for a person, with the events that the browser sends then.
 */
final class SightlinePage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;

  SightlinePage(ChromeDriver driver) {
    this.driver = driver;
  }

  void click(String id) {
    element(id).click();
  }

  /** Presses Enter on the element, which has to take the focus. */
  void enter(String id) {
    element(id).sendKeys(Keys.ENTER);
  }

  /** Types keys at the element, where the cursor stands. */
  void type(String id, String keys) {
    element(id).sendKeys(keys);
  }

  void start() {
    click("start");
  }

  /** Starts and waits for the annotated video and the first results. */
  void startAndAwaitResults() {
    start();
    awaitState("running");
    awaitFrames(5);
  }

  void choose(String id, String value) {
    set(id, value);
  }

  /** Types into a text field or moves a slider, and leaves it. */
  void set(String id, String value) {
    driver.executeScript(
        "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
            + "e.dispatchEvent(new Event('input', {bubbles: true}));"
            + "e.dispatchEvent(new Event('change', {bubbles: true}));",
        id,
        value);
  }

  String value(String id) {
    return element(id).getDomProperty("value");
  }

  /** The text that a person sees; empty when the element is hidden. */
  String text(String id) {
    return element(id).getText();
  }

  String figure(String name) {
    return driver.findElement(By.cssSelector("[data-figure='" + name + "']")).getText();
  }

  String focused() {
    return driver.switchTo().activeElement().getDomAttribute("id");
  }

  String state() {
    return knows("state").asText();
  }

  void awaitState(String state) {
    Eventually.becomes(
        "state " + state,
        () -> "%s (%s)".formatted(state(), text("error")),
        seen -> seen.startsWith(state + " "));
  }

  /** How many results came in this session. */
  long frames() {
    return knows("frames").asLong();
  }

  void awaitFrames(long more) {
    long before = frames();
    Eventually.becomes(more + " more results", this::frames, now -> now >= before + more);
  }

  /** Waits until two looks at the newest result, a moment apart, find the same frame. */
  void awaitQuiet() {
    Eventually.holds(
        "no more results",
        () -> {
          long before = frameId();
          Eventually.pause(Duration.ofMillis(500));
          return frameId() == before;
        });
  }

  /** The newest result, as the server sent it. */
  JsonNode result() {
    return knows("lastResult").path("body");
  }

  long frameId() {
    return result().path("video_metadata").path("frame_id").asLong();
  }

  /** A property of {@code window.sightline}. */
  JsonNode knows(String property) {
    return read("window.sightline." + property);
  }

  /** A property of one of the two videos, such as {@code videoWidth}. */
  double video(String id, String property) {
    return read("document.getElementById('" + id + "')." + property).asDouble();
  }

  /** Pictures that a video has shown so far. */
  long shownPictures(String id) {
    return (long) video(id, "getVideoPlaybackQuality().totalVideoFrames");
  }

  /** The newest result and the picture that the annotated video shows at the same moment. */
  Snapshot snapshot() {
    String script =
        "const video = document.getElementById('annotated-video');"
            + "const canvas = document.createElement('canvas');"
            + "canvas.width = video.videoWidth; canvas.height = video.videoHeight;"
            + "canvas.getContext('2d').drawImage(video, 0, 0);"
            + "return JSON.stringify({result: window.sightline.lastResult.body,"
            + " picture: canvas.toDataURL('image/png').split(',')[1]});";
    JsonNode answer = parse((String) driver.executeScript(script));
    return Snapshot.of(answer.path("result"), answer.path("picture").asText());
  }

  /** The text in the editor of workflows. */
  String document() {
    return read("document.querySelector('.CodeMirror').CodeMirror.getValue()").asText();
  }

  /** Puts another text into the editor of workflows, as pasting it would. */
  void edit(String text) {
    driver.executeScript(
        "document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0]);", text);
  }

  boolean enabled(String id) {
    return element(id).isEnabled();
  }

  /** How many elements a CSS selector finds. */
  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** Shows the page on a screen of this size. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Pixels by which the page is wider than the screen. */
  int overflow() {
    return read("document.documentElement.scrollWidth - window.innerWidth").asInt();
  }

  /** The addresses of everything that the page has loaded. */
  List<String> loaded() {
    JsonNode names = read("performance.getEntriesByType('resource').map((entry) => entry.name)");
    return JSON.convertValue(
        names, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  private JsonNode read(String expression) {
    return parse(
        (String) driver.executeScript("return JSON.stringify(" + expression + " ?? null);"));
  }

  private WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}

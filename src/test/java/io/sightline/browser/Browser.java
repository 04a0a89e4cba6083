package io.sightline.browser;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium with a profile of its own. The paths of the browser and its driver are the
 * system properties {@code sightline.chromium} and {@code sightline.chromedriver}, by default where
 * Debian puts them.
 */
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1440,1200");

  /**
   * Held, so that their level stays: they warn at every start of a Chromium newer than Selenium.
   */
  private static final List<Logger> CHATTER =
      List.of(
          Logger.getLogger("org.openqa.selenium.devtools"),
          Logger.getLogger("org.openqa.selenium.chromium"));

  static {
    CHATTER.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  private final ChromeDriver driver;

  private Browser(String... arguments) {
    List<String> all = new ArrayList<>(QUIET);
    all.addAll(Arrays.asList(arguments));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("sightline.chromium", "/usr/bin/chromium"));
    options.addArguments(all);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                new File(System.getProperty("sightline.chromedriver", "/usr/bin/chromedriver")))
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
  }

  /** A browser whose camera plays {@code clip}, a Motion JPEG beside this class, over and over. */
  static Browser playing(String clip) {
    return new Browser(
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-video-capture=" + resource(clip));
  }

  /** A browser whose person says no when asked for the camera. */
  static Browser denyingTheCamera() {
    return new Browser("--use-fake-device-for-media-stream", "--deny-permission-prompts");
  }

  /** A browser on a machine without a camera. */
  static Browser withoutCamera() {
    return new Browser(
        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0");
  }

  /** The page, opened in the current tab. */
  SightlinePage open(String address) {
    driver.get(address);
    SightlinePage page = new SightlinePage(driver);
    page.awaitState("idle");
    return page;
  }

  /** A page of the test's own, for scripts. */
  ScriptPage openForScripts(String address) {
    driver.get(address);
    return new ScriptPage(driver);
  }

  /** The page in a new tab, which becomes the current one. */
  SightlinePage openInNewTab(String address) {
    driver.switchTo().newWindow(WindowType.TAB);
    return open(address);
  }

  /** Closes the current tab as a person does and goes back to the first one. */
  void closeTab() {
    driver.close();
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
  }

  /** Leaves the page, so that its session ends at once, and ends the browser. */
  @Override
  public void close() {
    try {
      driver.get("about:blank");
    } finally {
      driver.quit();
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(Browser.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

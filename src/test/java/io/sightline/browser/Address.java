package io.sightline.browser;

import io.sightline.it.SightlineServer;

/** Where the page is: a server that runs already, or the one that the tests share. */
final class Address {
  private Address() {}

  static String ofThePage() {
    String given = System.getProperty("sightline.url", "");
    return given.isEmpty() ? SightlineServer.shared().uri().toString() : given;
  }
}

package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** The answer to a request; status 0 where nothing answered. */
record HttpAnswer(int status, String body) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .sslContext(AnyCertificate.context())
          .build();

  static HttpAnswer get(URI uri) {
    return send(request(uri));
  }

  static HttpAnswer get(URI uri, String user, String password) {
    String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return send(request(uri).header("Authorization", "Basic " + pair));
  }

  /** Gets with JSON in the request, as some clients do. */
  static HttpAnswer getWithBody(URI uri, String json) {
    return send(
        request(uri)
            .header("Content-Type", "application/json")
            .method("GET", HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Posts JSON. */
  static HttpAnswer post(URI uri, String json, String... headers) {
    HttpRequest.Builder request =
        request(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Posts bytes, with these headers only. */
  static HttpAnswer post(URI uri, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body)).headers(headers);
    return send(request);
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
  }

  private static HttpAnswer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.body());
    } catch (IOException e) {
      return new HttpAnswer(0, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A health answer that is up and has a check of the application in it, not an empty one. */
  boolean isUp() {
    return status == 200 && body.contains("\"name\":");
  }
}

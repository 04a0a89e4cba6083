package io.sightline.http;

import io.sightline.settings.Settings;
import java.time.Duration;

/**
 * The bounds of requests and their answers.
 *
 * @param requests at once, from the first byte of the body to the last of the answer
 * @param threads that work on them
 * @param bodyBytes of one body
 * @param allBodyBytes of the bodies of all requests under way together
 * @param parts of one form
 * @param bodyTime in which a body must have come
 * @param requestTime in which a request must be answered and its answer be taken
 * @param jpegQuality of pictures in answers, 1 to 100
 */
record HttpSettings(
    int requests,
    int threads,
    int bodyBytes,
    long allBodyBytes,
    int bodyNesting,
    int parts,
    Duration bodyTime,
    Duration requestTime,
    int answerBytes,
    int jpegQuality) {
  static HttpSettings of(Settings s) {
    int threads = s.integer("sightline.http.threads", 0, 256);
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new HttpSettings(
        s.integer("sightline.http.requests.limit", 1, 1000),
        threads == 0 ? half : threads,
        s.integer("sightline.http.body.max.bytes", 1024, 1 << 30),
        s.integer("sightline.http.bodies.max.bytes", 1024, Integer.MAX_VALUE),
        s.integer("sightline.http.body.nesting.max", 4, 1000),
        s.integer("sightline.http.parts.max", 1, 10_000),
        s.seconds("sightline.http.body.timeout", 1, 3600),
        s.seconds("sightline.http.request.timeout", 1, 86_400),
        s.integer("sightline.http.answer.max.bytes", 1024, 1 << 30),
        s.integer("sightline.http.jpeg.quality", 1, 100));
  }
}

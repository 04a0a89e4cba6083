package io.sightline.http;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A request as the doors see it.
 *
 * @param path segments, decoded
 * @param body the JSON value of the body: strings, numbers, booleans, lists, maps and null
 * @param hasBody false where the request has none
 * @param gzip whether the client takes a compressed answer
 * @param attachments the files of a form
 * @param abandoned whether nobody waits for the answer any longer
 */
public record Call(
    String method,
    List<String> path,
    Object body,
    boolean hasBody,
    boolean gzip,
    Attachments attachments,
    BooleanSupplier abandoned) {

  /** A request without files, of somebody who waits. */
  public Call(String method, List<String> path, Object body, boolean hasBody, boolean gzip) {
    this(method, path, body, hasBody, gzip, Attachments.NONE, () -> false);
  }

  /** The same request with its body. */
  Call with(Object newBody, boolean some, Attachments files) {
    return new Call(method, path, newBody, some, gzip, files, abandoned);
  }
}

package io.sightline.http;

import java.util.List;

/**
 * A request as the doors see it.
 *
 * @param path segments, decoded
 * @param body the JSON value of the body: strings, numbers, booleans, lists, maps and null
 * @param hasBody false where the request has none
 * @param gzip whether the client takes a compressed answer
 * @param attachments the files of a form
 */
public record Call(
    String method,
    List<String> path,
    Object body,
    boolean hasBody,
    boolean gzip,
    Attachments attachments) {

  /** A request without files. */
  public Call(String method, List<String> path, Object body, boolean hasBody, boolean gzip) {
    this(method, path, body, hasBody, gzip, Attachments.NONE);
  }
}

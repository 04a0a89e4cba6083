package io.sightline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A body of the type multipart/form-data, as curl writes it. */
final class FormText {
  static final String TYPE = "multipart/form-data; boundary=----b0undary";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A field of a form. */
  FormText field(String name, String value) {
    return part("form-data; name=\"" + name + "\"", null, value.getBytes(UTF_8));
  }

  /** A file, its type as curl guesses it. */
  FormText file(String name, String fileName, byte[] content) {
    String type = fileName.endsWith(".png") ? "image/png" : "application/octet-stream";
    return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
  }

  /** Any part. */
  FormText part(String disposition, String type, byte[] content) {
    write("------b0undary\r\nContent-Disposition: " + disposition + "\r\n");
    if (type != null) {
      write("Content-Type: " + type + "\r\n");
    }
    write("\r\n");
    out.writeBytes(content);
    write("\r\n");
    return this;
  }

  byte[] end() {
    write("------b0undary--\r\n");
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}

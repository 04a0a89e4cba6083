package io.sightline.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sightline.model.onnx.OnnxCheck;
import io.sightline.model.onnx.OnnxLimits;
import io.sightline.model.onnx.OnnxOutline;
import io.sightline.model.onnx.OnnxSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ONNX file of a model: bytes, or a file that ONNX Runtime reads by itself. */
sealed interface Weights {
  /** Looks it through without native code; see {@link OnnxCheck}. */
  OnnxOutline check(OnnxLimits limits) throws IOException;

  /** Adds its bytes to a digest. */
  void digest(MessageDigest digest) throws IOException;

  OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
      throws OrtException;

  /** SHA-256 of the file and of those that it keeps weights in, as hexadecimal digits. */
  default String sha256(OnnxOutline outline) throws IOException {
    MessageDigest digest = sha256();
    digest(digest);
    for (Path file : outline.files().stream().sorted().toList()) {
      add(file, digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[1 << 16];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
  }

  /** In memory; keeps no weights elsewhere. */
  record InMemory(byte[] bytes) implements Weights {
    @Override
    public OnnxOutline check(OnnxLimits limits) throws IOException {
      return OnnxCheck.of(OnnxSource.of(bytes), null, limits);
    }

    @Override
    public void digest(MessageDigest digest) {
      digest.update(bytes);
    }

    @Override
    public OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException {
      return environment.createSession(bytes, options);
    }
  }

  /**
   * A file.
   *
   * @param folder the model's own, where other files of it may lie; null for none
   */
  record OnDisk(Path file, Path folder) implements Weights {
    @Override
    public OnnxOutline check(OnnxLimits limits) throws IOException {
      return OnnxCheck.of(file, folder, limits);
    }

    @Override
    public void digest(MessageDigest digest) throws IOException {
      add(file, digest);
    }

    @Override
    public OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException {
      try {
        return environment.createSession(file.toString(), options);
      } catch (OrtException e) {
        throw new OrtException(e.getCode(), withoutPlaces(String.valueOf(e.getMessage())));
      }
    }

    /** A message for whoever asks for the model, who need not know this machine's folders. */
    String withoutPlaces(String message) {
      return message
          .replace(file.getParent() + "/", "")
          .replaceFirst("^Error code - \\w+ - message: ", "");
    }
  }
}

package io.sightline.model;

/** A model hung or took the server down while it loaded, and is not loaded again. */
public class ModelQuarantinedException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final String sha256;

  ModelQuarantinedException(String reason, String sha256) {
    super("in quarantine: " + reason);
    this.sha256 = sha256;
  }

  /** Of its weights, hexadecimal digits. */
  public String sha256() {
    return sha256;
  }
}

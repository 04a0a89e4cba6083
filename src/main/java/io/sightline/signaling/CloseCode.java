package io.sightline.signaling;

/** Why a socket closes (RFC 6455, section 7.4.1, and the IANA registry). */
final class CloseCode {
  static final int NORMAL = 1000;
  static final int ABNORMAL = 1006;
  static final int POLICY = 1008;
  static final int TOO_LARGE = 1009;
  static final int UNEXPECTED = 1011;
  static final int TRY_AGAIN_LATER = 1013;
  static final int TLS = 1015;

  private CloseCode() {}

  /** Whether the connection broke, as against somebody having closed it. */
  static boolean isLoss(int code) {
    return code == ABNORMAL || code == UNEXPECTED || code == TLS;
  }
}

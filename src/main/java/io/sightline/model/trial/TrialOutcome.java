package io.sightline.model.trial;

/**
 * How a trial ended.
 *
 * @param bytes of memory that the network took, 0 where that is not known
 * @param reason why it is not to be loaded; null where it may be
 */
public record TrialOutcome(End end, long bytes, String reason) {
  /** How the process ended. */
  public enum End {
    /** The network opened and ran. */
    WELL,
    /** ONNX Runtime refuses it. */
    REFUSED,
    /** It takes more memory than it may. */
    TOO_LARGE,
    /** It takes more time than it may. */
    HUNG,
    /** Its process crashed. */
    CRASHED,
    /** The trial says nothing of the network: there was no process, or the server stops. */
    UNKNOWN
  }
}

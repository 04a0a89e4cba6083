package io.sightline.datachannel;

/** A message on the data channel is not what it has to be, or could not be sent. */
public class DataChannelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataChannelException(String message) {
    super(message);
  }

  public DataChannelException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.sightline.http;

/** A request that is answered with an error. */
public class HttpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  public HttpException(Reply reply) {
    super("status " + reply.status());
    this.reply = reply;
  }

  /** An error that this server has a name for. */
  public HttpException(int status, String errorType, String message) {
    super(message);
    this.reply = Reply.problem(status, errorType, message);
  }

  /** The answer. */
  public Reply reply() {
    return reply;
  }
}

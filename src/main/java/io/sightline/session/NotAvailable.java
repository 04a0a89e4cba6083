package io.sightline.session;

/** The protocol knows it, this server does not do it. */
public final class NotAvailable extends SessionException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the option or message
   * @param instead what to do instead
   */
  public NotAvailable(String what, String instead) {
    super(
        "NotAvailable",
        "%s is not available on this server yet: %s".formatted(what, instead),
        null);
  }
}

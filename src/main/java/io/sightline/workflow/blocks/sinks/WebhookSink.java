package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Sends results to another server, at most once in so many seconds. */
final class WebhookSink implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/webhook_sink@v1")
            .described(
                "Webhook Sink",
                "sink",
                "Sends a request with results to a server that the administrator allows.")
            .fields(WebhookFields.all())
            .output("error_status", Kind.BOOLEAN)
            .output("throttling_status", Kind.BOOLEAN)
            .output("message", Kind.STRING)
            .remark("only to hosts that sightline.sinks.webhook.hosts lists")
            .guarded()
            .build();

    public V1() {
      super(MANIFEST, V1::make);
    }

    private static Block make(BlockContext context) {
      if (SinkStatus.disabled(context)) {
        return new WebhookSink(null, System::nanoTime);
      }
      WebhookOutbox outbox = context.resource(WebhookOutbox.class);
      if (!Boolean.TRUE.equals(context.constant("disable_sink"))) {
        if (outbox.settings().hosts().isEmpty()) {
          throw SinkRefusal.of(
              "requests to other servers are not allowed here: the setting"
                  + " sightline.sinks.webhook.hosts names no host");
        }
        if (context.constant("url") instanceof String url) {
          try {
            allowed(outbox, url, "");
          } catch (IllegalArgumentException e) {
            throw SinkRefusal.of(e.getMessage());
          }
        }
      }
      return new WebhookSink(outbox, System::nanoTime);
    }
  }

  private static final String IN_BACKGROUND = "Notification sent in the background task";
  private static final String SENT = "Notification sent successfully";
  private static final String FAILED =
      "Failed to send webhook notification. Internal error details: ";
  private static final double NANOS_IN_A_SECOND = 1e9;

  private final WebhookOutbox outbox;
  private final LongSupplier nanoTime;
  private boolean fired;
  private long lastFired;

  /**
   * @param outbox null where nothing is sent
   */
  WebhookSink(WebhookOutbox outbox, LongSupplier nanoTime) {
    this.outbox = outbox;
    this.nanoTime = nanoTime;
  }

  @Override
  public BlockResult run(StepInput input) {
    if (outbox == null || input.flag("disable_sink")) {
      return BlockResult.of(
          false,
          false,
          outbox == null ? SinkStatus.DISABLED_BY_REQUEST : SinkStatus.DISABLED_BY_STEP);
    }
    long now = nanoTime.getAsLong();
    if (fired && (now - lastFired) / NANOS_IN_A_SECOND < input.wholeNumber("cooldown_seconds")) {
      return BlockResult.of(false, true, "Sink cooldown applies");
    }
    fired = true;
    lastFired = now;
    try {
      return send(input);
    } catch (IllegalArgumentException | BlockException e) {
      return failed(e);
    }
  }

  private BlockResult send(StepInput input) {
    boolean background = input.flag("fire_and_forget");
    WebhookRequest request = request(input);
    int attempts = background ? outbox.settings().attempts() : 1;
    CompletableFuture<Void> sent = outbox.submit(request, attempts);
    if (background) {
      return BlockResult.of(false, false, IN_BACKGROUND);
    }
    try {
      sent.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return BlockResult.of(false, false, SENT);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException e) {
      return failed(
          new IllegalStateException(
              "no answer within %s seconds".formatted(request.timeout().toMillis() / 1000.0)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(e);
    }
  }

  private WebhookRequest request(StepInput input) {
    WebhookSettings settings = outbox.settings();
    int seconds = input.wholeNumber("request_timeout");
    if (seconds <= 0) {
      throw new IllegalArgumentException("request_timeout is above 0, not " + seconds);
    }
    Duration asked = Duration.ofSeconds(seconds);
    return new WebhookRequest(
        allowed(
            outbox,
            input.text("url"),
            WebhookBody.encoded((Map<?, ?>) input.value("query_parameters"))),
        input.text("method"),
        WebhookHeaders.of((Map<?, ?>) input.value("headers")),
        WebhookBody.of(
            WebhookFields.payload(input, "json_payload"),
            WebhookFields.payload(input, "multi_part_encoded_files"),
            WebhookFields.payload(input, "form_data"),
            settings.maxBytes()),
        asked.compareTo(settings.longest()) < 0 ? asked : settings.longest());
  }

  private static WebhookTarget allowed(WebhookOutbox outbox, String url, String query) {
    WebhookTarget target = WebhookTarget.of(url, query);
    if (!outbox.settings().allows(target.host(), target.port())) {
      throw new IllegalArgumentException(
          "the host %s is not among those that the setting sightline.sinks.webhook.hosts allows"
              .formatted(target.authority()));
    }
    return target;
  }

  private static BlockResult failed(Throwable e) {
    return BlockResult.of(
        true, false, FAILED + (e.getMessage() == null ? e.toString() : e.getMessage()));
  }
}

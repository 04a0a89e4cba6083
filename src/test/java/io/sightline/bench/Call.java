package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A camera and a display with a connection between them by way of the server or of the echo. */
final class Call implements AutoCloseable {
  private final Camera camera;
  private final Display display = new Display();
  private final AtomicLong results = new AtomicLong();
  private Connection connection;
  private SignalingSocket signaling;
  private long offeredAt;

  private Call(PeerConnectionFactory factory, Load load) {
    camera = new Camera(factory, load.width(), load.height(), load.framesPerSecond());
  }

  /** Size and rate of a camera. */
  record Load(int width, int height, double framesPerSecond) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /** Calls the server and returns when the first annotated frame has come. */
  static Call toServer(PeerConnectionFactory factory, Load load, HttpClient http, URI socket)
      throws Exception {
    Call call = new Call(factory, load);
    try {
      call.signaling =
          new SignalingSocket(http, socket, candidate -> call.connection.add(candidate));
      call.connection =
          new Connection(factory, call.camera.track(), call.display, call.signaling::candidate);
      call.count(call.connection.dataChannel("inference"));
      call.offeredAt = System.nanoTime();
      call.connection.accept(call.signaling.offer(call.connection.offer()));
      call.awaitFirstFrame();
      return call;
    } catch (Exception e) {
      call.close();
      throw e;
    }
  }

  /** Calls the echo and returns when the first frame has come back. */
  static Call toEcho(PeerConnectionFactory factory, Load load, EchoProcess echo) throws Exception {
    Call call = new Call(factory, load);
    try {
      call.connection = new Connection(factory, call.camera.track(), call.display, c -> {});
      call.offeredAt = System.nanoTime();
      call.connection.offer();
      call.connection.accept(echo.answer(call.connection.gatheredDescription()));
      call.awaitFirstFrame();
      return call;
    } catch (Exception e) {
      call.close();
      throw e;
    }
  }

  private void awaitFirstFrame() throws Exception {
    try {
      display.firstFrame().get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      String why = signaling == null ? "" : signaling.problem();
      throw new IllegalStateException("no frame came back within 20 s; " + why, e);
    }
  }

  /** Milliseconds from the creation of the offer to the first frame that came back. */
  double firstFrameMillis() {
    return (display.firstFrame().join() - offeredAt) / 1e6;
  }

  Camera camera() {
    return camera;
  }

  Display display() {
    return display;
  }

  /** Results that came on the data channel. */
  long results() {
    return results.get();
  }

  /** The server's figures of this session; missing on a call to the echo. */
  JsonNode stats() throws Exception {
    return signaling == null ? MissingNode.getInstance() : signaling.stats();
  }

  private void count(RTCDataChannel channel) {
    channel.registerObserver(
        new RTCDataChannelObserver() {
          @Override
          public void onBufferedAmountChange(long previous) {}

          @Override
          public void onStateChange() {}

          @Override
          public void onMessage(RTCDataChannelBuffer message) {
            results.incrementAndGet();
          }
        });
  }

  @Override
  public void close() {
    try {
      if (signaling != null) {
        signaling.close();
      }
    } finally {
      if (connection != null) {
        connection.close();
      }
      camera.close();
    }
  }
}

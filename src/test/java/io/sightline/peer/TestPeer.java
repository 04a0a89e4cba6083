package io.sightline.peer;

import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.sightline.media.BitratePolicy;
import io.sightline.media.NativeRelease;
import io.sightline.media.WebRtc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A client as a browser would be one: sends a film, opens the data channel {@code inference}, takes
 * annotated pictures and results.
 *
 * <pre>
 *   TestPeer client = new TestPeer(Film.small());
 *   String offer = client.offer(candidate -> …to the server…);
 *   client.answer(…from the server…);
 *   client.candidate(…from the server, any time…);
 *   client.awaitConnected();
 *   client.pictures().poll(…);  client.results().poll(…);
 *   client.close();
 * </pre>
 *
 * <p>Pictures and results wait in queues that drop the oldest beyond {@value #KEPT}. Methods may be
 * called from any thread but the library's.
 */
public final class TestPeer implements AutoCloseable {
  private static final int KEPT = 10_000;

  private final Connection connection;
  private final Film film;
  private final CustomVideoSource source;
  private final VideoTrack track;
  private final RTCRtpSender sender;
  private volatile RTCRtpSender moved;
  private final RTCDataChannel channel;
  private final List<RTCDataChannel> further = new CopyOnWriteArrayList<>();
  private final Projector projector;
  private final ResultReader reader = new ResultReader();
  private final BlockingQueue<Picture> pictures = new LinkedBlockingQueue<>(KEPT);
  private final BlockingQueue<String> results = new LinkedBlockingQueue<>(KEPT);
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong starting = new AtomicLong();
  private volatile VideoTrack remote;
  private volatile VideoTrackSink sink;

  /** Creates the connection with its track and channel; sends nothing yet. */
  public TestPeer(Film film) {
    this(film, new RTCConfiguration());
  }

  /** As {@link #TestPeer(Film)}, which reaches the server by nothing but a relay. */
  public static TestPeer relayed(Film film, String url, String username, String credential) {
    RTCIceServer relay = new RTCIceServer();
    relay.urls.add(url);
    relay.username = username;
    relay.password = credential;
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.iceServers.add(relay);
    configuration.iceTransportPolicy = RTCIceTransportPolicy.RELAY;
    return new TestPeer(film, configuration);
  }

  private TestPeer(Film film, RTCConfiguration configuration) {
    this.film = film;
    connection = new Connection(configuration, this::remoteTrack, unexpected -> {});
    source = new CustomVideoSource();
    track = WebRtc.factory().createVideoTrack("film", source);
    projector = new Projector(source, film);
    sender = connection.call(() -> connection.peer().addTrack(track, List.of("film")));
    channel =
        connection.call(
            () -> connection.peer().createDataChannel("inference", new RTCDataChannelInit()));
    connection.call(
        () -> {
          channel.registerObserver(connection.callbacks().dataChannel(this::message, () -> {}));
          if (film.codec() != null) {
            prefer(film.codec());
          }
          return null;
        });
  }

  /** The offer; candidates follow through {@code trickle}. */
  public String offer(Consumer<RTCIceCandidate> trickle) {
    return connection.offer(false, trickle);
  }

  /** An offer that makes both sides gather candidates anew. */
  public String offerRestart(Consumer<RTCIceCandidate> trickle) {
    return connection.offer(true, trickle);
  }

  /** Takes the server's answer and begins to show the film. */
  public void answer(String sdp) {
    connection.answered(sdp);
    if (started.compareAndSet(false, true)) {
      new BitratePolicy(0.15, 100, 10_000).apply(sender, film.width(), film.height(), film.fps());
      projector.start();
    }
  }

  /** Takes a candidate of the server, at any time after the offer. */
  public void candidate(RTCIceCandidate candidate) {
    connection.candidate(candidate);
  }

  /** Waits until the media can flow; false where they cannot within seconds. */
  public boolean awaitConnected() throws InterruptedException {
    return connection.awaitConnected();
  }

  public RTCPeerConnectionState state() {
    return connection.state();
  }

  public boolean channelOpen() {
    return connection.call(() -> channel.getState() == RTCDataChannelState.OPEN);
  }

  /** Opens one more data channel, on which nothing is said. */
  public void openChannel(String label) {
    further.add(
        connection.call(
            () -> connection.peer().createDataChannel(label, new RTCDataChannelInit())));
  }

  /** How many of the channels opened so are closed again. */
  public long closedChannels() {
    return connection.call(
        () -> further.stream().filter(c -> c.getState() == RTCDataChannelState.CLOSED).count());
  }

  /** Says something on the data channel. */
  public void say(String text) {
    connection.call(
        () -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), false));
          return null;
        });
  }

  /** Another size or rate from the next frame on. */
  public void show(Film next) {
    projector.show(next);
  }

  /** No further frame is sent, and nobody is told: the connection stays as it is. */
  public void freeze() {
    projector.close();
  }

  /** Stops the film, as a browser does that removes a track; the next offer says so. */
  public void stopFilm() {
    connection.call(
        () -> {
          connection.peer().removeTrack(moved == null ? sender : moved);
          return null;
        });
  }

  /** Shows the film again, as a browser does that adds a track: in a section of its own. */
  public void addFilm() {
    moved = connection.call(() -> connection.peer().addTrack(track, List.of("film")));
  }

  /** From now on frames claim to need turning by so many degrees clockwise. */
  public void rotate(int degrees) {
    projector.rotate(degrees);
  }

  /** Annotated pictures, in order of arrival. */
  public BlockingQueue<Picture> pictures() {
    return pictures;
  }

  /** How many pictures have come in all. */
  public long received() {
    return received.get();
  }

  /** Pictures that say that the pipeline is starting; they are not among the others. */
  public long starting() {
    return starting.get();
  }

  /** Frames sent so far. */
  public long sent() {
    return projector.pushed();
  }

  /** JSON of the results, in order of arrival. */
  public BlockingQueue<String> results() {
    return results;
  }

  /** The connection's figures now. */
  public Collection<RTCStats> stats() {
    return connection.stats();
  }

  /** What a callback let escape, null where nothing did. */
  public Throwable failure() {
    return connection.failure();
  }

  @Override
  public void close() {
    started.set(true);
    projector.close();
    connection.close(
        () -> {
          if (remote != null) {
            remote.removeSink(sink);
          }
          channel.unregisterObserver();
          channel.close();
          further.forEach(RTCDataChannel::close);
        },
        () -> {
          channel.dispose();
          further.forEach(RTCDataChannel::dispose);
          NativeRelease.release(sender);
          if (moved != null) {
            NativeRelease.release(moved);
          }
          track.dispose();
          source.dispose();
        });
  }

  private void prefer(String codec) {
    RTCRtpTransceiver transceiver = connection.peer().getTransceivers()[0];
    transceiver.setCodecPreferences(
        WebRtc.factory().getRtpReceiverCapabilities(MediaType.VIDEO).getCodecs().stream()
            .filter(c -> c.getName().equalsIgnoreCase(codec) || c.getName().equals("rtx"))
            .toList());
  }

  private void remoteTrack(RTCRtpTransceiver transceiver) {
    if (transceiver.getReceiver().getTrack() instanceof VideoTrack video) {
      sink = connection.callbacks().sink(this::picture);
      remote = video;
      video.addSink(sink);
    }
  }

  private void picture(VideoFrame frame) {
    try {
      I420Buffer planes = frame.buffer.toI420();
      int number = BarCode.read(planes);
      long latency = number < 0 ? -1 : System.nanoTime() - projector.pushedAt(number);
      int centre = planes.getHeight() / 2 * planes.getStrideY() + planes.getWidth() / 2;
      int light = planes.getDataY().get(centre) & 0xFF;
      if (planes.getWidth() == 1280 && number < 0 && light < 20) {
        starting.incrementAndGet();
        return;
      }
      received.incrementAndGet();
      int width = planes.getWidth();
      keep(pictures, new Picture(number, latency, width, planes.getHeight(), light, green(planes)));
    } finally {
      frame.release();
    }
  }

  /** Both differences of colour far below grey, in the first two lines that lettering has. */
  private static int green(I420Buffer planes) {
    int count = 0;
    for (int row = 0; row < Math.min(60, planes.getHeight()) / 2; row++) {
      for (int x = 0; x < Math.min(320, planes.getWidth()) / 2; x++) {
        int u = planes.getDataU().get(row * planes.getStrideU() + x) & 0xFF;
        int v = planes.getDataV().get(row * planes.getStrideV() + x) & 0xFF;
        count += u < 80 && v < 48 ? 1 : 0;
      }
    }
    return count;
  }

  private void message(RTCDataChannelBuffer message) {
    String json =
        message.binary
            ? reader.take(message.data)
            : StandardCharsets.UTF_8.decode(message.data).toString();
    if (json != null) {
      keep(results, json);
    }
  }

  private static <T> void keep(BlockingQueue<T> queue, T element) {
    while (!queue.offer(element)) {
      queue.poll();
    }
  }
}

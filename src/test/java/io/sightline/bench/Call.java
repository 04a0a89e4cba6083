package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import io.sightline.peer.TestPeer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client whose film goes to the server or to the echo and comes back. */
final class Call implements AutoCloseable {
  private final TestPeer peer;
  private final SignalingSocket signaling;
  private final double firstPictureMillis;

  private Call(TestPeer peer, SignalingSocket signaling, long since) throws Exception {
    this.peer = peer;
    this.signaling = signaling;
    if (peer.pictures().poll(20, TimeUnit.SECONDS) == null) {
      String why = signaling == null ? "" : signaling.problem();
      close();
      throw new IllegalStateException("no picture came back within 20 s; " + why);
    }
    firstPictureMillis = (System.nanoTime() - since) / 1e6;
  }

  /** Calls the server and returns when the first annotated picture has come. */
  static Call toServer(Film film, HttpClient http, URI uri) throws Exception {
    TestPeer peer = new TestPeer(film);
    SignalingSocket signaling = new SignalingSocket(http, uri, peer::candidate);
    long since = System.nanoTime();
    peer.answer(signaling.offer(peer.offer(signaling::candidate)));
    return new Call(peer, signaling, since);
  }

  /** Calls the echo and returns when the first picture has come back. */
  static Call toEcho(Film film, EchoProcess echo) throws Exception {
    TestPeer peer = new TestPeer(film);
    long since = System.nanoTime();
    String offer = peer.offer(echo.candidates());
    peer.answer(echo.answer(offer, peer::candidate));
    return new Call(peer, null, since);
  }

  /** Milliseconds from the creation of the offer to the first picture that came back. */
  double firstPictureMillis() {
    return firstPictureMillis;
  }

  /** The pictures that came since the last call of this. */
  List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    peer.pictures().drainTo(pictures);
    return pictures;
  }

  /** The newest result's JSON, null where none came since the last call of this. */
  String newestResult() {
    List<String> results = new ArrayList<>();
    peer.results().drainTo(results);
    return results.isEmpty() ? null : results.get(results.size() - 1);
  }

  /** The server's figures of this session; missing on a call to the echo. */
  JsonNode stats() throws Exception {
    return signaling == null ? MissingNode.getInstance() : signaling.stats();
  }

  /** Where this client's end of the way takes its time. */
  Receiver receiver() {
    return Receiver.of(peer.stats());
  }

  @Override
  public void close() {
    if (signaling != null) {
      signaling.close();
    }
    peer.close();
  }
}

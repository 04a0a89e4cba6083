package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.sightline.media.NativeCallbacks.PeerConnectionEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NativeCallbacksTest {
  private final List<Throwable> reported = new ArrayList<>();
  private final NativeCallbacks callbacks = new NativeCallbacks(reported::add);
  private final List<Object> heard = new ArrayList<>();

  @Test
  @DisplayName("M-2: what a body throws is caught, counted and reported, errors too")
  void catchesWhateverABodyThrows() {
    AssertionError error = new AssertionError("thrown on purpose");
    callbacks
        .set(
            () -> {
              throw error;
            },
            heard::add)
        .onSuccess();
    callbacks
        .created(
            heard::add,
            text -> {
              throw new IllegalStateException(text);
            })
        .onFailure("bad");
    assertSame(error, reported.get(0));
    assertEquals("bad", reported.get(1).getMessage());
    assertEquals(2, callbacks.failures());
  }

  @Test
  void survivesAReportThatThrows() {
    NativeCallbacks broken =
        new NativeCallbacks(
            failure -> {
              throw new IllegalStateException(failure);
            });
    broken
        .set(
            () -> {
              throw new IllegalStateException("first");
            },
            heard::add)
        .onSuccess();
    assertEquals(1, broken.failures());
  }

  @Test
  void handsOnWhatTheLibraryTells() {
    PeerConnectionObserver peer =
        callbacks.peerConnection(
            new PeerConnectionEvents(heard::add, heard::add, heard::add, heard::add, heard::add));
    peer.onConnectionChange(RTCPeerConnectionState.CONNECTED);
    RTCDataChannelObserver channel = callbacks.dataChannel(heard::add, () -> heard.add("state"));
    RTCDataChannelBuffer buffer = new RTCDataChannelBuffer(ByteBuffer.allocate(1), true);
    channel.onMessage(buffer);
    channel.onStateChange();
    channel.onBufferedAmountChange(1);
    SetSessionDescriptionObserver set = callbacks.set(() -> heard.add("set"), heard::add);
    set.onSuccess();
    set.onFailure("not set");
    CreateSessionDescriptionObserver created = callbacks.created(heard::add, heard::add);
    created.onFailure("not created");
    assertEquals(
        List.of(RTCPeerConnectionState.CONNECTED, buffer, "state", "set", "not set", "not created"),
        heard);
  }

  @Test
  @DisplayName("M-2: after close callbacks do nothing and frames are released")
  void doesNothingAfterClose() {
    PeerConnectionObserver peer =
        callbacks.peerConnection(
            new PeerConnectionEvents(heard::add, heard::add, heard::add, heard::add, heard::add));
    VideoTrackSink sink = callbacks.sink(heard::add);
    RTCDataChannelObserver channel = callbacks.dataChannel(heard::add, () -> heard.add("state"));
    SetSessionDescriptionObserver set = callbacks.set(() -> heard.add("set"), heard::add);
    callbacks.close();
    callbacks.close();
    peer.onConnectionChange(RTCPeerConnectionState.CLOSED);
    channel.onStateChange();
    set.onSuccess();
    VideoFrame frame = TestFrames.plain(16, 16, 0, 0, 0, 0);
    sink.onVideoFrame(frame);
    assertThrows(NullPointerException.class, frame::release, "released a second time");
    VideoFrame late = TestFrames.plain(16, 16, 0, 0, 0, 0);
    callbacks.sink(heard::add).onVideoFrame(late);
    assertThrows(NullPointerException.class, late::release);
    assertTrue(heard.isEmpty());
  }

  @Test
  @DisplayName("M-2: no other class implements a callback type of the library, by lambda neither")
  void nobodyElseImplementsCallbacks() throws IOException {
    String type = "dev[./]onvoid[./]webrtc[./\\w]*(Observer|Sink|Callback|Listener)";
    Pattern declared = Pattern.compile("^(?:\\w+ )*class (\\S+).* implements .*" + type + ".*");
    Pattern lambda = Pattern.compile(".*InvokeDynamic.*\\)L" + type + ";.*");
    Set<String> implementers = new TreeSet<>();
    Set<String> lambdas = new TreeSet<>();
    for (String line : disassembled()) {
      Matcher matcher = declared.matcher(line);
      if (matcher.matches()) {
        implementers.add(matcher.group(1));
      } else if (lambda.matcher(line).matches()) {
        lambdas.add(line.strip());
      }
    }
    assertFalse(implementers.isEmpty(), "the search finds what is there");
    assertTrue(
        implementers.stream().allMatch(c -> c.startsWith(NativeCallbacks.class.getName() + "$")),
        implementers::toString);
    assertEquals(Set.of(), lambdas);
  }

  private static List<String> disassembled() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-p", "-v"));
    try (Stream<Path> files = Files.walk(Path.of("target/classes/io/sightline"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".class")).forEach(arguments::add);
    }
    StringWriter out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int status =
        javap.run(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            arguments.toArray(String[]::new));
    assertEquals(0, status);
    return out.toString().lines().toList();
  }
}

package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundTrackTest {
  private final ImagePool pool = new ImagePool(4);
  private final NativeCallbacks callbacks = new NativeCallbacks(Throwable::printStackTrace);
  private final BlockingQueue<VideoFrame> frames = new LinkedBlockingQueue<>();
  private final List<Long> announced = new ArrayList<>();
  private OutboundTrack track;
  private VideoTrackSink sink;

  @BeforeEach
  void listen() {
    track = new OutboundTrack("annotated");
    sink = callbacks.sink(frames::add);
    track.track().addSink(sink);
  }

  @AfterEach
  void close() {
    track.close();
    frames.forEach(VideoFrame::release);
  }

  @ParameterizedTest
  @CsvSource({"640,480,640,480", "321,241,320,240", "17,3,16,16", "1,1,16,16", "16,33,16,32"})
  @DisplayName("M-9: every picture becomes one that encoders take")
  void fitsThePictureForEncoders(int width, int height, int codedWidth, int codedHeight)
      throws InterruptedException {
    Image image = image(width, height, 3, new Scalar(0, 0, 255, 0));
    track.push(image, announced::add);
    image.release();
    InboundFrame frame = new InboundFrame(next());
    assertEquals(codedWidth, frame.width());
    assertEquals(codedHeight, frame.height());
    assertEquals(codedWidth, track.width());
    assertEquals(codedHeight, track.height());
    Image back = frame.toImage(pool, "back", TestFrames.VIDEO);
    frame.release();
    try (UByteIndexer pixels = back.pixels().createIndexer()) {
      if (Math.min(width, height) > 1) {
        assertEquals(0, pixels.get(0, 0, 0), 4);
        assertEquals(255, pixels.get(0, 0, 2), 4);
      }
      int corner = pixels.get(codedHeight - 1, codedWidth - 1, 2);
      assertEquals(height < 16 || width < 16 ? 0 : 255, corner, 4);
    }
    back.release();
    assertEquals(1, track.pushed());
    assertEquals(List.of(0L), announced);
  }

  @Test
  @DisplayName("M-13: a frame's timestamp is told before it leaves")
  void announcesAFrameBeforeItLeaves() {
    Image image = image(64, 48, 3, new Scalar(0, 0, 0, 0));
    for (int i = 0; i < 3; i++) {
      int before = i;
      track.push(
          image,
          pts -> {
            assertEquals(before, track.pushed());
            announced.add(pts);
          });
    }
    image.release();
    assertEquals(0, announced.get(0));
    assertTrue(announced.get(0) <= announced.get(1) && announced.get(1) <= announced.get(2));
  }

  @Test
  void sendsGreyPicturesAndPartsOfPictures() throws InterruptedException {
    Image grey = image(64, 48, 1, new Scalar(200));
    track.push(grey, announced::add);
    grey.release();
    assertPixel(next(), 200, 200, 200);
    Mat whole = new Mat(100, 100, org.bytedeco.opencv.global.opencv_core.CV_8UC3);
    try (Scalar green = new Scalar(0, 255, 0, 0);
        Rect area = new Rect(10, 10, 40, 30)) {
      whole.put(green);
      Mat part = whole.apply(area);
      Image cut = Image.frame(part, null, "cut", TestFrames.VIDEO);
      track.push(cut, announced::add);
      cut.release();
    }
    whole.close();
    assertPixel(next(), 0, 255, 0);
  }

  @Test
  @DisplayName("M-14: the first picture says that the pipeline is starting, a late one is the last")
  void fillsWhereNoPictureComes() throws InterruptedException {
    track.fill(TimeUnit.HOURS.toNanos(1));
    assertEquals(0, track.repeated(), "it is not late yet");
    track.fill(0);
    VideoFrame starting = next();
    assertEquals(1280, starting.buffer.getWidth());
    assertEquals(720, starting.buffer.getHeight());
    InboundFrame frame = new InboundFrame(starting);
    Image shown = frame.toImage(pool, "starting", TestFrames.VIDEO);
    frame.release();
    try (UByteIndexer pixels = shown.pixels().createIndexer()) {
      int green = 0;
      for (int x = 0; x < 450; x++) {
        for (int y = 0; y < 30; y++) {
          green += pixels.get(y, x, 1) > 200 && pixels.get(y, x, 2) < 60 ? 1 : 0;
        }
      }
      assertTrue(green > 500, "green letters at the top left: " + green);
      assertEquals(0, pixels.get(400, 600, 1), 3);
    }
    shown.release();
    Image image = image(320, 240, 3, new Scalar(0, 0, 255, 0));
    track.push(image, announced::add);
    image.release();
    assertTrue(announced.get(0) >= 0, "counted from the first picture sent");
    next().release();
    for (int again = 0; again < 3; again++) {
      track.fill(0);
      VideoFrame repeated = next();
      assertEquals(320, repeated.buffer.getWidth());
      assertPixel(repeated, 0, 0, 255);
    }
    assertEquals(4, track.repeated());
    assertEquals(1, track.pushed());
    assertEquals(1, announced.size(), "a repeated picture has no result of its own");
    track.close();
    track.fill(0);
    assertEquals(4, track.repeated());
  }

  @Test
  @DisplayName("M-10: nothing is pushed after close, and close may be called twice")
  void pushesNothingAfterClose() {
    Image image = image(64, 48, 3, new Scalar(0, 0, 0, 0));
    track.track().removeSink(sink);
    track.close();
    track.close();
    track.push(image, announced::add);
    image.release();
    assertEquals(0, track.pushed());
    assertTrue(announced.isEmpty());
    assertTrue(frames.isEmpty());
  }

  @Test
  void refusesAPictureThatNoEncoderTakes() {
    Image image = image(20_000, 2, 3, new Scalar(0, 0, 0, 0));
    MediaException e = assertThrows(MediaException.class, () -> track.push(image, announced::add));
    assertTrue(e.getMessage().contains("20000"), e.getMessage());
    assertTrue(announced.isEmpty());
    image.release();
  }

  private Image image(int width, int height, int channels, Scalar colour) {
    Mat pixels = pool.take(width, height, channels);
    pixels.put(colour);
    colour.close();
    return Image.frame(pixels, pool, "image.[0]", TestFrames.VIDEO);
  }

  private VideoFrame next() throws InterruptedException {
    VideoFrame frame = frames.poll(10, TimeUnit.SECONDS);
    assertNotNull(frame);
    return frame;
  }

  private void assertPixel(VideoFrame sent, int blue, int green, int red) {
    InboundFrame frame = new InboundFrame(sent);
    Image image = frame.toImage(pool, "back", TestFrames.VIDEO);
    frame.release();
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      assertEquals(blue, pixels.get(5, 5, 0), 4);
      assertEquals(green, pixels.get(5, 5, 1), 4);
      assertEquals(red, pixels.get(5, 5, 2), 4);
    }
    image.release();
  }
}

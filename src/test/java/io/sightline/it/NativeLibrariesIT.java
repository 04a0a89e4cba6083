package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import ai.onnxruntime.OrtEnvironment;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.io.File;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Runs inside the server, in the real WAR: its libraries with native code come from beside it. */
@ArquillianTest
class NativeLibrariesIT {
  @Deployment
  static WebArchive application() {
    return ShrinkWrap.create(ZipImporter.class, "native-libraries.war")
        .importFrom(new File(System.getProperty("sightline.war")))
        .as(WebArchive.class)
        .addClass(NativeLibrariesIT.class);
  }

  @Test
  void openCvConvertsAPicture() {
    try (Mat colour = new Mat(4, 4, opencv_core.CV_8UC3);
        Mat grey = new Mat()) {
      opencv_imgproc.cvtColor(colour, grey, opencv_imgproc.COLOR_BGR2GRAY);
      assertEquals(1, grey.channels());
    }
    assertSharedLoader(opencv_core.class);
  }

  @Test
  void onnxRuntimeTellsItsVersion() {
    assertNotNull(OrtEnvironment.getEnvironment().getVersion());
    assertSharedLoader(OrtEnvironment.class);
  }

  @Test
  void webRtcMakesAPeerConnectionFactory() {
    PeerConnectionFactory factory = new PeerConnectionFactory(new HeadlessAudioDeviceModule());
    factory.dispose();
    assertSharedLoader(PeerConnectionFactory.class);
  }

  private static void assertSharedLoader(Class<?> type) {
    assertNotSame(NativeLibrariesIT.class.getClassLoader(), type.getClassLoader());
    assertEquals(OrtEnvironment.class.getClassLoader(), type.getClassLoader());
  }
}

package io.sightline.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.internal.NativeLoader;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import java.util.Properties;

/**
 * The one peer connection factory of this JVM. It is created once, survives redeployments and lives
 * as long as the server does.
 *
 * <p>The library's classes come from a loader that outlives the application, so its class is the
 * lock and the system properties are the place where the next deployment's copy of this class finds
 * the factory again.
 */
public final class WebRtc {
  private static final String KEY = "io.sightline.webrtc.factory";
  private static final String LIBRARY = "webrtc-java";

  private WebRtc() {}

  /**
   * The factory.
   *
   * @throws MediaException where the native library does not load; names the missing library
   */
  public static PeerConnectionFactory factory() {
    Properties shared = System.getProperties();
    if (shared.get(KEY) instanceof PeerConnectionFactory factory) {
      return factory;
    }
    synchronized (NativeLoader.class) {
      if (shared.get(KEY) instanceof PeerConnectionFactory factory) {
        return factory;
      }
      load();
      PeerConnectionFactory factory = new PeerConnectionFactory(new HeadlessAudioDeviceModule());
      shared.put(KEY, factory);
      return factory;
    }
  }

  /**
   * Why live video cannot work here: one sentence for each native library that fails; else empty.
   * Tries again on each call, so that an installed library ends the problem without a restart.
   */
  public static List<String> problems() {
    try {
      factory();
      return List.of();
    } catch (MediaException e) {
      return List.of(e.getMessage().split("\n"));
    } catch (RuntimeException | LinkageError e) {
      return List.of("live video cannot start: " + e);
    }
  }

  /**
   * Loads the native library before any class of it is initialised: a class whose static
   * initialiser has failed once stays broken until the server restarts.
   */
  private static void load() {
    try {
      NativeLoader.loadLibrary(LIBRARY);
    } catch (UnsatisfiedLinkError e) {
      throw new MediaException(
          String.join("\n", SystemLibrary.sentences(String.valueOf(e.getMessage()))), e);
    } catch (Exception e) {
      throw new MediaException(
          "the native library of webrtc-java is missing for %s %s: add its jar to the server's shared library"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }
}

package io.sightline.media;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Properties;

/**
 * Gives back the native references that webrtc-java 0.14.0 keeps for ever: the one of a closed peer
 * connection and the one of a sender that {@code addTrack} has returned. Without it each session
 * leaves its whole native graph behind.
 *
 * <p>Later versions release by themselves, and releasing twice is a use after free, so it acts only
 * where the library is exactly the version whose source was read.
 */
public final class NativeRelease {
  private static final String VERSION = "0.14.0";
  private static final System.Logger LOG = System.getLogger(NativeRelease.class.getName());
  private static final Field HANDLE = handle();

  private NativeRelease() {}

  /**
   * Closes {@code connection} and releases it. Called once, on the session's serial executor, after
   * the sinks were removed; never from a callback.
   */
  public static void close(RTCPeerConnection connection) {
    long handle = handleOf(connection);
    connection.close();
    release(handle);
  }

  /**
   * Releases a sender that {@code addTrack} has returned, not one of {@code getSenders()}. Called
   * once, after {@link #close}; the sender must not be used afterwards.
   */
  public static void release(RTCRtpSender sender) {
    long handle = handleOf(sender);
    set(sender, 0);
    release(handle);
  }

  /** Whether references are really given back with the library that runs. */
  static boolean active() {
    return HANDLE != null;
  }

  private static void release(long handle) {
    if (handle != 0) {
      Reference reference = new Reference();
      set(reference, handle);
      reference.release();
    }
  }

  private static long handleOf(NativeObject object) {
    try {
      return HANDLE == null ? 0 : HANDLE.getLong(object);
    } catch (IllegalAccessException e) {
      throw new MediaException("a native handle cannot be read", e);
    }
  }

  private static void set(NativeObject object, long handle) {
    try {
      if (HANDLE != null) {
        HANDLE.setLong(object, handle);
      }
    } catch (IllegalAccessException e) {
      throw new MediaException("a native handle cannot be set", e);
    }
  }

  private static Field handle() {
    String version = libraryVersion();
    if (!version.equals(VERSION)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "webrtc-java is {0}, not {1}: closed peer connections are left to the library",
          version,
          VERSION);
      return null;
    }
    try {
      Field field = NativeObject.class.getDeclaredField("nativeHandle");
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "closed peer connections cannot be released", e);
      return null;
    }
  }

  /** The library's version as its jar tells, "unknown" where it does not. */
  private static String libraryVersion() {
    String path = "/META-INF/maven/dev.onvoid.webrtc/webrtc-java/pom.properties";
    try (InputStream in = NativeObject.class.getResourceAsStream(path)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** Carries a handle to the library's own release. */
  private static final class Reference extends RefCountedObject {}
}

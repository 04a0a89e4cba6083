package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebRtcTest {
  @Test
  void saysNothingWhereAllIsWell() {
    assertEquals(List.of(), WebRtc.problems());
  }

  @Test
  @DisplayName("M-1: a second deployment finds the factory of the first")
  void anotherClassLoaderFindsTheSameFactory() throws Exception {
    Class<?> other = new Redeployed().loadClass(WebRtc.class.getName());
    assertNotSame(WebRtc.class, other);
    assertSame(WebRtc.factory(), other.getMethod("factory").invoke(null));
  }

  @Test
  void releasesOnlyTheLibraryThatWasRead() {
    assertTrue(NativeRelease.active());
  }

  /** Loads this project's classes again and shares the libraries', as a server does. */
  private static final class Redeployed extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("io.sightline.")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}

package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SystemLibraryTest {
  @Test
  @DisplayName("M-1: a missing library is named together with its package")
  void namesTheLibraryAndItsPackage() {
    List<String> sentences =
        SystemLibrary.sentences(
            "/tmp/libwebrtc-java-linux-x86_6412345.so: libpulse.so.0: "
                + "cannot open shared object file: No such file or directory");
    assertTrue(
        sentences.contains("libpulse.so.0 is missing: install libpulse0"), sentences::toString);
  }

  @Test
  void namesALibraryThatItDoesNotKnow() {
    assertEquals(
        List.of("libfoo.so.7 is missing: install the package of the system that brings it"),
        SystemLibrary.sentences("libfoo.so.7: cannot open shared object file"));
  }

  @Test
  void quotesALinkerThatSaysSomethingElse() {
    assertEquals(
        List.of("the native library of webrtc-java does not load: wrong ELF class"),
        SystemLibrary.sentences("wrong ELF class"));
  }
}

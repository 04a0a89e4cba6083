package io.sightline.session;

import io.sightline.media.WebRtc;
import io.sightline.vision.OpenCv;
import java.util.LinkedHashMap;
import java.util.Map;

/** What sessions need from libraries with native code, for health checks. */
public final class NativeLibraries {
  private NativeLibraries() {}

  /** Each library's name, with the sentences that say why it does not load, empty where it does. */
  public static Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    problems.put("webrtc-java", String.join("; ", WebRtc.problems()));
    problems.put("OpenCV", OpenCv.problem());
    return problems;
  }
}

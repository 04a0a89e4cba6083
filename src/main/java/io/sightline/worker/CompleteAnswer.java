package io.sightline.worker;

import io.sightline.session.IceCandidate;
import java.util.ArrayList;
import java.util.List;

/**
 * A session description with the candidates in it, each in the section that it belongs to (RFC
 * 8839, section 5).
 */
final class CompleteAnswer {
  private static final String LINE_END = "\r\n";

  private CompleteAnswer() {}

  /**
   * @param sdp of the answer, without candidates
   * @param whole whether no further candidate will be found
   */
  static String of(String sdp, List<IceCandidate> candidates, boolean whole) {
    StringBuilder all = new StringBuilder();
    List<String> sections = sections(sdp);
    for (int i = 0; i < sections.size(); i++) {
      all.append(sections.get(i));
      int section = i - 1;
      List<IceCandidate> here =
          candidates.stream().filter(c -> section == index(c, sections.size() - 1)).toList();
      here.forEach(c -> all.append("a=").append(c.candidate()).append(LINE_END));
      if (whole && !here.isEmpty()) {
        all.append("a=end-of-candidates").append(LINE_END);
      }
    }
    return all.toString();
  }

  private static int index(IceCandidate candidate, int sections) {
    Integer index = candidate.sdpMLineIndex();
    return index == null || index < 0 || index >= sections ? 0 : index;
  }

  /** What stands before the first section, then each section. */
  private static List<String> sections(String sdp) {
    List<String> sections = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : sdp.split("\r?\n")) {
      if (line.startsWith("m=")) {
        sections.add(current.toString());
        current.setLength(0);
      }
      current.append(line).append(LINE_END);
    }
    sections.add(current.toString());
    return sections;
  }
}

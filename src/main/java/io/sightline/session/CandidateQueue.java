package io.sightline.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Candidates of the client on their way to the peer connection, which silently loses what comes
 * before both descriptions are set: they wait here until then. Used on the serial executor only.
 */
final class CandidateQueue {
  private final int limit;
  private final Set<IceCandidate> seen = new HashSet<>();
  private final Queue<IceCandidate> waiting = new ArrayDeque<>();

  /**
   * @param limit candidates accepted for each offer
   */
  CandidateQueue(int limit) {
    this.limit = limit;
  }

  /**
   * Takes a candidate in; one that was there before changes nothing.
   *
   * @throws CandidateRejected where it is none, or one more than the limit
   */
  void add(IceCandidate candidate) {
    CandidateCheck.check(candidate);
    if (seen.contains(candidate)) {
      return;
    }
    if (seen.size() >= limit) {
      throw new CandidateRejected(
          "candidate limit reached: %d of %d accepted".formatted(seen.size(), limit));
    }
    seen.add(candidate);
    waiting.add(candidate);
  }

  /** Those that wait, in order of arrival; they wait no more. */
  List<IceCandidate> drain() {
    List<IceCandidate> drained = new ArrayList<>(waiting);
    waiting.clear();
    return drained;
  }

  /** A new offer was accepted: it has the whole limit again; what waits goes on waiting. */
  void renew() {
    seen.retainAll(Set.copyOf(waiting));
  }

  int waiting() {
    return waiting.size();
  }
}

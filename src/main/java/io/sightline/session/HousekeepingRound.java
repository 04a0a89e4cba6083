package io.sightline.session;

import java.util.List;

/**
 * Fired after each round of the housekeeper, for those above who keep house as well.
 *
 * @param ended sessions that it has ended, each with the limit that it had passed
 */
public record HousekeepingRound(List<String> ended) {
  public HousekeepingRound {
    ended = List.copyOf(ended);
  }
}

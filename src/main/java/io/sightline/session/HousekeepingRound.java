package io.sightline.session;

/** Fired after each round of the housekeeper, for those above who keep house as well. */
public record HousekeepingRound() {}

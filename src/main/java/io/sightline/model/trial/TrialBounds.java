package io.sightline.model.trial;

import java.time.Duration;

/**
 * What a trial may take.
 *
 * @param memoryBytes for the network, opened and running
 * @param time of a processor; by the clock it may be three times as much, as other work goes on
 * @param pictures that go through the network at once
 * @param threads inside one call
 */
public record TrialBounds(long memoryBytes, Duration time, int pictures, int threads) {}

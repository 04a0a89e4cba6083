package io.sightline.media.capture;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How often a broken stream is opened again.
 *
 * @param attempts that may fail one after the other
 * @param delay the wait after so many failures
 */
public record RetryPolicy(int attempts, IntFunction<Duration> delay) {}

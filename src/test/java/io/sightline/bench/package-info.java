/**
 * The benchmark behind {@code liberty/bench.sh}: a client with cameras of its own against the
 * installed server and, in the same run, against a bare echo.
 *
 * <p>{@link Benchmark} starts {@link ServerProcess} and {@link EchoProcess} and places calls to
 * both: a {@link Call} sends a film there and takes back the pictures of a {@link Window} of time;
 * {@link Proc} reads what the server cost meanwhile, and {@link Table} prints goal, reached and
 * ratio.
 *
 * <ol>
 *   <li>BE-1: client, server and echo are three processes, so that the server's figures are its
 *       own; the engine alone is measured in a fourth, before they start.
 *   <li>BE-2: capture-to-display latency is read from the picture, not from clocks of two
 *       processes: the stamp is written and read in one process by one clock.
 *   <li>BE-3: a stamp that cannot be read for certain is counted and left out, never guessed.
 *   <li>BE-4: nothing is asserted on time; a row that misses its goal is printed like any other.
 *   <li>BE-5: every process that was started is ended by its id, also when the benchmark fails.
 * </ol>
 */
package io.sightline.bench;

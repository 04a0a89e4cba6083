/**
 * Tests that know only addresses: they run against the real Open Liberty with the real WAR or EAR.
 *
 * <p>{@link io.sightline.it.SightlineServer} starts the server that the build has installed, as a
 * process of its own with a user directory, ports and settings of its own; tests that need no
 * settings of their own share one. {@link io.sightline.it.PayaraServer} does the same with Payara
 * Micro. The tests with Arquillian deploy into one more server, which Arquillian starts and stops.
 *
 * <ol>
 *   <li>TS-1: no test needs a certain port to be free: the system chooses, the log tells.
 *   <li>TS-2: two builds on one machine do not meet: every server has a directory of its own.
 *   <li>TS-3: a server that a test started ends with the test's process, whatever happens.
 * </ol>
 */
package io.sightline.it;

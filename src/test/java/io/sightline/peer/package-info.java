/**
 * A client in this JVM, for tests and measurements: {@link io.sightline.peer.TestPeer} sends a
 * generated film to a server and takes its pictures and results; {@link
 * io.sightline.peer.EchoServer} is the barest server there can be, to compare with.
 */
package io.sightline.peer;

package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the watch sees what it is there for; nothing of this leaves the machine. */
class OutsidePeersTest {
  private final long pid = ProcessHandle.current().pid();
  private InetAddress own;

  /** An address of this machine that is not of the loopback network, and stands for another's. */
  static Optional<InetAddress> ownAddress() throws Exception {
    return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }

  @BeforeEach
  void needsAnAddress() throws Exception {
    assumeTrue(ownAddress().isPresent(), "this machine has an address of a network");
    own = ownAddress().get();
  }

  @Test
  void seesConnectionsToOtherAddresses() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, own)) {
      OutsidePeers peers = OutsidePeers.of(pid);
      Set<String> before = peers.now();
      try (Socket out = new Socket(own, listener.getLocalPort())) {
        assertTrue(out.isConnected());
        Set<String> after = peers.now();
        after.removeAll(before);
        String port = ":%04X".formatted(listener.getLocalPort());
        assertEquals(1, after.stream().filter(one -> one.endsWith(port)).count(), after::toString);
      }
    }
  }

  @Test
  void seesNameServersThatAreAsked() throws Exception {
    OutsidePeers peers = new OutsidePeers(pid, Set.of(OutsidePeers.written(own)));
    try (DatagramSocket asks = new DatagramSocket()) {
      asks.connect(own, 53);
      assertEquals(1, peers.now().stream().filter(one -> one.endsWith(":0035")).count());
      asks.disconnect();
      asks.connect(own, 54);
      assertEquals(0, peers.now().stream().filter(one -> one.endsWith(":0036")).count());
    }
  }

  @Test
  void doesNotCountTheLoopbackNetwork() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.7"));
        Socket out = new Socket("127.0.0.7", listener.getLocalPort())) {
      assertTrue(out.isConnected());
      String port = ":%04X".formatted(listener.getLocalPort());
      Set<String> now = OutsidePeers.of(pid).now();
      assertEquals(0, now.stream().filter(one -> one.endsWith(port)).count(), now::toString);
    }
  }

  @Test
  void doesNotTakeBlindnessForSilence() {
    assertThrows(Exception.class, () -> OutsidePeers.of(Integer.MAX_VALUE).now());
  }
}

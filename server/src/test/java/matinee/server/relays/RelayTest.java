package matinee.server.relays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import matinee.room.MemberId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real coturn does with the settings that are shipped, and with credentials as members are
/// given them.
final class RelayTest {
  private static final int DONE = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNSUPPORTED_TRANSPORT = 442;
  private static final int QUOTA_REACHED = 486;
  private static final int FIRST_CHANNEL = 0x4000;

  /// First, last and some of what lies inside.
  private static final List<String> INSIDE =
      List.of(
          "0.0.0.1",
          "0.255.255.255",
          "10.0.0.0",
          "10.1.2.3",
          "10.255.255.255",
          "100.64.0.0",
          "100.127.255.255",
          "127.0.0.1",
          "127.0.0.53",
          "127.255.255.255",
          "169.254.0.0",
          "169.254.169.254",
          "169.254.255.255",
          "172.16.0.0",
          "172.17.0.1",
          "172.31.255.255",
          "192.0.0.0",
          "192.0.0.255",
          "192.168.0.0",
          "192.168.1.1",
          "192.168.255.255",
          "198.18.0.0",
          "198.19.255.255",
          "224.0.0.1",
          "239.255.255.250",
          "240.0.0.0",
          "255.255.255.255");

  private static final List<String> INSIDE_BY_IPV6 =
      List.of(
          "::1",
          "::7f00:1",
          "64:ff9b::a00:1",
          "64:ff9b::7f00:1",
          "64:ff9b:1::a00:1",
          "2001::1",
          "2002:a00:1::1",
          "2002:7f00:1::1",
          "fc00::1",
          "fd00:ec2::254",
          "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
          "fe80::1",
          "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
          "fec0::1",
          "ff02::1",
          "ff0e::1");

  /// Just before and after what is denied, and some of what is far from it.
  private static final List<String> OUTSIDE =
      List.of(
          "1.0.0.0",
          "8.8.8.8",
          "9.255.255.255",
          "11.0.0.0",
          "100.63.255.255",
          "100.128.0.0",
          "126.255.255.255",
          "128.0.0.0",
          "169.253.255.255",
          "169.255.0.0",
          "172.15.255.255",
          "172.32.0.0",
          "191.255.255.255",
          "192.0.1.0",
          "192.167.255.255",
          "192.169.0.0",
          "198.17.255.255",
          "198.20.0.0",
          "223.255.255.255");

  private static final List<String> OUTSIDE_BY_IPV6 =
      List.of("64:ff9c::1", "2001:200::1", "2001:4860::1", "2003::1", "2a00::1", "fbff::1");

  @TempDir private static Path folder;
  private static TestRelay coturn;
  private static final AtomicInteger MEMBERS = new AtomicInteger();

  private final Relay relay = new Relay(List.of(), TestRelay.SECRET);

  @BeforeAll
  static void open() throws Exception {
    coturn = new TestRelay(folder);
  }

  @AfterAll
  static void close() throws Exception {
    coturn.close();
  }

  /// By what somebody is let in who was not there before.
  private Credential somebody() {
    return credential("member-" + MEMBERS.incrementAndGet());
  }

  private Credential credential(String member) {
    return relay.credential(new MemberId(member), Instant.now());
  }

  private TurnClient byUdp(Credential credential) throws IOException {
    return new TurnClient(Line.udp(coturn.address()), credential);
  }

  private TurnClient byTcp(Credential credential) throws IOException {
    return new TurnClient(Line.tcp(coturn.address()), credential);
  }

  /// What `user` is answered for each of `addresses`: by a permission, and by a channel.
  private static TreeMap<String, List<Integer>> answers(TurnClient user, List<String> addresses)
      throws IOException {
    var answers = new TreeMap<String, List<Integer>>();
    int channel = FIRST_CHANNEL;
    for (var address : addresses) {
      var peer = PeerAddress.of(address);
      answers.put(address, List.of(user.permit(peer), user.bind(channel++, peer)));
    }
    return answers;
  }

  private static List<String> mapped(List<String> addresses) {
    return addresses.stream().map(it -> "::ffff:" + it).toList();
  }

  @Test
  @Tag("P-01")
  void nobody_is_sent_inside() throws Exception {
    try (var udp = byUdp(somebody());
        var tcp = byTcp(somebody())) {
      assertThat(udp.allocate()).isEqualTo(DONE);
      assertThat(tcp.allocate()).isEqualTo(DONE);

      assertThat(answers(udp, INSIDE).values()).containsOnly(List.of(FORBIDDEN, FORBIDDEN));
      assertThat(answers(tcp, INSIDE).values()).containsOnly(List.of(FORBIDDEN, FORBIDDEN));
    }
  }

  @Test
  @Tag("P-01")
  void nobody_is_sent_inside_by_ipv6_nor_by_ipv4_in_disguise() throws Exception {
    var all = new ArrayList<>(INSIDE_BY_IPV6);
    all.addAll(mapped(INSIDE));
    try (var udp = byUdp(somebody());
        var tcp = byTcp(somebody())) {
      assertThat(udp.allocateIpv6()).isEqualTo(DONE);
      assertThat(tcp.allocateIpv6()).isEqualTo(DONE);

      assertThat(answers(udp, all)).allSatisfy((_, it) -> assertThat(it).containsOnly(FORBIDDEN));
      assertThat(answers(tcp, all)).allSatisfy((_, it) -> assertThat(it).containsOnly(FORBIDDEN));
    }
  }

  @Test
  @Tag("P-01")
  void nobody_is_connected_by_tcp() throws Exception {
    try (var user = byTcp(somebody())) {
      assertThat(user.allocateTcp()).isEqualTo(UNSUPPORTED_TRANSPORT);
    }
  }

  @Test
  void whatever_is_outside_may_be_sent_to() throws Exception {
    try (var user = byUdp(somebody());
        var byIpv6 = byUdp(somebody())) {
      assertThat(user.allocate()).isEqualTo(DONE);
      assertThat(byIpv6.allocateIpv6()).isEqualTo(DONE);

      assertThat(answers(user, OUTSIDE)).allSatisfy((_, it) -> assertThat(it).containsOnly(DONE));
      assertThat(answers(byIpv6, OUTSIDE_BY_IPV6))
          .allSatisfy((_, it) -> assertThat(it).containsOnly(DONE));
    }
  }

  @Test
  void who_is_outside_is_reached_and_answers() throws Exception {
    try (var outside = new DatagramSocket(new InetSocketAddress(TestRelay.PEER, 0));
        var user = byUdp(somebody())) {
      outside.setSoTimeout(Line.PATIENCE_MS);
      var peer = PeerAddress.of(TestRelay.PEER, outside.getLocalPort());
      assertThat(user.allocate()).isEqualTo(DONE);

      assertThat(user.permit(peer)).isEqualTo(DONE);
      user.send(peer, "from the one");
      assertThat(echoed(outside)).isEqualTo(user.relayed());
      assertThat(user.receive()).isEqualTo("from the one");

      assertThat(user.bind(FIRST_CHANNEL, peer)).isEqualTo(DONE);
      user.send(FIRST_CHANNEL, "by a channel");
      assertThat(echoed(outside)).isEqualTo(user.relayed());
      assertThat(user.receive()).isEqualTo("by a channel");

      assertThat(user.refresh(600)).isEqualTo(DONE);
      assertThat(user.refresh(0)).isEqualTo(DONE);
    }
  }

  /// Sends back what comes next, and gives from where it came.
  private static SocketAddress echoed(DatagramSocket socket) throws IOException {
    var packet = new DatagramPacket(new byte[1_500], 1_500);
    socket.receive(packet);
    socket.send(packet);
    return packet.getSocketAddress();
  }

  @Test
  @Tag("P-02")
  void who_shows_nothing_or_what_was_not_given_here_is_not_let_in() throws Exception {
    var ann = credential("ann");
    var ben = credential("ben");
    var over =
        relay.credential(new MemberId("ann"), Instant.now().minus(Relay.LIFETIME).minusSeconds(2));
    var longer = "9" + ann.username();
    var other = new Relay(List.of(), "f".repeat(32));

    assertThat(
            List.of(
                coturn.letsIn(new Credential("", "", Instant.MAX)),
                coturn.letsIn(over),
                coturn.letsIn(new Credential(ben.username(), ann.password(), ann.until())),
                coturn.letsIn(new Credential(longer, ann.password(), ann.until())),
                coturn.letsIn(new Credential("ann", ann.password(), ann.until())),
                coturn.letsIn(other.credential(new MemberId("ann"), Instant.now()))))
        .containsOnly(UNAUTHORIZED);
    assertThat(coturn.letsIn(ann)).isEqualTo(DONE);
  }

  @Test
  @Tag("P-03")
  void a_member_has_five_addresses_also_by_credentials_of_different_times() throws Exception {
    var member = new MemberId("greedy");
    var users = new ArrayList<TurnClient>();
    try {
      var statuses = new ArrayList<Integer>();
      for (int i = 0; i < 6; i++) {
        var user = byUdp(relay.credential(member, Instant.now().plusSeconds(i)));
        users.add(user);
        statuses.add(user.allocate());
      }

      assertThat(statuses).containsExactly(DONE, DONE, DONE, DONE, DONE, QUOTA_REACHED);
      assertThat(coturn.letsIn(credential("modest"))).isEqualTo(DONE);
    } finally {
      for (var user : users) {
        user.close();
      }
    }
  }

  @Test
  @Tag("P-05")
  void nobody_is_sent_to_the_relay_itself_nor_to_who_is_reached_by_it() throws Exception {
    try (var ann = byUdp(somebody());
        var ben = byUdp(somebody())) {
      assertThat(ann.allocate()).isEqualTo(DONE);
      assertThat(ben.allocate()).isEqualTo(DONE);

      assertThat(
              List.of(
                  ann.permit(PeerAddress.of(ben.relayed())),
                  ann.bind(FIRST_CHANNEL, PeerAddress.of(ben.relayed())),
                  ann.permit(PeerAddress.of(ann.relayed())),
                  ann.permit(PeerAddress.of(coturn.address()))))
          .containsOnly(FORBIDDEN);
    }
  }
}

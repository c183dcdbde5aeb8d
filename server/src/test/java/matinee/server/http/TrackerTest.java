package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tracker over real sockets. With real clients: e2e/test/introductions.test.ts.
final class TrackerTest {
  private static final String ANN = "ann-ann-ann-ann-ann-";
  private static final String BEN = "ben\u00ff\u0000-ben-ben-ben-be";
  private static final String CAT = "cat-cat-cat-cat-cat-";
  private static final int REFUSED = 1008;

  @TempDir private Path data;
  private HttpClient client;
  private House house;
  private String hash = "";

  @BeforeEach
  void open() throws Exception {
    client = HttpClient.newHttpClient();
    house = new House(data);
    hash = issued();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    client.close();
  }

  private String issued() throws Exception {
    return house.post("/api/introductions", "{}").json().path("infoHash").asString();
  }

  private Peer peer(String id) {
    return new Peer(client, house.port(), id);
  }

  /// One that is in the swarm.
  private Peer here(String id) throws Exception {
    var peer = peer(id);
    peer.announce(hash);
    peer.hear();
    return peer;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private JsonNode introduction(String kind, String from, String offer, String sdp) {
    return JsonMapper.shared()
        .valueToTree(
            Map.of(
                "action",
                "announce",
                "info_hash",
                Peer.binary(hash),
                "peer_id",
                from,
                "offer_id",
                offer,
                kind,
                Map.of("type", kind, "sdp", sdp)));
  }

  @Test
  @Tag("TR3")
  @Tag("TR4")
  void two_peers_are_introduced_by_an_offer_and_its_answer() throws Exception {
    try (var ann = here(ANN);
        var ben = peer(BEN)) {
      ben.announce(hash, Peer.offer("offer-1", "v=0 ben"), Peer.offer("offer-2", "v=0 more"));
      var counted = ben.hear();
      var offered = ann.hear();
      ann.answer(hash, BEN, "offer-1", "v=0 ann");
      var answered = ben.hear();

      assertThat(counted.path("complete").asInt()).isZero();
      assertThat(counted.path("incomplete").asInt()).isEqualTo(2);
      assertThat(counted.path("interval").asInt()).isEqualTo(30);
      assertThat(offered).isEqualTo(introduction("offer", BEN, "offer-1", "v=0 ben"));
      assertThat(answered).isEqualTo(introduction("answer", ANN, "offer-1", "v=0 ann"));
      assertThat(ann.hearAfterScrape(hash).path("action").asString()).isEqualTo("scrape");
    }
  }

  @Test
  @Tag("TR3")
  void who_has_stopped_is_offered_nothing_and_not_counted() throws Exception {
    try (var ann = here(ANN);
        var ben = here(BEN)) {
      ann.send(ann.message(hash).put("event", "stopped").toString());
      ann.hear();
      ben.announce(hash, Peer.offer("o", "v=0"));

      assertThat(ben.hear().path("incomplete").asInt()).isEqualTo(1);
      assertThat(ann.hearAfterScrape(hash).path("files").path(Peer.binary(hash)))
          .isEqualTo(json("{'complete':0,'incomplete':1,'downloaded':0}"));
    }
  }

  @Test
  @Tag("TR3")
  void whose_socket_has_ended_is_not_counted() throws Exception {
    try (var ben = here(BEN)) {
      here(ANN).close();

      await()
          .untilAsserted(
              () ->
                  assertThat(
                          ben.hearAfterScrape(hash)
                              .path("files")
                              .path(Peer.binary(hash))
                              .path("incomplete")
                              .asInt())
                      .isEqualTo(1));
    }
  }

  @Test
  @Tag("TR3")
  void each_offer_goes_to_one_other_and_to_no_more_than_are_wanted() throws Exception {
    try (var ann = here(ANN);
        var ben = here(BEN);
        var cat = peer(CAT)) {
      var wish = cat.message(hash).put("numwant", 1);
      wish.putArray("offers").add(Peer.offer("1", "v=0")).add(Peer.offer("2", "v=0"));
      cat.send(wish.toString());
      cat.hear();

      var heard = List.of(ann.hearAfterScrape(hash), ben.hearAfterScrape(hash));

      assertThat(heard).filteredOn(it -> it.has("offer")).hasSize(1);
    }
  }

  @Test
  @Tag("TR1")
  @Tag("TR6")
  @Tag("P-08")
  void a_hash_that_was_not_issued_is_answered_once_and_cut() throws Exception {
    var unknown = "00".repeat(20);
    try (var ann = peer(ANN)) {
      for (int i = 0; i < 3; i++) {
        ann.announce(unknown, Peer.offer("o", "v=0"));
      }

      assertThat(ann.closed()).isEqualTo(REFUSED);
      assertThat(ann.hear().path("failure reason").asString()).contains("not issued");
      assertThat(ann.heardNothingElse()).isTrue();
    }
  }

  @Test
  @Tag("TR1")
  void a_hash_of_a_room_is_gone_with_the_room() throws Exception {
    var room = house.room();
    try (var owner = house.enter(room)) {
      var path = "/api/rooms/" + room + "/introductions";
      var pass = "Authorization: Bearer " + owner.pass();
      hash = house.post(path, "{}", pass).json().path("infoHash").asString();
      try (var ann = here(ANN)) {
        owner.send("{\"type\":\"closeRoom\",\"id\":\"c-1\",\"seen\":1}");
        owner.hear("closed");
        house.advanceMs(31_000); // or it was looked up lately
        ann.announce(hash);

        assertThat(ann.hear().path("failure reason").asString()).contains("not issued");
        assertThat(ann.closed()).isEqualTo(REFUSED);
      }
    }
  }

  @Test
  @Tag("TR1")
  void a_hash_is_good_for_a_day() throws Exception {
    house.advanceMs(24 * 3_600_000 + 1);
    try (var ann = peer(ANN)) {
      ann.announce(hash);

      assertThat(ann.hear().path("failure reason").asString()).contains("not issued");
    }
  }

  @Test
  @Tag("TR5")
  @Tag("P-10")
  void a_socket_speaks_for_one_peer() throws Exception {
    try (var ann = here(ANN);
        var ben = here(BEN)) {
      ben.send(ben.answerOf(CAT, hash, ANN, "o", "v=0 not cat").toString());

      assertThat(ben.closed()).isEqualTo(REFUSED);
      assertThat(ann.hearAfterScrape(hash).has("files")).isTrue();
    }
  }

  @Test
  @Tag("TR5")
  @Tag("P-10")
  void nobody_takes_the_name_of_a_peer_that_is_there() throws Exception {
    try (var ann = here(ANN);
        var forger = peer(ANN)) {
      forger.announce(hash);
      var refusal = forger.hear();
      forger.answer(hash, ANN, "o", "v=0");

      assertThat(refusal.path("failure reason").asString()).contains("somebody else");
      assertThat(forger.hear().path("failure reason").asString()).contains("announce yourself");
      assertThat(ann.hearAfterScrape(hash).has("files")).isTrue();
    }
  }

  @Test
  @Tag("TR3")
  @Tag("P-10")
  void an_answer_to_oneself_or_to_who_is_not_there_goes_nowhere() throws Exception {
    try (var ann = here(ANN);
        var cat = peer(CAT)) {
      ann.answer(hash, ANN, "o", "v=0");
      ann.answer(hash, CAT, "o", "v=0");

      assertThat(ann.hearAfterScrape(hash).has("files")).isTrue();
      cat.announce(hash);
      assertThat(cat.hear().has("interval")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "17",
        "{'action':'announce'}",
        "{'action':'everybody'}",
        "{'action':'scrape'}",
        "{'action':'scrape','info_hash':[]}",
        "{'action':'announce','info_hash':'short','peer_id':'ann-ann-ann-ann-ann-'}",
        "{'action':'announce','info_hash':'ann-ann-ann-ann-ann\u0100','peer_id':'ann-ann-ann-ann-ann-'}",
        "{'action':'announce','info_hash':'ann-ann-ann-ann-ann-','peer_id':7}",
        "{'action':'announce','info_hash':'ann-ann-ann-ann-ann-','peer_id':'ann-ann-ann-ann-ann-','answer':{'type':'answer','sdp':'v=0'},'offer_id':'o','to_peer_id':['ben-ben-ben-ben-ben-']}",
        "{'action':'announce','info_hash':'ann-ann-ann-ann-ann-','peer_id':'ann-ann-ann-ann-ann-','offers':[{'offer_id':'o','offer':{'type':'answer','sdp':'v=0'}}]}",
      })
  @Tag("TR6")
  @Tag("P-10")
  void a_message_that_is_not_as_it_must_be_is_answered_and_cut(String message) throws Exception {
    try (var ann = peer(ANN)) {
      ann.send(message.replace('\'', '"'));

      assertThat(ann.hear().has("failure reason")).isTrue();
      assertThat(ann.closed()).isEqualTo(REFUSED);
    }
  }

  @Test
  @Tag("TR3")
  @Tag("P-10")
  void more_than_fifty_offers_at_once_are_refused() throws Exception {
    try (var ann = peer(ANN)) {
      var offers = new ArrayList<ObjectNode>();
      for (int i = 0; i < 51; i++) {
        offers.add(Peer.offer("o" + i, "v=0"));
      }
      ann.announce(hash, offers.toArray(ObjectNode[]::new));

      assertThat(ann.hear().path("failure reason").asString()).contains("50");
    }
  }

  @Test
  @Tag("TR2")
  @Tag("P-10")
  void an_offer_of_a_megabyte_reaches_nobody() throws Exception {
    try (var ann = here(ANN);
        var ben = here(BEN)) {
      ben.announceAndForget(hash, Peer.offer("o", "x".repeat(1 << 20)));

      assertThat(ben.closed()).isPositive();
      assertThat(ann.hearAfterScrape(hash).has("files")).isTrue();
    }
  }

  @Test
  @Tag("TR6")
  @Tag("P-10")
  void who_sends_ten_thousand_answers_is_cut_after_fifty_in_a_second() throws Exception {
    try (var ann = here(ANN);
        var ben = here(BEN)) {
      var one = ben.answerOf(BEN, hash, ANN, "o", "candidate").toString();
      ben.flood(one, 10_000);

      assertThat(ben.closed()).isPositive();
      assertThat(ann.heard()).isLessThan(10_000 / 10);
    }
  }

  @Test
  @Tag("TR6")
  @Tag("P-08")
  void who_announces_nothing_for_a_minute_is_cut() throws Exception {
    try (var ann = here(ANN);
        var silent = peer(BEN)) {
      assertThat(silent.hearAfterScrape(hash).has("files")).isTrue();
      house.advanceMs(59_000);
      ann.announce(hash);
      ann.hear();
      house.advanceMs(2_000);

      assertThat(silent.closed()).isEqualTo(REFUSED);
      assertThat(ann.isOpen()).isTrue();
    }
  }

  @Test
  @Tag("TR7")
  void an_address_has_so_many_sockets_and_no_more() throws Exception {
    var open = new ArrayList<Peer>();
    try {
      for (int i = 0; i < House.MAX_CONNECTIONS; i++) {
        open.add(peer(ANN));
      }
      var refused =
          house.get(
              "/tracker",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.problem()).isEqualTo("too-many-connections");
    } finally {
      open.forEach(Peer::close);
    }
  }

  @Test
  void who_does_not_ask_for_a_websocket_is_told_what_this_is() throws Exception {
    assertThat(house.get("/tracker").problem()).isEqualTo("websocket-only");
  }
}

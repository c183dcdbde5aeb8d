package matinee.server.tracker;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes of a message what is asked in it (TR3). What is not known is not looked at: clients send
/// more than is wanted here. Functions throw `IllegalArgumentException`, which says what is wrong.
final class Reading {
  static final int MOST_OFFERS = 50;
  static final int MOST_HASHES = 20;

  private static final int MAX_OFFER_ID = 64;
  private static final int MAX_DEPTH = 8;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  private Reading() {}

  static Asked read(String message) {
    var json = parsed(message);
    var action = text(json, "action");
    return switch (action) {
      case "announce" -> json.path("answer").isMissingNode() ? announce(json) : answer(json);
      case "scrape" -> scrape(json);
      default -> throw wrong("action must be announce or scrape");
    };
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (JacksonException _) {
      throw wrong("a message must be one object of JSON");
    }
  }

  private static Asked announce(JsonNode json) {
    var offers = json.path("offers");
    if (offers.size() > MOST_OFFERS) {
      throw wrong("offers must be " + MOST_OFFERS + " at most");
    }
    var wanted = json.path("numwant");
    return new Asked.Announce(
        hash(json),
        binary(json, "peer_id"),
        json.path("event").asString("").equals("stopped"),
        json.path("left").isNumber() && json.path("left").asDouble() == 0,
        wanted.isInt() ? Math.max(0, wanted.intValue()) : offers.size(),
        offers.valueStream().map(it -> description(it, "offer")).toList());
  }

  private static Asked answer(JsonNode json) {
    return new Asked.Answer(
        hash(json),
        binary(json, "peer_id"),
        binary(json, "to_peer_id"),
        description(json, "answer"));
  }

  private static Asked scrape(JsonNode json) {
    var hashes = json.path("info_hash");
    if (!hashes.isArray()) {
      return new Asked.Scrape(List.of(hash(json)));
    }
    if (hashes.isEmpty() || hashes.size() > MOST_HASHES) {
      throw wrong("info_hash must be 1 to " + MOST_HASHES);
    }
    return new Asked.Scrape(
        hashes.valueStream().map(it -> InfoHash.ofBinary(binaryOf(it, "info_hash"))).toList());
  }

  private static Description description(JsonNode json, String kind) {
    var id = text(json, "offer_id");
    var described = json.path(kind);
    if (id.length() > MAX_OFFER_ID || !described.path("type").asString("").equals(kind)) {
      throw wrong(kind + " must have an offer_id, and a type that says what it is");
    }
    return new Description(id, text(described, "sdp"));
  }

  private static InfoHash hash(JsonNode json) {
    return InfoHash.ofBinary(binary(json, "info_hash"));
  }

  private static Binary binary(JsonNode json, String name) {
    return binaryOf(json.path(name), name);
  }

  private static Binary binaryOf(JsonNode node, String name) {
    try {
      return new Binary(node.isString() ? node.stringValue() : "");
    } catch (IllegalArgumentException e) {
      throw wrong(name + " " + e.getMessage());
    }
  }

  private static String text(JsonNode json, String name) {
    var node = json.path(name);
    if (!node.isString()) {
      throw wrong(name + " must be text");
    }
    return node.stringValue();
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what);
  }
}

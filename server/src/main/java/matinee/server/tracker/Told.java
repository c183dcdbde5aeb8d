package matinee.server.tracker;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The messages that the tracker sends, as JSON (TR4).
final class Told {
  /// After how many seconds a peer announces itself again.
  static final int INTERVAL_S = 30;

  private Told() {}

  /// Why nothing was done; `about` is the swarm, if it is about one.
  static String failure(Optional<InfoHash> about, String reason) {
    var json = announce();
    about.ifPresent(it -> json.put("info_hash", it.binary()));
    return json.put("failure reason", reason).toString();
  }

  static String counts(InfoHash hash, Swarm.Count count) {
    var json = announce().put("info_hash", hash.binary()).put("interval", INTERVAL_S);
    return json.put("complete", count.complete()).put("incomplete", count.incomplete()).toString();
  }

  static String offer(InfoHash hash, Binary from, Description offer) {
    return introduction(hash, from, "offer", offer);
  }

  static String answer(InfoHash hash, Binary from, Description answer) {
    return introduction(hash, from, "answer", answer);
  }

  private static String introduction(
      InfoHash hash, Binary from, String kind, Description description) {
    var json = announce().put("info_hash", hash.binary()).put("peer_id", from.text());
    json.put("offer_id", description.offer());
    json.putObject(kind).put("type", kind).put("sdp", description.sdp());
    return json.toString();
  }

  static String scraped(Map<InfoHash, Swarm.Count> counts) {
    var json = JsonNodeFactory.instance.objectNode().put("action", "scrape");
    var files = json.putObject("files");
    counts.forEach(
        (hash, count) ->
            files
                .putObject(hash.binary())
                .put("complete", count.complete())
                .put("incomplete", count.incomplete())
                .put("downloaded", count.complete()));
    json.putObject("flags").put("min_request_interval", INTERVAL_S);
    return json.toString();
  }

  private static ObjectNode announce() {
    return JsonNodeFactory.instance.objectNode().put("action", "announce");
  }
}

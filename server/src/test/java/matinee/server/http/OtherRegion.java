package matinee.server.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Recorded;
import matinee.room.RegionName;
import matinee.room.RoomState;
import matinee.server.access.RegionProof;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import matinee.wire.StoredSnapshots;
import tools.jackson.databind.json.JsonMapper;

/// What a server of the region `us` says to one of the region `eu`.
record OtherRegion(RegionProof proof) {
  static final String ADDRESS = "https://us.example.org";

  /// As `eu` knows them.
  static final Regions REGIONS =
      new Regions(
          "eu",
          List.of(
              new Region("eu", URI.create("https://eu.example.org")),
              new Region("us", URI.create(ADDRESS))),
          "0123456789abcdef0123456789abcdef");

  /// One that takes `secret` for that of the regions.
  static OtherRegion knowing(String secret) {
    return new OtherRegion(new RegionProof(new Regions("us", REGIONS.all(), secret)));
  }

  /// The head of a request with `body` that was made at `at`.
  String[] head(String path, Instant at, String body) {
    var digest = RegionProof.digest(body);
    var request = new RegionProof.Request("us", "POST", path, at, digest);
    return new String[] {
      "Matinee-Region: us",
      "Matinee-At: " + at.toEpochMilli(),
      "Matinee-Digest: " + digest,
      "Matinee-Proof: " + proof.prove(request, "eu")
    };
  }

  /// A room called `room` that has moved to `eu` and in which nothing else has happened.
  static String luggage(String room) {
    var moved = new Event.MovedAway(new RegionName("eu"));
    var recorded = new Recorded(1, Instant.ofEpochMilli(1), Author.Room.ROOM, moved);
    var state = Evolution.evolve(RoomState.NEW, recorded);
    var luggage = JsonMapper.shared().createObjectNode();
    luggage
        .put("room", room)
        .put("createdMs", 1)
        .put("epoch", "there")
        .put("revision", 1)
        .put("state", StoredSnapshots.encode(state))
        .put("shiftMs", 0)
        .putArray("chat");
    return luggage.toString();
  }
}

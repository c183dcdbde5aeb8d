package matinee.wire;

import matinee.room.Playback;
import matinee.room.Timeline;

/// The JSON of a playback.
final class PlaybackJson {

  private PlaybackJson() {}

  static Playback read(Fields fields) {
    return switch (fields.text("type")) {
      case "paused" -> new Playback.Paused(fields.count("positionMs"), fields.rate("rate"));
      case "playing" ->
          new Playback.Playing(
              new Timeline(
                  fields.time("anchorMs"), fields.count("positionMs"), fields.rate("rate")));
      case "waiting" -> {
        long positionMs = fields.count("positionMs");
        double rate = fields.rate("rate");
        var since = fields.time("sinceMs");
        var until = fields.time("untilMs");
        yield fields.built("untilMs", () -> new Playback.Waiting(positionMs, rate, since, until));
      }
      default -> throw fields.fault("type", "must be paused, playing or waiting");
    };
  }

  static void write(JsonWriter json, Playback playback) {
    json.name("playback");
    switch (playback) {
      case Playback.Paused(long positionMs, double rate) ->
          json.open("paused").field("positionMs", positionMs).field("rate", rate);
      case Playback.Playing(var line) ->
          json.open("playing")
              .field("anchorMs", line.anchorTime())
              .field("positionMs", line.anchorPositionMs())
              .field("rate", line.rate());
      case Playback.Waiting(long positionMs, double rate, var since, var until) ->
          json.open("waiting")
              .field("positionMs", positionMs)
              .field("rate", rate)
              .field("sinceMs", since)
              .field("untilMs", until);
    }
    json.close();
  }
}

package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.renditions.Probe.Picture;
import matinee.server.renditions.Probe.Track;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks into films by ffprobe. Blocks; for platform threads, see [Runner].
final class Prober {
  private static final Logger LOG = LoggerFactory.getLogger(Prober.class);
  private static final int MAX_TRACKS = 40;
  private static final int MAX_SIDE = 8_192;
  private static final double MAX_FRAMES_PER_SECOND = 500;
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_TITLE = 100;
  private static final Bounds BOUNDS =
      new Bounds(2L << 30, Duration.ofSeconds(30), 1 << 20, Duration.ofMinutes(1));
  private static final String WANTED =
      "format=duration:stream=index,codec_type,codec_name,profile,level,width,height,pix_fmt,"
          + "avg_frame_rate:stream_tags=language,title:stream_disposition=attached_pic"
          + ":stream_side_data=rotation";

  private final Runner runner;

  Prober(Runner runner) {
    this.runner = runner;
  }

  sealed interface Result {}

  record Found(Probe probe) implements Result {}

  record Refused(Failure failure) implements Result {}

  /// What `source` holds; `folder` is where ffprobe may be.
  Result probe(Source source, Path folder) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                runner.programs().ffprobe().toString(),
                "-hide_banner",
                "-v",
                "error",
                "-of",
                "json=compact=1",
                "-show_entries",
                WANTED,
                "-threads",
                "1"));
    command.addAll(source.toProbe());
    var text = new StringBuilder();
    var outcome =
        runner.run(
            command,
            folder,
            BOUNDS,
            line -> {
              text.append(line).append('\n');
              return text.length() <= MAX_TEXT;
            });
    if (text.length() > MAX_TEXT) {
      return new Refused(Failure.TOO_MUCH);
    }
    if (outcome instanceof Runner.Failed(var failure, var lastWords)) {
      LOG.info("{} cannot be looked into: {}", source.file().getFileName(), lastWords);
      return new Refused(failure == Failure.BROKEN_OFF ? Failure.UNREADABLE : failure);
    }
    try {
      return judge(JsonMapper.shared().readTree(text.toString()));
    } catch (JacksonException _) {
      return new Refused(Failure.UNREADABLE);
    }
  }

  private static Result judge(JsonNode found) {
    var streams =
        found.path("streams").valueStream().filter(it -> !type(it).equals("attachment")).toList();
    if (streams.size() > MAX_TRACKS) {
      return new Refused(Failure.TOO_MUCH);
    }
    var pictures = new ArrayList<Picture>();
    var sounds = new ArrayList<Track>();
    var subtitles = new ArrayList<Track>();
    for (var stream : streams) {
      switch (type(stream)) {
        case "video" -> {
          if (stream.path("disposition").path("attached_pic").asInt(0) == 0) {
            pictures.add(picture(stream));
          }
        }
        case "audio" -> sounds.add(track(stream));
        case "subtitle" -> subtitles.add(track(stream));
        default -> {
          // data, which nobody is shown
        }
      }
    }
    double seconds = number(found.path("format").path("duration").asString("0"));
    if ((pictures.isEmpty() && sounds.isEmpty()) || !(seconds > 0)) {
      return new Refused(Failure.UNREADABLE);
    }
    var picture = pictures.stream().findFirst();
    if (picture.filter(Prober::isTooMuch).isPresent()) {
      return new Refused(Failure.TOO_MUCH);
    }
    return new Found(new Probe(Math.round(seconds * 1_000), picture, sounds, subtitles));
  }

  private static String type(JsonNode stream) {
    return stream.path("codec_type").asString("");
  }

  private static boolean isTooMuch(Picture picture) {
    return picture.width() < 2
        || picture.height() < 2
        || picture.width() > MAX_SIDE
        || picture.height() > MAX_SIDE
        || picture.framesPerSecond() > MAX_FRAMES_PER_SECOND;
  }

  private static Picture picture(JsonNode stream) {
    int width = stream.path("width").asInt(0);
    int height = stream.path("height").asInt(0);
    boolean isTurned = false;
    for (var side : stream.path("side_data_list")) {
      isTurned |= Math.abs(side.path("rotation").asInt(0)) % 180 == 90;
    }
    var rate = stream.path("avg_frame_rate").asString("0/0").split("/", 2);
    double each = rate.length == 2 ? number(rate[1]) : 1;
    return new Picture(
        stream.path("index").asInt(0),
        Codecs.of(stream),
        isTurned ? height : width,
        isTurned ? width : height,
        each > 0 ? number(rate[0]) / each : 0);
  }

  private static Track track(JsonNode stream) {
    var tags = stream.path("tags");
    return new Track(
        stream.path("index").asInt(0),
        Codecs.of(stream),
        text(tags.path("language")).filter(it -> it.matches("[A-Za-z]{2,3}(-[A-Za-z0-9-]{1,20})?")),
        text(tags.path("title")));
  }

  /// What can be shown of a text that is not ours.
  private static Optional<String> text(JsonNode node) {
    var text = node.asString("").replaceAll("[\\p{C}\\u2028\\u2029]", "").strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(text.substring(0, Math.min(MAX_TITLE, text.length())));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}

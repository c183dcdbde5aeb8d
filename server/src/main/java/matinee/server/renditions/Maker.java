package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.LongSupplier;
import matinee.server.renditions.Probe.Picture;
import matinee.server.renditions.Probe.Track;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes HLS of films by ffmpeg: H.264 in several sizes, whose segments begin at the same moments,
/// and each track of sound as AAC, equally loud. Nothing that a film says of itself is taken over.
/// Blocks; for platform threads, see [Runner].
final class Maker {
  private static final Logger LOG = LoggerFactory.getLogger(Maker.class);
  private static final String SEGMENT_SECONDS = "4";
  private static final int MAX_SOUNDS = 8;
  private static final double FASTEST = 60;

  /// What has to stay free on the disk, so that others can go on writing.
  private static final long RESERVE_BYTES = 64L << 20;

  /// Of all that is made so much is the smallest size.
  private static final double FIRST_SHARE = 0.3;

  private final Runner runner;
  private final long memoryBytes;
  private final LongSupplier nanoTime;
  private final Pictures pictures;
  private final Subtitles subtitles;
  private final Fonts fonts;

  /// ffmpeg gets `memoryBytes` of address space.
  Maker(Runner runner, long memoryBytes, LongSupplier nanoTime) {
    this.runner = runner;
    this.memoryBytes = memoryBytes;
    this.nanoTime = nanoTime;
    pictures = new Pictures(runner, memoryBytes);
    subtitles = new Subtitles(runner, memoryBytes);
    fonts = new Fonts(runner, memoryBytes);
  }

  /// Makes the renditions of `source`, which holds what `probe` says, in `folder`; why not, if it
  /// fails. `share` is told how much is done, 0 to 1, and ends it by false.
  ///
  /// The smallest size comes first, with the sound, and can be watched while it grows: the master
  /// playlist is there as soon as nobody who begins would have to wait.
  Optional<Failure> make(Source source, Probe probe, Path folder, DoublePredicate share)
      throws IOException, InterruptedException {
    var rungs = probe.picture().map(Rung::of).orElse(List.of());
    var sounds = probe.sounds().stream().limit(MAX_SOUNDS).toList();
    if (Files.getFileStore(folder).getUsableSpace() - RESERVE_BYTES < bytes(probe, rungs, sounds)) {
      return Optional.of(Failure.NO_SPACE);
    }
    int others = Math.max(0, rungs.size() - 1);
    var first = new Pass(rungs.subList(others, rungs.size()), sounds);
    var rest = new Pass(rungs.subList(0, others), List.of());
    double firstShare = others == 0 ? 1 : FIRST_SHARE;
    var film = new Film(source, probe, folder);
    var steps = new ArrayList<Step>();
    steps.add(() -> pass(film, first, true, it -> share.test(it * firstShare)));
    // Where browsers play the film itself nobody waits for anything else.
    steps.add(probe.isPlayedByMost() ? 0 : 1, () -> stills(film));
    if (others > 0) {
      steps.add(
          () -> pass(film, rest, false, it -> share.test(firstShare + it * (1 - firstShare))));
    }
    for (var step : steps) {
      var failed = step.take();
      if (failed.isPresent()) {
        return failed;
      }
    }
    write(folder.resolve(MasterPlaylist.NAME), MasterPlaylist.of(probe, rungs, sounds));
    return Optional.empty();
  }

  /// What is no film: pictures along the bar, and words, which come with all that they are drawn
  /// by.
  private Optional<Failure> stills(Film film) throws IOException, InterruptedException {
    if (Subtitles.areStyled(film.probe())) {
      fonts.take(film.source(), film.folder());
    }
    subtitles.take(film.source(), film.probe(), film.folder());
    return pictures.make(film.source(), film.probe(), film.folder());
  }

  @FunctionalInterface
  private interface Step {
    Optional<Failure> take() throws IOException, InterruptedException;
  }

  /// What is read, and where what is made of it goes.
  private record Film(Source source, Probe probe, Path folder) {}

  /// What is made of a film at once.
  private record Pass(List<Rung> rungs, List<Track> sounds) {
    List<String> names() {
      var names = new ArrayList<String>();
      rungs.forEach(it -> names.add(it.name()));
      for (int i = 0; i < sounds.size(); i++) {
        names.add("a" + i);
      }
      return names;
    }
  }

  /// Makes what `pass` says; if it `isShown`, players find it as soon as they may begin.
  private Optional<Failure> pass(Film film, Pass pass, boolean isShown, DoublePredicate share)
      throws IOException, InterruptedException {
    var probe = film.probe();
    var wall = Duration.ofMinutes(10).plusMillis(probe.lengthMs() * 20);
    long bytes = bytes(probe, pass.rungs(), pass.sounds());
    var bounds = new Bounds(memoryBytes, wall.multipliedBy(2), bytes, wall);
    var watch = new Watch(film, pass, isShown, share, new Headway(probe.lengthMs(), nanoTime));
    if (runner.run(command(film.source(), probe, pass), film.folder(), bounds, watch::read)
        instanceof Runner.Failed(var failure, var lastWords)) {
      LOG.info("renditions of {}: {}: {}", film.source().file().getFileName(), failure, lastWords);
      return Optional.of(failure);
    }
    for (var name : pass.names()) {
      var playlist = film.folder().resolve(name + ".m3u8");
      if (!Segments.areWhole(playlist)) {
        LOG.warn("renditions of {}: the disk took less than it was given", film.folder());
        return Optional.of(Failure.BROKEN_OFF);
      }
      finish(playlist);
    }
    return Optional.empty();
  }

  /// How many bytes they have at most, about.
  private static long bytes(Probe probe, List<Rung> rungs, List<Track> sounds) {
    long bits = (long) sounds.size() * MasterPlaylist.SOUND_BITS_PER_SECOND;
    for (var rung : rungs) {
      bits += rung.bitsPerSecond();
    }
    return bits / 8 * (probe.lengthMs() / 1_000 + 10) * 11 / 10;
  }

  private List<String> command(Source source, Probe probe, Pass pass) {
    var rungs = pass.rungs();
    var sounds = pass.sounds();
    var words = new ArrayList<>(List.of(runner.programs().ffmpeg().toString(), "-nostdin"));
    words.addAll(List.of("-hide_banner", "-v", "error", "-nostats", "-progress", "pipe:1"));
    words.addAll(List.of("-threads", "2", "-filter_threads", "1"));
    words.addAll(source.toMake());
    if (!rungs.isEmpty()) {
      var picture = probe.picture().orElseThrow();
      words.addAll(List.of("-filter_complex", sizes(picture, rungs)));
    }
    rungs.forEach(it -> words.addAll(List.of("-map", "[" + it.name() + "]")));
    sounds.forEach(it -> words.addAll(List.of("-map", "0:" + it.stream())));
    if (!rungs.isEmpty()) {
      words.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high"));
      words.addAll(List.of("-crf", "23", "-sc_threshold", "0", "-threads", "2"));
      words.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")"));
    }
    for (int i = 0; i < rungs.size(); i++) {
      int bits = rungs.get(i).bitsPerSecond();
      words.addAll(List.of("-maxrate:v:" + i, "" + bits, "-bufsize:v:" + i, "" + 2 * bits));
    }
    if (!sounds.isEmpty()) {
      words.addAll(List.of("-c:a", "aac", "-ac", "2", "-ar", "48000"));
      words.addAll(List.of("-b:a", "" + MasterPlaylist.SOUND_BITS_PER_SECOND));
      words.addAll(List.of("-af", "loudnorm=I=-18:TP=-1.5:LRA=11"));
    }
    words.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-f", "hls"));
    words.addAll(List.of("-hls_time", SEGMENT_SECONDS, "-hls_playlist_type", "event"));
    words.addAll(List.of("-hls_segment_type", "fmp4"));
    words.addAll(List.of("-hls_flags", "independent_segments+temp_file"));
    // Of one stream alone ffmpeg does not put the name into that of the beginning.
    var name = pass.names().size() == 1 ? pass.names().getFirst() : "%v";
    words.addAll(List.of("-hls_fmp4_init_filename", name + "_init.mp4"));
    words.addAll(List.of("-hls_segment_filename", "%v_%05d.m4s"));
    words.addAll(List.of("-var_stream_map", streams(rungs, sounds), "%v.m3u8"));
    return words;
  }

  /// One picture in several sizes, with square pixels.
  private static String sizes(Picture picture, List<Rung> rungs) {
    var text = new StringBuilder("[0:" + picture.stream() + "]scale=iw*sar:ih,setsar=1");
    text.append(picture.framesPerSecond() > FASTEST ? ",fps=60" : "");
    text.append(",format=yuv420p,split=").append(rungs.size());
    rungs.forEach(it -> text.append("[s").append(it.side()).append("]"));
    for (var rung : rungs) {
      text.append(
          ";[s%1$d]scale=w='if(gte(iw,ih),-2,%1$d)':h='if(gte(iw,ih),%1$d,-2)'[%2$s]"
              .formatted(rung.side(), rung.name()));
    }
    return text.toString();
  }

  private static String streams(List<Rung> rungs, List<Track> sounds) {
    var streams = new ArrayList<String>();
    for (int i = 0; i < rungs.size(); i++) {
      streams.add("v:%d,name:%s".formatted(i, rungs.get(i).name()));
    }
    for (int i = 0; i < sounds.size(); i++) {
      streams.add("a:%d,name:a%d".formatted(i, i));
    }
    return String.join(" ", streams);
  }

  /// Nothing is added to `playlist` any more.
  private static void finish(Path playlist) throws IOException {
    var text = Files.readString(playlist);
    write(playlist, text.replace("#EXT-X-PLAYLIST-TYPE:EVENT", "#EXT-X-PLAYLIST-TYPE:VOD"));
  }

  static void write(Path file, String text) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Reads what ffmpeg tells of how far it is.
  private static final class Watch {
    private static final String SEGMENT = "#EXTINF:";
    private final Film film;
    private final Pass pass;
    private final DoublePredicate share;
    private final Headway headway;
    private boolean isToShow;

    Watch(Film film, Pass pass, boolean isToShow, DoublePredicate share, Headway headway) {
      this.film = film;
      this.pass = pass;
      this.isToShow = isToShow;
      this.share = share;
      this.headway = headway;
    }

    boolean read(String line) {
      var made = Headway.madeMs(line);
      if (made.isEmpty()) {
        return true;
      }
      try {
        if (isToShow && headway.isAhead(made.getAsLong()) && isBegun()) {
          var playlist = MasterPlaylist.of(film.probe(), pass.rungs(), pass.sounds());
          write(film.folder().resolve(MasterPlaylist.NAME), playlist);
          isToShow = false;
        }
      } catch (IOException e) {
        LOG.warn("could not show what is made of {}", film.source().file().getFileName(), e);
        return false;
      }
      return share.test(headway.share(made.getAsLong()));
    }

    /// Each of its playlists has what a player begins with.
    private boolean isBegun() throws IOException {
      for (var name : pass.names()) {
        var playlist = film.folder().resolve(name + ".m3u8");
        if (!Files.exists(playlist) || !isBegun(Files.readString(playlist))) {
          return false;
        }
      }
      return true;
    }

    private static boolean isBegun(String playlist) {
      return playlist.contains("#EXT-X-ENDLIST")
          || playlist.indexOf(SEGMENT) != playlist.lastIndexOf(SEGMENT);
    }
  }
}

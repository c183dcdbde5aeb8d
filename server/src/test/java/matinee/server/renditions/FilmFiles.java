package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Films that tests make by ffmpeg, in one folder.
final class FilmFiles {
  private final Path folder;

  FilmFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// What ffmpeg makes of `words`, in a file called `name`.
  Path make(String name, String... words) throws Exception {
    var file = folder.resolve(name);
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of(words));
    command.add(file.toString());
    var process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("ffmpeg made no " + name);
    }
    return file;
  }

  /// Some seconds of a picture of this size, as an input.
  static String picture(String size, int seconds) {
    return "testsrc2=size=%s:rate=25:duration=%d".formatted(size, seconds);
  }

  /// As [#old(int)], of eight seconds.
  Path old() throws Exception {
    return old(8);
  }

  /// So many seconds of MPEG-4 Part 2 with two tracks of AC-3 and with subtitles, in Matroska:
  /// nothing that Chromium plays.
  Path old(int seconds) throws Exception {
    var words = folder.resolve("words.srt");
    Files.writeString(words, "1\n00:00:00,000 --> 00:00:02,000\nHello\n");
    return make(
        "old.mkv",
        "-f",
        "lavfi",
        "-i",
        picture("640x480", seconds),
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=330:duration=" + seconds,
        "-i",
        words.toString(),
        "-map",
        "0",
        "-map",
        "1",
        "-map",
        "1",
        "-map",
        "2",
        "-c:v",
        "mpeg4",
        "-c:a",
        "ac3",
        "-c:s",
        "srt",
        "-metadata:s:a:0",
        "language=eng",
        "-metadata:s:a:1",
        "language=deu",
        "-metadata:s:a:1",
        "title=Kommentar",
        "-metadata:s:s:0",
        "language=fra");
  }

  /// Three seconds in Matroska with two tracks of subtitles, SubRip and ASS, and with files
  /// attached that are called as nothing may be that is written. They say what they are given to
  /// say.
  Path spoken(String subRip, String ass, byte[]... attached) throws Exception {
    var plain = Files.writeString(folder.resolve("plain.srt"), subRip);
    var styled = Files.writeString(folder.resolve("styled.ass"), ass);
    var words = new ArrayList<>(List.of("-f", "lavfi", "-i", picture("128x128", 3)));
    words.addAll(List.of("-i", plain.toString(), "-i", styled.toString()));
    words.addAll(List.of("-map", "0", "-map", "1", "-map", "2", "-c:v", "mpeg4", "-c:s", "copy"));
    words.addAll(List.of("-metadata:s:s:0", "language=fra"));
    words.addAll(List.of("-metadata:s:s:1", "title=Signs <b>& songs"));
    for (int i = 0; i < attached.length; i++) {
      var font = Files.write(folder.resolve("font" + i + ".ttf"), attached[i]);
      words.addAll(List.of("-attach", font.toString()));
      words.addAll(List.of("-metadata:s:t:" + i, "mimetype=application/x-truetype-font"));
      words.addAll(List.of("-metadata:s:t:" + i, "filename=../../evil" + i + ".ttf"));
    }
    return make("spoken.mkv", words.toArray(String[]::new));
  }

  /// Three seconds in MP4 with subtitles as mov_text.
  Path spokenMp4(String subRip) throws Exception {
    var words = Files.writeString(folder.resolve("words.srt"), subRip);
    var inputs = List.of("-f", "lavfi", "-i", picture("128x128", 3), "-i", words.toString());
    var outputs = List.of("-c:v", "mpeg4", "-c:s", "mov_text", "-metadata:s:s:0", "language=deu");
    return make(
        "spoken.mp4", Stream.of(inputs, outputs).flatMap(List::stream).toArray(String[]::new));
  }

  /// Five seconds of H.264 and AAC, in MP4.
  Path usual() throws Exception {
    return make(
        "usual.mp4",
        "-f",
        "lavfi",
        "-i",
        picture("320x180", 5),
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=330:duration=5",
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        "-preset",
        "ultrafast",
        "-c:a",
        "aac",
        "-metadata",
        "artist=<script>alert(1)</script>",
        "-metadata",
        "location=+48.2+011.6/");
  }

  /// Three seconds of VP9 without sound, in WebM.
  Path silent() throws Exception {
    return make(
        "silent.webm",
        "-f",
        "lavfi",
        "-i",
        picture("128x256", 3),
        "-c:v",
        "libvpx-vp9",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8");
  }
}

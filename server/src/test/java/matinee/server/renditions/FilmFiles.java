package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

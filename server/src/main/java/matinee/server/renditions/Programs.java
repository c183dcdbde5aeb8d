package matinee.server.renditions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The programs that make renditions, and those that keep them within bounds, by absolute paths.
/// `noNetwork` is what is put before a program so that it has no network, empty where the system
/// does not permit that.
record Programs(
    Path ffmpeg, Path ffprobe, Path prlimit, Path setpriv, Path nice, List<String> noNetwork) {
  private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

  /// In the order of the components.
  private static final List<String> WANTED =
      List.of("ffmpeg", "ffprobe", "prlimit", "setpriv", "nice");

  Programs {
    noNetwork = List.copyOf(noNetwork);
  }

  /// Those in the folders of `path`, if they are there; says in the log what that means.
  static Optional<Programs> find(String path) {
    var missing = WANTED.stream().filter(it -> find(path, it).isEmpty()).toList();
    if (!missing.isEmpty()) {
      LOG.info(
          "films are shown as they were uploaded, and nothing is made of those that some browsers do"
              + " not play: for that, install {}",
          String.join(", ", missing));
      return Optional.empty();
    }
    var found = WANTED.stream().flatMap(it -> find(path, it).stream()).toList();
    var noNetwork = find(path, "unshare").map(it -> List.of(it.toString(), "--user", "--net"));
    if (noNetwork.filter(Programs::isPermitted).isEmpty()) {
      LOG.warn(
          "ffmpeg runs with the network of this server, for the system does not let `unshare --user"
              + " --net` take it away; protocols other than files stay forbidden to it");
    }
    return Optional.of(
        new Programs(
            found.get(0),
            found.get(1),
            found.get(2),
            found.get(3),
            found.get(4),
            noNetwork.filter(Programs::isPermitted).orElse(List.of())));
  }

  private static Optional<Path> find(String path, String name) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(it -> !it.isEmpty())
        .map(it -> Path.of(it).resolve(name))
        .filter(it -> it.isAbsolute() && Files.isExecutable(it))
        .findFirst();
  }

  private static boolean isPermitted(List<String> noNetwork) {
    try {
      var command = new ArrayList<>(noNetwork);
      command.add("true");
      var nowhere = ProcessBuilder.Redirect.DISCARD;
      return new ProcessBuilder(command)
              .redirectOutput(nowhere)
              .redirectError(nowhere)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What is put before a program so that it keeps within `bounds`, gives way to everything else,
  /// and ends with the thread that started it.
  List<String> confining(Bounds bounds) {
    var words = new ArrayList<>(noNetwork);
    words.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--no-new-privs"));
    words.addAll(
        List.of(
            prlimit.toString(),
            "--as=" + bounds.memoryBytes(),
            "--cpu=" + bounds.processor().toSeconds(),
            "--fsize=" + bounds.fileBytes(),
            "--core=0"));
    words.addAll(List.of(nice.toString(), "-n", "19"));
    return words;
  }
}

package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import matinee.wire.Decoded;
import matinee.wire.TraceLine;
import matinee.wire.TraceLines;

/// The traces of a folder and of those below it, each folder by itself: what all its processes told
/// of one history, joined.
///
/// `faults` say what makes a trace no trace, each naming a line. `holes` is how often nobody told
/// how a room came to be what it was. `lines` is how many lines there are.
record Histories(List<History> all, List<String> faults, int holes, int lines) {
  private static final String SUFFIX = ".jsonl";

  Histories {
    all = List.copyOf(all);
    faults = List.copyOf(faults);
  }

  static Histories below(List<Path> roots) throws IOException {
    var all = new ArrayList<History>();
    var faults = new ArrayList<String>();
    var there = new ArrayList<Path>();
    for (var root : roots) {
      if (Files.isDirectory(root)) {
        there.add(root);
      } else {
        faults.add("there is no folder " + root + ": name one that a server was given as --trace");
      }
    }
    int holes = 0;
    int lines = 0;
    for (var files : byFolder(there)) {
      var joining = new Joining(faults);
      for (var file : files) {
        var told = read(file, faults);
        lines += told.size();
        joining.add(file, told);
      }
      all.addAll(joining.histories());
      holes += joining.holes();
    }
    return new Histories(all, faults, holes, lines);
  }

  /// The files of each folder, in the order in which their processes started.
  private static Iterable<List<Path>> byFolder(List<Path> roots) throws IOException {
    var folders = new LinkedHashMap<Path, List<Path>>();
    for (var root : roots) {
      try (var files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(SUFFIX))
            .sorted()
            .forEach(
                file ->
                    folders
                        .computeIfAbsent(file.resolveSibling(""), _ -> new ArrayList<>())
                        .add(file));
      }
    }
    return folders.values();
  }

  /// The lines of `file`. One that was not ended, because the process was killed, is none.
  private static List<TraceLine> read(Path file, List<String> faults) throws IOException {
    var text = Files.readString(file);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    var lines = new ArrayList<TraceLine>();
    for (var line : whole.lines().toList()) {
      switch (TraceLines.decode(line)) {
        case Decoded.Value<TraceLine>(var value) -> lines.add(value);
        case Decoded.Malformed<TraceLine>(var _, var message) -> {
          faults.add(file + ":" + (lines.size() + 1) + ": " + message);
          return lines;
        }
      }
    }
    return lines;
  }

  /// How many states there are when every step of every history is taken: one before each, and one
  /// at the end.
  long states() {
    return all.stream().mapToLong(history -> history.steps().size() + 1L).sum();
  }
}

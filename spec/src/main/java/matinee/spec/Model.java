package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One configuration of the specification: `file` names it, its first line says which `module` it
/// bounds, and its folder what is expected of it.
record Model(Path file, String module, Expectation expectation) {
  private static final Pattern HEAD = Pattern.compile("\\\\\\* ([A-Za-z]+): .*");

  /// What the folder of a configuration says about it.
  enum Expectation {
    /// Everything that it names is true.
    HOLDS("models"),
    /// As `HOLDS`, for what the real code did.
    HOLDS_TRACES("traces"),
    /// As `HOLDS`, with larger bounds.
    HOLDS_DEEP("deep"),
    /// What it names is false: the counterexample shows that the case is reached at all.
    FAILS("reach"),
    /// As `FAILS`: a planted mistake, which has to be caught.
    CAUGHT("mistakes");

    private final String folder;

    Expectation(String folder) {
      this.folder = folder;
    }

    boolean holds() {
      return switch (this) {
        case HOLDS, HOLDS_TRACES, HOLDS_DEEP -> true;
        case FAILS, CAUGHT -> false;
      };
    }
  }

  /// All configurations below the folder `spec`, in the order of their names; those of `deep/` only
  /// when that is wanted.
  static List<Model> below(Path spec, boolean deep) throws IOException {
    var wanted =
        Stream.of(Expectation.values()).filter(it -> deep || it != Expectation.HOLDS_DEEP).toList();
    var models = Stream.<Model>builder();
    for (var expectation : wanted) {
      for (var file : files(spec.resolve(expectation.folder))) {
        models.add(new Model(file, module(file), expectation));
      }
    }
    return models.build().toList();
  }

  /// As `models/order`.
  String name() {
    return expectation.folder + "/" + fileName().replace(".cfg", "");
  }

  private String fileName() {
    return file.getName(file.getNameCount() - 1).toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".cfg")).sorted().toList();
    }
  }

  private static String module(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      var head = HEAD.matcher(lines.findFirst().orElse(""));
      if (!head.matches()) {
        throw new IllegalArgumentException(
            file + ": the first line must be `\\* MODULE: what this configuration shows`");
      }
      return head.group(1);
    }
  }
}

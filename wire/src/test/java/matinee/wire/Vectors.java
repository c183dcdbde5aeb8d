package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The golden vectors of `protocol/messages/`.
final class Vectors {

  private Vectors() {}

  /// A text that is a message, and the one way to write that message.
  record Valid(String name, String text, String canonical) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A text that is none, and the path of the field at fault.
  record Malformed(String name, String text, String field) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Valid> valid(String sender) {
    return read(sender + ".valid.json").stream()
        .map(one -> new Valid(text(one, "name"), text(one, "text"), text(one, "canonical")))
        .toList();
  }

  static List<Malformed> malformed(String sender) {
    return read(sender + ".malformed.json").stream()
        .map(one -> new Malformed(text(one, "name"), text(one, "text"), text(one, "field")))
        .toList();
  }

  private static List<Json.Members> read(String file) {
    assertThat(JsonReader.read(content(file))).isInstanceOf(Json.Items.class);
    return ((Json.Items) JsonReader.read(content(file)))
        .list().stream().map(Json.Members.class::cast).toList();
  }

  private static String text(Json.Members vector, String name) {
    return ((Json.Text) vector.values()[vector.indexOf(name)]).value();
  }

  private static String content(String file) {
    try {
      return Files.readString(folder().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("protocol/messages"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no protocol/messages at or above here"));
  }
}

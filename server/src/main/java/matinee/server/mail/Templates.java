package matinee.server.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import matinee.server.mail.Template.Paragraph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The templates of all letters, as they stand in files beside the program, one for each language,
/// and the frame that they share. Read when the first letter is written.
final class Templates {
  private static final Map<Language, Map<Kind, Template>> ALL = read();

  private Templates() {}

  static Template of(Kind kind, Language language) {
    return Objects.requireNonNull(
        Objects.requireNonNull(ALL.get(language)).get(kind), kind + " in " + language);
  }

  private static Map<Language, Map<Kind, Template>> read() {
    var frame = file("frame.html");
    var all = new EnumMap<Language, Map<Kind, Template>>(Language.class);
    for (var language : Language.values()) {
      var letters = JsonMapper.shared().readTree(file(language.tag() + ".json"));
      var templates = new EnumMap<Kind, Template>(Kind.class);
      for (var kind : Kind.values()) {
        templates.put(kind, template(letters.required(kind.word()), frame));
      }
      all.put(language, templates);
    }
    return all;
  }

  private static Template template(JsonNode letter, String frame) {
    return new Template(
        letter.required("subject").asString(),
        letter.required("body").values().stream().map(Templates::paragraph).toList(),
        frame);
  }

  private static Paragraph paragraph(JsonNode part) {
    if (part.isString()) {
      return new Paragraph.Text(part.asString());
    }
    var kind = part.propertyNames().iterator().next();
    var words = part.required(kind).asString();
    return switch (kind) {
      case "quote" -> new Paragraph.Quote(words);
      case "button" -> new Paragraph.Button(words);
      case "stop" -> new Paragraph.Stopping(words);
      default -> throw new IllegalStateException("a letter has no " + kind);
    };
  }

  private static String file(String name) {
    try (var stream = Templates.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}

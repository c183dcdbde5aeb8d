package matinee.server.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of one object of a request, each asked for by name and type. What nobody asked for is
/// refused, so is a name that stands twice, nesting deeper than 8 and text after the end. Methods
/// throw [Refusal], naming the field.
final class Fields {
  private static final int MAX_DEPTH = 8;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String path;
  private final ObjectNode object;
  private final Set<String> asked = new HashSet<>();

  private Fields(String path, ObjectNode object) {
    this.path = path;
    this.object = object;
  }

  /// What `shape` makes of the one object that `text` is.
  static <T> T read(String text, Function<Fields, T> shape) {
    try {
      return shaped("", JSON.readTree(text), shape);
    } catch (JacksonException _) {
      throw new Refusal(
          new Problem(
              400,
              "malformed",
              "The request is not well-formed JSON.",
              "Send one JSON object, without text after it and without a name that stands twice."));
    }
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> refusal(name, "is missing"));
  }

  Optional<String> optionalText(String name) {
    return node(name)
        .map(
            node -> {
              if (!node.isString()) {
                throw refusal(name, "must be text");
              }
              return node.stringValue();
            });
  }

  /// Texts, `most` at most.
  List<String> texts(String name, int most) {
    var node = node(name).orElseThrow(() -> refusal(name, "is missing"));
    if (!node.isArray() || node.size() > most || !node.valueStream().allMatch(JsonNode::isString)) {
      throw refusal(name, "must be a list of texts, at most " + most);
    }
    return node.valueStream().map(JsonNode::stringValue).toList();
  }

  /// Yes or no.
  boolean flag(String name) {
    var node = node(name).orElseThrow(() -> refusal(name, "is missing"));
    if (!node.isBoolean()) {
      throw refusal(name, "must be true or false");
    }
    return node.booleanValue();
  }

  /// A whole number from 0 to `most`.
  Optional<Integer> optionalCount(String name, int most) {
    return node(name)
        .map(
            node -> {
              if (!node.isInt() || node.intValue() < 0 || node.intValue() > most) {
                throw refusal(name, "must be a whole number, 0 to " + most);
              }
              return node.intValue();
            });
  }

  /// A whole number that JSON carries exactly.
  long whole(String name) {
    var node = node(name).orElseThrow(() -> refusal(name, "is missing"));
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw refusal(name, "must be a whole number");
    }
    return node.longValue();
  }

  <T> T object(String name, Function<Fields, T> shape) {
    return optionalObject(name, shape).orElseThrow(() -> refusal(name, "is missing"));
  }

  <T> Optional<T> optionalObject(String name, Function<Fields, T> shape) {
    return node(name).map(node -> shaped(pathOf(name), node, shape));
  }

  /// What `make` makes of `value`; the words of its `IllegalArgumentException` are told to the
  /// sender.
  <T> T checked(String name, String value, Function<String, T> make) {
    try {
      return make.apply(value);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Problem.field(pathOf(name), String.valueOf(e.getMessage())));
    }
  }

  Refusal refusal(String name, String what) {
    return new Refusal(Problem.field(pathOf(name), pathOf(name) + " " + what + "."));
  }

  /// What `shape` makes of each of at most `most` objects.
  <T> List<T> objects(String name, int most, Function<Fields, T> shape) {
    var node = node(name).orElseThrow(() -> refusal(name, "is missing"));
    if (!node.isArray() || node.size() > most) {
      throw refusal(name, "must be a list of objects, at most " + most);
    }
    return node.valueStream().map(one -> shaped(pathOf(name), one, shape)).toList();
  }

  private static <T> T shaped(String path, JsonNode node, Function<Fields, T> shape) {
    if (!(node instanceof ObjectNode object)) {
      throw new Refusal(
          Problem.field(path, (path.isEmpty() ? "The request" : path) + " must be an object."));
    }
    var fields = new Fields(path, object);
    var result = shape.apply(fields);
    for (var name : object.propertyNames()) {
      if (!fields.asked.contains(name)) {
        throw fields.refusal(name, "is not known here");
      }
    }
    return result;
  }

  private Optional<JsonNode> node(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

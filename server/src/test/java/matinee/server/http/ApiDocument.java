package matinee.server.http;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/// protocol/openapi.yaml, as a test reads it.
final class ApiDocument {
  private static final Path FILE = Path.of("../protocol/openapi.yaml");
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  private final JsonObject document;

  /// One documented answer: what `operation` may say with `status`.
  record Documented(String operation, int status) {}

  /// What can be asked for: `path` has a name in braces where something of that kind belongs.
  record Operation(String id, String method, String path) {
    private static final Set<String> READING = Set.of("get", "head");

    boolean isChanging() {
      return !READING.contains(method);
    }

    /// The line that asks for it in `room`, and elsewhere for what is not there.
    String line(String room) {
      var place = path.replace("{room}", room).replaceAll("[{][a-z]+[}]", "none");
      return method.toUpperCase(Locale.ROOT) + " " + place;
    }
  }

  private ApiDocument(JsonObject document) {
    this.document = document;
  }

  static ApiDocument read() {
    try {
      Map<String, Object> yaml = new Yaml().load(Files.readString(FILE));
      return new ApiDocument(new JsonObject(new JsonObject(yaml).encode()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every answer that every operation may give.
  List<Documented> answers() {
    List<Documented> answers = new ArrayList<>();
    for (var path : document.getJsonObject("paths")) {
      for (var entry : (JsonObject) path.getValue()) {
        if (METHODS.contains(entry.getKey())) {
          var operation = (JsonObject) entry.getValue();
          for (var status : operation.getJsonObject("responses").fieldNames()) {
            answers.add(
                new Documented(operation.getString("operationId"), Integer.parseInt(status)));
          }
        }
      }
    }
    return answers;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.getJsonObject("paths")) {
      for (var entry : (JsonObject) path.getValue()) {
        if (METHODS.contains(entry.getKey())) {
          var id = ((JsonObject) entry.getValue()).getString("operationId");
          operations.add(new Operation(id, entry.getKey(), path.getKey()));
        }
      }
    }
    return operations;
  }

  /// Who is let in to `operation`, by its `x-may`.
  Set<Caller> callers(Operation operation) {
    var may = described(operation).getJsonArray("x-may");
    if (may == null) {
      throw new AssertionError(operation.id() + " has no x-may: say who may ask for it");
    }
    var names = may.stream().map(it -> it.toString().toUpperCase(Locale.ROOT)).toList();
    return names.equals(List.of("EVERYBODY"))
        ? EnumSet.allOf(Caller.class)
        : names.stream().map(Caller::valueOf).collect(Collectors.toSet());
  }

  /// The first body of JSON that the document has as an example for asking for `operation`.
  Optional<JsonObject> example(Operation operation) {
    var body = described(operation).getJsonObject("requestBody", new JsonObject());
    var json = body.getJsonObject("content", new JsonObject()).getJsonObject("application/json");
    if (json == null) {
      return Optional.empty();
    }
    return json.containsKey("example")
        ? Optional.of(json.getJsonObject("example"))
        : json.getJsonObject("examples").stream()
            .findFirst()
            .map(it -> ((JsonObject) it.getValue()).getJsonObject("value"));
  }

  private JsonObject described(Operation operation) {
    return document
        .getJsonObject("paths")
        .getJsonObject(operation.path())
        .getJsonObject(operation.method());
  }

  /// Whether every example in the document fits the schema beside it; the paths of those that do
  /// not.
  List<String> wrongExamples() {
    List<String> wrong = new ArrayList<>();
    collectWrongExamples("#", document, wrong);
    return wrong;
  }

  private void collectWrongExamples(String path, JsonObject at, List<String> wrong) {
    var schema = at.getValue("schema");
    if (schema instanceof JsonObject found) {
      if (at.containsKey("example") && !fits(found, at.getValue("example"))) {
        wrong.add(path + "/example");
      }
      for (var example : at.getJsonObject("examples", new JsonObject())) {
        if (!fits(found, ((JsonObject) example.getValue()).getValue("value"))) {
          wrong.add(path + "/examples/" + example.getKey());
        }
      }
    }
    for (var entry : at) {
      if (entry.getValue() instanceof JsonObject below) {
        collectWrongExamples(path + "/" + entry.getKey(), below, wrong);
      }
    }
  }

  /// Does `answer` fit what the document says of `operation` and its status?
  boolean fits(String operation, Answer answer) {
    var response = response(operation, answer.status());
    var content = response.getJsonObject("content", new JsonObject());
    for (var header : response.getJsonObject("headers", new JsonObject()).fieldNames()) {
      if (answer.header(header).isEmpty()) {
        return false;
      }
    }
    var type = answer.header("Content-Type").orElse("").split(";", 2)[0];
    if (content.isEmpty()) {
      return true;
    }
    if (!content.containsKey(type)) {
      return false;
    }
    return !type.endsWith("json")
        || fits(content.getJsonObject(type).getJsonObject("schema"), new JsonObject(answer.text()));
  }

  private JsonObject response(String operation, int status) {
    for (var path : document.getJsonObject("paths")) {
      for (var entry : (JsonObject) path.getValue()) {
        if (entry.getValue() instanceof JsonObject found
            && operation.equals(found.getString("operationId"))) {
          var response = found.getJsonObject("responses").getJsonObject(Integer.toString(status));
          if (response == null) {
            throw new AssertionError(operation + " does not document " + status);
          }
          return resolved(response);
        }
      }
    }
    throw new AssertionError("no operation is called " + operation);
  }

  private JsonObject resolved(JsonObject response) {
    var ref = response.getString("$ref");
    return ref == null
        ? response
        : document
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
  }

  /// The validator writes into what it is given: it gets a copy.
  private boolean fits(JsonObject schema, Object value) {
    var whole =
        schema
            .copy()
            .put("$id", "https://matinee.example/schema")
            .put("components", document.getJsonObject("components").copy());
    var options =
        new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("https://matinee.example/");
    return Validator.create(JsonSchema.of(whole), options).validate(value).getValid();
  }
}

package matinee.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import matinee.server.screenings.Answer;
import matinee.server.screenings.Person;
import matinee.server.screenings.Screening;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How screenings look in answers.
final class ScreeningText {

  private ScreeningText() {}

  /// As it is shown to `reader`, if that is known: what is theirs is marked.
  static ObjectNode of(Screening screening, List<Answer> answers, Optional<Person> reader) {
    var json = JsonNodeFactory.instance.objectNode();
    var time = screening.time();
    json.put("screening", screening.id().value())
        .put("path", path(screening))
        .put("room", screening.room().value())
        .put("title", screening.film().title())
        .put("by", screening.owner().name())
        .put("mine", reader.filter(Person.of(screening.owner().id())::equals).isPresent())
        .put("startsAt", time.instant().toString())
        .put("zone", time.zone().getId())
        .put("local", time.local().toString())
        .put("wall", time.wall().name().toLowerCase(Locale.ROOT))
        .put("sequence", screening.sequence())
        .put("state", screening.state().name().toLowerCase(Locale.ROOT));
    var all = json.putArray("answers");
    for (var answer : answers) {
      all.addObject().put("name", answer.name()).put("answer", answer.coming().word());
      if (reader.filter(answer.person()::equals).isPresent()) {
        json.put("answer", answer.coming().word());
      }
    }
    return json;
  }

  /// As it is shown in its room, and among those that were planned together.
  static ObjectNode sitting(Screening screening) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", path(screening))
        .put("title", screening.film().title())
        .put("startsAt", screening.time().instant().toString())
        .put("state", screening.state().name().toLowerCase(Locale.ROOT));
  }

  /// The page of a screening.
  static String path(Screening screening) {
    return "/screenings/" + screening.id().value();
  }
}

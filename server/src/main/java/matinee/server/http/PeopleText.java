package matinee.server.http;

import java.util.List;
import matinee.server.people.Circle;
import matinee.server.whereabouts.Present;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How people and their friends look in answers.
final class PeopleText {

  private PeopleText() {}

  static ObjectNode present(List<Present> present) {
    var json = JsonNodeFactory.instance.objectNode();
    var friends = json.putArray("friends");
    for (var one : present) {
      var rooms = friends.addObject().put("id", one.friend().value()).putArray("rooms");
      one.rooms().forEach(room -> rooms.add(room.value()));
    }
    return json;
  }

  static ObjectNode circle(Circle circle) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("handle", circle.handle().shown())
        .put("news", circle.news())
        .put("shown", circle.isShown());
    var friends = json.putArray("friends");
    for (var friend : circle.friends()) {
      var one = friends.addObject();
      one.put("id", friend.id().value())
          .put("name", friend.name())
          .put("note", friend.note())
          .put("since", friend.since().toString());
      friend.portrait().ifPresent(it -> one.put("portrait", it.value()));
    }
    var asked = json.putArray("asked");
    for (var request : circle.asked()) {
      asked
          .addObject()
          .put("id", request.id())
          .put("to", request.to())
          .put("at", request.at().toString());
    }
    var asking = json.putArray("asking");
    for (var person : circle.asking()) {
      var one = asking.addObject();
      one.put("id", person.id().value())
          .put("name", person.name())
          .put("at", person.at().toString());
      person.portrait().ifPresent(it -> one.put("portrait", it.value()));
    }
    var blocked = json.putArray("blocked");
    for (var person : circle.blocked()) {
      blocked.addObject().put("id", person.id().value()).put("name", person.name());
    }
    return json;
  }
}

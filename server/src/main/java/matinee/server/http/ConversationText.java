package matinee.server.http;

import java.util.List;
import matinee.server.conversations.InvitationAnswer;
import matinee.server.conversations.Message;
import matinee.server.conversations.Page;
import matinee.server.conversations.Talk;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How conversations look in answers.
final class ConversationText {

  private ConversationText() {}

  static ObjectNode talks(List<Talk> talks) {
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("conversations");
    for (var talk : talks) {
      var one = all.addObject();
      one.put("with", talk.with().value())
          .put("note", talk.note())
          .put("open", talk.isOpen())
          .put("unread", talk.unread());
      talk.name().ifPresent(it -> one.put("name", it));
      talk.portrait().ifPresent(it -> one.put("portrait", it.value()));
      talk.newest().forEach(it -> one.set("newest", message(it)));
    }
    return json;
  }

  static ObjectNode page(Page page) {
    var json = JsonNodeFactory.instance.objectNode();
    var messages = json.putArray("messages");
    page.messages().forEach(it -> messages.add(message(it)));
    return json.put("changes", page.changes()).put("read", page.read()).put("more", page.more());
  }

  static ObjectNode message(Message message) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("number", message.number())
        .put("change", message.change())
        .put("by", message.by().value())
        .put("at", message.at().toString());
    switch (message.content()) {
      case Message.Said(var text, var edited) -> {
        json.put("type", "said").put("text", text);
        edited.ifPresent(it -> json.put("editedAt", it.toString()));
      }
      case Message.Invited(var to, var answer) ->
          json.put("type", "invited")
              .put("room", to.room())
              .put("title", to.title())
              .put("answer", answer.map(InvitationAnswer::word).orElse("none"))
              .put("endsAt", message.at().plus(Message.Invited.OPEN_FOR).toString());
      case Message.Deleted _ -> json.put("type", "deleted");
    }
    return json;
  }
}

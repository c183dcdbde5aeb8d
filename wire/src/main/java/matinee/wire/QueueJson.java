package matinee.wire;

import matinee.room.Queue;
import matinee.room.QueueItem;
import matinee.room.RoomState;

/// The JSON of a room's queue: the field `queue`, which is left out while it is as in a new room.
final class QueueJson {

  private QueueJson() {}

  /// Reads the field `queue`, which rooms of an earlier build do not have.
  static Queue readIfAny(Fields fields) {
    return fields.has("queue") ? fields.object("queue", QueueJson::read) : RoomState.NEW.queue();
  }

  private static Queue read(Fields fields) {
    var advance =
        fields.has("dueMs") ? new Queue.Advance.At(fields.time("dueMs")) : Queue.Advance.No.NO;
    return new Queue(
        fields.flag("autoAdvance"), advance, fields.list("items", QueueJson::readItem));
  }

  private static QueueItem readItem(Fields fields) {
    return new QueueItem(
        fields.revision("item"),
        fields.object("media", MediaJson::read),
        fields.member("member"),
        fields.members("votes"));
  }

  /// Leaves it out while it is as in a new room.
  static void write(JsonWriter json, Queue queue) {
    if (queue.equals(RoomState.NEW.queue())) {
      return;
    }
    json.name("queue").open().field("autoAdvance", queue.autoAdvance());
    switch (queue.advance()) {
      case Queue.Advance.No _ -> {}
      case Queue.Advance.At(var due) -> json.field("dueMs", due);
    }
    json.openList("items");
    for (var item : queue.items()) {
      json.open().field("item", item.id());
      MediaJson.write(json, item.media());
      json.field("member", item.by().value()).openList("votes");
      item.votes().forEach(member -> json.item(member.value()));
      json.closeList().close();
    }
    json.closeList().close();
  }
}

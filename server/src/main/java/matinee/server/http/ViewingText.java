package matinee.server.http;

import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.server.viewings.Viewing;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How what people have watched looks in answers.
final class ViewingText {

  private ViewingText() {}

  static ObjectNode page(Viewing.Page page) {
    var json = JsonNodeFactory.instance.objectNode();
    var viewings = json.putArray("viewings");
    page.viewings().forEach(it -> viewings.add(viewing(it)));
    return json.put("total", page.total()).put("kept", page.isKept()).put("shown", page.isShown());
  }

  static ObjectNode viewing(Viewing viewing) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", viewing.id().value()).put("room", viewing.room().value());
    json.set("media", media(viewing.media()));
    json.put("positionMs", viewing.positionMs())
        .put("firstAt", viewing.first().toString())
        .put("lastAt", viewing.last().toString());
    var company = json.putArray("with");
    viewing.company().forEach(company::add);
    return json;
  }

  private static ObjectNode media(Media media) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("ref", ref(media.ref()));
    json.put("title", media.title());
    switch (media.length()) {
      case Length.Known(long ms) -> json.put("lengthMs", ms);
      case Length.Unknown _ -> {}
    }
    return json;
  }

  private static ObjectNode ref(MediaRef ref) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (ref) {
      case MediaRef.Upload(var film) -> json.put("type", "upload").put("film", film);
      case MediaRef.Address(var url) -> json.put("type", "address").put("url", url);
      case MediaRef.Site(var url) -> json.put("type", "site").put("url", url);
      case MediaRef.Embed(var provider, var id) ->
          json.put("type", "embed").put("provider", provider.name()).put("id", id);
      case MediaRef.OwnCopy(long bytes, var salt, var hash) ->
          json.put("type", "ownCopy").put("bytes", bytes).put("salt", salt).put("hash", hash);
    };
  }
}

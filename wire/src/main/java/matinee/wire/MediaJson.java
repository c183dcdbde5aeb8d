package matinee.wire;

import matinee.room.Available;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Provider;

/// The JSON of a media, its reference and its length.
final class MediaJson {

  private MediaJson() {}

  static Media read(Fields fields) {
    var ref = fields.object("ref", MediaJson::readRef);
    var title = fields.text("title");
    var length = readLength(fields);
    return fields.built("title", () -> new Media(ref, title, length));
  }

  private static MediaRef readRef(Fields fields) {
    return switch (fields.text("type")) {
      case "upload" -> readUpload(fields);
      case "address" -> {
        var url = fields.text("url");
        yield fields.built("url", () -> new MediaRef.Address(url));
      }
      case "site" -> {
        var url = fields.text("url");
        yield fields.built("url", () -> new MediaRef.Site(url));
      }
      case "embed" -> {
        var provider = fields.oneOf("provider", Provider.values());
        var id = fields.text("id");
        yield fields.built("id", () -> new MediaRef.Embed(provider, id));
      }
      case "ownCopy" -> readOwnCopy(fields);
      default -> throw fields.fault("type", "must be upload, address, embed, site or ownCopy");
    };
  }

  /// The film that the field `film` names.
  static MediaRef.Upload readUpload(Fields fields) {
    var film = fields.text("film");
    return fields.built("film", () -> new MediaRef.Upload(film));
  }

  private static MediaRef readOwnCopy(Fields fields) {
    long bytes = fields.count("bytes");
    var salt = fields.text("salt");
    var hash = fields.text("hash");
    return new MediaRef.OwnCopy(bytes, salt, hash);
  }

  /// The field `lengthMs`, which is left out while the length is unknown.
  static Length readLength(Fields fields) {
    return fields.has("lengthMs") ? readKnownLength(fields) : Length.Unknown.UNKNOWN;
  }

  static Length.Known readKnownLength(Fields fields) {
    long ms = fields.count("lengthMs");
    return fields.built("lengthMs", () -> new Length.Known(ms));
  }

  /// The field `availableMs`, which is left out where all is there.
  static Available readAvailable(Fields fields) {
    if (!fields.has("availableMs")) {
      return Available.All.ALL;
    }
    long ms = fields.count("availableMs");
    return fields.built("availableMs", () -> new Available.Until(ms));
  }

  static void writeAvailable(JsonWriter json, Available available) {
    switch (available) {
      case Available.All _ -> {}
      case Available.Until(long ms) -> json.field("availableMs", ms);
    }
  }

  /// Writes the field `media`.
  static void write(JsonWriter json, Media media) {
    json.name("media");
    writeObject(json, media);
  }

  static void writeObject(JsonWriter json, Media media) {
    json.open().name("ref");
    switch (media.ref()) {
      case MediaRef.Upload(var film) -> json.open("upload").field("film", film);
      case MediaRef.Address(var url) -> json.open("address").field("url", url);
      case MediaRef.Site(var url) -> json.open("site").field("url", url);
      case MediaRef.Embed(var provider, var id) ->
          json.open("embed").field("provider", provider.name()).field("id", id);
      case MediaRef.OwnCopy(long bytes, var salt, var hash) ->
          json.open("ownCopy").field("bytes", bytes).field("salt", salt).field("hash", hash);
    }
    json.close().field("title", media.title());
    writeLength(json, media.length());
    json.close();
  }

  static void writeLength(JsonWriter json, Length length) {
    switch (length) {
      case Length.Known(long ms) -> json.field("lengthMs", ms);
      case Length.Unknown _ -> {}
    }
  }
}

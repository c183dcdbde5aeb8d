package matinee.server.http;

import io.vertx.core.json.JsonObject;
import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import matinee.server.http.ApiDocument.Operation;
import matinee.server.portraits.Pictures;

/// How each [Caller] asks for each operation of the document: with what it has to show, for the
/// room of an evening and what belongs to Anna, and with the body that the document gives as an
/// example wherever that fits.
final class Asking {
  /// Whose body is a picture.
  private static final Set<String> PICTURES =
      Set.of("setPortrait", "setTitlePoster", "setSeriesPoster");

  private final House house;
  private final Evening evening;
  private final Circle circle;
  private final ApiDocument document;

  Asking(House house, Evening evening, Circle circle, ApiDocument document) {
    this.house = house;
    this.evening = evening;
    this.circle = circle;
    this.document = document;
  }

  Answer ask(Operation operation, Caller caller) throws Exception {
    var isSignedIn = caller == Caller.ACCOUNT || caller == Caller.OTHER;
    if (operation.id().equals("listenForNews") && isSignedIn) {
      try (var ear = new NewsEar(house, circle.browser(caller))) {
        return ear.begun();
      }
    }
    if (operation.id().equals("uploadFilm")) {
      return house.upload("b.webm", Samples.webm(1_000, 1), shown(operation, caller, ""));
    }
    if (operation.path().startsWith("/api/uploads")) {
      return tus(operation, caller);
    }
    var line = operation.method().toUpperCase(Locale.ROOT) + " " + path(operation, caller);
    if (PICTURES.contains(operation.id())) {
      var red = Pictures.png(10, 10, Color.RED);
      return house.sendFile(line, red, "image/png", shown(operation, caller, ""));
    }
    var body = body(operation, caller).map(JsonObject::encode);
    var head = shown(operation, caller, body.orElse(""));
    return body.isPresent() ? house.send(line, body.get(), head) : house.ask(line, head);
  }

  /// An upload that has begun is known by its address, which nobody guesses.
  private Answer tus(Operation operation, Caller caller) throws Exception {
    var uploads = new TusClient(house.port());
    var isProved = caller == Caller.PROOF && operation.path().endsWith("}");
    var upload = isProved ? uploads.begin(100) : "/api/uploads/none";
    var shown = shown(operation, caller, "");
    return switch (operation.id()) {
      case "beginUpload" -> uploads.ask("POST /api/uploads", "Upload-Length: 100", shown);
      case "continueUpload" -> uploads.append(upload, 0, Samples.webm(50, 1), shown);
      default -> uploads.ask(operation.method().toUpperCase(Locale.ROOT) + " " + upload, "", shown);
    };
  }

  private String path(Operation operation, Caller caller) throws Exception {
    if (operation.path().equals("/films/{film}")) {
      return evening.filmOf(caller);
    }
    if (operation.path().startsWith("/films/{film}/{address}/")) {
      return evening.filmOf(caller).replace('?', '/') + "/master.m3u8";
    }
    var path = operation.path().replace("{film}", evening.film());
    if (path.contains("{invitation}")) {
      var isSent = operation.id().equals("sendInvitationAgain");
      path = path.replace("{invitation}", (isSent ? sent() : invitation()).getString("id"));
    }
    if (path.contains("{portrait}")) {
      // Nobody guesses the address of one.
      var portrait = caller == Caller.PROOF ? circle.portrait() : "none";
      path = path.replace("{portrait}", portrait).replace("{size}", "64");
    }
    if (path.contains("{title}")) {
      path = path.replace("{title}", circle.film());
    }
    if (path.contains("{series}")) {
      path = path.replace("{series}", circle.series());
    }
    if (path.contains("{poster}")) {
      // Nobody guesses the address of one.
      path = path.replace("{poster}", caller == Caller.PROOF ? circle.poster() : "none");
    }
    if (path.contains("{subtitles}")) {
      path = path.replace("{subtitles}", offered());
    }
    if (path.contains("{device}")) {
      path = path.replace("{device}", circle.device());
    }
    if (path.contains("{feed}")) {
      // Nobody guesses one.
      path = path.replace("{feed}", caller == Caller.PROOF ? circle.feed() : "none");
    }
    if (path.contains("{screening}")) {
      path = path.replace("{screening}", circle.screening());
    }
    if (path.contains("{token}")) {
      // Nobody makes one who is not this server.
      path = path.replace("{token}", caller == Caller.PROOF ? house.letters().stopToken() : "none");
    }
    if (path.contains("{person}")) {
      path = path.replace("{person}", circle.person(operation.id(), path));
    }
    if (path.contains("{viewing}")) {
      path = path.replace("{viewing}", "none"); // so it is whoever asks
    }
    if (path.contains("{request}")) {
      path = path.replace("{request}", circle.request());
    }
    if (operation.id().equals("searchChat")) {
      path += "?search=hello";
    }
    var room = path.startsWith("/api/me/") ? circle.room() : evening.room();
    var number = operation.id().equals("answerInvitation") ? "2" : "1";
    return path.replace("{room}", room).replace("{number}", number);
  }

  /// The headers by which `caller` shows who it is.
  private String[] shown(Operation operation, Caller caller, String body) throws Exception {
    return switch (caller) {
      case NOBODY -> new String[0];
      case STRANGER, BANNED, COMPANION, WATCHER, GUEST, MEMBER, HOST, OWNER ->
          operation.id().equals("issueTicket")
              ? new String[0]
              : new String[] {evening.pass(caller)};
      case ACCOUNT, OTHER -> {
        var browser = circle.browser(caller);
        yield new String[] {browser.bearer(), browser.cookie(), "Sec-Fetch-Site: same-origin"};
      }
      case PROOF -> proof(operation, body);
    };
  }

  private String[] proof(Operation operation, String body) throws Exception {
    if (operation.path().startsWith("/api/regions/")) {
      var us = OtherRegion.knowing(OtherRegion.REGIONS.secret());
      return us.head(path(operation, Caller.PROOF), house.now(), body);
    }
    // A letter to somebody who is signed in is shown by that account.
    return List.of("confirmAddress", "confirmEmail").contains(operation.id())
        ? new String[] {circle.browser(Caller.ACCOUNT).bearer()}
        : new String[0];
  }

  private Optional<JsonObject> body(Operation operation, Caller caller) throws Exception {
    var id = operation.id();
    if (operation.path().startsWith("/api/regions/")) {
      return Optional.of(luggage(id));
    }
    var body = document.example(operation);
    if (body.isEmpty()) {
      return body;
    }
    var fitting = new HashMap<String, Object>();
    if (id.equals("issueTicket") && evening.knows(caller)) {
      fitting.put("pass", evening.bare(caller));
    }
    if (body.get().containsKey("token") && caller == Caller.PROOF) {
      fitting.put("token", token(id));
    }
    if (List.of("signIn", "forgetPassword").contains(id)) {
      fitting.put("email", circle.email());
    }
    if (id.equals("wantEmail")) {
      fitting.put("email", circle.newEmail());
    }
    if (body.get().containsKey("local")) {
      fitting.put("local", circle.tomorrow());
    }
    if (id.equals("blockPerson")) {
      fitting.put("person", circle.person(id, operation.path()));
    }
    if (id.equals("offerSubtitles")) {
      fitting.put("ref", loaded());
    }
    if (id.equals("tellRoundTrips")) {
      fitting.put("roundTripMs", new JsonObject().put("eu", 160).put("us", 40));
    }
    return Optional.of(body.get().copy().mergeIn(new JsonObject(fitting)));
  }

  private static JsonObject luggage(String operation) {
    return operation.equals("takeInRoom")
        ? new JsonObject(OtherRegion.luggage("a-room-from-elsewhere"))
        : new JsonObject();
  }

  private String token(String operation) throws Exception {
    return switch (operation) {
      case "lookAtInvitation", "declineInvitation" -> invitation().getString("token");
      case "addCompanion" -> evening.companionToken(house);
      default -> circle.letter(operation);
    };
  }

  /// One that the owner of the room has just made.
  private JsonObject invitation() throws Exception {
    var all = "/api/rooms/" + evening.room() + "/invitations";
    var offer = "{\"standing\":\"GUEST\",\"uses\":1}";
    return new JsonObject(house.post(all, offer, evening.pass(Caller.OWNER)).text());
  }

  /// Subtitles that the owner of the room has just offered.
  private String offered() throws Exception {
    var all = "/api/rooms/" + evening.room() + "/subtitles";
    var words = new JsonObject().put("ref", loaded()).put("name", "sea.srt").put("text", "The sea");
    return house.post(all, words.encode(), evening.pass(Caller.OWNER)).json().path("id").asString();
  }

  /// What the room has loaded.
  private JsonObject loaded() {
    return new JsonObject().put("type", "upload").put("film", evening.film());
  }

  /// One that the owner of the room has just sent by letter.
  private JsonObject sent() throws Exception {
    var all = "/api/rooms/" + evening.room() + "/invitations/letters";
    var wanted = "{\"standing\":\"GUEST\",\"to\":[\"ben@example.org\"]}";
    var sent = new JsonObject(house.post(all, wanted, evening.pass(Caller.OWNER)).text());
    return sent.getJsonArray("invitations").getJsonObject(0);
  }
}

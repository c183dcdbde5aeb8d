package matinee.server.http;

import java.time.ZoneId;
import java.util.Optional;
import matinee.room.Wish;
import matinee.server.accounts.Account;
import matinee.server.accounts.AddressChanges;
import matinee.server.accounts.Language;
import matinee.server.accounts.Sessions;
import matinee.server.accounts.Tokens;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How accounts look in requests and answers.
final class AccountText {

  private AccountText() {}

  static ObjectNode account(Account account) {
    var profile = account.profile();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", account.id().value())
        .put("email", account.email().value())
        .put("name", profile.name())
        .put("confirmed", account.confirmed().isPresent())
        .put("createdAt", account.created().toString());
    account.portrait().ifPresent(it -> json.put("portrait", it.value()));
    profile.language().ifPresent(it -> json.put("language", it.tag()));
    profile.timeZone().ifPresent(it -> json.put("timeZone", it.getId()));
    return json;
  }

  static ObjectNode wanted(AddressChanges.Wanted wanted) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("email", wanted.email().value())
        .put("askedAt", wanted.at().toString())
        .put("device", wanted.device().value())
        .put("until", wanted.until().toString());
    wanted.changed().ifPresent(it -> json.put("changedAt", it.toString()));
    wanted.withdrawn().ifPresent(it -> json.put("withdrawnAt", it.toString()));
    return json;
  }

  static ObjectNode session(Tokens tokens) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("access", tokens.access()).put("expiresInS", Sessions.ACCESS_LIFETIME.toSeconds());
    json.set("account", account(tokens.account()));
    return json;
  }

  /// A name by the rule of rooms, so that whoever has it can enter any.
  static String name(Fields fields, String text) {
    return name("name", fields, text);
  }

  /// As [#name(Fields, String)], in the field called `field`.
  static String name(String field, Fields fields, String text) {
    return fields.checked(field, text, Wish.Rename::new).name();
  }

  static Optional<Language> language(Fields fields) {
    return fields
        .optionalText("language")
        .map(
            tag ->
                Language.tagged(tag)
                    .orElseThrow(() -> fields.refusal("language", "must be one of en, de, ru")));
  }

  static Optional<ZoneId> timeZone(Fields fields) {
    return fields
        .optionalText("timeZone")
        .map(
            text -> {
              if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw fields.refusal(
                    "timeZone", "must be a region of the tz database, such as Europe/Berlin");
              }
              return ZoneId.of(text);
            });
  }
}

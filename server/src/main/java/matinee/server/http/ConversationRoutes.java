package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.room.Wish;
import matinee.server.access.Rate;
import matinee.server.accounts.AccountId;
import matinee.server.conversations.Conversations;
import matinee.server.conversations.Told;
import tools.jackson.databind.node.JsonNodeFactory;

/// What friends say to each other (`/api/conversations`), and the stream by which their pages hear
/// of anything new (`/api/people/events`).
final class ConversationRoutes {
  private static final String ALL = "/api/conversations";
  private static final String MESSAGES = ALL + "/:person/messages";
  private static final String MESSAGE = MESSAGES + "/:number";
  private static final long MAX_NUMBER = 1L << 53;
  private static final long MESSAGES_A_PAGE = 50;
  private static final int MAX_KEY = 64;

  private final Callers callers;
  private final Conversations conversations;

  ConversationRoutes(Callers callers, Conversations conversations) {
    this.callers = callers;
    this.conversations = conversations;
  }

  void on(Router router, Operations operations) {
    router.get(ALL).handler(operations.reading(Rate.READ, this::all));
    router.get(MESSAGES).handler(operations.reading(Rate.READ, this::messages));
    router.post(MESSAGES).handler(operations.changing(Rate.MESSAGE, this::say));
    router.patch(MESSAGE).handler(operations.changing(Rate.MESSAGE, this::edit));
    router.post(MESSAGE + "/delete").handler(operations.granting(Rate.MESSAGE, this::delete));
    router.post(ALL + "/:person/read").handler(operations.changing(Rate.MESSAGE, this::read));
  }

  private AccountId me(Exchange exchange) {
    return callers.of(exchange).account().id();
  }

  private static AccountId person(Exchange exchange) {
    return new AccountId(exchange.part("person"));
  }

  static long number(Exchange exchange) {
    var text = exchange.part("number");
    if (!text.matches("[0-9]{1,15}")) {
      throw new Refusal(MESSAGE_UNKNOWN);
    }
    return Long.parseLong(text);
  }

  private Reply all(Exchange exchange) {
    return Reply.json(200, ConversationText.talks(conversations.of(me(exchange))));
  }

  private Reply messages(Exchange exchange) {
    var me = me(exchange);
    var with = person(exchange);
    int limit =
        exchange.number("limit", 1, Conversations.MAX_PAGE).orElse(MESSAGES_A_PAGE).intValue();
    var page =
        exchange
            .number("after", 0, MAX_NUMBER)
            .map(change -> conversations.after(me, with, change, limit))
            .orElseGet(
                () -> {
                  long before = exchange.number("before", 1, MAX_NUMBER).orElse(MAX_NUMBER);
                  return conversations.before(me, with, before, limit);
                });
    return Reply.json(200, ConversationText.page(page));
  }

  /// Words by the rule of chat in rooms (CH1).
  private static String words(Fields fields) {
    return fields.checked("text", fields.text("text"), Wish.Say::new).text();
  }

  /// By which the author knows a message.
  static String key(Fields fields) {
    var key = fields.text("key");
    if (!key.matches("[A-Za-z0-9_-]{1,%d}".formatted(MAX_KEY))) {
      throw fields.refusal("key", "must be 1 to %d letters, digits, - and _".formatted(MAX_KEY));
    }
    return key;
  }

  /// What is said, and by which key its author knows it.
  private record Saying(String key, String text) {}

  private Reply say(Exchange exchange) {
    var me = me(exchange);
    var saying = exchange.read(fields -> new Saying(key(fields), words(fields)));
    var told = conversations.say(me, person(exchange), saying.key(), saying.text());
    return Reply.json(201, JsonNodeFactory.instance.objectNode().put("number", stands(told)));
  }

  private Reply edit(Exchange exchange) {
    var me = me(exchange);
    var text = exchange.read(ConversationRoutes::words);
    stands(conversations.edit(me, person(exchange), number(exchange), text));
    return Reply.done();
  }

  private Reply delete(Exchange exchange) {
    stands(conversations.delete(me(exchange), person(exchange), number(exchange)));
    return Reply.done();
  }

  static long stands(Told told) {
    return switch (told) {
      case Told.Stands(long number) -> number;
      case Told.NoFriends _ -> throw new Refusal(PeopleRoutes.NO_FRIEND);
      case Told.NoMessage _ -> throw new Refusal(MESSAGE_UNKNOWN);
    };
  }

  private Reply read(Exchange exchange) {
    var me = me(exchange);
    int number =
        exchange.read(
            fields ->
                fields
                    .optionalCount("number", Integer.MAX_VALUE)
                    .orElseThrow(() -> fields.refusal("number", "is missing")));
    conversations.read(me, person(exchange), number);
    return Reply.done();
  }

  private static final Problem MESSAGE_UNKNOWN =
      new Problem(
          404,
          "message-unknown",
          "There is no such message of yours.",
          "Read the conversation anew: what was taken back cannot be changed.");
}

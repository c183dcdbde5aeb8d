package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import matinee.server.access.Rate;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.conversations.Conversations;
import matinee.server.conversations.Partner;
import matinee.server.places.Places;
import matinee.server.portraits.Size;
import matinee.server.screenings.Answer;
import matinee.server.screenings.Person;
import matinee.server.screenings.Screening;
import matinee.server.sql.DatabaseFailure;
import matinee.server.viewings.Viewings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `GET /api/me/export`: all that is kept of somebody, but what would let whoever has it in, and
/// what others keep of them.
///
/// What people said and did is read and sent a page at a time, each when the one before has gone to
/// the socket, so of whatever there is a page is in memory. 16 are sent at once at most.
final class ExportRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 16;
  private static final int PARTNERS = 100;
  private static final int DEEDS = 100;

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Callers callers;
  private final Kept kept;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /// Where it is kept: whom people know, what they say and have watched, their films, their places,
  /// and what they did.
  record Kept(Company company, TitleText titles, Places places, AuditTrail trail) {}

  ExportRoutes(Vertx vertx, Guard guard, Blocking blocking, Callers callers, Kept kept) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.callers = callers;
    this.kept = kept;
  }

  void on(Router router) {
    router.get("/api/me/export").handler(this::export);
  }

  private void export(RoutingContext context) {
    var request = context.request();
    guard
        .tooMuch(request, Rate.ACCOUNT)
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()),
            () -> blocking.run(request, () -> exporting(new Exchange(context, ""))));
  }

  private Blocking.Sending exporting(Exchange exchange) {
    var account = callers.of(exchange).account();
    var beginning = beginning(exchange, account);
    if (!free.tryAcquire()) {
      throw new Refusal(Problem.busy());
    }
    return () -> {
      var response = exchange.context().response();
      response
          .setChunked(true)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .putHeader("Content-Disposition", "attachment; filename=\"matinee-account.json\"");
      blocking.execute(() -> send(response, beginning, account.id()));
    };
  }

  private ObjectNode beginning(Exchange exchange, Account account) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("account", AccountText.account(account));
    account.confirmed().ifPresent(it -> json.put("confirmedAt", it.toString()));
    account
        .portrait()
        .flatMap(it -> kept.company().portraits().read(it, Size.LARGE))
        .map(Base64.getEncoder()::encodeToString)
        .ifPresent(it -> json.put("portraitJpeg", it));
    var devices = json.putArray("devices");
    for (var device : callers.sessions(exchange).devices(account.id())) {
      devices.add(SessionRoutes.device(device));
    }
    var addresses = json.putArray("addresses");
    callers.addressChanges(exchange).wanted(account.id()).stream()
        .map(AccountText::wanted)
        .forEach(addresses::add);
    var rooms = json.putArray("rooms");
    kept.places().all(account.id()).forEach(place -> rooms.add(PlaceRoutes.place(place)));
    var me = Person.of(account.id());
    var screenings = json.putArray("screenings");
    for (var screening : kept.company().ofRooms().screenings().of(account.id())) {
      screenings.add(ScreeningText.of(screening, answersOf(me, screening), Optional.of(me)));
    }
    kept.company()
        .people()
        .circle(account)
        .ifPresent(it -> json.set("people", PeopleText.circle(it)));
    return json;
  }

  /// What others answered is theirs.
  private List<Answer> answersOf(Person me, Screening screening) {
    return kept.company().ofRooms().screenings().answers(screening.id()).stream()
        .filter(it -> it.person().equals(me))
        .toList();
  }

  private void send(HttpServerResponse response, JsonNode beginning, AccountId me) {
    try {
      var open = beginning.toString();
      write(response, open.substring(0, open.length() - 1) + ",\n\"conversations\":[");
      sendConversations(response, me);
      write(response, "],\n\"viewings\":[");
      sendViewings(response, me);
      write(response, "],\n\"library\":[");
      sendTitles(response, me);
      write(response, "],\n\"posters\":[");
      sendPosters(response, me);
      write(response, "],\n\"deeds\":[");
      sendDeeds(response, me);
      write(response, "]}\n");
      response.end();
    } catch (CompletionException _) {
      response.reset(); // the receiver is gone
    } catch (DatabaseFailure e) {
      LOG.warn("an export broke off", e);
      response.reset(); // half of it must not look whole
    } finally {
      free.release();
    }
  }

  private void sendConversations(HttpServerResponse response, AccountId me) {
    var before = "";
    var partners = kept.company().conversations().partners(me, before, PARTNERS);
    while (!partners.isEmpty()) {
      for (var partner : partners) {
        var head = JsonNodeFactory.instance.objectNode().put("with", partner.id().value());
        partner.name().ifPresent(it -> head.put("name", it));
        var open = head.toString();
        write(
            response,
            (before.isEmpty() ? "\n" : ",\n")
                + open.substring(0, open.length() - 1)
                + ",\"messages\":[");
        sendMessages(response, me, partner);
        write(response, "]}");
        before = partner.id().value();
      }
      partners = kept.company().conversations().partners(me, before, PARTNERS);
    }
  }

  private void sendMessages(HttpServerResponse response, AccountId me, Partner partner) {
    long last = 0;
    var page =
        kept.company().conversations().behind(me, partner.id(), last, Conversations.MAX_PAGE);
    while (!page.isEmpty()) {
      var text = new StringBuilder();
      for (var message : page) {
        text.append(last == 0 ? "\n" : ",\n").append(ConversationText.message(message));
        last = message.number();
      }
      write(response, text.toString());
      page = kept.company().conversations().behind(me, partner.id(), last, Conversations.MAX_PAGE);
    }
  }

  private void sendViewings(HttpServerResponse response, AccountId me) {
    var viewings = kept.company().ofRooms().viewings();
    int sent = 0;
    var page = viewings.page(me, sent, Viewings.MAX_PAGE).viewings();
    while (!page.isEmpty()) {
      var text = new StringBuilder();
      for (var viewing : page) {
        text.append(sent == 0 ? "\n" : ",\n").append(ViewingText.viewing(viewing));
        sent++;
      }
      write(response, text.toString());
      page = viewings.page(me, sent, Viewings.MAX_PAGE).viewings();
    }
  }

  private void sendTitles(HttpServerResponse response, AccountId me) {
    int sent = 0;
    var page = kept.titles().everything(me, sent);
    while (!page.isEmpty()) {
      var text = new StringBuilder();
      for (var title : page) {
        text.append(sent == 0 ? "\n" : ",\n").append(title);
        sent++;
      }
      write(response, text.toString());
      page = kept.titles().everything(me, sent);
    }
  }

  /// One at a time, for they are large.
  private void sendPosters(HttpServerResponse response, AccountId me) {
    var last = "";
    var next = kept.titles().chosenPoster(me, last);
    while (next.isPresent()) {
      var poster = next.get();
      write(response, (last.isEmpty() ? "\n" : ",\n") + TitleText.chosen(poster));
      last = poster.title();
      next = kept.titles().chosenPoster(me, last);
    }
  }

  private void sendDeeds(HttpServerResponse response, AccountId me) {
    long last = 0;
    var page = kept.trail().by(me.value(), last, DEEDS);
    while (!page.isEmpty()) {
      var text = new StringBuilder();
      for (var link : page) {
        text.append(last == 0 ? "\n" : ",\n").append(deed(link));
        last = link.seq();
      }
      write(response, text.toString());
      page = kept.trail().by(me.value(), last, DEEDS);
    }
  }

  /// What those were called to whom something was done in a room is theirs.
  private static ObjectNode deed(Link link) {
    var entry = link.entry();
    var details = (ObjectNode) JSON.readTree(entry.details());
    if (details.has("member")) {
      details.remove("name");
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.put("number", link.seq())
        .put("at", entry.at().toString())
        .put("action", entry.action())
        .put("target", entry.target())
        .put("origin", entry.origin());
    json.set("details", details);
    return json;
  }

  private static void write(HttpServerResponse response, String text) {
    Pieces.write(response, text.getBytes(StandardCharsets.UTF_8));
  }
}

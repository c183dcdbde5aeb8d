package matinee.sim;

import matinee.server.access.Admission;

/// One connection between a page and the server: a stream each way, in order, until it breaks.
///
/// Each end learns of the break by itself, later, or never: then only its own timeouts help.
final class Cable {
  /// How a connection ends for whom nobody has told anything.
  private static final int ABNORMAL = 1006;

  private final VirtualTime time;
  private final Line line;
  private final Far client;
  private Port server = Port.CLOSED;
  private double upFreeMs;
  private double downFreeMs;
  private boolean upBroken;
  private boolean downBroken;
  private boolean clientGone;

  /// The page's end.
  interface Far {
    void opened(Cable from);

    void received(Cable from, String text);

    void closed(Cable from, int code, String reason);
  }

  /// The server's end.
  interface Port {
    Port CLOSED =
        new Port() {
          @Override
          public void received(String text) {}

          @Override
          public void broken() {}
        };

    void received(String text);

    /// The stream has ended.
    void broken();
  }

  /// What takes connections.
  interface Listener {
    /// The server's end, or [Port#CLOSED] when nobody listens.
    Port accept(Cable cable, Admission admission);
  }

  Cable(VirtualTime time, Line line, Far client) {
    this.time = time;
    this.line = line;
    this.client = client;
  }

  /// Sets out: there and back once for the connection, once for the upgrade.
  void open(Listener listener, Admission admission) {
    double thereMs = line.upArrivalMs(time.nowMs());
    double asksMs = line.upArrivalMs(line.downArrivalMs(thereMs));
    time.at(asksMs, () -> knock(listener, admission));
  }

  private void knock(Listener listener, Admission admission) {
    if (upBroken) {
      return;
    }
    server = listener.accept(this, admission);
    if (server.equals(Port.CLOSED)) {
      down(() -> client.closed(this, ABNORMAL, ""));
    } else {
      down(() -> client.opened(this));
    }
  }

  /// The page sends `text`.
  void up(String text) {
    if (!upBroken && !clientGone) {
      upFreeMs = Math.max(upFreeMs, line.upArrivalMs(time.nowMs()));
      time.at(
          upFreeMs,
          () -> {
            if (!upBroken) {
              server.received(text);
            }
          });
    }
  }

  /// The server sends `text`.
  void down(String text) {
    down(() -> client.received(this, text));
  }

  /// The server closes, having said why.
  void downClose(int code, String reason) {
    down(() -> client.closed(this, code, reason));
  }

  private void down(Runnable arrives) {
    if (!downBroken) {
      downFreeMs = Math.max(downFreeMs, line.downArrivalMs(time.nowMs()));
      time.at(
          downFreeMs,
          () -> {
            if (!downBroken && !clientGone) {
              arrives.run();
            }
          });
    }
  }

  /// The page closes its end, or is closed itself; what it has sent is still on its way.
  void hangUp() {
    if (!clientGone) {
      clientGone = true;
      if (!upBroken) {
        upFreeMs = Math.max(upFreeMs, line.upArrivalMs(time.nowMs()));
        time.at(upFreeMs, this::endServer);
      }
    }
  }

  /// The process of the server is gone. `told` is whether its machine is there to say so.
  void serverGone(boolean told) {
    upBroken = true;
    server = Port.CLOSED;
    if (told) {
      downClose(ABNORMAL, "");
    }
    downBroken = downBroken || !told;
  }

  /// The connection breaks. What is under way still arrives, or not.
  void cut(boolean losesWhatIsUnderWay, boolean clientTold, boolean serverTold) {
    if (clientTold) {
      time.at(downFreeMs, () -> breakClient());
    }
    if (serverTold) {
      time.at(upFreeMs, this::endServer);
    }
    if (losesWhatIsUnderWay) {
      upBroken = true;
      downBroken = true;
    } else {
      time.at(upFreeMs, () -> upBroken = true);
      time.at(downFreeMs, () -> downBroken = true);
    }
  }

  private void breakClient() {
    downBroken = true;
    if (!clientGone) {
      client.closed(this, ABNORMAL, "");
    }
  }

  private void endServer() {
    upBroken = true;
    var last = server;
    server = Port.CLOSED;
    last.broken();
  }
}

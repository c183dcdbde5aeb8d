package matinee.server;

import java.util.Optional;

/// What is said when a server is ready: where it is.
record Welcome(Matinee server, Optional<String> onThisNetwork) {

  /// Says it on standard output, for a server in that role.
  void say(Config.Role role) {
    System.out.println("Matinee is ready.");
    switch (role) {
      case ALL, API -> {
        int port = server.webPort();
        System.out.printf("  open             http://localhost:%d%n", port);
        onThisNetwork.ifPresent(
            it -> System.out.printf("  on this network  http://%s:%d%n", it, port));
      }
      case SYNC -> {
        System.out.printf("  rooms            port %d%n", server.syncPort().orElseThrow());
        System.out.printf(
            "  health           http://localhost:%d/health/ready%n", server.webPort());
      }
    }
  }
}

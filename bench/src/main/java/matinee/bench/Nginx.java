package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An nginx of one process that serves the files of a folder by `sendfile`, as Debian builds it.
record Nginx(ServerProcess process, int port) implements AutoCloseable {

  /// In one process, so that its processor time is that of one pid; what it would write goes to
  /// `scratch`.
  private static final String SETTINGS =
      """
      daemon off;
      master_process off;
      pid %1$s/nginx.pid;
      error_log stderr notice;
      events { worker_connections 1024; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        server { listen 127.0.0.1:%2$d; root %3$s; }
      }
      """;

  /// Throws `IOException` when `nginx` is not installed or does not start.
  static Nginx start(Path scratch, Path folder) throws IOException {
    int port = MatineeProcess.freePort();
    var settings = scratch.resolve("nginx.conf");
    Files.writeString(settings, SETTINGS.formatted(scratch, port, folder));
    var command = List.of("nginx", "-c", settings.toString(), "-p", scratch.toString());
    return new Nginx(
        ServerProcess.start(command, Map.of(), line -> line.contains("OS: Linux")), port);
  }

  @Override
  public void close() {
    process.close();
  }
}

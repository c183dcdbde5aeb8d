// The floor under every WebSocket server: a bare epoll loop that sends each text frame of a room to all of the room.
//
// No rules, no journal, no limits, no errors handled beyond closing. It exists only to be measured beside Matinee in the
// same run. Usage: hub PORT [coalesce]. A connection's room is the path of its handshake. With `coalesce` the frames
// of one turn of the loop leave in one write per connection; without it every delivery is a write of its own.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MAX_CONNECTIONS = 20000, MAX_ROOMS = 8192, IN_SIZE = 4096, TURN = 512 };

typedef struct {
  int fd, room, open;
  size_t in_length;
  uint8_t in[IN_SIZE];
  uint8_t *out;
  size_t out_length, out_capacity;
  int dirty;
} Connection;

typedef struct {
  char path[64];
  int *members;
  int count, capacity;
} Room;

static Connection *connections[MAX_CONNECTIONS * 2];
static Room rooms[MAX_ROOMS];
static int room_count, coalesce;
static int *dirty;
static int dirty_count;

static void sha1(const uint8_t *data, size_t length, uint8_t digest[20]) {
  uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  uint8_t block[192] = {0};
  size_t total = ((length + 8) / 64 + 1) * 64;
  memcpy(block, data, length);
  block[length] = 0x80;
  for (int i = 0; i < 8; i++) block[total - 1 - i] = (uint8_t)((uint64_t)length * 8 >> (8 * i));
  for (size_t at = 0; at < total; at += 64) {
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++)
      w[i] = (uint32_t)block[at + 4 * i] << 24 | block[at + 4 * i + 1] << 16 | block[at + 4 * i + 2] << 8 | block[at + 4 * i + 3];
    for (int i = 16; i < 80; i++) {
      uint32_t x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16];
      w[i] = x << 1 | x >> 31;
    }
    for (int i = 0; i < 80; i++) {
      uint32_t f = i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
      uint32_t t = (a << 5 | a >> 27) + f + e + k + w[i];
      e = d, d = c, c = b << 30 | b >> 2, b = a, a = t;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 20; i++) digest[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
}

static void base64(const uint8_t *in, int length, char *out) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  int n = 0;
  for (int i = 0; i < length; i += 3) {
    uint32_t v = (uint32_t)in[i] << 16 | (i + 1 < length ? in[i + 1] << 8 : 0) | (i + 2 < length ? in[i + 2] : 0);
    out[n++] = alphabet[v >> 18 & 63];
    out[n++] = alphabet[v >> 12 & 63];
    out[n++] = i + 1 < length ? alphabet[v >> 6 & 63] : '=';
    out[n++] = i + 2 < length ? alphabet[v & 63] : '=';
  }
  out[n] = 0;
}

static void enter_room(Connection *connection, const char *path) {
  int room = 0;
  while (room < room_count && strcmp(rooms[room].path, path)) room++;
  if (room == room_count) {
    if (room_count == MAX_ROOMS) exit(2);
    snprintf(rooms[room_count++].path, sizeof rooms[room].path, "%s", path);
  }
  Room *r = &rooms[room];
  if (r->count == r->capacity) r->members = realloc(r->members, sizeof(int) * (r->capacity = r->capacity ? r->capacity * 2 : 8));
  r->members[r->count++] = connection->fd;
  connection->room = room;
}

static void close_connection(Connection *connection) {
  if (connection->open) {
    Room *r = &rooms[connection->room];
    for (int i = 0; i < r->count; i++)
      if (r->members[i] == connection->fd) {
        r->members[i] = r->members[--r->count];
        break;
      }
  }
  close(connection->fd);
  connections[connection->fd] = NULL;
  free(connection->out);
  free(connection);
}

static void send_bytes(Connection *connection, const uint8_t *bytes, size_t length) {
  if (!coalesce && connection->out_length == 0) {
    ssize_t sent = send(connection->fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent == (ssize_t)length) return;
    if (sent > 0) bytes += sent, length -= (size_t)sent;
  }
  if (connection->out_length + length > connection->out_capacity) {
    connection->out_capacity = (connection->out_length + length) * 2;
    connection->out = realloc(connection->out, connection->out_capacity);
  }
  memcpy(connection->out + connection->out_length, bytes, length);
  connection->out_length += length;
  if (!connection->dirty) connection->dirty = 1, dirty[dirty_count++] = connection->fd;
}

static void flush_all(void) {
  int left = 0;
  for (int i = 0; i < dirty_count; i++) {
    Connection *connection = connections[dirty[i]];
    if (!connection) continue;
    ssize_t sent = send(connection->fd, connection->out, connection->out_length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      connection->out_length -= (size_t)sent;
      memmove(connection->out, connection->out + sent, connection->out_length);
    }
    if (connection->out_length) dirty[left++] = connection->fd;
    else connection->dirty = 0;
  }
  dirty_count = left;
}

static int handshake(Connection *connection) {
  uint8_t *end = memmem(connection->in, connection->in_length, "\r\n\r\n", 4);
  if (!end) return connection->in_length < IN_SIZE;
  char text[IN_SIZE + 1], path[64], key[64], joined[128], accept[32], reply[256];
  size_t length = (size_t)(end - connection->in);
  memcpy(text, connection->in, length);
  text[length] = 0;
  char *found = strcasestr(text, "Sec-WebSocket-Key:");
  if (sscanf(text, "GET %63s", path) != 1 || !found || sscanf(found + 18, " %63s", key) != 1) return 0;
  uint8_t digest[20];
  int n = snprintf(joined, sizeof joined, "%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
  sha1((uint8_t *)joined, (size_t)n, digest);
  base64(digest, 20, accept);
  n = snprintf(reply, sizeof reply, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accept);
  if (send(connection->fd, reply, (size_t)n, MSG_NOSIGNAL) != n) return 0;
  enter_room(connection, path);
  connection->open = 1;
  connection->in_length -= length + 4;
  memmove(connection->in, end + 4, connection->in_length);
  return 1;
}

static void publish(int room, const uint8_t *payload, size_t length) {
  uint8_t frame[IN_SIZE + 4];
  size_t header = length < 126 ? 2 : 4;
  frame[0] = 0x81;
  frame[1] = length < 126 ? (uint8_t)length : 126;
  if (header == 4) frame[2] = (uint8_t)(length >> 8), frame[3] = (uint8_t)length;
  memcpy(frame + header, payload, length);
  Room *r = &rooms[room];
  for (int i = 0; i < r->count; i++) send_bytes(connections[r->members[i]], frame, header + length);
}

// Reads whole masked frames from the front of the input; 0 when the connection has to go.
static int frames(Connection *connection) {
  size_t at = 0;
  while (connection->in_length - at >= 6) {
    uint8_t *f = connection->in + at;
    size_t length = f[1] & 127, header = 2;
    if (length == 126) length = (size_t)f[2] << 8 | f[3], header = 4;
    if (length > IN_SIZE - 8) return 0;
    if (connection->in_length - at < header + 4 + length) break;
    uint8_t *mask = f + header, *payload = mask + 4;
    for (size_t i = 0; i < length; i++) payload[i] ^= mask[i & 3];
    if ((f[0] & 15) == 8) return 0;
    if ((f[0] & 15) == 1) publish(connection->room, payload, length);
    at += header + 4 + length;
  }
  connection->in_length -= at;
  memmove(connection->in, connection->in + at, connection->in_length);
  return 1;
}

static int readable(Connection *connection) {
  ssize_t got = recv(connection->fd, connection->in + connection->in_length, IN_SIZE - connection->in_length, MSG_DONTWAIT);
  if (got <= 0) return got < 0 && errno == EAGAIN;
  connection->in_length += (size_t)got;
  if (!connection->open && !handshake(connection)) return 0;
  return !connection->open || frames(connection);
}

int main(int argc, char **argv) {
  if (argc < 2) return fprintf(stderr, "usage: hub PORT [coalesce]\n"), 2;
  coalesce = argc > 2 && !strcmp(argv[2], "coalesce");
  dirty = malloc(sizeof(int) * MAX_CONNECTIONS * 2);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), epoll = epoll_create1(0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) return perror("listen"), 1;
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[TURN];
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  puts("ready");
  fflush(stdout);
  for (;;) {
    int n = epoll_wait(epoll, events, TURN, dirty_count ? 1 : -1);
    for (int i = 0; i < n; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
          if (fd >= MAX_CONNECTIONS * 2) return fprintf(stderr, "too many connections\n"), 1;
          setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          connections[fd] = calloc(1, sizeof(Connection));
          connections[fd]->fd = fd;
          event.data.fd = fd;
          epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
        }
      } else if (connections[fd] && !readable(connections[fd])) {
        close_connection(connections[fd]);
      }
    }
    flush_all();
  }
}

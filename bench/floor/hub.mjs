// A plain hub on Node and ws: sends each message of a room to all of the room. Measured beside Matinee, in the same run.
// Usage: node hub.mjs PORT. A connection's room is the path of its handshake.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  perMessageDeflate: false,
});

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('message', (data) => {
    for (const member of room) member.send(data, { binary: false });
  });
  socket.on('close', () => room.delete(socket));
});
server.on('listening', () => console.log('ready'));

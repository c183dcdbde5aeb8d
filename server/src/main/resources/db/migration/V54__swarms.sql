-- What several servers tell one another of peers: who is where (ids in hexadecimal digits, complete is 1 or 0), and what is to be sent to a peer by the server that has its socket.
create table swarm_peer (
  hash text not null,
  peer text not null,
  node text not null,
  complete integer not null,
  until_ms bigint not null,
  primary key (hash, peer)
);
create index swarm_peer_at on swarm_peer (node);
create table swarm_message (
  id text primary key,
  node text not null,
  hash text not null,
  peer text not null,
  body text not null,
  at_ms bigint not null
);
create index swarm_message_for on swarm_message (node);

import { joinRoom } from '@trystero-p2p/torrent';
import Client from 'bittorrent-tracker';

/** The end of a line to a peer, whoever made it. */
interface Line {
  send(text: string): void;
  on(event: 'data', hear: (data: Uint8Array) => void): void;
  on(event: 'connect', connected: () => void): void;
}

/** What a page heard of the others, whatever client introduced them. */
const heard: string[] = [];

/** Meets others by the client of WebTorrent, and says `words` to each. */
function meetByWebTorrent(tracker: string, infoHash: string, peerId: string, words: string): void {
  const client = new Client({ infoHash, peerId, announce: [tracker], port: 6881 });
  client.on('error', (error: Error) => heard.push(`error: ${error.message}`));
  client.on('warning', (error: Error) => heard.push(`warning: ${error.message}`));
  client.on('update', (update: { complete: number; incomplete: number }) =>
    heard.push(`there are ${update.complete + update.incomplete}`),
  );
  client.on('scrape', (found: { complete: number; incomplete: number }) =>
    heard.push(`scraped ${found.complete + found.incomplete}`),
  );
  client.on('peer', (peer: Line) => {
    peer.on('connect', () => peer.send(words));
    peer.on('data', (data) => heard.push(new TextDecoder().decode(data)));
  });
  client.start();
  Object.assign(window, { scrape: () => client.scrape(), stop: () => client.stop() });
}

/** Meets others by Trystero, and says `words` to each. */
function meetByTrystero(tracker: string, appId: string, room: string, words: string): void {
  const met = joinRoom({ appId, relayConfig: { urls: [tracker] } }, room);
  const action = met.makeAction<string>('words');
  action.onMessage = (text) => {
    heard.push(text);
  };
  met.onPeerJoin = () => void action.send(words);
}

Object.assign(window, { meetByWebTorrent, meetByTrystero, heard });

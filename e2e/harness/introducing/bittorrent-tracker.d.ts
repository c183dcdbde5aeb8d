/** As much of the client as pages of tests use. */
declare module 'bittorrent-tracker' {
  export default class Client {
    constructor(options: {
      readonly infoHash: string;
      readonly peerId: string;
      readonly announce: readonly string[];
      readonly port: number;
    });
    on<T>(event: 'error' | 'warning' | 'update' | 'scrape' | 'peer', hear: (told: T) => void): void;
    start(): void;
    scrape(): void;
    stop(): void;
  }
}

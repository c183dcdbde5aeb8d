import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { eventually } from './watching.ts';

/** A letter as it arrived. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server that takes every letter and delivers none. */
export interface PostOffice {
  readonly port: number;
  /** The newest letter to an address, once there are so many. */
  letterTo(email: string, count?: number): Promise<Letter>;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, taken) => {
      simpleParser(stream).then(({ subject, text }) => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        letters.push({ to, subject: subject ?? '', text: text ?? '' });
        taken();
      }, taken);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    letterTo: (email, count = 1) =>
      eventually(async () => {
        const arrived = letters.filter(({ to }) => to === email);
        const newest = arrived[count - 1];
        if (newest === undefined) throw new Error(`${arrived.length} letters to ${email}`);
        return newest;
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { enterByHand, type Member } from './member.ts';
import type { Server } from './server.ts';

const AT_ONCE = 25;
const OF_ONE_ADDRESS = 50;

/** Lets `count` people without pages into the room at `link`, from addresses all over the place: Guest 1, Guest 2, and so on. */
export async function crowdIn(
  server: Server,
  link: string,
  count: number,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  while (members.length < count) {
    const first = members.length;
    const coming = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) => first + at);
    const came = await Promise.all(
      coming.map((number) =>
        enterByHand(
          server,
          link,
          `Guest ${number + 1}`,
          `127.3.0.${1 + Math.floor(number / OF_ONE_ADDRESS)}`,
        ),
      ),
    );
    members.push(...came);
  }
  return members;
}

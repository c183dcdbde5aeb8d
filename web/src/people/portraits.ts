import { subscribers } from '@matinee/link/subscribers';
import { createContext } from 'react';
import type { MemberPortrait } from '../api/portraits';
import { later, monotonicNowMs } from '../device/clock';

/** Asks how members look; a picture whose mark is `known` is not sent again. Nothing if it cannot be told now. */
export type LookAt = (
  members: readonly string[],
  known: readonly string[],
) => Promise<readonly MemberPortrait[] | undefined>;

/** How those of a room look whom this page shows. */
export type Portraits = {
  /** The address of a member's picture, as far as it is known now. */
  readonly of: (member: string) => string | undefined;
  /** Calls the listener after each change; the function it gives ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A member is in sight, until the function it gives is called. */
  readonly see: (member: string) => () => void;
  readonly close: () => void;
};

/** Those of nobody. */
export const noPortraits: Portraits = {
  of: () => undefined,
  subscribe: () => () => undefined,
  see: () => () => undefined,
  close: () => undefined,
};

export const PortraitsContext = createContext(noPortraits);

/** Those who come into sight together are asked for together. */
const gatherMs = 60;

/** How long what was told of somebody holds; longer where many ask, so that a room as a whole asks 20 times a second at most. */
const restMs = 60_000;
const eachMs = 50;

const mostAtOnce = 50;
const mostKept = 500;

type Known = {
  readonly dueMs: number;
  readonly picture?: { readonly mark: string; readonly url: string };
};

const after = (before: Known | undefined, told: MemberPortrait | undefined, dueMs: number) => {
  const picture = before?.picture;
  if (told?.mark !== undefined && told.mark === picture?.mark) return { dueMs, picture };
  return told?.jpeg === undefined
    ? { dueMs }
    : { dueMs, picture: { mark: told.mark, url: `data:image/jpeg;base64,${told.jpeg}` } };
};

/** Asks for those who are in sight, and again now and then; `headcount` is how many are in the room. */
export const openPortraits = (lookAt: LookAt, headcount: () => number): Portraits => {
  const inSight = new Map<string, number>();
  const known = new Map<string, Known>();
  const changes = subscribers<void>();
  let isAsking = false;
  let callOff = (): void => undefined;
  const dueMs = (member: string): number => known.get(member)?.dueMs ?? 0;

  const keep = (member: string, next: Known): void => {
    known.delete(member);
    known.set(member, next);
    for (const oldest of known.keys()) {
      if (known.size <= mostKept) return;
      if (!inSight.has(oldest)) known.delete(oldest);
    }
  };

  const ask = async (): Promise<void> => {
    const nowMs = monotonicNowMs();
    const nextMs = nowMs + Math.max(restMs, headcount() * eachMs);
    const members = [...inSight.keys()].filter((id) => dueMs(id) <= nowMs).slice(0, mostAtOnce);
    const marks = members.flatMap((id) => known.get(id)?.picture?.mark ?? []);
    isAsking = true;
    const told = members.length === 0 ? [] : await lookAt(members, marks);
    isAsking = false;
    const portraits = new Map(told?.map((each) => [each.member, each]));
    for (const id of members) {
      const before = known.get(id);
      keep(id, told ? after(before, portraits.get(id), nextMs) : { ...before, dueMs: nextMs });
    }
    changes.tell();
    plan();
  };

  const plan = (): void => {
    callOff();
    if (isAsking || inSight.size === 0) return;
    const nextMs = Math.min(...[...inSight.keys()].map(dueMs));
    callOff = later(Math.max(gatherMs, nextMs - monotonicNowMs()), () => void ask());
  };

  return {
    of: (member) => known.get(member)?.picture?.url,
    subscribe: changes.add,
    see: (member) => {
      inSight.set(member, (inSight.get(member) ?? 0) + 1);
      plan();
      return () => {
        const left = (inSight.get(member) ?? 1) - 1;
        if (left > 0) inSight.set(member, left);
        else inSight.delete(member);
      };
    },
    close: () => {
      inSight.clear();
      callOff();
    },
  };
};

import { type Offer, readCode } from '@matinee/link/peers/code';
import { useEffect, useState } from 'react';
import { keepBefore } from './before';
import { KeptPage } from './KeptPage';
import { type KeptRoom, keepRoom, loadKeeper } from './keptRoom';
import { Outside } from './Outside';
import type { Person } from './self';
import { VisitPage } from './VisitPage';
import { beginVisit, type Visit } from './visit';
import { waysBy } from './ways';
import '../account/account.css';
import './peers.css';

type Stand =
  | { readonly type: 'outside' }
  | { readonly type: 'keeping'; readonly room: KeptRoom }
  | { readonly type: 'visiting'; readonly visit: Visit };

type Offered = { readonly code: string; readonly by: string };

/** The invitation in the address of the page, once it has been looked at; nothing if there is none. */
const useOffered = (): Offered | 'looking' | undefined => {
  const [offered, setOffered] = useState<Offered | 'looking' | undefined>('looking');
  useEffect(() => {
    const code = location.hash.slice(1);
    void readCode(code).then((read) => {
      const isOffer = read.type === 'read' && read.introduction.type === 'offer';
      setOffered(isOffer ? { code, by: read.introduction.name } : undefined);
    });
  }, []);
  return offered;
};

/** The code is of use once; a reload is to ask for another. */
const takeCodeAway = (): void =>
  history.replaceState(history.state, '', location.pathname + location.search);

/** One letter of each file that the type is in: names and chat may need any. */
const LETTERS = 'aąя';

/** Fetches what a room may need later, when nobody may be there who has it. */
const fetchAhead = (): void => {
  void loadKeeper();
  for (const family of ['Inter', 'Fraunces']) void document.fonts.load(`16px ${family}`, LETTERS);
};

/** Rooms that have no server: begin one, or come to one. What it takes is fetched at once, while somebody is there who has it. */
export const PeerPage = () => {
  const [stand, setStand] = useState<Stand>({ type: 'outside' });
  const offered = useOffered();
  useEffect(fetchAhead, []);
  const begin = async (person: Person, stun: string) => {
    setStand({ type: 'keeping', room: await keepRoom(person, waysBy(stun)) });
    keepBefore({ as: 'keeper' });
  };
  const answer = async (offer: Offer, person: Person, stun: string) => {
    const visit = beginVisit(person, waysBy(stun));
    await visit.answer(offer);
    takeCodeAway();
    setStand({ type: 'visiting', visit });
  };
  const leave = () => {
    if (stand.type === 'visiting') stand.visit.giveUp();
    setStand({ type: 'outside' });
  };
  switch (stand.type) {
    case 'keeping':
      return <KeptPage room={stand.room} />;
    case 'visiting':
      return <VisitPage visit={stand.visit} onOther={leave} />;
    case 'outside':
      return offered === 'looking' ? null : (
        <Outside offered={offered} onBegin={begin} onOffer={answer} />
      );
  }
};

import type { Offer } from '@matinee/link/peers/code';
import { useState } from 'react';
import { Field } from '../account/Field';
import { remember, remembered } from '../device/memory';
import { nameOf } from '../room/name';
import { useTexts } from '../texts/language';
import { usePeerTexts } from '../texts/peers/texts';
import { Trouble } from '../ui/trouble';
import { whatWasBefore } from './before';
import { PasteOffer } from './PasteOffer';
import { PeerSheet } from './PeerSheet';
import { type Person, personNamed } from './self';
import { Truths } from './Truths';
import { chooseStun, chosenStun, isStun } from './ways';

type Wrong = { readonly name?: string; readonly stun?: string; readonly all?: string };

/** Who one is to others, and by which server the way to them is looked for. */
const useAboutOneself = () => {
  const texts = useTexts().enter;
  const peerTexts = usePeerTexts();
  const [name, setName] = useState(() => remembered('name') ?? '');
  const [stun, setStun] = useState(chosenStun);
  const [wrong, setWrong] = useState<Wrong>({});
  /** Nothing, and says why, where something is not as it should be. */
  const person = async (): Promise<Person | undefined> => {
    const read = nameOf(name);
    const wrongs: Wrong = {
      ...(read.type === 'invalid' && { name: texts[read.why] }),
      ...(!isStun(stun) && { stun: peerTexts.badStun }),
    };
    setWrong(wrongs);
    if (read.type === 'invalid' || !isStun(stun)) return undefined;
    remember('name', read.value);
    chooseStun(stun);
    return personNamed(read.value).catch(failed);
  };
  const failed = (): undefined => {
    setWrong({ all: peerTexts.noPeers });
  };
  return { name, setName, stun, setStun, wrong, person, failed };
};

const Before = () => {
  const texts = usePeerTexts();
  const before = whatWasBefore();
  if (before === undefined) return null;
  return (
    <p className="peer-before" role="status">
      {before.as === 'keeper' ? texts.keptBefore : texts.visitedBefore(before.keeper)}
    </p>
  );
};

type OutsideProps = {
  /** Who invites by the address of the page; nothing if nobody does. */
  readonly offered: { readonly code: string; readonly by: string } | undefined;
  readonly onBegin: (person: Person, stun: string) => Promise<void>;
  readonly onOffer: (offer: Offer, person: Person, stun: string) => Promise<void>;
};

/** Says what a room without a server is, and lets one begin one or come to one. */
export const Outside = ({ offered, onBegin, onOffer }: OutsideProps) => {
  const texts = usePeerTexts();
  const { name, setName, stun, setStun, wrong, person, failed } = useAboutOneself();
  const [isBeginning, setBeginning] = useState(false);
  const begin = async () => {
    setBeginning(true);
    const self = await person();
    if (self) await onBegin(self, stun).catch(failed);
    setBeginning(false);
  };
  return (
    <PeerSheet title={offered ? texts.invitedBy(offered.by) : texts.title}>
      <p>{texts.lead}</p>
      <Before />
      <Truths stun={stun} />
      <Field
        label={texts.name}
        trouble={wrong.name}
        autoComplete="nickname"
        value={name}
        onValue={setName}
      />
      <details className="peer-ways" open={wrong.stun !== undefined}>
        <summary>{texts.ways}</summary>
        <Field
          label={texts.stun}
          hint={texts.stunHint}
          trouble={wrong.stun}
          spellCheck={false}
          value={stun}
          onValue={setStun}
        />
      </details>
      {wrong.all !== undefined && <Trouble text={wrong.all} />}
      {offered === undefined && (
        <>
          <button
            type="button"
            className="action"
            disabled={isBeginning}
            onClick={() => void begin()}
          >
            {isBeginning ? texts.beginning : texts.begin}
          </button>
          <h2>{texts.invited}</h2>
        </>
      )}
      <PasteOffer
        given={offered?.code}
        person={person}
        onOffer={(offer, self) => onOffer(offer, self, stun)}
      />
    </PeerSheet>
  );
};

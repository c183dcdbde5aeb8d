import { Check, Hand, X } from 'lucide-react';
import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import { may, type Proposal, type RoomView, selfIn } from './view';
import { wishText } from './wishText';

type ProposalsProps = { readonly port: RoomPort; readonly view: RoomView };

const Answers = ({ port, proposal }: { readonly port: RoomPort; readonly proposal: Proposal }) => {
  const texts = useTexts().asking;
  return (
    <span className="proposal-answers">
      <button
        type="button"
        className="action"
        onClick={() => port.send({ type: 'answer', proposal, accepted: true })}
      >
        <Check size={18} aria-hidden="true" />
        {texts.accept}
      </button>
      <button
        type="button"
        className="pill"
        onClick={() => port.send({ type: 'answer', proposal, accepted: false })}
      >
        {texts.decline}
      </button>
    </span>
  );
};

const Card = ({ port, view, proposal }: ProposalsProps & { readonly proposal: Proposal }) => {
  const texts = useTexts();
  const author = view.people.find(({ id }) => id === proposal.member);
  const host = view.people.find(({ isHost }) => isHost);
  const wish = wishText(texts, proposal.wish);
  return (
    <li className="proposal">
      <Hand size={18} strokeWidth={1.75} aria-hidden="true" />
      {author?.isSelf ? (
        <>
          <p>
            <strong>{texts.asking.asked(wish)}</strong>
            <span>{texts.asking.waitingFor(host?.name ?? texts.chat.somebody)}</span>
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label={texts.asking.withdraw}
            onClick={() => port.send({ type: 'withdraw' })}
          >
            <X size={18} strokeWidth={1.75} />
          </button>
        </>
      ) : (
        <>
          <p>
            <strong>{texts.asking.asks(author?.name ?? texts.chat.somebody, wish)}</strong>
          </p>
          {may(view, 'ANSWER') && <Answers port={port} proposal={proposal} />}
        </>
      )}
    </li>
  );
};

/** What people ask for, over the film: to be answered by those who may, and for the others to see. */
export const Proposals = ({ port, view }: ProposalsProps) => {
  const texts = useTexts().asking;
  if (selfIn(view) === undefined) return null;
  return (
    <ul className="proposals" aria-label={texts.title} aria-live="polite">
      {view.proposals.slice(0, 3).map((proposal) => (
        <Card key={proposal.revision} port={port} view={view} proposal={proposal} />
      ))}
    </ul>
  );
};

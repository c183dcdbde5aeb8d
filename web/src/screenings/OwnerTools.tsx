import { type FormEvent, useState } from 'react';
import { asMe } from '../account/session';
import type { Result } from '../api/request';
import { callOffScreening, moveScreening, type Screening } from '../api/screenings';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { failureKind } from './failureKind';
import { TimeField } from './TimeField';
import { localOf, ownZone } from './wallTime';

type ToolsProps = {
  readonly screening: Screening;
  readonly take: (result: Result<Screening>) => void;
};

const MoveForm = ({ screening, take, onDone }: ToolsProps & { readonly onDone: () => void }) => {
  const texts = useScreeningTexts();
  const [local, setLocal] = useState(() => localOf(Date.parse(screening.startsAt)));
  const [trouble, setTrouble] = useState<string>();
  const move = async () => {
    if (local === '') {
      setTrouble(texts.noTime);
      return;
    }
    const result = await asMe(moveScreening(screening.screening, { local, zone: ownZone() }));
    if (result.type === 'done') {
      take(result);
      onDone();
    } else {
      setTrouble(failureKind(result) === 'screening-over' ? texts.over : texts.timeOver);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void move();
  };
  return (
    <form className="screening-move" onSubmit={onSubmit} noValidate>
      <TimeField local={local} trouble={trouble} onLocal={setLocal} />
      <button type="submit" className="action">
        {texts.changeTo}
      </button>
    </form>
  );
};

const CallOffDialog = ({
  screening,
  take,
  onClose,
}: ToolsProps & { readonly onClose: () => void }) => {
  const texts = useScreeningTexts();
  const [trouble, setTrouble] = useState<string>();
  const callOff = async () => {
    const result = await asMe(callOffScreening(screening.screening));
    if (result.type === 'done') {
      take({ type: 'done', value: { ...screening, state: 'off' } });
      onClose();
    } else setTrouble(failureKind(result) === 'screening-over' ? texts.over : texts.offline);
  };
  return (
    <Dialog title={texts.callOffTitle} onClose={onClose}>
      <p>{texts.callOffText}</p>
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <button type="button" className="action danger" onClick={() => void callOff()}>
          {texts.callOff}
        </button>
        <button type="button" className="pill" onClick={onClose}>
          {texts.keep}
        </button>
      </div>
    </Dialog>
  );
};

/** Whoever planned an evening puts it off, or calls it off. */
export const OwnerTools = ({ screening, take }: ToolsProps) => {
  const texts = useScreeningTexts();
  const [doing, setDoing] = useState<'nothing' | 'moving' | 'callingOff'>('nothing');
  const done = () => setDoing('nothing');
  return (
    <div className="screening-tools">
      {doing === 'moving' ? (
        <MoveForm screening={screening} take={take} onDone={done} />
      ) : (
        <button type="button" className="pill" onClick={() => setDoing('moving')}>
          {texts.change}
        </button>
      )}
      <button type="button" className="pill" onClick={() => setDoing('callingOff')}>
        {texts.callOff}
      </button>
      {doing === 'callingOff' && <CallOffDialog screening={screening} take={take} onClose={done} />}
    </div>
  );
};

import { type FormEvent, useState } from 'react';
import { setRoomPassword } from '../api/rooms';
import { passOf } from '../device/entered';
import { useListsRooms } from '../openRooms/useListsRooms';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import type { RoomPort } from './port';
import { type Access, type Door, may, type RoomView } from './view';

const accesses: readonly Access[] = ['PUBLIC', 'LINK', 'PASSWORD', 'INVITED'];
const newcomers: readonly Door['newcomers'][] = ['MEMBER', 'GUEST', 'WATCHER'];

/** What stands in the form; the title and the password are empty for none. */
type Draft = Required<Door> & { readonly password: string };

const draftOf = (door: Door): Draft => ({ ...door, title: door.title ?? '', password: '' });

const doorOf = ({ access, capacity, newcomers, title }: Draft): Door => ({
  access,
  capacity,
  newcomers,
  ...(title.trim() === '' ? {} : { title: title.trim() }),
});

const isPassword = (text: string): boolean =>
  [...text].length >= 8 && new TextEncoder().encode(text).length <= 72;

type PartProps = { readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

const Password = ({ draft, onDraft, maySet }: PartProps & { readonly maySet: boolean }) => {
  const texts = useTexts().entrance;
  if (draft.access !== 'PASSWORD') return null;
  if (!maySet) return <p className="invite-note">{texts.ownerOnly}</p>;
  return (
    <label className="setting">
      {texts.newPassword}
      <input
        className="field"
        type="password"
        autoComplete="off"
        aria-describedby="door-password-text"
        value={draft.password}
        onChange={(event) => onDraft({ ...draft, password: event.target.value })}
      />
      <small id="door-password-text">{texts.passwordText}</small>
    </label>
  );
};

const WhoComesIn = ({ draft, onDraft, now }: PartProps & { readonly now: Access }) => {
  const texts = useTexts().entrance;
  const lists = useListsRooms() !== false || now === 'PUBLIC';
  return (
    <fieldset className="setting door-access">
      <legend>{texts.access}</legend>
      {accesses.slice(lists ? 0 : 1).map((access) => (
        <label key={access} className="setting setting-check">
          <input
            type="radio"
            name="door-access"
            checked={draft.access === access}
            onChange={() => onDraft({ ...draft, access })}
          />
          <span>
            {texts.accesses[access]}
            {access === 'PUBLIC' && <small>{texts.listed}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const HowMany = ({ draft, onDraft }: PartProps) => (
  <label className="setting">
    {useTexts().entrance.capacity}
    <input
      className="field numbers"
      type="number"
      inputMode="numeric"
      min={1}
      max={20_000}
      value={Number.isNaN(draft.capacity) ? '' : draft.capacity}
      onChange={(event) => onDraft({ ...draft, capacity: event.target.valueAsNumber })}
    />
  </label>
);

const AsWhat = ({ draft, onDraft }: PartProps) => {
  const texts = useTexts().entrance;
  return (
    <label className="setting">
      {texts.newcomers}
      <select
        className="field"
        value={draft.newcomers}
        onChange={(event) => {
          const chosen = newcomers.find((one) => one === event.target.value);
          if (chosen) onDraft({ ...draft, newcomers: chosen });
        }}
      >
        {newcomers.map((standing) => (
          <option key={standing} value={standing}>
            {texts.standings[standing]}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The end of the room, for its owner, behind a question. */
const Close = ({ port }: { readonly port: RoomPort }) => {
  const texts = useTexts().entrance;
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button type="button" className="pill" onClick={() => setAsked(true)}>
        {texts.close}
      </button>
    );
  return (
    <section className="setting" aria-label={texts.closeTitle}>
      <strong>{texts.closeTitle}</strong>
      <small>{texts.closeText}</small>
      <span className="setting-row">
        <button type="button" className="pill" onClick={() => port.send({ type: 'closeRoom' })}>
          {texts.closeYes}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the answer that does no harm comes first. */}
        <button type="button" className="pill" autoFocus onClick={() => setAsked(false)}>
          {texts.closeNo}
        </button>
      </span>
    </section>
  );
};

type DoorDialogProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly onClose: () => void;
};

/** Who comes in, how many, as what, what the room is called, and its end. Where there is no server, codes let people in, a few at most, and nothing else. */
export const DoorDialog = ({ port, view, onClose }: DoorDialogProps) => {
  const texts = useTexts();
  const { server } = port;
  const [draft, setDraft] = useState(() => draftOf(view.door));
  const [hasFailed, setFailed] = useState(false);
  const isCount =
    Number.isInteger(draft.capacity) && draft.capacity >= 1 && draft.capacity <= 20_000;
  const isWhole = isCount && (draft.password === '' || isPassword(draft.password));
  const save = async () => {
    const isNew = draft.access === 'PASSWORD' && draft.password !== '';
    if (server && isNew) {
      const { roomId } = server;
      const isSet = await setRoomPassword(roomId, passOf(roomId), draft.password);
      if (!isSet) return setFailed(true);
    }
    port.send({ type: 'setDoor', door: doorOf(draft) });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) void save();
  };
  return (
    <Dialog title={texts.entrance.title} onClose={onClose}>
      <form className="settings" onSubmit={onSubmit} noValidate>
        <label className="setting">
          {texts.entrance.name}
          <input
            className="field"
            maxLength={80}
            placeholder={texts.entrance.noName}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </label>
        {server && (
          <>
            <WhoComesIn draft={draft} onDraft={setDraft} now={view.door.access} />
            <Password draft={draft} onDraft={setDraft} maySet={may(view, 'SET_PASSWORD')} />
            <HowMany draft={draft} onDraft={setDraft} />
          </>
        )}
        <AsWhat draft={draft} onDraft={setDraft} />
        {hasFailed && <Trouble text={texts.entrance.passwordFailed} />}
        <button type="submit" className="action" disabled={!isWhole}>
          {texts.common.save}
        </button>
      </form>
      {may(view, 'CLOSE_ROOM') && <Close port={port} />}
    </Dialog>
  );
};

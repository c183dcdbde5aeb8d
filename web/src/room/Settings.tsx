import {
  DoorOpen,
  Keyboard,
  type LucideIcon,
  ScrollText,
  SlidersHorizontal,
  Smartphone,
  UserRound,
} from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asMe, useSession } from '../account/session';
import { isRoomShown, showRoom } from '../api/places';
import { remember, remembered } from '../device/memory';
import { signedMs } from '../people/syncError';
import { languages, nameOfLanguage, useLanguage, useTexts } from '../texts/language';
import { Floating } from '../ui/floating';
import { nameOf } from './name';
import type { RoomPort } from './port';
import { may, type RoomView, selfIn } from './view';

/** The delay of this device's sound as it was last set here, in ms; 0 if it never was. */
export const keptSoundDelayMs = (): number => {
  const kept = Number(remembered('soundDelayMs') ?? 0);
  return Math.abs(kept) <= 500 ? kept : 0;
};

const SoundDelay = ({ port }: { readonly port: RoomPort }) => {
  const texts = useTexts().room;
  const [delayMs, setDelayMs] = useState(keptSoundDelayMs);
  return (
    <label className="setting">
      <span className="setting-head">
        {texts.soundLate}
        <output className="numbers">{texts.ms(signedMs(delayMs))}</output>
      </span>
      <input
        type="range"
        className="slider"
        aria-label={texts.soundLate}
        aria-valuetext={texts.ms(signedMs(delayMs))}
        min={-500}
        max={500}
        step={10}
        value={delayMs}
        onChange={(event) => {
          const next = Number(event.target.value);
          setDelayMs(next);
          remember('soundDelayMs', String(next));
          port.setSoundDelayMs(next);
        }}
      />
      <small>{texts.soundLateText}</small>
    </label>
  );
};

const Name = ({ port, name: current }: { readonly port: RoomPort; readonly name: string }) => {
  const texts = useTexts();
  const [text, setText] = useState(current);
  const name = nameOf(text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.type !== 'name' || name.value === current) return;
    remember('name', name.value);
    port.send({ type: 'rename', name: name.value });
  };
  return (
    <form className="setting" onSubmit={onSubmit}>
      <label htmlFor="own-name">{texts.room.name}</label>
      <span className="setting-row">
        <input
          id="own-name"
          className="field"
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.target.value)}
        />
        <button
          type="submit"
          className="pill"
          disabled={name.type !== 'name' || name.value === current}
        >
          {texts.common.save}
        </button>
      </span>
    </form>
  );
};

/** Shows the person's wish at once, as busy until the room has decided. */
const Excuse = ({ port, view }: { readonly port: RoomPort; readonly view: RoomView }) => {
  const texts = useTexts().gate;
  const wished = view.wished.excused;
  return (
    <label className="setting setting-check">
      <input
        type="checkbox"
        aria-busy={wished !== undefined}
        checked={wished ?? selfIn(view)?.excused === true}
        onChange={(event) => port.send({ type: 'setExcused', excused: event.target.checked })}
      />
      <span>
        {texts.excuseMe}
        <small>{texts.excuseMeText}</small>
      </span>
    </label>
  );
};

const LanguageSetting = () => {
  const { language, texts, speak } = useLanguage();
  return (
    <label className="setting">
      {texts.room.languages}
      <select
        className="field"
        value={language}
        onChange={(event) => {
          const chosen = languages.find((other) => other === event.target.value);
          if (chosen) speak(chosen);
        }}
      >
        {languages.map((other) => (
          <option key={other} value={other} lang={other}>
            {nameOfLanguage[other]}
          </option>
        ))}
      </select>
    </label>
  );
};

type DoorProps = {
  readonly Icon: LucideIcon;
  readonly text: string;
  readonly onOpen: () => void;
  readonly close: () => void;
};

/** Closes the settings and opens something else. */
const Door = ({ Icon, text, onOpen, close }: DoorProps) => (
  <button
    type="button"
    className="choice"
    onClick={() => {
      close();
      onOpen();
    }}
  >
    <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    {text}
  </button>
);

/** The way to keep one's place with an account, and back; for who has one, that the place is theirs. */
const AccountDoor = () => {
  const texts = useTexts().places;
  const session = useSession();
  const [here] = useLocation();
  switch (session.type) {
    case 'unknown':
      return null;
    case 'out':
      return (
        <Link href={`/register?to=${encodeURIComponent(here)}`} className="choice">
          <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.keep}
        </Link>
      );
    case 'in':
      return (
        <Link href="/account" className="choice">
          <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.yours(session.account.name)}
        </Link>
      );
  }
};

/** Whether friends see that the person is in this room. */
const ShownHere = ({ roomId }: { readonly roomId: string }) => {
  const texts = useTexts().places;
  const [shown, setShown] = useState<boolean>();
  useEffect(() => {
    let wanted = true;
    void asMe(isRoomShown(roomId)).then((result) => {
      if (wanted && result.type === 'done') setShown(result.value.shown);
    });
    return () => {
      wanted = false;
    };
  }, [roomId]);
  if (shown === undefined) return null;
  const change = async (next: boolean) => {
    setShown(next);
    const result = await asMe(showRoom(roomId, next));
    if (result.type !== 'done') setShown(!next);
  };
  return (
    <label className="setting setting-check">
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => void change(event.target.checked)}
      />
      <span>
        {texts.showHere}
        <small>{texts.showHereText}</small>
      </span>
    </label>
  );
};

/** The same, for who is signed in. */
const Showing = ({ roomId }: { readonly roomId: string }) =>
  useSession().type === 'in' && <ShownHere roomId={roomId} />;

type SettingsProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly onCompanion: () => void;
  readonly onDoor: () => void;
  readonly onModeration: () => void;
  readonly onKeys: () => void;
};

/** What each person sets: late sound, whether to be waited for, name, language, a second screen. */
export const Settings = ({
  port,
  view,
  onCompanion,
  onDoor,
  onModeration,
  onKeys,
}: SettingsProps) => {
  const texts = useTexts();
  const { server } = port;
  const name = selfIn(view)?.ownName ?? '';
  return (
    <Floating
      kind="dialog"
      label={texts.room.settings}
      opener={(opener) => (
        <button type="button" className="icon-button" aria-label={texts.room.settings} {...opener}>
          <SlidersHorizontal size={20} strokeWidth={1.75} />
        </button>
      )}
    >
      {(close) => (
        <div className="settings">
          <SoundDelay port={port} />
          <Excuse port={port} view={view} />
          {server && <Showing roomId={server.roomId} />}
          <Name key={name} port={port} name={name} />
          <LanguageSetting />
          <div>
            {may(view, 'SET_DOOR') && (
              <Door Icon={DoorOpen} text={texts.entrance.title} onOpen={onDoor} close={close} />
            )}
            {server && may(view, 'SET_DOOR') && (
              <Door Icon={ScrollText} text={texts.moderation} onOpen={onModeration} close={close} />
            )}
            {server && (
              <>
                <AccountDoor />
                <Door
                  Icon={Smartphone}
                  text={texts.companion.use}
                  onOpen={onCompanion}
                  close={close}
                />
              </>
            )}
            <Door Icon={Keyboard} text={texts.keys.show} onOpen={onKeys} close={close} />
          </div>
        </div>
      )}
    </Floating>
  );
};

import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { later } from '../device/clock';
import type { RoomPort } from '../room/port';
import type { RoomView } from '../room/view';
import { type Floating, floatingOf } from './floating';
import './cheers.css';

/** As long as the style says, and a little: whoever wants no movement sees them stand as long. */
const lastsMs = 2_100;

/** What floats now: each goes after two seconds. */
const useFloating = (port: RoomPort): readonly Floating[] => {
  const [floating, setFloating] = useState<readonly Floating[]>([]);
  const next = useRef(0);
  useEffect(() => {
    const calledOff = new Set<() => void>();
    const stop = port.onSignals(({ cheers }) => {
      const more = floatingOf(cheers, next.current);
      if (more.length === 0) return;
      next.current += more.length;
      setFloating((now) => [...now, ...more]);
      const callOff = later(lastsMs, () => {
        calledOff.delete(callOff);
        setFloating((now) => now.filter((one) => !more.includes(one)));
      });
      calledOff.add(callOff);
    });
    return () => {
      stop();
      for (const callOff of calledOff) callOff();
    };
  }, [port]);
  return floating;
};

type FloatingCheersProps = { readonly port: RoomPort; readonly view: RoomView };

/** The emojis that people let float over the picture, each with the name of whoever did. It takes no clicks and says nothing to those who listen. */
export const FloatingCheers = ({ port, view }: FloatingCheersProps) => {
  const floating = useFloating(port);
  const nameOf = (id: string | undefined) => view.people.find((one) => one.id === id)?.name;
  return (
    <div className="cheers" aria-hidden="true">
      {floating.map(({ key, emoji, by, place, delayMs }) => {
        const style: CSSProperties & Record<'--place' | '--delay', string> = {
          '--place': `${place}%`,
          '--delay': `${delayMs}ms`,
        };
        return (
          <span key={key} className="cheer" style={style}>
            <span className="cheer-emoji">{emoji}</span>
            {by !== undefined && <small>{nameOf(by)}</small>}
          </span>
        );
      })}
    </div>
  );
};

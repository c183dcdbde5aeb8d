import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RegionOfRoom } from '../api/roundTrips';
import { useTexts } from '../texts/language';
import { Choice } from '../ui/choice';
import type { RoomPort } from './port';
import { may, type RoomView } from './view';

type Regions =
  | { readonly type: 'asked' }
  | { readonly type: 'known'; readonly regions: readonly RegionOfRoom[] }
  | { readonly type: 'untold' };

/** The regions as they were told when they were asked for last, and how to ask again. */
const useRegions = (port: RoomPort, isWanted: boolean): readonly [Regions, () => void] => {
  const [regions, setRegions] = useState<Regions>({ type: 'asked' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once.
  useEffect(() => {
    let wanted = isWanted;
    if (wanted)
      void port.regions().then((known) => {
        if (wanted) setRegions(known ? { type: 'known', regions: known } : { type: 'untold' });
      });
    return () => {
      wanted = false;
    };
  }, [port, isWanted, tries]);
  return [regions, () => setTries(tries + 1)];
};

/** Where the regions cannot be had. */
const Untold = ({ onAgain }: { readonly onAgain: () => void }) => {
  const texts = useTexts();
  return (
    <>
      <h3 className="floating-head">{texts.regions.title}</h3>
      <p className="floating-note" role="status">
        {texts.regions.untold}
      </p>
      <button type="button" role="menuitem" className="choice" onClick={onAgain}>
        <RotateCw size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.common.tryAgain}
      </button>
    </>
  );
};

/** The region that is nearest for those who are here, if it is known of all that are known. */
const nearestOf = (regions: readonly RegionOfRoom[]): RegionOfRoom | undefined =>
  regions
    .filter(({ medianMs }) => medianMs !== undefined)
    .sort((one, other) => (one.medianMs ?? 0) - (other.medianMs ?? 0))[0];

/** In which region the room lives, and how far those who are here are from each; for those who may move it. */
export const RegionChoice = ({
  port,
  view,
  onChosen,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly onChosen: () => void;
}) => {
  const texts = useTexts().regions;
  const [told, askAgain] = useRegions(port, may(view, 'MOVE_ROOM'));
  if (told.type === 'untold') return <Untold onAgain={askAgain} />;
  if (told.type === 'asked' || told.regions.length < 2) return null;
  const { regions } = told;
  const nearest = nearestOf(regions);
  const wordsOf = (region: RegionOfRoom) => {
    if (region.medianMs === undefined) return texts.unknown;
    const usual = texts.usual(region.medianMs);
    return region === nearest ? `${usual}, ${texts.nearest}` : usual;
  };
  return (
    <>
      <h3 className="floating-head">{texts.title}</h3>
      {regions.map((region) => (
        <Choice
          key={region.name}
          name={texts.name(region.name)}
          text={wordsOf(region)}
          isChosen={region.isHere}
          isFixed={view.movingTo !== undefined}
          onChoose={() => {
            if (!region.isHere) port.send({ type: 'moveRoom', region: region.name });
            onChosen();
          }}
        />
      ))}
    </>
  );
};

import { useEffect, useState } from 'react';
import type { RegionOfRoom } from '../api/roundTrips';
import { useTexts } from '../texts/language';
import { Choice } from '../ui/choice';
import type { RoomPort } from './port';
import { may, type RoomView } from './view';

const useRegions = (port: RoomPort, isWanted: boolean): readonly RegionOfRoom[] => {
  const [regions, setRegions] = useState<readonly RegionOfRoom[]>([]);
  useEffect(() => {
    let wanted = isWanted;
    if (wanted) void port.regions().then((known) => wanted && setRegions(known));
    return () => {
      wanted = false;
    };
  }, [port, isWanted]);
  return regions;
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
  const regions = useRegions(port, may(view, 'MOVE_ROOM'));
  if (regions.length < 2) return null;
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

import type { Fingerprint } from '@matinee/link/media';
import type { Player } from '@matinee/link/player';
import { absentPlayer } from '@matinee/link/players/absent';
import type { ElementOptions } from '@matinee/link/players/element';
import { filePlayer } from '@matinee/link/players/file';
import { shiftedPlayer } from '@matinee/link/players/shifted';
import { browserTransport } from '@matinee/link/transport';
import { copyFor, shiftOf } from './shelf';

/** The player for an own copy: of the file that the person has chosen, or one that says that there is none (OC2). */
export const copyPlayer = async (
  wanted: Fingerprint,
  options: Pick<ElementOptions, 'element' | 'engine' | 'nowMs'>,
): Promise<Player> => {
  const copy = await copyFor(wanted);
  if (copy === undefined) return absentPlayer({ type: 'noCopy' });
  const player = filePlayer(copy.file, options);
  if (copy.isSame) return player;
  const { after } = browserTransport;
  return shiftedPlayer(player, { shiftMs: () => shiftOf(wanted), nowMs: options.nowMs, after });
};

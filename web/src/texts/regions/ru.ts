import type { regions as english, refusals as englishRefusals } from './en';
import { regionNameIn } from './name';

/** The texts about the regions in which rooms live, in Russian. */
export const regions: typeof english = {
  regions: {
    title: 'Где живёт комната',
    name: regionNameIn('ru'),
    usual: (ms) => `для большинства здесь ${ms} мс`,
    nearest: 'ближе всего для тех, кто здесь',
    unknown: 'Ещё не измерено',
    untold: 'Сервер сейчас не сообщает, в каких регионах может жить комната.',
    moving: (region) =>
      `Комната переезжает: ${region}. Через мгновение все будут там; фильм не прервётся.`,
    movedTo: (name, region) => `${name}: комната переехала, теперь она здесь: ${region}`,
  },
};

/** Why a room was not moved. */
export const refusals: typeof englishRefusals = {
  NO_SUCH_LINE: 'Этого сообщения больше нет.',
  LINE_FULL: 'С этим сообщением больше ничего сделать нельзя.',
  NO_PUBLIC_LIST: 'На этом сервере нет списка комнат.',
  REGION_AWAY: 'Этот регион сейчас не отвечает. Комната остаётся здесь.',
  UPLOADED_FILM: 'Фильм этой комнаты загружен сюда, поэтому комната остаётся здесь.',
};

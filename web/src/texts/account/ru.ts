import { counting } from '../plural';
import type { AccountTexts } from './en';

const count = counting('ru');

/** The texts about accounts, in Russian. */
export const account: AccountTexts = {
  account: {
    signIn: 'Войти',
    signInLead: 'Ваше имя и ваши комнаты на любом устройстве.',
    signingIn: 'Входим',
    noAccount: 'Ещё нет учётной записи?',
    register: 'Создать учётную запись',
    registerLead: 'Смотреть можно и без неё. С ней ваше имя остаётся вашим.',
    registering: 'Создаём',
    haveAccount: 'Уже есть учётная запись?',
    name: 'Имя',
    email: 'Адрес электронной почты',
    password: 'Пароль',
    passwordHint: 'Не меньше 8 знаков. Короткую фразу легко запомнить.',
    badEmail: 'Это не адрес почты. Он выглядит так: anna@example.org',
    shortPassword: 'В пароле не меньше 8 знаков.',
    longPassword: 'Пароль слишком длинный: не больше 72 латинских букв или 36 русских.',
    refused: 'Адрес и пароль не подходят друг к другу.',
    taken: 'Возможно, у этого адреса уже есть учётная запись. Войдите или возьмите другой адрес.',
    offline: 'Сервер не отвечает. Проверьте соединение и попробуйте ещё раз.',
    busy: (n) =>
      count(n, {
        one: 'Слишком много попыток. Вернитесь через # минуту.',
        few: 'Слишком много попыток. Вернитесь через # минуты.',
        other: 'Слишком много попыток. Вернитесь через # минут.',
      }),
    other: 'Не получилось. Попробуйте ещё раз.',
    yours: 'Ваша учётная запись',
    signOut: 'Выйти',
    signOutOf: (device) => `Выйти на устройстве «${device}»`,
    signOutEverywhere: 'Выйти везде',
    profile: 'Профиль',
    signedInAs: (email) => `Вы входите как ${email}`,
    timeZone: 'Часовой пояс',
    saved: 'Сохранено',
    currentPassword: 'Прежний пароль',
    newPassword: 'Новый пароль',
    changePassword: 'Сменить пароль',
    passwordChanged: 'Пароль изменён. На других устройствах выполнен выход.',
    wrongPassword: 'Это не ваш пароль.',
    devices: 'Где вы вошли',
    thisDevice: 'Это устройство',
    unnamedDevice: 'Устройство без названия',
    lastSeen: (when) => `Последний раз: ${when}`,
    data: 'Ваши данные',
    dataText: 'Сохраните у себя то, что о вас хранится, или удалите это.',
    export: 'Сохранить в файл',
    delete: 'Удалить учётную запись',
    deleteTitle: 'Удалить учётную запись?',
    deleteText: (email) => `Учётная запись ${email} и всё в ней исчезнет. Вернуть её будет нельзя.`,
    deleteForGood: 'Удалить навсегда',
  },
};

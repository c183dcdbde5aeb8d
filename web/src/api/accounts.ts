import * as v from 'valibot';
import { languages } from '../texts/language';
import { json, type Result, request, requestFile } from './request';

const account = v.object({
  id: v.string(),
  email: v.string(),
  name: v.string(),
  portrait: v.optional(v.string()),
  language: v.optional(v.picklist(languages)),
  timeZone: v.optional(v.string()),
  confirmed: v.boolean(),
  createdAt: v.string(),
});

/** What the server knows of a person who has an account; `portrait` is by which the picture is seen. */
export type Account = Readonly<v.InferOutput<typeof account>>;

const waiting = v.object({
  email: v.string(),
  askedAt: v.string(),
  device: v.string(),
  until: v.string(),
});
const waitings = v.object({ waiting: v.optional(waiting) });

/** An address that waits for an answer to its letter, which is good until `until`; asked for on `device`. */
export type WaitingEmail = Readonly<v.InferOutput<typeof waiting>>;

const entered = v.object({ access: v.string(), expiresInS: v.number(), account });

/** Signed in: `access` is shown with each request for `expiresInS` seconds; a cookie that no script sees gives the next one. */
export type Entered = Readonly<v.InferOutput<typeof entered>>;

const device = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: v.string(),
  seenAt: v.string(),
  current: v.boolean(),
});
const devices = v.object({ devices: v.array(device) });

/** A browser or program in which the person is signed in; `current` is this one. */
export type Device = Readonly<v.InferOutput<typeof device>>;

export type Registration = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly language: string;
};

/** What the person may change of the account; a time zone is one of the IANA names. */
export type Profile = {
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
};

const nothing = v.unknown();

/** Done also when the address has an account already: that is nobody's business but its owner's. */
export const register = (registration: Registration): Promise<Result<unknown>> =>
  request('/api/accounts', nothing, json('POST', registration));

export const signIn = (
  email: string,
  password: string,
  deviceName: string,
): Promise<Result<Entered>> =>
  request('/api/sessions', entered, json('POST', { email, password, device: deviceName }));

/** Signs in with the cookie of this browser, if it has one. */
export const refresh = (): Promise<Result<Entered>> =>
  request('/api/sessions/refresh', entered, json('POST', {}));

/** Shows the token of a letter: mail to the address reaches the person. */
export const confirmAddress =
  (token: string) =>
  (access: string): Promise<Result<unknown>> =>
    request('/api/accounts/confirm', nothing, as(access, json('POST', { token })));

/** Has a letter sent with which the password can be set. Done also when nobody has the address. */
export const forgotPassword = (email: string): Promise<Result<unknown>> =>
  request('/api/accounts/forgotten', nothing, json('POST', { email }));

/** Sets the password by the token of such a letter; every device is signed out. */
export const resetPassword = (token: string, password: string): Promise<Result<unknown>> =>
  request('/api/accounts/reset', nothing, json('POST', { token, password }));

export const signOut = (): Promise<Result<unknown>> =>
  request('/api/sessions/end', nothing, json('POST', {}));

/** A request that shows who asks. */
export const as = (access: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, Authorization: `Bearer ${access}` },
});

export const changeProfile =
  (profile: Profile) =>
  (access: string): Promise<Result<Account>> =>
    request('/api/me', account, as(access, json('PATCH', profile)));

/** Has the letter sent again by which the person confirms the address. */
export const sendConfirmation = (access: string): Promise<Result<unknown>> =>
  request('/api/me/confirm', nothing, as(access, json('POST', {})));

/** Signs out every other device. */
export const changePassword =
  (current: string, password: string) =>
  (access: string): Promise<Result<unknown>> =>
    request('/api/me/password', nothing, as(access, json('POST', { current, password })));

/** Wants another address: letters go to both. Done also when somebody has it, which is nobody's business but its owner's. */
export const wantEmail =
  (email: string, password: string) =>
  (access: string): Promise<Result<unknown>> =>
    request('/api/me/email', nothing, as(access, json('POST', { email, password })));

/** Which other address the person waits for. */
export const waitingEmail = (access: string): Promise<Result<v.InferOutput<typeof waitings>>> =>
  request('/api/me/email', waitings, as(access));

/** Has the letter sent again to the address that the person waits for. */
export const sendEmailAgain = (access: string): Promise<Result<unknown>> =>
  request('/api/me/email/again', nothing, as(access, json('POST', {})));

/** Wants that address no more. */
export const withdrawEmail = (access: string): Promise<Result<unknown>> =>
  request('/api/me/email/withdraw', nothing, as(access, json('POST', {})));

/** Shows the token of the letter to the other address, by which the account goes from then on. */
export const confirmEmail =
  (token: string) =>
  (access: string): Promise<Result<unknown>> =>
    request('/api/me/email/confirm', nothing, as(access, json('POST', { token })));

/** Shows the token of the letter to the address before, which is kept; every device is signed out. */
export const undoEmail = (token: string): Promise<Result<unknown>> =>
  request('/api/accounts/email/undo', nothing, json('POST', { token }));

export const myDevices = (access: string): Promise<Result<v.InferOutput<typeof devices>>> =>
  request('/api/me/devices', devices, as(access));

export const signOutDevice =
  (id: string) =>
  (access: string): Promise<Result<unknown>> =>
    request(`/api/me/devices/${encodeURIComponent(id)}/end`, nothing, as(access, json('POST', {})));

export const signOutEverywhere = (access: string): Promise<Result<unknown>> =>
  request('/api/me/devices/end', nothing, as(access, json('POST', {})));

/** Everything that the server keeps of the person, as a file. */
export const myData = (access: string): Promise<Result<Blob>> =>
  requestFile('/api/me/export', as(access));

/** Shows how the person looks, by a PNG or JPEG. */
export const setPortrait =
  (picture: Blob) =>
  (access: string): Promise<Result<Account>> =>
    request(
      '/api/me/portrait',
      account,
      as(access, { method: 'PUT', headers: { 'Content-Type': picture.type }, body: picture }),
    );

export const removePortrait = (access: string): Promise<Result<unknown>> =>
  request('/api/me/portrait/remove', nothing, as(access, { method: 'POST' }));

export const deleteAccount =
  (password: string) =>
  (access: string): Promise<Result<unknown>> =>
    request('/api/me/delete', nothing, as(access, json('POST', { password })));

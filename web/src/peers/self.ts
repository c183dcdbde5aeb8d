import { ownCertificate } from '@matinee/link/peers/certificate';
import { memberOf, type Self } from '@matinee/link/peers/peerConnection';
import { wallNowMs } from '../device/clock';

/** Who this page's person is to others: also which member. Rejects where the browser does not let pages connect. */
export type Person = Self & { readonly member: string };

export const personNamed = async (name: string): Promise<Person> => {
  const certificate = await ownCertificate(wallNowMs());
  return { name, certificate, member: await memberOf(certificate) };
};

import { useCallback, useEffect, useState } from 'react';
import { type Device, myDevices, signOutDevice, signOutEverywhere } from '../api/accounts';
import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { asMe, left } from './session';
import { useAsking } from './useAsking';

/** The devices in which the person is signed in, each of which can be signed out. */
export const DeviceSection = () => {
  const { texts, language } = useLanguage();
  const [devices, setDevices] = useState<readonly Device[]>();
  const listing = useAsking();
  const ending = useAsking();
  const { ask: askList } = listing;
  const list = useCallback(
    () =>
      askList(async () => {
        const result = await asMe(myDevices);
        if (result.type === 'done') setDevices(result.value.devices);
        return result;
      }),
    [askList],
  );
  useEffect(() => {
    void list();
  }, [list]);
  const end = async (device: Device) => {
    if (await ending.ask(() => asMe(signOutDevice(device.id)))) await list();
  };
  const endAll = async () => {
    if (await ending.ask(() => asMe(signOutEverywhere))) left();
  };
  const seen = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const trouble = listing.trouble ?? ending.trouble;
  return (
    <section className="sheet account-section" aria-labelledby="devices">
      <h2 id="devices">{texts.account.devices}</h2>
      <ul className="devices" aria-busy={devices === undefined && !listing.trouble}>
        {devices?.map((device) => (
          <li key={device.id}>
            <span>
              <strong>{device.name || texts.account.unnamedDevice}</strong>
              <small>
                {device.current
                  ? texts.account.thisDevice
                  : texts.account.lastSeen(seen.format(new Date(device.seenAt)))}
              </small>
            </span>
            {!device.current && (
              <button
                type="button"
                className="pill"
                disabled={ending.isBusy}
                aria-label={texts.account.signOutOf(device.name || texts.account.unnamedDevice)}
                onClick={() => void end(device)}
              >
                {texts.account.signOut}
              </button>
            )}
          </li>
        ))}
      </ul>
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <button
          type="button"
          className="pill"
          disabled={ending.isBusy}
          onClick={() => void endAll()}
        >
          {texts.account.signOutEverywhere}
        </button>
        {listing.trouble && (
          <button type="button" className="link-button" onClick={() => void list()}>
            {texts.common.tryAgain}
          </button>
        )}
      </div>
    </section>
  );
};

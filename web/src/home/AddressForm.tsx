import { Link as LinkIcon } from 'lucide-react';
import { type FormEvent, lazy, type RefObject, Suspense, useId, useState } from 'react';
import type { LookAt } from '../api/previews';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { addressOf, type FilmAtAddress, textOfInvalid } from './address';

const AddressPreview = lazy(async () => ({
  default: (await import('../previews/AddressPreview')).AddressPreview,
}));

const SitePreview = lazy(async () => ({
  default: (await import('../previews/SitePreview')).SitePreview,
}));

type AddressFormProps = {
  readonly action: string;
  readonly isBusy: boolean;
  readonly trouble?: string | undefined;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** How to ask what stands at an address, if this person may. */
  readonly look?: LookAt | undefined;
  readonly onAddress: (film: FilmAtAddress) => void;
};

/** One field for the address of a film. What is not an address is said at once and plainly, beside the field. */
export const AddressForm = ({
  action,
  isBusy,
  trouble,
  field,
  look,
  onAddress,
}: AddressFormProps) => {
  const texts = useTexts();
  const troubleId = useId();
  const [pasted, setPasted] = useState('');
  const [invalid, setInvalid] = useState<string>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(pasted);
    setInvalid(textOfInvalid(texts, address));
    if (address.type !== 'invalid') onAddress(address);
  };
  const shown = invalid ?? trouble;
  const address = addressOf(pasted);
  return (
    <form className="address" onSubmit={onSubmit} noValidate>
      <div className="address-row">
        <label className="address-field">
          <LinkIcon size={20} strokeWidth={1.75} aria-hidden="true" />
          <span className="unseen">{texts.home.address}</span>
          <input
            ref={field}
            className="bare-field"
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={texts.home.placeholder}
            value={pasted}
            aria-invalid={invalid !== undefined}
            aria-describedby={shown ? troubleId : undefined}
            onChange={(event) => {
              setPasted(event.target.value);
              setInvalid(undefined);
            }}
          />
        </label>
        <button type="submit" className="action" disabled={isBusy}>
          {action}
        </button>
      </div>
      {shown && <Trouble id={troubleId} text={shown} />}
      {address.type === 'embed' && (
        <Suspense>
          <SitePreview provider={address.embed.provider} />
        </Suspense>
      )}
      {look && address.type === 'address' && (
        <Suspense>
          <AddressPreview url={address.url} look={look} />
        </Suspense>
      )}
    </form>
  );
};

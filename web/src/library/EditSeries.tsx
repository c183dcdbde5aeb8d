import { type FormEvent, useState } from 'react';
import { textOfFailure } from '../account/failure';
import { asMe } from '../account/session';
import { describeSeries, type Series } from '../api/library';
import { useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { DetailsFields, detailsOf, typedOf } from './DetailsFields';

type EditSeriesProps = {
  readonly series: Series;
  readonly onChanged: (series: Series) => void;
  readonly onClose: () => void;
};

/** Says what a series is. */
export const EditSeries = ({ series, onChanged, onClose }: EditSeriesProps) => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const [typed, setTyped] = useState(() => typedOf(series));
  const [isBusy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<{ name?: string; year?: string; other?: string }>({});
  const save = async () => {
    const said = detailsOf(typed);
    const isNameless = typed.name.trim() === '';
    setTroubles({
      ...(isNameless ? { name: texts.noName } : {}),
      ...(said === undefined ? { year: texts.badYear } : {}),
    });
    if (said === undefined || isNameless) return;
    setBusy(true);
    const result = await asMe(describeSeries(series.id, said));
    setBusy(false);
    if (result.type === 'done') {
      onChanged(result.value);
      onClose();
    } else if (result.type === 'failed' && result.kind === 'series-exists') {
      setTroubles({ name: texts.taken });
    } else {
      setTroubles({ other: textOfFailure(all, result, all.account.other) ?? all.account.other });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog title={texts.editSeries} onClose={onClose}>
      <form className="account-form" onSubmit={onSubmit} noValidate>
        <DetailsFields typed={typed} troubles={troubles} onTyped={setTyped} />
        {troubles.other && <Trouble text={troubles.other} />}
        <div className="account-actions">
          <button type="submit" className="action" disabled={isBusy}>
            {texts.save}
          </button>
          <button type="button" className="pill" onClick={onClose}>
            {all.common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

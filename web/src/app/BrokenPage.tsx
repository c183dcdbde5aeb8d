import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/language';

const Broken = () => {
  const texts = useTexts().failed;
  return (
    <main className="full-page">
      <section className="notice sheet" role="alert">
        <p>{texts.broken}</p>
        <button type="button" className="action" onClick={() => location.reload()}>
          {texts.reload}
        </button>
      </section>
    </main>
  );
};

type Props = { readonly children: ReactNode };

/** Shows plain words instead of an empty page when drawing a page throws. React offers this to classes only. */
export class BrokenPage extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError() {
    return { isBroken: true };
  }
  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

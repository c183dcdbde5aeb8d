import '@matinee/web/app/theme.css';
import '@matinee/web/app/base.css';
import './popup.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { textsFor } from '../texts/texts';
import { Popup } from './Popup';
import { pageHere } from './pageHere';

const [language, texts] = textsFor(navigator.languages);
document.documentElement.lang = language;
const place = document.getElementById('popup');
if (!place) throw new Error('popup.html has no element with the id "popup"');
const page = await pageHere(location.search);
createRoot(place).render(
  <StrictMode>
    <Popup texts={texts} page={page} />
  </StrictMode>,
);

import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { InLanguage } from '../texts/language';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';

const HomePage = lazy(async () => ({ default: (await import('../home/HomePage')).HomePage }));
const NewPage = lazy(async () => ({ default: (await import('../home/NewPage')).NewPage }));
const RoomPage = lazy(async () => ({ default: (await import('../room/RoomPage')).RoomPage }));
const CompanionPage = lazy(async () => ({
  default: (await import('../companion/CompanionPage')).CompanionPage,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../account/SignInPage')).SignInPage,
}));
const RegisterPage = lazy(async () => ({
  default: (await import('../account/RegisterPage')).RegisterPage,
}));
const ForgottenPage = lazy(async () => ({
  default: (await import('../account/ForgottenPage')).ForgottenPage,
}));
const ResetPage = lazy(async () => ({ default: (await import('../account/ResetPage')).ResetPage }));
const ConfirmPage = lazy(async () => ({
  default: (await import('../account/ConfirmPage')).ConfirmPage,
}));
const NewAddressPage = lazy(async () => ({
  default: (await import('../account/NewAddressPage')).NewAddressPage,
}));
const AddressBackPage = lazy(async () => ({
  default: (await import('../account/AddressBackPage')).AddressBackPage,
}));
const NoLettersPage = lazy(async () => ({
  default: (await import('../invite/NoLettersPage')).NoLettersPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../account/AccountPage')).AccountPage,
}));
const OpenRoomsPage = lazy(async () => ({
  default: (await import('../openRooms/OpenRoomsPage')).OpenRoomsPage,
}));
const WatchedPage = lazy(async () => ({
  default: (await import('../watched/WatchedPage')).WatchedPage,
}));
const LibraryPage = lazy(async () => ({
  default: (await import('../library/LibraryPage')).LibraryPage,
}));
const FilmPage = lazy(async () => ({ default: (await import('../library/FilmPage')).FilmPage }));
const SeriesPage = lazy(async () => ({
  default: (await import('../library/SeriesPage')).SeriesPage,
}));
const PlanPage = lazy(async () => ({
  default: (await import('../screenings/PlanPage')).PlanPage,
}));
const ScreeningsPage = lazy(async () => ({
  default: (await import('../screenings/ScreeningsPage')).ScreeningsPage,
}));
const ScreeningPage = lazy(async () => ({
  default: (await import('../screenings/ScreeningPage')).ScreeningPage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import('../friends/PeoplePage')).PeoplePage,
}));
const PeerPage = lazy(async () => ({ default: (await import('../peers/PeerPage')).PeerPage }));
const ConversationPage = lazy(async () => ({
  default: (await import('../conversations/ConversationPage')).ConversationPage,
}));

/** Every page of the product, by address. */
export const App = () => (
  <InLanguage>
    <BrokenPage>
      <Suspense>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/new">
            <NewPage />
          </Route>
          <Route path="/sign-in">
            <SignInPage />
          </Route>
          <Route path="/register">
            <RegisterPage />
          </Route>
          <Route path="/forgotten">
            <ForgottenPage />
          </Route>
          <Route path="/reset">
            <ResetPage />
          </Route>
          <Route path="/confirm">
            <ConfirmPage />
          </Route>
          <Route path="/new-address">
            <NewAddressPage />
          </Route>
          <Route path="/address-back">
            <AddressBackPage />
          </Route>
          <Route path="/no-letters">
            <NoLettersPage />
          </Route>
          <Route path="/account">
            <AccountPage />
          </Route>
          <Route path="/open">
            <OpenRoomsPage />
          </Route>
          <Route path="/watched">
            <WatchedPage />
          </Route>
          <Route path="/library">
            <LibraryPage />
          </Route>
          <Route path="/library/films/:film">
            {({ film }) => <FilmPage key={film} id={film} />}
          </Route>
          <Route path="/library/series/:series">
            {({ series }) => <SeriesPage key={series} id={series} />}
          </Route>
          <Route path="/plan">
            <PlanPage />
          </Route>
          <Route path="/screenings">
            <ScreeningsPage />
          </Route>
          <Route path="/screenings/:screening">
            {({ screening }) => <ScreeningPage key={screening} id={screening} />}
          </Route>
          <Route path="/peer">
            <PeerPage />
          </Route>
          <Route path="/people">
            <PeoplePage />
          </Route>
          <Route path="/people/:person">
            {({ person }) => <ConversationPage key={person} person={person} />}
          </Route>
          <Route path="/r/:room/companion">
            {({ room }) => <CompanionPage key={room} roomId={room} />}
          </Route>
          <Route path="/r/:room">{({ room }) => <RoomPage key={room} roomId={room} />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </BrokenPage>
  </InLanguage>
);

import { MemberAvatar } from '../people/MemberAvatar';
import { ShownName } from '../people/ShownName';
import { useTexts } from '../texts/language';
import { type Mentioning, optionId } from './useMentioning';
import './mentions.css';

/** Whom one can mention, above the field; the field keeps the focus. */
export const MentionList = ({ id, offered, marked, choose }: Mentioning) => {
  const texts = useTexts().writing;
  return (
    <>
      <p className="unseen" role="status">
        {offered.length > 0 && texts.found(offered.length)}
      </p>
      {offered.length > 0 && (
        <div className="mention-list" role="listbox" id={id} aria-label={texts.people}>
          {offered.map((person) => (
            <div
              key={person.id}
              id={optionId(id, person)}
              role="option"
              tabIndex={-1}
              aria-selected={person === marked}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <MemberAvatar id={person.id} name={person.name} />
              <ShownName name={person.name} />
            </div>
          ))}
        </div>
      )}
    </>
  );
};

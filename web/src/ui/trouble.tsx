import { CircleAlert } from 'lucide-react';

/** Says what went wrong and what to do, where it happened. */
export const Trouble = ({ id, text }: { readonly id?: string; readonly text: string }) => (
  <p className="trouble" role="alert" id={id}>
    <CircleAlert size={18} strokeWidth={1.75} aria-hidden="true" />
    <span>{text}</span>
  </p>
);

import { CalendarClock } from 'lucide-react';
import { Link } from 'wouter';
import { useTexts } from '../texts/language';

/** The way to planning an evening. */
export const PlanLink = () => (
  <Link href="/plan" className="pill">
    <CalendarClock size={18} strokeWidth={1.75} aria-hidden="true" />
    {useTexts().home.plan}
  </Link>
);

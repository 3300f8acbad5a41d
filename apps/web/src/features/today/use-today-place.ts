import { useSearchParams } from 'react-router-dom';
import { params } from '../../lib/paths.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WEEK = 'week';

/** What the page shows, kept in the address: the date, day or week, and the appointment that is open. */
export function useTodayPlace(today: string) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get(params.date);
  const date = asked !== null && DATE.test(asked) ? asked : today;

  const go = (changes: Record<string, string | null>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      return next;
    });

  return {
    date,
    view: search.get(params.tab) === WEEK ? ('week' as const) : ('day' as const),
    appointmentId: search.get(params.appointment),
    showDate: (next: string) => go({ [params.date]: next === today ? null : next }),
    showDay: (next: string) => go({ [params.date]: next === today ? null : next, [params.tab]: null }),
    showWeek: () => go({ [params.tab]: WEEK }),
    openAppointment: (id: string) => go({ [params.appointment]: id }),
    closeAppointment: () => go({ [params.appointment]: null }),
  };
}

export type TodayPlace = ReturnType<typeof useTodayPlace>;
